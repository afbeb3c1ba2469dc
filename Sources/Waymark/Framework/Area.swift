package import WaymarkBasics

/// A group of competencies that belong together.
package struct Area: Hashable, Sendable {
  /// The area's id, such as `III`.
  package let id: AreaID
  /// The whole name: "Programming Skills".
  package let title: LocalizedText
  /// A name short enough for a list: "Programming".
  package let shortTitle: LocalizedText
  /// The area's competencies, in the order they are asked.
  package let competencies: [Competency]

  /// Joins an area and its competencies.
  package init(
    id: AreaID, title: LocalizedText, shortTitle: LocalizedText, competencies: [Competency]
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.competencies = competencies
  }
}

/// The id of an area, such as `III`.
package typealias AreaID = ID<Area>
