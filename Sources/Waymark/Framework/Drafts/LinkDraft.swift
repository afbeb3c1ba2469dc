/// A reference to something else by its id, as written and not yet checked.
public struct LinkDraft: Hashable, Sendable {
  /// The id it names.
  public var id: String?
  /// How strong the link is, where links differ: `direct` or `partly`.
  public var strength: String?
  /// Where it stands.
  public var place: LineAndColumn

  /// Joins the parts.
  public init(to id: String?, strength: String? = nil, at place: LineAndColumn) {
    self.id = id
    self.strength = strength
    self.place = place
  }
}
