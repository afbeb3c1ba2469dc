package import Waymark
import WaymarkBasics

/// An invitation as JSON for other programs.
package enum InvitationJSON {
  /// The document; a text is an object with `text` and `translations`.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func document(_ invitation: Invitation) throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("campaign"), "schema": .integer(1), "id": JSON.Value(invitation.campaign),
        "language": .string(invitation.language.description),
        "title": JSON.Value(invitation.title), "from": JSON.Value(invitation.asker),
        "send": JSON.Value(invitation.sending),
        "framework": .object([
          "id": JSON.Value(invitation.framework.id),
          "version": .string(invitation.framework.version),
          "sha256": .string(invitation.framework.sha256),
        ]),
        "backgroundSha256": .string(invitation.backgroundDocument),
        "background": .array(invitation.background.map { JSON.Value($0) }),
        "importance": .string(invitation.importance.rawValue),
        "closes": invitation.closes.map { .string($0.description) } ?? .null,
      ]))
  }
}
