import Foundation
import Waymark
import WaymarkBasics

/// What `waymark store` says.
struct StoreWords: Sendable {
  // What is in it.

  func store(_ path: String) -> String { "Store: \(path)" }

  /// An assessment by the beginning of its id.
  ///
  /// - Parameters:
  ///   - end: the day on which it was finished; none while it is not.
  ///   - facts: what else is to be said of it.
  func assessment(
    _ id: String, _ framework: Framework.Key, answers: Int, finished end: CalendarDate?,
    changed: CalendarDate, _ facts: [String]
  ) -> String {
    let state = end.map { "finished \($0)" } ?? "not finished, last answer \(changed)"
    return
      ([
        "Assessment \(id): \(name(framework))", count(answers, "answer"), state,
      ] + facts).joined(separator: ", ")
  }

  func forCampaign(_ id: String) -> String { "for the campaign '\(id)'" }

  func lookingBack(to day: CalendarDate) -> String { "looking back to \(day)" }

  let coreForm = "begun as the core form"

  func onlyAbout(_ workshop: String) -> String { "only about the workshop '\(workshop)'" }

  func serviceNeeds(_ moment: String) -> String { "what the service needs \(moment)" }

  func campaign(_ id: String, _ framework: Framework.Key, responses: Int, isMadeUp: Bool) -> String
  {
    "Campaign \(id): \(name(framework)), \(count(responses, "response"))"
      + (isMadeUp ? ", made up" : "")
  }

  private func name(_ framework: Framework.Key) -> String {
    "\(framework.id) \(framework.version.printableLine)"
  }

  private func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  // Looked after.

  let isSound = "The store is sound."

  func copied(to file: String) -> String { "Copied to \(file)" }

  let nameTheCopy = "name the copy that `waymark store backup` made"

  func copyIsDamaged(_ file: String, _ detail: String) -> String {
    "\(file): this copy is damaged (\(detail)); nothing was changed; name another copy"
  }

  func put(_ file: String, inPlaceOf store: String) -> String {
    "Put \(file) in the place of \(store)"
  }

  func kept(as file: String) -> String { "What stood there before is kept as \(file)" }

  let ledgerStays = "What was published or exported since then stays in its ledger."
  let ledgerIsUnknown =
    "What stood there cannot be read. If anything was published or exported from it after the copy "
    + "was made, this store does not know of it: publish nothing about the same people."

  // Erased.

  let eraseAsks = "store erase: it asks first; --force erases without asking"
  /// What is to be typed for everything to be removed.
  let erase = "erase"

  func askToErase(_ store: String) -> String {
    "This removes every answer in \(store) for good.\n"
      + "Type \(erase) to go on, or press Enter to keep everything: "
  }

  let nothingRemoved = "Nothing was removed."
  let nothingToRemove = "There was nothing to remove."

  func removed(_ file: String) -> String { "Removed \(file)" }
}
