internal import CLibXML2

/// Recognises element names by the addresses of their interned strings.
///
/// libxml2 keeps one copy of each name for the life of a parser, so after a name's first time a
/// comparison of addresses is enough.
struct NameTable {
  private var known: [(address: UnsafePointer<xmlChar>, name: ElementName)] = []

  /// The name, or `nil` when no document has an element of that name.
  mutating func name(_ address: UnsafePointer<xmlChar>) -> ElementName? {
    for entry in known where entry.address == address { return entry.name }
    guard let name = ElementName(rawValue: String(cString: address)) else { return nil }
    known.append((address, name))
    return name
  }
}
