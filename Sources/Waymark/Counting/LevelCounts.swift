/// How often each answer was given to each competency by the respondents of one group.
///
/// Kept apart by role, so that everybody is compared with what is usual for their own role.
/// All counts are integers: sheets added in any order give equal counts.
/// The size depends on the framework alone, not on the number of respondents.
package struct LevelCounts: Equatable, Sendable {
  /// How many competencies a sheet holds.
  let competencyCount: Int
  /// How many roles the framework has; respondents without a role are kept after the last of them.
  let roleCount: Int
  /// How many levels the scale has.
  let levelCount: Int

  // An answer's place within a cell is its digit on the sheet (0 not part of my work, 1 to 8 a
  // level, 9 can't judge), then skipped, then not asked.
  private static let slotsPerCell = 12
  private static let skippedSlot = 10
  private static let notAskedSlot = 11

  private let areaCount: Int
  /// For each role, and after the last for those without one, a cell of twelve slots a competency.
  ///
  /// Empty for a role that nobody has. In 32 bits: `MarginsTable.countLimit` is below their end.
  private var answers: [[UInt32]]
  /// Who rated at least one competency of an area: for each role one number an area.
  private var areaRaters: [[Int]]
  private var respondentsByRole: [Int]

  /// Counts of nobody yet, laid out by the positions, areas and roles of a framework.
  init(framework: Framework) {
    competencyCount = framework.competencies.count
    roleCount = framework.roles.count
    levelCount = framework.scale.steps.count
    areaCount = framework.areas.count
    answers = Array(repeating: [], count: roleCount + 1)
    areaRaters = Array(repeating: [], count: roleCount + 1)
    respondentsByRole = Array(repeating: 0, count: roleCount + 1)
  }

  /// Adds people of one role, whose place is the number of roles for those without one.
  ///
  /// - Parameters:
  ///   - raters: for each area how many of them rated any of its competencies.
  ///   - count: how many gave the answer of a code, counted from the lowest level to the highest and
  ///     then in the order of `AnswerSheet.otherCodes`, to the competency at a position; not called
  ///     for the last code, which all others were given.
  mutating func add(
    role: Int, people: Int, raters: [Int], count: (_ position: Int, _ code: Int) -> Int
  ) {
    let slots = (1...levelCount) + AnswerSheet.otherCodes.dropLast().map(Self.slot(of:))
    makeRoom(role)
    respondentsByRole[role] += people
    for area in 0..<areaCount { areaRaters[role][area] += raters[area] }
    for position in 0..<competencyCount {
      let cell = position * Self.slotsPerCell
      var rest = people
      for (code, slot) in slots.enumerated() {
        let number = count(position, code)
        answers[role][cell + slot] += UInt32(number)
        rest -= number
      }
      answers[role][cell + Self.notAskedSlot] += UInt32(rest)
    }
  }

  /// Adds people of one role.
  mutating func add(people: Int, role: Int) {
    makeRoom(role)
    respondentsByRole[role] += people
  }

  /// Adds people of one role who rated any competency of an area.
  mutating func add(raters: Int, ofArea area: Int, role: Int) {
    makeRoom(role)
    areaRaters[role][area] += raters
  }

  /// Adds people of one role who gave an answer to the competency at a position.
  mutating func add(_ people: Int, of answer: Answer?, competency: Int, role: Int) {
    makeRoom(role)
    answers[role][competency * Self.slotsPerCell + Self.slot(of: answer)] += UInt32(people)
  }

  /// Adds the people of one role of other counts of the same framework.
  mutating func add(_ other: LevelCounts, role: Int) {
    guard !other.answers[role].isEmpty else { return }
    makeRoom(role)
    respondentsByRole[role] += other.respondentsByRole[role]
    for place in answers[role].indices { answers[role][place] += other.answers[role][place] }
    for area in 0..<areaCount { areaRaters[role][area] += other.areaRaters[role][area] }
  }

  /// Adds other counts of the same framework.
  static func += (left: inout LevelCounts, right: LevelCounts) {
    for role in 0...left.roleCount { left.add(right, role: role) }
  }

  private mutating func makeRoom(_ role: Int) {
    guard answers[role].isEmpty else { return }
    answers[role] = Array(repeating: 0, count: competencyCount * Self.slotsPerCell)
    areaRaters[role] = Array(repeating: 0, count: areaCount)
  }

  /// How many respondents were counted.
  package var respondents: Int { respondentsByRole.reduce(0, +) }

  /// How many respondents have the role at a place; at the place after the last, those without one.
  func respondents(role place: Int) -> Int { respondentsByRole[place] }

  /// How many respondents with a role gave an answer to a competency.
  ///
  /// `nil` as the answer is not asked, `nil` as the role is no role; the competency is a position
  /// counted from 0.
  func count(of answer: Answer?, competency: Int, role: Int?) -> Int {
    let answers = answers[roleIndex(role)]
    return answers.isEmpty
      ? 0 : Int(answers[competency * Self.slotsPerCell + Self.slot(of: answer)])
  }

  /// How many respondents, whatever their role, gave an answer to a competency.
  func count(of answer: Answer?, competency: Int) -> Int {
    roles.reduce(0) { $0 + count(of: answer, competency: competency, role: $1) }
  }

  /// Whether nobody at all was asked the competency at a position.
  ///
  /// Nobody is a fact of the questionnaire and not of people; where nobody answered anything, all may have
  /// been asked.
  func isAskedOfNobody(competency: Int) -> Bool {
    respondents > 0 && count(of: nil, competency: competency) == respondents
  }

  /// How many respondents with a role rated at least one competency of an area with a level.
  ///
  /// The area is its place in the framework counted from 0; `nil` as the role is no role.
  func raters(ofArea area: Int, role: Int?) -> Int {
    let raters = areaRaters[roleIndex(role)]
    return raters.isEmpty ? 0 : raters[area]
  }

  /// How many respondents, whatever their role, rated at least one competency of an area.
  func raters(ofArea area: Int) -> Int {
    roles.reduce(0) { $0 + raters(ofArea: area, role: $1) }
  }

  private var roles: [Int?] { (0..<roleCount).map { $0 } + [nil] }

  private func roleIndex(_ role: Int?) -> Int {
    let index = role ?? roleCount
    precondition((0...roleCount).contains(index))
    return index
  }

  private static func slot(of code: UInt8) -> Int {
    switch code {
    case AnswerSheet.skipped: skippedSlot
    case AnswerSheet.notAsked: notAskedSlot
    default: Int(code) - Int(UInt8(ascii: "0"))
    }
  }

  private static func slot(of answer: Answer?) -> Int {
    switch answer {
    case .level(let level): level.rank
    case .notPartOfMyWork: 0
    case .cannotJudge: 9
    case .skipped: skippedSlot
    case nil: notAskedSlot
    }
  }
}

