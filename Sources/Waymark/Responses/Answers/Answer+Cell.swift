extension Answer {
  /// Reads a cell: `1` to the highest level of the scale, `na`, `unsure`, empty for skipped; `.` is
  /// not asked and gives `nil`.
  ///
  /// Nothing else is read, not even with a blank beside it: a guess would be somebody's answer.
  static func read(cell: String, scale: Scale) throws(AnswerWordProblem) -> Answer? {
    if cell == "." { return nil }
    if let answer = valid(cell, scale: scale) { return answer }
    if missingWords.contains(cell.lowercased()) { throw .ambiguous(cell) }
    throw .notAnAnswer(cell, levels: scale.steps.count, near: near(cell, scale: scale))
  }

  private static let missingWords: Set<String> = [
    "na", "n/a", "n.a.", "#n/a", "nan", "null", "none", "-", "--", "–", "—",
  ]

  private static func valid(_ word: String, scale: Scale) -> Answer? {
    guard let answer = Answer(word: word) else { return nil }
    if let level = answer.level, level.rank > scale.steps.count { return nil }
    return answer
  }

  /// The word without blanks and capitals, with ASCII for any other digit, if that is an answer.
  private static func near(_ cell: String, scale: Scale) -> String? {
    guard cell.utf8.count <= 64 else { return nil }
    let word = cell.filter { !$0.isWhitespace }.lowercased()
    let digits = word.count == 1 ? word.first?.wholeNumberValue.map(String.init) : nil
    let guess = digits ?? word
    return guess == "" || valid(guess, scale: scale) == nil ? nil : guess
  }
}
