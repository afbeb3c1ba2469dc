import Waymark
import WaymarkBasics

/// The sentences of a learning path, the same in every format: facts that the person can check.
struct PathWords {
  let path: LearningPath
  let profile: ProfileWords

  init(_ path: LearningPath, language: LanguageTag) {
    self.path = path
    profile = ProfileWords(profile: path.profile, language: language)
  }

  static let title = "Your learning path"
  static let offline =
    "Waymark does not go online: an address may have changed since it was last looked at."

  var origin: [String] {
    let role = path.profile.comparisons.first.map { "compared with: \(profile.title(of: $0.role))" }
    return [
      "From your profile of \(path.profile.date.inWords)" + (role.map { ", " + $0 } ?? "") + ".",
      ProfileWords.selfView,
    ]
  }

  var summary: String {
    let isRough = path.steps.contains { $0.resource.duration.isEstimate }
    let length = (isRough ? "about " : "") + Self.time(path.minutes)
    let budget = path.wishes.minutesInAll.map { " of the \(Self.time($0)) you have" } ?? ""
    switch path.steps.count {
    case 0: return nothing
    case 1: return "1 step, \(length)\(budget)."
    default: return "\(path.steps.count) steps, \(length)\(budget)."
    }
  }

  /// Why there is no step at all.
  private var nothing: String {
    guard path.profile.gaps.isEmpty else { return "No step fits." }
    return path.profile.comparisons.isEmpty
      ? "There is nothing to work towards: no role to compare with, and nothing picked as important."
      : "There is no gap to close."
  }

  /// That there could be better steps, where that is not proved; `nil` where it is.
  var proof: String? {
    path.isProved ? nil : "There was too much to compare: other steps might close a little more."
  }

  func title(of resource: LearningResource) -> String {
    resource.title.text(in: profile.language)
  }

  func name(of resource: LearningResource) -> String {
    Self.name(of: resource, in: profile.language)
  }

  /// A resource with who offers it, or practice with what to do.
  static func name(of resource: LearningResource, in language: LanguageTag) -> String {
    let title = resource.title.text(in: language)
    return resource.provider.map { "\(title) (\($0))" } ?? "Practice: \(title)"
  }

  /// When a step is done or takes place; `nil` without weeks.
  func when(_ step: LearningPath.Step) -> String? {
    step.day.map { day in
      step.resource.features.days.isEmpty
        ? "Done by \(day.inWords)." : "Takes place on \(day.inWords)."
    }
  }

  /// Why a step is there, for one competency.
  struct Reason {
    /// Which competency.
    let purpose: String
    /// What the person said and what the resource does.
    let facts: [String]
    /// What the level that it leads to looks like.
    let thereWhen: String?
  }

  /// Why a step is there: a reason for each competency.
  func reasons(_ step: LearningPath.Step) -> [Reason] {
    step.gains.enumerated().map { place, gain in
      Reason(
        purpose: "For: \(profile.name(of: gain.item.competency))",
        facts: start(gain)
          + [usual(gain.item), mark(gain.item), does(step, gain, isFirst: place == 0)]
          .compactMap { $0 }, thereWhen: thereWhen(gain))
    }
  }

  /// What the person chose, and where they are by then, after what comes before the step.
  private func start(_ gain: LearningPath.Gain) -> [String] {
    [
      profile.chosen(gain.item),
      gain.held == gain.item.level ? nil : "By then you are at \(profile.name(of: gain.held)).",
    ].compactMap { $0 }
  }

  private func usual(_ item: Profile.Item) -> String? {
    guard !path.profile.comparisons.isEmpty else { return nil }
    return item.target.map { "Usual for your role: \($0.rank)." }
      ?? "Your role does not ask for it."
  }

  private func mark(_ item: Profile.Item) -> String? {
    switch item.priority {
    case .top: "You picked it as one of your top three."
    case .picked: "You picked it as important."
    case .unmarked: nil
    }
  }

  private func does(_ step: LearningPath.Step, _ gain: LearningPath.Gain, isFirst: Bool) -> String {
    let resource = step.resource
    let levels = "leads from level \(gain.service.from.rank) to level \(gain.service.to.rank)"
    guard isFirst else { return "It also \(levels)." }
    return "This \(resource.format.word) \(levels), takes \(Self.length(resource.duration)), "
      + "\(Self.cost(resource.cost)), in \(Self.languages(resource.languages))."
  }

  private func thereWhen(_ gain: LearningPath.Gain) -> String? {
    gain.item.competency.anchor(gain.reached).map {
      "You are there when: \($0.text(in: profile.language))"
    }
  }

  /// When somebody last looked at it; never a promise that it is still there.
  static func checked(_ resource: LearningResource) -> String {
    resource.checked.map { "looked at in \($0)" } ?? "not checked"
  }

  func reason(_ leftOut: LearningPath.LeftOut) -> String {
    reason(leftOut.reason, of: leftOut.resource)
  }

  /// Why a resource is no step, as the end of a sentence.
  func reason(_ obstacle: LearningPath.Obstacle, of resource: LearningResource) -> String {
    switch obstacle {
    case .past: return "it is over"
    case .otherLanguage: return "only in \(Self.languages(resource.languages))"
    case .notFree: return "it \(Self.cost(resource.cost))"
    case .overMoney(let left):
      return "it \(Self.cost(resource.cost)), and \(left) US dollars are left"
    case .noPriceKnown: return "nobody noted what it costs"
    case .dropped: return "you dropped it"
    case .done: return "you have done it"
    case .requires(.level(let id, let level)):
      let title = path.profile.framework.competency(id)?.title.text(in: profile.language)
      return "it asks for level \(level.rank) of \(title ?? id.description) first"
    case .requires(.resource(let id)): return "it asks for '\(id)' first"
    case .enoughCourses:
      return "\(LearningPath.Wishes.courses) courses at a time are enough"
    case .startsHigher(let id, let from, let held):
      let title = path.profile.framework.competency(id)?.title.text(in: profile.language)
      return "it starts at \(from.rank) of \(title ?? id.description), and you are at \(held.rank)"
    case .covered: return "the steps lead to the same levels"
    case .noTimeKnown: return "nobody says how long it takes, so it is not scheduled"
    case .overBudget(left: 0): return "your hours are used up"
    case .overBudget(let left):
      return "it takes \(Self.length(resource.duration)), and \(Self.time(left)) "
        + "\(left == 1 ? "is" : "are") left"
    case .later: return "for later, when these steps are done"
    }
  }

