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

  /// What stands before the cursor at a prompt.
  func cursor(_ prompt: Questionnaire.Prompt) -> String {
    switch prompt {
    case .role: "Role: "
    case .note: noteCursor
    case .noneOfArea, .lookAgain: "y/N: "
    case .areas: "Area: "
    case .rating: "Importance: "
    case .background: "Answer: "
    case .question, .picks, .areaEnd, .topThree, .review, .done: "> "
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

  func welcomeBack(answered: Int, of count: Int, lastTime: String?) -> String {
    "Welcome back. \(answered) of \(count) answered" + (lastTime.map { "; last time \($0)" } ?? "")
      + "."
  }
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
    case .now, .again: "the highest line that is true of you now"
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

  let keysInALine = "b: back. s: skip. n: note. a: areas. h: help. q: stop."
  let moreKeys = "b back   h more keys"

  // MARK: - Roles and areas

  let whichRole = [
    "Which role should your results be compared with?", "You can change this later.",
    "The levels were suggested by Waymark's authors; they are not ALSC standards.",
  ]
  let noComparison = "No comparison, just show my levels"

  func chooseArea(next: Int, isBeginning: Bool) -> String {
    "Press Enter to \(isBeginning ? "begin" : "go on") with area \(next), or type an area number."
  }
  func dealtWith(_ count: Int, of all: Int) -> String {
    count == all ? "done" : count == 0 ? "\(all)" : "\(count) of \(all)"
  }
  let areasHeading = "Areas and their statements"
  let areas = "Areas: "

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
  let leavesSkipped = "Enter leaves it skipped."
  func sameAsForNow(_ answer: String) -> String { "Enter says the same as for now: \(answer)." }
  func seenFromNow(on day: String) -> String { "On \(day), seen from now:" }
  func ourServiceNeeds(_ time: String) -> String { "What our service needs \(time):" }

  // MARK: - Notes

  let writeNote = "Write a note for yourself; it never goes into a file that you share."
  func noteSoFar(_ note: String) -> String { "Your note so far: \(note)" }
  let writeAnotherNote = [
    "Write another in its place, or press Enter to keep it; 0 deletes it.",
    "It never goes into a file that you share.",
  ]
  let changeNote = [
    "Change it, or press Enter to keep it; 0 alone deletes it.",
    "It never goes into a file that you share.",
  ]
  let noteSaved = "Note saved."
  let noteDeleted = "Note deleted."
  let pastedNothing = [
    "What was pasted answers nothing here, and nothing of it was saved.", "Type an answer.",
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
      "Is the rest of \(area) not part of \(work(subject)) either?",
      "Type y for yes, Enter for no.",
    ]
  }
  func allAlike(_ area: String, _ answer: String) -> [String] {
    [
      "All your answers in \(area) are \(answer).", "That can be right. Look again?",
      "Type y for yes, Enter for no.",
    ]
  }
  func answersHeading(_ area: String) -> String { "\(area): your answers" }
  /// A statement with its answer: `Planning: 3, On my own, important to you, importance 4`.
  func answered(_ title: String, _ answer: String, isPicked: Bool, importance: Int?) -> String {
    "\(title): \(answer)" + (isPicked ? ", important to you" : "")
      + (importance.map { ", importance \($0)" } ?? "")
  }
  func goOn(withArea number: Int, _ title: String) -> String {
    "Enter goes on with area \(number), \(title)."
  }
  let goOnToTheEnd = "Enter goes on to the end."
  let stopHere = "Enter stops here; the other areas wait for you."
  let answerAgain = "A number answers that statement again."
  func areaKeys(open: Int) -> String {
    "a shows the areas, q stops"
      + (open == 0 ? "." : ", f finishes without the \(open) still open.")
  }

  // MARK: - What matters most

  let whichMatter = "Which matter most for your own work this year?"
  func pick(upTo limit: Int) -> String { "Type up to \(limit) numbers and Enter." }
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
  let ratingSkips = "s skips."
  let ratingSkip = "s skip"
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
  let typeAllThatFit = "Type the numbers of all that fit."
  let typeOne = "Type the number or the words of your answer."
  let skipsIt = "Enter skips it."
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
  func reviewed(_ area: String, _ answered: Int, of count: Int, skipped: Int) -> String {
    "\(area): \(answered) of \(count) answered" + (skipped == 0 ? "" : ", \(skipped) skipped")
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
  let reviewKeys = ["An area number shows its answers.", "b goes back, q stops for now."]
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
  func meansNothing(_ typed: String) -> String { "'\(typed)' means nothing here." }
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
    case .role: "Type a number from 0 to \(roles)."
    case .areas: "Type a number from 1 to \(areas), or press Enter."
    case .question: "Type 1 to \(highest), 0, 9, s, b, n, a, h or q; h explains them."
    case .rating: "Type 1, not important, to 5, essential, or s to leave it open; b goes back."
    case .background:
      "Type a number or the answer's words, s or Enter to skip, b to go back, f to skip the rest."
    case .note:
      "Write your note and press Enter; \\ before Enter goes on in another line, 0 deletes the note."
    case .noneOfArea, .lookAgain: "Type y for yes, or press Enter for no."
    case .picks:
      "Type up to \(Assessment.Importance.areaLimit) numbers of statements you rated, or Enter alone."
    case .areaEnd: "Press Enter to go on, or type the number of one statement."
    case .topThree: "Type up to \(Assessment.Importance.topLimit) of the numbers, or Enter alone."
    case .review: "Type f and Enter to finish, or an area number to see its answers."
    case .done: "The questionnaire is closed."
    }
  }
}
