import Waymark
import WaymarkBasics

/// What a release says besides: what changed since an earlier one, and shares weighted to the profession.
extension PublishedPage {
  /// What changed since the earlier release; `nil` where there is none.
  var changes: Page.Section? {
    guard let changes = extras.changes else { return nil }
    let words = words.extras
    return section(
      words.changes(since: changes.earlier), note: words.changesNote,
      columns: [
        self.words.tables.statement.title, words.before.title, words.now.title, words.change,
        words.beyondChance.title,
      ],
      rows: changes.rows.map { row in
        [
          row.statement.title, self.words.percent(row.earlier), self.words.percent(row.later),
          words.points(row), row.chance.map { _ in words.yesNo(row.isBeyondChance) } ?? "",
        ]
      })
  }

  /// The shares weighted to the profession; `nil` where nobody asked for them.
  var weighted: Page.Section? {
    guard let weighting = extras.weighting else { return nil }
    return section(
      words.extras.weighted(by: weighting.dimension.title),
      note: words.extras.weightedNote(
        weighting.population, by: weighting.dimension.title, widest: PublishedWeighting.widest)
        + (weighting.uneven.map { " " + words.extras.uneven($0.answers, countLike: $0.effective) }
          ?? ""),
      columns: [
        words.tables.statement.title, words.tables.below.title, words.extras.weightedShare.title,
      ],
      rows: weighting.rows.map { row in
        [
          row.statement.title, words.figure(row.below),
          row.weighted.map(words.extras.range) ?? "",
        ]
      })
  }

  /// The same as tables, for programs and spreadsheets.
  var extraTables: [DataTable] {
    [changesTable, weightedTable].compactMap(\.self)
  }

  private var changesTable: DataTable? {
    guard let changes = extras.changes else { return nil }
    let words = words.extras
    var table = DataTable(
      name: "changes", title: words.changesTitle, meaning: words.changesMeaning,
      columns: statementColumns + [
        .init("before_percent", words.before, .integer),
        .init("now_percent", words.now, .integer),
        .init("change_points", words.changePoints, .number),
        .init("change_low", words.changeLow, .number),
        .init("change_high", words.changeHigh, .number), .init("chance", words.chance, .number),
        .init("beyond_chance", words.beyondChance, .flag),
      ])
    for row in changes.rows {
      func points(_ value: Double?) -> CSV.Cell {
        value.map { .decimal($0 * 100, places: 1) } ?? .empty
      }
      table.append(
        labels(row.statement) + [
          .integer(row.earlier), .integer(row.later),
          .decimal(Double(row.later - row.earlier), places: 0),
          points(row.change?.interval?.lowerBound),
          points(row.change?.interval?.upperBound),
          row.chance.map { .decimal($0, places: 4) } ?? .empty,
          row.chance.map { _ in .text(row.isBeyondChance ? "yes" : "no") } ?? .empty,
        ])
    }
    return table
  }

  private var weightedTable: DataTable? {
    guard let weighting = extras.weighting else { return nil }
    let words = words.extras
    var table = DataTable(
      name: "weighted", title: words.weightedTitle,
      meaning: words.weightedMeaning,
      columns: statementColumns + [
        .init("below_percent", self.words.tables.below, .number),
        .init("weighted_low", words.weightedLow, .integer),
        .init("weighted_high", words.weightedHigh, .integer),
      ])
    for row in weighting.rows {
      table.append(
        labels(row.statement) + [
          row.below.cell, row.weighted.map { .integer($0.lowerBound) } ?? .empty,
          row.weighted.map { .integer($0.upperBound) } ?? .empty,
        ])
    }
    return table
  }

  private var statementColumns: [DataTable.Column] {
    DataTable.Column.labels(words.tables.data) + [
      .init("area", words.tables.area, .text), .init("competency", words.tables.statementID, .text),
      .init("title", words.tables.statement, .text),
    ]
  }

  private func labels(_ statement: PublishedReport.Subject) -> [CSV.Cell] {
    report.campaign.labels + [
      .text(statement.area), .text(statement.id), .text(statement.title),
    ]
  }

  /// The keys that the JSON has besides; none where nothing was asked for.
  var extraJSON: [String: JSON.Value] {
    var keys: [String: JSON.Value] = [:]
    if let changes = extras.changes {
      keys["changes"] = .object([
        "since": .string(changes.earlier.day.description),
        "title": .string(changes.earlier.title),
        "competencies": .array(
          changes.rows.map { row in
            .object([
              "id": .string(row.statement.id), "before": .integer(row.earlier),
              "now": .integer(row.later),
              "chance": row.chance.map(JSON.Value.number) ?? .null,
            ])
          }),
      ])
    }
    if let weighting = extras.weighting {
      keys["weighted"] = .object([
        "by": .string(weighting.dimension.id), "population": .integer(weighting.population),
        "competencies": .array(
          weighting.rows.map { row in
            .object([
              "id": .string(row.statement.id),
              "below": row.weighted.map {
                .array([.integer($0.lowerBound), .integer($0.upperBound)])
              } ?? .null,
            ])
          }),
      ])
    }
    return keys
  }
}

