/// A cell as nearly all stand in a sheet: `<c r="A1" s="1" t="s"><v>12</v></c>`, or with its text in it.
///
/// Its bytes mean what they say, in ASCII without references. Whatever else may stand in a cell is for the
/// reader of XML.
struct PlainCell {
  /// Bytes of the sheet.
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// What column and row it stands in, as it is written there.
  private(set) var reference: Bytes?
  /// The place of its style.
  private(set) var style: Bytes?
  /// How its value is to be understood, as the sheet says it.
  private(set) var type: Bytes?
  /// Its value, or its text.
  private(set) var value: Bytes
  /// How many bytes it is long.
  private(set) var length = 0

  /// Reads the cell at the beginning of some bytes; `nil` where none is, or another than a plain one.
  init?(_ bytes: Bytes) {
    value = Bytes(rebasing: bytes[..<0])
    var scan = Scan(bytes: bytes)
    guard scan.skip("<c"), attributes(&scan) else { return nil }
    if scan.skip("/>") {
      length = scan.place
      return
    }
    guard scan.skip(">") else { return nil }
    if scan.skip("<v>") {
      guard let text = scan.text(to: UInt8(ascii: "<")), scan.skip("</v></c>") else { return nil }
      value = text
    } else {
      guard let type, type.elementsEqual("inlineStr".utf8), scan.skip("<is><t>"),
        let text = scan.text(to: UInt8(ascii: "<")), scan.skip("</t></is></c>")
      else { return nil }
      value = text
    }
    length = scan.place
  }

  private mutating func attributes(_ scan: inout Scan) -> Bool {
    while scan.skip(" ") {
      guard let name = scan.next, scan.skip("=\""), let text = scan.text(to: UInt8(ascii: "\"")),
        scan.skip("\"")
      else { return false }
      switch name {
      case UInt8(ascii: "r") where reference == nil: reference = text
      case UInt8(ascii: "s") where style == nil: style = text
      case UInt8(ascii: "t") where type == nil: type = text
      default: return false
      }
    }
    return true
  }

  /// A place in bytes.
  private struct Scan {
    let bytes: Bytes
    var place = 0

    /// The byte at the place, which is gone on from.
    var next: UInt8? {
      mutating get {
        guard place < bytes.count else { return nil }
        defer { place += 1 }
        return bytes[place]
      }
    }

    /// Goes on behind a text if it stands at the place.
    mutating func skip(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard bytes.count - place >= count else { return false }
      for offset in 0..<count where bytes[place + offset] != text.utf8Start[offset] { return false }
      place += count
      return true
    }

    /// The text before a mark, which is gone on to; `nil` where something in it is more than it seems.
    mutating func text(to mark: UInt8) -> Bytes? {
      let start = place
      while place < bytes.count {
        let byte = bytes[place]
        if byte == mark { return Bytes(rebasing: bytes[start..<place]) }
        guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "&"), byte != UInt8(ascii: "<"),
          // What ends a section of text may stand nowhere else, and is looked for by this alone.
          byte != UInt8(ascii: "]")
        else { return nil }
        place += 1
      }
      return nil
    }
  }
}
