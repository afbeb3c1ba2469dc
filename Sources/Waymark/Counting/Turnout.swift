package import WaymarkBasics

/// How many of those who were invited answered, group by group; what is withheld is not in the value.
package struct Turnout: Sendable {
  /// One group.
  package struct Row: Sendable {
    package let invited: Campaign.Invited
    package let answered: Figure<Int>
  }

  /// In the order of the invitation.
  package let rows: [Row]

  /// Decides what may be said: nothing of fewer than `MinimumGroup.floor` people, nor of the group that
  /// would tell how many these are, as the sum of a grouping is known.
  ///
  /// - Parameter answered: how many answered of each group that was invited, in that order.
  package init(_ invited: [Campaign.Invited], answered: [Int]) {
    var withheld = Array(repeating: false, count: invited.count)
    for grouping in Set(invited.map(\.grouping)) {
      let places = invited.indices.filter { invited[$0].grouping == grouping }
      for (place, isHidden) in zip(
        places, MinimumGroup.least.withheld(of: places.map { answered[$0] }))
      {
        withheld[place] = isHidden
      }
    }
    rows = invited.indices.map { place in
      Row(
        invited: invited[place],
        answered: withheld[place] ? .none(.withheld) : .value(answered[place]))
    }
  }
}
