/// Reads JSON as RFC 8259 has it, and less leniently than other readers where they differ.
///
/// No key twice in an object, whatever escapes it is written with; no comma without a value behind
/// it, no comments, no `NaN`, no half of a surrogate pair. A byte order mark in front is passed over.
package struct JSONScanner {
  /// How many objects and lists may stand in one another.
  package static let depth = 32

  private let bytes: [UInt8]
  private var offset = 0

  private struct Stop: Error {
    let fault: JSONFault
    let offset: Int
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the bytes hold.
  ///
  /// - Throws: the first fault. Time and memory are linear in the bytes.
  package static func tree(of bytes: [UInt8]) throws(JSONFault.Placed) -> JSONTree {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault.Placed(fault: .notUTF8, place: LineAndColumn())
    }
    var scanner = JSONScanner(bytes)
    do throws(Stop) {
      return try scanner.document()
    } catch {
      throw JSONFault.Placed(fault: error.fault, place: place(of: error.offset, in: bytes))
    }
  }

  package static func place(of offset: Int, in bytes: [UInt8]) -> LineAndColumn {
    let before = bytes[..<min(offset, bytes.count)]
    let lineFeed = UInt8(ascii: "\n")
    let line = before.lastIndex(of: lineFeed).map { before[($0 + 1)...] } ?? before
    let mark = before.starts(with: byteOrderMark) && line.startIndex == 0 ? 1 : 0
    return LineAndColumn(
      line: before.count { $0 == lineFeed } + 1,
      // The bytes behind the first one of a character begin with the bits 10.
      column: line.count { $0 & 0xC0 != 0x80 } + 1 - mark)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func document() throws(Stop) -> JSONTree {
    if bytes.starts(with: Self.byteOrderMark) { offset = Self.byteOrderMark.count }
    skipBlanks()
    let tree = try value(depth: 0)
    skipBlanks()
    guard offset == bytes.count else { throw stop(.afterEnd) }
    return tree
  }

  /// - Parameter depth: how many objects and lists the value stands in.
  private mutating func value(depth: Int) throws(Stop) -> JSONTree {
    let start = offset
    switch try next() {
    case UInt8(ascii: "{"): return JSONTree(offset: start, content: try object(depth: depth + 1))
    case UInt8(ascii: "["): return JSONTree(offset: start, content: try list(depth: depth + 1))
    case UInt8(ascii: "\""): return JSONTree(offset: start, content: .text(try text()))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONTree(offset: start, content: .number(try number()))
    default: return JSONTree(offset: start, content: try word())
    }
  }

  private mutating func object(depth: Int) throws(Stop) -> JSONTree.Content {
    var members: [JSONTree.Member] = []
    var places: [String: Int] = [:]
    try elements(until: UInt8(ascii: "}"), depth: depth) { scanner throws(Stop) in
      let start = scanner.offset
      guard try scanner.next() == UInt8(ascii: "\"") else { throw scanner.unexpected() }
      let key = try scanner.text()
      // Swift takes two spellings of one character for the same key, and so would everything after.
      if let first = places.updateValue(start, forKey: key) {
        let line = Self.place(of: first, in: scanner.bytes).line ?? 1
        throw Stop(fault: .doubledKey(key, line: line), offset: start)
      }
      scanner.skipBlanks()
      guard try scanner.next() == UInt8(ascii: ":") else { throw scanner.unexpected() }
      scanner.offset += 1
      scanner.skipBlanks()
      members.append(.init(key: key, offset: start, value: try scanner.value(depth: depth)))
    }
    return .object(members)
  }

  private mutating func list(depth: Int) throws(Stop) -> JSONTree.Content {
    var values: [JSONTree] = []
    try elements(until: UInt8(ascii: "]"), depth: depth) { scanner throws(Stop) in
      values.append(try scanner.value(depth: depth))
    }
    return .list(values)
  }

  /// What stands between two brackets, separated by commas.
  private mutating func elements(
    until end: UInt8, depth: Int, _ element: (inout JSONScanner) throws(Stop) -> Void
  ) throws(Stop) {
    guard depth <= Self.depth else { throw stop(.tooDeep) }
    offset += 1
    skipBlanks()
    if try next() == end {
      offset += 1
      return
    }
    while true {
      try element(&self)
      skipBlanks()
      let byte = try next()
      guard byte == end || byte == UInt8(ascii: ",") else { throw unexpected() }
      let comma = offset
      offset += 1
      if byte == end { return }
      skipBlanks()
      if try next() == end { throw Stop(fault: .danglingComma, offset: comma) }
    }
  }

  /// The text whose opening quote is next.
  private mutating func text() throws(Stop) -> String {
    var units: [UInt8] = []
    offset += 1
    while true {
      switch try next() {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units += try escaped().utf8
      case 0..<0x20: throw stop(.text)
      case let byte:
        units.append(byte)
        offset += 1
      }
    }
  }

  private static let escapes: [UInt8: Character] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// The character whose backslash is next.
  private mutating func escaped() throws(Stop) -> Character {
    let fault = stop(.text)
    offset += 1
    if let character = Self.escapes[try next()] {
      offset += 1
      return character
    }
    var units = [try unit(fault)]
    if UTF16.isLeadSurrogate(units[0]) {
      guard try next() == UInt8(ascii: "\\") else { throw fault }
      offset += 1
      units.append(try unit(fault))
    }
    guard let text = String(validating: units, as: UTF16.self), let character = text.first else {
      throw fault
    }
    return character
  }

  /// Four hexadecimal digits behind the `u` that is next.
  private mutating func unit(_ fault: Stop) throws(Stop) -> UInt16 {
    guard try next() == UInt8(ascii: "u") else { throw fault }
    offset += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try next())).hexDigitValue else { throw fault }
      unit = unit << 4 | UInt16(truncatingIfNeeded: digit)
      offset += 1
    }
    return unit
  }

  private mutating func number() throws(Stop) -> String {
    let start = offset
    let text = run { "+-.eE".utf8.contains($0) || (0x30...0x39).contains($0) }
    guard Self.isNumber(text) else { throw Stop(fault: .number(text), offset: start) }
    return text
  }

  /// Whether a text is a number: `-12.5e+3`, without zeros in front.
  private static func isNumber(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let plain = parts[0].hasPrefix("-") ? parts[0].dropFirst() : parts[0]
    let digits = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.count <= 2, digits.allSatisfy(\.isDigits),
      digits[0] == "0" || !digits[0].hasPrefix("0")
    else { return false }
    guard parts.count == 2 else { return true }
    return (parts[1].hasPrefix("+") || parts[1].hasPrefix("-") ? parts[1].dropFirst() : parts[1])
      .isDigits
  }

  private mutating func word() throws(Stop) -> JSONTree.Content {
    let start = offset
    switch run({ (0x61...0x7A).contains($0) }) {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "null": return .null
    default:
      offset = start
      throw unexpected()
    }
  }

  private mutating func run(_ belongs: (UInt8) -> Bool) -> String {
    let run = bytes[offset...].prefix(while: belongs)
    offset = run.endIndex
    return String(decoding: run, as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
  }

  private func next() throws(Stop) -> UInt8 {
    guard offset < bytes.count else { throw stop(.endsEarly) }
    return bytes[offset]
  }

  private func stop(_ fault: JSONFault) -> Stop { Stop(fault: fault, offset: offset) }

  /// What stands here, up to the next blank or mark of JSON's own, as a fault.
  private func unexpected() -> Stop {
    let rest = String(decoding: bytes[offset...].prefix(240), as: UTF8.self)
    let word = rest.prefix { !$0.isWhitespace && !",:{}[]\"".contains($0) }
    return stop(.unexpected(String(word.isEmpty ? rest.prefix(1) : word)))
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

/// Why a file cannot be read as JSON.
package enum JSONFault: Error, Hashable, Sendable {
  /// Bytes that are not UTF-8.
  case notUTF8
  /// The file ends before its value does.
  case endsEarly
  /// Something that JSON does not have, or not there: comments, `NaN`, single quotes.
  case unexpected(String)
  /// A comma without anything behind it.
  case danglingComma
  /// A key that an object has already, on this line.
  case doubledKey(String, line: Int)
  /// A number that is not written as JSON writes numbers.
  case number(String)
  /// A text with a control character, an escape that JSON does not have, or half of a character.
  case text
  /// More than `JSONScanner.depth` objects and lists in one another.
  case tooDeep
  /// Something behind the value.
  case afterEnd

  /// A fault and where it is.
  package struct Placed: Error, Hashable, Sendable {
    package let fault: JSONFault
    /// Where it is; columns count Unicode scalars.
    package let place: LineAndColumn

    package init(fault: JSONFault, place: LineAndColumn) {
      self.fault = fault
      self.place = place
    }
  }
}

extension JSONFault {
  /// What is wrong.
  package var what: String {
    switch self {
    case .notUTF8: "the file is not UTF-8"
    case .doubledKey(let key, let line):
      "the key \(key.excerpt) is there twice, first on line \(line)"
    case .endsEarly: "the file is not JSON: it ends too early"
    case .unexpected(let text): "the file is not JSON: \(text.excerpt) cannot stand here"
    case .danglingComma: "the file is not JSON: nothing follows the comma"
    case .number(let text): "the file is not JSON: \(text.excerpt) is not written as a number"
    case .text: "the file is not JSON: this text holds a character that must be written otherwise"
    case .tooDeep: "the file is not JSON of Waymark: values stand too deep in one another"
    case .afterEnd: "the file is not JSON: something follows its end"
    }
  }
}
