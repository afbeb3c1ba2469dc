package import Waymark
package import WaymarkBasics

/// A campaign: what it asks, how many answered, what may be published.
package enum CampaignPage {
  /// The page, in the original words of the framework.
  package static func page(
    _ campaign: Campaign, framework: Framework, responses: Int, turnout: Turnout,
    words: CampaignWords
  ) -> Page {
    let lines =
      [
        words.campaign(campaign.id.description),
        words.asks(framework.title.original, version: framework.version),
        words.open(from: campaign.opens, until: campaign.closes, closed: campaign.closed),
        words.importance(campaign.importance),
        words.background(campaign.background.map(\.description)),
        words.mayBePublished(campaign.menu),
        words.answered(responses, isMadeUp: campaign.isMadeUp),
      ] + (campaign.invited.isEmpty ? [words.invitedUnknown] : [])
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
