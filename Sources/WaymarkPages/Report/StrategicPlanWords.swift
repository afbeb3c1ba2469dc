import Waymark
import WaymarkBasics

extension GapReport {
  /// What the report says of an objective: how far self-ratings reach, the share below usual and the
  /// largest gaps, or the number that does speak to it.
  func sentences(on part: StrategicPlanReport.Part) -> [String] {
    levels(part) + (part.countsService ? willing : [])
  }

  private func levels(_ part: StrategicPlanReport.Part) -> [String] {
    switch part.measure {
    case .no: ["Not measurable from self-assessment."] + whoAnswered
    case .use: ["That people use the questionnaire says more than the levels do."] + whoAnswered
    case .weak: ["Self-ratings only hint at it."] + share(part)
    case .partly: ["Self-ratings speak to a part of it."] + share(part)
    case .direct: ["Self-ratings speak to it directly."] + share(part)
    case nil: share(part)
    }
  }

  private func share(_ part: StrategicPlanReport.Part) -> [String] {
    guard !part.statements.isEmpty else { return ["No statement speaks to it."] }
    let count = part.statements.count
    let statements = count == 1 ? "1 statement speaks" : "\(count) statements speak"
    switch part.below {
    case .value(let below):
      let gaps = part.largestGaps(3).map { "\($0.row.title) (\(ReportWords.share($0.below)))" }
      return [
        "\(statements) to it; \(ReportWords.share(below)) of the ratings are below usual."
      ] + change(part)
        + (gaps.isEmpty ? [] : ["Largest gaps: " + gaps.joined(separator: ", ") + "."])
    case .none(let absence): return ["\(statements) to it; no share: \(absence.reason)."]
    }
  }

  /// What changed since the earlier campaign, in points of per cent.
  private func change(_ part: StrategicPlanReport.Part) -> [String] {
    guard let change = part.change, let earlier = supplement.comparison?.earlier.title else {
      return []
    }
    let points = Decimal.text(abs(change.difference) * 100, places: 0)
    let words =
      points == "0"
      ? "as many are below usual"
      : "\(points) \(points == "1" ? "point" : "points") "
        + "\(change.difference < 0 ? "fewer" : "more") are below usual"
    let interval = change.interval.map {
      " (95 % interval \(Decimal.text($0.lowerBound * 100, places: 0)) to "
        + "\(Decimal.text($0.upperBound * 100, places: 0)))"
    }
    return ["Since “\(earlier)”, \(words)\(interval ?? "")."]
  }

  /// How many of all said that they are willing to serve; nothing where nobody said so.
  private var willing: [String] {
    guard let willingness = supplement.willingness, let all = willingness.rows.first,
      let people = all.people.value
    else { return [] }
    let counts = zip(willingness.questions, all.willing).compactMap { question, willing in
      willing.value.map { "\(question) \($0)" }
    }
    return ["Of \(people) people so many said yes: " + counts.joined(separator: "; ") + "."]
  }

  private var whoAnswered: [String] {
    let people =
      overall.respondents.map { "\(ReportWords.people($0)) answered" }
      ?? "fewer than \(minimumGroup.people) people answered"
    let given = completion.map { given, asked in
      ", and gave \(Decimal.percent(Double(given) / Double(asked))) of the answers asked for"
    }
    return ["What does speak: \(people)\(given ?? "")."]
  }

  static let raisedColumns = [
    "Role and statement", "Level now", "Level then", "People", "Below now", "Below then", "More",
  ]
}

extension StrategicPlanReport {
  /// The plan's title, with its version where the title does not say it.
  var name: String { title.contains(version) ? title : "\(title), \(version)" }
}

extension RaisedTarget {
  /// What it says, a text for each of `GapReport.raisedColumns`.
  var cells: [String] {
    let counts: [String] =
      switch people {
      case .value(let people):
        ["\(people.rated)", "\(people.belowNow)", "\(people.belowThen)", "\(people.more)"]
      case .none(.withheld): Array(repeating: Absence.withheldMark, count: 4)
      case .none: Array(repeating: "none", count: 4)
      }
    return ["\(role): \(title)", usual.map { "\($0.rank)" } ?? "none", "\(change.level.rank)"]
      + counts
  }
}

extension RevisionEvidence.Sign {
  /// The sign as a heading.
  var heading: String {
    switch self {
    case .notPartOfMyWork: "Most often not part of my work"
    case .cannotJudge: "Most often can't judge"
    case .skipped: "Most often skipped"
    case .ceiling: "Most often on the highest level"
    }
  }
}
