import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// What `waymark assess` is asked to do.
struct AssessRequest {
  /// What is rated.
  enum Subject {
    /// The person as they are, for their own use or a campaign.
    case own
    /// What steps touched, again.
    case review
    /// The same as it was on a day that is past.
    case lookingBack(CalendarDate)
    /// What the library's service needs.
    case service

    /// Whether something is rated again, so that there must be answers already.
    var isAgain: Bool {
      switch self {
      case .own, .service: false
      case .review, .lookingBack: true
      }
    }
  }

  /// Which statements, by the names that were typed.
  enum Part {
    case everything
    case areas([String])
    case workshop(String)

    /// The areas that were named.
    var areas: [String] { if case .areas(let names) = self { names } else { [] } }

    /// The workshop that was named.
    var workshop: String? { if case .workshop(let name) = self { name } else { nil } }
  }

  /// Where the answers come from.
  enum Source {
    /// Nowhere: an empty table is written.
    case template
    case given(Given)
  }

  /// What gives answers.
  enum Given {
    case file(String)
    case assignments([String])
    /// Lines that would be typed, from a file or from standard input.
    case script(String)
    /// The person, at a terminal.
    case person
  }

  let subject: Subject
  let part: Part
  let source: Source
  /// The file of the invitation that is answered.
  let campaign: String?
  /// The file of the statements, where they are not those of Waymark.
  let framework: String?
  /// The role as it was typed.
  let role: String?
  let startsNew: Bool
  /// How much is asked first, where that was said.
  let breadth: Questionnaire.Breadth?
  let requiresAll: Bool
  /// What is said of it.
  private let words: AssessWords

  /// Takes what was typed for what it means.
  ///
  /// - Throws: `Failure` with everything that is wrong with the values.
  init(_ command: AssessCommand, in session: Session) throws {
    words = session.said.assess
    var faults = TypedFaults()
    var subject = Subject.own
    if command.lens != nil { subject = .service }
    if command.review { subject = .review }
    let then: CalendarDate?? = try faults.gather {
      try CalendarDate.given(command.then, "--then")
    }
    if let day = then ?? nil {
      subject = .lookingBack(day)
      if day >= (try session.surroundings.today()) {
        faults.add(words.notPast(day))
      }
    }
    if command.review || command.then != nil, command.role != nil {
      faults.add(words.roleStays)
    }
    try faults.check()
    self.subject = subject
    part =
      command.workshop.map(Part.workshop)
      ?? (command.area.isEmpty ? .everything : .areas(command.area))
    source =
      command.template
      ? .template
      : .given(
        command.answers.map(Given.file) ?? command.script.map(Given.script)
          ?? (command.set.isEmpty ? .person : .assignments(command.set)))
    campaign = command.campaign
    framework = command.framework
    role = command.role
    startsNew = command.new
    breadth = command.core ? .core : command.all ? .everything : nil
    requiresAll = command.requireComplete
  }

  /// What options say that does not go together, all of it.
  static func faults(of command: AssessCommand) -> [String] {
    let words = CommandWords.english.assess
    let (review, then) = (command.review, command.then != nil)
    let ways = [
      command.answers != nil, !command.set.isEmpty, command.script != nil, command.template,
    ]
    let others = [
      review, then, command.campaign != nil, command.workshop != nil, command.role != nil,
      command.template,
    ]
    let begins =
      command.new || command.all || command.core || command.lens != nil || !command.area.isEmpty
      || command.framework != nil || command.background != nil || command.requireComplete
    let rules = [
      (command.drop && (begins || ways.contains(true) || others.contains(true)), words.dropsAlone),
      (ways.count { $0 } > 1, words.waysExclude),
      (
        (review || then) && (command.campaign != nil || command.template || review && then),
        words.viewsExclude
      ),
      (command.workshop != nil && !command.area.isEmpty, words.partsExclude),
      (
        command.core
          && (command.all || !command.area.isEmpty || command.workshop != nil || review || then
            || command.lens != nil),
        words.coreIsAskedAlone
      ),
      (command.lens != nil && others.contains(true), words.serviceIsAskedAlone),
      (
        command.framework != nil && command.campaign == nil && command.lens == nil,
        words.frameworkNeedsCampaign
      ),
      (command.background != nil && command.campaign == nil, words.backgroundNeedsCampaign),
      (
        command.campaign == BoundedFile.standardInput
          && (command.script == "-" || command.answers == "-"),
        words.inputIsReadOnce
      ),
    ]
    return rules.filter(\.0).map(\.1)
  }
}

extension AssessRequest {
  /// Whether somebody who begins may be told that there is a core form.
  var mayOfferCore: Bool {
    guard case .own = subject, case .everything = part else { return false }
    return breadth == nil && campaign == nil && !requiresAll
  }
}

// MARK: - What names stand for

extension AssessRequest {
  /// The workshop that was named; `nil` where none was.
  func workshop(
    among installed: InstalledDocuments, for framework: Framework
  ) throws -> WorkshopOffer? {
    try part.workshop.map { try installed.workshop($0, for: framework) }
  }

