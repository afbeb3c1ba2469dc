public import FoundationEssentials
public import WaymarkBasics

/// What one person said of their own work, beside what is usual for a role.
///
/// There is no total score: a profile counts statements, and only those that the role asks for and
/// the person gave a level.
public struct Profile: Equatable, Sendable {
  /// The framework that was answered.
  public let framework: Framework
  /// Its version down to the bytes.
  public let key: Framework.Key
  /// The assessment's own id.
  public let assessment: UUID
  /// The day the assessment was finished, or begun while it is not finished.
  public let date: CalendarDate
  /// Whether the assessment is finished.
  public let isFinished: Bool
  /// The form that was answered.
  public let form: QuestionnaireForm
  /// The areas in the framework's order, each with its competencies in order.
  public let areas: [AreaItems]
  /// What the levels are compared with: no role, one, or two; the first is the person's own.
  ///
  /// A role for which no level is usual is none to compare with.
  public let comparisons: [Comparison]
  /// The earlier assessment, when there is one to compare with.
  public let earlier: Earlier?

  /// An assessment that changes are shown from.
  public struct Earlier: Hashable, Sendable {
    /// The day that its levels are about.
    public let date: CalendarDate
    /// Whether they were given later, looking back to that day.
    public let isLookingBack: Bool
  }

  /// One area with what was said of its competencies.
  public struct AreaItems: Equatable, Sendable {
    /// The area whose items these are.
    public let area: Area
    /// Its competencies in order.
    public let items: [Item]
  }

  /// The levels beside what is usual for one role.
  public struct Comparison: Equatable, Sendable {
    /// The role that is compared with.
    public let role: Role
    /// The counts over all areas.
    public let counts: Counts
    /// The counts of each area, in the framework's order.
    public let areas: [Counts]
  }

  /// Sets an assessment beside what is usual for its role.
  ///
  /// - Parameters:
  ///   - framework: The framework that the assessment answers.
  ///   - assessment: The answers, finished or not; its role may be absent.
  ///   - secondRole: Another role to compare with; the same role again changes nothing.
  ///   - earlier: An assessment of the same framework, down to the bytes, to show changes from.
  /// - Throws: The first of these: another framework, other words in the earlier assessment, a role
  ///   that the framework does not have.
  public init(
    framework: Framework, assessment: Assessment, secondRole: RoleID? = nil,
    earlier: Assessment? = nil
  ) throws(ProfileProblem) {
    for key in [assessment.framework, earlier?.framework].compactMap({ $0 })
    where key.reference != framework.reference {
      throw .otherFramework(key, expected: framework.reference)
    }
    if let earlier, earlier.framework != assessment.framework {
      throw .otherWords(earlier.framework)
    }
    var roles: [Role] = []
    for id in [assessment.role, secondRole].compactMap({ $0 })
    where !roles.contains(where: { $0.id == id }) {
      guard let role = framework.role(id) else {
        throw .unknownRole(
          id, near: id.description.closest(among: framework.roles.map(\.id.description)))
      }
      if framework.competencies.contains(where: { $0.targets[id] != nil }) { roles.append(role) }
    }
    self.framework = framework
    key = assessment.framework
    self.assessment = assessment.id
    date = assessment.finished ?? assessment.started
    isFinished = assessment.finished != nil
    form = assessment.form(in: framework)
    self.earlier = earlier.map { before in
      Earlier(
        date: before.looksBackTo ?? before.finished ?? before.started,
        isLookingBack: before.looksBackTo != nil)
    }
    let areas = framework.areas.map { area in
      AreaItems(
        area: area,
        items: area.competencies.map { competency in
          Item(
            competency: competency, answer: assessment.answers[competency.id],
            targets: roles.map { competency.targets[$0.id] },
            isCentral: roles.first.map { competency.centralTo.contains($0.id) } ?? false,
            priority: Priority(of: competency.id, in: assessment.importance),
            place: assessment.importance.top.firstIndex(of: competency.id),
            earlier: earlier?.answers[competency.id]?.level)
        })
    }
    self.areas = areas
    comparisons = roles.enumerated().map { place, role in
      let counts = areas.map { Counts($0.items, comparison: place) }
      return Comparison(
        role: role, counts: counts.reduce(Counts()) { $0 + $1 }, areas: counts)
    }
  }

  /// Whether the framework says for any role what is usual.
  package var hasUsualLevels: Bool {
    framework.competencies.contains { !$0.targets.isEmpty }
  }

  /// Every competency, in the framework's order.
  public var items: [Item] { areas.flatMap(\.items) }

  /// The competencies of the form that was answered, in the framework's order.
  public var itemsOfForm: [Item] {
    switch form {
    case .full: items
    case .core: items.filter(\.competency.isCore)
    }
  }

  /// The answers that are no number, over all competencies of the form that was answered.
  public var unrated: Unrated { Unrated(itemsOfForm) }

  /// How many competencies stand at each level of the scale, lowest first, whatever a role asks.
  public func levelCounts(_ items: [Item]) -> [Int] {
    framework.scale.steps.map { step in items.count { $0.level == step.level } }
  }

