package import FoundationEssentials
package import WaymarkBasics

/// Something that a person has done of a path, kept as evidence.
package struct LearningRecord: Hashable, Sendable {
  /// The longest note, in Unicode scalars, as the store counts.
  package static let noteLimit = 2000

  /// The resource that was done.
  package let resource: ID<LearningResource>
  /// What it was called then.
  package let title: String
  /// The day it was done.
  package let day: CalendarDate
  /// What the person wrote about it.
  package let note: String?
  /// The levels it led from and to then; it may have left the catalogue since.
  package let serves: [LearningResource.Service]
  /// The assessment whose levels it came after; `nil` when it came before every assessment.
  ///
  /// The levels of this one rise by it; those of a later one were rated with it in mind.
  package let assessment: UUID?

  /// Joins the parts.
  package init(
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
