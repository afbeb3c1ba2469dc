internal import CLibXML2
import WaymarkBasics

/// Goes through a document of another program element by element, with neither a schema nor a tree.
///
/// The bytes are handed in piece by piece, so that memory does not grow with the document. A document type
/// declaration is refused, and nothing is ever fetched. Not for more than one thread.
package final class ElementReader {
  /// What goes by; nothing of it is there any more once it was handed over.
  package enum Event {
    /// The beginning of an element, with its attributes.
    case begin(Element)
    /// Text of the element that began last and has not ended, or a piece of it.
    case text(UnsafeBufferPointer<UInt8>)
    /// The end of the innermost element.
    case end(Name)
  }

  /// An element that begins.
  package struct Element {
    package let name: Name
    package let attributes: Attributes
  }

  /// The name of an element, without a prefix.
  package struct Name {
    fileprivate let start: UnsafePointer<UInt8>
  }

  /// Why a document cannot be read on.
  package enum Fault: Error, Equatable {
    /// It is no XML, from this line on.
    case notWellFormed(line: Int)
    /// It has a document type declaration.
    case doctype
    /// There was no memory for a parser.
    case outOfMemory
  }

  /// What the parser's handlers are given.
  private struct Run {
    var take: ((Event) throws -> Void)?
    var failure: (any Error)?
  }

  private let parser: xmlParserCtxtPtr
  private let run: UnsafeMutablePointer<Run>

  /// Begins a document.
  package init() throws(Fault) {
    LibraryStart.once()
    guard let parser = xmlCreatePushParserCtxt(nil, nil, nil, 0, nil) else { throw .outOfMemory }
    self.parser = parser
    run = .allocate(capacity: 1)
    run.initialize(to: Run())
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    parser.pointee._private = UnsafeMutableRawPointer(run)
    parser.pointee.sax.pointee = Self.handlers
  }

  deinit {
    xmlFreeParserCtxt(parser)
    run.deinitialize(count: 1)
    run.deallocate()
  }

  /// Reads the next bytes, and hands over what is whole by then.
  ///
  /// - Throws: `Fault`, and what `take` throws; nothing may be read after that.
  package func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (Event) throws -> Void
  ) throws {
    var rest = bytes[...]
    while let start = UnsafeBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let count = min(rest.count, 1 << 20)
      try parse(start, count: count, isLast: false, take)
      rest = rest.dropFirst(count)
    }
  }

  /// Reads what is left once the last bytes were handed in.
  ///
  /// - Throws: as `read(_:_:)` does; the document is whole where nothing is thrown.
  package func finish(_ take: (Event) throws -> Void) throws {
    try parse(nil, count: 0, isLast: true, take)
  }

  /// Whether all bytes are read that were handed in, and an ASCII character means itself in those to come.
  package var isReady: Bool {
    guard let input = parser.pointee.input, input.pointee.cur == input.pointee.end else {
      return false
    }
    guard let encoding = parser.pointee.encoding else { return true }
    return xmlStrcasecmp(encoding, "UTF-8") == 0
  }

  private func parse(
    _ bytes: UnsafePointer<UInt8>?, count: Int, isLast: Bool, _ take: (Event) throws -> Void
  ) throws {
    withoutActuallyEscaping(take) { take in
      run.pointee.take = take
      bytes.withMemoryRebound(count) { _ = xmlParseChunk(parser, $0, Int32(count), isLast ? 1 : 0) }
      run.pointee.take = nil
    }
    if let failure = run.pointee.failure { throw failure }
    guard parser.pointee.wellFormed == 1 else {
      throw Fault.notWellFormed(line: Int(parser.pointee.lastError.line))
    }
  }

  private static var handlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.startElementNs = { parser, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      ElementReader.hand(
        .begin(
          Element(
            name: Name(start: name), attributes: Attributes(attributes, count: Int(count)))),
        to: parser)
    }
    handlers.endElementNs = { parser, name, _, _ in
      guard let name else { return }
      ElementReader.hand(.end(Name(start: name)), to: parser)
    }
    handlers.characters = { parser, characters, count in
      ElementReader.hand(
        .text(UnsafeBufferPointer(start: characters, count: Int(count))), to: parser)
    }
    handlers.ignorableWhitespace = handlers.characters
    handlers.cdataBlock = handlers.characters
    handlers.internalSubset = { parser, _, _, _ in ElementReader.stop(parser, Fault.doctype) }
    // Without a handler the library prints to standard error.
    handlers.serror = { _, _ in }
    return handlers
  }

  private static func hand(_ event: Event, to parser: UnsafeMutableRawPointer?) {
    do { try run(of: parser)?.pointee.take?(event) } catch { stop(parser, error) }
  }

  /// Ends a run; nothing is handed over any more.
  private static func stop(_ parser: UnsafeMutableRawPointer?, _ failure: any Error) {
    run(of: parser)?.pointee.failure = failure
    xmlStopParser(parser?.assumingMemoryBound(to: xmlParserCtxt.self))
  }

  private static func run(of parser: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Run>? {
    parser?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?
      .assumingMemoryBound(to: Run.self)
  }
}

extension ElementReader.Name {
  /// Whether an element has a name, as a pattern: `case .end("row")`.
  package static func ~= (wanted: StaticString, name: Self) -> Bool {
    wanted.stands(at: name.start)
  }
}

extension ElementReader.Element {
  /// Whether an element has a name, as a pattern: `case .begin("row")`.
  package static func ~= (wanted: StaticString, element: Self) -> Bool {
    wanted ~= element.name
  }
}

extension UnsafePointer<UInt8>? {
  /// The same bytes as C has characters.
  fileprivate func withMemoryRebound(_ count: Int, _ body: (UnsafePointer<CChar>?) -> Void) {
    guard let self else { return body(nil) }
    self.withMemoryRebound(to: CChar.self, capacity: count) { body($0) }
  }
}
