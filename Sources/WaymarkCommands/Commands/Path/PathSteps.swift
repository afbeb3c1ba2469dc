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

  @Option(help: ArgumentHelp("The day you did it; today when left out.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("What you keep of it as evidence, with --done.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("You do not want this step; may be repeated.", valueName: "n"))
  var drop: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take back that you did or dropped this resource, by its id.", valueName: "id"))
  var again: [String] = []

  @Flag(help: "Forget what you asked of earlier paths and what you dropped.")
  var fresh = false

  /// Whether nothing is said of any step.
  var isEmpty: Bool { done.isEmpty && drop.isEmpty && again.isEmpty && !fresh }

  func validate() throws {
    guard !done.isEmpty || on == nil && note == nil else {
      throw ValidationError("\(on == nil ? "--note" : "--on") goes with --done.")
    }
    guard note == nil || done.count == 1 else {
      throw ValidationError("--note: name one step with --done; each has a note of its own.")
    }
    guard Set(done).isDisjoint(with: drop) else {
      throw ValidationError("--done and --drop name the same step; use one of them.")
    }
    guard !fresh || again.isEmpty else {
      throw ValidationError("--fresh takes back everything that was dropped; leave --again out.")
    }
  }

  /// What becomes of steps, in the order in which it is carried out; what is wrong with it is added to
  /// the faults.
  func marks(on today: CalendarDate, _ faults: inout TypedFaults) throws -> [StepMark] {
    let day = try faults.gather { try CalendarDate.given(on, "--on") ?? today } ?? today
    if day > today {
      faults.add("--on: \(day) is still to come; mark it when you have done it")
    }
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
  /// What was done, to be said.
  ///
  /// - Parameter suffix: the options that mean the same person.
  func words(suffix: String) -> String {
    switch self {
    case .takenBack(let id): "Taken back: \(id)."
    case .done(let title, let day): "Kept: you did '\(title.printableLine)' on \(day.inWords)."
    case .dropped(let id, let title):
      "Dropped: '\(title.printableLine)'. To have it back: waymark path --again \(id)\(suffix)"
    }
  }
}

extension Failure {
  /// What could not be carried out of what becomes of steps, a line each.
  init(_ faults: StepMark.Faults) {
    self.init(.usage, faults.problems.map(Self.words).joined(separator: "\n"))
  }

  private static func words(_ problem: StepMark.Problem) -> String {
    switch problem {
    case .nothingToTakeBack:
      return "--again: nothing was done or dropped"
    case .noStep(let mark, 0):
      return "\(mark.option): there is no path yet whose steps have numbers; see one with: "
        + "waymark path"
    case .noStep(let mark, let steps):
      let count = steps == 1 ? "1 step" : "\(steps) steps"
      return "\(mark.option): your last path has \(count); give a number from 1 to \(steps)"
    case .unknown(let mark, let known):
      let names = known.map(\.description)
      let mend =
        if case .again = mark { "choose one of " + names.joined(separator: ", ") } else {
          "give the number of a step of your last path"
        }
      return unknown("resource", mark.name, among: names, for: mark.option, mend: mend).message
    }
  }
}
