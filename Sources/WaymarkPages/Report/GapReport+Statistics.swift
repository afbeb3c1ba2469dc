import Waymark
import WaymarkBasics

extension GapReport {
  /// The tables beside those of levels: each has a sentence that says how to read it.
  var statisticsTables: [DataTable] {
    (serviceTables + scaleTables + comparisonTables + weightingTables + willingnessTables)
      .map(labelled)
  }

  /// What the answers say about the scales and about how they were filled in.
  var scaleTables: [DataTable] {
    guard (overall.respondents ?? 0) > 0 else { return [] }
    return [reliabilityTable, itemRestTable, importanceTable, qualityTable].compactMap { $0 }
  }

  /// The table with the campaign, and whether it is made up, in every row.
  func labelled(_ table: DataTable) -> DataTable {
    var labelled = DataTable(
      name: table.name, title: table.title, meaning: table.meaning,
      columns: DataTable.Column.labels + table.columns)
    for row in table.rows { labelled.append(campaign.labels + row) }
    return labelled
  }

  private var reliabilityTable: DataTable? {
    guard !areaSums.isEmpty, respondentsAreShown else { return nil }
    var table = DataTable(
      name: "reliability", title: "How areas hold together",
      meaning:
        "Cronbach's alpha of each area with Feldt's 95 % interval, over the people who gave a "
        + "level to every statement of it. Below 0 or near it: check whether a statement runs "
        + "against the others.",
      columns: [
        .init("area", "Area id", "The id of the area.", .text),
        .init("title", "Area", "The area's name.", .text),
        .init("n", "People", "How many people gave a level to every statement.", .integer),
        .init("left_out", "Left out", "How many rated the area and not every statement.", .integer),
        .init("alpha", "Alpha", "Cronbach's alpha.", .number),
        .init("low", "Alpha, low", "Where its 95 % interval begins (Feldt).", .number),
        .init("high", "Alpha, high", "Where its 95 % interval ends (Feldt).", .number),
        .init("note", "Note", "Why a number is missing, or what to look at.", .text),
      ])
    for (area, sums) in zip(overall.areas, areaSums) {
      let raters = area.figures?.people ?? sums.people
      let isWithheld = minimumGroup.withholds(sums.people) || area.figures == nil
      let reliability = isWithheld ? .none(.withheld) : Reliability.of(sums)
      let people = isWithheld ? Figure<Int>.none(.withheld) : .value(sums.people)
      let losses =
        raters > 0 && Double(raters - sums.people) > 0.1 * Double(raters)
        ? "more than a tenth left a statement out" : nil
      let negative = (reliability.value?.alpha ?? 0) < 0 ? "check reversed items" : nil
      let notes = [reliability.absence?.reason, negative, isWithheld ? nil : losses]
      table.append([
        .text(area.id.description), .text(area.title), Self.cell(people, CSV.Cell.integer),
        Self.cell(people) { .integer(max(0, raters - $0)) },
        Self.cell(reliability) { .decimal($0.alpha, places: 4) },
        Self.cell(reliability) { $0.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty },
        Self.cell(reliability) { $0.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty },
        .text(notes.compactMap { $0 }.joined(separator: "; ")),
      ])
    }
    return table
  }

  private var itemRestTable: DataTable? {
    guard let details = supplement.details, respondentsAreShown else { return nil }
    var table = DataTable(
      name: "item_rest", title: "Statements beside their area",
      meaning:
        "The correlation of each statement with the sum of the others of its area, over those "
        + "who gave a level to all of them. Near 0 or below: the statement is about something else, "
        + "or is read in another way.",
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "People", "How many people gave a level to the whole area.", .integer),
        .init("correlation", "Correlation", "Pearson's correlation, -1 to 1.", .number),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for (position, row) in overall.competencies.enumerated() {
      let (correlation, people) = details.itemRest(position)
      let isWithheld = minimumGroup.withholds(people) || row.figures == nil
      let shown = isWithheld ? Figure<Double>.none(.withheld) : correlation
      table.append([
        .text(row.id.description), .text(row.title),
        Self.cell(isWithheld ? .none(.withheld) : .value(people), CSV.Cell.integer),
        Self.cell(shown) { .decimal($0, places: 4) }, .text(shown.absence?.reason ?? ""),
      ])
    }
    return table
  }

  private var importanceTable: DataTable? {
    guard let details = supplement.details, respondentsAreShown else { return nil }
    return details.rated.isEmpty ? picksTable(details) : needTable(details.rated)
  }

