package import WaymarkBasics

/// Something that has an id and a text and nothing else, as written and not yet checked.
package struct NamedDraft: Hashable, Sendable {
  /// The id.
  package var id: String?
  /// The name as people read it.
  package var title = TextDraft()
  /// Where it stands.
  package var place: LineAndColumn

  /// Begins with the id; the name follows.
  package init(id: String?, at place: LineAndColumn) {
    self.id = id
    self.place = place
  }
}
