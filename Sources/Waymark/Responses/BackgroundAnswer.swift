import WaymarkBasics

extension BackgroundQuestions.Field {
  /// The options that these texts name, in the order of the question, with everything that is
  /// wrong; the options are those of a sound answer only when nothing is.
  ///
  /// Texts compare by canonical equivalence, as all strings do: composed or not makes no difference.
  func options(
    named texts: [String], report: (@autoclosure () -> BackgroundAnswerProblem) -> Void
  ) -> [ID<BackgroundQuestions.Option>] {
    if choice == .one, texts.count > 1 {
      report(.severalOptions(field: id.description))
      return []
    }
    var chosen: Set<String> = []
    for text in texts {
      if !options.contains(where: { $0.id.description == text }) {
        report(
          .unknownOption(
            UnknownName(
              .option(of: id.description), text, among: options.map { .init($0.id, $0.label) })))
      } else if !chosen.insert(text).inserted {
        report(.repeatedOption(text, field: id.description))
      }
    }
    return options.map(\.id).filter { chosen.contains($0.description) }
  }
}

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
