package import WaymarkBasics

/// A text as a document gives it: once in the document's language, once in each further one.
package struct TextDraft: Hashable, Sendable {
  /// The Unicode scalars that a name may have: a title, a label.
  package static let nameLimit = 120
  /// The Unicode scalars that any other text may have.
  package static let textLimit = 4_000

  /// The words of one language that are too long for a name.
  struct LongText: Hashable, Sendable {
    let count: Int
    let place: LineAndColumn
  }

  /// Something wrong with one of the languages of a text.
  struct Fault: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case empty
      case malformedLanguage(String)
      /// Given before, in the document's language when there is no other.
      case repeated(LanguageTag?)
    }

    let kind: Kind
    let place: LineAndColumn
  }

  /// The words without a language of their own.
  private(set) var original: String?
  /// The words in each language that is named; the language of the document may be among them.
  private(set) var translations: [LanguageTag: String] = [:]
  /// Where the text stands first; `nil` when the document does not give it.
  private(set) var place: LineAndColumn?
  /// What is wrong, in the order of the document.
  private(set) var faults: [Fault] = []
  /// What is too long for a name, in the order of the document.
  private(set) var longTexts: [LongText] = []

  /// A text that the document does not give, until words are appended.
  package init() {}

  /// A text in the language of the document.
  package init(_ words: String, at place: LineAndColumn) { append(words, language: nil, at: place) }

  /// Adds the words of one language: a tag as written, or `nil` for the language of the document.
  package mutating func append(_ words: String, language: String?, at place: LineAndColumn) {
    if self.place == nil { self.place = place }
    if words.utf8.count > Self.nameLimit {
      let count = words.unicodeScalars.count
      if count > Self.nameLimit { longTexts.append(LongText(count: count, place: place)) }
    }
    if words.isEmpty { faults.append(Fault(kind: .empty, place: place)) }
    guard let language else {
      if original == nil {
        original = words
      } else {
        faults.append(Fault(kind: .repeated(nil), place: place))
      }
      return
    }
    if let tag = LanguageTag(language) {
      if translations.updateValue(words, forKey: tag) != nil {
        faults.append(Fault(kind: .repeated(tag), place: place))
      }
    } else {
      faults.append(Fault(kind: .malformedLanguage(language), place: place))
    }
  }
}
