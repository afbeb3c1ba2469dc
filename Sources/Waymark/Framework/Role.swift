/// A kind of job that the levels of a person can be compared with.
public struct Role: Hashable, Sendable {
  /// The role's id, such as `librarian`.
  public let id: RoleID
  /// The role's name: "Children's librarian".
  public let title: LocalizedText

  /// Names a role.
  public init(id: RoleID, title: LocalizedText) {
    self.id = id
    self.title = title
  }
}
