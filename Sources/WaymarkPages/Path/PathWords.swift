import Waymark
import WaymarkBasics

/// The sentences of a learning path, the same in every format: facts that the person can check.
public struct PathWords: Sendable {
  let common = CommonWords()
  let resource = ResourceWords()

  package init() {}

  let title = "Your learning path"
  let leftOutHeading = "Left out, the strongest first"
  let doneHeading = "What you have done"

  func origin(_ day: CalendarDate, comparedWith role: String?) -> String {
    "From your profile of \(day.inWords)" + (role.map { ", compared with: \($0)" } ?? "") + "."
  }

  /// How many steps there are and how long they take.
  ///
  /// - Parameters:
  ///   - isRough: whether some of the minutes are an estimate.
  ///   - budget: the minutes that the person has, where they are limited.
  ///   - last: the last day, where the person named one.
  func steps(
    _ count: Int, minutes: Int, isRough: Bool, of budget: Int?, until last: CalendarDate?
  ) -> String {
    common.count(count, "step", "steps") + ", "
      + (isRough ? resource.about(minutes) : common.time(minutes))
      + (budget.map { " of the \(common.time($0)) you have" } ?? "")
      + (last.map { " until \($0.inWords)" } ?? "") + "."
  }

  /// - Parameters:
  ///   - bounds: what keeps resources out that would close something.
  ///   - namesOptions: whether the options follow that say otherwise, for whoever can type them.
  func noStepFits(
    _ bounds: [LearningPath.Bound], _ wishes: LearningPath.Wishes, namesOptions: Bool
  ) -> String {
    guard !bounds.isEmpty else { return "No step fits." }
    let reasons = bounds.map {
      keptOut($0, wishes) + (namesOptions ? option(for: $0.limit, wishes) : "")
    }
    return "No whole step fits what you asked for: \(reasons.joined(separator: "; "))."
  }

  private func keptOut(
    _ bound: LearningPath.Bound, _ wishes: LearningPath.Wishes
  ) -> String {
    let count = bound.resources
    let (are, take, cost) =
      count == 1 ? ("is", "takes", "costs") : ("are", "take", "cost")
    return switch bound.limit {
    case .languages:
      "\(count) \(are) in other languages than \(common.languages(wishes.languages))"
    case .free: "\(count) \(cost) something"
    case .budget: "\(count) \(cost) more than you have"
    case .time: "\(count) \(take) longer than the time you have"
    case .steps: "\(count) \(are) more than the steps you want"
    case .courses: "\(count) \(are) more than \(LearningPath.Wishes.courses) courses at a time"
    }
  }

  /// The option that says otherwise, behind what it is about.
  private func option(
    for limit: LearningPath.Bound.Limit, _ wishes: LearningPath.Wishes
  ) -> String {
    switch limit {
    case .languages: " (--language)"
    case .free: " (--no-free)"
    case .budget: " (--budget)"
    case .time:
      wishes.calendar?.minutes == wishes.minutesInAll
        ? " (--minutes-per-week, --until)" : " (--hours)"
    case .steps: " (--steps)"
    case .courses: ""
    }
  }

  /// What would let more steps fit; `nil` where nothing that was asked for keeps anything out.
  func moreFits(
    with bounds: [LearningPath.Bound], _ wishes: LearningPath.Wishes, namesOptions: Bool
  ) -> String? {
    let ways = bounds.compactMap { bound -> String? in
      let way: String? =
        switch bound.limit {
        case .steps: "more steps"
        case .time: "more time"
        case .languages: "other languages"
        case .free: "what costs something"
        case .budget: "more money"
        case .courses: nil
        }
      return way.map { $0 + (namesOptions ? option(for: bound.limit, wishes) : "") }
    }
    return ways.isEmpty ? nil : "More fits with \(ways.joined(separator: ", or "))."
  }

  /// What the profile begins with or the person picked, and the path does not have.
  func notInPath(_ statements: [String]) -> String {
    "Left for later: \(statements.joined(separator: "; "))."
  }

  /// Picks that nothing leads further in.
  func atTop(_ statements: [String]) -> String {
    "At the top already, so that no step is for it: \(statements.joined(separator: "; "))."
  }

  /// For what the framework marks as first.
  ///
  /// - Parameter level: the lowest, with its name.
  func notJudged(_ level: String) -> String {
    "You could not judge it; to be on the safe side it begins at \(level)."
  }

