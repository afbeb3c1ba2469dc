package import Waymark
import WaymarkBasics

/// What the questionnaire says.
public struct QuestionnaireWords: Sendable {
  let common = CommonWords()
  let campaign = CampaignWords()

  package init() {}

  // MARK: - Before the cursor

  /// What stands before the cursor where lines are read aloud.
  let choiceCursor = "Choice: "
  let noteCursor = "Note: "

  /// What is asked for after a page that has to be read before it scrolls away.
  let pressEnter = "Press Enter to go on: "

  /// What stands before the cursor at a prompt.
  func cursor(_ prompt: Questionnaire.Prompt) -> String {
    switch prompt {
    case .role: "Role: "
    case .note: noteCursor
    case .noneOfArea, .lookAgain: "y/N: "
    case .areas: "Area: "
    case .rating: "Importance: "
    case .background: "Answer: "
    case .question, .picks, .areaEnd, .beyond, .topThree, .review, .done: "> "
    }
  }

  // MARK: - Answers

  var cannotJudge: String { common.cannotJudge }
  let skippedForNow = "Skipped for now"
  let notAnswered = "not answered"

  func notPartOfWork(_ subject: Subject) -> String {
    switch subject {
    case .self: common.notPartOfMyWork
    case .service: "Not part of our service"
    }
  }

  /// What is asked about: the person's own work, or their library's service.
  package enum Subject: Sendable {
    case `self`
    case service
  }

  /// What a statement can be no part of, as the program says it to the person.
  func work(_ subject: Subject) -> String {
    switch subject {
    case .self: "your work"
    case .service: "your service"
    }
  }

  /// An answer with its key: `3, On my own`.
  func answer(_ key: String, _ label: String) -> String { "\(key), \(label)" }

  // MARK: - The beginning

  func time(_ span: ClosedRange<Int>) -> String {
    if span.upperBound == 1 { return "1 minute" }
    return span.lowerBound == span.upperBound
      ? "\(span.lowerBound) minutes" : "\(span.lowerBound) to \(span.upperBound) minutes"
  }

  func workshop(_ name: String) -> String { "For the workshop: \(name)" }
  func statements(_ count: Int, of framework: String) -> String {
    "\(common.statements(count)) of \(framework)"
  }
  func about(_ time: String) -> String { "About \(time)" }
  func statements(_ count: Int, in areas: Int, of framework: String) -> String {
    "\(framework): \(common.statements(count)) in \(areas) areas"
  }
  func aboutInSittings(_ time: String) -> String {
    "About \(time), in as many sittings as you like"
  }

  /// The core form; of all where more may follow.
  func coreForm(_ core: Int, of all: Int, _ framework: String) -> String {
    all > core
      ? "\(framework): the core form, \(core) of \(common.statements(all))"
      : "\(framework): the core form, \(common.statements(core))"
  }
  func about(minutes: Int) -> String { about(common.count(minutes, "minute", "minutes")) }
  func aboutThenMore(_ minutes: Int) -> String {
    "\(about(minutes: minutes)); after it you may go on with the others"
  }
  func offersCore(_ core: Int, minutes: Int, _ command: String) -> String {
    "Short of time? The core form asks \(core), about "
      + "\(common.count(minutes, "minute", "minutes")): \(command)"
  }

  let youRateYourself = ["You rate yourself.", "Nobody marks you, and there is no pass or fail."]
  let answersStay = [
    "Your answers stay on this computer until you send a file yourself.",
    "Anyone who uses this computer login could open them, and at work an employer or a records "
      + "request might: `waymark store erase` removes them.",
  ]

  func rateAgain(_ count: Int) -> String {
    "You rate \(common.statements(count)) again, as they are now."
  }
  let othersStay = "All other answers stay as they were."

  func thinkBack(to day: String, _ count: Int) -> String {
    "Think back to \(day): \(common.statements(count))."
  }
  let asYouWereThen = [
    "Say where you were then, with what you know now.",
    "Your answers of then stay as they were; these stand beside them.",
  ]

