import Waymark
import WaymarkBasics

/// What a report says of the strategic plan, of other targets and of the statements themselves.
struct StrategicPlanWords: Sendable {
  private var common: CommonWords { CommonWords() }
  private var figures: FigureWords { FigureWords() }

  let heading = "What this says of the strategic plan"
  let spheres = "Spheres"
  let actions = "Areas of action"

  /// The plan's title, with its version where the title does not say it.
  func name(_ title: String, version: String) -> String {
    title.contains(version) ? title : "\(title), \(version)"
  }
  func sentence(_ name: String) -> String { "\(name)." }
  /// Of a plan whose last year was before the answers.
  func ended(_ name: String, in year: Int) -> String {
    "The strategic plan “\(name)” ended in \(year), before people answered: take what is said of it "
      + "for the next one."
  }

  /// What self-assessment can say of an objective.
  func measure(_ measure: StrategicPlan.Measure) -> String {
    switch measure {
    case .no: "Not measurable from self-assessment."
    case .use: "That people use the questionnaire says more than the levels do."
    case .weak: "Self-ratings only hint at it."
    case .partly: "Self-ratings speak to a part of it."
    case .direct: "Self-ratings speak to it directly."
    }
  }

  let noStatement = "No statement speaks to it."
  private func statements(_ count: Int) -> String {
    count == 1 ? "1 statement speaks" : "\(count) statements speak"
  }
  func share(_ count: Int, _ below: GapReport.Below) -> String {
    "\(statements(count)) to it; \(figures.share(below)) of the ratings are below usual."
  }
  func noShare(_ count: Int, _ absence: Absence) -> String {
    "\(statements(count)) to it; no share: \(common.reason(absence))."
  }

  /// The statements with the largest shares, each with its share.
  func largestGaps(_ gaps: [(statement: String, below: GapReport.Below)]) -> String {
    let gaps = gaps.map { "\($0.statement) (\(figures.share($0.below)))" }
    return "Largest gaps: " + gaps.joined(separator: ", ") + "."
  }

  /// What changed since an earlier campaign, in points of per cent.
  func change(_ change: Change, since earlier: String) -> String {
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
    return "Since “\(earlier)”, \(words)\(interval ?? "")."
  }

  /// How many of all said yes to each question on serving.
  func willing(_ counts: [(question: String, people: Int)], of people: Int) -> String {
    "Of \(people) people so many said yes: "
      + counts.map { "\($0.question) \($0.people)" }.joined(separator: "; ") + "."
  }

  /// Who answered, where this is what speaks to an objective.
  ///
  /// - Parameters:
  ///   - people: how many; `nil` where they are fewer than `minimum`.
  ///   - completion: how many of the answers asked for were given; `nil` where none were asked for.
  func whoAnswered(
    _ people: Int?, minimum: Int, completion: (given: Int, asked: Int)?
  ) -> String {
    let people = self.people(people, minimum: minimum)
    let given = completion.map {
      ", and gave \(Decimal.percent(Double($0.given) / Double($0.asked))) of the answers asked for"
    }
    return "What does speak: \(people)\(given ?? "")."
  }

  /// What the number of those who answered does not show of an objective that no rating measures.
  ///
  /// - Parameter people: how many; `nil` where they are fewer than `minimum`.
  func notShown(_ people: Int?, minimum: Int) -> String {
    "That \(self.people(people, minimum: minimum)) shows how far the questionnaire reached; it is no "
      + "measure of this objective."
  }

  private func people(_ count: Int?, minimum: Int) -> String {
    count.map { "\(common.people($0)) answered" } ?? "fewer than \(minimum) people answered"
  }
}

/// Other targets, and what is worth a second look.
extension StrategicPlanWords {
  var raisedHeading: String { "If a role asked for another level" }
  var raisedTable: String { "How many people another target would put below it" }
  func raised(_ role: String, _ statement: String) -> String { "\(role): \(statement)" }

  var revisionHeading: String { "For the next revision of the competencies" }
  var revision: [String] {
    [
      "Statements worth a second look, at most five for each sign.",
      "A sign is no verdict: a statement that few have in their work may still matter to those "
        + "who do.",
    ]
  }

  /// A sign as a heading.
  func sign(_ sign: RevisionEvidence.Sign) -> String {
    switch sign {
    case .notPartOfMyWork: "Most often not part of my work"
    case .cannotJudge: "Most often can't judge"
    case .skipped: "Most often skipped"
    case .ceiling: "Most often on the highest level"
    }
  }
}
