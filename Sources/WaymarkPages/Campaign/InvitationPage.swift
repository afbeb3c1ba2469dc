package import Waymark
package import WaymarkBasics

/// An invitation, to read and for other programs.
package enum InvitationPage {
  /// What is promised to everybody who answers a campaign, whoever asks: in the program and not in
  /// the invitation, so that no campaign can leave it out.
  package static let promise =
    "Whoever asks with Waymark promises: your answers are for reports about groups. They are not"
    + " used to appraise anybody."

  /// The page; the invitation's words are in `language`, Waymark's own are English.
  package static func page(_ invitation: Invitation, language: LanguageTag = .english) -> Page {
    let fields = invitation.background.map(\.description)
    let lines = [
      "Asked by: \(invitation.asker.text(in: language))", "Campaign: \(invitation.campaign)",
      "Asks: \(invitation.framework.id) \(invitation.framework.version)",
      "Until: \(invitation.closes?.inWords ?? "no last day is set")",
      "Importance: \(invitation.importance.words)",
      "Background questions: \(fields.isEmpty ? "none" : fields.joined(separator: ", "))",
      "How to send the file: \(invitation.sending.text(in: language))", promise,
    ]
    return Page(
      invitation.title.text(in: language), header: lines.map { Page.Paragraph([$0]) },
      sections: [])
  }

  /// The document; a text is an object with `text` and `translations`.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func json(_ invitation: Invitation) throws -> String {
    try JSON.document(
      .campaign,
      [
        "id": JSON.Value(invitation.campaign),
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
      ])
  }
}