  func serviceNeeds(_ time: String, _ count: Int) -> String {
    "What your library's service needs \(time): \(common.statements(count))."
  }
  let asTheServiceNeeds = [
    "Say which line at least one person should reach whom others can turn to.",
    "This is your view of the service, and no view of yourself or of anyone else.",
  ]
  package func moment(_ moment: ServiceMoment) -> String {
    switch moment {
    case .now: "now"
    case .inFiveYears: "in five years"
    }
  }
  let inFiveYearsNext = "After this the same is asked for in five years."

  func welcomeBack(answered: Int, of count: Int, skipped: Int, lastTime: String?) -> String {
    "Welcome back. \(answered) of \(count) answered" + alsoSkipped(skipped)
      + (lastTime.map { "; last time \($0)" } ?? "") + "."
  }
  private func alsoSkipped(_ count: Int) -> String { count == 0 ? "" : ", \(count) skipped" }
  func goOn(with area: String) -> String { "You go on with \(area)." }
  func minutesLeft(_ count: Int) -> String {
    count == 1 ? "About 1 minute left" : "About \(count) minutes left"
  }

  // MARK: - Keys

  /// A key and what it does.
  typealias Key = (key: String, meaning: String)

  func levels(upTo highest: Int) -> String { "1 to \(highest)" }

  /// What to look for among the levels.
  func highestLine(_ view: Questionnaire.Occasion.View) -> String {
    switch view {
    case .now, .again: "the highest line that has been true of you in the last 12 months"
    case .lookingBack: "the highest line that was true of you then"
    case .service: "the line that your service needs"
    }
  }

  /// The keys beside those of the levels.
  func otherAnswers(_ subject: Subject) -> [Key] {
    let nothing =
      switch subject {
      case .self: "not part of my work (nobody expects this of me)"
      case .service: "not part of our service (nobody expects this of us)"
      }
    return [("0", nothing), ("9", "I can't judge this (I have had no chance to tell)")]
  }

  let letterKeys: [Key] = [
    ("b", "go back and change"), ("s", "skip for now"), ("n", "write a note for yourself"),
    ("a", "choose another area"), ("h", "help"), ("q", "stop; every answer is already saved"),
  ]

  /// The keys under a statement; one line of 80 columns holds no more.
  func keysToPress(upTo highest: Int, _ subject: Subject) -> [String] {
    let note =
      switch subject {
      case .self: ["n note"]
      case .service: [String]()
      }
    return ["Key 1-\(highest)", "0 \(notPart(subject))", "9 can't judge", "s skip"] + note
      + ["b back", "h help"]
  }
  /// The same where lines are typed, or read aloud.
  func keysToType(_ subject: Subject, isByKey: Bool) -> String {
    "\(isByKey ? "Press a number" : "Type a number and Enter"); 0 \(notPart(subject)), "
      + "9 can't judge, h all keys."
  }
  private func notPart(_ subject: Subject) -> String {
    switch subject {
    case .self: "not part of my work"
    case .service: "not part of our service"
    }
  }
  /// The keys under a question how important a statement is.
  let ratingKeysToPress = ["Key 1-5", "s skip", "b back", "h help", "q stop"]
  func ratingKeysToType(isByKey: Bool) -> String {
    "\(isByKey ? "Press a number" : "Type a number and Enter"); s skips, b goes back, h help."
  }

  /// What stands on the screens, and is taken where it is typed.
  func vocabulary(_ subject: Subject) -> Questionnaire.Vocabulary {
    .init(
      notPartOfMyWork: [notPartOfWork(subject), notPart(subject), "not my work"],
      cannotJudge: [cannotJudge, "can't judge", "can't judge this"],
      skip: [skippedForNow, "skip for now", "skipped"], importance: importance,
      noRole: [noComparison, "no comparison", "no role", "none"], none: ["none"], and: ["and"],
      goOn: [goOn, "continue", "next"], finish: [finishHere, "finish"])
  }

