import Waymark
import WaymarkBasics

/// What is said of a plan of workshops.
package struct SeasonWords: Sendable {
  let common = CommonWords()
  let named = NamedPeopleWords()
  let tables = SeasonTableWords()

  package init() {}

  func title(_ name: String) -> String { "Workshop plan: \(name)" }

  let sessions = "The sessions, in order"
  let lessInRegions = "Regions that get less"
  let withoutRecord = "Left out for what people gained before"
  let open = "What stays open most, and why"

  var cover: String { DataWords().book.cover }
  func onCover(leftOut line: String) -> String { "Left out: \(line)" }

  // MARK: - Findings

  /// Why nothing is planned; `nil` for a plan.
  func nothing(_ finding: SeasonReport.Finding, fewest: Int, least: Int) -> String? {
    switch finding {
    case .tooFew: "Fewer than \(fewest) people answered: nothing is planned for them."
    case .nobody: "Nobody answered: there is nothing to plan for."
    case .nothingCompared(let hasUsualLevels):
      CommonWords().nothingCompared(hasUsualLevels: hasUsualLevels)
    case .nothingLacking(let people):
      "All \(people) people are at or above what is usual for their role."
    case .noWorkshops: "There is no workshop to choose from."
    case .noSessionAllowed: "No session is allowed: nothing is planned."
    case .nothingFits:
      "No workshop fits these limits and finds \(least) people or more whom it "
        + "would help; raise the limits, or see what is lacking with: waymark report."
    case .planned: nil
    }
  }

  func planned(_ sessions: Int, seats: Int, _ outcome: SeasonReport.Outcome) -> String {
    "\(sessions == 1 ? "1 session" : "\(sessions) sessions") with \(seats) seats "
      + "\(sessions == 1 ? "closes" : "close") \(outcome.closed) of \(outcome.lacking) levels "
      + "(\(share(outcome.closed, outcome.lacking))) lacking among \(outcome.people) people"
      + (seats > 0
        ? ": \(Decimal.text(Double(outcome.closed) / Double(seats), places: 1)) a seat." : ".")
  }

  /// What is left of the money, where the sessions are the best that were found.
  func moneyLeft(_ usDollars: Int, of all: Int) -> String {
    "Of \(all) US dollars \(usDollars) are left: with them no other choice of sessions was found that "
      + "closes more."
  }

  let provedBest = "No plan within these limits closes more: proved."

  /// How far a plan can be from the best there is.
  ///
  /// - Parameter percent: rounded up.
  func bounded(percent: Double, bound: Int) -> String {
    "Within \(Decimal.text(percent, places: 1)) % of the best possible: no plan "
      + "within these limits closes more than \(bound)."
  }

  func cost(_ sessions: Int, minutes: Int, usDollars: Int) -> String {
    "\(sessions == 1 ? "It takes" : "They take") \(common.time(minutes)) and "
      + "\(sessions == 1 ? "costs" : "cost") \(usDollars) US dollars."
  }

  func floorReached(percent: Int, fewest: Int) -> String {
    "Every region with \(fewest) people or more has \(percent) % of its need closed, or more."
  }

  // MARK: - Sessions

  func session(_ workshop: String, _ place: String, on days: [CalendarDate]) -> String {
    (days.isEmpty ? "" : "\(common.list(days.map(\.inWords))): ") + "\(workshop), \(place)"
  }

  let online = "online"
  let onSite = "on site"

  func size(_ minutes: Int, seats: Int, of all: Int, usDollars: Int) -> String {
    "\(common.time(minutes)), \(seats) of \(all) seats, \(usDollars) US dollars."
  }

  /// The same for a calendar.
  func size(_ minutes: Int, seats: Int) -> String { "\(common.time(minutes)), \(seats) seats." }

  func seats(_ seats: Int, from group: String) -> String { "\(seats) from \(group)" }
  func seatsWithoutAnswer(_ seats: Int) -> String { "\(seats) who gave no answer" }

  /// Whom to invite.
  ///
  /// - Parameters:
  ///   - groups: those who are told, each with how many.
  ///   - rest: how many seats people of how many further regions have.
  func invite(_ groups: [String], rest: (seats: Int, regions: Int)?) -> String {
    let others = rest.map {
      "\($0.seats) from \($0.regions) \(groups.isEmpty ? "" : "other ")regions"
    }
    return "Invite \((groups + [others].compactMap { $0 }).joined(separator: ", "))."
  }

  /// Why a session is there: what it closes in each statement.
  ///
  /// - Parameter isAll: whether it closes nothing beside that.
  func why(
    _ gains: [(statement: String, amounts: SeasonReport.Gain.Amounts)], isAll: Bool
  ) -> String {
    let parts = gains.map { "\($1.closed) in \($0) for \($1.people) people" }
    return "Why: it closes \(parts.joined(separator: ", "))"
      + (isAll ? "." : ", and more for few.")
  }

  func whyForFew(closed: Int) -> String {
    "It closes \(closed) in all, for few people in each statement."
  }
  func whyForFew(fewest: Int) -> String {
    "It closes something for fewer than \(fewest) people."
  }

  let noRecord = "No record of this workshop yet."

  /// What people gained who went before, statement by statement.
  func record(_ gains: [(competency: CompetencyID, gain: LearningGains.Gain)]) -> String {
    let parts = gains.map { competency, gain in
      "\(competency) from \(Decimal.text(gain.before, places: 2)) to "
        + "\(Decimal.text(gain.after, places: 2)) (\(gain.change.people) people)"
    }
    return "Before, people who went moved in \(parts.joined(separator: ", "))."
  }

  func leftOut(_ workshop: String) -> String {
    "\(workshop): people who went rose in nothing that it serves."
  }

  // MARK: - Regions and what stays open

  /// That a region has less closed than was asked for.
  ///
  /// - Parameter floor: how many per cent were asked for.
  func shortfall(
    _ region: String, _ part: SeasonReport.Shortfall.Part?, floor: Int,
    _ reason: SeasonReport.Shortfall.Reason
  ) -> String {
    let closed =
      part.map { "\(share($0.closed, $0.lacking)) of its need instead of \(floor) %" }
      ?? "less than \(floor) % of its need"
    let why =
      switch reason {
      case .reachable(let reachable, of: let lacking):
        "workshops lead to \(share(reachable, lacking)) at most from where its people are, and the "
          + "limits allow no more of them"
      case .sessionsTaken(let sessions): "all \(sessions) sessions that there may be are taken"
      case .limits:
        "the limits allow no more sessions there beside what other regions are to have"
      }
    return "\(region): \(closed), because \(why)."
  }

  func noWorkshopLeads(_ statement: String, open: Int) -> String {
    "\(statement): \(open) levels stay open; no workshop leads to it from where people are."
  }
  func limitsAllowNoMore(_ statement: String, open: Int) -> String {
    "\(statement): \(open) levels stay open; the limits allow no more."
  }
  func partlyNoWorkshopLeads(_ statement: String, _ said: SeasonReport.Remainder.Amounts) -> String
  {
    "\(statement): \(said.open) levels stay open; no workshop leads to \(said.withoutWorkshop) of "
      + "them from where people are, for the rest the limits allow no more."
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    let share = whole > 0 ? Double(part) / Double(whole) * 100 : 0
    return share > 0 && share < 0.05 ? "less than 0.1 %" : Decimal.text(share, places: 1) + " %"
  }

  // MARK: - How it was made, and what it is not

  let method = [
    "A level counts once, twice where the person marked the statement as important, three times "
      + "among the top three. People are counted in when they hold what a workshop begins at or come "
      + "to it in an earlier session of this plan, and on site in their own region alone.",
    "It is what workshops promise, not what people will learn: see afterwards with waymark evaluate.",
  ]

  /// What holds where a day has several sessions.
  func sameDay(inRegions: Bool) -> String {
    "Nobody goes to two sessions of one day"
      + (inRegions ? ", and a region has one on site a day." : ".")
  }
}