  /// What was asked for and no step has.
  func noStepIs(_ wish: LearningPath.UnmetWish) -> String {
    switch wish {
    case .language(let language): "No step is in \(common.languages([language]))."
    case .format(let format): "No \(resource.format(format)) is among the steps."
    }
  }

  /// - Parameters:
  ///   - open: how many statements have no level, as the person could not judge them or left them out.
  ///   - namesOptions: whether what leads further follows, for whoever can type it.
  func noGap(open: Int, namesOptions: Bool) -> String {
    (open == 0
      ? "You are at what is usual for your role in everything."
      : "Of what you gave a level nothing is below what is usual for your role; \(common.statements(open)) "
        + "\(open == 1 ? "has" : "have") none yet.")
      + (namesOptions
        ? " What you mark as important goes on to its next level here (waymark assess). Another "
          + "role may ask for more (--role)." : "")
  }
  /// - Parameter minutes: those that the steps leave; `nil` where there is no step.
  func beginningsHeading(minutes: Int?) -> String {
    "What you can begin with" + (minutes.map { " in the \(common.time($0)) left" } ?? "")
      + ", and go on with another day"
  }

  /// What is begun with something: its time, the statement and level, and what is left.
  func begins(_ beginning: PathBeginning, statement: String) -> String {
    "\(resource.about(beginning.minutes).capitalizedFirst), for level \(beginning.level.rank) of "
      + "\(statement). \(after(beginning)) about \(common.time(beginning.minutesAfter)) more."
  }

  private func after(_ beginning: PathBeginning) -> String {
    switch beginning.part {
    case .learn: "The practice after it takes"
    case .prepare: "The practice itself takes"
    }
  }
  let nothingToWorkTowards =
    "There is nothing to work towards: no role to compare with, and nothing picked as important."
  let nothingMore = "That is all there is here for what is below usual or marked as important."
  /// Why a step is there whatever else was picked.
  let comesBeforeAll = "It comes before all else."
  let notProved = "There was too much to compare: other steps might close a little more."
  /// What to do once steps are done.
  let reviewAdvice =
    "Until you rate again, practice that you have done counts as if it had led where it leads."

  func nothingFits(_ competencies: [String]) -> String {
    "Nothing in the catalogue fits yet: \(competencies.joined(separator: "; "))."
  }

  func nothingFits(count: Int) -> String {
    "Nothing in the catalogue fits yet for \(common.statements(count))."
  }

  func moreLeftOut(_ count: Int) -> String { "\(count) more" }

  /// - Parameter suffix: the options that mean the same path.
  func leftOut(count: Int, _ suffix: String) -> String {
    "Left out of the catalogue: \(common.count(count, "entry", "entries")). "
      + "See why with: waymark path --why\(suffix)"
  }

  func done(count: Int, _ suffix: String) -> String {
    "Done so far: \(count). See it with: waymark path --log\(suffix)"
  }

  func leftOut(_ name: String, _ reason: String) -> String {
    "\(name.hasSuffix(".") ? String(name.dropLast()) : name): \(reason)."
  }

  /// Something that was done, with the person's own note.
  func done(_ title: String, on day: CalendarDate, note: String?) -> String {
    sentence("\(day.inWords): \(title)") + (note.map { " \(yourNote($0))" } ?? "")
  }