  // MARK: - Roles and areas

  let whichRole = [
    "Which role should your results be compared with?", "You can change this later.",
  ]
  let noComparison = "No comparison, just show my levels"
  let typeRole = "Type a number and Enter; h and Enter says what a role does."
  func keepsRole(_ role: String) -> String { "You chose \(role) before; Enter alone keeps it." }
  /// What a role does.
  let aboutRoles = [
    "A role decides which statements you are asked first, and what your results are compared with.",
    "Choose the one that is nearest to what you do, whatever your title says.",
    "With no comparison you are asked everything and see your levels alone.",
  ]
  func roleAsks(_ role: String, _ count: Int, of all: Int) -> String {
    "\(role): asks \(count) of the \(all) statements"
  }

  func chooseArea(next: Int, _ title: String, isBeginning: Bool) -> String {
    "Type the number of an area and Enter; Enter alone \(isBeginning ? "begins" : "goes on") with "
      + "\(next) \(title)."
  }
  let areasHeading = "Areas"
  func askedFirst(_ count: Int, of all: Int, _ breadth: Questionnaire.Breadth) -> String {
    switch breadth {
    case .core:
      "\(count) of the \(all) statements are asked: the core form; you may go on with the rest after "
        + "it."
    case .byRole, .everything:
      "\(count) of the \(all) statements come first; the rest goes beyond what your role asks."
    }
  }
  /// How far an area has come: `8 statements, about 5 minutes`.
  func dealtWith(
    _ progress: Questionnaire.Progress, _ breadth: Questionnaire.Breadth
  ) -> String {
    if progress.total == 0 {
      let first =
        switch breadth {
        case .core: "nothing of the core form"
        case .byRole, .everything: "nothing that your role asks"
        }
      return "\(first); \(common.statements(progress.beyond)) beyond it"
    }
    if progress.open == 0 { return "done" }
    let minutes = "about \(common.count(progress.minutesLeft, "minute", "minutes"))"
    if progress.open == progress.total, progress.skipped == 0 {
      return "\(common.statements(progress.total)), \(minutes)"
    }
    return "\(progress.answered) of \(progress.total) answered" + alsoSkipped(progress.skipped)
      + ", \(minutes)"
  }
  /// - Parameter areas: their numbers and titles.
  func forTwentyMinutes(_ areas: [String]) -> String {
    "For a sitting of twenty minutes: \(areas.joined(separator: ", "))."
  }

  // MARK: - A statement

  func place(_ number: Int, of total: Int, area: String, _ placeInArea: Int, of count: Int)
    -> String
  {
    "Question \(number) of \(total). \(area), \(placeInArea) of \(count)."
  }
  func counts(_ placeInArea: Int, of count: Int, _ number: Int, of total: Int, minutes: Int)
    -> String
  {
    " - \(placeInArea) of \(count) here, \(number) of \(total) in all - "
      + minutesLeft(minutes).lowercased()
  }
  func keeps(_ answer: String) -> String { "Enter keeps your answer: \(answer)." }
  func chooseLine(_ view: Questionnaire.Occasion.View) -> String {
    "Choose \(highestLine(view)):"
  }
  let leavesSkipped = "Enter leaves it skipped."
  func sameAsForNow(_ answer: String) -> String { "Enter says the same as for now: \(answer)." }
  func seenFromNow(on day: String) -> String { "On \(day), seen from now:" }
  func ourServiceNeeds(_ time: String) -> String { "What our service needs \(time):" }

  // MARK: - Notes

