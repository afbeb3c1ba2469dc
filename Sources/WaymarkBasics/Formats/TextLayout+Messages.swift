extension TextLayout {
  /// A message in lines of at most `width` columns, broken at spaces as `wrap` does; a command to copy
  /// stands on one line where it fits on one.
  package static func message(_ text: String, width: Int) -> [String] {
    guard !text.contains(joint) else { return wrap(text, width: width) }
    return wrap(joiningCommands(of: text, width: width), width: width)
      .map { String($0.map { $0 == joint ? " " : $0 }) }
  }

  /// Stands between the words of a command while lines are broken; of private use, and as wide as a space.
  private static let joint: Character = "\u{E000}"

  private static func joiningCommands(of text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      var parts: [String] = []
      var place = 0
      while place < words.count {
        let length = commandLength(words[place...])
        let command = words[place..<place + length].joined(separator: String(joint))
        let isWhole = columns(command) <= width
        parts += isWhole ? [command] : words[place..<place + length].map(String.init)
        place += length
      }
      return parts.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// How many of the words belong to a command that begins with the first; 1 where none does.
  private static func commandLength(_ words: ArraySlice<Substring>) -> Int {
    guard let first = words.first, first.drop(while: { "`(".contains($0) }) == "waymark" else {
      return 1
    }
    var (length, names) = (1, 0)
    var (takesValue, isQuoted) = (false, false)
    for word in words.dropFirst() {
      let isOption = word.hasPrefix("-")
      let isName = names < 2 && word.first?.isLowercase == true && length == names + 1
      let isPlaceholder = word.first.map { $0.isUppercase || $0 == "'" } ?? false
      guard isQuoted || isOption || takesValue || isName || isPlaceholder else { break }
      length += 1
      if isName { names += 1 }
      takesValue = isOption
      if word.hasPrefix("'") { isQuoted = true }
      if isQuoted, word.count > 1 || !word.hasPrefix("'"), word.contains(closingQuote) {
        isQuoted = false
      }
      if !isQuoted, let last = word.last, ";,.:`)".contains(last) { break }
    }
    return length
  }

  /// A quote at the end of a word, perhaps before what ends a sentence.
  private static var closingQuote: Regex<Substring> { /'[;,.:`)]*$/ }
}