/// How people who agreed to be linked went from one campaign to the next: for each statement how many
/// made each step.
package struct LinkedSteps: Hashable, Sendable {
  /// People by later less earlier level, for each statement.
  package private(set) var steps: [[Int: Int]]
  /// People by later level less the one that they gave looking back, for each statement; only those
  /// who gave all three.
  package private(set) var sinceThen: [[Int: Int]]
  /// People by the level that they gave looking back less the earlier one, for each statement: the
  /// response shift (Howard 1980).
  ///
  /// The same people as in `sinceThen`.
  package private(set) var shift: [[Int: Int]]
  /// How many people answered both campaigns.
  package var people: Int

  /// Begins with nobody.
  package init(statements: Int) {
    let nobody = Array(repeating: [Int: Int](), count: statements)
    (steps, sinceThen, shift) = (nobody, nobody, nobody)
    people = 0
  }

  /// Whether anybody looked back.
  package var hasLookingBack: Bool { shift.contains { !$0.isEmpty } }

  /// Counts somebody's levels of the statement at a place.
  ///
  /// - Parameter then: the level that they gave looking back; `nil` where they gave none.
  package mutating func add(at place: Int, before: Int, after: Int, then: Int? = nil) {
    steps[place][after - before, default: 0] += 1
    guard let then else { return }
    sinceThen[place][after - then, default: 0] += 1
    shift[place][then - before, default: 0] += 1
  }
}
