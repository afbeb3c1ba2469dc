/// What every page says of itself that was not proved to expose nobody.
enum InternalNotice {
  /// - Parameter isMadeUp: whether the people of a campaign were made up.
  static func sentences(isMadeUp: Bool, minimumGroup: MinimumGroup) -> [String] {
    [
      isMadeUp ? GapReport.madeUpNotice : nil,
      "Internal, not for publication: figures about fewer than \(minimumGroup.people) people are "
        + "withheld (\(Absence.withheldMark)).",
    ].compactMap { $0 }
  }
}
