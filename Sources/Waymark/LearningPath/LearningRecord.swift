public import FoundationEssentials

/// Something that a person has done of a path, kept as evidence.
public struct LearningRecord: Hashable, Sendable {
  /// The longest note, in Unicode scalars, as the store counts.
  public static let noteLimit = 2000

  /// The resource that was done.
  public let resource: ID<LearningResource>
  /// What it was called then.
  public let title: String
  /// The day it was done.
  public let day: CalendarDate
  /// What the person wrote about it.
  public let note: String?
  /// The levels it led from and to then; it may have left the catalogue since.
  public let serves: [LearningResource.Service]
  /// The assessment whose levels it came after; `nil` when it came before every assessment.
  ///
  /// The levels of this one rise by it; those of a later one were rated with it in mind.
  public let assessment: UUID?

  /// Joins the parts.
  public init(
    resource: ID<LearningResource>, title: String, day: CalendarDate, note: String? = nil,
    serves: [LearningResource.Service], assessment: UUID?
  ) {
    self.resource = resource
    self.title = title
    self.day = day
    self.note = note
    self.serves = serves
    self.assessment = assessment
  }

  /// The same without what the person wrote.
  var withoutNote: LearningRecord {
    LearningRecord(
      resource: resource, title: title, day: day, serves: serves, assessment: assessment)
  }
}