  let writeNote =
    "Write a note for yourself; it never goes into a file that you share. A \\ before Enter goes on in "
    + "another line."
  func noteSoFar(_ note: String) -> String { "Your note so far: \(note)" }
  let writeAnotherNote = [
    "Write another in its place, or press Enter to keep it; 0 deletes it.",
    "A \\ before Enter goes on in another line.",
    "It never goes into a file that you share.",
  ]
  let changeNote = [
    "Change it, or press Enter to keep it; Ctrl-X deletes it.",
    "It never goes into a file that you share.",
  ]
  let noteNotSaved = "The note you were writing was not saved."
  let noteSaved = "Note saved."
  let noteDeleted = "Note deleted."
  let pastedNothing = [
    "What was pasted or came at once answers nothing here, and nothing of it was saved.",
    "Type an answer.",
  ]
  let notText = [
    "What came is no text in UTF-8, and nothing of it was saved.",
    "Set the terminal to UTF-8, or write it without that letter.",
  ]
  let noteStays = "Your note stays as it was."
  let noNote = "No note written."
  func noteRefused(limit: Int) -> [String] {
    [
      "A note has at most \(limit) characters, and none that steers a terminal.",
      "Nothing was saved; make it shorter, or erase it and press Enter.",
    ]
  }

  // MARK: - The end of an area

  func isRestNotPart(of area: String, _ subject: Subject) -> [String] {
    [
      "Is the rest of \(area) not part of \(work(subject)) either?"
    ]
  }
  func yesOrNo(isByKey: Bool) -> String {
    isByKey ? "Press y for yes, Enter for no." : "Type y and Enter for yes, Enter alone for no."
  }
  func allAlike(_ area: String, _ answer: String) -> [String] {
    [
      "All your answers in \(area) are \(answer).", "That can be right. Look again?",
    ]
  }
  func answersHeading(_ area: String) -> String { "\(area): your answers" }
  /// What marks a statement with a note in a list.
  let noteMark = " *"
  let noteMarkMeans = "* with a note of yours"
  let withNote = ", with a note"
  func notAsked(_ breadth: Questionnaire.Breadth) -> String {
    switch breadth {
    case .core: "not asked in the core form"
    case .byRole, .everything: "not asked, goes beyond your role"
    }
  }
  /// A statement with its answer: `Planning: 3, On my own, important to you, importance 4`.
  func answered(_ title: String, _ answer: String, isPicked: Bool, importance: Int?) -> String {
    "\(title): \(answer)" + (isPicked ? ", important to you" : "")
      + (importance.map { ", importance \($0)" } ?? "")
  }
  func goOn(withArea number: Int, _ title: String) -> String {
    "Enter alone goes on with \(number) \(title)."
  }
  let goOnToTheEnd = "Enter alone goes on to the end."
  let stopHere = "Enter alone stops here; the other areas wait for you."
  let answerAgain = "To answer a statement again, type its number and Enter."
  func areaKeys(open: Int) -> String {
    let rest =
      switch open {
      case 0: ""
      case 1: ", f finishes without the one that is still open"
      default: ", f finishes without the \(open) still open"
      }
    return "With Enter too: a shows the areas, q stops\(rest)."
  }

  // MARK: - What goes beyond the role or the core form

  func goesBeyond(
    _ count: Int, minutes: Int, _ breadth: Questionnaire.Breadth
  ) -> [String] {
    let more =
      switch breadth {
      case .core: "That was the core form. There \(count == 1 ? "is" : "are") \(count) more"
      case .byRole, .everything:
        "\(count) more \(count == 1 ? "goes" : "go") beyond what your role asks"
      }
    return [
      "\(more), about \(common.count(minutes, "minute", "minutes")): go on, or finish here?"
    ]
  }
  let goOn = "Go on"
  let finishHere = "Finish here"
  func typeBeyond(_ breadth: Questionnaire.Breadth) -> String {
    switch breadth {
    case .core: "Type a number and Enter."
    case .byRole, .everything: "Type a number and Enter; Enter alone goes on."
    }
  }

  // MARK: - What matters most

