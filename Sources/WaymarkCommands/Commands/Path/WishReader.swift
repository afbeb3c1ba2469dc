import ArgumentParser
import Waymark
import WaymarkBasics

/// Reads what a path is asked for, whether it was given now or is remembered.
struct WishReader {
  /// Values by the name of an option.
  let given: [String: [String]]
  /// The names of those that are remembered, and were not given now.
  let remembered: Set<String>
  let session: Session

  /// Reads everything.
  ///
  /// - Throws: a usage failure that names the option.
  func wishes() throws -> LearningPath.Wishes {
    var wishes = LearningPath.Wishes(
      minutes: try only("hours").map(minutes), calendar: try calendar(),
      usDollars: try number("budget", 0...1_000_000, "whole US dollars"),
      languages: try languages(), freeOnly: only("free") == "yes")
    if let steps = try number("steps", 1...20) { wishes.steps = steps }
    wishes.preferred = Set(
      try (given["prefer"] ?? []).map { name in
        guard let format = LearningResource.Format(rawValue: name) else {
          let known = LearningResource.Format.allCases.map(\.rawValue)
          throw Failure(
            .usage,
            "--prefer: '\(name.printableLine)' is no format; use one of "
              + known.joined(separator: ", "))
        }
        return format
      })
    return wishes
  }

  private func only(_ name: String) -> String? { given[name]?.first }

  private func number(
    _ name: String, _ range: ClosedRange<Int>, _ kind: String = "a number"
  ) throws -> Int? {
    guard let text = only(name) else { return nil }
    guard let number = Int(digits: text), range.contains(number) else {
      throw Failure(
        .usage,
        "--\(name): '\(text.printableLine)' does not do; give \(kind) from \(range.lowerBound) to "
          + "\(range.upperBound)")
    }
    return number
  }

  /// The weeks; those that are over are left out, so that no step lies in the past.
  private func calendar() throws -> PathCalendar? {
    guard let minutesPerWeek = try number("minutes-per-week", 1...2400) else {
      if let name = ["start", "until"].first(where: { given[$0] != nil }) {
        throw Failure(.usage, "--\(name) needs --minutes-per-week")
      }
      return nil
    }
    let today = try session.surroundings.today()
    let anchor = try CalendarDate.given(only("start"), "--start") ?? today
    let weeksOver = max(0, (today.daysSince1970 - anchor.daysSince1970) / 7)
    let first = anchor.adding(days: 7 * weeksOver)
    let horizon = today.adding(days: 3660)
    guard first <= horizon else {
      throw Failure(.usage, "--start: \(first) is more than ten years away; choose an earlier day")
    }
    var last = try CalendarDate.given(only("until"), "--until")
    if let over = last, remembered.contains("until"), over < first.adding(days: 6) {
      session.remark(
        "Your last day, \(over.inWords), is over or too near; give another with --until.")
      last = nil
    }
    if let last, last < first.adding(days: 6) {
      throw Failure(
        .usage, "--until: \(last) is less than a week after \(first); choose a later day")
    }
    if let last, last > horizon {
      throw Failure(.usage, "--until: \(last) is more than ten years away; choose an earlier day")
    }
    return PathCalendar(start: first, minutesPerWeek: minutesPerWeek, until: last)
  }

  private func languages() throws -> [LanguageTag] {
    guard let names = given["language"] else {
      return session.language == .english ? [.english] : [session.language, .english]
    }
    return try names.map { name in
      guard let tag = LanguageTag(name) else {
        throw Failure(
          .usage, "--language: '\(name.printableLine)' is no language tag; use one such as es")
      }
      return tag
    }
  }

  /// Reads hours with `.` as the decimal separator, up to 10,000.
  private func minutes(_ text: String) throws -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count)
      && parts.allSatisfy { $0.isDigits && $0.utf8.count <= 5 }
    guard isNumber, let hours = Double(text), hours <= 10_000, (hours * 60).rounded() >= 1 else {
      throw Failure(
        .usage,
        "--hours: '\(text.printableLine)' is no number of hours; use one such as 4 or 2.5")
    }
    return Int((hours * 60).rounded())
  }
}

/// What a person wants of a path, as options give it; what is not given is as it was last time.
struct PathWishes: ParsableArguments {
  @Option(help: ArgumentHelp("The hours you have in all, such as 4 or 2.5.", valueName: "n"))
  var hours: String?

  @Option(help: ArgumentHelp("The minutes you have each week, 1 to 2400.", valueName: "n"))
  var minutesPerWeek: String?

  @Option(help: ArgumentHelp("The first day of the weeks; today when left out.", valueName: "day"))
  var start: String?

  @Option(help: ArgumentHelp("The last day, such as 2027-06-01.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("The US dollars you have in all; 0 for none.", valueName: "usd"))
  var budget: String?

  @Option(help: ArgumentHelp("The most steps, 1 to 20; 5 when left out.", valueName: "n"))
  var steps: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Only what costs nothing, or anything.")
  var free: Bool?

  @Option(help: ArgumentHelp("A language you learn in; may be repeated.", valueName: "tag"))
  var language: [String] = []

  @Option(
    help: ArgumentHelp(
      "A format that you prefer, such as webinar or practice; may be repeated.",
      valueName: "format"))
  var prefer: [String] = []

  /// What this run gives, by the name of the option.
  var given: [String: [String]] {
    let single = [
      "hours": hours, "minutes-per-week": minutesPerWeek, "start": start, "until": until,
      "budget": budget, "steps": steps, "free": free.map { $0 ? "yes" : "no" },
    ].compactMapValues { $0.map { [$0] } }
    return single.merging(
      ["language": language, "prefer": prefer].filter { !$0.value.isEmpty },
      uniquingKeysWith: { $1 })
  }
}