  /// How many resources that were left out are listed; the rest are counted.
  private static let listed = 10

  static let leftOutHeading = "Left out, the strongest first"

  /// What was left out and why, a line each; at last how many more there are.
  var leftOut: [String] {
    let lines = path.leftOut.prefix(Self.listed).map { leftOut in
      let name = name(of: leftOut.resource)
      return (name.hasSuffix(".") ? String(name.dropLast()) : name) + ": \(reason(leftOut))."
    }
    let more = path.leftOut.count - Self.listed
    return lines + (more > 0 ? ["\(more) more"] : [])
  }

  var nothingFits: String? {
    guard !path.uncovered.isEmpty else { return nil }
    return "Nothing in the catalogue fits yet: "
      + path.uncovered.map { profile.name(of: $0.competency) }.joined(separator: "; ") + "."
  }

  static func length(_ duration: LearningResource.Duration) -> String {
    guard let minutes = duration.minutes else { return "an unknown time" }
    return (duration.isEstimate ? "about " : "") + time(minutes)
  }

  /// Minutes in words, from two hours on with hours: "90 minutes", "2 hours 30 minutes".
  static func time(_ minutes: Int) -> String {
    func count(_ number: Int, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    guard minutes >= 120 else { return count(minutes, "minute") }
    let rest = minutes % 60
    return count(minutes / 60, "hour") + (rest == 0 ? "" : " " + count(rest, "minute"))
  }

  static func cost(_ cost: LearningResource.Cost) -> String {
    switch cost {
    case .free: "is free"
    case .account: "is free with an account"
    case .members(nil): "is free or cheaper for members"
    case .members(let usd?): "is free or cheaper for members, \(usd) US dollars for others"
    case .paid(let usd?): "costs \(usd) US dollars"
    case .paid(nil): "costs money"
    }
  }

  static func languages(_ languages: [LanguageTag]) -> String {
    let names = languages.map(\.englishName)
    guard let last = names.last else { return "a language nobody noted" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension LearningResource.Duration {
  /// Whether the minutes are Waymark's estimate.
  var isEstimate: Bool {
    if case .estimated = self { true } else { false }
  }
}

extension LearningResource.Cost {
  /// The cost as files hold it: its kind, and the amount in US dollars where it is known.
  var parts: (kind: String, usDollars: Int?) {
    switch self {
    case .free: ("free", nil)
    case .account: ("account", nil)
    case .members(let usd): ("members", usd)
    case .paid(let usd): ("paid", usd)
    }
  }
}

extension LearningResource.Format {
  /// What it is called in a sentence.
  var word: String { self == .site ? "web site" : rawValue }
}

extension LanguageTag {
  /// The language's English name, with the tag where that says more, or the tag alone.
  fileprivate var englishName: String {
    let names = ["en": "English", "es": "Spanish", "fr": "French", "zh": "Chinese"]
    guard let language = fallbacks.last, let name = names[language.description] else {
      return description
    }
    return language == self ? name : "\(name) (\(description))"
  }
}

extension PathWords {
  static let doneHeading = "What you have done"

  /// What has changed since the path that was seen before; empty when nothing has.
  var changes: [String] { path.changes.map(line) }

  var changesHeading: String {
    "Changed" + (path.earlier.map { " since your path of \($0.inWords)" } ?? "")
  }

  private func line(_ change: PathChange) -> String {
    switch change {
    case .done(let record): Self.sentence("Done: \(record.title)")
    case .vanished(let title): Self.sentence("No longer in the catalogue: \(title)")
    case .removed(let resource, .done), .removed(let resource, .dropped):
      Self.sentence("Left out, as you said: \(shortName(of: resource))")
    case .removed(let resource, let obstacle):
      "No longer a step, \(reason(obstacle, of: resource)): "
        + Self.sentence(shortName(of: resource))
    case .needless(let title): Self.sentence("No longer needed: \(title)")
    case .added(let resource): Self.sentence("New: \(shortName(of: resource))")
    case .moved(let resource, let from, let to):
      "\(to > from ? "Later" : "Earlier"), on \(to.inWords) instead of \(from.inWords): "
        + Self.sentence(shortName(of: resource))
    }
  }

  /// A resource without who offers it.
  private func shortName(of resource: LearningResource) -> String {
    (resource.isPractice ? "Practice: " : "") + title(of: resource)
  }

  /// The text with a full stop, unless it ends as a sentence does.
  static func sentence(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  /// What the person has done, a line each, the earliest first, with their notes.
  var done: [String] {
    path.wishes.done.map { record in
      Self.sentence("\(record.day.inWords): \(record.title)")
        + (record.note.map { " Your note: \($0)" } ?? "")
    }
  }

  /// What to do once steps are done; `nil` before.
  var reviewAdvice: String? {
    path.wishes.done.contains { $0.assessment == path.profile.assessment }
      ? "Until you rate again, what you have done counts as if it had led where it leads." : nil
  }
}
