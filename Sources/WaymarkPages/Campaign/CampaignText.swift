package import Waymark
package import WaymarkBasics

/// A campaign as text to read: what it asks, how many answered, what may be published.
package enum CampaignText {
  /// "12 responses", and that their people are made up where they are.
  package static func count(_ responses: Int, _ campaign: Campaign) -> String {
    "\(responses) response\(responses == 1 ? "" : "s")"
      + (campaign.isMadeUp ? " (made-up people)" : "")
  }

  /// The campaign in lines of at most the style's width, each ended by a line feed.
  ///
  /// - Parameter answered: how many answered of each group of `campaign.invited`, in that order; a
  ///   number below `MinimumGroup.floor` that is not 0 is withheld.
  package static func page(
    _ campaign: Campaign, framework: Framework, responses: Int, answered: [Int],
    style: TextStyle = TextStyle()
  ) -> String {
    var page = TextPage(style)
    page.heading(campaign.title)
    page.line("Campaign: \(campaign.id)")
    page.line("Asks: \(framework.title.original) \(framework.version)")
    page.line("Open: \(days(campaign))")
    page.line("Importance: \(campaign.importance.words)")
    page.line("Background questions: \(names(campaign.background.map(\.description)))")
    page.line(
      "Tables that may be published: \(names(campaign.menu.map { $0.joined(separator: " by ") }))")
    page.line("Answered: \(count(responses, campaign))")
    guard !campaign.invited.isEmpty else {
      page.line("Invited: not known, so nothing is said of how many did not answer.")
      return page.text
    }
    page.blank()
    page.heading("Invited and answered")
    for (invited, answered) in zip(campaign.invited, answered) {
      let isHidden = (1..<MinimumGroup.floor).contains(answered)
      let group =
        invited.grouping == Grouping.everybody
        ? "Everybody" : "\(invited.grouping) \(invited.group)"
      page.bullet(
        "\(group): \(invited.people) invited, "
          + (isHidden
            ? "\(Absence.withheldMark) answered"
            : "\(answered) answered, \(max(0, invited.people - answered)) not yet"))
    }
    return page.text
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
