/// File names that are no UTF-8, carried through texts and back, byte for byte.
///
/// A byte that is part of no character stands in a text as the scalar U+10FF00 plus the byte; as
/// such it is shown as `\xFF` (see `printable`). Those scalars themselves are taken apart as well.
package enum ForeignBytes {
  private static let base: UInt32 = 0x10_FF00

  /// A name or argument of the system's as a text.
  package static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    while true {
      let length: Int
      switch parser.parseScalar(from: &rest) {
      case .emptyInput:
        return text
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        length = encoded.count
        guard scalar.value > base else {
          text.unicodeScalars.append(scalar)
          break
        }
        append(bytes[place..<place + length], to: &text)
      case .error(let count):
        length = count
        append(bytes[place..<place + length], to: &text)
      }
      place += length
    }
  }

  /// The bytes of a text, with the zero that ends a name of the system's.
  package static func name(_ text: String) -> [CChar] {
    let bytes = text.unicodeScalars.flatMap { scalar in
      byte(scalar).map { [$0] } ?? Array(String(scalar).utf8)
    }
    return bytes.map(CChar.init(bitPattern:)) + [0]
  }

  /// Whether a text holds bytes that are no UTF-8.
  package static func stand(in text: String) -> Bool {
    text.unicodeScalars.contains { byte($0) != nil }
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to text: inout String) {
    text.unicodeScalars.append(
      contentsOf: bytes.compactMap { Unicode.Scalar(base + UInt32($0)) })
  }

  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= base + 0x80 ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }
}

extension String {
  /// The name that the system knows a file by.
  package var systemName: [CChar] { ForeignBytes.name(self) }
}
