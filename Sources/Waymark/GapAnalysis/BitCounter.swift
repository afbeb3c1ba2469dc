/// Counts how many rows of a group have each of their bits set, without looking at one bit alone.
///
/// The positional population count by carry-save adders: M. D. R. Klarqvist, W. Muła, D. Lemire,
/// "Efficient Computation of Positional Population Counts Using SIMD Instructions", Concurrency and
/// Computation 33 (2021), e6304. A group has, for each power of two below 256, a row of sums and
/// perhaps a row that waits for a second one; two rows and the sums make new sums and a row that is
/// worth twice as much. Before there are 256 rows they are added to whole numbers.
struct BitCounter: ~Copyable {
  typealias Row = SIMD16<UInt8>

  private static let powers = 8

  /// How many vectors make one row.
  private let width: Int
  /// For each group: for each power of two a row of sums, then the one that waits.
  private var planes: [UnsafeMutablePointer<Row>] = []
  /// How many rows of a group are in its planes alone: its bits tell which planes wait.
  private var pending: [UInt8] = []
  /// How many rows each group has had.
  private(set) var rows: [UInt32] = []
  /// For each group, bit of a byte and byte of a row, how many rows had it set.
  private var wide: [UInt32] = []
  private let carry: FixedBuffer<Row>

  /// - Parameter width: how many vectors make one row.
  init(width: Int) {
    self.width = width
    carry = FixedBuffer(repeating: Row(), count: width)
  }

  deinit { for group in planes { group.deallocate() } }

  /// The vectors of one group.
  private var size: Int { 2 * Self.powers * width }

  /// Begins a group of no rows, and gives its place.
  mutating func addGroup() -> Int {
    let group = UnsafeMutablePointer<Row>.allocate(capacity: size)
    group.initialize(repeating: Row(), count: size)
    planes.append(group)
    wide.append(contentsOf: repeatElement(0, count: 8 * Row.scalarCount * width))
    pending.append(0)
    rows.append(0)
    return rows.count - 1
  }

  /// Adds a row to a group.
  mutating func add(_ row: borrowing FixedBuffer<Row>, to group: Int) {
    let taken = pending[group]
    var sums = planes[group]
    var added = row.values
    for _ in 0..<(~taken).trailingZeroBitCount {
      let waiting = sums + width
      for vector in 0..<width {
        let (sum, second, third) = (sums[vector], waiting[vector], added[vector])
        let partial = sum ^ second
        sums[vector] = partial ^ third
        carry[vector] = sum & second | partial & third
      }
      added = carry.values
      sums += 2 * width
    }
    for vector in 0..<width { sums[width + vector] = added[vector] }
    rows[group] += 1
    pending[group] = taken + 1
    if taken + 1 == .max { spill(group) }
  }

  /// Adds all that is pending to whole numbers.
  mutating func finish() {
    for group in rows.indices { spill(group) }
  }

  /// How many rows of a group have a bit set, once all is finished.
  func count(group: Int, byte: Int, bit: Int) -> Int {
    Int(wide[(group * 8 + bit) * width * Row.scalarCount + byte])
  }

  private mutating func spill(_ group: Int) {
    let (planes, taken) = (planes[group], pending[group])
    for bit in 0..<8 {
      let mask = Row(repeating: 1 << UInt8(bit))
      for vector in 0..<width {
        var sum = Row()
        for power in 0..<Self.powers {
          let worth = Row(repeating: 1 << UInt8(power))
          let sums = planes + 2 * power * width + vector
          sum &+= worth.replacing(with: Row(), where: sums.pointee & mask .== Row())
          if taken >> power & 1 == 1 {
            sum &+= worth.replacing(with: Row(), where: sums[width] & mask .== Row())
          }
        }
        let start = ((group * 8 + bit) * width + vector) * Row.scalarCount
        for byte in 0..<Row.scalarCount { wide[start + byte] += UInt32(sum[byte]) }
      }
    }
    planes.update(repeating: Row(), count: size)
    pending[group] = 0
  }
}
