package import Waymark
package import WaymarkBasics

/// A campaign: what it asks, how many answered, what may be published.
package enum CampaignPage {
  /// The page, in the original words of the framework.
  ///
  /// - Parameters:
  ///   - late: how many of the responses came after the last day.
  ///   - opened: how many opened a form and did not answer.
  package static func page(
    _ campaign: Campaign, framework: Framework, responses: Int, late: Int = 0,
    opened: OpenedRows? = nil, phase: CampaignPhase, on today: CalendarDate, turnout: Turnout,
    words: CampaignWords
  ) -> Page {
    let lines =
      [
        words.campaign(campaign.id.description),
        words.asks(framework.title.original, version: framework.version),
        words.form(
          campaign.form, core: framework.coreStatements.count, of: framework.competencies.count),
        words.state(phase, opens: campaign.opens),
        words.importance(campaign.importance),
        words.background(campaign.background.map(\.description)),
        words.mayBePublished(campaign.menu),
        words.answered(responses, late: late, isMadeUp: campaign.isMadeUp),
      ] + (opened.map { [words.common.opened($0)] } ?? [])
      + (campaign.keepUntil.map { [words.kept(until: $0, isOver: $0 < today)] } ?? [])
      + (campaign.invited.isEmpty ? [words.invitedUnknown] : [])
    return Page(
      campaign.title, header: lines.map { Page.Paragraph([$0]) },
      sections: [
        Page.Section(
          words.invitedAndAnswered,
          lines: turnout.rows.map { row in
            let invited = row.invited
            return words.turnout(
              invited.grouping == Grouping.everybody
                ? words.everybody : words.group(invited.group, of: invited.grouping),
              invited: invited.people, answered: row.answered.value)
          })
      ])
  }
}

/// An invitation, to read and for other programs.
package enum InvitationPage {
  /// The page; the invitation's words are in `language`.
  package static func page(
    _ invitation: Invitation, words: CampaignWords, language: LanguageTag = .english
  ) -> Page {
    let framework = invitation.framework
    let lines = [
      words.asked(by: invitation.asker.text(in: language)),
      words.campaign(invitation.campaign.description),
      words.asks(framework.id.description, version: framework.version),
      words.form(invitation.form),
      words.until(invitation.closes), words.importance(invitation.importance),
      words.background(invitation.background.map(\.description)),
      words.howToSend(invitation.sending.text(in: language)), words.promise,
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
        "form": .string(invitation.form.rawValue),
        "importance": .string(invitation.importance.rawValue),
        "closes": invitation.closes.map { .string($0.description) } ?? .null,
      ])
  }
}
