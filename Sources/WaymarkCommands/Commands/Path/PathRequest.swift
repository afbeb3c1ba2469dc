import ArgumentParser
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

  /// What this run asks; what is wrong with it is added to the faults.
  func asked(_ faults: inout TypedFaults, _ words: PathWishesWords) -> AskedWishes {
    func one(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
    let typed: [(Wish.Subject, [String])] = [
      (.hours, one(hours)), (.minutesPerWeek, one(minutesPerWeek)), (.start, one(start)),
      (.until, one(until)), (.budget, one(budget)), (.languages, language), (.steps, one(steps)),
      (.formats, prefer),
    ]
    var wishes = free.map { [Wish.free($0)] } ?? []
    for (subject, texts) in typed where !texts.isEmpty {
      do throws(Wish.Problem) {
        wishes.append(try Wish(subject, texts))
      } catch {
        faults.add(words.problem(error))
      }
    }
    return AskedWishes(wishes)
  }
}

extension AskedWishes {
  /// The options that ask for it, in the order of their names.
  var asTyped: String {
    all.flatMap { wish in
      if case .free(let isWanted) = wish { return [isWanted ? "--free" : "--no-free"] }
      return wish.texts.map { "--\(wish.subject.rawValue) \($0.printableLine)" }
    }.joined(separator: " ")
  }
}
