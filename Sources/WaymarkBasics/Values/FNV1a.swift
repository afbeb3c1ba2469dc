/// A 64-bit hash after FNV-1a (Fowler, Noll, Vo): the same on every machine, a guard against nobody.
///
/// Texts and single bytes give what FNV-1a gives, arrays of bytes something of our own.
package struct FNV1a {
  /// The hash of what was added so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ byte: UInt8) { add(UInt64(byte)) }

  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// Adds many bytes, eight at a time, the first as the lowest; not the same as one by one.
  package mutating func add(_ bytes: [UInt8]) {
    var place = 0
    while place + 8 <= bytes.count {
      add(
        UInt64(
          littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        ))
      place += 8
    }
    for byte in bytes[place...] { add(byte) }
  }

  private mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x100_0000_01B3 }
}
