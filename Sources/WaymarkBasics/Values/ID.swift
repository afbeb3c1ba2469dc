/// The name of one thing in a document: a competency, an area, a role.
///
/// 1 to 64 ASCII characters: a letter or digit, then letters, digits, `.`, `_` and `-`.
/// Two ids that differ only in case are different values, but no document may hold both.
/// `Subject` keeps the ids of different kinds of thing apart and holds no value.
public struct ID<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as it is written in the document.
  public let description: String

  /// Makes an id, or `nil` when the text does not have the form of one.
  public init?(_ text: String) {
    guard Self.isWellFormed(text.utf8) else { return nil }
    description = text
  }

  /// The id in lower case: equal for ids that no document may hold side by side.
  public var folded: String { description.lowercased() }

  /// Orders by the bytes of the ids, the same on every machine.
  public static func < (left: Self, right: Self) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func isWellFormed(_ bytes: String.UTF8View) -> Bool {
    guard let first = bytes.first, first.isLetterOrDigit, bytes.count <= 64 else { return false }
    return bytes.allSatisfy {
      $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      false
    }
  }
}
