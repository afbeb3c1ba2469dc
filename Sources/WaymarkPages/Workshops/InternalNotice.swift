import Waymark
import WaymarkBasics

/// What every page says of itself that was not proved to expose nobody.
enum InternalNotice {
  /// - Parameter isMadeUp: whether the people of a campaign were made up.
  static func sentences(
    isMadeUp: Bool, minimumGroup: MinimumGroup, words: CommonWords
  ) -> [String] {
    (isMadeUp ? [words.madeUpNotice] : []) + [words.internalNotice(fewest: minimumGroup.people)]
  }
}

extension Page {
  /// A page for those who plan.
  ///
  /// It says what it is, the finding, what comes first with its facts, lists, and how it was made; in a
  /// browser tables as well.
  static func internalPage(
    _ title: String, notice: [String], summary: [String], entries: Section? = nil,
    lists: [Section?] = [], tables: [DataTable] = [], method: [String] = [], words: CommonWords
  ) -> Page {
    Page(
      title, header: [Paragraph(notice, .strong), Paragraph(summary, .lead)],
      sections: [entries] + lists
        + tables.map { table in
          Section(
            table.title, for: .browser,
            [.paragraph(Paragraph([table.meaning])), .table(Table(table, words: words))])
        }, footer: method, styles: [ReportStyle.sheet])
  }
}

extension Page.Section {
  /// Numbered findings, each with its facts; `nil` when there is none.
  init?(_ heading: String, findings: [(title: String, facts: [String])]) {
    guard !findings.isEmpty else { return nil }
    self.init(
      heading,
      [
        .entries(
          findings.map { finding in
            Page.Entry(
              Page.Phrase(finding.title), facts: [Page.Paragraph(finding.facts, .soft)])
          }, isSpaced: false)
      ])
  }
}
