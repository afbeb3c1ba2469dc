/// Whether it is settled which role answers are compared with.
package enum RoleChoice: Hashable, Sendable {
  /// The person is asked where an assessment begins; one that was begun keeps its role.
  case ask
  /// It is this role, or, with `nil`, none.
  case settled(RoleID?)
}
