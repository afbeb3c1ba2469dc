import Waymark
import WaymarkBasics

/// The rounded numbers of a report in words, so that a figure and its table say the same.
///
/// Fewer than thirty people are written as counts, since a share of so few misleads.
struct FigureWords: Sendable {
  private var common: CommonWords { CommonWords() }

  /// A number in words, the mark of what is withheld, or that there is none.
  func figure<Value>(_ figure: Figure<Value>, _ shown: (Value) -> String) -> String {
    switch figure {
    case .value(let value): shown(value)
    case .none(.withheld): Absence.withheldMark
    case .none: common.none
    }
  }

  /// How statements are ordered in which few people could be compared.
  func fewComeLast(_ few: Int) -> String {
    "Statements with fewer than \(few) people compared come last, however large their share."
  }

  /// How statements are ordered of which some do not stand out.
  let chanceComesLast =
    "Statements above the share of all ratings by more than chance come first, however large the "
    + "shares of others."

  /// The share below usual: `43 %`, `4 of 12` where few were compared, `[c]` where it is withheld.
  func share(_ below: Figure<GapReport.Below>) -> String { figure(below) { share($0) } }

  func share(_ below: GapReport.Below) -> String {
    below.isOfFew ? count(below.count, of: below.total) : Decimal.percent(below.share)
  }

  /// `4 of 12`.
  func count(_ count: Int, of total: Int) -> String { "\(count) of \(total)" }

  /// `81 % of 912 people compared`, `10 of 11 people compared`.
  func shareOfPeople(_ below: GapReport.Below) -> String { share(below, of: "people compared") }

  /// `81 % of 912 ratings`, `10 of 11 ratings`.
  func shareOfRatings(_ below: GapReport.Below) -> String { share(below, of: "ratings") }

  private func share(_ below: GapReport.Below, of what: String) -> String {
    below.isOfFew ? "\(share(below)) \(what)" : "\(share(below)) of \(below.total) \(what)"
  }

  /// The share as people: `43 % of the 912 people`, `4 of the 12 people`.
  func people(_ below: GapReport.Below) -> String {
    let part = below.isOfFew ? "\(below.count)" : Decimal.percent(below.share)
    return "\(part) of the \(below.total) people"
  }

  /// A part of those who were compared, in the same form as the share.
  func part(_ count: Int, of below: GapReport.Below) -> String {
    below.isOfFew ? "\(count)" : Decimal.percent(Double(count) / Double(below.total))
  }

  /// Wilson's interval: `39 to 47 %`.
  func interval(_ below: Figure<GapReport.Below>) -> String { figure(below) { interval($0) } }

  func interval(_ below: GapReport.Below) -> String { interval(below.interval) }

  /// - Parameter shares: 0 to 1.
  func interval(_ shares: ClosedRange<Double>) -> String {
    Decimal.text(shares.lowerBound * 100, places: 0) + " to "
      + Decimal.percent(shares.upperBound)
  }

  /// An area with its number.
  func area(_ id: AreaID, _ title: String) -> String { "\(id) \(title)" }

  /// Whole sentences one after the other.
  func joined(_ sentences: [String]) -> String { sentences.joined(separator: " ") }
}

/// What the columns of the tables on a report's page are called.
struct HeadingWords: Sendable {
  let statement = "Statement"
  let statements = "Statements"
  let area = "Area"
  let group = "Group"
  let partOfPlan = "Part of the plan"
  let roleAndStatement = "Role and statement"

  let people = "People"
  let invited = "Invited"
  let answered = "Answered"
  let notAnswered = "Have not answered"
  let answers = "Answers"
  let compared = "Compared"
  let ratingsCompared = "Ratings compared"

  let below = "Below"
  let belowUsual = "Below usual"
  let share = "Share"
  let interval = "95 % interval"
  let meanLevel = "Mean level"
  let partOfWork = "Part of the work"

  let notMyWork = "Not my work"
  let cannotJudge = "Can't judge"
  let skipped = "Skipped"
  let notAsked = "Not asked"

  let levelNow = "Level now"
  let levelThen = "Level then"
  let belowNow = "Below now"
  let belowThen = "Below then"
  let more = "More"
}

/// What the figures of a report say, and the sections that they stand in.
struct ChartWords: Sendable {
  private var common: CommonWords { CommonWords() }
  private var figures: FigureWords { FigureWords() }

  /// The caption of the table that a figure draws.
  func sameInNumbers(_ title: String) -> String { "\(title): the same in numbers" }

