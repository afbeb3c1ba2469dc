import WaymarkBasics

/// What a column of a table is called, and what stands in it, in a sentence.
package struct ColumnWords: Sendable {
  let title: String
  let meaning: String

  init(_ title: String, _ meaning: String) {
    self.title = title
    self.meaning = meaning
  }
}

extension DataTable.Column {
  /// A column by its name for programs and its words for people.
  init(_ name: String, _ words: ColumnWords, _ kind: Kind) {
    self.init(name, words.title, words.meaning, kind)
  }
}
