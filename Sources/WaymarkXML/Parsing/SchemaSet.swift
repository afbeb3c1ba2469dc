internal import CLibXML2
import Waymark
import WaymarkBasics

/// The compiled schemas of documents.
///
/// Not for more than one thread, so it never leaves the function that opened it.
final class SchemaSet {
  let schema: xmlSchemaPtr

  /// Compiles the schemas that files need.
  ///
  /// Where all speak of one kind alone its schema is enough: a questionnaire does not wait for those of
  /// catalogues and plans. `waymark.xsd` refers to all kinds.
  init(folder: String, for files: [SourceFile]) throws(Findings<DocumentProblem>) {
    // Faults of the files that a schema refers to reach no handler below.
    LibraryStart.once()
    let path = "\(folder)/\(Self.kind(of: files)?.rawValue ?? "waymark").xsd"
    let context = xmlSchemaNewParserCtxt(path)
    defer { xmlSchemaFreeParserCtxt(context) }
    // Without handlers libxml2 prints to standard error.
    xmlSchemaSetParserStructuredErrors(context, { _, _ in }, nil)
    guard let context, let schema = xmlSchemaParse(context) else {
      throw Findings(Finding(.schemasUnreadable, at: Place(file: path)))
    }
    self.schema = schema
  }

  /// The kind that all files name, and no other beside it; else `nil`.
  private static func kind(of files: [SourceFile]) -> DocumentKind? {
    let named = files.map(\.kinds)
    guard let kinds = named.first, kinds.count == 1, named.allSatisfy({ $0 == kinds }) else {
      return nil
    }
    return kinds[0]
  }

  deinit { xmlSchemaFree(schema) }
}
