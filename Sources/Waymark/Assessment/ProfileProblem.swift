import WaymarkBasics

/// Why a profile cannot be made.
package enum ProfileProblem: Problem, Error {
  /// The framework has no such role.
  case unknownRole(RoleID, near: String?)
  /// An assessment answers other words than those of the framework at hand.
  case otherFramework(Framework.Key, expected: FrameworkReference)
  /// The earlier assessment answers the same version of the framework, but in other words.
  case otherWords(Framework.Key)

  /// What is wrong.
  package var what: String {
    switch self {
    case .unknownRole(let role, _):
      role.description.isNo("role")
    case .otherFramework(let key, let expected):
      "the assessment answers '\(key.id)' \(key.version), not '\(expected.id)' \(expected.version)"
    case .otherWords(let key):
      "the earlier assessment answers '\(key.id)' \(key.version) in other words"
    }
  }

  package var mend: String {
    switch self {
    case .unknownRole(_, let near?): near.didYouMean
    case .unknownRole(_, nil): "`waymark framework show` lists the roles"
    case .otherFramework(let key, _): "use the file of '\(key.id)' \(key.version)"
    case .otherWords: "compare two assessments that were made with the same file"
    }
  }
}
