import Waymark
import WaymarkBasics
import WaymarkPages

/// What `waymark` alone says.
struct HomeWords: Sendable {
  func title(version: String) -> String { "Waymark \(version)" }

  let purpose = "See where you stand in library service to children, and what to learn next."
  let privacy = "Your answers stay on this computer until you send a file yourself."
  let allCommands = "All commands: waymark --help"

  func next(_ command: String) -> String { "Next: \(command)" }

  // What the person has.

  let notBegun = "You have not begun yet."

  func finished(on day: CalendarDate, for campaign: String?) -> String {
    "You finished your assessment on \(day.inWords)\(inCampaign(campaign))."
  }

  /// - Parameters:
  ///   - total: how many there are, where that is known.
  ///   - subject: what is asked where it is not everything, as the sentence goes on with it.
  func answered(
    _ count: Int, of total: Int?, subject: String, for campaign: String?, last day: CalendarDate
  ) -> String {
    let answered =
      total.map { "\(count) of \($0) statements" } ?? "\(count) statement\(count == 1 ? "" : "s")"
    return "You have answered \(answered)\(subject)"
      + "\(inCampaign(campaign)); last time \(day.inWords)."
  }

  private func inCampaign(_ campaign: String?) -> String {
    campaign.map { " for the campaign '\($0)'" } ?? ""
  }

  func subject(
    _ subject: Assessment.Subject, _ form: QuestionnaireForm, _ words: QuestionnaireWords
  ) -> String {
    switch subject {
    case .everything: form == .core ? " of the core form" : ""
    case .workshop(let workshop): " about the workshop '\(workshop)'"
    case .lookingBack(let day, workshop: _): " as you were on \(day.inWords)"
    case .service(let moment): " of what your service needs \(words.moment(moment))"
    }
  }

  // What there is to do.

  let stop = "Stop"
  /// What stops in words.
  let stopsBy: Set = ["q", "quit", "stop", "exit"]
  let cursor = "Number (Enter shows the list): "

  func act(_ act: PersonalSummary.Act, _ words: QuestionnaireWords) -> String {
    switch act {
    case .begin: "Begin your assessment"
    case .beginCore: "Begin with the core form, 12 minutes"
    case .goOn(.everything): "Go on with your assessment"
    case .goOn(.workshop): "Go on with the workshop's questions"
    case .goOn(.lookingBack(let day, workshop: _)): "Go on rating yourself as of \(day.inWords)"
    case .goOn(.service): "Go on with what your service needs"
    case .results: "See your results"
    case .changes: "See what has changed since last time"
    case .path: "See what to learn next"
    case .log: "See what you have done of it"
    case .notes: "Read or write your notes"
    case .share: "Share your answers"
    case .withdraw: "Take back what you shared"
    case .newRound: "Begin a new round"
    case .drop: "Drop the round you began"
    case .settings: "Settings"
    }
  }

  let timeForPath =
    "How much time have you got for it in all, such as 4 or 1h30? Enter alone: as last time, or "
    + "without a limit."

  func notUnderstood(last: Int) -> String {
    "Type a number from 1 to \(last) and Enter, or 0 to stop; a command such as waymark profile works too."
  }

  func saysCommand(_ command: String) -> String { "This is: \(command)" }

  func stopped(_ command: String) -> String { "To come back: \(command)" }
}
