import WaymarkBasics

extension Questionnaire {
  /// How much is asked first; the rest waits until the person wants it.
  public enum Breadth: Hashable, Sendable {
    /// The core statements, whatever the role asks.
    case core
    /// What the role asks; everything without a role.
    case byRole
    /// Everything, whatever the role asks.
    case everything

    /// How much an assessment asks first that is for the person's own use.
    public init(of form: QuestionnaireForm) {
      switch form {
      case .full: self = .byRole
      case .core: self = .core
      }
    }
  }

  /// The statements that are asked first of a role; `nil` where these are all.
  func first(for role: RoleID?) -> Set<CompetencyID>? {
    let statements =
      switch breadth {
      case .core: framework.coreStatements
      case .byRole, .everything: role.map(framework.statements) ?? []
      }
    return statements.isEmpty ? nil : statements
  }
}

extension Framework {
  /// The statements that a role asks.
  fileprivate func statements(for role: RoleID) -> Set<CompetencyID> {
    Set(competencies.filter { $0.targets[role] != nil }.map(\.id))
  }
}

extension StoredAssessment {
  /// How much its questionnaire asks first: a campaign asks whatever it asks at once.
  public var breadth: Questionnaire.Breadth {
    invitation == nil ? Questionnaire.Breadth(of: assessment.form) : .everything
  }
}
