/// The words of a file of level counts, `waymark counts`.
///
/// A column for each grouping, with the id of a group or `*` for all; then `competency`, `level` and
/// `count`. Every row is of one role, or of `(no answer)` for those without one. A competency's
/// levels are `1` to the highest, `na`, `unsure`, `skipped` and `not-asked`. The competency `*` with
/// the level `*` counts people, with `made-up` those who do not exist, and with `from:ID` those of one
/// campaign of one store; `area:ID` with `rated` counts who rated any competency of an area.
enum CountsWords {
  static let role = "role"
  static let columns = ["competency", "level", "count"]
  static let all = Grouping.everybody
  static let madeUp = "made-up"
  static let from = "from:"
  static let rated = "rated"
  static let areaPrefix = "area:"

  /// The word of an answer; of `nil` where nothing was asked.
  static func word(_ answer: Answer?) -> String {
    switch answer {
    case .skipped: "skipped"
    case nil: "not-asked"
    case .some(let answer): answer.word
    }
  }

  /// The answers of a scale with their words, levels first.
  static func answers(_ scale: Scale) -> [(word: String, answer: Answer?)] {
    let answers =
      scale.steps.map { Answer.level($0.level) }
      + [.notPartOfMyWork, .cannotJudge, .skipped]
    return (answers.map(Optional.some) + [nil]).map { (word($0), $0) }
  }
}
