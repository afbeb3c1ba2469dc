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
    /// What was done and dropped, with what things are called now.
    case log(DocumentForm<(log: LearningLog, titles: [ID<LearningResource>: String]), String>)
    /// Steps are marked and nothing else is asked: no path is made, so that the numbers of the one that
    /// was seen last stay.
    case marks
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
    today = try session.surroundings.today()
    var faults = TypedFaults()
    marks = try command.steps.marks(on: today, &faults, session.said.pathSteps)
    asked = command.wishes.asked(on: today, &faults, session.said.pathWishes)
    startsAfresh = command.steps.fresh
    try faults.check()
    let isForPath =
      !asked.isEmpty || startsAfresh || command.output != nil || command.options.format != nil
      || command.role != nil || command.why
    result =
      if command.steps.log {
        .log(try Self.log(command, in: session))
      } else if command.ticks.supervisor {
        .sheet(try Self.sheet(command, in: session))
      } else if !marks.isEmpty, !isForPath {
        .marks
      } else {
        .path(try Self.path(command, in: session))
      }
  }

  private static func log(
    _ command: PathCommand, in session: Session
  ) throws -> DocumentForm<(log: LearningLog, titles: [ID<LearningResource>: String]), String> {
    let isOnScreen = command.output == nil
    let (notes, suffix) = (isOnScreen || command.notes, isOnScreen ? session.suffix : "")
    let words = session.words.path
    return try session.form(
      of: DocumentForm.page(as: [.text, .markdown, .html]) {
        LearningLogPage.page(
          $0.log, titles: $0.titles, notes: notes, suffix: suffix, words: words)
      }, output: command.output)
  }

  private static func sheet(
    _ command: PathCommand, in session: Session
  ) throws -> DocumentForm<SupervisorSheet, String> {
    let (person, language) = (command.options.person, session.language)
    let words = session.words.supervisor
    return try session.form(
      of: DocumentForm.page(as: [.text, .markdown, .html]) {
        SupervisorPage.page($0, person: person, words: words, language: language)
      }, output: command.output)
  }

  private static func path(
    _ command: PathCommand, in session: Session
  ) throws -> DocumentForm<(path: LearningPath, log: LearningLog), String> {
    typealias Form = DocumentForm<(path: LearningPath, log: LearningLog), String>
    let (person, language) = (command.options.person, session.language)
    let words = session.words.path
    let suffix = (command.role.map { " --role \($0.shellWord)" } ?? "") + session.suffix
    let isOnScreen = command.output == nil
    let text = Form(format: .text) { subject, style in
      PathPage.page(
        subject.path, person: person, words: words, language: language,
        for: isOnScreen
          ? .screen(ids: style.showsIDs, why: command.why, suffix: suffix) : .file
      ).text(style)
    }
    let pages = Form.page(as: [.markdown, .html]) {
      PathPage.page($0.path, person: person, words: words, language: language)
    }
    return try session.form(
      of: [text] + pages + [
        .text(.json) { try PathJSON.document($0.path, words: words, language: language) },
        .text(.ics) { path, log in
          let today = try session.surroundings.today()
          guard
            let file = PathICalendar.file(
              path, log: log, made: today, words: words, language: language)
          else {
            throw Failure(
              .usage,
              path.wishes.calendar == nil
                ? session.said.path.calendarNeedsDays : session.said.path.calendarIsEmpty)
          }
          return file
        },
      ], output: command.output)
  }
}

/// What a person wants of a path, as options give it; what is not given is as it was last time.
struct PathWishes: ParsableArguments {
  @Option(help: ArgumentHelp("The time you have in all, such as 4, 2.5 or 1h30.", valueName: "n"))
  var hours: String?

  @Option(help: ArgumentHelp("The minutes you have each week, 1 to 2400.", valueName: "n"))
  var minutesPerWeek: String?

  @Option(help: ArgumentHelp("The first day of the weeks; today when left out.", valueName: "day"))
  var start: String?

  @Option(help: ArgumentHelp("The last day, such as 2027-06-01.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("The US dollars you have in all; 0 for none.", valueName: "usd"))
  var budget: String?

  @Option(help: ArgumentHelp("The most steps, 1 to 20; without a time 5.", valueName: "n"))
  var steps: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Only what costs nothing, or anything.")
  var free: Bool?

  @Option(
    help: ArgumentHelp(
      "A language you learn in, such as Spanish or es; may be repeated.", valueName: "language"))
  var language: [String] = []

  @Option(
    help: ArgumentHelp(
      "A format that you prefer, such as webinar; practice for practice alone; may be repeated.",
      valueName: "format"))
  var prefer: [String] = []

  /// What this run asks; what is wrong with it is added to the faults.
  func asked(
    on today: CalendarDate, _ faults: inout TypedFaults, _ words: PathWishesWords
  ) -> AskedWishes {
    func one(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
    let typed: [(Wish.Subject, [String])] = [
      (.hours, one(hours)), (.minutesPerWeek, one(minutesPerWeek)), (.start, one(start)),
      (.until, one(until)), (.budget, one(budget)), (.languages, language), (.steps, one(steps)),
      (.formats, prefer),
    ]
    var wishes = free.map { [Wish.free($0)] } ?? []
    for (subject, texts) in typed where !texts.isEmpty {
      do throws(Wish.Problem) {
        wishes.append(try Wish(typed: subject, texts, on: today))
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
