import ArgumentParser
import Waymark
import WaymarkBasics

/// What becomes of the steps of the last path, as options give it.
struct PathSteps: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "You did this step of your last path, or this resource or workshop; may be repeated.",
      valueName: "n"))
  var done: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day you did it, such as yesterday; today when left out.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("What you keep of it as evidence, with --done.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("You do not want this step; may be repeated.", valueName: "n"))
  var drop: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take back that you did or dropped this, by its number in --log; may be repeated.",
      valueName: "n"))
  var again: [String] = []

  @Flag(help: "List what you have done and dropped, with numbers that stay.")
  var log = false

  @Flag(help: "Forget what you asked of earlier paths, such as --hours.")
  var fresh = false

  /// Whether nothing is said of any step.
  var isEmpty: Bool { done.isEmpty && drop.isEmpty && again.isEmpty && !fresh }

  func validate() throws {
    let words = CommandWords.english.pathSteps
    guard !done.isEmpty || on == nil && note == nil else {
      throw ValidationError(words.needsDone(on == nil ? "--note" : "--on"))
    }
    guard note == nil || done.count == 1 else {
      throw ValidationError(words.noteIsForOne)
    }
    guard Set(done).isDisjoint(with: drop) else {
      throw ValidationError(words.doneAndDropped)
    }
  }

  /// What becomes of steps, in the order in which it is carried out; what is wrong with it is added to
  /// the faults.
  func marks(
    on today: CalendarDate, _ faults: inout TypedFaults, _ words: PathStepsWords
  ) throws -> [StepMark] {
    let day = try faults.gather { try CalendarDate.given(on, "--on") } ?? nil
    if let day, day > today { faults.add(words.stillToCome(day)) }
    let kept = try note.flatMap { text in
      try faults.gather {
        try CampaignCommand.words(text, "--note", limit: DoneStep.noteLimit)
      }
    }
    return again.map(StepMark.again) + done.map { StepMark.done($0, on: day, note: kept) }
      + drop.map(StepMark.drop)
  }
}

extension StepMark {
  /// The option that says it.
  fileprivate var option: String {
    switch self {
    case .again: "--again"
    case .done: "--done"
    case .drop: "--drop"
    }
  }

  /// What was typed for it.
  fileprivate var name: String {
    switch self {
    case .again(let name), .drop(let name): name
    case .done(let name, _, _): name
    }
  }
}

extension StepMark.Outcome {
  /// The number to take it back by; `nil` where nothing was changed, or taken back.
  var toTakeBack: Int? {
    switch self {
    case .done(let number, title: _, on: _, isRatedSince: _), .dropped(let number, title: _): number
    case .takenBack, .alreadyTakenBack, .alreadyDone, .alreadyDropped: nil
    }
  }
}

extension Failure {
  /// What could not be carried out of what becomes of steps, a line each.
  init(_ faults: StepMark.Faults) {
    self.init(.usage, faults.problems.map(Self.words).joined(separator: "\n"))
  }

  private static func words(_ problem: StepMark.Problem) -> String {
    let words = CommandWords.english.pathSteps
    switch problem {
    case .nothingToTakeBack: return words.nothingToTakeBack
    case .noStep(let mark, let steps): return words.noStep(mark.option, among: steps)
    case .noNumber(let mark, let last): return words.noNumber(mark.option, last: last)
    case .unknown(let mark, let known):
      let mend = if case .again = mark { words.toSeeLog } else { words.toGiveNumber }
      return unknown(
        words.resource, mark.name, among: known.map(\.description), for: mark.option, mend: mend
      ).message
    }
  }
}
