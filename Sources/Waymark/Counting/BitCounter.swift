/// Counts how many rows of a group have each of their bits set, without looking at one bit alone.
///
/// The positional population count by carry-save adders: M. D. R. Klarqvist, W. Muła, D. Lemire,
/// "Efficient Computation of Positional Population Counts Using SIMD Instructions", Concurrency and
/// Computation 33 (2021), e6304. A group has, for each power of two below 4,096, a row of sums and
/// perhaps a row that waits for a second one; two rows and the sums make new sums and a row that is
/// worth twice as much. Before there are 4,096 rows they are added to whole numbers.
struct BitCounter: ~Copyable {
  typealias Row = SIMD16<UInt8>

  private struct Group {
    /// For each power of two a row of sums, then the one that waits.
    var planes = UnsafeMutableBufferPointer<Row>(start: nil, count: 0)
    /// How many rows are in the planes alone: its bits tell which planes wait.
    var pending: UInt16 = 0
    /// How many rows are in whole numbers.
    var rows = 0
  }

  private static let powers = 12

  /// How many vectors make one row.
  private let width: Int
  private let groups: FixedBuffer<Group>
  private var count = 0
  /// For each group, bit of a byte and byte of a row, in how many rows it was set.
  private var wide: [UInt32] = []
  private let carry: FixedBuffer<Row>

  /// - Parameters:
  ///   - width: how many vectors make one row.
  ///   - capacity: how many groups there may be; those without a row take next to no memory.
  init(width: Int, capacity: Int) {
    self.width = width
    groups = FixedBuffer(repeating: Group(), count: capacity)
    carry = FixedBuffer(repeating: Row(), count: width)
  }

  deinit { for group in 0..<count { groups[group].planes.deallocate() } }

  /// Begins a group of no rows, and gives its place.
  mutating func addGroup() -> Int {
    precondition(count < groups.count)
    let planes = UnsafeMutableBufferPointer<Row>.allocate(capacity: 2 * Self.powers * width)
    planes.initialize(repeating: Row())
    groups[count] = Group(planes: planes)
    wide.append(contentsOf: repeatElement(0, count: 8 * width * Row.scalarCount))
    count += 1
    return count - 1
  }

  mutating func add(_ row: borrowing FixedBuffer<Row>, to group: Int) {
    let (planes, pending) = (groups[group].planes, groups[group].pending)
    var (first, added) = (0, row.values)
    for _ in 0..<(~pending).trailingZeroBitCount {
      for place in 0..<width {
        let (sum, second) = (planes[first + place], planes[first + width + place])
        let third = added[place]
        let partial = sum ^ second
        planes[first + place] = partial ^ third
        carry[place] = sum & second | partial & third
      }
      added = carry.values
      first += 2 * width
    }
    for place in 0..<width { planes[first + width + place] = added[place] }
    groups[group].pending = pending + 1
    if pending + 1 == 1 << Self.powers - 1 { spill(group) }
  }

  /// Adds all that is pending to whole numbers.
  mutating func finish() {
    for group in 0..<count { spill(group) }
  }

  /// How many rows a group has, once all is finished.
  func rows(group: Int) -> Int { groups[group].rows }

  /// How many rows of a group have a bit set, once all is finished.
  func count(group: Int, byte: Int, bit: Int) -> Int {
    Int(wide[(group * 8 + bit) * width * Row.scalarCount + byte])
  }

  private mutating func spill(_ group: Int) {
    let (planes, pending) = (groups[group].planes, groups[group].pending)
    for bit in 0..<8 {
      let mask = Row(repeating: 1 << UInt8(bit))
      for vector in 0..<width {
        // The sums and those that wait, each below 256, and both in units of 256.
        var (low, waiting, high) = (Row(), Row(), Row())
        for power in 0..<Self.powers {
          let sums = 2 * power * width + vector
          let worth = Row(repeating: 1 << UInt8(power & 7))
          let sum = worth.replacing(with: Row(), where: planes[sums] & mask .== Row())
          let waits = pending >> power & 1 == 1 ? planes[sums + width] & mask : Row()
          let next = worth.replacing(with: Row(), where: waits .== Row())
          if power < 8 {
            low &+= sum
            waiting &+= next
          } else {
            high &+= sum &+ next
          }
        }
        let start = ((group * 8 + bit) * width + vector) * Row.scalarCount
        for byte in 0..<Row.scalarCount {
          wide[start + byte] += UInt32(low[byte]) + UInt32(waiting[byte]) + UInt32(high[byte]) << 8
        }
      }
    }
    planes.update(repeating: Row())
    groups[group].rows += Int(pending)
    groups[group].pending = 0
  }
}
