package import WaymarkBasics

/// A kind of job that the levels of a person can be compared with.
package struct Role: Hashable, Sendable {
  /// The role's id, such as `librarian`.
  package let id: RoleID
  /// The role's name: "Children's librarian".
  package let title: LocalizedText

  /// Names a role.
  package init(id: RoleID, title: LocalizedText) {
    self.id = id
    self.title = title
  }
}

/// The id of a target role, such as `librarian`.
package typealias RoleID = ID<Role>
