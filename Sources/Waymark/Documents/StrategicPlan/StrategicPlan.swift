public import WaymarkBasics

/// What an association wants to reach in some years, and which competencies speak to it.
public struct StrategicPlan: Hashable, Sendable {
  /// A core value of the association.
  public struct Value: Hashable, Sendable {
    /// The value's id.
    public let id: ID<Value>
    /// The value's name.
    public let title: LocalizedText
    /// What is meant by it, where the document says so.
    public let description: LocalizedText?
  }

  /// A sphere of transformation: whom the plan changes.
  public struct Sphere: Hashable, Sendable {
    /// The sphere's id.
    public let id: ID<Sphere>
    /// The sphere's name.
    public let title: LocalizedText
    /// What is meant by it, where the document says so.
    public let description: LocalizedText?
  }

  /// An area of strategic action: what the plan works on.
  public struct Action: Hashable, Sendable {
    /// The area of action's id, such as `EDI`.
    public let id: ID<Action>
    /// The area of action's name.
    public let title: LocalizedText
    /// What is meant by it, where the document says so.
    public let description: LocalizedText?
  }

  /// What answers to a self-assessment can say about an objective.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
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
  public struct Objective: Hashable, Sendable {
    /// The objective's id, such as `ADV-1`.
    public let id: ObjectiveID
    /// The area of action it belongs to.
    public let action: ID<Action>
    /// The sphere it belongs to.
    public let sphere: ID<Sphere>
    /// The gist of it.
    public let title: LocalizedText
    /// What self-assessment can say of it, in words.
    public let note: LocalizedText
    /// What self-assessment can say of it.
    public let measure: Measure
    /// Whether how many are willing to serve speaks to it.
    public let countsService: Bool
    /// The competencies that speak to it.
    public let competencies: [CompetencyID: Competency.Strength]
  }

  /// The plan's id, the same in all its versions.
  public let id: ID<StrategicPlan>
  /// The version, such as `2020-2023`.
  public let version: String
  /// The language of the original texts.
  public let language: LanguageTag
  /// The framework whose competencies the plan names, by id and version.
  public let framework: FrameworkReference
  /// The first and the last year.
  public let years: ClosedRange<Int>
  /// The plan's name.
  public let title: LocalizedText
  /// Where it comes from.
  public let source: LocalizedText
  /// What the association wants the world to be like, where the document says so.
  public let vision: LocalizedText?
  /// The association's core values in order; empty where the document names none.
  public let values: [Value]
  /// The spheres in order.
  public let spheres: [Sphere]
  /// The areas of action in order.
  public let actions: [Action]
  /// The objectives in order.
  public let objectives: [Objective]

  /// Whether the last of its years is over.
  public func hasEnded(on day: CalendarDate) -> Bool { years.upperBound < day.year }
}

/// The id of an objective of a strategic plan, such as `ADV-1`.
public typealias ObjectiveID = ID<StrategicPlan.Objective>
