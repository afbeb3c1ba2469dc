package import Waymark
package import WaymarkBasics

/// A campaign: what it asks, how many answered, what may be published.
package enum CampaignPage {
  /// "12 responses", and that their people are made up where they are.
  package static func count(_ responses: Int, _ campaign: Campaign) -> String {
    "\(responses) response\(responses == 1 ? "" : "s")"
      + (campaign.isMadeUp ? " (made-up people)" : "")
  }

  /// The page, in the original words of the framework.
  package static func page(
    _ campaign: Campaign, framework: Framework, responses: Int, turnout: Turnout
  ) -> Page {
    let menu = campaign.menu.map { $0.joined(separator: " by ") }
    let lines =
      [
        "Campaign: \(campaign.id)", "Asks: \(framework.title.original) \(framework.version)",
        "Open: \(days(campaign))", "Importance: \(campaign.importance.words)",
        "Background questions: \(names(campaign.background.map(\.description)))",
        "Tables that may be published: \(names(menu))",
        "Answered: \(count(responses, campaign))",
      ]
      + (campaign.invited.isEmpty
        ? ["Invited: not known, so nothing is said of how many did not answer."] : [])
    return Page(
      campaign.title, header: lines.map { Page.Paragraph([$0]) },
      sections: [
        Page.Section("Invited and answered", lines: turnout.rows.map(line))
      ])
  }

  private static func line(_ row: Turnout.Row) -> String {
    let invited = row.invited
    let group =
      invited.grouping == Grouping.everybody
      ? "Everybody" : "\(invited.grouping) \(invited.group)"
    let answered =
      row.answered.value.map { "\($0) answered, \(max(0, invited.people - $0)) not yet" }
      ?? "\(Absence.withheldMark) answered"
    return "\(group): \(invited.people) invited, \(answered)"
  }

  private static func days(_ campaign: Campaign) -> String {
    let parts = [
      campaign.opens.map { "from \($0.inWords)" }, campaign.closes.map { "until \($0.inWords)" },
      campaign.closed.map { "closed on \($0.inWords)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "until it is closed" : parts.joined(separator: ", ")
  }

  private static func names(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
