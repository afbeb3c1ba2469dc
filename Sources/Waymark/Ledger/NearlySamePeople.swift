package import WaymarkBasics

/// Looks whether campaigns of nearly the same people would expose those who are in one of them alone.
///
/// What is published of a group less what is published of another one is what is left of the two. So
/// where two published groups of different campaigns have half of the larger one or more in
/// common, those who are in one of them alone must be nobody or as many as the smallest group, on
/// either side; and where one of the two is withheld, as many on one side, or its number would follow.
package struct NearlySamePeople {
  /// A campaign with all that was published of it.
  package struct Published: Sendable {
    /// Its name.
    package let campaign: ID<Campaign>
    /// Its people.
    package let people: Respondents
    /// What was published of them, in any order.
    package let releases: [Release]

    /// Joins the parts.
    package init(campaign: ID<Campaign>, people: Respondents, releases: [Release]) {
      self.campaign = campaign
      self.people = people
      self.releases = releases
    }

    fileprivate func shows(_ group: GroupKey) -> Bool { releases.contains { $0.shows(group) } }

    fileprivate func speaks(of group: GroupKey) -> Bool {
      releases.contains { $0.speaks(of: group) }
    }

    fileprivate var minimum: Int { releases.map(\.minimum).reduce(0, max) }
  }

  /// How the people of a campaign are those of another.
  package enum Likeness: Hashable, Sendable {
    /// They are the same people and no others: both campaigns are proved as one.
    case same
    /// Half of the smaller campaign or more is in the other one, but not everybody.
    case near
    /// Fewer are the same.
    case other
  }

  /// How the people of two campaigns are the same.
  package static func likeness(_ first: Respondents, _ second: Respondents) -> Likeness {
    let same = SamePeople(first, second)
    return same.isEverybody ? .same : same.isLarge ? .near : .other
  }

  /// Looks at a campaign that is to be published, beside others that were.
  ///
  /// - Parameters:
  ///   - new: the campaign with what is to be published of it.
  ///   - others: campaigns that were published, those of the very same people left out.
  /// - Throws: `LedgerProblem` when a few people would be known by themselves.
  package static func check(
    _ new: Published, beside others: [Published]
  ) throws(LedgerProblem) {
    let sizes = new.people.sizes()
    for other in others {
      let same = SamePeople(new.people, other.people)
      guard same.count > 0 else { continue }
      let minimum = max(new.minimum, other.minimum)
      let otherSizes = other.people.sizes()
      for (pair, common) in same.common() {
        let (own, theirs) = (sizes[pair.first] ?? 0, otherSizes[pair.second] ?? 0)
        guard 2 * common >= max(own, theirs), new.speaks(of: pair.first),
          other.speaks(of: pair.second)
        else { continue }
        let left = [own - common, theirs - common]
        let isExposed =
          switch (new.shows(pair.first), other.shows(pair.second)) {
          case (true, true): left.contains { (1..<minimum).contains($0) }
          case (false, false): false
          default: left.allSatisfy { $0 < minimum }
          }
        if isExposed { throw .nearlySamePeople(as: other.campaign) }
      }
    }
    let all = [new] + others
    for (place, whole) in all.enumerated() {
      var parts = all
      parts.remove(at: place)
      try checkLeft(of: whole, by: parts)
    }
  }

  /// Refuses a campaign of which others, mostly within it, leave a few people together.
  private static func checkLeft(
    of whole: Published, by others: [Published]
  ) throws(LedgerProblem) {
    var isCovered = Array(repeating: false, count: whole.people.people)
    var parts: [ID<Campaign>] = []
    var minimum = whole.minimum
    for other in others where other.people.people < whole.people.people {
      let same = SamePeople(whole.people, other.people)
      guard same.count > 0, 2 * same.count >= other.people.people else { continue }
      parts.append(other.campaign)
      minimum = max(minimum, other.minimum)
      for (person, partner) in same.partners.enumerated() where partner != nil {
        isCovered[person] = true
      }
    }
    guard parts.count > 1 else { return }
    let sizes = whole.people.sizes()
    for (group, left) in whole.people.sizes(where: { !isCovered[$0] })
    where whole.shows(group) && left < minimum && 2 * left <= sizes[group] ?? 0 {
      throw .leftByOthers(parts)
    }
  }
}
