/// Why a report has no number in some place.
public enum Absence: Hashable, Sendable {
  /// Too few people: the number could show one of them.
  case withheld
  /// Nobody who answered has a role that asks for it.
  case noTarget
  /// Nobody gave a level.
  case noAnswers
  /// One answer does not vary.
  case oneAnswer
  /// A scale of one statement.
  case oneStatement
  /// All answered alike.
  case noVariation

  /// The mark that stands for a withheld number in every format.
  public static let withheldMark = "[c]"

  /// What stands in the place of the number: `[c]` when it is withheld, else nothing.
  public var mark: String { self == .withheld ? Self.withheldMark : "" }

  /// The reason in words.
  public var reason: String {
    switch self {
    case .withheld: "withheld, too few people"
    case .noTarget: "no role of those who answered asks for it"
    case .noAnswers: "nobody gave a level"
    case .oneAnswer: "one answer does not vary"
    case .oneStatement: "it is about a single statement"
    case .noVariation: "all answered alike"
    }
  }
}
