import Waymark
import WaymarkBasics

/// What `waymark export` says beside what the export says of itself.
struct ExportCommandWords: Sendable {
  func wrote(_ folder: String) -> String {
    "Wrote \(folder)/responses.csv and what its columns mean"
  }

  func tooFew(_ id: ID<Campaign>, fewest: Int) -> String {
    "\(id): fewer than \(fewest) people answered, so that nothing can be given "
      + "out about any of them; wait for more answers"
  }
}