/// What is said of a release beside an earlier one, and of weights.
struct ReleaseExtrasWords: Sendable {
  private let common = CommonWords()

  /// In the first lines of the page.
  func changed(_ changes: PublishedChanges) -> String {
    let beyond = changes.rows.filter(\.isBeyondChance)
    let since = "Since “\(changes.earlier.title)”, published on \(changes.earlier.day.inWords),"
    let tested = changes.rows.count { $0.chance != nil }
    guard !beyond.isEmpty else {
      return
        "\(since) none of the \(tested) shares below usual that can be tested changed by more than "
        + "chance explains."
    }
    let named = beyond.prefix(3).map {
      "“\($0.statement.title)” (\($0.earlier) to \($0.later) %)"
    }
    return "\(since) \(beyond.count) of \(tested) shares below usual changed by more than chance "
      + "explains: \(common.list(named))\(beyond.count > 3 ? " and more" : "")."
  }

  let changesTitle = "Changes"
  func changes(since earlier: EarlierRelease) -> String {
    "What changed since \(earlier.title)"
  }
  let changesNote =
    "The shares below usual that both releases show of everybody. The interval of the change is "
    + "Newcombe's; beyond chance is what a test of the two shares leaves below 0.05 after Holm's "
    + "correction for all of them. Both are worked out of the published shares and intervals alone. "
    + "Other people may have answered."
  let changesMeaning = "A row for each statement of which both releases show a share of everybody."
  let before = ColumnWords("Before", "The share below usual of the earlier release, in per cent.")
  let now = ColumnWords("Now", "The share below usual of this release, in per cent.")
  let change = "Change, with 95 % interval"
  let changePoints = ColumnWords("Change", "The share now less that of before, in points.")
  let changeLow = ColumnWords(
    "Change from", "Where the 95 % interval of the change begins, in points.")
  let changeHigh = ColumnWords(
    "Change to", "Where the 95 % interval of the change ends, in points.")
  let chance = ColumnWords(
    "Chance", "The chance of so large a change where nothing changed (Holm), 0 to 1.")
  let beyondChance = ColumnWords(
    "More than chance", "Whether the change is larger than chance explains.")

  func yesNo(_ isSo: Bool) -> String { isSo ? "yes" : "no" }

  /// A change in points, with its interval where there is one.
  func points(_ row: PublishedChanges.Row) -> String {
    func signed(_ points: Int) -> String { points > 0 ? "+\(points)" : "\(points)" }
    let points = row.later - row.earlier
    let change = "\(signed(points)) \(abs(points) == 1 ? "point" : "points")"
    guard let interval = row.change?.interval else { return change }
    func rounded(_ share: Double) -> String { signed(Int((share * 100).rounded())) }
    return "\(change) (\(rounded(interval.lowerBound)) to \(rounded(interval.upperBound)))"
  }

  func weighted(by question: String) -> String { "Weighted by \(question)" }
  func weightedNote(_ people: Int, by question: String, widest: Int) -> String {
    "What the shares would be if those who answered were made up like the \(people) people of the "
      + "profession by “\(question)”, as its numbers were given. It is worked out of the published shares "
      + "of its groups alone, which are in whole per cent, bounded or withheld: so it lies between two "
      + "numbers, and the cell is empty where these are more than \(widest) points apart. Who left the "
      + "question out, and roles that ask for nothing in a statement, count for nothing. A group counts "
      + "by all its members, also where a statement asks few of them. How far chance may move a share is "
      + "not in it."
  }
  func uneven(_ answers: Int, countLike effective: Int) -> String {
    "Some groups answered far more often than others: weighted, the \(answers) answers count like "
      + "\(effective) (Kish's effective number), so that chance may move these shares far."
  }
  let weightedMeaning =
    "A row for each statement: between which whole per cent its weighted share below usual lies."
  let weightedShare = ColumnWords(
    "Weighted", "The share below usual, weighted to the profession, in per cent.")
  let weightedTitle = "Weighted"
  let weightedLow = ColumnWords(
    "Weighted from", "The least that the weighted share can be, in per cent.")
  let weightedHigh = ColumnWords(
    "Weighted to", "The most that the weighted share can be, in per cent.")

  func range(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound) %" : "\(range.lowerBound) to \(range.upperBound) %"
  }
}
