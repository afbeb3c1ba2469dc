import Waymark
import WaymarkStore

/// An earlier and a later campaign, to see what changed in people who answered both.
struct CampaignPair {
  let before: Campaign
  let after: Campaign
  /// What was asked in each.
  let frameworks: (earlier: Framework, later: Framework)

  /// Finds them by their names.
  ///
  /// - Parameter option: what they were named with.
  /// - Throws: `Failure` for one campaign under both names, for made-up people beside real ones, and
  ///   where levels are no longer the same.
  init(
    before: String, after: String, in store: Store, installed: InstalledDocuments,
    option: String = CommandWords.english.campaign.beforeAndAfter
  ) throws {
    let words = CommandWords.english.campaign
    self.before = try store.campaign(named: before)
    self.after = try store.campaign(named: after)
    guard self.before.id != self.after.id else {
      throw Failure(.usage, words.nameTwo(option))
    }
    try store.refuseMixture(of: [self.before, self.after])
    try store.refuseReversed(before: self.before, after: self.after)
    frameworks = (
      try installed.documents(of: self.before, keptIn: store).framework,
      try installed.documents(of: self.after, keptIn: store).framework
    )
    let counts = (frameworks.earlier.scale.steps.count, frameworks.later.scale.steps.count)
    guard counts.0 == counts.1 else {
      throw Failure.input(
        words.subject(self.before.id),
        words.otherLevels(counts.0, than: counts.1, in: self.after.id))
    }
  }
}

extension Store {
  /// Refuses campaigns of which the one that should come before was answered after the other, by the
  /// months in the files.
  ///
  /// A few late answers change nothing: the month in the middle of each counts. Where nobody's month is
  /// known, nothing is said.
  func refuseReversed(before: Campaign, after: Campaign) throws {
    guard let earlier = try months(of: before.id), let later = try months(of: after.id),
      later.middle < earlier.middle
    else { return }
    let words = CommandWords.english.campaign
    throw Failure.input(
      words.subject(before.id), words.isReversed(earlier.all, beside: after.id, later.all))
  }

  /// Refuses made-up people beside real ones; campaigns without responses may become either.
  ///
  /// - Throws: `Failure` when some of the campaigns have the one and some the other.
  func refuseMixture(of campaigns: [Campaign]) throws {
    let names = Set(campaigns.map(\.id))
    let held = try self.campaigns().filter { names.contains($0.campaign.id) && $0.responses > 0 }
      .map(\.campaign)
    guard let madeUp = held.first(where: \.isMadeUp), let real = held.first(where: { !$0.isMadeUp })
    else { return }
    let words = CommandWords.english.campaign
    throw Failure.input(words.subject(madeUp.id), words.isMadeUp(beside: real.id))
  }
}
