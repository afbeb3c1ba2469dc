import Waymark
import WaymarkBasics

/// What the page for a board says beyond the words of its report.
struct BoardWords: Sendable {
  private let common = CommonWords()
  private let figures = FigureWords()

  func title(_ campaign: String) -> String { "For the board: \(campaign)" }

  let gaps = "The largest gaps"

  // MARK: - What to do

  let toDo = "What to do about it"

  /// A statement that learning is to be offered on.
  func learnFirst(_ statement: String) -> String { "Offer learning on “\(statement)”." }

  /// Why a statement comes first.
  ///
  /// - Parameter objectives: the ids of the objectives of the strategic plan that it speaks to.
  func why(_ below: GapReport.Below, objectives: [String]) -> String {
    "\(figures.people(below)) are below what is usual."
      + (objectives.isEmpty
        ? ""
        : " It speaks to \(common.list(objectives)) of the plan.")
  }

  /// How to see what there is to learn from.
  let whatIsOffered = "Which workshops close most of it for the most people is said by:"
  func plan(_ campaign: String) -> String { "waymark plan --campaign \(campaign)" }

  // MARK: - How far it can be trusted

  let trust = "How far to trust it"
  let wholeReport = "The whole report has every statement, the groups and the method."
}
