import Waymark
import WaymarkBasics

/// What every page says of itself that was not proved to expose nobody.
enum InternalNotice {
  /// - Parameter isMadeUp: whether the people of a campaign were made up.
  static func sentences(isMadeUp: Bool, minimumGroup: MinimumGroup) -> [String] {
    [
      isMadeUp ? GapReport.madeUpNotice : nil,
      "Internal, not for publication: where fewer than \(minimumGroup.people) people gave an answer, "
        + "figures are withheld (\(Absence.withheldMark)).",
    ].compactMap { $0 }
  }
}
