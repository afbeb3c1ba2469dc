package import WaymarkBasics

/// One thing that people do at work, with a description of every level of it.
package struct Competency: Hashable, Sendable {
  /// How directly something speaks to an objective of a plan.
  package enum Strength: String, Hashable, Sendable, CaseIterable {
    /// The objective is about this.
    case direct
    /// The objective is about this among other things.
    case partly
  }

  /// The id, stable for ever.
  package let id: CompetencyID
  /// The number that the profession's own document gives it, when it gives one.
  package let official: String?
  /// A short name: "Speak where budgets are decided".
  package let title: LocalizedText
  /// What the person says of themselves: "I speak for ...".
  package let statement: LocalizedText
  /// What each level looks like; one for every level of the scale, lowest first.
  package let anchors: [LocalizedText]
  /// The level without which an ordinary week in a role goes wrong; a role that is absent does not
  /// ask for this competency.
  package let targets: [RoleID: Level]
  /// The objectives of the strategic plan that it supports.
  package let objectives: [ObjectiveID: Strength]
  /// The competencies that it builds on, in the order written.
  package let buildsOn: [CompetencyID]

  /// Joins the parts; a `Framework` checks that they fit together.
  package init(
    id: CompetencyID, official: String? = nil, title: LocalizedText, statement: LocalizedText,
    anchors: [LocalizedText], targets: [RoleID: Level] = [:],
    objectives: [ObjectiveID: Strength] = [:], buildsOn: [CompetencyID] = []
  ) {
    self.id = id
    self.official = official
    self.title = title
    self.statement = statement
    self.anchors = anchors
    self.targets = targets
    self.objectives = objectives
    self.buildsOn = buildsOn
  }

  /// The description of a level, or `nil` when the scale does not reach that far.
  package func anchor(_ level: Level) -> LocalizedText? {
    level.rank <= anchors.count ? anchors[level.rank - 1] : nil
  }
}

/// The id of a competency, such as `advocacy.decisions`; stable for ever.
package typealias CompetencyID = ID<Competency>
