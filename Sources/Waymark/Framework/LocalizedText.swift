/// A text in the language of its document, with any translations beside it.
public struct LocalizedText: Hashable, Sendable {
  /// The text in the document's own language.
  public let original: String
  /// The text in other languages.
  public let translations: [LanguageTag: String]

  /// Joins a text and its translations.
  public init(_ original: String, translations: [LanguageTag: String] = [:]) {
    self.original = original
    self.translations = translations
  }

  /// The text in the language, in a more general form of it (`es-MX`, then `es`), or the original.
  public func text(in language: LanguageTag) -> String {
    guard !translations.isEmpty else { return original }
    return language.fallbacks.lazy.compactMap { translations[$0] }.first ?? original
  }
}
