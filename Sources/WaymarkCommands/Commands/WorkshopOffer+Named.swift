import Waymark
import WaymarkBasics

extension [WorkshopOffer] {
  /// The workshop that an option names.
  ///
  /// - Throws: `Failure` when none has this id.
  func named(_ name: String, option: String) throws -> WorkshopOffer {
    if let offer = first(where: { $0.id.folded == name.lowercased() }) { return offer }
    let guess = name.closest(among: map(\.id.description))
    throw Failure(
      .usage,
      "\(option): there is no '\(name.printableLine)'; "
        + (guess.map { "did you mean '\($0)'?" }
          ?? "see them with: waymark framework show workshop-offers"))
  }
}
