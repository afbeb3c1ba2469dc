internal import CLibXML2
import Waymark

/// Reads one document: libxml2 reports its elements one by one to the schema's validator and to a
/// builder, and no tree is ever made.
///
/// Not for more than one thread, so it never leaves the function that opened it.
final class DocumentParser {
  private struct Element {
    let name: ElementName?
    let place: Place
    let language: String?
  }

  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private var lines: LineCounter
  private var names = NameTable()
  private var open: [Element] = []
  private var competencies = 0
  private var text: [UInt8] = []
  private var builder: (any DraftBuilder)?
  private var findings: [Finding<DocumentProblem>] = []
  /// What the validator speaks of: the element that began or ended last.
  private var focus: Place
  private var lastRefusal: (subject: DocumentProblem.Subject, place: Place)?
  private var isStopped = false

  private init(_ file: String, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.bytes = bytes
    lines = LineCounter(bytes)
    focus = Place(file: file, line: 1, column: 1)
  }

  /// Reads a document as far as it can be read.
  static func parse(_ file: SourceFile, _ schemas: SchemaSet) -> Reading {
    let check = SourceCheck(file)
    if let finding = check.finding {
      return Reading(file: file.name, draft: nil, findings: [finding])
    }
    return file.bytes.withUnsafeBufferPointer { bytes in
      let parser = DocumentParser(
        file.name, UnsafeBufferPointer(rebasing: bytes[check.start...]))
      return withExtendedLifetime(parser) {
        parser.run(schemas)
        return Reading(
          file: file.name, draft: parser.builder?.draft, findings: parser.findings)
      }
    }
  }

