import Waymark
import WaymarkBasics

extension ReportTables {
  /// What the answers say about the scales and about how they were filled in.
  var scales: [DataTable] {
    guard (overall.respondents ?? 0) > 0 else { return [] }
    return [reliability, itemRest, importance, quality].compactMap { $0 }
  }

  private var reliability: DataTable? {
    guard !report.reliability.isEmpty else { return nil }
    let (words, data) = (words.scales.reliability, words.data)
    var table = DataTable(
      name: "reliability", title: words.title, meaning: words.meaning,
      columns: [
        .init("area", data.areaID, .text), .init("title", data.area, .text),
        .init("n", words.people, .integer), .init("left_out", words.leftOut, .integer),
        .init("alpha", words.alpha, .number), .init("low", words.low, .number),
        .init("high", words.high, .number), .init("note", words.note, .text),
      ])
    for area in report.reliability {
      let notes = [
        area.coefficient.absence.map(self.words.common.reason),
        (area.coefficient.value?.alpha ?? 0) < 0 ? words.isNegative : nil,
        area.people.value?.isShort == true ? words.isShort : nil,
      ]
      table.append([
        .text(area.id.description), .text(area.title),
        Self.cell(area.people) { .integer($0.complete) },
        Self.cell(area.people) { .integer($0.leftOut) },
        Self.cell(area.coefficient) { .decimal($0.alpha, places: 4) },
        Self.cell(area.coefficient) {
          $0.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty
        },
        Self.cell(area.coefficient) {
          $0.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty
        },
        .text(data.notes(notes.compactMap { $0 })),
      ])
    }
    return table
  }

  private var itemRest: DataTable? {
    guard !report.itemRest.isEmpty else { return nil }
    let (words, data) = (words.scales.itemRest, words.data)
    var table = DataTable(
      name: "item_rest", title: words.title, meaning: words.meaning,
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n", words.people, .integer), .init("correlation", words.correlation, .number),
        .init("note", data.note, .text),
      ])
    for row in report.itemRest {
      table.append([
        .text(row.id.description), .text(row.title), Self.cell(row.people, CSV.Cell.integer),
        Self.cell(row.correlation) { .decimal($0, places: 4) }, note(row.correlation.absence),
      ])
    }
    return table
  }

  private var importance: DataTable? {
    switch report.importance {
    case nil: nil
    case .picks(let picks): picks.value.map(table)
    case .ratings(let ratings): table(ratings)
    }
  }

  private func table(_ picks: StatedImportance.Picks) -> DataTable {
    let (words, data) = (words.scales.picks, words.data)
    var table = DataTable(
      name: "importance", title: words.title, meaning: words.meaning(picks.people),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("picked", words.picked, .integer), .init("share", words.share, .share),
      ])
    for row in picks.rows {
      table.append([
        .text(row.id.description), .text(row.title), .integer(row.picked),
        .decimal(picks.share(of: row), places: 4),
      ])
    }
    return table
  }

  private func table(_ ratings: StatedImportance.Ratings) -> DataTable {
    let (words, data) = (words.scales.need, words.data)
    let cut = ratings.cut.value.map { words.cut(importance: $0.importance, level: $0.level) }
    var table = DataTable(
      name: "importance", title: words.title,
      meaning: self.words.figures.joined(
        [ratings.haveUnequalScales ? words.unequalMeaning : words.meaning, cut].compactMap { $0 }),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n", words.people, .integer), .init("importance", words.importance, .number),
        .init("level", words.level, .number), .init("borich", words.borich, .number),
        .init("borich_rank", words.rank, .integer), .init("rds", words.discrepancy, .number),
        .init("quadrant", words.quadrant, .text), .init("note", data.note, .text),
      ])
    for row in ratings.rows {
      let discrepancy = row.need.flatMap {
        Figure($0.scores.discrepancy, orNone: .unequalScales)
      }
      table.append([
        .text(row.id.description), .text(row.title),
        Self.cell(row.need) { .integer($0.scores.people) },
        Self.cell(row.need) { .decimal($0.scores.importance, places: 4) },
        Self.cell(row.need) { .decimal($0.scores.level, places: 4) },
        Self.cell(discrepancy) { .decimal($0.meanWeighted, places: 4) },
        Self.cell(row.need) { $0.rank.map(CSV.Cell.integer) ?? .empty },
        Self.cell(discrepancy) { .decimal($0.ranked, places: 2) },
        Self.cell(row.need) { .text(words.name($0.quadrant)) }, note(discrepancy.absence),
      ])
    }
    return table
  }

  private var quality: DataTable? {
    guard let quality = report.quality?.value else { return nil }
    let words = words.scales.quality
    var table = DataTable(
      name: "quality", title: words.title, meaning: words.meaning,
      columns: [
        .init("sign", words.sign, .text), .init("count", words.count, .integer),
        .init("share", words.share, .share),
      ])
    for (sign, count) in [
      (words.straightLined(AnswerQuality.straightLine), quality.straightLined),
      (words.brokenOff, quality.brokenOff),
    ] {
      table.append([
        .text(sign), .integer(count), .decimal(quality.share(of: count), places: 4),
      ])
    }
    return table
  }
}
