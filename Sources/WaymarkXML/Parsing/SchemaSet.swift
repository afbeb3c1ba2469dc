internal import CLibXML2
import Waymark

/// The compiled schemas of all kinds of document.
///
/// Not for more than one thread, so it never leaves the function that opened it.
final class SchemaSet {
  let schema: xmlSchemaPtr

  /// What libxml2 needs once in a process.
  ///
  /// Left to itself it makes its locks and types when they are first used, and two threads at once
  /// may wait for each other for ever. Loading a schema heeds no parser option: without the loader a
  /// reference in one would be fetched.
  private static let start: Void = {
    waymark_xml_start()
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
  }()

  /// Compiles `waymark.xsd` of a folder and what it refers to.
  init(folder: String) throws(Findings<DocumentProblem>) {
    _ = Self.start
    // Faults of the files that a schema refers to reach no handler below; it is set for each thread.
    waymark_xml_silence()
    let path = folder + "/waymark.xsd"
    let context = xmlSchemaNewParserCtxt(path)
    defer { xmlSchemaFreeParserCtxt(context) }
    // Without handlers libxml2 prints to standard error.
    xmlSchemaSetParserStructuredErrors(context, { _, _ in }, nil)
    guard let context, let schema = xmlSchemaParse(context) else {
      throw Findings(Finding(.schemasUnreadable, at: Place(file: path)))
    }
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }
}
