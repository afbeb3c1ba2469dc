import Waymark
import WaymarkBasics

/// The words and rounded numbers of a report, so that a figure and its table say the same.
///
/// Fewer than thirty people are written as counts, since a share of so few misleads.
enum ReportWords {
  /// The fewest people whose share is written in per cent.
  static let fewestForShares = 30

  /// The share below usual: `43 %`, `4 of 12` where few were compared, `[c]` where it is withheld.
  static func share(_ below: Figure<GapReport.Below>) -> String {
    switch below {
    case .value(let below): share(below)
    case .none(.withheld): Absence.withheldMark
    case .none: "none"
    }
  }

  /// The share below usual of a row, whose figures may be withheld as a whole.
  static func share(_ figures: GapReport.Figures?) -> String {
    share(figures?.below ?? .none(.withheld))
  }

  static func share(_ below: GapReport.Below) -> String {
    below.people < fewestForShares
      ? "\(below.count) of \(below.total)" : Decimal.percent(below.share)
  }

  /// The share with what it is a share of: `81 % of 912 people compared`, `10 of 11 ratings`.
  static func share(_ below: GapReport.Below, of what: String) -> String {
    below.people < fewestForShares
      ? "\(share(below)) \(what)" : "\(share(below)) of \(below.total) \(what)"
  }

  /// A part of those who were compared, in the same form as the share.
  static func part(_ count: Int, of below: GapReport.Below) -> String {
    below.people < fewestForShares
      ? "\(count)" : Decimal.percent(Double(count) / Double(below.total))
  }

  /// Wilson's interval: `39 to 47 %`.
  static func interval(_ below: Figure<GapReport.Below>) -> String {
    switch below {
    case .value(let below):
      Decimal.text(below.interval.lowerBound * 100, places: 0) + " to "
        + Decimal.percent(below.interval.upperBound)
    case .none(.withheld): Absence.withheldMark
    case .none: "none"
    }
  }

  /// A number of people or `[c]`.
  static func number(_ number: Int?) -> String {
    number.map(String.init) ?? Absence.withheldMark
  }

  /// `1 person`, `2 people`.
  static func people(_ number: Int) -> String { number == 1 ? "1 person" : "\(number) people" }

  /// How many people answered, as a sentence.
  static func answered(_ number: Int) -> String { people(number) + " answered." }
}

extension GapReport {
  /// The finding in a few sentences, the first with numbers; plain text.
  var findingSentences: [String] {
    guard let respondents = overall.respondents else {
      return [
        "Too few people answered to say anything: fewer than \(minimumGroup.people).",
        "Every figure is withheld and written \(Absence.withheldMark).",
      ]
    }
    guard respondents > 0 else {
      return ["Nobody has answered so far.", "There is nothing to show yet."]
    }
    let answered = ReportWords.answered(respondents)
    guard let first = largestGaps(1).first else {
      return [
        answered,
        "No statement is shown where any of them is below what is usual for their own role.",
      ]
    }
    let below = first.below
    let size =
      below.people < ReportWords.fewestForShares
      ? "\(below.count) of the \(below.total) people"
      : "\(Decimal.percent(below.share)) of the \(below.total) people"
    return [
      answered,
      "Most often they are below what is usual for their own role in "
        + "“\(first.competency.title)”: \(size) who were compared.",
    ]
  }
}
