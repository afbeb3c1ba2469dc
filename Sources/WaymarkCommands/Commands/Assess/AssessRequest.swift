import Foundation
import Waymark
import WaymarkBasics

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

    var isWorkshop: Bool { if case .workshop = self { true } else { false } }
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
  let requiresAll: Bool

  /// Takes what was typed for what it means.
  ///
  /// - Throws: `Failure` with everything that is wrong with the values.
  init(_ command: AssessCommand, in session: Session) throws {
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
        faults.add("--then: \(day) is not past; give an earlier day")
      }
    }
    if command.review || command.then != nil, command.role != nil {
      faults.add("--role: the role stays that of the assessment before")
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
    requiresAll = command.requireComplete
  }

  /// What options say that does not go together, all of it.
  static func faults(of command: AssessCommand) -> [String] {
    let (review, then) = (command.review, command.then != nil)
    let ways = [
      command.answers != nil, !command.set.isEmpty, command.script != nil, command.template,
    ]
    let others = [
      review, then, command.campaign != nil, command.workshop != nil, command.role != nil,
      command.template,
    ]
    let rules = [
      (
        ways.count { $0 } > 1,
        "--answers, --set, --script and --template exclude each other; use one of them."
      ),
      (
        (review || then) && (command.campaign != nil || command.template || review && then),
        "--review, --then, --campaign and --template exclude each other; use one of them."
      ),
      (
        command.workshop != nil && !command.area.isEmpty,
        "--area and --workshop exclude each other; use one of them."
      ),
      (
        command.lens != nil && others.contains(true),
        "--as service asks about the service alone; leave --role, --campaign, --workshop, "
          + "--review, --then and --template out."
      ),
      (
        command.framework != nil && command.campaign == nil && command.lens == nil,
        "--framework goes with --campaign or --as service."
      ),
      (
        command.campaign == BoundedFile.standardInput
          && (command.script == "-" || command.answers == "-"),
        "standard input can be read only once; name a file for --campaign."
      ),
    ]
    return rules.filter(\.0).map(\.1)
  }
}

// MARK: - What names stand for

extension AssessRequest {
  /// The workshop that was named; `nil` where none was.
  func workshop(
    among installed: InstalledDocuments, for framework: Framework
  ) throws -> WorkshopOffer? {
    guard case .workshop(let name) = part else { return nil }
    return try installed.workshop(name, for: framework)
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
    guard case .areas(let names) = part else { return [] }
    return try framework.areas(named: names)
  }

  /// The role that was named; `nil` where none was.
  func role(in framework: Framework) throws -> RoleChoice? {
    guard let role else { return nil }
    return .settled(role.lowercased() == "none" ? nil : try framework.role(named: role))
  }

  /// Why nothing can be rated again: nothing was rated.
  func nothingToRateAgain(_ option: String) -> Failure {
    let form = if case .workshop(let name) = part { " --workshop \(name.shellWord)" } else { "" }
    return .input(
      option, "no assessment is finished yet", mend: "finish one with: waymark assess\(form)")
  }

  /// Why nothing can be rated again: no step is done that is about anything.
  func noStepDone(since day: CalendarDate, _ option: String) -> Failure {
    .input(
      option, "no step is done since \(day.inWords)",
      mend: "mark steps with: waymark path --done 1; or choose areas with --area")
  }

  /// The command, with what belongs to it, for what comes after a sitting.
  func command(for next: Sitting.Next, after view: Questionnaire.Occasion.View) -> String {
    let workshop =
      if case .workshop(let name) = part { " --workshop \(name.shellWord)" } else { "" }
    let areas = if case .areas(let names) = part { names } else { [String]() }
    let only = areas.map { " --area \($0.shellWord)" }.joined() + workshop
    return switch next {
    case .goOn:
      switch view {
      case .now: "assess" + workshop
      case .again: "assess --review" + only
      case .lookingBack(let day): "assess --then \(day)" + only
      case .service: "assess --as service" + only
      }
    case .profile: "profile"
    case .compareWithLast: "profile --compare last"
    case .compareWithThen: "profile --compare then"
    case .share: "share"
    // With nothing sent or written.
    case .shareShortForm: "share --link --dry-run"
    case .shareLookingBack: "share --link --looking-back --dry-run"
    case .sayInFiveYears: "assess --as service"
    case .shareService: "share --as service --dry-run"
    }
  }
}
