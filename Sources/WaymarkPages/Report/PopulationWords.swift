import Waymark
import WaymarkBasics

/// What the tables say of people beside their levels: what their service needs, who is willing to serve,
/// and whom those who answered stand for.
struct PopulationWords: Sendable {
  let service = Service()
  let willing = Willing()
  let weighted = Weighted()
  let representation = Representation()

  /// What the service needs.
  struct Service {
    let title = "What the service needs"

    /// How many managers answered, and in how many statements they need more than staff have.
    ///
    /// - Parameters:
    ///   - now: in so many of those that can be compared a higher level is needed now.
    ///   - later: the same in five years.
    func needed(
      _ managers: Int, now: (higher: Int, of: Int), later: (higher: Int, of: Int)
    ) -> String {
      "\(managers) managers said what their service needs. Of the statements that can be compared "
        + "they need a higher level now than staff have in \(now.higher) of \(now.of), and in five "
        + "years in \(later.higher) of \(later.of)."
    }
    func largestGaps(_ gaps: [(statement: String, needed: Int, staff: Int)]) -> String {
      let gaps = gaps.map { "\($0.statement) (needed \($0.needed), staff \($0.staff))" }
      return "Largest gaps now: \(gaps.joined(separator: ", "))."
    }
    let tooFew = "Too few managers said what their service needs; it is withheld."
    let howToRead = [
      "This is the managers' view: the level that at least one person in a library should have.",
      "Levels are medians, of an even number the lower one of the two in the middle.",
      "The largest gaps between the level needed now and that of staff come first.",
    ]

    let managersNow = ColumnWords("Managers, now", "How many managers gave a level for now.")
    let neededNow = ColumnWords(
      "Needed now", "The median level that they say is needed now.")
    let managersLater = ColumnWords(
      "Managers, in 5 years", "How many managers gave a level for in five years.")
    let neededLater = ColumnWords(
      "Needed in 5 years", "The median level that they say is needed in five years.")
    let staff = ColumnWords("Staff", "How many of the staff gave a level.")
    let staffLevel = ColumnWords("Staff's level", "The median level of staff.")
    let reachNow = ColumnWords(
      "Reach now", "How many of the staff are at or above the level needed now.")
    let reachLater = ColumnWords(
      "Reach in 5 years",
      "How many of the staff are at or above the level needed in five years.")
  }

  /// Who is willing to serve.
  struct Willing {
    let title = "Willing to serve"
    let meaning =
      "How many people said so when they shared their answers; who said nothing counts as not willing."
    let people = ColumnWords("People", "How many people are in the group.")
    func yes(_ question: String) -> ColumnWords { ColumnWords(question, "How many said yes.") }
  }

  /// What weights change.
  struct Weighted {
    let title = "Weighted to the population"
    let method =
      "Everybody counts by a weight that brings those who answered to the margins of the population "
      + "(raking, Deming & Stephan 1940)."
    let tooFew =
      "Too few people gave the answers that the weights need; it is withheld."

    func worth(_ people: Int, _ effectiveSize: Double, isWeak: Bool) -> String {
      "The \(people) people are worth \(Decimal.text(effectiveSize, places: 0)) without weights"
        + (isWeak ? ", less than half: take care." : ".")
    }
    func cut(_ cap: Double, marginError: Double) -> String {
      "Weights are cut at \(Decimal.text(cap, places: 1)) times the mean, which leaves a margin "
        + "\(Decimal.text(marginError * 100, places: 1)) % off."
    }
    let someUnanswered = "A few people left an answer out that the weights need."
    func unanswered(_ people: Int, _ treatment: Weighting.Unanswered) -> String {
      "\(people) people left an answer out that the weights need: they "
        + (treatment == .meanWeight ? "keep the mean weight." : "are left out.")
    }

    let share = ColumnWords("Below, unweighted", "The share below usual, 0 to 1.")
    let shareWeighted = ColumnWords("Below, weighted", "The weighted share, 0 to 1.")
    let shareLow = ColumnWords("Below, low", "Where its 95 % interval begins (Wilson).")
    let shareHigh = ColumnWords("Below, high", "Where its 95 % interval ends (Wilson).")
    let mean = ColumnWords("Mean, unweighted", "The mean level.")
    let meanWeighted = ColumnWords("Mean, weighted", "The weighted mean level.")
    let meanLow = ColumnWords("Mean, low", "Where its 95 % interval begins.")
    let meanHigh = ColumnWords("Mean, high", "Where its 95 % interval ends.")
    let effectivePeople = ColumnWords(
      "Effective people", "Kish's effective size of those who gave a level.")
  }

  /// Who is over- and under-represented.
  struct Representation {
    let title = "Who is represented"
    let meaning =
      "Those who answered beside the population. Above 1: more of them answered than their share; below "
      + "1: fewer."
    let by = ColumnWords("By", "What people are sorted by.")
    let people = ColumnWords("People", "How many answered.")
    let sample = ColumnWords("Share here", "Their share of those who answered, 0 to 1.")
    let population = ColumnWords("Share there", "The share of the population, 0 to 1.")
    let ratio = ColumnWords("Ratio", "The first share divided by the second.")
  }
}
