package import Waymark
package import WaymarkBasics

/// Reads Waymark's documents from bytes: bytes in, sound values out.
///
/// Reads UTF-8 XML 1.0 without a document type declaration, within `Limits`. Nothing is fetched and
/// no file is opened but the schemas.
package struct DocumentLoader: Sendable {
  /// The version of the formats that this Waymark reads, and all before it.
  package static let schemaVersion = 1

  private let schemas: String

  /// Reads documents by the schemas in a folder: `waymark.xsd` and its siblings.
  package init(schemas folder: String) { schemas = folder }

  /// Reads documents of any kinds and checks them against one another.
  ///
  /// A catalogue, a plan and background questions are checked against the framework they name,
  /// which is looked for among the documents first and then among `installed`. When no framework
  /// at all is known, references to one are not checked; nor when it is not found but one of the
  /// documents is a framework with faults, as that may be it.
  ///
  /// - Returns: for each file, in order, the document or all that is wrong with it.
  /// - Throws: when the schemas cannot be read.
  /// - Complexity: linear in the bytes.
  package func load(
    _ files: [SourceFile], installed: [Framework] = []
  ) throws(Findings<DocumentProblem>) -> [Result<Document, Findings<DocumentProblem>>] {
    let schemas = try SchemaSet(folder: schemas, for: files)
    let readings = files.map { DocumentParser.parse($0, schemas) }
    var frameworks = KnownFrameworks(installed)
    let checked = readings.map { reading -> Result<Framework, Findings<DocumentProblem>>? in
      guard case .framework(let draft) = reading.draft else {
        if reading.draft == nil { frameworks.isIncomplete = true }
        return nil
      }
      let result = reading.result(draft.checked(isWhole: reading.findings.isEmpty))
      frameworks.add(result)
      return result
    }
    return zip(readings, checked).map { reading, framework in
      framework.map { $0.map(Document.framework) } ?? reading.result(frameworks)
    }
  }

  /// Reads one document and checks it against the frameworks at hand.
  package func load(
    _ file: SourceFile, installed: [Framework] = []
  ) throws(Findings<DocumentProblem>) -> Document {
    // One file gives one result.
    guard let result = try load([file], installed: installed).first else {
      throw Findings(Finding(.empty, at: Place(file: file.name)))
    }
    return try result.get()
  }

  /// Reads a framework, and refuses every other kind of document.
  package func framework(_ file: SourceFile) throws(Findings<DocumentProblem>) -> Framework {
    let document = try load(file)
    if case .framework(let framework) = document { return framework }
    throw Findings(
      Finding(.otherKind(document.kind, expected: .framework), at: Place(file: file.name, line: 1)))
  }
}
