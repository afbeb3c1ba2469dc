import Waymark
import WaymarkBasics

/// The sentences of a profile, the same in every format.
struct ProfileWords {
  let profile: Profile
  let language: LanguageTag

  static let selfView = "Your own view, not a test."
  static let origin = [
    "These levels were suggested by Waymark's authors.",
    "They are not ALSC standards, and your library may set its own.",
  ]
  /// What must be known of the levels, where they stand in files for other programs.
  static var about: String { ([selfView] + origin).joined(separator: " ") }
  static let afterLearning =
    "After learning, an honest rating may go down, because you see more than before."
  static let lookingBack =
    "Both sides are seen with what you know now; what you said on the day itself stays as it was."
  static let nothingToStartWith =
    "Everything you rated is at or above what is usual for this role."

  var title: String {
    profile.isFinished
      ? "Your profile, \(profile.date.inWords)"
      : "Your profile so far, begun \(profile.date.inWords)"
  }

  var framework: String {
    "\(profile.framework.title.text(in: language)) \(profile.framework.version)"
  }

  var comparison: String {
    guard !profile.comparisons.isEmpty else { return "No role to compare with: your levels only" }
    return "Compared with: "
      + profile.comparisons.map { title(of: $0.role) }.joined(separator: "; ")
  }

  /// What a person reads first: counts, never a score.
  var headline: [String] {
    guard let own = profile.comparisons.first else { return [levelsOnly] }
    return [
      Self.headline(own.counts),
      Self.beyond(own.counts.beyond),
    ].compactMap { $0 }
  }

  private var levelsOnly: String {
    let rated = profile.items.count { $0.level != nil }
    return "You gave a level to \(rated) of \(Self.statements(profile.items.count))."
  }

  private static func headline(_ counts: Profile.Counts) -> String {
    switch (counts.rated, counts.atOrAbove) {
    case (0, _): "You have not given a level to any statement that this role asks for."
    case (1, 1): "The one statement you rated is at or above what is usual for this role."
    case (1, _): "The one statement you rated is not there yet for this role."
    case (let rated, let reached):
      "\(reached) of the \(rated) statements you rated \(reached == 1 ? "is" : "are") at or above "
        + "what is usual for this role."
    }
  }

  private static func beyond(_ count: Int) -> String? {
    switch count {
    case 0: nil
    case 1: "1 more goes beyond what this role asks."
    default: "\(count) more go beyond what this role asks."
    }
  }

  /// The same counts for the second role, when there is one.
  var secondRole: String? {
    guard profile.comparisons.count > 1 else { return nil }
    let second = profile.comparisons[1]
    let beyond = second.counts.beyond == 0 ? "" : "; \(second.counts.beyond) more go beyond it"
    return "For \(title(of: second.role)): \(second.counts.atOrAbove) of \(second.counts.rated) "
      + "at or above what is usual for that role\(beyond)."
  }

  /// The four kinds of no number, each with its count; `nil` when there is none of any.
  var unrated: String? {
    let unrated = profile.unrated
    let parts = [
      (
        unrated.notPartOfMyWork,
        "\(unrated.notPartOfMyWork == 1 ? "is" : "are") not part of your work"
      ),
      (unrated.cannotJudge, "you could not judge"),
      (unrated.skipped, "you skipped"),
      (
        unrated.notAsked,
        profile.isFinished
          ? "\(unrated.notAsked == 1 ? "was" : "were") not asked"
          : "\(unrated.notAsked == 1 ? "has" : "have") no answer yet"
      ),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }

  /// What the levels are called, beside a table of their ranks.
  var levels: String {
    let steps = profile.framework.scale.steps
    return "How many at each level: "
      + steps.map { "\($0.level.rank) \($0.label.text(in: language))" }.joined(separator: ", ")
      + "."
  }

  var startHeading: String {
    switch profile.startWith.count {
    case 1: "Start with this one"
    case 2: "Start with these two"
    default: "Start with these three"
    }
  }

  /// Why a competency stands under "start with", in facts that the person can check.
  func reason(_ item: Profile.Item) -> [String] {
    [chosen(item), usual(item), mark(item.priority)].compactMap { $0 }
  }

  func chosen(_ item: Profile.Item) -> String? {
    item.level.map { "You chose \(name(of: $0))." }
  }

  private func usual(_ item: Profile.Item) -> String? {
    guard !profile.comparisons.isEmpty else { return nil }
    let own = item.target.map { "Usual for this role: \($0.rank)" }
    let others = zip(profile.comparisons, item.targets).dropFirst().compactMap {
      comparison, target in
      target.map { "for \(title(of: comparison.role)): \($0.rank)" }
    }
    return ([own ?? "This role does not ask for it"] + others).joined(separator: "; ") + "."
  }

  private func mark(_ priority: Profile.Priority) -> String? {
    switch priority {
    case .top: "One of your top three."
    case .picked: "You picked it as important."
    case .unmarked: nil
    }
  }

  /// What the next level looks like: "The next level, 2, With help: I bring facts or a story.".
  func next(_ item: Profile.Item) -> String? {
    guard let level = item.level,
      let next = profile.framework.scale.level(rank: level.rank + 1),
      let anchor = item.competency.anchor(next)
    else { return nil }
    return "The next level, \(name(of: next)): \(anchor.text(in: language))"
  }

  var strengthsHeading: String {
    "Strengths you could teach (you chose "
      + profile.teachingLevels.map { String($0.rank) }.joined(separator: " or ") + ")"
  }

  /// What changed since the earlier assessment, counted; empty when there is none.
  var change: [String] {
    guard let earlier = profile.earlier else { return [] }
    let changes = profile.changes
    let higher = changes.count { $0.rise > 0 }
    let lower = changes.count { $0.rise < 0 }
    return [
      "\(Self.statements(changes.count)) \(changes.count == 1 ? "has" : "have") a level now and "
        + (earlier.isLookingBack
          ? "for \(earlier.date.inWords), which you gave later, looking back."
          : "on \(earlier.date.inWords)."),
      "\(higher) higher, \(changes.count - higher - lower) the same, \(lower) lower.",
      earlier.isLookingBack ? Self.lookingBack : Self.afterLearning,
    ]
  }

  /// A level with its words: "3, On my own".
  func name(of level: Level) -> String {
    guard let step = profile.framework.scale.step(level) else { return String(level.rank) }
    return "\(level.rank), \(step.label.text(in: language))"
  }

  func title(of role: Role) -> String { role.title.text(in: language) }

  /// A competency with its id: "Speak where budgets are decided (advocacy.decisions)".
  func name(of competency: Competency) -> String {
    "\(competency.title.text(in: language)) (\(competency.id))"
  }

  /// The answer in words: "3, On my own", or which kind of no number it is.
  func name(of answer: Answer?) -> String {
    switch answer {
    case .level(let level): name(of: level)
    case .notPartOfMyWork: "Not part of my work"
    case .cannotJudge: "I can't judge this"
    case .skipped: "Skipped"
    case nil: profile.isFinished ? "Not asked" : "No answer yet"
    }
  }

  static func statements(_ count: Int) -> String {
    count == 1 ? "1 statement" : "\(count) statements"
  }
}
