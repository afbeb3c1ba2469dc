/// What a person says of one competency; a competency that was not asked has no answer at all.
///
/// Three answers are no level. None of them is ever counted as a zero or as a gap.
package enum Answer: Hashable, Sendable {
  /// The highest level that is true of the person now.
  case level(Level)
  /// Nobody expects this of the person at work.
  case notPartOfMyWork
  /// The person has had no chance to tell.
  case cannotJudge
  /// The person passed the question over.
  case skipped

  /// The level, when the answer is one.
  package var level: Level? {
    if case .level(let level) = self { level } else { nil }
  }

  /// The answer as files for people hold it: `1` to `8`, `na`, `unsure`, or empty for skipped.
  package var word: String {
    switch self {
    case .level(let level): String(level.rank)
    case .notPartOfMyWork: "na"
    case .cannotJudge: "unsure"
    case .skipped: ""
    }
  }

  /// Reads what `word` writes, or gives `nil`.
  package init?(word: String) {
    switch word {
    case "na": self = .notPartOfMyWork
    case "unsure": self = .cannotJudge
    case "": self = .skipped
    default:
      guard let digit = word.utf8.first, word.utf8.count == 1,
        let level = Level(rank: Int(digit) - Int(UInt8(ascii: "0")))
      else { return nil }
      self = .level(level)
    }
  }
}