/// What the tables of a plan of workshops and their columns are called.
struct SeasonTableWords: Sendable {
  private let data = DataWords()

  var madeUp: ColumnWords { data.madeUpPeople }
  var statementID: ColumnWords { data.statementID }
  var statement: ColumnWords { data.statement }
  let session = ColumnWords("Session", "Its place in the order.")
  let workshopID = ColumnWords("Workshop id", "The id of the workshop.")
  let regionID = ColumnWords("Region id", "The id of the group.")
  let region = ColumnWords("Region", "The group's name.")

  let sessions = "Sessions"
  let sessionsMeaning = "A session to hold, in order."
  let gains = "What each session closes"
  let gainsMeaning = "What a session closes of one statement."
  let day = ColumnWords("Day", "The day that it begins on, where days were given.")
  let lastDay = ColumnWords("Last day", "The day that it ends on, where days were given.")
  let workshop = ColumnWords("Workshop", "The workshop's name.")
  let place = ColumnWords("Where", "The region, or online.")
  let minutes = ColumnWords("Minutes", "How long it takes.")
  let usDollars = ColumnWords("US dollars", "What it costs with travel.")
  let seats = ColumnWords("Seats", "How many people to invite.")
  let people = ColumnWords("People", "For how many it closes something of the statement.")
  let closed = ColumnWords("Closes", "How many levels it closes, times importance.")
  let before = ColumnWords("Before: people", "How many went to it before and were compared.")
  let beforeFrom = ColumnWords("Before: from", "Their mean level before it.")
  let beforeTo = ColumnWords("Before: to", "Their mean level after it.")

  let invitations = "Invitations"
  let invitationsMeaning = "How many people of a region to invite to a session."
  let seatsOfSession = ColumnWords("Seats", "How many of its people to invite.")

  let regions = "Regions"
  let regionsMeaning = "What the people of a region lack and what the plan closes of it."
  let answered = ColumnWords("People", "How many answered.")
  let lacking = ColumnWords("Lacking", "How many levels they lack, times importance.")
  let closedOfLacking = ColumnWords("Closes", "How many of these the plan closes.")
  let seatsInAll = ColumnWords("Seats", "How many seats its people have.")

  let remainders = "What stays open"
  let remaindersMeaning = "How much of a statement stays open after all sessions."
  let open = ColumnWords("Open", "How many levels stay open, times importance.")
  let withoutWorkshop = ColumnWords(
    "No workshop", "How many of these no workshop leads to from where people are.")
}
