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
    guard !reliability.isEmpty else { return nil }
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
    for area in reliability {
      let notes = [
        area.coefficient.absence?.reason,
        (area.coefficient.value?.alpha ?? 0) < 0 ? "check reversed items" : nil,
        area.people.value?.isShort == true ? "more than a tenth left a statement out" : nil,
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
        .text(notes.compactMap { $0 }.joined(separator: "; ")),
      ])
    }
    return table
  }

  private var itemRestTable: DataTable? {
    guard !itemRest.isEmpty else { return nil }
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
    for row in itemRest {
      table.append([
        .text(row.id.description), .text(row.title), Self.cell(row.people, CSV.Cell.integer),
        Self.cell(row.correlation) { .decimal($0, places: 4) },
        .text(row.correlation.absence?.reason ?? ""),
      ])
    }
    return table
  }

  private var importanceTable: DataTable? {
    switch importance {
    case nil: nil
    case .picks(let picks): picks.value.map(picksTable)
    case .ratings(let ratings): needTable(ratings)
    }
  }

  private func picksTable(_ picks: StatedImportance.Picks) -> DataTable {
    var table = DataTable(
      name: "importance", title: "What people picked as important",
      meaning: "How many of the \(picks.people) people who picked anything picked a statement.",
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("picked", "Picked", "How many people picked it.", .integer),
        .init("share", "Share", "Their share of those who picked anything, 0 to 1.", .share),
      ])
    for row in picks.rows {
      table.append([
        .text(row.id.description), .text(row.title), .integer(row.picked),
        .decimal(picks.share(of: row), places: 4),
      ])
    }
    return table
  }

  private func needTable(_ ratings: StatedImportance.Ratings) -> DataTable {
    let quadrants =
      ratings.cut.value.map {
        " The quadrants are cut at the grand means, importance "
          + "\(Decimal.text($0.importance, places: 2)) and level \(Decimal.text($0.level, places: 2))."
      } ?? ""
    var table = DataTable(
      name: "importance", title: "Importance and need",
      meaning:
        "Importance from 1 to 5 beside the level, over those who gave both. The most negative "
        + "ranked discrepancy and the highest Borich score are the greatest needs." + quadrants,
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
    for row in ratings.rows {
      table.append([
        .text(row.id.description), .text(row.title),
        Self.cell(row.need) { .integer($0.scores.people) },
        Self.cell(row.need) { .decimal($0.scores.importance, places: 4) },
        Self.cell(row.need) { .decimal($0.scores.level, places: 4) },
        Self.cell(row.need) { .decimal($0.scores.meanWeightedDiscrepancy, places: 4) },
        Self.cell(row.need) { .integer($0.rank) },
        Self.cell(row.need) { .decimal($0.scores.rankedDiscrepancy, places: 2) },
        Self.cell(row.need) { .text($0.quadrant.words) },
        .text(row.need.absence?.reason ?? ""),
      ])
    }
    return table
  }

  private var qualityTable: DataTable? {
    guard let quality = quality?.value else { return nil }
    var table = DataTable(
      name: "quality", title: "How people filled it in",
      meaning: "About the sample, never about a person. How long people took is not recorded.",
      columns: [
        .init("sign", "Sign", "What is counted.", .text),
        .init("count", "Sheets", "How many sheets show it.", .integer),
        .init("share", "Share", "Their share of all sheets, 0 to 1.", .share),
      ])
    for (sign, count) in [
      ("one level throughout, of at least \(AnswerQuality.straightLine)", quality.straightLined),
      ("broken off: the last area has no answer", quality.brokenOff),
    ] {
      table.append([
        .text(sign), .integer(count), .decimal(quality.share(of: count), places: 4),
      ])
    }
    return table
  }
}

extension StatedImportance.Quadrant {
  fileprivate var words: String {
    switch self {
    case .keepUp: "keep up"
    case .concentrateHere: "concentrate here"
    case .possibleOverkill: "possible overkill"
    case .lowPriority: "low priority"
    }
  }
}

