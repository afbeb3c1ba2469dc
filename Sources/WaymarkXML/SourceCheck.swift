import Waymark

/// Looks at a document's bytes before the XML library sees them.
///
/// Waymark reads UTF-8, with or without a byte order mark, and refuses everything else: then every
/// offset is one of the file, and nothing is ever decoded by guesswork.
struct SourceCheck {
  /// Where the document begins: behind the byte order mark, if there is one.
  let start: Int
  /// What makes the bytes unreadable.
  let finding: Finding<DocumentProblem>?

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ file: SourceFile) {
    start = file.bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    finding = Self.finding(in: file, from: start)
  }

  private static func finding(
    in file: SourceFile, from start: Int
  ) -> Finding<DocumentProblem>? {
    let bytes = file.bytes
    let whole = Place(file: file.name)
    guard bytes.count <= Limits.file else {
      return Finding(.tooLarge(.file, limit: Limits.file), at: whole)
    }
    guard bytes[start...].contains(where: { $0 > 0x20 }) else { return Finding(.empty, at: whole) }
    let top = Place(file: file.name, line: 1, column: 1)
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      return Finding(.otherEncoding("UTF-16"), at: top)
    }
    if let name = declaredEncoding(bytes[start...]), name.lowercased() != "utf-8" {
      return Finding(.otherEncoding(name), at: top)
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      return Finding(
        .notUTF8(byte: error.byteOffsets.lowerBound + 1),
        at: place(of: error.byteOffsets.lowerBound, in: file, from: start))
    }
    if let offset = bytes.firstIndex(of: 0) {
      return Finding(
        .forbiddenCharacter(byte: offset + 1), at: place(of: offset, in: file, from: start))
    }
    if let offset = longTag(bytes) {
      return Finding(
        .tooLarge(.tag, limit: Limits.tag), at: place(of: offset, in: file, from: start))
    }
    return nil
  }

  /// The encoding that the XML declaration names; `nil` without one.
  private static func declaredEncoding(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")),
      let name = String(decoding: bytes[..<end], as: UTF8.self)
        .firstMatch(of: /\sencoding\s*=\s*["']([^"']*)["']/)?.1
    else { return nil }
    return String(name)
  }

  /// Where a `<` stands that has too many bytes before the next.
  private static func longTag(_ bytes: [UInt8]) -> Int? {
    var previous = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") {
      if offset - previous > Limits.tag { return previous }
      previous = offset
    }
    return bytes.count - previous > Limits.tag ? previous : nil
  }

  private static func place(of offset: Int, in file: SourceFile, from start: Int) -> Place {
    file.bytes.withUnsafeBufferPointer {
      var lines = LineCounter(UnsafeBufferPointer(rebasing: $0[start...]))
      let (line, column) = lines.position(at: max(0, offset - start))
      return Place(file: file.name, line: line, column: column)
    }
  }
}
