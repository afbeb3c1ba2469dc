package import WaymarkBasics

/// Why nothing of a campaign is published, whatever its figures are.
package enum PublicationProblem: Problem, Error {
  /// A table sorts people twice by the same answer.
  case sortedTwice(String, String)
  /// Two tables sort people by the same answer, and neither follows from the other.
  case subtractable(String, String)
  /// Smaller groups were asked for than anything is published of.
  case smallGroups(least: Int)
  /// The campaign declared no table.
  case nothingDeclared
  case nobodyAnswered(ID<Campaign>)
  /// Fewer people answered than a group has.
  case fewAnswered(least: Int)

  /// Whether the rules of privacy refuse it; else something is missing.
  package var isRefusal: Bool {
    switch self {
    case .sortedTwice, .subtractable, .smallGroups, .fewAnswered: true
    case .nothingDeclared, .nobodyAnswered: false
    }
  }

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .sortedTwice(let first, let second):
      "a table by '\(first)' and '\(second)' sorts people twice by the same answer"
    case .subtractable(let first, let second):
      "'\(first)' and '\(second)' sort people by the same answer, so that one could be subtracted "
        + "from the other"
    case .smallGroups(let least): "a public report needs groups of \(least) people or more"
    case .nothingDeclared: "it declared no table to publish"
    case .nobodyAnswered: "nobody has answered so far"
    case .fewAnswered(let least):
      "fewer than \(least) people answered, so that nothing can be published about any of them"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .sortedTwice: "declare a table by each"
    case .subtractable: "publish only one of them"
    case .smallGroups: "leave --min-group out"
    case .nothingDeclared:
      "declare them when a campaign begins: waymark campaign new NAME --table role,state"
    case .nobodyAnswered(let campaign):
      "take responses in first: waymark import responses FILE --campaign \(campaign)"
    case .fewAnswered: "wait for more answers"
    }
  }
}
