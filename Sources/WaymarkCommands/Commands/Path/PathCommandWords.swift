import Waymark
import WaymarkBasics

/// What is said beside a learning path.
struct PathCommandWords: Sendable {
  let sheetIsOfSeenPath = "--supervisor shows the path you saw last; say the rest before it."
  let whyIsForScreen = "--why is for the screen; files list what was left out anyway."

  // MARK: - What is asked of it

  func lastDayOver(_ day: CalendarDate) -> String {
    "Your last day, \(day.inWords), is over or too near; give another with --until."
  }

  /// - Parameter options: what was asked last time, as it was typed.
  func asLastTime(_ options: String) -> String { "As last time: \(options)." }

  func toForget(_ suffix: String) -> String { "To forget it: waymark path --fresh\(suffix)" }

  /// - Parameter options: what was asked before, as it was typed.
  func forgotten(_ options: String) -> String { "Forgotten: \(options)." }

  let nothingToForget = "There was nothing to forget: you asked for nothing before."

  func droppedStays(_ suffix: String) -> String {
    "What you dropped stays dropped; see it with: waymark path --log\(suffix)"
  }

  func languagesGone(_ languages: String) -> String {
    "Nothing in the catalogue is in \(languages), so what you asked for before is left out."
  }

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

  func otherNumbers(_ suffix: String) -> String {
    "The steps have other numbers now than those you saw last; see them with: waymark path\(suffix)"
  }

  func toMark(_ suffix: String) -> String {
    "When you have done a step: waymark path --done 1\(suffix)"
  }

  /// - Parameter numbers: the steps that are left, by their numbers.
  func left(_ numbers: [Int]) -> String {
    guard numbers.count <= 6 else {
      return "Still to do of the path you saw: \(numbers.count) steps."
    }
    let (last, others) = (numbers.suffix(1), numbers.dropLast())
    let list =
      others.map(String.init).joined(separator: ", ")
      + (others.isEmpty ? "" : " and ") + last.map(String.init).joined()
    return "Still to do of the path you saw: \(numbers.count == 1 ? "step" : "steps") \(list)."
  }

  func toSeePath(_ suffix: String) -> String {
    "See what comes next, with new numbers: waymark path\(suffix)"
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
  let toSeeLog = "give a number of: waymark path --log"

  func noNumber(_ option: String, last: Int) -> String {
    "\(option): give a number from 1 to \(last); see them with: waymark path --log"
  }

  // MARK: - What was done

  func outcome(_ outcome: StepMark.Outcome) -> String {
    switch outcome {
    case .takenBack(_, let title): "Taken back, and open again: \(quoted(title))."
    case .alreadyTakenBack(_, let title):
      "Nothing was changed: \(quoted(title)) is neither done nor dropped."
    case .done(_, let title, let day, let isRatedSince):
      "Done on \(day.inWords): \(quoted(title))."
        + (isRatedSince ? " You have rated yourself since then: your levels stay as they are." : "")
    case .alreadyDone(_, let title, let day):
      "Nothing was changed: \(quoted(title)) is kept as done on \(day.inWords)."
    case .dropped(_, let title): "Dropped: \(quoted(title))."
    case .alreadyDropped(_, let title):
      "Nothing was changed: \(quoted(title)) is dropped already."
    }
  }

  private func quoted(_ title: String) -> String { "'\(title.printableLine)'" }

  /// - Parameter suffix: the options that mean the same person.
  func toTakeBack(_ number: Int, _ suffix: String) -> String {
    "To take it back: waymark path --again \(number)\(suffix)"
  }
}

/// What is said of what a person wants of a path.
struct PathWishesWords: Sendable {
  /// What is wrong with an option, and how to mend it.
  func problem(_ problem: Wish.Problem) -> String {
    switch problem {
    case .notHours(let text):
      "--hours: '\(text.printableLine)' is no time you can have; give one such as 4, 2.5, 1h30 or "
        + "90m"
    case .notAmong(let range, let subject, let text):
      "--\(subject.rawValue): '\(text.printableLine)' does not do; give "
        + "\(subject == .budget ? "whole US dollars" : subject == .minutesPerWeek ? "minutes" : "a number") from \(range.lowerBound) to "
        + "\(range.upperBound)"
    case .noDay(let subject, let text):
      CalendarDate.noDay(text, "--\(subject.rawValue)")
    case .noLanguage(let text):
      "--language: '\(text.printableLine)' is no language; use a name or a tag, such as Spanish or es"
    case .notInLanguage(let tag, let known):
      "--language: nothing in the catalogue is in \(Self.name(tag)); there is "
        + known.map(Self.name).joined(separator: ", ")
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

extension PathWishesWords {
  /// A language by its name and its tag, as either can be typed.
  fileprivate static func name(_ tag: LanguageTag) -> String {
    LanguageWords.english(tag).map { "\($0) (\(tag))" } ?? tag.description
  }
}

/// What is said where a person ticks what a supervisor reads.
struct SupervisorTicksWords: Sendable {
  // MARK: - What does not go together

  let needsSupervisor = "--strength, --goal and --need go with --supervisor."
  // MARK: - What cannot be shown

  func problem(_ problem: SupervisorSheet.Problem) -> String {
    switch problem {
    case .nothing: "--supervisor: nothing was ticked, so there is nothing to show"
    case .twice: "--goal and --strength: name each once"
    case .tooManyGoals:
      "--goal: at most \(SupervisorSheet.goalLimit) goals fit on the page"
    case .notSeen:
      "--goal: these are not the steps that you saw last; see them with: waymark path"
    case .noStrength(let name, let known):
      Failure.unknown(strength, name, among: known.map(\.description), for: "--strength").message
    case .noStep(let number, let steps):
      "--goal: your path has no step \(number)"
        + (steps == 0 ? "" : "; give a number from 1 to \(steps)")
    }
  }

  private var strength: String { "strength" }

  let cannotAsk =
    "--supervisor: nothing is asked here; tick with --strength ID, --goal N and --need TEXT"

  // MARK: - What is asked

  let whichStrengths = "Which strengths go on the page?"
  let whichGoals = "Which steps are goals to talk about?"
  let whichNeeds = "What do you need for it?"
  let otherNeed = "Anything else that you need, in one line; Enter for nothing."

  func toWrite(_ file: String) -> String {
    "This is all that stands on it. Write it to \(file.printableLine)? Type y and Enter; Enter alone "
      + "writes nothing."
  }

  let notWritten = "Nothing was written."
}
