/// Turns growing offsets into columns without looking at more bytes than it must.
struct ColumnCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var latest = (offset: 0, column: 1)

  /// Counts in bytes of UTF-8 that stay where they are for the life of the counter.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The column of an offset in characters (Unicode scalars), from 1.
  ///
  /// Goes back to the beginning of the line or to the offset of the last call, whichever is nearer:
  /// a document on a single line must not be read again for every element.
  mutating func column(at target: Int) -> Int {
    var offset = min(target, bytes.count)
    var characters = 0
    while offset > latest.offset {
      let byte = bytes[offset - 1]
      if byte == UInt8(ascii: "\n") {
        latest = (target, characters + 1)
        return latest.column
      }
      // The first byte of each character alone: the others of UTF-8 begin with the bits 10.
      if byte & 0xC0 != 0x80 { characters += 1 }
      offset -= 1
    }
    latest = (target, latest.column + characters)
    return latest.column
  }
}