  let whichMatter = "Which matter most for your own work this year?"
  func pick(upTo limit: Int) -> String {
    "Type up to \(limit) numbers and Enter, such as 1 and 2."
  }
  let picksNone = "Enter alone picks none."
  let keepsPicks = "Enter alone keeps what you picked before, 0 takes it back."
  func topOfAll(_ limit: Int) -> [String] {
    [
      "What are your top \(limit) of all?",
      "Type their numbers and Enter, the most important first.",
    ]
  }
  func place(_ number: Int) -> String { ", your number \(number)" }

  let howImportant = "How important is this for your own work?"
  /// What the ratings of importance mean, from 1 to 5.
  let importance = ["Not important", "A little", "Fairly", "Very", "Essential"]
  func keepsRating(_ rating: String) -> String { "Enter keeps \(rating)." }

  // MARK: - What a campaign asks

  func asked(by asker: String) -> String { "You are asked by: \(asker)." }
  func askedUntil(_ day: String) -> String { "Answers are asked for until \(day)." }
  let nothingIsSent = "Nothing is sent: at the end you see all of it, and send it yourself."
  /// What background questions are for, said with each.
  let backgroundPurpose = "Only for tables about groups, never shown singly."
  func lastQuestions(_ count: Int) -> String {
    count == 1 ? "The last question" : "The last \(count) questions"
  }
  let backgroundKeys = ["b goes back.", "f skips all that is left.", "q stops for now."]
  func backgroundQuestion(_ number: Int, of count: Int) -> String {
    "Background question \(number) of \(count)"
  }
  let typeAllThatFit = "Type the numbers of all that fit, and Enter."
  let typeOne = "Type the number or the words of your answer, and Enter."
  let skipsIt = "Enter alone skips it."
  let skipsItAgain = "You skipped it; Enter skips it again."
  func keepsBackground(_ answer: String) -> String {
    "Enter keeps your answer: \(answer); 0 takes it back."
  }
  let skipped = "Skipped."
  let backToSkipped = "Back one question. You skipped it."
  func backToBackground(_ answer: String) -> String {
    "Back one question. Your answer was \(answer)."
  }

  // MARK: - The end

  let beforeYouFinish = "Before you finish"
  func reviewed(
    _ area: String, _ progress: Questionnaire.Progress, _ breadth: Questionnaire.Breadth
  ) -> String {
    guard progress.total > 0 else { return "\(area): \(dealtWith(progress, breadth))" }
    return "\(area): \(progress.answered) of \(progress.total) answered"
      + alsoSkipped(progress.skipped)
  }
  let yourNotes = "Your notes"
  /// A statement with the first words of its note.
  func noted(_ title: String, _ note: String) -> String {
    let letters = 40
    guard note.count > letters else { return "\(title): \(note)" }
    let start = note.prefix(letters)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return "\(title): \(words)..."
  }
  func inAll(
    rated: Int, notPart: Int, _ subject: Subject, cannotJudge: Int, skipped: Int, notAsked: Int
  ) -> String {
    "\(rated) rated, \(notPart) not part of \(work(subject)), \(cannotJudge) you can't judge, "
      + "\(skipped) skipped, \(notAsked) not asked."
  }
  let howToFinish = [
    "Type f and Enter to finish.", "After that this assessment does not change.",
    "You can begin a new one whenever you like.",
  ]
  func reviewKeys(hasNotes: Bool, skipped: Int) -> [String] {
    let skippedKey =
      switch skipped {
      case 0: [String]()
      case 1: ["s and Enter asks the skipped one again."]
      default: ["s and Enter asks the \(skipped) skipped ones again."]
      }
    return skippedKey + [
      hasNotes
        ? "The number of an area and Enter shows its answers, that of a note opens it."
        : "The number of an area and Enter shows its answers.",
      "b goes back, q stops for now.",
    ]
  }
  func answered(_ count: Int, of all: Int) -> String { "\(count) of \(all) answered." }
  let finished = "Finished and saved."

  // MARK: - Remarks

