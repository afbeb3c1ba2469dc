import WaymarkBasics

/// Texts compared as people read them: form tools, word processors and spreadsheets change how a
/// statement or a label is written, and it stays the same to whoever reads it.
enum TolerantText {
  /// What is equal for texts that read the same.
  ///
  /// Set aside are case, what kind of blank and how many, marks that nobody sees, curly quotes and long
  /// dashes, HTML, a number in front as in `12. ` or `Q3: `, and a full stop, a colon or a star at the
  /// end.
  static func key(_ text: String) -> String {
    var words = plain(withoutMarkup(text)).split(separator: " ")
    if words.count > 1, isNumbering(words[0]) { words.removeFirst() }
    var key = words.joined(separator: " ")
    while let last = key.last, ".:*".contains(last) || last == " ", key.count > 1 {
      key.removeLast()
    }
    if key.count > 2, let quote = key.first, quote == key.last, quote == "\"" || quote == "'" {
      key = String(key.dropFirst().dropLast())
    }
    return key
  }

  /// An id as form tools rewrite it: `client.respect`, `client_respect` and `Client-Respect` are one.
  static func idKey(_ text: String) -> String {
    var key = ""
    for scalar in text.lowercased().unicodeScalars
    where !"'\u{2019}".unicodeScalars.contains(scalar) {
      if scalar == "+" {
        key += "_plus"
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.unicodeScalars.append(scalar)
      } else if key.last != "_" {
        key += "_"
      }
    }
    while key.first == "_" { key.removeFirst() }
    while key.last == "_" { key.removeLast() }
    return key
  }

  /// The texts that the heading of a column may hold beside what it says as a whole: what stands in
  /// brackets at its end, and what stands before or behind a dash, a colon, a slash or a full stop.
  ///
  /// What is nearest to the end comes first, as tools put the statement behind the question.
  static func parts(of heading: String) -> [String] {
    let text = withoutMarkup(heading).trimmed
    var parts: [String] = []
    if text.last == "]" || text.last == ")" {
      let opening: Character = text.last == "]" ? "[" : "("
      if let bracket = text.lastIndex(of: opening) {
        let inside = text[text.index(after: bracket)...].dropLast()
        // REDCap's mark of one choice of several.
        let choice = "choice="
        parts.append(String(inside.hasPrefix(choice) ? inside.dropFirst(choice.count) : inside))
        parts.append(String(text[..<bracket]))
      }
    }
    if text.first == "[", let bracket = text.firstIndex(of: "]") {
      parts.append(String(text[text.index(after: bracket)...]))
    }
    let before = parts
    for separator in [" - ", " – ", " — ", " | ", " > ", ": ", "? ", "/", ". "] {
      let pieces = text.ranges(of: separator).prefix(12)
      for range in pieces.reversed() { parts.append(String(text[range.upperBound...])) }
      for range in pieces { parts.append(String(text[..<range.lowerBound])) }
    }
    // What stands before the brackets may hold a question behind a code.
    if before.count > 1 {
      for range in before[1].ranges(of: ". ").prefix(4) {
        parts.append(String(before[1][range.upperBound...]))
      }
    }
    return parts.filter { !$0.trimmed.isEmpty }
  }

  private static func isNumbering(_ word: Substring) -> Bool {
    var rest = word.drop { $0 == "(" }
    let isQuestion = rest.first == "q"
    if isQuestion { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard digits.first?.isNumber == true, digits.utf8.count <= 7 else { return false }
    let end = rest.dropFirst(digits.count)
    return (isQuestion && end.isEmpty) || digits.last == "." && end.isEmpty
      || !end.isEmpty && end.allSatisfy { $0 == ")" || $0 == ":" || $0 == "." }
  }

  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{201A}", "\u{2BC}", "\u{2032}", "`", "\u{B4}": result += "'"
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{2033}": result += "\""
      case "\u{2010}"..."\u{2015}", "\u{2212}": result += "-"
      case "\u{2026}": result += "..."
      case _ where scalar.properties.isWhitespace:
        if !result.isEmpty, result.last != " " { result += " " }
      case _ where scalar.isHiddenOrSteering: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let entities: [(String, String)] = [
    ("&nbsp;", " "), ("&#160;", " "), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
    ("&apos;", "'"), ("&rsquo;", "'"), ("&lsquo;", "'"), ("&#8217;", "'"), ("&ldquo;", "\""),
    ("&rdquo;", "\""), ("&ndash;", "-"), ("&mdash;", "-"), ("&hellip;", "..."), ("&lt;", "<"),
    ("&gt;", ">"), ("&amp;", "&"),
  ]

  private static func withoutMarkup(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var result = ""
    var rest = text[...]
    while let opening = rest.firstIndex(of: "<") {
      result += rest[..<opening]
      let inside = rest[rest.index(after: opening)...]
      let isTag = inside.first.map { $0 == "/" || $0.isASCII && $0.isLetter } ?? false
      if isTag, let closing = inside.firstIndex(of: ">") {
        result += " "
        rest = inside[inside.index(after: closing)...]
      } else {
        result += "<"
        rest = inside
      }
    }
    result += rest
    for (entity, character) in entities { result = result.replacing(entity, with: character) }
    return result
  }
}
