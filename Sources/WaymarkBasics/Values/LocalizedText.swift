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

  /// The language that `text(in:)` is in, of a document in its own language.
  package func language(in wanted: LanguageTag, of document: LanguageTag) -> LanguageTag {
    wanted.fallbacks.first { translations[$0] != nil } ?? document
  }
}

/// A language by its BCP 47 tag, such as `es-MX`; compared without case.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag in the conventional case: `es-MX`, `zh-Hant`.
  public let description: String

  /// English, the language of Waymark's own words.
  public static let english = LanguageTag(subtags: ["en"])

  /// Makes a tag from subtags of 1 to 8 ASCII letters or digits joined by `-`, or gives `nil`.
  public init?(_ text: String) {
    // Documents repeat tags like `es` thousands of times.
    if text.utf8.count == 2, text.utf8.allSatisfy(\.isLowercaseLetter) {
      self.init(inConventionalCase: text)
      return
    }
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let primary = subtags.first, (2...8).contains(primary.utf8.count),
      primary.allSatisfy({ $0.isASCII && $0.isLetter }),
      subtags.allSatisfy({
        (1...8).contains($0.utf8.count)
          && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    self.init(subtags: subtags)
  }

  private init(inConventionalCase tag: String) { description = tag }

  private init(subtags: [Substring]) {
    description = subtags.enumerated().map { place, subtag in
      switch (place, subtag.utf8.count) {
      case (0, _): subtag.lowercased()
      case (_, 2): subtag.uppercased()
      case (_, 4): subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased()
      default: subtag.lowercased()
      }
    }.joined(separator: "-")
  }

  /// The tag and its ever shorter beginnings, longest first: `es-MX`, `es`.
  public var fallbacks: [LanguageTag] {
    let subtags = description.split(separator: "-")
    return (1...subtags.count).reversed().map { LanguageTag(subtags: Array(subtags.prefix($0))) }
  }

  /// Whether it is written from right to left: by its script where the tag names one, else by its language.
  package var isRightToLeft: Bool {
    let subtags = description.split(separator: "-").map(String.init)
    if let script = subtags.dropFirst().first(where: { $0.count == 4 }) {
      return Self.scriptsFromRight.contains(script)
    }
    return subtags.first.map(Self.languagesFromRight.contains) ?? false
  }

  private static let scriptsFromRight: Set = [
    "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
  ]
  private static let languagesFromRight: Set = [
    "ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
  ]
}

extension LanguageTag {
  /// The language without its region and script.
  package var language: LanguageTag { fallbacks.last ?? self }
}

extension UInt8 {
  fileprivate var isLowercaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

/// An address that is safe to follow: http or https, and nothing in it that hides or misleads.
public struct WebLink: Hashable, Sendable {
  /// The address as it was given.
  public let address: String

  /// Makes a link, or `nil` unless the address starts with `http://` or `https://` (in any case),
  /// names a host without a name and `@` before it, and is made of visible ASCII characters without
  /// `"`, `<`, `>`, `\` and `` ` ``: then it leads where it seems to lead.
  public init?(_ address: String) {
    let lowered = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else { return nil }
    let host = lowered.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty, !host.contains(UInt8(ascii: "@")),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\`".utf8.contains($0) })
    else { return nil }
    self.address = address
  }
}

// MARK: - Words

/// What languages are called, in English and in their own words.
package enum LanguageWords {
  /// The languages that have names here; every other is known by its tag.
  private static let names: [(tag: String, english: String, own: String)] = [
    ("am", "Amharic", "አማርኛ"), ("ar", "Arabic", "العربية"), ("bn", "Bengali", "বাংলা"),
    ("de", "German", "Deutsch"), ("en", "English", "English"), ("es", "Spanish", "español"),
    ("fa", "Persian", "فارسی"), ("fr", "French", "français"), ("he", "Hebrew", "עברית"),
    ("hi", "Hindi", "हिन्दी"), ("it", "Italian", "italiano"), ("ja", "Japanese", "日本語"),
    ("ko", "Korean", "한국어"), ("nl", "Dutch", "Nederlands"), ("pl", "Polish", "polski"),
    ("pt", "Portuguese", "português"), ("ru", "Russian", "русский"), ("so", "Somali", "Soomaali"),
    ("tl", "Tagalog", "Tagalog"), ("uk", "Ukrainian", "українська"), ("ur", "Urdu", "اردو"),
    ("vi", "Vietnamese", "Tiếng Việt"), ("zh", "Chinese", "中文"),
  ]

  /// The English name of a language; `nil` where it is known by its tag alone.
  package static func english(_ tag: LanguageTag) -> String? {
    names.first { $0.tag == tag.description }?.english
  }

  /// The language that a name stands for, in English or its own words, without regard to case and to
  /// the accents of Latin letters.
  package static func tag(named text: String) -> LanguageTag? {
    let name = plain(text)
    return names.first { plain($0.english) == name || plain($0.own) == name }
      .flatMap { LanguageTag($0.tag) }
  }

  private static let plainLetters: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ã": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ế": "e",
    "ệ": "e", "í": "i", "ñ": "n", "ó": "o", "ô": "o", "ú": "u", "ü": "u",
  ]

  private static func plain(_ text: String) -> String {
    String(text.lowercased().map { plainLetters[$0] ?? $0 })
  }
}
