package import Waymark
import WaymarkBasics

/// What is said of a campaign: to those who gather answers, and to those who are asked.
package struct CampaignWords: Sendable {
  let common = CommonWords()

  package init() {}

  /// What is promised to everybody who answers a campaign, whoever asks: in the program and not in
  /// the invitation, so that no campaign can leave it out.
  let promise =
    "Whoever asks with Waymark promises: your answers are for reports about groups. They are not"
    + " used to appraise anybody."

  func campaign(_ id: String) -> String { "Campaign: \(id)" }

  /// - Parameter framework: its title or id.
  func asks(_ framework: String, version: String) -> String { "Asks: \(framework) \(version)" }

  /// Which statements are asked, and how many.
  func form(_ form: QuestionnaireForm, core: Int, of all: Int) -> String {
    switch form {
    case .full: "Statements: all \(all)"
    case .core: "Statements: the core form, \(core) of \(all)"
    }
  }

  /// Which statements are asked, where their number is not known.
  func form(_ form: QuestionnaireForm) -> String {
    switch form {
    case .full: "Statements: all"
    case .core: "Statements: the core form, a few of each area"
    }
  }

  func importance(_ mode: ImportanceMode) -> String { "Importance: \(mode.words)" }

  func background(_ questions: [String]) -> String {
    "Background questions: \(list(questions))"
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  // MARK: - An invitation

  func asked(by asker: String) -> String { "Asked by: \(asker)" }
  func until(_ day: CalendarDate?) -> String { "Until: \(day?.inWords ?? "no last day is set")" }
  func howToSend(_ way: String) -> String { "How to send the file: \(way)" }

  // MARK: - What came of it

  /// "12 responses", and that their people are made up where they are.
  package func responses(_ number: Int, isMadeUp: Bool) -> String {
    "\(number) response\(number == 1 ? "" : "s")" + (isMadeUp ? " (made-up people)" : "")
  }

  /// Where a campaign stands, as part of a line.
  package func phase(_ phase: CampaignPhase) -> String {
    switch phase {
    case .published(let day): "published on \(day.inWords) and frozen"
    case .closed(let day): "closed on \(day.inWords)"
    case .notYet(let day): "opens on \(day.inWords)"
    case .open(let day?): "open until \(day.inWords)"
    case .open(nil): "open until it is closed"
    case .over(let day): "last day \(day.inWords) is over, not closed"
    }
  }

  /// Where a campaign stands, on a line of its own.
  func state(_ phase: CampaignPhase, opens first: CalendarDate?) -> String {
    let more =
      switch phase {
      case .published: "; no answer is taken in any more, and no table is changed"
      case .over: "; what comes now is told apart"
      case .open: first.map { ", from \($0.inWords) on" } ?? ""
      case .closed, .notYet: ""
      }
    return "State: \(self.phase(phase))\(more)"
  }

  /// Until when the answers are to be kept.
  func kept(until day: CalendarDate, isOver: Bool) -> String {
    isOver
      ? "To be deleted since \(day.inWords); nothing is deleted by itself."
      : "Kept until \(day.inWords)."
  }

  /// - Parameter tables: for each the questions that it is by.
  func mayBePublished(_ tables: [[String]]) -> String {
    tables.isEmpty
      ? "Tables that may be published: none, only figures of everybody"
      : "Tables that may be published: \(list(tables.map { $0.joined(separator: " by ") }))"
  }

  /// - Parameter late: how many of them came after the last day.
  func answered(_ number: Int, late: Int = 0, isMadeUp: Bool) -> String {
    "Answered: \(responses(number, isMadeUp: isMadeUp))"
      + (late == 0 ? "" : ", \(late) of them after the last day")
  }

  let invitedUnknown = "Invited: not known, so nothing is said of how many did not answer."
  let invitedAndAnswered = "Invited and answered"

  let everybody = "Everybody"
  func group(_ group: String, of grouping: String) -> String { "\(grouping) \(group)" }

  /// How many of those who were invited answered; `nil` where that is withheld.
  func turnout(_ group: String, invited: Int, answered: Int?) -> String {
    let said =
      answered.map { answered in
        answered > invited
          ? "\(answered) answered, more than were invited: correct the numbers of those invited"
          : "\(answered) answered, \(invited - answered) not yet"
      }
      ?? "\(Absence.withheldMark) answered"
    return "\(group): \(invited) invited, \(said)"
  }
}

/// What is said of de-identified responses that are given out.
package struct ExportWords: Sendable {
  let common = CommonWords()
  let data = DataWords()

  package init() {}

  func title(_ campaign: String) -> String { "Responses without names: \(campaign)" }

  let notForPublication =
    "For research inside the association or under an agreement, not for publication."

  func combinations(fewest: Int) -> String {
    "No combination of background answers is held by fewer than \(fewest) people."
  }

  func withheld(_ questions: [String]) -> String {
    "Withheld altogether: \(questions.joined(separator: ", "))."
  }

  func leftOut(_ questions: [String]) -> String {
    "Left out, as others were asked for: \(questions.joined(separator: ", "))."
  }

  func thinned(_ questions: [String]) -> String {
    "Some answers were left empty: \(questions.joined(separator: ", "))."
  }

  let nothingLeftEmpty = "No background answer had to be left empty."

  /// What is not in it, and what it does not protect from.
  let limits = [
    "What managers said that their service needs is left out.",
    "Ids are new, and the rows are sorted by what they say.",
    "Importance, months, links and revisions are not in the file.",
    "Somebody who knows how a person rated the statements can still find that person's row.",
  ]

  // MARK: - The table

  let table = "Responses"
  let tableMeaning = "A row for each person."
  let missing = "skipped; in the columns about people no answer, or left empty"

  let number = ColumnWords("Number", "A new number that tells nothing.")
  let role = ColumnWords("Role", "The role that the person is compared with.")
  let cannotJudge = "can't judge"
  let notPartOfMyWork = "not part of my work"
  let notAsked = "not asked"

  let oneAnswer = "The person's answer."

  /// How several answers of one person are written.
  func severalAnswers(_ codes: [(value: String, label: String)]) -> String {
    "Several are joined by ; : " + codes.map { "\($0) is \($1)" }.joined(separator: "; ") + "."
  }
}
