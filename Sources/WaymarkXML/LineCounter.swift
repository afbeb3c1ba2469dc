/// Turns growing offsets into lines and columns, looking at every byte once.
struct LineCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1
  private var column = 1

  /// Counts in bytes of UTF-8 that stay where they are for the life of the counter.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The line, and the column in characters (Unicode scalars), both from 1; an offset smaller than
  /// the last is taken for the last.
  mutating func position(at target: Int) -> (line: Int, column: Int) {
    let end = min(target, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (line, column)
  }
}
