/// Plain text laid out in the columns of a terminal.
package enum TextLayout {
  /// How many columns a text takes on a terminal.
  ///
  /// Combining marks, joiners and control characters take none, wide East Asian characters and
  /// emoji take two, everything else takes one; an emoji of several scalars is one emoji. Text that
  /// came from outside is made `printable` first. Widths follow Unicode Standard Annex 11, where an
  /// ambiguous width counts as one; terminals disagree about some newer emoji.
  package static func columns(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text in lines of at most `width` columns, broken at spaces.
  ///
  /// The first line starts as the text does, so that a label can stand in front; the lines after it
  /// begin with `hanging` spaces, but no more than half a line, so that what is printed grows with the
  /// text alone. Runs of spaces inside a line are kept, those at a break are not.
  /// A line break in the text stays one, and the line after it hangs too. A word longer than a line
  /// is cut between characters, but an address, which could not be copied in pieces, stands whole on a line
  /// of its own; else only a character that is wider than a line goes past it. A tab
  /// counts as a space. Empty text gives one empty line.
  package static func wrap(_ text: String, width: Int, hanging: Int = 0) -> [String] {
    let indentation = String(repeating: " ", count: max(0, min(hanging, width / 2)))
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      for piece in pieces(
        paragraph, first: lines.isEmpty ? width : width - indentation.utf8.count,
        next: width - indentation.utf8.count)
      {
        lines.append(lines.isEmpty || piece.isEmpty ? piece : indentation + piece)
      }
    }
    return lines
  }

  /// The text and as many spaces as it lacks to be `width` columns wide.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  /// As many spaces as the text lacks to be `width` columns wide, and the text.
  package static func leftPadded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns(text))) + text
  }

  /// How wide a column of names has to be; `nil` where names are so long that what
  /// they name stands better behind each of them, in the whole width.
  package static func nameColumn(_ names: [String], in style: TextStyle) -> Int? {
    let longest = names.map { columns($0.printableLine) }.max() ?? 0
    return style.width >= narrowest && longest <= longestName ? longest : nil
  }

  private static let longestName = 24
  private static let narrowest = 60

  private static func pieces(_ paragraph: Substring, first: Int, next: Int) -> [String] {
    var pieces: [String] = []
    var line = ""
    var used = 0
    var room: Int { pieces.isEmpty ? first : next }
    func finishLine() {
      pieces.append(line)
      line = ""
      used = 0
    }
    var rest = paragraph
    while !rest.isEmpty {
      let gap = rest.prefix { $0 == " " || $0 == "\t" }
      let word = rest.dropFirst(gap.count).prefix { $0 != " " && $0 != "\t" }
      rest = rest[word.endIndex...]
      guard !word.isEmpty else { break }
      let taken = columns(word)
      let startsParagraph = pieces.isEmpty && used == 0
      if used + gap.count + taken <= room || startsParagraph && gap.count < room {
        line += String(repeating: " ", count: gap.count)
        used += gap.count
      } else if used > 0 {
        finishLine()
      }
      guard used + taken > room, WebLink(String(word)) == nil else {
        line += word
        used += taken
        continue
      }
      for character in word {
        let width = columns(of: character)
        if used + width > room, used > 0 { finishLine() }
        line.append(character)
        used += width
      }
    }
    pieces.append(line)
    return pieces
  }

  private static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
      return 2
    }
    return scalars.reduce(0) { $0 + $1.columns }
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    switch value {
    case 0x20..<0x7F, 0xAD: return 1
    // The vowels and final consonants of a Hangul syllable are drawn inside its first consonant.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF0...0x18CFF,
      0x18D00...0x18D08, 0x1AFF0...0x1B2FF, 0x1F200...0x1F251, 0x20000...0x2FFFD,
      0x30000...0x3FFFD:
      return isCombining ? 0 : 2
    default:
      return isCombining ? 0 : 1
    }
  }

  private var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }
}

/// How text for people is written: how wide, with which accents, in which form.
public struct TextStyle: Hashable, Sendable {
  /// The widths that a page of text can have, in columns.
  package static let widths = 40...200

  /// How many columns a line may take.
  package let width: Int
  /// Whether bold and one accent colour are used; nothing is said by them alone.
  package let isColoured: Bool
  /// Whether every line stands alone, for screen readers: no alignment, no indentation, no bars.
  package let isAccessible: Bool
  /// Whether ids stand beside titles, for who writes commands or files.
  package let showsIDs: Bool

  /// Makes a style; a width outside of `widths` is moved to the nearest end, and the accessible
  /// form has no colour.
  public init(
    width: Int = 80, colour: Bool = false, accessible: Bool = false, ids: Bool = false
  ) {
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    isColoured = colour && !accessible
    isAccessible = accessible
    showsIDs = ids
  }

  package func bold(_ text: String) -> String { paint(text, "1") }

  /// The text in the accent: cyan of the 16 colours, which people can remap.
  package func accent(_ text: String) -> String { paint(text, "36") }

  /// The text fainter than the rest.
  package func dim(_ text: String) -> String { paint(text, "2") }

  private func paint(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension TextLayout {
  /// A message in lines of at most `width` columns, broken at spaces and nowhere else: a word that is
  /// wider, such as a path, stands whole on a line of its own, and so does a command to copy that fits
  /// on one.
  ///
  /// A line break in the text stays one. Empty text gives one empty line.
  package static func message(_ text: String, width: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
      var lines: [String] = []
      var current: String?
      for part in parts(of: line, width: width) {
        if let before = current, columns(before) + 1 + columns(part) > width {
          lines.append(before)
          current = part
        } else {
          current = current.map { "\($0) \(part)" } ?? part
        }
      }
      return lines + [current ?? ""]
    }
  }

  /// The words of a line, those of a command as one where it fits on a line.
  private static func parts(of line: Substring, width: Int) -> [String] {
    var words = line.split(separator: " ", omittingEmptySubsequences: false)
    while words.count > 1, words.last?.isEmpty == true { words.removeLast() }
    var parts: [String] = []
    var place = 0
    while place < words.count {
      let length = commandLength(words[place...])
      let command = words[place..<place + length].joined(separator: " ")
      parts +=
        columns(command) <= width
        ? [command] : words[place..<place + length].map(String.init)
      place += length
    }
    return parts
  }

  /// How many of the words belong to a command that begins with the first; 1 where none does.
  ///
  /// A command is `waymark`, up to two names, then options with a value each and what is in quotes or
  /// capitals; it ends with what ends a part of a sentence.
  private static func commandLength(_ words: ArraySlice<Substring>) -> Int {
    guard let first = words.first, first.drop(while: { "`(".contains($0) }) == "waymark" else {
      return 1
    }
    var (length, names) = (1, 0)
    var (takesValue, isQuoted) = (false, false)
    for word in words.dropFirst() {
      let isOption = word.hasPrefix("-")
      let isName = names < 2 && length == names + 1 && word.first?.isLowercase == true
      let isPlaceholder = word.first.map { $0.isUppercase || $0 == "'" } ?? false
      guard isQuoted || isOption || takesValue || isName || isPlaceholder else { break }
      length += 1
      if isName { names += 1 }
      takesValue = isOption
      let end = word.lastIndex { !sentenceEnds.contains($0) }
      let opens = !isQuoted && word.hasPrefix("'")
      let closes = end.map { word[$0] == "'" && (!opens || $0 > word.startIndex) } ?? false
      isQuoted = (isQuoted || opens) && !closes
      if !isQuoted, let last = word.last, sentenceEnds.contains(last) { break }
    }
    return length
  }

  private static let sentenceEnds = ";,.:`)"
}
