extension Campaign {
  /// How many were invited, by group, which is no secret: it bounds what a reader takes for possible.
  package var members: [GroupKey: Int] {
    Dictionary(
      invited.map { invited in
        let isEverybody = invited.grouping == Grouping.everybody
        let key = GroupKey(isEverybody ? [:] : [invited.grouping: invited.group])
        return (key, invited.people)
      }, uniquingKeysWith: min)
  }
}
