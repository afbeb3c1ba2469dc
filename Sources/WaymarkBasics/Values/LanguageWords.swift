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