  private func run(_ schemas: SchemaSet) {
    let context = bytes.withMemoryRebound(to: CChar.self) {
      xmlCreateMemoryParserCtxt($0.baseAddress, Int32($0.count))
    }
    let validator = xmlSchemaNewValidCtxt(schemas.schema)
    defer {
      xmlSchemaFreeValidCtxt(validator)
      xmlFreeParserCtxt(context)
    }
    guard let context, let validator else { return report(.otherShape("out of memory"), at: focus) }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    let box = Unmanaged.passUnretained(self).toOpaque()
    context.pointee._private = box
    context.pointee.sax.pointee = Self.handlers
    xmlSchemaSetValidStructuredErrors(
      validator,
      { box, error in
        guard let box, let error else { return }
        Unmanaged<DocumentParser>.fromOpaque(box).takeUnretainedValue().refuse(error.pointee)
      }, box)
    let plug = xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData)
    // The plug puts handlers of its own in place, without one for the parser's own errors.
    context.pointee.sax.pointee.serror = { _, error in
      guard let error, let context = error.pointee.ctxt else { return }
      DocumentParser.of(context)?.fail(
        error.pointee, context.assumingMemoryBound(to: xmlParserCtxt.self))
    }
    xmlParseDocument(context)
    xmlSchemaSAXUnplug(plug)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> DocumentParser? {
    context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
      Unmanaged<DocumentParser>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private static var handlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.internalSubset = { context, _, _, _ in
      DocumentParser.of(context)?.refuseDoctype(context)
    }
    handlers.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      DocumentParser.of(context)?.begin(
        name, namespace, Attributes(attributes, count: Int(count)), context)
    }
    handlers.endElementNs = { context, _, _, _ in DocumentParser.of(context)?.end() }
    handlers.characters = { context, characters, count in
      DocumentParser.of(context)?.add(characters, Int(count), context)
    }
    handlers.cdataBlock = handlers.characters
    return handlers
  }

  // MARK: What the parser reports

  private func begin(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ attributes: Attributes,
    _ context: UnsafeMutableRawPointer?
  ) {
    guard !isStopped else { return stop(context) }
    let place = placeOfTag(context)
    focus = place
    let known = names.name(name)
    if open.isEmpty {
      start(known, namespace, attributes, at: place)
    } else if let known {
      builder?.open(known, attributes, at: place)
    }
    if known == .competency { competencies += 1 }
    open.append(Element(name: known, place: place, language: attributes["lang"]))
    text.removeAll(keepingCapacity: true)
    let passed: (DocumentProblem.Measure, Int)? =
      if open.count > Limits.depth {
        (.depth, Limits.depth)
      } else if attributes.count > Limits.attributes {
        (.attributes, Limits.attributes)
      } else if attributes.longest > Limits.value {
        (.value, Limits.value)
      } else if competencies > Limits.competencies {
        (.competencies, Limits.competencies)
      } else {
        nil
      }
    if let (measure, limit) = passed {
      report(.tooLarge(measure, limit: limit), at: place, last: true)
    }
    if isStopped { stop(context) }
  }

  private func start(
    _ name: ElementName?, _ namespace: UnsafePointer<xmlChar>?, _ attributes: Attributes,
    at place: Place
  ) {
    guard let kind = name.flatMap({ Document.Kind(rawValue: $0.rawValue) }), let namespace,
      String(cString: namespace) == kind.namespace
    else { return report(.notWaymark, at: place, last: true) }
    if let needs = attributes["schema"], isNewer(needs) {
      return report(
        .newerSchema(needs: needs, ours: DocumentLoader.schemaVersion), at: place, last: true)
    }
    let header = DocumentHeader(attributes, at: place)
    builder =
      switch kind {
      case .framework: FrameworkBuilder(header)
      case .background: BackgroundBuilder(header)
      case .catalogue: CatalogueBuilder(header, attributes)
      case .plan: PlanBuilder(header, attributes)
      }
  }

  // Digits alone are compared, so that a number beyond any integer still counts as newer.
  private func isNewer(_ text: String) -> Bool {
    let digits = text.drop { $0 == "0" }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    return Int(digits).map { $0 > DocumentLoader.schemaVersion } ?? true
  }

  private func end() {
    guard !isStopped, let element = open.popLast() else { return }
    focus = element.place
    guard let name = element.name else { return }
    let variant =
      name.holdsText
      ? TextDraft.Variant(collapsed(text), language: element.language, at: element.place) : nil
    builder?.close(name, in: open.last?.name, variant)
    text.removeAll(keepingCapacity: true)
  }

  private func add(
    _ characters: UnsafePointer<xmlChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
  ) {
    guard !isStopped, let element = open.last else { return }
    if text.count + count > Limits.value {
      report(.tooLarge(.value, limit: Limits.value), at: element.place, last: true)
      return stop(context)
    }
    text.append(contentsOf: UnsafeBufferPointer(start: characters, count: count))
  }

  private func refuseDoctype(_ context: UnsafeMutableRawPointer?) {
    report(.doctype, at: placeOfTag(context), last: true)
    stop(context)
  }

  /// A fault of shape.
  private func refuse(_ error: xmlError) {
    guard !isStopped, let message = error.message else { return }
    let shape = ShapeMessage(code: Int(error.code), String(cString: message))
    if let last = lastRefusal, shape.isEcho, last.subject == shape.subject, last.place == focus {
      return
    }
    lastRefusal = (shape.subject, focus)
    report(shape.problem, at: focus, last: findings.count + 1 >= Limits.findings)
  }

  /// XML that is not well-formed.
  private func fail(_ error: xmlError, _ context: UnsafeMutablePointer<xmlParserCtxt>) {
    guard !isStopped, let problem = DocumentProblem(syntax: error) else { return }
    let isFatal = error.level == XML_ERR_FATAL || problem == .otherXMLVersion
    let place = Place(
      file: file, line: max(1, Int(error.line)), column: error.int2 > 0 ? Int(error.int2) : nil)
    report(problem, at: place, last: isFatal)
    // Not `xmlStopParser`, which frees the input under the feet of the function that failed; but
    // without an end each of a million faults would be put into words.
    if isFatal { context.pointee.instate = XML_PARSER_EOF }
  }

  // MARK: Helpers

  private func report(_ problem: DocumentProblem, at place: Place, last: Bool = false) {
    findings.append(Finding(problem, at: place))
    if last { isStopped = true }
  }

  private func stop(_ context: UnsafeMutableRawPointer?) {
    isStopped = true
    xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
  }

  /// Where the tag begins that the parser has read: no `<` can stand inside a tag.
  private func placeOfTag(_ context: UnsafeMutableRawPointer?) -> Place {
    let consumed = xmlByteConsumed(context?.assumingMemoryBound(to: xmlParserCtxt.self))
    var offset = max(0, min(Int(consumed), bytes.count - 1))
    while offset > 0, bytes[offset] != UInt8(ascii: "<") { offset -= 1 }
    let (line, column) = lines.position(at: offset)
    return Place(file: file, line: line, column: column)
  }
}
