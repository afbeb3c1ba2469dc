/// Something that has an id and a text and nothing else, as written and not yet checked.
public struct NamedDraft: Hashable, Sendable {
  /// The id.
  public var id: String?
  /// The name as people read it.
  public var title = TextDraft()
  /// Where it stands.
  public var place: LineAndColumn

  /// Begins with the id; the name follows.
  public init(id: String?, at place: LineAndColumn) {
    self.id = id
    self.place = place
  }
}
