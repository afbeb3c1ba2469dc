/// The bytes of a document that a parser has not taken yet.
struct ByteSource {
  /// What is left.
  var rest: UnsafeBufferPointer<UInt8>

  /// Hands out as many bytes as fit; gives their number, 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    let count = min(buffer.count, rest.count)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(rest)[..<count]))
    rest = UnsafeBufferPointer(rebasing: rest[count...])
    return Int32(count)
  }
}
