import Waymark
import WaymarkStore

extension Store {
  /// Refuses made-up people beside real ones; campaigns without responses may become either.
  ///
  /// - Throws: `Failure` when some of the campaigns have the one and some the other.
  func refuseMixture(of campaigns: [Campaign]) throws {
    let names = Set(campaigns.map(\.id))
    let held = try self.campaigns().filter { names.contains($0.campaign.id) && $0.responses > 0 }
      .map(\.campaign)
    guard let madeUp = held.first(where: \.isMadeUp), let real = held.first(where: { !$0.isMadeUp })
    else { return }
    throw Failure.input(
      "campaign '\(madeUp.id)'", "its people are made up, and those of '\(real.id)' are real",
      mend: "name campaigns of the same kind")
  }
}
