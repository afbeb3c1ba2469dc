import Waymark
import WaymarkBasics
import WaymarkPages

/// What `waymark path` is asked to do.
struct PathRequest {
  /// What is made of the path.
  enum Result {
    case path(DocumentForm<(path: LearningPath, log: LearningLog), String>)
    case sheet(DocumentForm<SupervisorSheet, String>)
  }

  let result: Result
  /// What is asked of the path now.
  let asked: AskedWishes
  /// What becomes of steps, in the order in which it is carried out.
  let marks: [StepMark]
  /// Whether what was asked of earlier paths, and what was dropped, is forgotten.
  let startsAfresh: Bool
  /// The day of the run.
  let today: CalendarDate

  /// Whether nothing is said of any step.
  var onlyLooks: Bool { marks.isEmpty && !startsAfresh }

  /// Takes what was typed for what it means.
  ///
  /// - Throws: `Failure` with everything that is wrong with the values.
  init(_ command: PathCommand, in session: Session) throws {
    result = try Self.result(of: command, in: session)
    today = try session.surroundings.today()
    var faults = TypedFaults()
    marks = try command.steps.marks(on: today, &faults, session.said.pathSteps)
    asked = command.wishes.asked(&faults, session.said.pathWishes)
    startsAfresh = command.steps.fresh
    try faults.check()
  }

  private static func result(of command: PathCommand, in session: Session) throws -> Result {
    let (person, language) = (command.options.person, session.language)
    let words = session.words
    guard !command.ticks.supervisor else {
      return .sheet(
        try session.form(
          of: DocumentForm.page(as: [.text, .markdown, .html]) {
            SupervisorPage.page($0, words: words.supervisor, language: language)
          }, output: command.output))
    }
    let pages = DocumentForm<(path: LearningPath, log: LearningLog), String>
      .page(as: [.text, .markdown, .html]) {
        PathPage.page($0.path, person: person, words: words.path, language: language)
      }
    return .path(
      try session.form(
        of: pages + [
          .text(.json) { try PathJSON.document($0.path, words: words.path, language: language) },
          .text(.ics) { path, log in
            let today = try session.surroundings.today()
            guard
              let file = PathICalendar.file(
                path, log: log, made: today, words: words.path, language: language)
            else {
              throw Failure(
                .usage,
                path.wishes.calendar == nil
                  ? session.said.path.calendarNeedsDays : session.said.path.calendarIsEmpty)
            }
            return file
          },
        ], output: command.output))
  }
}
