import Waymark
import WaymarkBasics

extension ReportTables {
  /// What changed since an earlier campaign: for everybody, and for people who agreed to be linked.
  var comparison: [DataTable] {
    guard let comparison = report.supplement.comparison else { return [] }
    return [change(comparison)] + (paired(comparison).map { [$0] } ?? [])
  }

  private func change(_ comparison: Comparison) -> DataTable {
    let (words, data) = (words.comparison.change, words.data)
    var table = DataTable(
      name: "change", title: words.title, meaning: words.meaning(comparison.earlier.title),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n_before", words.peopleBefore, .integer), .init("n", words.people, .integer),
        .init("share_before", words.shareBefore, .share), .init("share", words.share, .share),
        .init("share_change", words.shareChange, .number),
        .init("share_low", words.shareLow, .number),
        .init("share_high", words.shareHigh, .number),
        .init("mean_change", words.meanChange, .number),
        .init("mean_low", words.meanLow, .number), .init("mean_high", words.meanHigh, .number),
        .init("note", data.note, .text),
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
          + [note(figures.absence)])
    }
    return table
  }

  private func paired(_ comparison: Comparison) -> DataTable? {
    guard let linked = comparison.linked, linked > 0 else { return nil }
    let (words, data) = (words.comparison.paired, words.data)
    var table = DataTable(
      name: "paired", title: words.title, meaning: words.meaning(linked),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n", words.people, .integer), .init("change", words.change, .number),
        .init("low", words.low, .number), .init("high", words.high, .number),
        .init("d", words.cohen, .number), .init("up", words.up, .share),
        .init("same", words.same, .share), .init("down", words.down, .share),
        .init("balance", words.balance, .number), .init("note", data.note, .text),
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
        note(change.absence),
      ])
    }
    return table
  }
}
