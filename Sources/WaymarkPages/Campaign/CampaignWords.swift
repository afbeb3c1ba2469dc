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