  /// The text with a full stop, unless it ends as a sentence does.
  func sentence(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  // Why a step is there.

  func doneBy(_ day: CalendarDate) -> String { "Do it by \(day.inWords)." }

  /// For what takes several weeks from the first time to the last.
  ///
  /// - Parameter isLate: whether it goes on after the last day that the person named.
  func begin(by first: CalendarDate, until last: CalendarDate, isLate: Bool) -> String {
    "Begin by \(first.inWords); it goes on until about \(last.inWords)"
      + "\(isLate ? ", after your last day" : "")."
  }

  /// What no step can be for, as the person could not judge it.
  ///
  /// - Parameter more: how many there are besides.
  func unjudged(_ statements: [String], more: Int) -> String {
    "You could not judge \(statements.joined(separator: "; "))"
      + (more > 0 ? "; and \(more) more" : "")
      + ": no step can be for that. Ask somebody to go through it with you, and rate it then."
  }

  func takesPlace(on day: CalendarDate) -> String { "Takes place on \(day.inWords)." }

  /// Before the title of the competency that a step is for.
  let purpose = "For: "

  /// What something to learn from prepares for: competencies, each with the ranks of levels.
  func preparesFor(_ competencies: [(title: Page.Phrase.Piece, levels: [Int])]) -> Page.Phrase {
    Page.Phrase(
      [.plain("Prepares for: ")]
        + competencies.enumerated().flatMap { place, competency in
          [
            competency.title,
            .plain(
              ", \(competency.levels.count == 1 ? "level" : "levels") "
                + common.list(competency.levels.map(String.init))
                + (place == competencies.count - 1 ? "" : "; ")),
          ]
        })
  }

  let isAskedFor = "Another step asks for it first."
  let isLearned = "You have learned for it before."
  let noPractice = "Then try it at work: the catalogue has no practice for it."

  func learnFirst(from titles: [String]) -> String {
    sentence("Learn first from: \(titles.joined(separator: "; "))")
  }

  /// Why there is nothing to learn from before practice.
  ///
  /// - Parameter name: gives what there is to learn from its name.
  func practiceAlone(
    _ reason: LearningPath.Preparation.Alone, _ name: (LearningResource) -> String
  ) -> String {
    switch reason {
    case .nothingListed: "The catalogue has nothing to learn from first."
    case .nothingFits: "What there is to learn from first does not fit what you asked for."
    case .noTimeKnown: "Nobody says how long what there is to learn from first takes."
    case .asksForMore:
      "The catalogue has nothing for you to learn from first: what there is asks for something else before."
    case .tooLong(let resource): tooMuch(resource, name, "together they take longer than you have")
    case .oneTooMany: "What there is to learn from first would be one step more than you want."
    case .noRoom(let resource): tooMuch(resource, name, "it does not fit beside the other steps")
    case .wanted: "Nothing to learn from first, as you asked."
    }
  }

  private func tooMuch(
    _ reading: LearningResource, _ name: (LearningResource) -> String, _ why: String
  ) -> String {
    "To learn from first, if you find \(resource.length(reading.duration)): \(name(reading)); \(why)."
  }

  func byThen(_ level: String) -> String { "The steps before it lead to \(level)." }

  func usual(_ rank: Int?) -> String {
    rank.map { "Usual for your role: \($0)." } ?? "Your role does not ask for it."
  }

  func mark(_ priority: Profile.Priority) -> String? {
    switch priority {
    case .top: "You picked it as one of your top three."
    case .picked: "You picked it as important."
    case .unmarked: nil
    }
  }

  /// What a resource does for the first competency that it serves, and how long it takes.
  ///
  /// - Parameters:
  ///   - cost: `nil` where nothing need be said of it, as of practice.
  ///   - languages: none where they go without saying.
  ///   - isSum: whether the time is that of several things, or of several times.
  func leads(
    _ format: LearningResource.Format, from: Int, to: Int,
    takes duration: LearningResource.Duration,
    cost: LearningResource.Cost?, in languages: [LanguageTag], isSum: Bool = false
  ) -> String {
    let facts = takes(duration, cost: cost, in: languages, isSum: isSum)
    return "This \(resource.format(format)) \(leads(from: from, to: to))"
      + (facts.count == 1 ? " and " : ", ") + common.list(facts) + "."
  }

  /// How long something to learn from takes, and what it costs.
  func takes(
    _ format: LearningResource.Format, _ duration: LearningResource.Duration,
    cost: LearningResource.Cost, in languages: [LanguageTag]
  ) -> String {
    let facts = takes(duration, cost: cost, in: languages, isSum: false)
    return "This \(resource.format(format)) \(common.list(facts))."
  }

  private func takes(
    _ duration: LearningResource.Duration, cost: LearningResource.Cost?,
    in languages: [LanguageTag], isSum: Bool
  ) -> [String] {
    ["takes \(resource.length(duration, isSum: isSum))"]
      + (cost.map { [resource.cost($0)] } ?? [])
      + (languages.isEmpty ? [] : ["is in \(common.languages(languages))"])
  }

  /// What it does for another one.
  func alsoLeads(from: Int, to: Int) -> String { "It also \(leads(from: from, to: to))." }

  private func leads(from: Int, to: Int) -> String { "leads from level \(from) to level \(to)" }

  func thereWhen(_ anchor: Page.Phrase.Piece) -> Page.Phrase {
    Page.Phrase([.plain("You are there when: "), anchor])
  }
}

// Why something is no step, as the end of a sentence.
extension PathWords {
  var isOver: String { "it is no longer offered" }
  var isOutsideWeeks: String { "it takes place on none of your days" }
  var noPriceKnown: String { "nobody noted what it costs" }
  var isDropped: String { "you dropped it" }
  var isDone: String { "you have done it" }
  var isCovered: String { "the steps lead to the same levels" }
  var noTimeKnown: String { "nobody says how long it takes, so it is not scheduled" }
  var isForLater: String { "for later, when these steps are done" }

