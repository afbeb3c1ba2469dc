import Waymark
import WaymarkBasics

/// What is said where steps of a path are marked as done or dropped.
struct PathStepsWords: Sendable {
  // MARK: - What does not go together

  func needsDone(_ option: String) -> String { "\(option) goes with --done." }

  let noteIsForOne = "--note: name one step with --done; each has a note of its own."
  let doneAndDropped = "--done and --drop name the same step; use one of them."
  let freshTakesBackAll = "--fresh takes back everything that was dropped; leave --again out."

  func stillToCome(_ day: CalendarDate) -> String {
    "--on: \(day) is still to come; mark it when you have done it"
  }

  // MARK: - What cannot be carried out

  let nothingToTakeBack = "--again: nothing was done or dropped"

  /// - Parameter steps: how many steps the last path has.
  func noStep(_ option: String, among steps: Int) -> String {
    steps == 0
      ? "\(option): there is no path yet whose steps have numbers; see one with: waymark path"
      : "\(option): your last path has \(steps == 1 ? "1 step" : "\(steps) steps"); "
        + "give a number from 1 to \(steps)"
  }

  let resource = "resource"
  let toGiveNumber = "give the number of a step of your last path"

  // MARK: - What was done

  /// - Parameter suffix: the options that mean the same person.
  func outcome(_ outcome: StepMark.Outcome, _ suffix: String) -> String {
    switch outcome {
    case .takenBack(let id): "Taken back: \(id)."
    case .done(let title, let day): "Kept: you did '\(title.printableLine)' on \(day.inWords)."
    case .dropped(let id, let title):
      "Dropped: '\(title.printableLine)'. To have it back: waymark path --again \(id)\(suffix)"
    }
  }
}
