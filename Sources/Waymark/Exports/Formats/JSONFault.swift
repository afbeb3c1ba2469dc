/// Why a file cannot be read as JSON.
public enum JSONFault: Error, Hashable, Sendable {
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
  public struct Placed: Error, Hashable, Sendable {
    /// The fault.
    public let fault: JSONFault
    /// Where it is; columns count Unicode scalars.
    public let place: LineAndColumn
  }

  /// What is wrong.
  public var what: String {
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