  func only(in languages: [LanguageTag]) -> String { "only in \(common.languages(languages))" }

  /// - Parameter dollars: what is left, where it might have been enough.
  func tooDear(_ cost: LearningResource.Cost, left dollars: Int? = nil) -> String {
    "it \(resource.cost(cost))" + (dollars.map { ", and \($0) US dollars are left" } ?? "")
  }

  func asksFor(_ level: Int, of competency: String) -> String {
    "it asks for level \(level) of \(competency) first"
  }

  func asksFor(_ resource: String) -> String { "it asks for '\(resource)' first" }

  func coursesAreEnough(_ count: Int) -> String { "\(count) courses at a time are enough" }

  func startsHigher(_ from: Int, of competency: String, held: Int) -> String {
    "it starts at \(from) of \(competency), and you are at \(held)"
  }

  func tooLong(_ duration: LearningResource.Duration, left minutes: Int) -> String {
    minutes == 0
      ? "other steps take its time"
      : "it takes \(resource.length(duration)), \(areLeft(minutes))"
  }

  func tooLongWithPractice(_ needed: Int, left minutes: Int) -> String {
    "with the practice after it it takes \(resource.about(needed)), \(areLeft(minutes))"
  }

  private func areLeft(_ minutes: Int) -> String {
    "and \(common.time(minutes)) of your time \(minutes == 1 ? "is" : "are") left"
  }
}

// What was done and what was dropped.
extension PathWords {
  var logTitle: String { "What you have done and dropped" }
  var logIsEmpty: String { "Nothing was done or dropped yet." }
  var wasDropped: String { "You dropped it." }

  func numbered(_ number: Int, _ title: String) -> String { "\(number). \(title)" }

  func doneOn(_ day: CalendarDate) -> String { "Done on \(day.inWords)." }

  func yourNote(_ note: String) -> String { "Your note: \(note)" }

  func toTakeBack(_ suffix: String) -> String {
    "The numbers stay. To take one back: waymark path --again NUMBER\(suffix)"
  }
}

// What has changed since the path that was seen before.
extension PathWords {
  func changesHeading(since day: CalendarDate?) -> String {
    "Changed" + (day.map { " since your path of \($0.inWords)" } ?? "")
  }

  func done(_ title: String) -> String { sentence("Done: \(title)") }

  func vanished(_ title: String) -> String { sentence("No longer in the catalogue: \(title)") }

  func leftOutAsSaid(_ title: String) -> String { sentence("Left out, as you said: \(title)") }

  func noLonger(_ title: String, _ reason: String) -> String {
    sentence("No longer a step: \(title)") + " " + sentence(reason.capitalizedFirst)
  }

  func needless(_ title: String) -> String { sentence("No longer needed: \(title)") }

  func added(_ title: String) -> String { sentence("New: \(title)") }

  func moved(_ title: String, from: CalendarDate, to: CalendarDate) -> String {
    sentence(
      "\(to > from ? "Later" : "Earlier"), on \(to.inWords) instead of \(from.inWords): \(title)")
  }
}

// What a calendar says, which others may see.
extension PathWords {
  var appointmentIsDone: String { "You have done it." }
  var appointmentIsOff: String { "No longer a step of your learning path." }

  /// A step as something to do; what is practised says so itself.
  func toDo(_ resource: LearningResource, called title: String) -> String {
    guard resource.features.days.isEmpty else { return "Take part: \(title)" }
    return switch resource.format {
    case .practice: self.resource.doing(title, of: resource)
    case .webinar, .video: "Watch: \(title)"
    case .article, .book, .guide, .toolkit, .site: "Read: \(title)"
    case .course: "Take the course: \(title)"
    case .conference: "Go to: \(title)"
    case .tool: "Try: \(title)"
    }
  }

  func appointmentDone(_ title: String) -> String { "Done: \(title)" }

