import Waymark
import WaymarkBasics

/// The sentences of a profile, the same in every format.
public struct ProfileWords: Sendable {
  let common = CommonWords()
  let notes = NotesWords()

  package init() {}

  func title(_ day: CalendarDate, isFinished: Bool) -> String {
    isFinished ? "Your profile, \(day.inWords)" : "Your profile so far, begun \(day.inWords)"
  }

  func framework(_ title: String, _ version: String) -> String { "\(title) \(version)." }

  func comparedWith(_ roles: [String]) -> String {
    roles.isEmpty
      ? "No role to compare with: your levels only."
      : "Compared with: \(roles.joined(separator: "; "))."
  }

  let levelsAlone = "It does not say which levels are usual for a role: your levels only."

  func coreForm(_ core: Int, of all: Int) -> String {
    "The core form: \(core) of \(common.statements(all)). It says nothing about the others."
  }

  // What a person reads first: counts, never a score.

  func levelsOnly(_ rated: Int, of statements: Int) -> String {
    "You gave a level to \(rated) of \(common.statements(statements))."
  }

  /// How many of the statements that were rated are at or above what is usual for the role.
  ///
  /// - Parameter role: its title, where several are compared with.
  func headline(_ reached: Int, of rated: Int, for role: String?) -> String {
    let sentence =
      switch (rated, reached) {
      case (0, _): "You have not given a level to any statement that this role asks for."
      case (1, 1): "The one statement you rated is at or above what is usual for this role."
      case (1, _): "The one statement you rated is not there yet for this role."
      default:
        "\(reached) of the \(rated) statements you rated \(reached == 1 ? "is" : "are") at or above "
          + "what is usual for this role."
      }
    return (role.map { "\($0): " } ?? "") + sentence
  }

  func beyond(_ count: Int) -> String {
    count == 1
      ? "You rated 1 more, which goes beyond what this role asks."
      : "You rated \(count) more, which go beyond what this role asks."
  }

