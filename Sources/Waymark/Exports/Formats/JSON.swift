import FoundationEssentials

/// JSON documents whose bytes depend on their values alone.
public enum JSON {
  /// The document: keys sorted, two-space indentation, a line feed at the end.
  ///
  /// - Throws: `EncodingError` when a number is not finite; a value that cannot be estimated is
  ///   written as null with a reason instead.
  public static func document(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
