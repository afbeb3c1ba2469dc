import Waymark
import WaymarkBasics

extension Page.Phrase {
  /// A sentence of ours in which the mark of what is withheld is set apart.
  init(marking sentence: String) {
    let parts = sentence.split(separator: Absence.withheldMark, omittingEmptySubsequences: false)
    let pieces = parts.map { $0.isEmpty ? [] : [Piece.plain(String($0))] }
    self.init(Array(pieces.joined(separator: [.code(Absence.withheldMark)])))
  }

  /// A cell of a table, which is the mark of what is withheld or a text.
  init(cell text: String) {
    self.init([text == Absence.withheldMark ? .code(text) : .plain(text)])
  }
}

extension Page.Paragraph {
  /// Sentences of ours in which the mark of what is withheld is set apart.
  init(marking sentences: [String], _ weight: Page.Weight = .plain) {
    self.init(sentences.map { Page.Phrase(marking: $0) }, weight)
  }
}

extension Page.Paragraph {
  /// The warning that the people of a campaign do not exist; `nil` where they do.
  init?(warningOf campaign: Campaign, words: CommonWords) {
    guard campaign.isMadeUp else { return nil }
    self.init(
      [Page.Phrase([.strong(words.madeUp)]), Page.Phrase(words.madeUpNotice)], .notice)
  }
}

extension Page.Table {
  /// A table of texts; the first column is of words, the others are of numbers.
  init(_ caption: String, columns: [String], rows: [[String]], isNamed: Bool = false) {
    self.init(
      caption, columns.enumerated().map { $0 == 0 ? .words($1) : .numbers($1) },
      rows.map { Row($0.map { Page.Phrase(cell: $0) }) }, isNamed: isNamed)
  }
}

extension DataTable {
  /// The table for people under its title, with the sentence that says how to read it.
  ///
  /// - Parameter figure: what shows some of its numbers at a glance.
  func section(
    id: String? = nil, for audience: Page.Audience = .everywhere, figure: HTML? = nil,
    words: CommonWords
  ) -> Page.Section {
    let (columns, rows) = reading(words)
    return Page.Section(
      title, id: id, for: audience,
      (figure.map { [.figure($0)] } ?? []) + [
        .paragraph(Page.Paragraph([meaning])),
        .table(Page.Table(title, columns: columns, rows: rows)),
      ])
  }
}
