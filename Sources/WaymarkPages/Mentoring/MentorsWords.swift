package import Waymark
package import WaymarkBasics

/// The sentences about pairs of mentors and seekers, the same in every form.
package struct MentorsWords {
  /// What every page says first.
  package static let notice =
    "Proposed pairs, for the mentoring program to confirm. Everybody named here asked to be; "
    + "hand it to nobody else."

  static let method =
    "Two people fit the better, the more competencies the one teaches and the other seeks (three "
    + "count), then when they work in the same region, then when they could teach each other. "
    + "What is equal is decided by lot."

  let pairs: MentorPairs
  let campaign: Campaign
  let framework: Framework
  let language: LanguageTag

  /// Joins the pairs, the campaign they come from and its framework.
  package init(
    _ pairs: MentorPairs, campaign: Campaign, framework: Framework,
    language: LanguageTag = .english
  ) {
    self.pairs = pairs
    self.campaign = campaign
    self.framework = framework
    self.language = language
  }

  var title: String { "Mentors: \(campaign.title)" }

  /// How many pairs there are, or why there are none.
  var summary: String {
    let (mentors, seekers) = (pairs.mentors, pairs.seekers)
    let teach = "\(Self.people(mentors)) \(mentors == 1 ? "offers" : "offer") to teach"
    let seek = "\(Self.people(seekers)) \(seekers == 1 ? "seeks" : "seek") a mentor"
    switch (mentors, seekers) {
    case (0, 0): return "Nobody in this campaign offers to teach or seeks a mentor yet."
    case (_, 0): return "No pairs: \(teach), and nobody seeks a mentor yet."
    case (0, _): return "No pairs: \(seek), and nobody offers to teach yet."
    default:
      let count = pairs.pairs.count
      let found = count == 0 ? "No pairs" : "\(count) pair\(count == 1 ? "" : "s")"
      return "\(found): \(teach), \(seek)."
    }
  }

  /// Whether the pairs are the best, where there is a choice.
  var proof: String? {
    guard !pairs.pairs.isEmpty else { return nil }
    return pairs.isProved
      ? "It is proved that no other pairs fit better in all."
      : "These pairs fit well, but it is not proved that no others fit better."
  }

  /// A competency by its title and id.
  func name(_ id: CompetencyID) -> String {
    let title = framework.competency(id)?.title.text(in: language)
    return title.map { "\($0) (\(id))" } ?? id.description
  }

  func names(_ ids: [CompetencyID]) -> String { ids.map(name).joined(separator: "; ") }

  /// What else two people have in common.
  func common(_ pair: MentorPairs.Pair) -> String {
    [
      "Both speak \(CommonWords().languages(pair.languages)).",
      pair.isSameRegion ? pair.seeker.region.map { "Both work in \($0)." } : nil,
      pair.isMutual ? "They could teach each other." : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }

  func reason(_ unmatched: MentorPairs.Unmatched) -> String {
    switch unmatched.reason {
    case .nobodyTeaches: "nobody else offers to teach it"
    case .noCommonLanguage: "nobody who teaches it speaks a language of theirs"
    case .noRegionGiven: "the region must be the same, and they gave none"
    case .nobodyInRegion: "nobody in their region who fits teaches it"
    case .mentorsFull: "all who could teach it have as many people as they may have"
    }
  }

  private static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
}
