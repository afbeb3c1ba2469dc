import WaymarkBasics

extension InvitationMismatch {
  /// What is wrong.
  package var what: String {
    switch self {
    case .otherFramework(let asks, let has):
      "it asks \(asks.id) \(asks.version), and this Waymark has \(has.id) \(has.version)"
    case .otherWords(let key):
      "it asks \(key.id) \(key.version), but in other words than this Waymark has"
    case .otherBackground: "its background questions are not those that this Waymark has"
    case .unknownField(let field, _): field.description.isNo("background question")
    }
  }

  package var mend: String {
    switch self {
    case .otherFramework, .otherWords:
      "ask the people who invited you for the file of their statements, and name it with"
        + " --framework FILE"
    case .otherBackground:
      "install the Waymark that the people who invited you use"
    case .unknownField(_, let near):
      near.map(\.didYouMean)
        ?? "ask the people who invited you for another invitation"
    }
  }
}
