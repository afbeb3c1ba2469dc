extension Questionnaire {
  /// What stands on the screens in the language of the session, and is taken where it is typed.
  public struct Vocabulary: Equatable, Sendable {
    /// What a statement is answered with when it is no part of the person's work.
    public let notPartOfMyWork: [String]
    /// What it is answered with when they cannot tell.
    public let cannotJudge: [String]
    /// What leaves a statement for later.
    public let skip: [String]
    /// What ratings of importance mean, from 1 on.
    public let importance: [String]
    /// No role to compare with.
    public let noRole: [String]
    /// None of a list.
    public let none: [String]
    /// What stands between the numbers of a list.
    public let and: [String]
    /// What leads further, as Enter alone does.
    public let goOn: [String]
    /// What leaves out the rest.
    public let finish: [String]

    /// Keys, numbers and the framework's own words alone.
    public static let bare = Vocabulary()

    package init(
      notPartOfMyWork: [String] = [], cannotJudge: [String] = [], skip: [String] = [],
      importance: [String] = [], noRole: [String] = [], none: [String] = [], and: [String] = [],
      goOn: [String] = [], finish: [String] = []
    ) {
      self.notPartOfMyWork = notPartOfMyWork
      self.cannotJudge = cannotJudge
      self.skip = skip
      self.importance = importance
      self.noRole = noRole
      self.none = none
      self.and = and
      self.goOn = goOn
      self.finish = finish
    }
  }
}
