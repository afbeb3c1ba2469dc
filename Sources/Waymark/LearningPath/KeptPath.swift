package import FoundationEssentials
package import WaymarkBasics

/// A path as a person last saw it.
///
/// The next one refers to its steps by their numbers, says what has changed, and updates the
/// calendar that was made of it.
package struct KeptPath: Equatable, Sendable {
  /// A step with what is needed once its resource has left the catalogue.
  package struct Step: Hashable, Sendable {
    /// The resource.
    package let resource: ID<LearningResource>
    /// What it was called.
    package let title: String
    /// The day by which it is done, or on which it takes place; `nil` without weeks.
    package let day: CalendarDate?
    /// The levels it leads from and to.
    package let serves: [LearningResource.Service]

    /// Joins the parts.
    package init(
      resource: ID<LearningResource>, title: String, day: CalendarDate?,
      serves: [LearningResource.Service]
    ) {
      self.resource = resource
      self.title = title
      self.day = day
      self.serves = serves
    }
  }

  /// The steps in order.
  package let steps: [Step]
  /// The assessment that it was made from.
  package let assessment: UUID
  /// The day it was made.
  package let made: CalendarDate
  /// Counts the times that the steps changed, from 0.
  package let revision: Int

  /// Joins the parts.
  package init(steps: [Step], assessment: UUID, made: CalendarDate, revision: Int) {
    self.steps = steps
    self.assessment = assessment
    self.made = made
    self.revision = revision
  }
}