  /// - Parameter time: when it is done, where that is not the day of the appointment itself.
  func appointment(_ minutes: Int, _ time: String?) -> String {
    "Your learning path: \(common.time(minutes))." + (time.map { " \($0)" } ?? "")
  }
}

/// What is said of a learning resource wherever one is named.
struct ResourceWords: Sendable {
  let common = CommonWords()

  let offline =
    "Waymark does not go online: an address may have changed since it was last looked at."

  /// A resource with who offers it, or practice with what to do.
  func name(_ title: String, of resource: LearningResource) -> String {
    resource.provider.map { title + by($0) } ?? practice(title, resource)
  }

  /// Who offers it, after its name.
  func by(_ provider: String) -> String { " (\(provider))" }

  /// Something to do, with how often and over how many weeks.
  func doing(_ title: String, of resource: LearningResource) -> String {
    let pace = pace(times: resource.times, weeks: resource.weeks)
    return pace.isEmpty ? title : "\(pace.capitalizedFirst): \(title)"
  }

  private func practice(_ title: String, _ resource: LearningResource) -> String {
    let pace = pace(times: resource.times, weeks: resource.weeks)
    return "Practice\(pace.isEmpty ? "" : ", " + pace): \(title)"
  }

  private func pace(times: Int, weeks: Int) -> String {
    [times == 1 ? nil : "\(times) times", weeks == 1 ? nil : "over about \(weeks) weeks"]
      .compactMap(\.self).joined(separator: " ")
  }

  private func ofTimes(_ times: Int) -> String { times == 1 ? "" : ", \(times) times" }

  /// What else is said of practice beside the doing itself: what comes first, the way alone, and what
  /// shows that it worked.
  ///
  /// - Parameter alone: whether the person works alone, where that is known.
  func details(
    _ practice: [PracticePart], in language: LanguageTag, alone: Bool? = nil
  ) -> [String] {
    practice.flatMap { part in
      let text = alone == true ? part.alone ?? part.text : part.text
      return [
        part.kind == .prepare ? "First\(ofTimes(part.times)): \(text.text(in: language))" : nil,
        alone == nil ? part.alone.map { "If you work alone: \($0.text(in: language))" } : nil,
        part.watch.map { "It worked when: \($0.text(in: language))" },
      ].compactMap { $0 }
    }
  }

  /// Whether somebody has seen it, when and how; never a promise that it is still there.
  func seen(_ sighting: LearningResource.Sighting?) -> String {
    switch sighting {
    case .seen(let month, .live): "seen on the web in \(month)"
    case .seen(let month, .stored): "seen as a stored copy in \(month)"
    case .seen(let month, .linked): "named on another page seen in \(month)"
    case .memory: "listed from memory; nobody has seen it"
    case nil: "nobody has looked at this address yet"
    }
  }

  /// What it is called in a sentence.
  func format(_ format: LearningResource.Format) -> String {
    switch format {
    case .course: "course"
    case .webinar: "webinar"
    case .article: "article"
    case .toolkit: "toolkit"
    case .guide: "guide"
    case .book: "book"
    case .site: "web site"
    case .video: "video"
    case .conference: "conference"
    case .tool: "tool"
    case .practice: "practice"
    }
  }

  /// - Parameter isSum: whether it is the time of several things, or of several times.
  func length(_ duration: LearningResource.Duration, isSum: Bool) -> String {
    length(duration) + (isSum ? " in all" : "")
  }

  func length(_ duration: LearningResource.Duration) -> String {
    switch duration {
    case .stated(let minutes): common.time(minutes)
    case .estimated(let minutes): about(minutes)
    case .unknown: "an unknown time"
    }
  }

  func about(_ minutes: Int) -> String { "about \(common.time(minutes))" }

  /// What it costs, after its name.
  func cost(_ cost: LearningResource.Cost) -> String {
    switch cost {
    case .free: "is free"
    case .account: "is free with an account"
    case .members(nil): "is free or cheaper for members"
    case .members(let usd?): "is free or cheaper for members, \(usd) US dollars for others"
    case .paid(let usd?): "costs \(usd) US dollars"
    case .paid(nil): "costs money"
    }
  }

  /// How long it takes, what it costs and in which languages it is, after what it is.
  func takes(
    _ duration: LearningResource.Duration, _ cost: LearningResource.Cost,
    in languages: [LanguageTag], isSum: Bool
  ) -> String {
    "takes \(length(duration, isSum: isSum)), \(self.cost(cost)), in \(common.languages(languages))."
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
