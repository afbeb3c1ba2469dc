import Waymark
import WaymarkBasics
import WaymarkPages

/// What is said where answers are shared.
struct ShareWords: Sendable {
  // MARK: - What does not go together

  let serviceIsSharedAlone =
    "--as service shares what the service needs alone; only --campaign, -o, --dry-run and "
    + "--withdraw go with it."
  let campaignIsForService = "--campaign goes with --as service alone."
  let withdrawTakesBackServe = "--withdraw takes everything back; leave --serve out."
  let withdrawTakesBackAdditions =
    "--withdraw takes everything back; leave --looking-back and --did out."
  let withdrawTakesBackOffer = "--withdraw takes the offer back; leave --teach and --seek out."
  let offerAloneNeedsOffer = "--offer-alone goes with --teach ID, --seek ID or --withdraw."
  let offerAloneHasNoAnswers =
    "--offer-alone leaves your answers out; leave out what is to be added to them too."

  // MARK: - Why nothing is shared

  /// - Parameter option: names the workshop that the assessment is about alone.
  func notFinished(_ option: String, _ suffix: String) -> (what: String, mend: String) {
    ("the assessment is not finished", "finish it with: waymark assess\(option)\(suffix)")
  }

  let looksBack = (
    what: "this assessment looks back to an earlier day and is for your own use",
    mend: "leave --assessment out, and add it to your answers with --looking-back"
  )
  func neverShared(_ suffix: String) -> (what: String, mend: String) {
    (
      "these answers were never shared",
      "there is nothing to take back; see what you shared with: waymark share --list\(suffix)"
    )
  }

  /// Why nothing of a kind can be taken back, and what can.
  func nothingToTakeBack(
    _ kind: SharedFile.Kind, _ history: SharedHistory, _ suffix: String
  ) -> (what: String, mend: String) {
    let others = history.items.filter { !$0.isTakenBack && $0.kind != kind }
    let mend =
      others.isEmpty
      ? "there is nothing to take back"
      : others.map { "\(name($0)) can be taken back with: \(toTakeBack($0, suffix))" }
        .joined(separator: "; ")
    return (kind == .mentoring ? "no offer was ever shared" : "you have shared no answers", mend)
  }

  let listGoesAlone = "--list only lists what you shared; leave the other options out."

  func sharedTooOften(_ times: Int) -> (what: String, mend: String) {
    (
      "this was shared \(times) times, and no more is possible",
      "answer anew with: waymark assess --new"
    )
  }

  let noBackgroundAnswered = "--leave-out: no background question was answered"
  let backgroundAnswer = "background answer"
  let wayToServe = "way to serve"

  /// - Parameter option: names the workshop that the assessment is about alone.
  func cannotLookBack(
    _ problem: ResultChoice.LookingBackProblem, _ option: String
  ) -> (what: String, mend: String) {
    switch problem {
    case .never:
      (
        "you have not looked back to an earlier day yet",
        "do it with: waymark assess\(option) --then DAY"
      )
    case .nothingInCommon(let day):
      (
        "no statement has a level now and on \(day.inWords), to which you looked back",
        "look back to what you answered with: waymark assess\(option) --then DAY"
      )
    }
  }

  let nothingDone = (
    what: "nothing is marked as done", mend: "mark it with: waymark path --done ID"
  )

  // MARK: - What leaves

  let leaves = "This is all that leaves, and only if you send it:"
  let leavesWithOffer =
    "Two files leave, and only if you send them. The first has no name and no notes:"
  let stays = "It stays here: your name, your notes, on which days and how fast you answered."

  func takesBack(_ day: CalendarDate) -> String {
    "This takes back what you shared of your answers of \(day.inWords), if you send it. It has "
      + "none of your answers: the random number of the file before, and a mark that it comes from you."
  }

  let toWhomTakenBack =
    "Send it to whoever has the file that it takes back. That file is still on this computer where you "
    + "wrote it; delete it if you need it no more."

  /// - Parameter isAsLastTime: whether some of it is left out because it was last time.
  func leftOut(_ questions: [String], isAsLastTime: Bool) -> String {
    "Left out" + (isAsLastTime ? ", as last time" : "") + ": \(questions.joined(separator: "; "))."
      + (isAsLastTime ? " To give it after all: --leave-out none" : "")
  }

  func replaces(_ file: String) -> String {
    "\(file) is there from an earlier time that you shared the same; it is replaced."
  }

  /// - Parameter id: the beginning of the id of the assessment of everything.
  func isAboutWorkshop(whole id: String, _ suffix: String) -> String {
    "This is about a workshop alone. To share everything: waymark share --assessment \(id)\(suffix)"
  }

