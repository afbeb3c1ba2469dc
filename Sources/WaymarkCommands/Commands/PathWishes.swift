import ArgumentParser
import Waymark

/// What a person wants of a path, as options give it.
struct PathWishes: ParsableArguments {
  @Option(help: ArgumentHelp("The hours you have in all, such as 4 or 2.5.", valueName: "n"))
  var hours: String?

  @Option(help: ArgumentHelp("The minutes you have each week, 1 to 2400.", valueName: "n"))
  var minutesPerWeek: Int?

  @Option(help: ArgumentHelp("The first day of the weeks; today when left out.", valueName: "day"))
  var start: String?

  @Option(help: ArgumentHelp("The last day, such as 2027-06-01.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("The US dollars you have in all; 0 for none.", valueName: "usd"))
  var budget: Int?

  @Option(help: ArgumentHelp("The most steps, 1 to 20.", valueName: "n"))
  var steps = 5

  @Flag(help: "Only what costs nothing.")
  var free = false

  @Option(help: ArgumentHelp("A language you learn in; may be repeated.", valueName: "tag"))
  var language: [String] = []

  @Option(
    help: ArgumentHelp(
      "A format that you prefer, such as webinar or practice; may be repeated.",
      valueName: "format"))
  var prefer: [String] = []

  func validate() throws {
    guard (1...20).contains(steps) else {
      throw ValidationError("--steps: give a number from 1 to 20.")
    }
    if let budget, !(0...1_000_000).contains(budget) {
      throw ValidationError("--budget: give whole US dollars from 0 to 1000000.")
    }
    if let minutesPerWeek {
      guard (1...2400).contains(minutesPerWeek) else {
        throw ValidationError("--minutes-per-week: give a number from 1 to 2400.")
      }
    } else if let option = start.map({ _ in "--start" }) ?? until.map({ _ in "--until" }) {
      throw ValidationError("\(option) needs --minutes-per-week.")
    }
  }

  func read(in session: Session) throws -> LearningPath.Wishes {
    var wishes = LearningPath.Wishes(
      minutes: try hours.map(minutes), calendar: try calendar(session), usDollars: budget,
      languages: try languages(session), freeOnly: free, steps: steps)
    wishes.preferred = Set(
      try prefer.map { name in
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

  private func calendar(_ session: Session) throws -> PathCalendar? {
    guard let minutesPerWeek else { return nil }
    let first = try CalendarDate.given(start, "--start") ?? session.surroundings.today()
    let last = try CalendarDate.given(until, "--until")
    if let last, last < first.adding(days: 6) {
      throw Failure(
        .usage, "--until: \(last) is less than a week after \(first); choose a later day")
    }
    return PathCalendar(start: first, minutesPerWeek: minutesPerWeek, until: last)
  }

  private func languages(_ session: Session) throws -> [LanguageTag] {
    guard !language.isEmpty else {
      return session.language == .english ? [.english] : [session.language, .english]
    }
    return try language.map { name in
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
      && parts.allSatisfy { part in
        (1...5).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    guard isNumber, let hours = Double(text), hours > 0, hours <= 10_000 else {
      throw Failure(
        .usage,
        "--hours: '\(text.printableLine)' is no number of hours; use one such as 4 or 2.5")
    }
    return Int(hours * 60)
  }
}