  // The statements with the largest shares.
  let largestHeading = "Where people are furthest from usual"
  let largestTitle = "The largest shares below usual"
  /// - Parameter order: how they are ordered, where that is not by their shares alone.
  func largest(_ statements: Int, order: [String]) -> [String] {
    let name = statements == 1 ? "statement" : "\(statements) statements"
    return [
      "The \(name) that the largest share of people rate below what is usual for their own role."
    ] + order
  }

  /// What bars say wherever they stand.
  ///
  /// - Parameter few: of how many people compared there is fewer, so that a statement comes last.
  func barsCaption(few: Int?) -> String {
    let sides =
      "Left of the line is below, right of it at or above, in per cent of those who were compared."
    return figures.joined([sides] + (few.map { [figures.fewComeLast($0)] } ?? []))
  }

  let everyStatement = "Every statement"

  // The parts of a bar.
  let furtherBelow = "2 or more levels below"
  let oneBelow = "1 level below"
  let asUsual = "As usual"
  let aboveUsual = "Above usual"
  func bar(_ name: String, _ below: GapReport.Below) -> String {
    "\(name): \(figures.share(below)) below"
  }
  func bars(_ labels: [String]) -> String { figures.joined(labels.map { "\($0)." }) }

  // The areas.
  let areasHeading = "The areas side by side"
  let areasTitle = "Share of ratings below usual in each area"
  let areas = "Areas"
  let areasCaption =
    "Dot: share of ratings below usual. Line: its 95 % interval, which covers chance, not who chose "
    + "to answer."
  func area(_ name: String, _ below: GapReport.Below) -> String {
    "\(name): \(figures.share(below))"
  }
  func areaWithInterval(_ name: String, _ below: GapReport.Below) -> String {
    "\(area(name, below)), 95 % interval \(figures.interval(below))."
  }
}

/// What to work on first.
extension ChartWords {
  var workHeading: String { "What to work on first" }
  var work: [String] {
    [
      "These statements are part of more people's work than on average, and a larger share than on "
        + "average is below usual.",
      "How important people find a statement is not counted here; in its place stands how many "
        + "of those who can tell have it as part of their work.",
    ]
  }
  var workTitle: String { "Part of the work and below usual" }

  /// What goes up.
  var up: String { "Up: more people below usual" }

  /// What goes to the right, and what the marks are.
  ///
  /// - Parameter numbered: how many dots are, of so many in the upper right.
  func right(numbered: Int, of all: Int) -> String {
    let dots =
      numbered == all
      ? "those in the upper right"
      : "the \(numbered) furthest from usual of the \(all) in the upper right"
    return "To the right: part of more people's work. Numbered dots are \(dots), listed below; the "
      + "lines are at the means."
  }

  /// A dot in words.
  func point(
    _ number: Int, _ statement: String, relevance: Double, _ below: GapReport.Below
  ) -> String {
    "\(number), \(statement): part of the work of \(Decimal.percent(relevance)), "
      + "\(figures.share(below)) below."
  }
  func numbered(_ number: Int, _ statement: String) -> String { "\(number). \(statement)" }
}

/// The groups beside one another, and what changed.
extension ChartWords {
  var groupsHeading: String { "Group by group" }
  var groups: [String] {
    [
      "The share of ratings below usual in each area.",
      "The line under a number is as long as the share.",
      "\(Absence.withheldMark) is withheld: too few people.",
    ]
  }
  func areas(_ names: [String]) -> String { "Areas: " + names.joined(separator: "; ") + "." }
  func shareBy(_ question: String) -> String { "Share below usual. \(question)" }

  func levels(by grouping: String) -> String {
    "How the ratings are spread over the levels, by \(grouping)"
  }
  var levelsCaption: String {
    "All ratings of all statements that are shown, for people of every role: what is usual differs "
      + "among roles."
  }
  func levels(of group: String, _ levels: [String], _ shares: [Double]) -> String {
    "\(group): "
      + zip(levels, shares).map { "\($0) \(Decimal.percent($1))" }.joined(separator: ", ")
  }

  var changesTitle: String { "The largest changes of the share below usual" }
  func change(_ statement: String, from earlier: Double, to later: Double) -> String {
    "\(statement): \(Decimal.percent(earlier)), then \(Decimal.percent(later))"
  }
  func changesCaption(from earlier: String, to later: String) -> String {
    "Ring: share below usual in \(earlier). Dot: in \(later). The people are not the same."
  }
}
