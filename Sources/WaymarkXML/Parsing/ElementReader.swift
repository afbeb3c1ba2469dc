internal import CLibXML2

/// Goes through a document of another program element by element, with neither a schema nor a tree.
///
/// The bytes are asked for piece by piece, so that memory does not grow with the document. A document
/// type declaration is refused, and nothing is ever fetched. Not for more than one thread.
package final class ElementReader {
  /// What stands next in the document.
  package enum Event: Equatable {
    /// An element begins, by its name without a prefix.
    case begin(String)
    /// Text of the element that began last.
    case text
    /// An element ends.
    case end(String)
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

  private final class Source {
    let fill: (UnsafeMutableRawBufferPointer) -> Int

    init(_ fill: @escaping (UnsafeMutableRawBufferPointer) -> Int) { self.fill = fill }
  }

  private let source: Source
  private let reader: xmlTextReaderPtr
  // An element without content ends at once, though the library says so of the beginning only.
  private var pendingEnd: String?

  /// Begins a document.
  ///
  /// - Parameter fill: puts the next bytes into a buffer and gives their number: 0 at the end, -1
  ///   where there are none to be had.
  package init(
    _ fill: @escaping (UnsafeMutableRawBufferPointer) -> Int
  ) throws(Fault) {
    LibraryStart.once()
    source = Source(fill)
    let reader = xmlReaderForIO(
      { context, buffer, size in
        guard let context, let buffer else { return -1 }
        let source = Unmanaged<Source>.fromOpaque(context).takeUnretainedValue()
        return Int32(
          clamping: source.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(size))))
      }, { _ in 0 }, Unmanaged.passUnretained(source).toOpaque(), nil, nil,
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    guard let reader else { throw .outOfMemory }
    self.reader = reader
    // Without a handler the library prints to standard error.
    xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
  }

  deinit { xmlFreeTextReader(reader) }

  /// Goes on to what stands next; `nil` at the end.
  package func next() throws(Fault) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      switch xmlTextReaderRead(reader) {
      case 1: break
      case 0: return nil
      default: throw .notWellFormed(line: Int(xmlTextReaderGetParserLineNumber(reader)))
      }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        let name = localName
        if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
        return .begin(name)
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(localName)
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
        return .text
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: throw .doctype
      default: continue
      }
    }
  }

  /// The value of an attribute of the element that began last, by its name and that of its namespace.
  package func attribute(_ name: String, in namespace: String? = nil) -> String? {
    let value =
      namespace.map { xmlTextReaderGetAttributeNs(reader, name, $0) }
      ?? xmlTextReaderGetAttribute(reader, name)
    guard let value else { return nil }
    defer { waymark_xml_free(value) }
    return String(cString: value)
  }

  /// Adds the bytes of the text that was come to.
  package func appendText(to bytes: inout [UInt8]) {
    guard var byte = xmlTextReaderConstValue(reader) else { return }
    while byte.pointee != 0 {
      bytes.append(byte.pointee)
      byte += 1
    }
  }

  private var localName: String {
    xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
  }
}
