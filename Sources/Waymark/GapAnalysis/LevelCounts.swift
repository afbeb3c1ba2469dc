/// How often each answer was given to each competency by the respondents of one group.
///
/// Kept apart by role, so that everybody is compared with what is usual for their own role.
/// All counts are integers: sheets added in any order give equal counts.
/// The size depends on the framework alone, not on the number of respondents.
public struct LevelCounts: Equatable, Sendable {
  /// How many competencies a sheet holds.
  public let competencyCount: Int
  /// How many roles the framework has; respondents without a role are kept after the last of them.
  public let roleCount: Int

  // An answer's place within a cell is its digit on the sheet (0 not part of my work, 1 to 8 a
  // level, 9 can't judge), then skipped, then not asked.
  private static let slotsPerCell = 12
  private static let skippedSlot = 10
  private static let notAskedSlot = 11

  private let areas: [Range<Int>]
  /// One cell of twelve slots per role and competency, role by role.
  private var answers: [Int]
  /// Who rated at least one competency of an area: one number per role and area, role by role.
  private var areaRaters: [Int]
  private var respondentsByRole: [Int]

  /// Counts of nobody yet, laid out by the positions, areas and roles of a framework.
  public init(framework: Framework) {
    competencyCount = framework.competencies.count
    roleCount = framework.roles.count
    areas = framework.positionsByArea
    answers = Array(repeating: 0, count: (roleCount + 1) * competencyCount * Self.slotsPerCell)
    areaRaters = Array(repeating: 0, count: (roleCount + 1) * areas.count)
    respondentsByRole = Array(repeating: 0, count: roleCount + 1)
  }

  /// Counts one respondent.
  ///
  /// The sheet has one character per competency of the framework; `role` is an index into the
  /// framework's roles, `nil` for a respondent who is compared with none.
  public mutating func add(_ sheet: AnswerSheet, role: Int?) {
    precondition(sheet.codes.count == competencyCount)
    let role = roleIndex(role)
    respondentsByRole[role] += 1
    var cell = role * competencyCount * Self.slotsPerCell
    for code in sheet.codes {
      answers[cell + Self.slot(of: code)] += 1
      cell += Self.slotsPerCell
    }
    for (area, range) in areas.enumerated()
    where sheet.codes[range].contains(where: { Self.levelSlots.contains(Self.slot(of: $0)) }) {
      areaRaters[role * areas.count + area] += 1
    }
  }

  /// How many respondents were counted.
  public var respondents: Int { respondentsByRole.reduce(0, +) }

  /// How many respondents with a role gave an answer to a competency.
  ///
  /// `nil` as the answer is not asked, `nil` as the role is no role; the competency is a position
  /// counted from 0.
  public func count(of answer: Answer?, competency: Int, role: Int?) -> Int {
    answers[
      (roleIndex(role) * competencyCount + competency) * Self.slotsPerCell + Self.slot(of: answer)]
  }

  /// How many respondents, whatever their role, gave an answer to a competency.
  public func count(of answer: Answer?, competency: Int) -> Int {
    roles.reduce(0) { $0 + count(of: answer, competency: competency, role: $1) }
  }

  /// How many respondents with a role rated at least one competency of an area with a level.
  ///
  /// The area is its place in the framework counted from 0; `nil` as the role is no role.
  public func raters(ofArea area: Int, role: Int?) -> Int {
    areaRaters[roleIndex(role) * areas.count + area]
  }

  /// How many respondents, whatever their role, rated at least one competency of an area.
  public func raters(ofArea area: Int) -> Int {
    roles.reduce(0) { $0 + raters(ofArea: area, role: $1) }
  }

  private var roles: [Int?] { (0..<roleCount).map { $0 } + [nil] }

  private func roleIndex(_ role: Int?) -> Int {
    let index = role ?? roleCount
    precondition((0...roleCount).contains(index))
    return index
  }

  private static let levelSlots = Level.ranks

  private static func slot(of code: UInt8) -> Int {
    switch code {
    case UInt8(ascii: "-"): skippedSlot
    case UInt8(ascii: "."): notAskedSlot
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
