import WaymarkBasics

/// Why a learning path cannot be made.
package enum PathProblem: Problem, Error {
  /// The catalogue serves another framework than the profile's.
  case otherFramework(FrameworkReference, expected: FrameworkReference)

  /// The solver could not tell which steps are best.
  case unsolved

  /// What is wrong.
  package var what: String {
    switch self {
    case .otherFramework(let framework, let expected):
      "the catalogue serves '\(framework.id)' \(framework.version), the profile is of "
        + "'\(expected.id)' \(expected.version)"
    case .unsolved: "the best steps could not be found"
    }
  }

  package var mend: String {
    switch self {
    case .otherFramework(_, let expected):
      "use a catalogue made for '\(expected.id)' \(expected.version)"
    case .unsolved: "ask for fewer steps with --steps"
    }
  }
}