  /// - Throws: `Failure` where the statements have no core form.
  func requireCoreForm(of framework: Framework) throws {
    guard framework.coreStatements.isEmpty else { return }
    throw Failure.input("--core", words.noCoreForm(framework.id.description))
  }

  /// What an own assessment, or that of a campaign that asks a form, is begun or gone on with as.
  ///
  /// - Throws: `Failure` where the core statements are wanted of a campaign that asks all.
  func own(_ workshop: WorkshopOffer?, for invitation: Invitation?) throws -> AssessmentTask {
    if let invitation {
      if breadth == .core, invitation.form != .core {
        throw Failure(.usage, words.campaignAsksAll(invitation.campaign))
      }
      return .campaign(invitation.campaign, workshop: workshop, form: invitation.form)
    }
    return workshop.map(AssessmentTask.workshop) ?? (breadth == .core ? .core : .own)
  }

  /// What is rated again.
  ///
  /// - Parameter touched: what finished steps were about, where nothing was named.
  func statements(
    of framework: Framework, _ installed: InstalledDocuments, touched: () throws -> [CompetencyID]
  ) throws -> RatingAgain.Statements {
    switch part {
    case .everything: .touched(try touched())
    case .areas(let names): .areas(try framework.areas(named: names))
    case .workshop(let name): .workshop(try installed.workshop(name, for: framework))
    }
  }

  /// The areas that are asked; empty for all.
  func scope(in framework: Framework) throws -> [AreaID] {
    try framework.areas(named: part.areas)
  }

  /// The role that was named; `nil` where none was.
  func role(in framework: Framework) throws -> RoleChoice? {
    guard let role else { return nil }
    return .settled(role.lowercased() == "none" ? nil : try framework.role(named: role))
  }

  /// Why nothing can be rated again: nothing was rated.
  func nothingToRateAgain(_ option: String) -> Failure {
    .input(option, words.nothingFinished(part.workshop))
  }

  /// Why nothing can be rated again: no step is done that is about anything.
  func noStepDone(since day: CalendarDate, _ option: String) -> Failure {
    .input(option, words.noStepDone(since: day))
  }

  /// The command, with what belongs to it, for what comes after a sitting.
  ///
  /// - Parameter hasBegun: whether there is an assessment to go on with; else what began one is said again.
  func command(
    for next: Sitting.Next, after view: Questionnaire.Occasion.View, hasBegun: Bool
  ) -> String {
    words.command(for: next, after: view, areas: part.areas, workshop: part.workshop)
      + (next == .goOn
        ? words.options(
          beginsNew: !hasBegun && startsNew, campaign: hasBegun ? nil : campaign,
          framework: hasBegun ? nil : framework,
          // What was begun as the core form goes on as that.
          breadth: hasBegun && breadth == .core ? nil : breadth) : "")
  }
}

/// `waymark assess --drop`: an assessment that was begun by mistake goes, those that are finished stay.
struct DroppedRound {
  private let session: Session
  private var words: DroppedRoundWords { session.said.droppedRound }

  init(_ session: Session) { self.session = session }

  func run() throws {
    let store = try session.openStore(toWriteAs: "assess", beginning: "assess")
    let summary = PersonalSummary(of: try store.assessments())
    guard let begun = summary.droppable else { throw Failure.input("--drop", words.nothingBegun) }
    let assessment = begun.assessment
    if !session.options.force {
      guard session.canAsk else { throw Failure(.usage, words.asks) }
      let question = words.ask(
        begun: assessment.started, answers: begun.answered, notes: assessment.notes.count,
        keepsOthers: !summary.finished.isEmpty)
      let ticks = TickList(input: try TerminalInput(STDIN_FILENO), session: session)
      guard try ticks.agrees(to: question) else {
        return try session.console.write(words.stays + "\n")
      }
    }
    try store.drop(assessment.id)
    try session.console.write(words.dropped(assessment.started) + "\n")
  }
}

/// What is said where an assessment is dropped.
struct DroppedRoundWords: Sendable {
  let nothingBegun = (
    what: "nothing that you began waits to be finished",
    mend: "begin with: waymark assess --new"
  )
  let asks = "assess --drop asks before it erases answers; add --force to drop them without asking"

  func ask(begun day: CalendarDate, answers: Int, notes: Int, keepsOthers: Bool) -> String {
    let what =
      "\(answers) answer\(answers == 1 ? "" : "s")"
      + (notes == 0 ? "" : " and \(notes) note\(notes == 1 ? "" : "s")")
    return "Drop the assessment that you began on \(day.inWords)? "
      + "Its \(what) \(answers + notes == 1 ? "is" : "are") erased for good"
      + (keepsOthers ? "; what you finished stays" : "") + ". y/N:"
  }

  let stays = "Nothing is dropped."

  func dropped(_ day: CalendarDate) -> String {
    "The assessment begun on \(day.inWords) is dropped."
  }
}