  private func picksTable(_ details: SheetDetails) -> DataTable? {
    guard details.pickers > 0, !minimumGroup.withholds(details.pickers) else { return nil }
    var table = DataTable(
      name: "importance", title: "What people picked as important",
      meaning: "How many of the \(details.pickers) people who picked anything picked a statement.",
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("picked", "Picked", "How many people picked it.", .integer),
        .init("share", "Share", "Their share of those who picked anything, 0 to 1.", .share),
      ])
    for (row, picked) in zip(overall.competencies, details.picked) {
      table.append([
        .text(row.id.description), .text(row.title), .integer(picked),
        .decimal(Double(picked) / Double(details.pickers), places: 4),
      ])
    }
    return table
  }

  private func needTable(_ rated: [[[Int]]]) -> DataTable {
    let scores = rated.map { counts -> Figure<NeedScores> in
      let found = NeedScores(counts: counts)
      let isWithheld = minimumGroup.withholds(found?.people ?? 0)
      return isWithheld ? .none(.withheld) : Figure(found, orNone: .noAnswers)
    }
    let shown = scores.compactMap(\.value)
    let grand = (
      importance: NeumaierSum(shown.map(\.importance)).value / Double(max(1, shown.count)),
      level: NeumaierSum(shown.map(\.level)).value / Double(max(1, shown.count))
    )
    var table = DataTable(
      name: "importance", title: "Importance and need",
      meaning:
        "Importance from 1 to 5 beside the level, over those who gave both. The most negative "
        + "ranked discrepancy and the highest Borich score are the greatest needs. The quadrants are "
        + "cut at the grand means, importance \(Decimal.text(grand.importance, places: 2)) and level "
        + "\(Decimal.text(grand.level, places: 2)).",
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "People", "How many people gave both.", .integer),
        .init("importance", "Importance", "The mean importance.", .number),
        .init("level", "Mean level", "The mean level of the same people.", .number),
        .init(
          "borich", "Borich score", "The mean weighted discrepancy score (Borich 1980).", .number),
        .init(
          "borich_rank", "Rank", "Its rank, 1 for the greatest need; ties share one.", .integer),
        .init(
          "rds", "Ranked discrepancy", "The ranked discrepancy score, -100 to 100.", .number),
        .init(
          "quadrant", "Quadrant", "Importance-performance analysis (Martilla & James 1977).", .text),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for (row, score) in zip(overall.competencies, scores) {
      table.append(
        [.text(row.id.description), .text(row.title)]
          + [
            Self.cell(score) { .integer($0.people) },
            Self.cell(score) { .decimal($0.importance, places: 4) },
            Self.cell(score) { .decimal($0.level, places: 4) },
            Self.cell(score) { .decimal($0.meanWeightedDiscrepancy, places: 4) },
            Self.cell(score) { own in
              .integer(
                1 + shown.count { $0.meanWeightedDiscrepancy > own.meanWeightedDiscrepancy })
            },
            Self.cell(score) { .decimal($0.rankedDiscrepancy, places: 2) },
            Self.cell(score) { .text(Self.quadrant($0, grand)) },
            .text(score.absence?.reason ?? ""),
          ])
    }
    return table
  }

  /// At or above a mean is high; where all are equal, all are high and nothing is amiss.
  private static func quadrant(
    _ score: NeedScores, _ grand: (importance: Double, level: Double)
  ) -> String {
    switch (score.importance >= grand.importance, score.level >= grand.level) {
    case (true, true): "keep up"
    case (true, false): "concentrate here"
    case (false, true): "possible overkill"
    case (false, false): "low priority"
    }
  }

  private var qualityTable: DataTable? {
    guard let details = supplement.details, respondentsAreShown else { return nil }
    var table = DataTable(
      name: "quality", title: "How people filled it in",
      meaning: "About the sample, never about a person. How long people took is not recorded.",
      columns: [
        .init("sign", "Sign", "What is counted.", .text),
        .init("count", "Sheets", "How many sheets show it.", .integer),
        .init("share", "Share", "Their share of all sheets, 0 to 1.", .share),
      ])
    for (sign, count) in [
      ("one level throughout, of at least \(SheetDetails.straightLine)", details.straightLined),
      ("broken off: the last area has no answer", details.brokenOff),
    ] {
      table.append([
        .text(sign), .integer(count),
        .decimal(Double(count) / Double(max(1, details.people)), places: 4),
      ])
    }
    return table
  }

  private var respondentsAreShown: Bool { overall.respondents != nil }
}
