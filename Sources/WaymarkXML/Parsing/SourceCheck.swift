import Waymark
import WaymarkBasics

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
    if let offset = bytes.withUnsafeBytes(Bytes.firstOutsideUTF8) {
      return Finding(.notUTF8(byte: offset + 1), at: place(of: offset, in: file, from: start))
    }
    // The least of all bytes is found many times faster than the first zero.
    if bytes.reduce(UInt8.max, { min($0, $1) }) == 0, let offset = bytes.firstIndex(of: 0) {
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
    guard bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let declaration = String(decoding: bytes[..<end], as: UTF8.self)
    guard let name = declaration.firstRange(of: "encoding")?.upperBound else { return nil }
    let value = declaration[name...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }

  /// Where a `<` stands that has too many bytes before the next.
  private static func longTag(_ bytes: [UInt8]) -> Int? {
    let mark = UInt8(ascii: "<")
    // A stretch that is too long covers a whole window of half its length, so that nearly all
    // windows are left at their first tag.
    let window = Limits.tag / 2
    for start in stride(from: 0, to: bytes.count, by: window) {
      guard !bytes[start..<min(start + window, bytes.count)].contains(mark) else { continue }
      let previous = bytes[..<start].lastIndex(of: mark) ?? 0
      let next = bytes[start...].firstIndex(of: mark) ?? bytes.count
      if next - previous > Limits.tag { return previous }
    }
    return nil
  }

  private static func place(of offset: Int, in file: SourceFile, from start: Int) -> Place {
    let before = file.bytes[start..<max(start, offset)]
    let lineFeed = UInt8(ascii: "\n")
    let line = before.lastIndex(of: lineFeed).map { before[($0 + 1)...] } ?? before
    return Place(
      file: file.name, line: before.count { $0 == lineFeed } + 1,
      column: String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
  }
}