  /// The four kinds of no number, each with its count; `nil` when there is none of any.
  func unrated(
    notPartOfMyWork: Int, cannotJudge: Int, skipped: Int, notAsked: Int, isFinished: Bool
  ) -> String? {
    let parts = [
      (notPartOfMyWork, "\(notPartOfMyWork == 1 ? "is" : "are") not part of your work"),
      (cannotJudge, "you could not judge"), (skipped, "you skipped"),
      (
        notAsked,
        isFinished
          ? "\(notAsked == 1 ? "was" : "were") not asked"
          : "\(notAsked == 1 ? "has" : "have") no answer yet"
      ),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }

  // What to start with.

  let nothingToStartWith = "Everything you rated is at or above what is usual for this role."

  /// - Parameter role: the role that they are for, where several are compared with.
  func startHeading(_ count: Int, for role: String?) -> String {
    let heading =
      switch count {
      case 1: "Start with this one"
      case 2: "Start with these two"
      default: "Start with these three"
      }
    return heading + (role.map { " (for: \($0))" } ?? "")
  }

  /// What is usual for the person's role; `nil` where it does not ask for it.
  func usual(_ rank: Int?) -> String {
    rank.map { "Usual for this role: \($0)." } ?? "This role does not ask for it."
  }

  /// What is usual for each of several roles.
  func usual(_ roles: [(role: String, rank: Int?)]) -> String {
    "Usual: "
      + roles.map { "\($0.role) \($0.rank.map(String.init) ?? "does not ask for it")" }
      .joined(separator: ", ") + "."
  }

  let notJudged = "You could not judge it."

  func mark(_ priority: Profile.Priority) -> String? {
    switch priority {
    case .top: "One of your top three."
    case .picked: "You picked it as important."
    case .unmarked: nil
    }
  }

  /// What the next level looks like: `The next level, 2, With help: I bring facts or a story.`.
  func nextLevel(_ level: String, _ anchor: String) -> String {
    "The next level, \(level): \(anchor)"
  }

  // Levels, area by area.

  let areasHeading = "Area by area"
  let area = "Area"
  let statement = "Statement"

  let countsTitle = "What you rated, area by area"

  /// The same for one of several roles.
  func countsTitle(_ role: String) -> String { "\(countsTitle): \(role)" }

  let countsLegend = "# = at or above, . = not yet"
  let atOrAbove = "at or above"
  let notYet = "not yet"

  func share(_ reached: Int, of rated: Int) -> String { "\(reached) of \(rated)" }

  func counts(_ area: String, _ reached: Int, of rated: Int, notYet: Int) -> String {
    "\(area): \(share(reached, of: rated)) at or above, \(notYet) not yet."
  }

  let nothingToCompare = "nothing to compare"

  func nothingToCompare(_ area: String) -> String { "\(area): \(nothingToCompare)." }

  let levelsTitle = "How many statements you put at each level"

  /// What the levels are called, beside a table of their ranks.
  func levelsLegend(_ levels: [(rank: Int, label: String)]) -> String {
    let names = levels.map { "\($0.rank) \($0.label)" }.joined(separator: ", ")
    return "How many at each level: \(names)."
  }

  func levels(_ area: String, _ counts: [(level: String, count: Int)]) -> String {
    let parts = counts.map { "\($0.count) at level \($0.level)" }
    return "\(area): " + (parts.isEmpty ? "no level." : parts.joined(separator: "; ") + ".")
  }

  // The drawing of the same counts.

  /// - Parameter role: the role that is compared with, where there are several.
  func figureCaption(_ role: String?) -> String {
    (role.map { "\($0). " } ?? "")
      + "Left of the line: not there yet, one level to go or more. Right of the line: at or above "
      + "what is usual for this role."
  }

  let figureNumbers = "The same in numbers"
  let atOrAboveColumn = "At or above"

  func part(_ part: SVG.SplitBar.Part) -> String {
    switch part {
    case .farLeft: "Two or more to go"
    case .nearLeft: "One to go"
    case .nearRight: "As usual"
    case .farRight: "Above"
    }
  }

  func bar(_ area: String, _ share: String) -> String { "\(area): \(share)" }

  func described(
    _ area: String, _ share: String, furtherToGo: Int, oneToGo: Int, asUsual: Int, above: Int
  ) -> String {
    "\(area): \(share) at or above; \(furtherToGo) with two or more levels to go, "
      + "\(oneToGo) with one, \(asUsual) as usual, \(above) above."
  }

  // Strengths.

  func strengthsHeading(_ levels: [Int]) -> String {
    "Strengths you could teach (you chose "
      + levels.map(String.init).joined(separator: " or ") + ")"
  }

  func moreStrengths(_ count: Int) -> String { "and \(count) more, shown with --all." }

  // What changed since an earlier assessment.

  let changesHeading = "What changed"
  let changesTitle = "Statements whose level changed"
  let before = "Before"
  let now = "Now"
  let lookingBack =
    "Both sides are seen with what you know now; what you said on the day itself stays as it was."

  /// How many statements have a level on both days, and whether the earlier one was given later.
  func compared(_ count: Int, with day: CalendarDate, isLookingBack: Bool) -> String {
    "\(common.statements(count)) \(count == 1 ? "has" : "have") a level now and "
      + (isLookingBack
        ? "for \(day.inWords), which you gave later, looking back."
        : "on \(day.inWords).")
  }

  func changed(higher: Int, same: Int, lower: Int) -> String {
    "\(higher) higher, \(same) the same, \(lower) lower."
  }

  func change(_ statement: String, from: Int, to: Int) -> String {
    "\(statement): from \(from) to \(to)"
  }

  let level = "Level"
  let beforeShort = "before"
  let nowShort = "now"
  /// What the marks for statements mean.
  let shiftLegend = "# both, + new, - no longer, . not yet"
  let levelShifts = "Statements at each level, before and now"

  /// - Parameter role: the role that is compared with, where there are several.
  func areaShifts(for role: String?) -> String {
    "At or above what is usual, before and now" + (role.map { " (for: \($0))" } ?? "")
  }

  func shiftCaption(_ title: String) -> String { "\(title). The ring is before, the dot is now." }

  func shift(_ name: String, _ before: String, _ now: String) -> String {
    "\(name): \(before) before, \(now) now"
  }

  // Every answer.

  let answersHeading = "All your answers"
  let youChose = "You chose"
  /// In the place of a level that a role does not ask for.
  let beyondRole = "-"
  let usualColumn = "Usual"

  /// What the column of a role is called where there is little room.
  func usualColumn(_ place: Int, of count: Int) -> String {
    count == 1 ? "usual" : "usual \(place + 1)"
  }

  /// What the columns of roles mean.
  func answersLegend(_ roles: [String]) -> [String] {
    roles.enumerated().map { place, role in
      "\(usualColumn(place, of: roles.count).firstUppercased): the level that is usual for \(role)."
    } + ["A dash stands where the role does not ask for it."]
  }

  func answer(_ statement: String, _ answer: String, usual: [(role: String, level: String)])
    -> String
  {
    let roles = usual.map { role, level in
      let level = level == beyondRole ? "not asked" : level
      return usual.count == 1 ? "usual \(level)" : "\(role) \(level)"
    }
    return "\(statement): " + ([answer] + roles).joined(separator: "; ") + "."
  }

  let skipped = "Skipped"
  let notAsked = "Not asked"
  let noAnswerYet = "No answer yet"
}

extension String {
  /// The text with a capital at its beginning.
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
