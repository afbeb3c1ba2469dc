internal import CLibXML2
import Waymark

/// The compiled schemas of all kinds of document.
///
/// Not for more than one thread, so it never leaves the function that opened it.
final class SchemaSet {
  let schema: xmlSchemaPtr

  private static let refusesNetwork: Void = xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)

  /// Compiles `waymark.xsd` of a folder and what it refers to.
  init(folder: String) throws(Findings<DocumentProblem>) {
    // Loading a schema heeds no parser option: without this a reference in it would be fetched.
    _ = Self.refusesNetwork
    // Faults of the files that a schema refers to reach no handler below.
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
