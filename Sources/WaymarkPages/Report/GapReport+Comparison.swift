import Waymark
import WaymarkBasics

extension GapReport {
  /// What changed since an earlier campaign: for everybody, and for people who agreed to be linked.
  var comparisonTables: [DataTable] {
    guard let comparison = supplement.comparison else { return [] }
    return [changeTable(comparison)] + (pairedTable(comparison).map { [$0] } ?? [])
  }

  private func changeTable(_ comparison: Comparison) -> DataTable {
    var table = DataTable(
      name: "change", title: "What changed",
      meaning:
        "Since the campaign \(comparison.earlier.title): statements that both asked. The people are not the same: a change can come "
        + "from who answered. An interval that holds 0 says that chance alone could do it.",
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n_before", "People before", "How many people gave a level then.", .integer),
        .init("n", "People", "How many people gave a level now.", .integer),
        .init("share_before", "Below before", "The share below usual then, 0 to 1.", .share),
        .init("share", "Below usual", "The share below usual now, 0 to 1.", .share),
        .init("share_change", "Change", "Now less then, in shares.", .number),
        .init("share_low", "Change, low", "Where the 95 % interval begins (Newcombe).", .number),
        .init("share_high", "Change, high", "Where the 95 % interval ends (Newcombe).", .number),
        .init("mean_change", "Change of mean", "The mean level now less then.", .number),
        .init("mean_low", "Mean, low", "Where the 95 % interval begins (Welch).", .number),
        .init("mean_high", "Mean, high", "Where the 95 % interval ends (Welch).", .number),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for row in comparison.rows {
      let figures = row.figures
      func change(_ of: (Comparison.Figures) -> Change?) -> [CSV.Cell] {
        [
          Self.cell(figures) { of($0).map { .decimal($0.difference, places: 4) } ?? .empty },
          Self.cell(figures) {
            of($0)?.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty
          },
          Self.cell(figures) {
            of($0)?.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty
          },
        ]
      }
      table.append(
        [
          .text(row.id.description), .text(row.title),
          Self.cell(figures) { .integer($0.people.earlier) },
          Self.cell(figures) { .integer($0.people.later) },
          Self.cell(figures) { $0.share.map { .decimal($0.earlier.value, places: 4) } ?? .empty },
          Self.cell(figures) { $0.share.map { .decimal($0.later.value, places: 4) } ?? .empty },
        ] + change(\.shareChange) + change(\.meanChange)
          + [.text(figures.absence?.reason ?? "")])
    }
    return table
  }

  private func pairedTable(_ comparison: Comparison) -> DataTable? {
    guard let linked = comparison.linked, linked > 0 else { return nil }
    var table = DataTable(
      name: "paired", title: "The same people, then and now",
      meaning:
        "The \(linked) people who agreed to be linked and answered both times. A lower rating "
        + "can be honest: who learns more sees more.",
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "People", "How many gave a level both times.", .integer),
        .init("change", "Change", "The mean of later less earlier level.", .number),
        .init("low", "Change, low", "Where its 95 % interval begins (Student).", .number),
        .init("high", "Change, high", "Where its 95 % interval ends (Student).", .number),
        .init("d", "d", "Cohen's d for pairs.", .number),
        .init("up", "Up", "The share that went up, 0 to 1.", .share),
        .init("same", "Same", "The share that stayed, 0 to 1.", .share),
        .init("down", "Down", "The share that went down, 0 to 1.", .share),
        .init("balance", "Balance", "Up less down, -1 to 1.", .number),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for row in comparison.rows {
      let change = row.paired
      func share(_ count: @escaping (PairedChange) -> Int) -> CSV.Cell {
        Self.cell(change) { .decimal(Double(count($0)) / Double($0.people), places: 4) }
      }
      table.append([
        .text(row.id.description), .text(row.title), Self.cell(change) { .integer($0.people) },
        Self.cell(change) { .decimal($0.mean, places: 4) },
        Self.cell(change) { $0.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty },
        Self.cell(change) { $0.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty },
        Self.cell(change) { $0.standardizedMean.map { .decimal($0, places: 4) } ?? .empty },
        share(\.up), share(\.same), share(\.down),
        Self.cell(change) { .decimal($0.balance, places: 4) },
        .text(change.absence?.reason ?? ""),
      ])
    }
    return table
  }
}
