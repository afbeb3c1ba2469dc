/// Counts the answer sheets of a campaign in one pass, for everybody and for every group of tables.
///
/// A group's counts are kept by target role, so that everybody is compared with what is usual for
/// their own role; tables by role, and of everybody, are sums of the others. Memory depends on the
/// framework and on the groups that occur, not on the number of respondents. Counters of parts of a
/// campaign give counts that can be added.
package struct SheetCounter: ~Copyable {
  /// A sheet held a character that is no answer to its competency.
  package struct Unreadable: Error, Hashable, Sendable {}

  /// One grouping of a counted table: the cell so far, times its groups, plus the group of a code.
  // Not private: Swift 6.3.1 fails to optimize the store otherwise.
  struct Step {
    let table: Int
    let position: Int
    /// Where the group of each of 128 codes begins in `groups`.
    let codes: Int
    let size: Int
  }

  /// Up to how many cells tables are counted as one, which takes less time than one after another.
  private static let smallTable = 64

  private let framework: Framework
  private let plan: CountLayout
  private let roleCount: Int
  private let steps: FixedBuffer<Step>
  private let groups: FixedBuffer<UInt8>
  /// For each counted table, cell and role the place among those counted; -1 for nobody yet.
  private let places: FixedBuffer<Int32>
  /// Where the places of each table begin.
  private let starts: FixedBuffer<Int>
  /// For each counted table the cell of the last respondent, then its place among those counted.
  private let cells: FixedBuffer<Int>
  private var bits: SheetBits
  private var counter: BitCounter
  /// The group of those areas of every sheet that have a level for each competency.
  private let whole: Int

  /// Counts nobody yet.
  ///
  /// - Parameter tables: the tables wanted besides that of everybody, each by one or two groupings.
  package init(framework: Framework, tables: [[Grouping]] = []) {
    self.framework = framework
    plan = CountLayout(tables, joiningUpTo: Self.smallTable)
    bits = SheetBits(framework: framework)
    roleCount = framework.roles.count
    var (steps, groups, starts, end) = ([Step](), [UInt8](), [Int](), 0)
    for (table, groupings) in plan.counted.enumerated() {
      for grouping in groupings {
        guard let code = grouping.code else { continue }
        steps.append(
          Step(
            table: table, position: code.position, codes: groups.count,
            size: grouping.groups.count))
        groups += code.groups
      }
      starts.append(end)
      end += groupings.reduce(roleCount + 1) { $0 * $1.groups.count }
    }
    self.steps = FixedBuffer(steps)
    self.groups = FixedBuffer(groups)
    self.starts = FixedBuffer(starts)
    places = FixedBuffer(repeating: -1, count: end)
    cells = FixedBuffer(repeating: 0, count: starts.count)
    counter = BitCounter(width: bits.layout.width, capacity: end + 1)
    whole = counter.addGroup()
  }

  /// Counts one respondent.
  ///
  /// - Parameters:
  ///   - role: the place of the role in the framework; any other number, and `nil`, for none.
  ///   - background: the codes of a `BackgroundSheet`.
  ///   - sheet: the codes of an `AnswerSheet`, one a competency.
  package mutating func add(role: Int?, background: RawSpan, sheet: RawSpan) {
    let role = role.flatMap { (0..<roleCount).contains($0) ? $0 : nil } ?? roleCount
    for table in 0..<cells.count { cells[table] = 0 }
    for place in 0..<steps.count {
      let step = steps[place]
      let code = background.unsafeLoad(fromByteOffset: step.position, as: UInt8.self) & 0x7F
      cells[step.table] = cells[step.table] * step.size + Int(groups[step.codes + Int(code)])
    }
    bits.read(sheet)
    for table in 0..<cells.count {
      let place = starts[table] + cells[table] * (roleCount + 1) + role
      if places[place] < 0 { places[place] = Int32(counter.addGroup()) }
      cells[table] = Int(places[place])
    }
    bits.add(to: cells, whole: whole, of: &counter)
  }

  /// Ends counting.
  ///
  /// - Throws: `Unreadable` when any sheet held a character that is no code of the scale.
  package consuming func counts() throws(Unreadable) -> CampaignCounts {
    guard bits.isReadable else { throw Unreadable() }
    counter.finish()
    var counted: [LevelTable] = []
    for (table, groupings) in plan.counted.enumerated() {
      let count = groupings.reduce(1) { $0 * $1.groups.count }
      var cells: [LevelCounts] = []
      for cell in 0..<count { cells.append(levelCounts(table: table, cell: cell)) }
      counted.append(LevelTable(groupings: groupings, cells: cells))
    }
    return CampaignCounts(
      framework: framework, plan: plan, counted: counted, areas: areaSums(),
      coreForms: bits.coreForms)
  }

  private func levelCounts(table: Int, cell: Int) -> LevelCounts {
    var counts = LevelCounts(framework: framework)
    let roles = roleCount + 1
    for role in 0..<roles {
      let group = Int(places[starts[table] + cell * roles + role])
      guard group >= 0 else { continue }
      counts.add(
        role: role, people: counter.rows(group: group), raters: raters(group),
        count: { competency, code in count(group, competency, code) })
    }
    return counts
  }

  private func areaSums() -> [AreaSums] {
    zip(framework.positionsByArea, raters(whole)).enumerated().map { area, known in
      let (positions, people) = known
      var sums = AreaSums(competencies: positions.count)
      sums.people = people
      sums.squaredTotals = bits.squaredTotals(ofArea: area)
      for (place, position) in positions.enumerated() {
        for (code, step) in framework.scale.steps.enumerated() {
          sums.add(count(whole, position, code), level: step.level.rank, competency: place)
        }
      }
      return sums
    }
  }

  /// How many of a group gave the answer of a code to a competency.
  private func count(_ group: Int, _ competency: Int, _ code: Int) -> Int {
    let place = bits.layout.place(competency: competency, code: code)
    return counter.count(group: group, byte: place.byte, bit: place.bit)
  }

  /// For each area how many of a group rated any of its competencies.
  private func raters(_ group: Int) -> [Int] {
    bits.layout.flagBytes.map { counter.count(group: group, byte: $0, bit: 0) }
  }
}
