public import Waymark

/// The bytes of a document and the name that the person knows it by.
public struct SourceFile: Hashable, Sendable {
  /// The file as the person named it; messages begin with it.
  public let name: String
  /// The whole content.
  public let bytes: [UInt8]

  /// Names bytes that were read already, whatever they were read from.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The kinds of document whose elements it names anywhere: more than its own, or none, is possible.
  ///
  /// - Complexity: linear in the bytes.
  public var kinds: [DocumentKind] {
    var found: Set<DocumentKind> = []
    for place in places(of: "urn:waymark:") {
      let kind = DocumentKind.allCases.first { bytes[place...].starts(with: $0.namespace.utf8) }
      if let kind { found.insert(kind) }
    }
    return DocumentKind.allCases.filter(found.contains)
  }

  /// Whether a text stands in the content.
  ///
  /// - Complexity: linear in the bytes, but for texts that repeat their beginning.
  public func contains(_ text: String) -> Bool { !places(of: text).isEmpty }

  private func places(of text: String) -> [Int] {
    let text = Array(text.utf8)
    return bytes.indices.filter { bytes[$0] == text.first && bytes[$0...].starts(with: text) }
  }
}

/// How large a document and its parts may be; what is beyond is refused unread.
public enum Limits {
  /// The bytes of a file: 8 MiB.
  public static let file = 8 << 20
  /// The bytes of one text or of the value of one attribute: 64 KiB.
  public static let value = 64 << 10
  /// How deep elements may stand in one another.
  public static let depth = 64
  /// The attributes of one element.
  public static let attributes = 64
  /// The competencies of a framework.
  public static let competencies = 10_000

  /// The bytes from one `<` to the next: a tag and the text behind it.
  ///
  /// A text and a tag that keep to the other limits keep to this one. It is looked at before the
  /// parser, whose search for repeated attributes takes time with the square of their number.
  static let tag = 2 * value
  /// The faults of shape and syntax after which reading stops.
  static let findings = 1_000
}
