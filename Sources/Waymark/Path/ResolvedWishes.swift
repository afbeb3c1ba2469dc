package import WaymarkBasics

/// What is wanted of the next path: what is asked now, and what is remembered of earlier ones.
package struct ResolvedWishes: Equatable, Sendable {
  /// Everything that is wrong with wishes.
  package struct Faults: Error, Hashable, Sendable {
    /// What is wrong, in order.
    package let problems: [Wish.Problem]
  }

  /// All that is asked, to be remembered.
  package let asked: AskedWishes
  /// What of it was not asked now.
  package let remembered: AskedWishes
  /// A remembered last day that is over or too near, so that it is passed over.
  package let lastDayOver: CalendarDate?
  /// What a path keeps to.
  package let wishes: LearningPath.Wishes

  /// Joins what is asked now with what a log remembers.
  ///
  /// Weeks without a first day begin today, and are remembered as that; weeks that are over are left
  /// out, so that no step lies in the past.
  /// - Parameter languages: what the person learns in where they never asked for a language.
  /// - Throws: everything that does not go together.
  package init(
    _ now: AskedWishes, with log: LearningLog, on today: CalendarDate, languages: [LanguageTag]
  ) throws(Faults) {
    remembered = log.wishes.remembered(beside: now)
    var asked = remembered.merging(now)
    if asked[.minutesPerWeek] != nil, asked[.start] == nil {
      asked = asked.merging(AskedWishes([.start(today)]))
    }
    var weeks = Weeks(today: today, isUntilRemembered: remembered[.until] != nil)
    var wishes = LearningPath.Wishes(languages: languages)
    for wish in asked.all {
      switch wish {
      case .hours(let minutes): wishes.minutes = minutes
      case .minutesPerWeek(let minutes): weeks.minutes = minutes
      case .start(let day): weeks.start = day
      case .until(let day): weeks.until = day
      case .budget(let usDollars): wishes.usDollars = usDollars
      case .steps(let most): wishes.steps = most
      case .free(let isWanted): wishes.freeOnly = isWanted
      case .languages(let tags): wishes.languages = tags
      case .formats(let formats): wishes.preferred = Set(formats)
      }
    }
    wishes.calendar = try weeks.calendar()
    wishes.done = log.done
    wishes.dropped = log.dropped
    lastDayOver = weeks.lastDayOver
    self.asked = asked
    self.wishes = wishes
  }

  /// The weeks that the steps are laid into.
  private struct Weeks {
    let today: CalendarDate
    let isUntilRemembered: Bool
    var minutes: Int?
    var start: CalendarDate?
    var until: CalendarDate?

    private var first: CalendarDate {
      let anchor = start ?? today
      return anchor.adding(days: 7 * max(0, (today.daysSince1970 - anchor.daysSince1970) / 7))
    }

    var lastDayOver: CalendarDate? {
      guard minutes != nil, isUntilRemembered, let until, until < first.adding(days: 6) else {
        return nil
      }
      return until
    }

    func calendar() throws(Faults) -> PathCalendar? {
      guard let minutes else {
        let subjects = [start.map { _ in Wish.Subject.start }, until.map { _ in .until }]
        if let subject = subjects.compactMap({ $0 }).first {
          throw Faults(problems: [.needsWeeks(subject)])
        }
        return nil
      }
      let horizon = today.adding(days: 3660)
      let last = lastDayOver == nil ? until : nil
      var problems: [Wish.Problem] = []
      if first > horizon { problems.append(.startTooFar(first)) }
      if let last, last < first.adding(days: 6) {
        problems.append(.untilTooNear(last, first: first))
      } else if let last, last > horizon {
        problems.append(.untilTooFar(last))
      }
      guard problems.isEmpty else { throw Faults(problems: problems) }
      return PathCalendar(start: first, minutesPerWeek: minutes, until: last)
    }
  }
}