  func saved(_ answer: String) -> String { "Saved: \(answer)." }
  func saved(key: String, _ label: String) -> String { "\(key)  \(label). Saved." }
  func savedElsewhere(_ statement: String, _ answer: String) -> String {
    "Saved for \(statement): \(answer)."
  }
  let notKept = "That belongs to nothing that is asked here now; nothing of it was saved."
  func back(to statement: String) -> String { "Back to \(statement)." }
  let youSkipped = "You skipped it."
  func yourAnswerWas(_ answer: String) -> String { "Your answer was \(answer)." }
  func savedImportance(_ rating: String) -> String { "Saved: importance \(rating)." }
  let importanceLeftOpen = "Importance left open."
  let nothingBefore = "This is the first one; there is nothing to go back to."
  func isNoChoice(_ typed: String) -> String { "'\(typed)' is not among the choices." }
  let backToRole = "Back to the role."
  func savedNotPart(_ count: Int, of area: String, _ subject: Subject) -> String {
    "Saved: \(count) more of \(area) as not part of \(work(subject))."
  }
  func tooMany(limit: Int, _ choices: String) -> String { "At most \(limit), please. \(choices)" }
  let nonePicked = "None picked. Saved."
  func picked(_ titles: [String]) -> String {
    "Saved as important: " + titles.joined(separator: "; ") + "."
  }
  func othersWait(_ count: Int) -> [String] {
    [
      "This is done.",
      "\(common.statements(count)) of other areas \(count == 1 ? "waits" : "wait") for you.",
    ]
  }
  let nothingToFinish = "Nothing is answered yet, so there is nothing to finish."

  /// The choices at a prompt in one sentence, for an input that was none of them.
  ///
  /// - Parameters:
  ///   - highest: The rank of the highest level.
  ///   - roles: How many roles there are.
  ///   - areas: How many areas there are.
  func choices(at prompt: Questionnaire.Prompt, highest: Int, roles: Int, areas: Int) -> String {
    switch prompt {
    case .role: "Type a number from 0 to \(roles) and Enter, or the name of a role."
    case .areas: "Type a number from 1 to \(areas) and Enter, or Enter alone."
    case .question: "Choose 1 to \(highest), 0, 9, s, b, n, a, h or q; h explains them."
    case .rating: "Choose 1, not important, to 5, essential, or s to leave it open; b goes back."
    case .background:
      "Type a number or the answer's words, s or Enter to skip, b to go back, f to skip the rest."
    case .note:
      "Write your note and press Enter; \\ before Enter goes on in another line, 0 deletes the note."
    case .noneOfArea, .lookAgain: "Choose y for yes, or Enter for no."
    case .picks:
      "Type up to \(Assessment.Importance.areaLimit) numbers of statements you rated, or Enter alone."
    case .areaEnd: "Press Enter to go on, or type the number of one statement and Enter."
    case .beyond: "Type 1 to go on or 2 to finish here, and Enter."
    case .topThree: "Type up to \(Assessment.Importance.topLimit) of the numbers, or Enter alone."
    case .review: "Type f and Enter to finish, or an area number to see its answers."
    case .done: "The questionnaire is closed."
    }
  }

  /// What a menu is for, and the letters that it takes.
  func help(at prompt: Questionnaire.Prompt) -> [String] {
    switch prompt {
    case .areas:
      [
        "Do the areas in any order; what you have answered is saved.",
        "b goes back, f finishes with what is answered, q stops for now.",
      ]
    case .picks, .topThree:
      [
        "What you pick comes first in your results and in what to learn next.",
        "Only statements that you gave a level can be picked.", "b goes back, q stops for now.",
      ]
    case .areaEnd:
      ["b goes back.", "Whatever you change is saved at once."]
    case .beyond:
      [
        "They may still matter to you: what goes beyond a role is never counted as missing.",
        "b goes back, a shows the areas, q stops for now.",
      ]
    case .review:
      ["Look at everything as long as you like; nothing is sent.", "q stops for now."]
    case .role, .question, .rating, .note, .noneOfArea, .lookAgain, .background, .done: []
    }
  }
}
