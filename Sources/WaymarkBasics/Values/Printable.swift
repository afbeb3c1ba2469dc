extension StringProtocol {
  /// The text with everything that could steer a terminal or hide itself shown as `\u{1B}`.
  ///
  /// Shown so: control characters (C0, DEL, C1) but line feed and tab, line and paragraph separators,
  /// interlinear annotations, and everything that Unicode calls default ignorable, as it is drawn as
  /// nothing (UAX 44): bidirectional overrides and isolates, byte order marks, soft hyphens, fillers,
  /// variation selectors, tags. Kept is what a text needs in order to be itself: the joiners U+200C
  /// and U+200D between letters or emoji, the variation selectors U+FE0E and U+FE0F behind a
  /// character that can be drawn as an emoji. A byte of a file name that is no UTF-8, which the
  /// commands carry as U+10FF00 plus the byte, is shown as `\xFF`.
  package var printable: String {
    if isPlain { return String(self) }
    var result = ""
    var previous: Unicode.Scalar?
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar.isHiddenOrSteering, !scalar.isPart(after: previous, before: rest.first) {
        result += scalar.escaped
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// Whether it is made of printable ASCII alone, as most texts are.
  private var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// `printable` on one line: line feeds and tabs are shown too.
  package var printableLine: String {
    if isPlain { return String(self) }
    return printable.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
  }
}

extension Unicode.Scalar {
  /// Whether a terminal could be steered by it, or a reader not see it, where it joins nothing.
  package var isHiddenOrSteering: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x20..<0x7F: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0xFFF9...0xFFFB: true
    case 0x10_FF80...0x10_FFFF: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }

  fileprivate var escaped: String {
    let hexadecimal = String(value, radix: 16, uppercase: true)
    return value >= 0x10_FF80 ? "\\x\(hexadecimal.suffix(2))" : "\\u{\(hexadecimal)}"
  }

  /// Whether what can hide belongs to the text that it stands in.
  fileprivate func isPart(after left: Unicode.Scalar?, before right: Unicode.Scalar?) -> Bool {
    guard let left else { return false }
    switch value {
    case 0x200C, 0x200D: return left.canBeJoined && right?.canBeJoined ?? false
    // Digits, # and * are emoji too, but only as keycaps.
    case 0xFE0E, 0xFE0F:
      return left.properties.isEmoji && (left.value >= 0x80 || right?.value == 0x20E3)
    default: return false
    }
  }

  private var canBeJoined: Bool {
    properties.isAlphabetic || properties.isEmoji || value == 0xFE0F
      || properties.canonicalCombiningClass == .virama
  }
}

extension String {
  /// The text for a message: what is longer than 60 Unicode scalars is cut and ends in `...`, as a
  /// cell or an attribute may hold 64 KiB.
  package var clipped: String { clipped(to: 60) }

  /// The text for a message, cut to so many Unicode scalars.
  package func clipped(to limit: Int) -> String {
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    return String(unicodeScalars.prefix(limit - 3)) + "..."
  }

  /// The clipped text in quotes; blanks that are not the usual one are shown as `\u{A0}`, as nobody
  /// sees that two texts differ by them.
  package var excerpt: String { "'\(clipped.showingBlanks)'" }

  private var showingBlanks: String {
    guard utf8.contains(where: { $0 > 0x7F }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.value > 0x7F, scalar.properties.generalCategory == .spaceSeparator {
        result += scalar.escaped
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text `printable` on one line, cut where it is longer than any sentence of ours.
  package var asPartOfLine: String {
    // Cut first: only the beginning of what is far too long is looked at.
    clipped(to: 1_000).printableLine.clipped(to: 600)
  }
}

extension String {
  /// The text without white space at either end.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
