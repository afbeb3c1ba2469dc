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

  func interval(_ below: GapReport.Below) -> String {
    Decimal.text(below.interval.lowerBound * 100, places: 0) + " to "
      + Decimal.percent(below.interval.upperBound)
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