  /// What the file says, a line for each thing.
  ///
  /// - Parameters:
  ///   - campaign: what the campaign that it is for is called.
  ///   - background: the questions whose answers are in it, and these.
  ///   - rated: how many of all statements have a level.
  ///   - role: its title.
  ///   - did: what was done to learn.
  ///   - hasLink: whether it has an id of the person too.
  func inWords(
    for campaign: String?, background: [(question: String, answer: [String])],
    rated: Int, of all: Int, _ form: QuestionnaireForm, _ importance: Assessment.Importance,
    role: String?,
    _ addition: ResponseAddition, did: [String], hasLink: Bool
  ) -> [String] {
    let first = campaign.map { "for the campaign '\($0)'" }
    let own = [
      "your answers: \(rated) of \(all) statements\(form == .core ? " of the core form" : "") rated",
      inWords(importance),
      role.map { "the role: \($0)" } ?? "no role",
    ]
    let asked = background.map { "\($0.question) \($0.answer.joined(separator: ", "))" }
    let then = addition.lookingBack.map {
      "where you were in \($0.month) as you see it now: "
        + "\($0.levels.count) statement\($0.levels.count == 1 ? "" : "s")"
    }
    let done = did.isEmpty ? nil : "what you did to learn: \(did.joined(separator: "; "))"
    let rest =
      "the month, a random id" + (hasLink ? " for this file and one for you" : "")
      + ", and a proof for later files"
    return [first].compactMap { $0 } + own + asked + [then, done].compactMap { $0 } + [rest]
  }

  private func inWords(_ importance: Assessment.Importance) -> String {
    importance.ratings.isEmpty
      ? "what matters most to you: "
        + (importance.picked.isEmpty ? "nothing picked" : "\(importance.picked.count) picked")
      : "how important they are to you: \(importance.ratings.count) rated"
  }

  let unlinked = "Without --link nobody can set this beside what you said before."
  /// What becomes of a file that was shared before.
  let again =
    "It takes the place of what you shared before. What you added then (--link, --looking-back, --did, "
    + "--serve) is in it only if you say it again."

  // MARK: - Asking

  func askToWrite(_ files: [String]) -> String {
    "You can take it back later; a report that is published by then stays as it is.\n"
      + "Write \(files.joined(separator: " and "))? Type y and Enter to write, Enter alone to leave it."
  }

  let yesOrNo = "Type y for yes or n for no."
  let whichToTakeBack = "Which of these do you take back?"
  let typeNumber = "Type a number and Enter; Enter alone takes nothing back."
  func noNumber(to last: Int) -> String { "That is no number from 1 to \(last)." }

  /// - Parameter choices: what was shared, each with the command that takes it back.
  func sayWhich(_ choices: [(what: String, command: String)]) -> String {
    (["share: you shared more than once; say which one you take back:"]
      + choices.map { "\($0.what): \($0.command)" }).joined(separator: "\n")
  }

  // MARK: - What was shared

  let nothingShared = "You have not shared anything yet."

  /// What was shared, when, and what became of it.
  ///
  /// - Parameter campaign: the title of the campaign that it was for.
  func shared(_ item: SharedHistory.Item, for campaign: String?) -> String {
    let day = item.stored.assessment.finished.map { " of \($0.inWords)" } ?? ""
    let purpose = campaign.map { " for '\($0)'" } ?? ""
    let state =
      switch item.state {
      case .shared(let day?): "shared on \(day.inWords)"
      case .shared(nil): "shared, on a day that was not noted"
      case .takenBack(let day): "a file that takes it back was written on \(day.inWords)"
      }
    return "\(name(item))\(day)\(purpose), \(state)"
  }

  func canBeTakenBack(_ item: SharedHistory.Item, _ suffix: String) -> String {
    "You can take it back, and a report that is published by then stays: \(toTakeBack(item, suffix))"
  }

  /// The command that takes something back.
  func toTakeBack(_ item: SharedHistory.Item, _ suffix: String) -> String {
    let id = item.stored.assessment.id.name.prefix(8)
    return switch item.kind {
    case .response: "waymark share --withdraw --assessment \(id)\(suffix)"
    case .mentoring: "waymark share --withdraw --offer-alone --assessment \(id)\(suffix)"
    case .service: "waymark share --as service --withdraw\(suffix)"
    }
  }

  private func name(_ item: SharedHistory.Item) -> String {
    switch item.kind {
    case .response: "Your answers"
    case .mentoring: "Your mentoring offer beside your answers"
    case .service: "What your service needs, as you said it"
    }
  }

