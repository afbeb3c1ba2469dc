internal import CLibXML2
import Waymark
import WaymarkBasics

/// Runs libxml2 over one document: it reports the elements one by one to the schema's validator and
/// to `DocumentEvents`, and no tree is ever made.
enum DocumentParser {
  /// Reads a document as far as it can be read.
  static func parse(_ file: SourceFile, _ schemas: SchemaSet) -> Reading {
    let check = SourceCheck(file)
    if let finding = check.finding {
      return Reading(file: file.name, draft: nil, findings: [finding])
    }
    return file.bytes.withUnsafeBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(rebasing: buffer[check.start...])
      var events = DocumentEvents(file: file.name, bytes)
      var source = ByteSource(rest: bytes)
      withUnsafeMutablePointer(to: &events) { events in
        withUnsafeMutablePointer(to: &source) { run($0, schemas, events) }
      }
      return events.reading
    }
  }

  private static func run(
    _ source: UnsafeMutablePointer<ByteSource>, _ schemas: SchemaSet,
    _ events: UnsafeMutablePointer<DocumentEvents>
  ) {
    // A parser over memory would begin by copying all of it.
    let context = xmlCreateIOParserCtxt(
      nil, nil,
      { source, buffer, size in
        guard let buffer else { return -1 }
        return source?.assumingMemoryBound(to: ByteSource.self).pointee
          .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(size))) ?? -1
      }, { _ in 0 }, source, XML_CHAR_ENCODING_UTF8)
    let validator = xmlSchemaNewValidCtxt(schemas.schema)
    defer {
      xmlSchemaFreeValidCtxt(validator)
      xmlFreeParserCtxt(context)
    }
    guard let context, let validator else { return events.pointee.failToStart() }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    context.pointee._private = UnsafeMutableRawPointer(events)
    context.pointee.sax.pointee = handlers
    xmlSchemaSetValidStructuredErrors(
      validator,
      { events, error in
        guard let error else { return }
        events?.assumingMemoryBound(to: DocumentEvents.self).pointee.refuse(error.pointee)
      }, events)
    let plug = xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData)
    // The plug puts handlers of its own in place, without one for the parser's own errors, which is
    // then called with the plug: the way back leads through the error.
    context.pointee.sax.pointee.serror = { _, error in
      guard let error, let events = DocumentParser.events(of: error.pointee.ctxt) else { return }
      events.pointee.fail(error.pointee)
      if events.pointee.isStopped { DocumentParser.halt(error.pointee.ctxt) }
    }
    xmlParseDocument(context)
    xmlSchemaSAXUnplug(plug)
  }

  private static var handlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.internalSubset = { context, _, _, _ in
      DocumentParser.with(context) { $0.refuseDoctype(at: $1) }
      // Here nothing reads the input any more, and only this keeps the declaration from being read.
      xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
    }
    handlers.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      DocumentParser.with(context) {
        $0.begin(name, namespace, Attributes(attributes, count: Int(count)), at: $1)
      }
    }
    handlers.endElementNs = { context, _, _, _ in DocumentParser.events(of: context)?.pointee.end()
    }
    handlers.characters = { context, characters, count in
      guard let events = DocumentParser.events(of: context) else { return }
      events.pointee.add(UnsafeBufferPointer(start: characters, count: Int(count)))
      if events.pointee.isStopped { DocumentParser.halt(context) }
    }
    handlers.cdataBlock = handlers.characters
    return handlers
  }

  /// Hands an event on with the offset that the parser has come to; ends the run when nothing more
  /// is wanted.
  private static func with(
    _ context: UnsafeMutableRawPointer?,
    _ body: (inout DocumentEvents, DocumentEvents.Progress) -> Void
  ) {
    guard let events = events(of: context) else { return }
    let context = context?.assumingMemoryBound(to: xmlParserCtxt.self)
    body(
      &events.pointee,
      DocumentEvents.Progress(
        offset: Int(xmlByteConsumed(context)), line: Int(context?.pointee.input.pointee.line ?? 0)))
    if events.pointee.isStopped { halt(context) }
  }

  /// Ends a run at the next step of the parser.
  ///
  /// Not by `xmlStopParser`, which frees the input at once, though the validator has yet to look at
  /// the same event and the function that met a fault is still at work on it.
  private static func halt(_ context: UnsafeMutableRawPointer?) {
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
    context.pointee.instate = XML_PARSER_EOF
    context.pointee.disableSAX = 1
  }

  private static func events(
    of context: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<DocumentEvents>? {
    context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?
      .assumingMemoryBound(to: DocumentEvents.self)
  }
}

/// What libxml2 needs before anything is read with it.
enum LibraryStart {
  /// What is done once in a process.
  ///
  /// Left to itself the library makes its locks and types when they are first used, and two threads at
  /// once may wait for each other for ever. Loading a schema heeds no parser option: without the loader
  /// a reference in one would be fetched.
  private static let start: Void = {
    waymark_xml_start()
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
  }()

  /// Prepares the library in this process, and keeps it from printing: that is set for each thread.
  static func once() {
    _ = start
    waymark_xml_silence()
  }
}

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
