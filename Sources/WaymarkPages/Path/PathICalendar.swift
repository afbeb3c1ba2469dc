import FoundationEssentials
public import Waymark
public import WaymarkBasics

/// The days of a learning path for a calendar program.
public enum PathICalendar {
  /// The file; `nil` when no step has a day and none is to be struck out.
  ///
  /// It says what to do, how long it takes and where, and nothing of anybody's levels: calendars are
  /// often shared. Steps of earlier files that were done say so; those that are steps no more are
  /// struck out.
  ///
  /// - Parameters:
  ///   - log: what paths remember, with this path as the one seen last.
  ///   - made: today.
  public static func file(
    _ path: LearningPath, log: LearningLog, made: CalendarDate, words: PathWords,
    language: LanguageTag = .english
  ) -> String? {
    let sequence = log.path?.revision ?? 0
    func uid(_ resource: ID<LearningResource>) -> String {
      "\(resource)-\(log.calendar.uuidString.lowercased())"
    }
    let steps = path.calendarDays.map { step, day in
      ICalendar.Event(
        uid: uid(step.resource.id), sequence: sequence, day: day,
        summary: words.toDo(step.resource, called: step.resource.title.text(in: language)),
        description: words.appointment(
          step.minutes,
          step.resource.features.days.isEmpty
            ? PathPage.when(step, until: path.wishes.calendar?.until, words) : nil),
        url: step.resource.url)
    }
    let kept = Set(path.steps.map(\.resource.id))
    let gone = log.appointments.filter { !kept.contains($0.key) }.sorted { $0.key < $1.key }
    let done = path.wishes.doneResources
    let rest = gone.map { resource, appointment in
      let isDone = done.contains(resource)
      return ICalendar.Event(
        uid: uid(resource), sequence: sequence, day: appointment.day,
        summary: isDone ? words.appointmentDone(appointment.title) : appointment.title,
        description: isDone ? words.appointmentIsDone : words.appointmentIsOff,
        isCancelled: !isDone)
    }
    guard path.wishes.calendar != nil, !(steps + rest).isEmpty else { return nil }
    return ICalendar(made: made, events: steps + rest).text
  }
}
