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

  /// The list as a page; titles are in `language` where they are translated.
  package func page(words: DocumentWords, language: LanguageTag = .english) -> Page {
    let entries = documents.map { document in
      Page.Entry(
        Page.Phrase(
          words.listed(
            words.name(document.id, document.version), document.title.text(in: language))),
        facts: [
          Page.Paragraph([
            words.contents(
              document.kind, for: document.framework, in: document.languages, document.counts)
          ])
        ])
    }
    return Page(
      words.listTitle, header: [],
      sections: [Page.Section(nil, [.entries(entries, isNumbered: false, isSpaced: false)])])
  }

  /// The list as JSON; titles are in the documents' own languages.
  ///
  /// - Throws: what `JSON.document` throws.
  package func json() throws -> String {
    try JSON.document(
      .documentList,
      [
        "documents": .array(documents.map(Self.value))
      ])
  }

  private static func value(_ document: DocumentSummary) -> JSON.Value {
    .object([
      "kind": .string(document.kind.rawValue), "id": .string(document.id),
      "version": .string(document.version), "title": .string(document.title.original),
      "languages": .array(document.languages.map { .string($0.description) }),
      "framework": document.framework.map(JSON.Value.init) ?? .null,
      "counts": .object(
        Dictionary(
          document.counts.map { ($0.subject.name, .integer($0.number)) },
          uniquingKeysWith: { first, _ in first })),
    ])
  }
}

extension JSON.Value {
  /// A text: `text` in the language of its document, and `translations` by language tag where there
  /// are any.
  init(_ text: LocalizedText) {
    guard !text.translations.isEmpty else {
      self = .object(["text": .string(text.original)])
      return
    }
    self = .object([
      "text": .string(text.original),
      "translations": .object(
        Dictionary(
          text.translations.map { ($0.key.description, .string($0.value)) },
          uniquingKeysWith: { first, _ in first })),
    ])
  }

  /// A framework as another document names it.
  init(_ reference: FrameworkReference) {
    self = .object([
      "id": .string(reference.id.description), "version": .string(reference.version),
    ])
  }
}
