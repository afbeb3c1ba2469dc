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

/// What is said of what people gained who did a resource or a workshop.
package struct LearningGainsWords: Sendable {
  let common = CommonWords()
  let columns = Columns()
  private let change = ChangeWords()

  package init() {}

  let title = "What people gained who did it"

  func nobody(_ before: String, _ after: String) -> String {
    "Nobody who \(change.both(before, after)) said what they did in between."
  }
  let howToSay = "They say it with: waymark share --link --did."

  func compared(_ before: String, _ after: String) -> String {
    "People who \(change.both(before, after)), by what they did in between."
  }
  let trend = "What would have changed anyway is in it too."

  func gain(_ statement: String, _ gain: Figure<LearningGains.Gain>) -> String {
    switch gain {
    case .none(let absence): return "\(statement): \(common.reason(absence))."
    case .value(let gain):
      let (from, to) = (
        Decimal.text(gain.before, places: 2), Decimal.text(gain.after, places: 2)
      )
      return "\(statement): \(gain.change.people) people went from \(from) to \(to), a change of "
        + "\(change.mean(gain.change))."
    }
  }

  let tableMeaning = "How the levels of people changed who did a resource or a workshop."
  let resource = "a resource"
  let workshop = "a workshop"

  struct Columns: Sendable {
    private let data = DataWords()

    var madeUp: ColumnWords { data.madeUpPeople }
    let kind = ColumnWords("Kind", "What was done.")
    let entry = ColumnWords("Entry", "The id of what was done.")
    let name = ColumnWords("Name", "The name of what was done.")
    var statementID: ColumnWords { data.statementID }
    var statement: ColumnWords { data.statement }
    let before = ColumnWords("Before", "The mean level before.")
    let after = ColumnWords("After", "The mean level after.")
    var change: ChangeWords.Columns { ChangeWords().columns("Did it") }
  }
}
