package import WaymarkBasics

/// Why this Waymark cannot ask what an invitation asks.
package enum InvitationMismatch: Problem {
  /// The framework is another one, or another version of it.
  case otherFramework(asks: Framework.Key, has: Framework.Key)
  /// The framework and its version are right, but not its words.
  case otherWords(Framework.Key)
  /// The background questions are not the same.
  case otherBackground
  /// A background question that does not exist.
  case unknownField(ID<BackgroundQuestions.Field>, near: String?)

  /// What is wrong.
  package var what: String {
    switch self {
    case .otherFramework(let asks, let has):
      "it asks \(asks.id) \(asks.version), and this Waymark has \(has.id) \(has.version)"
    case .otherWords(let key):
      "it asks \(key.id) \(key.version), but in other words than this Waymark has"
    case .otherBackground: "its background questions are not those that this Waymark has"
    case .unknownField(let field, _): "there is no background question '\(field)'"
    }
  }

  /// How to mend it.
  package var mend: String {
    switch self {
    case .otherFramework, .otherWords:
      "ask the people who invited you for the file of their statements, and name it with"
        + " --framework FILE"
    case .otherBackground:
      "install the Waymark that the people who invited you use"
    case .unknownField(_, let near):
      near.map { "did you mean '\($0)'?" }
        ?? "ask the people who invited you for another invitation"
    }
  }
}

extension Invitation {
  /// Why its questions cannot be asked with these documents; `nil` when they can.
  ///
  /// - Parameter backgroundDocument: the SHA-256 of the file of `questions`.
  package func mismatch(
    with key: Framework.Key, questions: BackgroundQuestions, backgroundDocument: String
  ) -> InvitationMismatch? {
    guard framework.reference == key.reference else {
      return .otherFramework(asks: framework, has: key)
    }
    guard framework.sha256 == key.sha256 else { return .otherWords(framework) }
    guard !background.isEmpty else { return nil }
    guard self.backgroundDocument == backgroundDocument else { return .otherBackground }
    let known = questions.fields.map(\.id)
    return background.first { !known.contains($0) }.map {
      .unknownField($0, near: $0.description.closest(among: known.map(\.description)))
    }
  }
}
