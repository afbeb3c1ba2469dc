package import Waymark

/// The bytes of a document and the name that the person knows it by.
package struct SourceFile: Hashable, Sendable {
  /// The file as the person named it; messages begin with it.
  package let name: String
  /// The whole content.
  package let bytes: [UInt8]

  /// Joins name and bytes.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The kinds of document whose elements it names anywhere: more than its own, or none, is possible.
  ///
  /// - Complexity: linear in the bytes.
  package var kinds: [DocumentKind] {
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
  package func contains(_ text: String) -> Bool { !places(of: text).isEmpty }

  private func places(of text: String) -> [Int] {
    let text = Array(text.utf8)
    return bytes.indices.filter { bytes[$0] == text.first && bytes[$0...].starts(with: text) }
  }
}