extension GapReport {
  /// What the service needs as those see it who answered for it, beside the levels of staff.
  var serviceTables: [DataTable] {
    guard let need = supplement.service else { return [] }
    let gaps = zip(overall.competencies, zip(need.now, need.inFiveYears))
      .map { ServiceGap($0, now: $1.0, inFiveYears: $1.1) }
      .sorted { $0.comesBefore($1) }
    var table = DataTable(
      name: "service_need", title: "What the service needs",
      meaning: Self.words(on: gaps, people: need.people),
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("managers_now", "Managers, now", "How many managers gave a level for now.", .integer),
        .init(
          "needed_now", "Needed now", "The median level that they say is needed now.", .integer),
        .init(
          "managers_later", "Managers, in 5 years",
          "How many managers gave a level for in five years.", .integer),
        .init(
          "needed_later", "Needed in 5 years",
          "The median level that they say is needed in five years.", .integer),
        .init("staff", "Staff", "How many of the staff gave a level.", .integer),
        .init("staff_level", "Staff's level", "The median level of staff.", .integer),
        .init(
          "reach_now", "Reach now", "How many of the staff are at or above the level needed now.",
          .integer),
        .init(
          "reach_later", "Reach in 5 years",
          "How many of the staff are at or above the level needed in five years.", .integer),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for gap in gaps {
      let figures: [Figure<Int>] =
        [gap.now, gap.inFiveYears].flatMap { need in
          [need.map(\.people), need.map(\.median)]
        } + [
          gap.staff.map { $0.reduce(0, +) }, gap.staffMedian, gap.reaching(gap.now),
          gap.reaching(gap.inFiveYears),
        ]
      table.append(
        [.text(gap.competency.id.description), .text(gap.competency.title)]
          + figures.map { Self.cell($0, CSV.Cell.integer) }
          + [.text(figures.lazy.compactMap(\.absence).first?.reason ?? "")])
    }
    return [table]
  }

  /// What the table says, and how to read it.
  private static func words(on gaps: [ServiceGap], people: Figure<Int>) -> String {
    let finding: [String]
    if let count = people.value {
      let told = gaps.filter { $0.gap(to: $0.now) != nil }
      // Of the statements in which both can be compared.
      func above(_ need: (ServiceGap) -> Figure<ServiceNeed.Level>) -> String {
        let known = gaps.compactMap { $0.gap(to: need($0)) }
        return "\(known.count { $0 > 0 }) of \(known.count)"
      }
      let largest = told.prefix(3).filter { ($0.gap(to: $0.now) ?? 0) > 0 }.compactMap { gap in
        gap.now.value.flatMap { need in
          gap.staffMedian.value.map {
            "\(gap.competency.title) (needed \(need.median), staff \($0))"
          }
        }
      }
      finding =
        [
          "\(count) managers said what their service needs. Of the statements that can be compared "
            + "they need a higher level now than staff have in \(above(\.now)), and in five years in "
            + "\(above(\.inFiveYears))."
        ] + (largest.isEmpty ? [] : ["Largest gaps now: \(largest.joined(separator: ", "))."])
    } else {
      finding = ["Too few managers said what their service needs; it is withheld."]
    }
    return
      (finding + [
        "This is the managers' view: the level that at least one person in a library should have.",
        "Levels are medians, of an even number the lower one of the two in the middle.",
        "The largest gaps between the level needed now and that of staff come first.",
      ]).joined(separator: " ")
  }
}

extension GapReport {
  /// Who said that they are willing to serve, a row for everybody and for each group.
  var willingnessTables: [DataTable] {
    guard let willingness = supplement.willingness else { return [] }
    var table = DataTable(
      name: "willing", title: "Willing to serve",
      meaning: "How many people said so when they shared their answers; who said nothing counts as "
        + "not willing.",
      columns: [
        .init("by", "By", "The question that the people were sorted by.", .text),
        .init("group", "Group", "The group.", .text),
        .init("n", "People", "How many people are in the group.", .integer),
      ]
        + willingness.questions.enumerated().map { place, question in
          .init("willing_\(place + 1)", question, "How many said yes.", .integer)
        })
    for row in willingness.rows {
      table.append(
        [.text(row.by ?? ""), .text(row.group), Self.cell(row.people, CSV.Cell.integer)]
          + row.willing.map { Self.cell($0, CSV.Cell.integer) })
    }
    return [table]
  }
}

extension GapReport {
  /// What weights change, and who is over- and under-represented.
  var weightingTables: [DataTable] {
    supplement.weighting.map { [weightedTable($0), representationTable($0)] } ?? []
  }

