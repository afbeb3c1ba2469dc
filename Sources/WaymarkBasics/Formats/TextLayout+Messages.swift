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
