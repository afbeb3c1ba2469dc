import FoundationEssentials

/// The days of a learning path for a calendar program.
public enum PathICalendar {
  /// The file; `nil` when the steps have no days.
  ///
  /// Steps of earlier files that are steps no more, and were not done, are struck out.
  ///
  /// - Parameters:
  ///   - log: what paths remember, with this path as the one seen last.
  ///   - made: today.
  public static func file(
    _ path: LearningPath, log: LearningLog, made: CalendarDate, language: LanguageTag = .english
  ) -> String? {
    let words = PathWords(path, language: language)
    let sequence = log.path?.revision ?? 0
    func uid(_ resource: ID<LearningResource>) -> String {
      "\(resource)-\(log.calendar.uuidString.lowercased())"
    }
    let steps = path.steps.compactMap { step in
      step.day.map { day in
        let title = words.title(of: step.resource)
        return ICalendar.Event(
          uid: uid(step.resource.id), sequence: sequence, day: day,
          summary: step.resource.features.days.isEmpty ? "Done by today: \(title)" : title,
          description: description(step, words), url: step.resource.url)
      }
    }
    guard !steps.isEmpty || path.wishes.calendar != nil else { return nil }
    let kept = Set(path.steps.map(\.resource.id)).union(path.wishes.doneResources)
    let gone = log.appointments.filter { !kept.contains($0.key) }.sorted { $0.key < $1.key }
    let cancelled = gone.map { resource, appointment in
      ICalendar.Event(
        uid: uid(resource), sequence: sequence, day: appointment.day, summary: appointment.title,
        description: "No longer a step of your learning path.", isCancelled: true)
    }
    return ICalendar(made: made, events: steps + cancelled).text
  }

  private static func description(_ step: LearningPath.Step, _ words: PathWords) -> String {
    let reasons = words.reasons(step).flatMap { reason in
      [reason.purpose] + reason.facts + [reason.thereWhen].compactMap { $0 }
    }
    return (["Your learning path: \(PathWords.time(step.minutes))."] + reasons)
      .joined(separator: "\n")
  }
}
