/// The answers of one respondent as a fixed-position string, the classical form that
/// item-response programs read: one ASCII character a competency, in the framework's order.
///
/// `1` to `8` a level, `0` not part of my work, `9` can't judge, `-` skipped, `.` not asked.
package struct AnswerSheet: Hashable, Sendable, CustomStringConvertible {
  /// The characters, one a competency, as ASCII bytes.
  package let codes: [UInt8]

  /// The codes that are no level, what was not asked last.
  static let otherCodes = [
    code(of: .notPartOfMyWork), code(of: .cannotJudge), skipped, notAsked,
  ]
  static let notAsked = UInt8(ascii: ".")
  static let skipped = UInt8(ascii: "-")

  /// Lays out answers by the positions of a framework; a competency without an answer was not
  /// asked, and an answer to a competency that the framework does not have is left out.
  package init(_ answers: [CompetencyID: Answer], framework: Framework) {
    codes = framework.competencies.map { competency in
      answers[competency.id].map(Self.code) ?? Self.notAsked
    }
  }

  /// Reads a sheet, or gives `nil` unless it has one character for each competency of the framework
  /// and each is one of the twelve, no level above the scale.
  package init?(_ text: String, framework: Framework) {
    let codes = Array(text.utf8)
    let scale = framework.scale
    guard codes.count == framework.competencies.count,
      codes.allSatisfy({ code in
        guard let answer = Self.answer(of: code) else { return code == Self.notAsked }
        return answer.level.map { scale.step($0) != nil } ?? true
      })
    else { return nil }
    self.codes = codes
  }

  /// The sheet as text.
  package var description: String { String(decoding: codes, as: UTF8.self) }

  /// The answer at a position counted from 0; `nil` where nothing was asked.
  package subscript(position: Int) -> Answer? { Self.answer(of: codes[position]) }

  static func code(of answer: Answer) -> UInt8 {
    switch answer {
    case .level(let level): UInt8(ascii: "0") + UInt8(level.rank)
    case .notPartOfMyWork: UInt8(ascii: "0")
    case .cannotJudge: UInt8(ascii: "9")
    case .skipped: skipped
    }
  }

  /// The rank of the level that a code stands for, 1 to 8; `nil` for every other code.
  package static func rank(of code: UInt8) -> Int? {
    isLevel(code) ? Int(code) - Int(UInt8(ascii: "0")) : nil
  }

  /// Whether a code stands for a level.
  static func isLevel(_ code: UInt8) -> Bool {
    // Below the first level this passes 8 as well.
    code &- UInt8(ascii: "1") < 8
  }

  /// The answer that a code stands for; `nil` for every other code, and where nothing was asked.
  package static func answer(of code: UInt8) -> Answer? {
    switch code {
    case UInt8(ascii: "0"): .notPartOfMyWork
    case UInt8(ascii: "9"): .cannotJudge
    case skipped: .skipped
    default: rank(of: code).flatMap(Level.init(rank:)).map(Answer.level)
    }
  }
}

/// What a person says of one competency; a competency that was not asked has no answer at all.
///
/// Three answers are no level. None of them is ever counted as a zero or as a gap.
public enum Answer: Hashable, Sendable {
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
