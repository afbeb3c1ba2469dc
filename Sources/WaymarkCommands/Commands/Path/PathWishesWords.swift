import Waymark
import WaymarkBasics

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
