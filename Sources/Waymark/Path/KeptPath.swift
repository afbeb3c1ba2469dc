package import FoundationEssentials
public import WaymarkBasics

/// A path as a person last saw it.
///
/// The next one refers to its steps by their numbers, says what has changed, and updates the
/// calendar that was made of it.
public struct KeptPath: Equatable, Sendable {
  /// A step with what is needed once its resource has left the catalogue.
  package struct Step: Hashable, Sendable {
    package let resource: ID<LearningResource>
    /// What it was called.
    package let title: String
    /// The day by which it is done, or on which it takes place; `nil` without weeks.
    package let day: CalendarDate?
    /// The levels it leads from and to.
    package let serves: [LearningResource.Service]

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

  package init(steps: [Step], assessment: UUID, made: CalendarDate, revision: Int) {
    self.steps = steps
    self.assessment = assessment
    self.made = made
    self.revision = revision
  }
}

/// How a path differs from the one that was seen before it.
public enum PathChange: Hashable, Sendable {
  /// A step that was done.
  case done(DoneStep)
  /// A step that the catalogue no longer has.
  case vanished(title: String)
  /// A step that is none any more, and why.
  case removed(LearningResource, LearningPath.Obstacle)
  /// A step that serves no gap any more.
  case needless(title: String)
  /// A new step.
  case added(LearningResource)
  /// A step with another day.
  case moved(LearningResource, from: CalendarDate, to: CalendarDate)

  /// What has changed from one path to the next: first the steps that went, then those that came or
  /// moved, each in the order of its path.
  static func changes(
    from kept: KeptPath, to steps: [LearningPath.Step], leftOut: [LearningPath.LeftOut],
    done: [DoneStep], catalogue: Catalogue
  ) -> [PathChange] {
    let now = Set(steps.map(\.resource.id))
    let known = Set(catalogue.resources.map(\.id))
    let gone = kept.steps.filter { !now.contains($0.resource) }.map { step -> PathChange in
      if let record = done.first(where: { $0.resource == step.resource }) { return .done(record) }
      guard known.contains(step.resource) else { return .vanished(title: step.title) }
      return leftOut.first { $0.resource.id == step.resource }.map {
        .removed($0.resource, $0.reason)
      } ?? .needless(title: step.title)
    }
    let came = steps.compactMap { step -> PathChange? in
      guard let before = kept.steps.first(where: { $0.resource == step.resource.id }) else {
        return .added(step.resource)
      }
      guard let from = before.day, let to = step.day, from != to else { return nil }
      return .moved(step.resource, from: from, to: to)
    }
    return gone + came
  }
}
