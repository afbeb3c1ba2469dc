import Waymark
import WaymarkBasics
import WaymarkStore

extension ResponseIntake {
  /// Undoes what a dry run would have taken in.
  private struct DryRun: Error {}

  /// Takes files into a campaign of a store, all or none; makes the campaign when it is new.
  ///
  /// What is known of the campaign is read in the transaction that writes what is decided from it, so
  /// that nothing depends on what other runs do meanwhile.
  /// - Returns: what became of the files, and the first reason why some of it was too late.
  /// - Throws: everything that was wrong with any of the files; then nothing is taken in.
  static func take(
    _ files: [String], into id: ID<Campaign>, of store: Store, installed: Installed,
    format: ResponseReader.Format, isDryRun: Bool = false, progress: Progress
  ) throws -> (intake: ResponseIntake, late: StoreError?) {
    var outcome: (intake: ResponseIntake, late: StoreError?)?
    do {
      try store.inOneTransaction {
        let known = try store.campaign(id)
        let documents =
          try known.map { try installed.documents(of: $0, keptIn: store) }
          ?? installed.campaignDocuments()
        let campaign = known ?? documents.campaign(id)
        var intake = try ResponseIntake(
          into: campaign, of: store, documents: documents, format: format,
          isMadeUp: known?.isMadeUp, progress: progress)
        var late: StoreError?
        try store.receive(into: campaign, documents: documents) { put in
          for file in files {
            // What is too late keeps nothing else from being taken back.
            try intake.read(file) { change in
              do { try put(change) } catch let error as StoreError where error.problem.isLate {
                late = late ?? error
              }
            }
          }
          try intake.finish()
        }
        outcome = (intake, late)
        if isDryRun { throw DryRun() }
      }
    } catch is DryRun {}
    guard let outcome else { throw Ended(exit: .failed) }
    return outcome
  }
}