  /// The levels that a person could teach.
  public var teachingLevels: [Level] { framework.scale.teachingLevels }

  /// What the person could teach, the highest level first, ties in the framework's order.
  public var strengths: [Item] {
    teachingLevels.reversed().flatMap { level in items.filter { $0.level == level } }
  }

  /// What there is to work towards: what is not there yet for the role, and what the person picked as
  /// important although the role does not ask for it, or for no more, unless it is at the top of the scale.
  ///
  /// What the framework marks as first and the person holds below the middle of the scale comes before all, in
  /// the framework's order. Then come picks, the top three of all in their order first: those below what is
  /// usual before those of which the role asks for no more. Of the rest what is marked as first comes first,
  /// then the larger shortfall, then what is central to the role, then core statements, then the framework's
  /// order.
  public var gaps: [Item] {
    let candidates = items.enumerated().filter { $0.element.goal(on: framework.scale) != nil }
    func order(_ item: Item) -> (Int, Int, Int, Int, Int) {
      if item.isForemost(on: framework.scale) { return (0, 0, 0, 0, 0) }
      return (
        item.priority == .unmarked
          ? item.competency.comesFirst ? 3 : 4 : item.isBeyondUsual ? 2 : 1,
        -item.priority.factor, item.place ?? 0, -item.shortfall,
        item.isCentral ? 0 : item.competency.isCore ? 1 : 2
      )
    }
    return candidates.sorted { left, right in
      let (first, second) = (order(left.element), order(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// The first of `gaps`, three at most.
  public var startWith: [Item] { Array(gaps.prefix(3)) }

  /// The first of `gaps` that the framework does not mark as first, three at most: what a path goes to in
  /// their order.
  var leading: [Item] {
    Array(gaps.filter { !$0.isForemost(on: framework.scale) }.prefix(3))
  }
}

extension Profile {
  /// How much a competency matters to the person this year.
  public enum Priority: Hashable, Sendable {
    /// One of the top three of all.
    case top
    /// Picked at the end of its area.
    case picked
    /// Not picked.
    case unmarked

    init(of id: CompetencyID, in importance: Assessment.Importance) {
      self =
        if importance.top.contains(id) {
          .top
        } else if importance.picked.contains(id) {
          .picked
        } else {
          .unmarked
        }
    }

    /// What a level closed counts: 3 for the top three, 2 for a pick, else 1.
    public var factor: Int {
      switch self {
      case .top: 3
      case .picked: 2
      case .unmarked: 1
      }
    }
  }

  /// One competency with what the person said of it.
  public struct Item: Equatable, Sendable {
    /// The competency that was asked.
    public let competency: Competency
    /// The answer; `nil` when it was not asked or has no answer yet.
    public let answer: Answer?
    /// What is usual for each role compared with; `nil` where the role does not ask for it.
    public let targets: [Level?]
    /// Whether the person's own role is there for it.
    public let isCentral: Bool
    /// How much it matters to the person.
    public let priority: Priority
    /// Its place among the top three of all, from 0, the most important first.
    public let place: Int?
    /// The level in the earlier assessment, when it had one.
    public let earlier: Level?

    /// The level, when the answer is one.
    public var level: Level? { answer?.level }

    /// The level that a path starts from: the person's own, or the lowest of what the framework marks as
    /// first, the role asks for and the person could not judge, who is then not sure to know it.
    public var startingLevel: Level? {
      let isUnsure = answer == .cannotJudge && competency.comesFirst && target != nil
      return level ?? (isUnsure ? Level(rank: 1) : nil)
    }

    /// Whether it comes before all else on a path, up to the middle of the scale.
    func isForemost(on scale: Scale) -> Bool {
      competency.comesFirst && startingLevel.map { $0 < scale.middle } ?? false
    }

    /// What is usual for the person's own role.
    public var target: Level? { targets.first ?? nil }

    /// How many levels are missing to what is usual for the person's own role; 0 when none are,
    /// when the role does not ask for it, and when there is no level.
    public var shortfall: Int {
      guard let level, let target else { return 0 }
      return level.shortfall(to: target)
    }

    /// Whether the role asks for it, and for no higher level than the person's own.
    var isBeyondUsual: Bool { level != nil && target != nil && shortfall == 0 }

    /// The level to work towards, above the person's own: what is usual for the role, or the next
    /// level of a pick of which the role asks for no more; `nil` when there is nothing to reach.
    public func goal(on scale: Scale) -> Level? {
      guard let level = startingLevel else { return nil }
      if let target, level.isBelow(target) { return target }
      return priority == .unmarked ? nil : scale.level(rank: level.rank + 1)
    }
  }
}

extension Profile {
  /// Statements with a level, counted by how they stand to what is usual for a role.
  public struct Counts: Hashable, Sendable {
    /// Two or more levels to go.
    public internal(set) var furtherToGo = 0
    /// One level to go.
    public internal(set) var oneToGo = 0
    /// At what is usual.
    public internal(set) var asUsual = 0
    /// Above what is usual.
    public internal(set) var above = 0
    /// With a level, but not asked by the role.
    public internal(set) var beyond = 0

    init() {}

    init(_ items: [Item], comparison place: Int) {
      for item in items {
        guard let level = item.level else { continue }
        guard let target = item.targets[place] else {
          beyond += 1
          continue
        }
        switch level.shortfall(to: target) {
        case 0 where level == target: asUsual += 1
        case 0: above += 1
        case 1: oneToGo += 1
        default: furtherToGo += 1
        }
      }
    }

    /// At or above what is usual.
    public var atOrAbove: Int { asUsual + above }
    /// Not there yet.
    public var notYet: Int { furtherToGo + oneToGo }
    /// All that the role asks for and the person gave a level.
    public var rated: Int { atOrAbove + notYet }

    static func + (left: Counts, right: Counts) -> Counts {
      var sum = left
      sum.furtherToGo += right.furtherToGo
      sum.oneToGo += right.oneToGo
      sum.asUsual += right.asUsual
      sum.above += right.above
      sum.beyond += right.beyond
      return sum
    }
  }

  /// The four kinds of no number, counted apart; none is a zero or a gap.
  public struct Unrated: Hashable, Sendable {
    /// Nobody expects it of the person at work.
    public let notPartOfMyWork: Int
    /// The person could not tell.
    public let cannotJudge: Int
    /// Passed over.
    public let skipped: Int
    /// Not asked, or without an answer yet.
    public let notAsked: Int

    init(_ items: [Item]) {
      notPartOfMyWork = items.count { $0.answer == .notPartOfMyWork }
      cannotJudge = items.count { $0.answer == .cannotJudge }
      skipped = items.count { $0.answer == .skipped }
      notAsked = items.count { $0.answer == nil }
    }
  }
}

/// Why a profile cannot be made.
public enum ProfileProblem: Problem, Error {
  /// The framework has no such role.
  case unknownRole(RoleID, near: String?)
  /// An assessment answers other words than those of the framework at hand.
  case otherFramework(Framework.Key, expected: FrameworkReference)
  /// The earlier assessment answers the same version of the framework, but in other words.
  case otherWords(Framework.Key)

  /// What is wrong.
  public var what: String {
    switch self {
    case .unknownRole(let role, _):
      role.description.isNo("role")
    case .otherFramework(let key, let expected):
      "the assessment answers '\(key.id)' \(key.version), not '\(expected.id)' \(expected.version)"
    case .otherWords(let key):
      "the earlier assessment answers '\(key.id)' \(key.version) in other words"
    }
  }

  /// How to mend it, in one short sentence.
  public var mend: String {
    switch self {
    case .unknownRole(_, let near?): near.didYouMean
    case .unknownRole(_, nil): "`waymark framework show` lists the roles"
    case .otherFramework(let key, _): "use the file of '\(key.id)' \(key.version)"
    case .otherWords: "compare two assessments that were made with the same file"
    }
  }
}

// What is different from an earlier assessment.
extension Profile {
  /// The competencies that have a level in both assessments, in the framework's order.
  public var changes: [Change] {
    items.compactMap { item in
      guard let earlier = item.earlier, let level = item.level else { return nil }
      return Change(competency: item.competency, earlier: earlier, level: level)
    }
  }

  /// A level in both assessments, the same or not.
  public struct Change: Equatable, Sendable {
    /// The competency that was asked.
    public let competency: Competency
    /// The level before.
    public let earlier: Level
    /// The level now.
    public let level: Level

    /// How many levels it rose; negative when it fell.
    public var rise: Int { level.rank - earlier.rank }
  }
}

extension Profile {
  /// How many of some statements stood somewhere before, and how many do now; all of them have a level
  /// both times.
  package struct Shift: Equatable, Sendable {
    package let before: Int
    package let now: Int
    /// How many statements there are.
    package let count: Int
  }

  /// How many statements of each area were and are at or above what is usual for the person's own role,
  /// in the framework's order; empty without a role.
  package var areaShifts: [(area: Area, shift: Shift)] {
    guard !comparisons.isEmpty else { return [] }
    return areas.map { area in
      let asked = area.items.compactMap { item in
        item.earlier.flatMap { earlier in
          item.level.flatMap { level in item.target.map { (earlier, level, $0) } }
        }
      }
      return (
        area.area,
        Shift(
          before: asked.count { earlier, _, target in !earlier.isBelow(target) },
          now: asked.count { _, level, target in !level.isBelow(target) }, count: asked.count)
      )
    }
  }

  /// How many statements stood at each level of the scale, and how many do now, lowest first.
  package var levelShifts: [(step: Scale.Step, shift: Shift)] {
    let changes = changes
    return framework.scale.steps.map { step in
      (
        step,
        Shift(
          before: changes.count { $0.earlier == step.level },
          now: changes.count { $0.level == step.level }, count: changes.count)
      )
    }
  }
}
