/// Counts the answer sheets of a campaign in one pass, for everybody and for every group of tables.
///
/// A group's counts are kept by target role, so that everybody is compared with what is usual for
/// their own role; tables by role, and of everybody, are sums of the others. Memory depends on the
/// framework and on the groups that occur, not on the number of respondents. Counters of parts of a
/// campaign give counts that can be added.
///
/// Sheets are read sixteen competencies at a time: a byte for each competency and code counts the
/// sheets that do *not* hold the code, until there are 255 of a group; then the bytes are added to
/// whole numbers.
public struct SheetCounter: ~Copyable {
  /// A sheet held a character that is no answer to its competency.
  public struct Unreadable: Error, Hashable, Sendable {}

  private typealias Vector = SIMD2<UInt64>

  private let framework: Framework
  private let plan: CountPlan
  /// The codes that are counted, in the order of `LevelCounts.add`.
  private let codes: [Vector]
  private let vectors: Int
  private let roleCount: Int
  /// For each cell of each counted table and each role, where its bytes are; -1 for nobody yet.
  private var blocks: [[Int32]]
  private var narrow: [Vector] = []
  private var wide: [UInt32] = []
  /// How many sheets of a block are in its bytes alone, and how many it has in all.
  private var pending: [UInt8] = []
  private var people: [UInt32] = []
  /// A sheet, padded to whole vectors.
  private var padded: [Vector]
  private var touched: [Int]
  private var sums: AreaSums.Counter

  private static let ones = Vector(repeating: 0x0101_0101_0101_0101)
  private static let sevens = Vector(repeating: 0x7F7F_7F7F_7F7F_7F7F)
  /// A byte that is no code of a sheet.
  private static let padding = UInt64(0)

  /// Counts nobody yet.
  ///
  /// - Parameter tables: the tables wanted besides that of everybody, each by one or two groupings.
  public init(framework: Framework, tables: [[Grouping]] = []) {
    self.framework = framework
    plan = CountPlan(tables)
    roleCount = framework.roles.count
    let levels = framework.scale.steps.map { AnswerSheet.code(of: .level($0.level)) }
    codes = (levels + AnswerSheet.otherCodes).map { code in
      Vector(repeating: UInt64(code) &* 0x0101_0101_0101_0101)
    }
    vectors = (framework.competencies.count + 15) / 16
    padded = Array(repeating: Vector(repeating: Self.padding), count: vectors)
    let roles = roleCount + 1
    blocks = plan.counted.map { table in
      Array(repeating: -1, count: table.reduce(1) { $0 * $1.groups.count } * roles)
    }
    touched = Array(repeating: 0, count: plan.counted.count)
    sums = AreaSums.Counter(framework: framework)
  }

  /// How many vectors hold the bytes of one block: those of each code, then a byte an area.
  private var stride: Int { codes.count * vectors + sums.flagVectors }

  /// Counts one respondent.
  ///
  /// - Parameters:
  ///   - role: the place of the role in the framework; `nil` for none.
  ///   - background: the codes of a `BackgroundSheet`.
  ///   - sheet: the codes of an `AnswerSheet`, one a competency.
  public mutating func add(role: Int?, background: RawSpan, sheet: RawSpan) {
    precondition(sheet.byteCount == framework.competencies.count)
    let role = role.flatMap { $0 < roleCount ? $0 : nil } ?? roleCount
    for (place, table) in plan.counted.enumerated() {
      var cell = 0
      for grouping in table {
        cell = cell * grouping.groups.count + grouping.group(role: role, background: background)
      }
      touched[place] = block(table: place, cell: cell * (roleCount + 1) + role)
    }
    padded.withUnsafeMutableBytes { padded in
      sheet.withUnsafeBytes { padded.copyMemory(from: $0) }
    }
    sums.add(padded)
    count()
  }

  private mutating func count() {
    let stride = stride
    let flags = sums.flags
    let base = codes.count * vectors
    narrow.withUnsafeMutableBufferPointer { narrow in
      for vector in 0..<vectors {
        let sheet = padded[vector]
        for code in codes.indices {
          let misses = (((sheet ^ codes[code]) &+ Self.sevens) &>> 7) & Self.ones
          let place = code * vectors + vector
          for block in touched { narrow[block * stride + place] &+= misses }
        }
      }
      for (place, flag) in flags.enumerated() {
        for block in touched { narrow[block * stride + base + place] &+= flag }
      }
    }
    for block in touched {
      people[block] += 1
      pending[block] += 1
      if pending[block] == .max { spill(block) }
    }
  }

  private mutating func block(table: Int, cell: Int) -> Int {
    let known = blocks[table][cell]
    if known >= 0 { return Int(known) }
    let block = pending.count
    blocks[table][cell] = Int32(block)
    pending.append(0)
    people.append(0)
    narrow.append(contentsOf: repeatElement(Vector(repeating: 0), count: stride))
    wide.append(contentsOf: repeatElement(0, count: stride * 16))
    return block
  }

  private mutating func spill(_ block: Int) {
    let range = block * stride..<(block + 1) * stride
    narrow[range].withUnsafeBytes { bytes in
      for (place, count) in bytes.enumerated() {
        wide[block * stride * 16 + place] += UInt32(count)
      }
    }
    for place in range { narrow[place] = Vector(repeating: 0) }
    pending[block] = 0
  }

  /// Ends counting.
  ///
  /// - Throws: `Unreadable` when any sheet held a character that is no code of the scale.
  public consuming func counts() throws(Unreadable) -> GroupedCounts {
    for block in pending.indices { spill(block) }
    var counted: [CountTable] = []
    for (table, groupings) in plan.counted.enumerated() {
      var cells: [LevelCounts] = []
      for cell in 0..<blocks[table].count / (roleCount + 1) {
        cells.append(try levelCounts(table: table, cell: cell))
      }
      counted.append(CountTable(groupings: groupings, cells: cells))
    }
    return GroupedCounts(
      framework: framework, plan: plan, counted: counted, areas: sums.sums)
  }

  private func levelCounts(table: Int, cell: Int) throws(Unreadable) -> LevelCounts {
    var counts = LevelCounts(framework: framework)
    for role in 0...roleCount {
      let block = Int(blocks[table][cell * (roleCount + 1) + role])
      guard block >= 0 else { continue }
      let people = people[block]
      let start = block * stride * 16
      let isWhole = counts.add(
        role: role, people: Int(people),
        raters: framework.areas.indices.map { area in
          Int(wide[start + codes.count * vectors * 16 + area])
        },
        count: { position, code in
          Int(people - wide[start + (code * vectors * 16) + position])
        })
      guard isWhole else { throw Unreadable() }
    }
    return counts
  }
}
