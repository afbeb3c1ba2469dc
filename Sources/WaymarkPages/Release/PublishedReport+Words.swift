import Waymark
import WaymarkBasics

extension PublishedReport {
  /// The first thing to say, in sentences.
  var finding: String {
    let people = "\(respondents.map(String.init) ?? "Too few") people answered."
    let gaps = largestGaps(3)
    guard !gaps.isEmpty else {
      return "\(people) No statement is shown where people are below what is usual for their role."
    }
    return "\(people) Most often they are below what is usual for their own role: "
      + gaps.map { "\($0.below.words) in “\($0.competency.title)”" }.joined(separator: ", ") + "."
  }

  /// What is withheld, and why.
  var withheld: String {
    let groups =
      withheldGroups == 0
      ? "No group is withheld."
      : "\(withheldGroups) of \(release.groups.count) groups are withheld, those of fewer than "
        + "\(release.minimum) people and others from which these could be worked out."
    return "\(groups) What is withheld is written \(Absence.withheldMark)."
  }

  /// How the numbers were made and what they do not say.
  var method: [String] {
    [
      "Framework: \(frameworkTitle), \(campaign.framework.id) version "
        + "\(campaign.framework.version).",
      "People rated themselves: these are their own views, not a test. Those who answered chose to.",
      "Everybody is compared with the level that is usual for their own role.",
      "Only levels count. “Not part of my work”, “can't judge” and skipped are no gap.",
      "The 95 % interval is Wilson's. It covers chance, not who chose to answer.",
      "Shares are in whole per cent; near both ends they are written “5 % or less” and “95 % or "
        + "more”, or 10 and 90 where fewer than 20 answered. The share of an area is the mean of what is "
        + "shown of its statements. Intervals and levels stand where at least "
        + "\(FigurePolicy(people: release.minimum).detailed) people answered.",
      "How many people rated a statement is withheld where fewer than \(release.minimum) did not.",
      "Before this was written, Waymark solved the systems of numbers that a reader could set up "
        + "from all tables together, and withheld until no withheld number could be worked out "
        + "within \(release.minimum) people, and no withheld figure within a level or a quarter of the "
        + "group. ledger.json records what was published.",
    ]
  }

  /// The heading of the report.
  var title: String { "Gap report: \(campaign.title)" }
}

extension PublishedFigure {
  /// The figure as people read it.
  var words: String {
    switch self {
    case .withheld: Absence.withheldMark
    case .percent(let percent): "\(percent) %"
    case .atMost(let percent), .atLeast(let percent): "\(percent) % \(note)"
    case .mean(let mean): Decimal.text(mean, places: 1)
    }
  }
}
