package import WaymarkBasics

/// What an association wants to reach in some years, and which competencies speak to it.
package struct StrategicPlan: Hashable, Sendable {
  /// A sphere of transformation: whom the plan changes.
  package struct Sphere: Hashable, Sendable {
    /// The sphere's id.
    package let id: ID<Sphere>
    /// The sphere's name.
    package let title: LocalizedText
  }

  /// An area of strategic action: what the plan works on.
  package struct Action: Hashable, Sendable {
    /// The area of action's id, such as `EDI`.
    package let id: ID<Action>
    /// The area of action's name.
    package let title: LocalizedText
  }

  /// What answers to a self-assessment can say about an objective.
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The competencies that speak to it are the objective's subject.
    case direct
    /// They are a part of it.
    case partly
    /// They hint at it.
    case weak
    /// Not the levels but the use of the tool itself says something.
    case use
    /// Nothing that people say of their own skill measures it.
    case no
  }

  /// One objective of the plan.
  package struct Objective: Hashable, Sendable {
    /// The objective's id, such as `ADV-1`.
    package let id: ObjectiveID
    /// The area of action it belongs to.
    package let action: ID<Action>
    /// The sphere it belongs to.
    package let sphere: ID<Sphere>
    /// The gist of it.
    package let title: LocalizedText
    /// What self-assessment can say of it, in words.
    package let note: LocalizedText
    /// What self-assessment can say of it.
    package let measure: Measure
    /// Whether how many are willing to serve speaks to it.
    package let countsService: Bool
    /// The competencies that speak to it.
    package let competencies: [CompetencyID: Competency.Strength]
  }

  /// The plan's id, the same in all its versions.
  package let id: ID<StrategicPlan>
  /// The version, such as `2020-2023`.
  package let version: String
  /// The language of the original texts.
  package let language: LanguageTag
  /// The framework whose competencies the plan names, by id and version.
  package let framework: FrameworkReference
  /// The first and the last year.
  package let years: ClosedRange<Int>
  /// The plan's name.
  package let title: LocalizedText
  /// Where it comes from.
  package let source: LocalizedText
  /// The spheres in order.
  package let spheres: [Sphere]
  /// The areas of action in order.
  package let actions: [Action]
  /// The objectives in order.
  package let objectives: [Objective]
}

/// The id of an objective of a strategic plan, such as `ADV-1`.
package typealias ObjectiveID = ID<StrategicPlan.Objective>
