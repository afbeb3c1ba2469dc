/// A group of competencies that belong together.
public struct Area: Hashable, Sendable {
  /// The area's id, such as `III`.
  public let id: AreaID
  /// The whole name: "Programming Skills".
  public let title: LocalizedText
  /// A name short enough for a list: "Programming".
  public let shortTitle: LocalizedText
  /// The area's competencies, in the order they are asked.
  public let competencies: [Competency]

  /// Joins an area and its competencies.
  public init(
    id: AreaID, title: LocalizedText, shortTitle: LocalizedText, competencies: [Competency]
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.competencies = competencies
  }
}