  // MARK: - What was done

  let nothingWritten = "Nothing was written."

  func toTakeBack(_ suffix: String) -> String {
    "To take it back later: waymark share --withdraw\(suffix); a report that is published by then stays "
      + "as it is"
  }
}

/// What is said of an offer to teach, or to learn from somebody.
struct MentoringOfferWords: Sendable {
  let common = CommonWords()

  // MARK: - What does not go together

  let needsContact = "--teach and --seek need --contact TEXT: you can be reached by it alone."
  let menteesNeedTeaching = "--mentees goes with --teach ID."

  func needsOffer(_ option: String) -> String { "\(option) goes with --teach ID or --seek ID." }

  func menteesNotAmong(_ limits: ClosedRange<Int>) -> String {
    "--mentees: give a number from \(limits.lowerBound) to \(limits.upperBound)."
  }

  // MARK: - What cannot be offered

  func noLanguage(_ text: String) -> String {
    "--speak: '\(text.printableLine)' is no language tag; use one such as en or es-MX"
  }

  func tooManyLanguages(most: Int) -> String { "--speak: name at most \(most) languages" }

  let nothingOffered = "--teach, --seek: say what you teach or seek"

  func taughtAndSought(_ statement: String) -> String {
    "--seek '\(statement)': you offer to teach it as well; leave one of the two out"
  }

  func noContact(_ lengths: ClosedRange<Int>) -> String {
    "--contact: write your name and how to reach you, 1 to "
      + "\(lengths.upperBound) plain characters on one line"
  }

  /// - Parameters:
  ///   - level: what the person chose for it.
  ///   - levels: those at which something can be taught.
  func noStrength(_ statement: String, at level: Level?, teachingAt levels: [Level]) -> String {
    let teaching = levels.map { String($0.rank) }.joined(separator: " or ")
    let chosen = level.map { "you chose \($0.rank)" } ?? "you gave it no level"
    return "--teach '\(statement)': \(chosen), and what you teach you rated \(teaching); "
      + "see your strengths with: waymark profile"
  }

  let region = "region"
  let toSeeRegions = "see them with: waymark framework show background"

  let neverShared = (what: "no offer was ever shared", mend: "there is nothing to take back")

  func nameIsTaken(_ path: String) -> String {
    "-o '\(path.printableLine)': the second file has this name; choose another"
  }

  // MARK: - What leaves

  let leaves = "This is all that leaves, and only if you send it:"

  /// - Parameter isAlone: whether it is the only file.
  func takesBack(isAlone: Bool) -> String {
    "\(file(isAlone: isAlone)) takes your offer back:"
  }

  /// - Parameter isAlone: whether it is the only file.
  func holds(isAlone: Bool) -> String {
    "\(file(isAlone: isAlone)) has what you wrote as contact, and no answers:"
  }

  private func file(isAlone: Bool) -> String { isAlone ? "It" : "The second" }

  /// What a file says, for those who do not read JSON.
  ///
  /// - Parameters:
  ///   - campaign: what the campaign that it is for is called.
  ///   - name: what a statement is called.
  func inWords(
    _ card: MentoringCard, for campaign: String?, _ name: (CompetencyID) -> String
  ) -> String {
    func list(_ ids: [CompetencyID]) -> String { ids.map(name).joined(separator: "; ") }
    let people = card.mentees == 1 ? "one person" : "up to \(card.mentees) people"
    let purposes = MentoringCard.Purpose.allCases.filter(card.purposes.contains).map(inWords)
    return [
      "In words: for \(purposes.joined(separator: " and ")) alone",
      campaign.map { "for the campaign '\($0)'" },
      "your contact '\(card.contact)'",
      card.teaches.isEmpty ? nil : "that you would teach \(list(card.teaches)) to \(people)",
      card.seeks.isEmpty ? nil : "that you seek to learn \(list(card.seeks))",
      card.region.map { "the region \($0)" } ?? "no region",
      "the languages you would meet in (\(common.languages(card.languages)))",
      "a random id that is not the one of your answers",
      "and a proof for later files.",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func inWords(_ purpose: MentoringCard.Purpose) -> String {
    switch purpose {
    case .mentoring: "the mentoring program"
    case .training: "your trainer"
    }
  }

  // MARK: - What was done

  let sendingApart =
    "The file with your name shares no id with your answers, but whoever holds both could compare "
    + "what you teach with them: send them apart."

  func toTakeBack(_ suffix: String) -> String {
    "To take it back later: waymark share --withdraw --offer-alone\(suffix)"
  }
}
