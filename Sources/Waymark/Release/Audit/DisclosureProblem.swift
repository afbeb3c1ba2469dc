import WaymarkBasics

/// Why a release is refused; says what could be worked out, never how many people it is.
package enum DisclosureProblem: Problem, Error {
  /// A dimension or a category has a name that tables need for themselves.
  case reservedName(String)
  /// A dimension or a category is there twice.
  case repeatedName(String)
  /// A table names a dimension that is not there, has none or more than two, or has another number
  /// of counts than cells.
  case malformedTable(String)
  /// Two tables add up to different numbers of people.
  case unequalTables(String)
  /// The counts differ from those of an earlier release of the campaign, or lack some of them.
  case changedSinceRelease(String)
  /// The size of a withheld group could be worked out too closely.
  case tooNarrow(String)
  /// A member of a small withheld group could work out the size of another one.
  case knownToInsider(String)
  /// What a withheld group answered could be worked out too closely; one without a name is all of them.
  case figureTooNarrow(String?)
  /// Two published groups, one inside the other, differ by a few people only.
  case smallDifference(String, String)
  /// The tables together have more combinations than can be proved safe.
  case tooManyCombinations(Int)
  /// The solver could not tell whether the release is safe.
  case unproved

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .reservedName(let name): "'\(name)' is no name for a dimension or a category"
    case .repeatedName(let name): "'\(name)' is there twice"
    case .malformedTable(let name): "the table '\(name)' does not fit its dimensions"
    case .unequalTables(let name):
      "the table '\(name)' adds up to other numbers of people than the tables before it"
    case .changedSinceRelease(let group):
      "an earlier release of this campaign says something else about \(group)"
    case .tooNarrow(let group): "the number of people in \(group) could be worked out"
    case .knownToInsider(let group):
      "a member of a small group could work out the number of people in \(group)"
    case .figureTooNarrow(let group):
      "what \(group ?? "people who are withheld") answered could be worked out"
    case .smallDifference(let inner, let outer):
      "\(outer) less \(inner) would show a few people by themselves"
    case .tooManyCombinations(let count):
      "the tables together have \(count) combinations, more than can be proved safe"
    case .unproved: "the tables could not be proved to expose nobody"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .reservedName: "call it something else than Total, All, * or nothing"
    case .repeatedName: "leave one of them out"
    case .malformedTable: "give one count for each combination of one or two dimensions"
    case .unequalTables: "count all tables from the same answers"
    case .changedSinceRelease:
      "publish from the answers that the earlier release was made from; a published campaign is frozen"
    case .tooNarrow, .knownToInsider, .figureTooNarrow, .smallDifference, .unproved:
      "publish fewer tables, or tables with wider categories"
    case .tooManyCombinations: "publish fewer tables, or tables that share fewer dimensions"
    }
  }
}
