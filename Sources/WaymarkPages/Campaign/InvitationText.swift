package import Waymark
package import WaymarkBasics

/// An invitation as text to read.
package enum InvitationText {
  /// What is promised to everybody who answers a campaign, whoever asks: in the program and not in
  /// the invitation, so that no campaign can leave it out.
  package static let promise =
    "Whoever asks with Waymark promises: your answers are for reports about groups. They are not"
    + " used to appraise anybody."

  /// The invitation in lines of at most the style's width, each ended by a line feed.
  ///
  /// The invitation's words are in `language`, Waymark's own are English.
  package static func page(
    _ invitation: Invitation, style: TextStyle = TextStyle(), language: LanguageTag = .english
  ) -> String {
    var page = TextPage(style)
    page.heading(invitation.title.text(in: language))
    page.line("Asked by: \(invitation.asker.text(in: language))")
    page.line("Campaign: \(invitation.campaign)")
    page.line("Asks: \(invitation.framework.id) \(invitation.framework.version)")
    page.line("Until: \(invitation.closes?.inWords ?? "no last day is set")")
    page.line("Importance: \(invitation.importance.words)")
    let fields = invitation.background.map(\.description)
    page.line(
      "Background questions: \(fields.isEmpty ? "none" : fields.joined(separator: ", "))")
    page.line("How to send the file: \(invitation.sending.text(in: language))")
    page.line(promise)
    return page.text
  }
}
