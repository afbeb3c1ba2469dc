import FoundationEssentials

/// JSON documents whose bytes depend on their values alone.
public enum JSON {
  /// The document: keys sorted, two-space indentation, a line feed at the end.
  ///
  /// Characters that could steer a terminal or hide themselves are written as `\u009b`: another
  /// program reads the same text, and the file can be looked at anywhere.
  /// - Throws: `EncodingError` when a number is not finite; a value that cannot be estimated is
  ///   written as null with a reason instead.
  public static func document(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    guard text.unicodeScalars.contains(where: \.isHiddenOrSteering) else { return text }
    return text.unicodeScalars.map { $0.isHiddenOrSteering ? escaped($0) : String($0) }.joined()
  }

  static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
