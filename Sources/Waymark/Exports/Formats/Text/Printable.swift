extension StringProtocol {
  /// The text with everything that could steer a terminal or hide itself shown as `\u{1B}`.
  ///
  /// Shown so: control characters (C0, DEL, C1) but line feed and tab, bidirectional overrides and
  /// isolates, line and paragraph separators, byte order marks, and zero-width characters that do
  /// not join two letters or emoji. A byte of a file name that is no UTF-8, which the commands carry
  /// as U+10FF00 plus the byte, is shown as `\xFF`.
  public var printable: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(self) }
    var result = ""
    var previous: Unicode.Scalar?
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar.isHiddenOrSteering, !scalar.joins(previous, rest.first) {
        result += scalar.escaped
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// `printable` on one line: line feeds and tabs are shown too.
  public var printableLine: String {
    printable.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
  }
}

extension Unicode.Scalar {
  /// Whether a terminal could be steered by it, or a reader not see it, where it joins nothing.
  var isHiddenOrSteering: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0x061C: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF, 0x10_FF80...0x10_FFFF: true
    default: false
    }
  }

  fileprivate var escaped: String {
    let hexadecimal = String(value, radix: 16, uppercase: true)
    return value >= 0x10_FF80 ? "\\x\(hexadecimal.suffix(2))" : "\\u{\(hexadecimal)}"
  }

  fileprivate func joins(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
    guard value == 0x200C || value == 0x200D, let left, let right else { return false }
    return left.canBeJoined && right.canBeJoined
  }

  private var canBeJoined: Bool {
    properties.isAlphabetic || properties.isEmoji || value == 0xFE0F
      || properties.canonicalCombiningClass == .virama
  }
}
