import Waymark
import WaymarkBasics

/// What is said around a questionnaire, where a person answers it or answers come with the command.
struct SittingWords: Sendable {
  // MARK: - At the start

  /// Where the language comes from, or why it is not the one that was asked for.
  func language(from origin: String, missing language: LanguageTag?) -> String {
    "Language: English "
      + (language.map { "(\($0) from \(origin) is not there yet)" } ?? "(\(origin))")
  }

  func answers(of person: String) -> String { "Answers of: \(person.printableLine)" }

  let hintForOthers = "Not you? Start your own: waymark assess --person NAME"

  func askedUntil(_ day: CalendarDate) -> String {
    "Answers were asked for until \(day.inWords); ask before you send."
  }

  /// What has changed since an assessment was begun, a line each.
  func changed(_ change: OpenedSitting.Change) -> [String] {
    switch change {
    case .invitation:
      [
        "The invitation has changed since you began; you go on with the one you began with.",
        "To begin again with the new one, add --new.",
      ]
    case .statements(let changes):
      [
        "The statements have changed since you began; you go on with the words you began with."
      ]
        + (changes.isEmpty ? [] : ["Changed: " + changes.joined(separator: "; ")])
        + ["To begin again with the new ones: waymark assess --new"]
    }
  }

  // MARK: - Where answers come from

  let cannotAsk =
    "assess: there is nothing to do without asking; give --answers FILE or --set ID=N"
  let noTerminal =
    "assess: standard input is no terminal; give --answers FILE, --set ID=N or --script -"
  let isFolder = "this is a folder"
  let toNameScript = "name a file of lines that would be typed"
  /// What the invitation of an assessment is called where it stands in no file.
  let invitation = "the invitation"

  func cannotHearSignals(_ reason: String) -> String { "signals: \(reason)" }
  func cannotRead(_ reason: String) -> String { "standard input: \(reason)" }

  let input = "input"
  func lineWithoutEnd(mebibytes: Int) -> (what: String, mend: String) {
    ("a line does not end within \(mebibytes) MiB", "give one answer a line")
  }

  // MARK: - Lists to tick

  /// - Parameter most: how many can be ticked, where not all can.
  func toTick(most: Int?) -> String {
    "Type the numbers and Enter; Enter alone for none, q to stop."
      + (most.map { " At most \($0)." } ?? "")
  }

  func noNumbers(to last: Int) -> String { "That is no list of numbers from 1 to \(last)." }

  /// Where something is typed.
  func cursor(isAccessible: Bool) -> String { isAccessible ? "Choice: " : "> " }

  // MARK: - Answers that come with the command

  /// - Parameters:
  ///   - skipped: how many of those given.
  ///   - open: how many statements have no answer.
  func saved(_ given: Int, skipped: Int, open: Int) -> String {
    "Saved \(given) answer\(given == 1 ? "" : "s")"
      + (skipped == 0 ? "; " : ", \(skipped) of them skipped; ")
      + (open == 0
        ? "every statement has one."
        : "\(open) statement\(open == 1 ? " has" : "s have") none yet.")
  }

  let isFinished = "This assessment is finished and does not change."

  /// - Parameter isAgain: whether only some statements are rated, again.
  func notAsked(isAgain: Bool) -> (what: String, mend: String) {
    (
      isAgain ? "this statement is not rated again now" : "the workshop is not about it",
      "leave it out"
    )
  }

  let nothingAnswered = (what: "no statement is answered", mend: "fill in the column 'level'")

  func incomplete(_ open: [CompetencyID], of count: Int) -> String {
    "\(open.count) of \(count) statements have no answer: "
      + open.prefix(10).map(\.description).joined(separator: ", ")
      + (open.count > 10 ? " ..." : "") + "; \(toAnswerAll)"
  }

  func incomplete(_ open: Int) -> String {
    "\(open) statements have no answer; \(toAnswerAll)"
  }

  private var toAnswerAll: String { "answer them, or leave out --require-complete" }

  /// - Parameter isForCampaign: whether a campaign asks, not the service.
  func picksNotAsked(isForCampaign: Bool) -> (what: String, mend: String) {
    (
      isForCampaign
        ? "the campaign does not ask which statements matter most"
        : "for the service it is not asked which statements matter most",
      "leave the column 'important' empty"
    )
  }

  // MARK: - At the end

  func next(_ command: String) -> String { "Next: waymark \(command)" }
  func toBeginAgain(_ command: String) -> String { "Begin again with: waymark \(command)" }
  func toGoOn(_ command: String) -> String { "Saved. Go on with: waymark \(command)" }
}
