extension SIMD16<UInt8> {
  /// Whether every byte is 0.
  var isZero: Bool {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }

  /// The sum of bytes of at most 15.
  var sumOfDigits: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return Int(((halves[0] &+ halves[1]) &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// All bytes combined by "or".
  var union: UInt8 {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    var word = halves[0] | halves[1]
    for shift in [UInt64(32), 16, 8] { word |= word &>> shift }
    return UInt8(truncatingIfNeeded: word)
  }
}
