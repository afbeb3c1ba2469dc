import WaymarkBasics

/// What is wrong with the answer to a background question.
package enum BackgroundAnswerProblem: Problem {
  /// An option that the question does not offer.
  case unknownOption(UnknownName)
  /// The same option twice.
  case repeatedOption(String, field: String)
  /// Several options where one may be chosen.
  case severalOptions(field: String)

  /// What is wrong.
  package var what: String {
    switch self {
    case .unknownOption(let unknown): unknown.what
    case .repeatedOption(let option, let field):
      "the background question '\(field)' is answered '\(option)' twice"
    case .severalOptions(let field): "the background question '\(field)' takes one answer"
    }
  }

  package var mend: String {
    switch self {
    case .unknownOption(let unknown): unknown.mend
    case .repeatedOption: "write it once"
    case .severalOptions: "leave one of them"
    }
  }
}
