import Waymark
import WaymarkBasics

/// What is said around a questionnaire, where a person answers it or answers come with the command.
struct SittingWords: Sendable {
  // MARK: - At the start

  let notItsQuestions = (
    what: "these are not the questions that the invitation asks",
    mend: "name the file that came with it, as it came"
  )

  /// Where the language comes from, or why it is not the one that was asked for.
  func language(from origin: String, missing language: LanguageTag?) -> String {
    "Language: English "
      + (language.map { "(\($0) from \(origin) is not there yet)" } ?? "(\(origin))")
  }

  func answers(of person: String) -> String { "Answers of: \(person.printableLine)" }

  let assessCore = "assess --core"
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

  /// What a new round does to a campaign that was answered already, a line each.
  func answered(_ before: AnsweredBefore) -> [String] {
    switch before {
    case .stays(let campaign, let day):
      [
        "Your answers for '\(campaign)' of \(day.inWords) stay as they are.",
        "This is a round of your own; what you share of it is not for that campaign.",
      ]
    case .twice(let campaign, let day, wasShared: true):
      [
        "You have answered '\(campaign)' already, on \(day.inWords), and shared it.",
        "Whoever sends both counts twice: take the earlier one back with waymark share --withdraw.",
      ]
    case .twice(let campaign, let day, wasShared: false):
      [
        "You have answered '\(campaign)' already, on \(day.inWords).",
        "Whoever sends both counts twice: send only one of them.",
      ]
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

  // MARK: - What is typed

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

  let notInCoreForm = (
    what: "the campaign asks the core form, and this statement is none of it", mend: "leave it out"
  )

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

extension FrameworkChanges {
  /// The changes in lines of words; empty when answers mean the same in both.
  var lines: [String] {
    let lists = [("new", added), ("gone", removed), ("reworded", reworded)].compactMap {
      name, ids in
      ids.isEmpty ? nil : "\(name): " + ids.map(\.description).joined(separator: ", ")
    }
    return lists + (scaleChanged ? ["the scale has other levels"] : [])
  }
}

/// What is said of the choice of an assessment: why none is begun or gone on with, and why there is
/// none to make results from.
struct AssessmentChoiceWords: Sendable {
  func refusal(_ refusal: AssessmentChoice.Refusal) -> String {
    switch refusal {
    case .finished(let day):
      "your last assessment was finished on \(day.inWords) and does not change any more; see it "
        + "with: waymark profile; begin a new one with: waymark assess --new"
    case .answered(let campaign, let day):
      "you finished your answers for '\(campaign)' on \(day.inWords); write the file to send "
        + "with: waymark share; begin anew with --new"
    case .begunInOtherForm(let campaign, let workshop):
      "you have begun to answer '\(campaign)' in another form; finish that with: "
        + "waymark assess\(workshop.option); or begin anew with --new"
    case .otherWaits(let workshop):
      "an assessment that is not for this campaign waits to be finished; finish it with: "
        + "waymark assess\(workshop.option); or add --new to begin one for the campaign, "
        + "which leaves it as it is"
    case .noReviewWaits(let day):
      "an assessment that you began on \(day.inWords) waits to be finished; finish it with: "
        + "waymark assess; or add --new, which leaves it as it is"
    case .moreThanCoreWaits(let day):
      "an assessment that you began on \(day.inWords) asks more than the core statements; go on with "
        + "it: waymark assess; or add --new to begin the core form, which leaves it as it is"
    case .serviceSaid(let day):
      "you said on \(day.inWords) what your service needs; write the file to send with: "
        + "waymark share --as service; say it anew with: waymark assess --as service --new"
    }
  }

  /// What was typed to choose one.
  func place(_ problem: ResultChoice.Problem) -> String {
    switch problem {
    case .noneNamed(let name), .severalNamed(let name), .ofService(let name):
      "assessment '\(name.printableLine)'"
    case .nothingBefore(.lookingBack): "--compare then"
    case .nothingBefore: "--compare last"
    }
  }

  func problem(_ problem: ResultChoice.Problem) -> (what: String, mend: String) {
    switch problem {
    case .noneNamed: ("there is none with this id", toSeeIDs)
    case .severalNamed: ("several have ids that begin so", toSeeIDs)
    case .ofService:
      (
        "it says what your service needs, not where you are",
        "to share it: waymark share --as service"
      )
    case .nothingBefore(.lookingBack): (nothingBefore, "look back with: waymark assess --then DAY")
    case .nothingBefore: (nothingBefore, "rate again with: waymark assess --review")
    }
  }

  private var toSeeIDs: String { "see their ids with: waymark store info" }
  private var nothingBefore: String { "there is no such assessment yet" }

  let area = "area"
  let role = "role"
}
