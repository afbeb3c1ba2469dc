import Waymark
import WaymarkBasics

/// What is said beside a learning path.
struct PathCommandWords: Sendable {
  let sheetIsOfSeenPath = "--supervisor shows the path you saw last; say the rest before it."
  let stepsNotSeen =
    "--goal: these are not the steps that you saw last; see them with: waymark path"

  // MARK: - What is asked of it

  func lastDayOver(_ day: CalendarDate) -> String {
    "Your last day, \(day.inWords), is over or too near; give another with --until."
  }

  /// - Parameter options: what was asked last time, as it was typed.
  func asLastTime(_ options: String) -> String { "As last time: \(options)." }

  func toForget(_ suffix: String) -> String { "To forget it: waymark path --fresh\(suffix)" }

  // MARK: - What becomes of it

  let calendarNeedsDays =
    "a calendar needs days; say how much time: --minutes-per-week 60"
  let calendarIsEmpty =
    "no step has a day, so there is nothing for a calendar; see why with: waymark path"

  func notRemembered(_ reason: String) -> String { "This path is not remembered: \(reason)" }

  func wrote(_ file: String) -> String { "Wrote \(file.printableLine)" }

  // MARK: - What comes next

  func toRateAgain(_ suffix: String) -> String {
    "Rate again what you have worked on: waymark assess --review\(suffix)"
  }

  func toCompare(_ suffix: String) -> String {
    "Compare with a role: waymark path --role ID\(suffix)"
  }

  func toMark(_ suffix: String) -> String {
    "When you have done a step: waymark path --done 1\(suffix)"
  }

  /// - Parameter role: the role that was named.
  func toKeep(_ role: String?, _ suffix: String) -> String {
    let option = role.map { " --role \($0.shellWord)" } ?? ""
    return "Keep it: waymark path\(option) -o waymark-path.html\(suffix)"
  }
}

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

/// What is said of what a person wants of a path.
struct PathWishesWords: Sendable {
  /// What is wrong with an option, and how to mend it.
  func problem(_ problem: Wish.Problem) -> String {
    switch problem {
    case .notHours(let text):
      "--hours: '\(text.printableLine)' is no number of hours; use one such as 4 or 2.5"
    case .notAmong(let range, let subject, let text):
      "--\(subject.rawValue): '\(text.printableLine)' does not do; give "
        + "\(subject == .budget ? "whole US dollars" : "a number") from \(range.lowerBound) to "
        + "\(range.upperBound)"
    case .noDay(let subject, let text):
      CalendarDate.noDay(text, "--\(subject.rawValue)")
    case .noLanguage(let text):
      "--language: '\(text.printableLine)' is no language tag; use one such as es"
    case .noFormat(let text):
      "--prefer: '\(text.printableLine)' is no format; use one of "
        + LearningResource.Format.allCases.map(\.rawValue).joined(separator: ", ")
    case .notReadable(let subject):
      "--\(subject.rawValue): it says nothing; give it with a value"
    case .needsWeeks(let subject):
      "--\(subject.rawValue) needs --minutes-per-week"
    case .startTooFar(let day):
      "--start: \(day) is more than ten years away; choose an earlier day"
    case .untilTooNear(let day, let first):
      "--until: \(day) is less than a week after \(first); choose a later day"
    case .untilTooFar(let day):
      "--until: \(day) is more than ten years away; choose an earlier day"
    }
  }
}

/// What is said where a person ticks what a supervisor reads.
struct SupervisorTicksWords: Sendable {
  // MARK: - What does not go together

  let needsSupervisor = "--strength, --goal and --need go with --supervisor."
  let namedTwice = "--goal and --strength: name each once."

  func tooManyGoals(most: Int) -> String { "--goal: at most \(most) goals fit on the page." }

  // MARK: - What cannot be shown

  let nothingTicked = "--supervisor: nothing was ticked, so there is nothing to show"
  let strength = "strength"

  func noStep(_ number: Int) -> String { "--goal: your path has no step \(number)" }

  let cannotAsk =
    "--supervisor: nothing is asked here; tick with --strength ID, --goal N and --need TEXT"

  // MARK: - What is asked

  let whichStrengths = "Which strengths go on the page?"
  let whichGoals = "Which steps are goals to talk about?"
  let whichNeeds = "What do you need for it?"
  let otherNeed = "Anything else that you need, in one line; Enter for nothing."
}
