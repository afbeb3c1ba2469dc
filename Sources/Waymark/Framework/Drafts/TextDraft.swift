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

  // Nearly all texts have one or two variants, which then need no memory of their own.
  private var first: Variant?
  private var second: Variant?
  private var others: [Variant] = []

  /// A text that the document does not give, until variants are appended.
  public init() {}

  /// Gathers variants.
  public init(_ variants: [Variant]) {
    variants.forEach { append($0) }
  }

  /// The variants in the order of the document; empty when the document does not give the text.
  public var variants: [Variant] { [first, second].compactMap { $0 } + others }

  /// Where the text stands first; `nil` when the document does not give it.
  var place: Place? { first?.place }

  /// The words, when they are given in the document's language and in no other.
  var plainWords: String? {
    guard second == nil, let first, first.language == nil, !first.text.isEmpty else { return nil }
    return first.text
  }

  /// Adds a variant.
  public mutating func append(_ variant: Variant) {
    if first == nil {
      first = variant
    } else if second == nil {
      second = variant
    } else {
      others.append(variant)
    }
  }

  /// Hands every variant to a function, in order.
  func forEach(_ body: (Variant) -> Void) {
    if let first { body(first) }
    if let second { body(second) }
    others.forEach(body)
  }
}
