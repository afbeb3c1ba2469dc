import Waymark
package import WaymarkBasics

/// The documents that are installed, as a list.
package struct DocumentList: Hashable, Sendable {
  /// The documents: by kind, then id, then version.
  package let documents: [DocumentSummary]

  /// Puts documents in order.
  package init(_ documents: [DocumentSummary]) {
    let kinds = DocumentKind.allCases
    self.documents = documents.sorted { left, right in
      let (first, second) = (kinds.firstIndex(of: left.kind), kinds.firstIndex(of: right.kind))
      return (first ?? 0, left.id, left.version) < (second ?? 0, right.id, right.version)
    }
  }

  /// The list as text, each line ended by a line feed.
  package func text(
    style: TextStyle = TextStyle(), language: LanguageTag = .english
  ) -> String {
    var page = TextPage(style)
    for document in documents {
      page.line("\(document.id) \(document.version): \(document.title.text(in: language))")
      let belongs = document.framework.map { ", for \($0.id) \($0.version)" } ?? ""
      page.sentences(
        [
          "\(document.kind.words)\(belongs), in \(PathWords.languages(document.languages)): "
            + document.counts.map(\.inWords).joined(separator: ", ") + "."
        ], indentation: 2)
    }
    return page.text
  }

  /// The list as JSON; titles are in the documents' own languages.
  ///
  /// - Throws: what `JSON.document` throws.
  package func json() throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("document-list"), "schema": .integer(1),
        "documents": .array(documents.map(Self.value)),
      ]))
  }

  private static func value(_ document: DocumentSummary) -> JSON.Value {
    .object([
      "kind": .string(document.kind.rawValue), "id": .string(document.id),
      "version": .string(document.version), "title": .string(document.title.original),
      "languages": .array(document.languages.map { .string($0.description) }),
      "framework": document.framework.map(JSON.Value.init) ?? .null,
      "counts": .object(
        Dictionary(
          document.counts.map { ($0.name, .integer($0.number)) },
          uniquingKeysWith: { first, _ in first })),
    ])
  }
}
