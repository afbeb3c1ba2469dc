/// The 64-bit hash FNV-1a (Fowler, Noll, Vo): the same on every machine, and a guard against nobody.
struct FNV1a {
  /// The hash of the bytes so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }
}
