/// Which of the statements of a framework a person answers.
public enum QuestionnaireForm: String, Hashable, Sendable, CaseIterable {
  /// Whatever there is; what the role asks comes first.
  case full
  /// The core statements alone, a few of each area.
  case core
}

extension Framework {
  /// The statements of the core form; empty where the framework marks none.
  public var coreStatements: Set<CompetencyID> {
    Set(competencies.filter(\.isCore).map(\.id))
  }

  /// The statements of a form alone.
  public func asking(_ form: QuestionnaireForm) -> Framework {
    switch form {
    case .full: self
    case .core: asking(only: coreStatements)
    }
  }
}
