package import WaymarkBasics

/// A reference to something else by its id, as written and not yet checked.
package struct LinkDraft: Hashable, Sendable {
  /// The id it names.
  package var id: String?
  /// How strong the link is, where links differ: `direct` or `partly`.
  package var strength: String?
  /// Where it stands.
  package var place: LineAndColumn

  /// Joins the parts.
  package init(to id: String?, strength: String? = nil, at place: LineAndColumn) {
    self.id = id
    self.strength = strength
    self.place = place
  }
}