  private func weightedTable(_ weighting: Weighting) -> DataTable {
    var table = DataTable(
      name: "weighted", title: "Weighted to the population",
      meaning: sentences(weighting).joined(separator: " "),
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "People", "How many people gave a level.", .integer),
        .init("share", "Below, unweighted", "The share below usual, 0 to 1.", .share),
        .init("share_weighted", "Below, weighted", "The weighted share, 0 to 1.", .share),
        .init("share_low", "Below, low", "Where its 95 % interval begins (Wilson).", .share),
        .init("share_high", "Below, high", "Where its 95 % interval ends (Wilson).", .share),
        .init("mean", "Mean, unweighted", "The mean level.", .number),
        .init("mean_weighted", "Mean, weighted", "The weighted mean level.", .number),
        .init("mean_low", "Mean, low", "Where its 95 % interval begins.", .number),
        .init("mean_high", "Mean, high", "Where its 95 % interval ends.", .number),
        .init(
          "n_eff", "Effective people", "Kish's effective size of those who gave a level.", .number),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for row in weighting.rows {
      func both(_ figure: Figure<Weighting.Both>) -> [CSV.Cell] {
        [
          Self.cell(figure) { .decimal($0.unweighted, places: 4) },
          Self.cell(figure) { .decimal($0.weighted.value, places: 4) },
          Self.cell(figure) {
            $0.weighted.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty
          },
          Self.cell(figure) {
            $0.weighted.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty
          },
        ]
      }
      table.append(
        [.text(row.id.description), .text(row.title), Self.cell(row.people, CSV.Cell.integer)]
          + both(row.share) + both(row.mean)
          + [
            Self.cell(row.mean) { .decimal($0.weighted.effectiveSize, places: 1) },
            .text((row.mean.absence ?? row.share.absence)?.reason ?? ""),
          ])
    }
    return table
  }

  private func sentences(_ weighting: Weighting) -> [String] {
    let method =
      "Everybody counts by a weight that brings those who answered to the margins of the population "
      + "(raking, Deming & Stephan 1940)."
    guard let sample = weighting.sample.value else {
      return [method, "Too few people gave the answers that the weights need; it is withheld."]
    }
    return [
      method,
      "The \(sample.people) people are worth \(Decimal.text(sample.effectiveSize, places: 0)) "
        + "without weights" + (sample.isWeak ? ", less than half: take care." : "."),
      weighting.cap.map {
        "Weights are cut at \(Decimal.text($0, places: 1)) times the mean, which leaves a margin "
          + "\(Decimal.text(sample.marginError * 100, places: 1)) % off."
      }, Self.words(on: sample.unanswered, weighting.treatment),
    ].compactMap { $0 }
  }

  private static func words(
    on unanswered: Figure<Int>, _ treatment: Weighting.Unanswered
  ) -> String? {
    switch unanswered {
    case .none: "A few people left an answer out that the weights need."
    case .value(0): nil
    case .value(let people):
      "\(people) people left an answer out that the weights need: they "
        + (treatment == .meanWeight ? "keep the mean weight." : "are left out.")
    }
  }

  private func representationTable(_ weighting: Weighting) -> DataTable {
    var table = DataTable(
      name: "representation", title: "Who is represented",
      meaning:
        "Those who answered beside the population. Above 1: more of them answered than their "
        + "share; below 1: fewer.",
      columns: [
        .init("variable", "By", "What people are sorted by.", .text),
        .init("category", "Group", "The group.", .text),
        .init("n", "People", "How many answered.", .integer),
        .init("sample", "Share here", "Their share of those who answered, 0 to 1.", .share),
        .init("population", "Share there", "The share of the population, 0 to 1.", .share),
        .init("ratio", "Ratio", "The first share divided by the second.", .number),
      ])
    for share in weighting.shares {
      table.append([
        .text(share.variable), .text(share.category), Self.cell(share.people, CSV.Cell.integer),
        Self.cell(share.sample) { .decimal($0, places: 4) },
        .decimal(share.population, places: 4),
        Self.cell(share.ratio) { $0.map { .decimal($0, places: 2) } ?? .empty },
      ])
    }
    return table
  }
}
