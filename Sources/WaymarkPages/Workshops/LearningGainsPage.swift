package import Waymark
package import WaymarkBasics

/// What people gained who did a resource or a workshop.
package enum LearningGainsPage {
  /// A row for each entry and statement, for a spreadsheet.
  package static func table(_ words: LearningGainsWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func json(_ words: LearningGainsWords) throws -> String {
    try JSON.document(
      .learningGains,
      [
        "before": .string(words.before.id.description),
        "after": .string(words.after.id.description), "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")), "gains": words.table.json,
      ])
  }
}

/// The sentences and the table of what people gained who did a resource or a workshop, the same in
/// every format.
package struct LearningGainsWords {
  private let gains: LearningGains
  let before: Campaign
  let after: Campaign
  private let minimumGroup: MinimumGroup
  private let language: LanguageTag

  /// - Parameters:
  ///   - before: the campaign before.
  ///   - after: the campaign after.
  package init(
    _ gains: LearningGains, before: Campaign, after: Campaign, minimumGroup: MinimumGroup,
    language: LanguageTag = .english
  ) {
    self.gains = gains
    self.before = before
    self.after = after
    self.minimumGroup = minimumGroup
    self.language = language
  }

  static let title = "What people gained who did it"

  var isMadeUp: Bool { before.isMadeUp || after.isMadeUp }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      Self.title, notice: notice, summary: summary,
      lists: entries.map { Page.Section($0.title, lines: $0.facts) })
  }

  var notice: [String] {
    InternalNotice.sentences(isMadeUp: isMadeUp, minimumGroup: minimumGroup)
  }

  var summary: [String] {
    let both = "who answered both '\(before.title)' and '\(after.title)' and agreed to be compared"
    guard !gains.rows.isEmpty else {
      return [
        "Nobody \(both) said what they did in between.",
        "They say it with: waymark share --link --did.",
      ]
    }
    return [
      "People \(both), by what they did in between.",
      "What would have changed anyway is in it too.", CommonWords().afterLearning,
    ]
  }

  /// Each entry with what is said of its statements, in their order.
  private var entries: [(title: String, facts: [String])] {
    var entries: [(title: String, facts: [String])] = []
    var last: LearningGains.Entry?
    for row in gains.rows {
      let facts = (last == row.entry ? entries.popLast()?.facts : nil) ?? []
      entries.append(
        (
          title: "\(row.title.text(in: language)) (\(row.entry.name))", facts: facts + [words(row)]
        )
      )
      last = row.entry
    }
    return entries
  }

  private func words(_ row: LearningGains.Row) -> String {
    let name = "\(row.competency.title.text(in: language)) (\(row.competency.id))"
    switch row.gain {
    case .none(let absence): return "\(name): \(absence.reason)."
    case .value(let gain):
      let (from, to) = (
        Decimal.text(gain.before, places: 2), Decimal.text(gain.after, places: 2)
      )
      return "\(name): \(gain.change.people) people went from \(from) to \(to), a change of "
        + "\(ChangeWords.levels(gain.change.mean))\(ChangeWords.interval(gain.change))."
    }
  }

  /// Every entry and statement, a row each.
  var table: DataTable {
    var table = DataTable(
      name: "gains", title: Self.title,
      meaning: "How the levels of people changed who did a resource or a workshop.",
      columns: [
        .init("made_up", "Made up", "Whether these people were made up.", .flag),
        .init(
          "kind", "Kind", "What was done.",
          .codes([
            .init(value: "resource", label: "a resource"),
            .init(value: "workshop", label: "a workshop"),
          ])),
        .init("entry", "Entry", "The id of what was done.", .text),
        .init("entry_title", "Name", "The name of what was done.", .text),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("before", "Before", "The mean level before.", .number),
        .init("after", "After", "The mean level after.", .number),
      ] + ChangeWords.columns("", "Did it"))
    for row in gains.rows {
      let means: [CSV.Cell] =
        switch row.gain {
        case .none(let absence): Array(repeating: .text(absence.mark), count: 2)
        case .value(let gain): [gain.before, gain.after].map(ChangeWords.cell)
        }
      table.append(
        [
          .text(isMadeUp ? "yes" : "no"), .text(row.entry.kind), .text(row.entry.name),
          .text(row.title.text(in: language)), .text(row.competency.id.description),
          .text(row.competency.title.text(in: language)),
        ] + means + ChangeWords.cells(row.change))
    }
    return table
  }
}

extension LearningGains.Entry {
  fileprivate var kind: String {
    switch self {
    case .resource: "resource"
    case .workshop: "workshop"
    }
  }
}

extension LearningGains.Row {
  fileprivate var change: Figure<PairedChange> {
    switch gain {
    case .none(let absence): .none(absence)
    case .value(let gain): .value(gain.change)
    }
  }
}
