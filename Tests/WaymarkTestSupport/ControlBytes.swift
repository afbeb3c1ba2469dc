/// What in an output could steer a terminal or hide itself.
package enum ControlBytes {
  /// The scalars other than line feed and tab that are control characters (C0, DEL, C1), or that
  /// change the direction or the lines of a text, each once, as `1B`, `9B`, `202E`.
  ///
  /// - Parameters:
  ///   - allowingColour: whether `ESC [ digits m`, which sets colours and bold, may stand.
  ///   - allowingEditing: whether may stand what marks around a paste need, and a line that is written:
  ///     `ESC [ ? 2004 h`, its end, `ESC [ K`, `ESC [ digits D` and carriage returns.
  package static func found(
    in bytes: [UInt8], allowingColour: Bool = false, allowingEditing: Bool = false
  ) -> [String] {
    var text = String(decoding: bytes, as: UTF8.self)
    if allowingEditing {
      text = text.replacing(/\u{1B}\[(\?2004[hl]|K|[0-9]+D)|\r/, with: "")
    }
    if allowingColour { text = text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    let found = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFD: true
      default: false
      }
    }
    return Set(found.map { String($0.value, radix: 16, uppercase: true) }).sorted()
  }
}
