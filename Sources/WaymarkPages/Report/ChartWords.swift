import Waymark
import WaymarkBasics

/// What the figures of a report say, and the sections that they stand in.
struct ChartWords: Sendable {
  private var common: CommonWords { CommonWords() }
  private var figures: FigureWords { FigureWords() }

  /// The caption of the table that a figure draws.
  func sameInNumbers(_ title: String) -> String { "\(title): the same in numbers" }

  // The statements with the largest shares.
  let largestHeading = "Where people are furthest from usual"
  let largestTitle = "The largest shares below usual"
  func largest(_ statements: Int) -> [String] {
    let name = statements == 1 ? "statement" : "\(statements) statements"
    return [
      "The \(name) that the largest share of people rate below what is usual for their own role.",
      "Left of the line is below, right of it at or above.",
    ]
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
      "These statements are part of more people's work than most are, and more people are below "
        + "usual.",
      "How important people find a statement is not counted here; in its place stands how many "
        + "of those who can tell have it as part of their work.",
    ]
  }
  var workTitle: String { "Part of the work and below usual" }

  /// What goes up, to this share.
  func up(_ top: Double) -> String {
    "Up: more people below usual (0 to \(Decimal.percent(top)))"
  }

  /// What goes to the right, from this share, and what the marks are.
  func right(_ left: Double) -> String {
    "To the right: part of more people's work (\(Decimal.percent(left)) to 100 %). Numbered dots are "
      + "those in the upper right, listed below; the lines are at the means."
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
  func shareBy(_ question: String) -> String { "Share below usual by \(question.lowercased())" }

  var changesTitle: String { "The largest changes of the share below usual" }
  func change(_ statement: String, from earlier: Double, to later: Double) -> String {
    "\(statement): \(Decimal.percent(earlier)), then \(Decimal.percent(later))"
  }
  func changesCaption(from earlier: String, to later: String) -> String {
    "Ring: share below usual in \(earlier). Dot: in \(later). The people are not the same."
  }
}
