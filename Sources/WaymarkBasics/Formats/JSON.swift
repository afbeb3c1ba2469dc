import FoundationEssentials

/// JSON documents whose bytes depend on their values alone.
package enum JSON {
  /// The document: keys sorted, two-space indentation, a line feed at the end.
  ///
  /// Characters that could steer a terminal or hide themselves are written as `\u009b`: another
  /// program reads the same text, and the file can be looked at anywhere.
  /// - Throws: `EncodingError` when a number is not finite; a value that cannot be estimated is
  ///   written as null with a reason instead.
  package static func document(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    guard text.unicodeScalars.contains(where: \.isHiddenOrSteering) else { return text }
    return text.unicodeScalars.map { $0.isHiddenOrSteering ? escaped($0) : String($0) }.joined()
  }

  package static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

extension JSON {
  /// A piece of a JSON document that is put together by hand, with nulls where a key must stand.
  package indirect enum Value: Hashable, Sendable {
    /// Keys and values; written in the order of the keys.
    case object([String: Value])
    /// Values in order.
    case array([Value])
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A finite number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// No value.
    case null
  }
}

extension JSON {
  /// A number that JSON cannot hold.
  package struct NotFinite: Error, Hashable, Sendable {}

  /// The document of a value that was put together by hand, with the same bytes as that of an
  /// `Encodable` value.
  ///
  /// - Throws: `NotFinite`.
  package static func document(_ value: Value) throws(NotFinite) -> String {
    var text = ""
    try append(value, to: &text, line: "\n")
    return text + "\n"
  }

  /// - Parameter line: a line feed and the indentation of the value.
  private static func append(
    _ value: Value, to text: inout String, line: String
  ) throws(NotFinite) {
    switch value {
    case .object(let members):
      try append("{", "}", isEmpty: members.isEmpty, to: &text, line: line) {
        text, line throws(NotFinite) in
        for (place, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
          text += place == 0 ? line : "," + line
          append(member.key, to: &text)
          text += " : "
          try append(member.value, to: &text, line: line)
        }
      }
    case .array(let elements):
      try append("[", "]", isEmpty: elements.isEmpty, to: &text, line: line) {
        text, line throws(NotFinite) in
        for (place, element) in elements.enumerated() {
          text += place == 0 ? line : "," + line
          try append(element, to: &text, line: line)
        }
      }
    case .string(let string): append(string, to: &text)
    case .integer(let number): text += String(number)
    case .number(let number):
      guard number.isFinite else { throw NotFinite() }
      let digits = number.description
      text += digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    case .bool(let truth): text += truth ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func append(
    _ opening: String, _ closing: String, isEmpty: Bool, to text: inout String, line: String,
    _ elements: (_ text: inout String, _ line: String) throws(NotFinite) -> Void
  ) throws(NotFinite) {
    text += opening
    try elements(&text, line + "  ")
    text += isEmpty ? "\n" + line : line
    text += closing
  }

  private static func append(_ string: String, to text: inout String) {
    text += "\""
    let isPlain = string.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      text += string
    } else {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case "\r": text += "\\r"
        case "\u{8}": text += "\\b"
        case "\u{C}": text += "\\f"
        case _ where scalar.isHiddenOrSteering: text += escaped(scalar)
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
