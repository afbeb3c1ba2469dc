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

  /// The share as people: `43 % of the 912 people`, `4 of the 12 people`.
  static func people(_ below: GapReport.Below) -> String {
    let part = below.people < fewestForShares ? "\(below.count)" : Decimal.percent(below.share)
    return "\(part) of the \(below.total) people"
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

  /// `1 group`, `2 groups`; `nil` for none.
  static func counted(_ number: Int, _ one: String, _ several: String) -> String? {
    number == 0 ? nil : number == 1 ? "1 \(one)" : "\(number) \(several)"
  }

  /// How many people answered, as a sentence.
  static func answered(_ number: Int) -> String { people(number) + " answered." }
}

extension GapReport {
  /// The finding in a few sentences, the first with numbers; plain text.
  var findingSentences: [String] {
    switch finding {
    case .tooFewAnswered:
      [
        "Too few people answered to say anything: fewer than \(minimumGroup.people).",
        "Every figure is withheld and written \(Absence.withheldMark).",
      ]
    case .nobodyAnswered: ["Nobody has answered so far.", "There is nothing to show yet."]
    case .nothingBelow(let respondents):
      [
        ReportWords.answered(respondents),
        "No statement is shown where any of them is below what is usual for their own role.",
      ]
    case .furthest(let respondents, let competency, let below):
      [
        ReportWords.answered(respondents),
        "Most often they are below what is usual for their own role in "
          + "“\(competency.title)”: \(ReportWords.people(below)) who were compared.",
      ]
    }
  }
}

extension GapReport {
  /// The title of the report in every format.
  var title: String { "Gap report: \(campaign.title)" }

  /// What every file says of a campaign of made-up people.
  static let madeUpNotice = "These people were made up: nothing here says anything about anybody."
  /// What every report says of itself that was not proved to expose nobody.
  static let internalNotice = "internal, not for publication"

  /// How the numbers were made and what they do not say, a sentence or two each.
  var methodSentences: [String] {
    [
      "Framework: \(frameworkTitle), \(campaign.framework.id) version "
        + "\(campaign.framework.version).",
      "People rated themselves, and people judge themselves unevenly.",
      "Everybody is compared with the level that is usual for their own role. People without "
        + "a role, and statements that a role does not ask for, have no share: “none”.",
      "Only levels count. “Not part of my work”, “can't judge”, skipped and not asked are "
        + "counted apart; none of them is a gap.",
      "The 95 % interval is Wilson's. It covers chance, not who chose to answer. For an area "
        + "each person counts once, so that it is rather too wide than too narrow. That of a mean, in "
        + "the data, is Student's.",
      "Where fewer than \(ReportWords.fewestForShares) people were compared, counts stand in "
        + "place of per cent.",
      "\(Absence.withheldMark) is withheld: from 1 to \(minimumGroup.people - 1) people "
        + "stand behind the figure.",
    ]
  }

  /// How many of those who were invited have not answered; `nil` where that is not known.
  var silenceSentence: String? {
    switch silence {
    case nil: nil
    case .fewerInvited(let asked):
      "\(ReportWords.people(asked)) were invited, fewer than answered."
    case .answered(let people, let asked):
      "\(ReportWords.people(asked)) were invited: "
        + "\(Decimal.percent(Double(people) / Double(asked))) answered, \(asked - people) did not."
    }
  }

  /// What is withheld in the report, in a sentence; how many, never how large.
  var withheldSentence: String {
    let withheld = withheld
    guard !withheld.isNothing else {
      return "No whole group and no statement for everybody is withheld. What rests on fewer than "
        + "\(minimumGroup.people) people is written \(Absence.withheldMark)."
    }
    let parts = [
      withheld.isEverything ? "every figure" : nil,
      ReportWords.counted(withheld.groups, "group", "groups"),
      ReportWords.counted(
        withheld.statements, "statement for everybody", "statements for everybody"),
    ].compactMap { $0 }
    return "Withheld and written \(Absence.withheldMark): " + parts.joined(separator: " and ")
      + ", as fewer than \(minimumGroup.people) people stand behind it."
  }
}

extension Campaign {
  /// The warning that its people do not exist; `nil` where they do.
  var madeUpNotice: Page.Paragraph? {
    guard isMadeUp else { return nil }
    return Page.Paragraph(
      [Page.Phrase([.strong("Made up.")]), Page.Phrase(GapReport.madeUpNotice)], .notice)
  }
}
