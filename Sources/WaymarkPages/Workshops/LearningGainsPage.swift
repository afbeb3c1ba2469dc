package import Waymark
package import WaymarkBasics

/// What people gained who did a resource or a workshop, in each format.
package struct LearningGainsPage {
  private let gains: LearningGains
  private let before: Campaign
  private let after: Campaign
  private let minimumGroup: MinimumGroup
  private let words: LearningGainsWords
  private let language: LanguageTag

  /// - Parameters:
  ///   - before: the campaign before.
  ///   - after: the campaign after.
  package init(
    _ gains: LearningGains, before: Campaign, after: Campaign, minimumGroup: MinimumGroup,
    words: LearningGainsWords, language: LanguageTag = .english
  ) {
    self.gains = gains
    self.before = before
    self.after = after
    self.minimumGroup = minimumGroup
    self.words = words
    self.language = language
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      words.title, notice: notice, summary: summary,
      lists: entries.map { Page.Section($0.title, lines: $0.facts) }, words: words.common)
  }

  /// A row for each entry and statement, for a spreadsheet.
  package var csv: String { table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package func json() throws -> String {
    try JSON.document(
      .learningGains,
      [
        "before": .string(before.id.description), "after": .string(after.id.description),
        "madeUp": .bool(isMadeUp), "notice": .string(notice.joined(separator: " ")),
        "gains": table.json,
      ])
  }

  private var isMadeUp: Bool { before.isMadeUp || after.isMadeUp }

  private var notice: [String] {
    InternalNotice.sentences(
      isMadeUp: isMadeUp, minimumGroup: minimumGroup, words: words.common)
  }

  private var summary: [String] {
    gains.rows.isEmpty
      ? [words.nobody(before.title, after.title), words.howToSay]
      : [words.compared(before.title, after.title), words.trend, words.common.afterLearning]
  }

  /// Each entry with what is said of its statements, in their order.
  private var entries: [(title: String, facts: [String])] {
    var entries: [(title: String, facts: [String])] = []
    var last: LearningGains.Entry?
    for row in gains.rows {
      let facts = (last == row.entry ? entries.popLast()?.facts : nil) ?? []
      let competency = words.common.name(
        row.competency.title.text(in: language), id: row.competency.id)
      entries.append(
        (
          title: words.common.name(row.title.text(in: language), id: row.entry.name),
          facts: facts + [words.gain(competency, row.gain)]
        ))
      last = row.entry
    }
    return entries
  }

  /// Every entry and statement, a row each.
  private var table: DataTable {
    let (resource, workshop) = ("resource", "workshop")
    var table = DataTable(
      name: "gains", title: words.title, meaning: words.tableMeaning,
      columns: [
        .init("made_up", words.columns.madeUp, .flag),
        .init(
          "kind", words.columns.kind,
          .codes([
            .init(value: resource, label: words.resource),
            .init(value: workshop, label: words.workshop),
          ])),
        .init("entry", words.columns.entry, .text),
        .init("entry_title", words.columns.name, .text),
        .init("competency", words.columns.statementID, .text),
        .init("title", words.columns.statement, .text),
        .init("before", words.columns.before, .number),
        .init("after", words.columns.after, .number),
      ] + ChangeColumns.columns("", words.columns.change))
    for row in gains.rows {
      let kind = if case .resource = row.entry { resource } else { workshop }
      let means: [CSV.Cell] =
        switch row.gain {
        case .none(let absence): Array(repeating: .text(absence.mark), count: 2)
        case .value(let gain): [gain.before, gain.after].map(ChangeColumns.cell)
        }
      table.append(
        [
          .text(isMadeUp ? "yes" : "no"), .text(kind), .text(row.entry.name),
          .text(row.title.text(in: language)), .text(row.competency.id.description),
          .text(row.competency.title.text(in: language)),
        ] + means + ChangeColumns.cells(row.gain.map(\.change)))
    }
    return table
  }
}
