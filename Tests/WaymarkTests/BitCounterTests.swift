import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

@Suite struct BitCounterTests {
  /// Around every power of two at which rows are carried or added to whole numbers.
  @Test(arguments: [0, 1, 2, 3, 4, 255, 256, 257, 4_094, 4_095, 4_096, 8_190, 8_191, 9_000])
  func `Bits are counted as one by one`(rows: Int) {
    let width = 2
    var random = SplitMix64(seed: UInt64(rows))
    var counter = BitCounter(width: width, capacity: 2)
    let (group, other) = (counter.addGroup(), counter.addGroup())
    var expected = Array(repeating: 0, count: width * 16 * 8)
    let row = FixedBuffer(repeating: BitCounter.Row(), count: width)
    for number in 0..<rows {
      for vector in 0..<width {
        // A byte that always counts, one that never does, and others at random.
        var bytes = BitCounter.Row()
        for byte in 0..<16 { bytes[byte] = UInt8(random.number(below: 256)) }
        bytes[0] = .max
        bytes[1] = 0
        row[vector] = bytes
        for byte in 0..<16 {
          for bit in 0..<8 where bytes[byte] >> bit & 1 == 1 {
            expected[(vector * 16 + byte) * 8 + bit] += 1
          }
        }
      }
      counter.add(row, to: group)
      if number % 3 == 0 { counter.add(row, to: other) }
    }
    counter.finish()
    #expect(counter.rows(group: group) == rows)
    #expect(counter.rows(group: other) == (rows + 2) / 3)
    let found = (0..<width * 16).flatMap { byte in
      (0..<8).map { counter.count(group: group, byte: byte, bit: $0) }
    }
    #expect(found == expected)
    #expect(counter.count(group: other, byte: 0, bit: 7) == (rows + 2) / 3)
  }
}
