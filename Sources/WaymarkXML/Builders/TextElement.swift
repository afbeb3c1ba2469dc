import Waymark
import WaymarkBasics

/// An element that holds words, as it ends.
struct TextElement {
  /// The words, without white space around them.
  let words: String
  /// The language tag as written; `nil` for the language of the document.
  let language: String?
  /// Where the element begins.
  let place: LineAndColumn
}

extension TextDraft {
  mutating func append(_ text: TextElement) {
    append(text.words, language: text.language, at: text.place)
  }
}
