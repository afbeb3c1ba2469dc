import Waymark
import WaymarkBasics

/// What is said of a campaign: to those who gather answers, and to those who are asked.
package struct CampaignWords: Sendable {
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

  func open(from first: CalendarDate?, until last: CalendarDate?, closed: CalendarDate?) -> String {
    let parts = [
      first.map { "from \($0.inWords)" }, last.map { "until \($0.inWords)" },
      closed.map { "closed on \($0.inWords)" },
    ].compactMap { $0 }
    return "Open: \(parts.isEmpty ? "until it is closed" : parts.joined(separator: ", "))"
  }

  /// - Parameter tables: for each the questions that it is by.
  func mayBePublished(_ tables: [[String]]) -> String {
    "Tables that may be published: \(list(tables.map { $0.joined(separator: " by ") }))"
  }

  func answered(_ number: Int, isMadeUp: Bool) -> String {
    "Answered: \(responses(number, isMadeUp: isMadeUp))"
  }

  let invitedUnknown = "Invited: not known, so nothing is said of how many did not answer."
  let invitedAndAnswered = "Invited and answered"

  let everybody = "Everybody"
  func group(_ group: String, of grouping: String) -> String { "\(grouping) \(group)" }

  /// How many of those who were invited answered; `nil` where that is withheld.
  func turnout(_ group: String, invited: Int, answered: Int?) -> String {
    let said =
      answered.map { "\($0) answered, \(max(0, invited - $0)) not yet" }
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
