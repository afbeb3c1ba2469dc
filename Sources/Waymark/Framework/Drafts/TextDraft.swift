/// A text as a document gives it: once in the document's language, once in each further one.
public struct TextDraft: Hashable, Sendable {
  /// The text in one language.
  public struct Variant: Hashable, Sendable {
    /// The words.
    public let text: String
    /// The language tag as written; absent for the language of the document.
    public let language: String?
    /// Where it stands.
    public let place: Place

    /// Joins the words, their language and their place.
    public init(_ text: String, language: String? = nil, at place: Place) {
      self.text = text
      self.language = language
      self.place = place
    }
  }

  /// The variants in the order of the document; empty when the document does not give the text.
  public var variants: [Variant]

  /// Gathers variants.
  public init(_ variants: [Variant] = []) { self.variants = variants }
}
