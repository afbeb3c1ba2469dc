import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkStore

extension CohortCommand {
  /// `waymark cohort rename`: another name for a group.
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename", abstract: "Give a cohort another name.",
      usage: "waymark cohort rename <name> <new-name>",
      discussion: """
        Example:
          waymark cohort rename rual rural
        """)

    @Argument(help: "The cohort.")
    var name: String

    @Argument(help: "Its new name, of letters, digits, '.', '_' and '-'.")
    var newName: String

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.cohort
      guard let id = ID<Cohort>(newName) else {
        throw Failure(.usage, words.noName(newName.printableLine))
      }
      let store = try session.openStore(
        toWriteAs: session.said.campaignCare.cohortRenameRun,
        beginning: session.said.campaign.beginning)
      let cohort = try Cohort.named(name, in: store)
      do throws(StoreError) {
        try store.give(cohort.id, name: id)
      } catch {
        guard error.problem == .exists else { throw error }
        throw Failure(.usage, words.exists(id))
      }
      try session.console.write(session.said.campaignCare.renamed(cohort.id, to: id) + "\n")
    }
  }

  /// `waymark cohort delete`: the group, not the answers of its people.
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Remove a cohort; the answers of its people stay in their campaigns.",
      usage: "waymark cohort delete <name> [--yes]",
      discussion: """
        It asks first; with --yes it does not.

        Example:
          waymark cohort delete rural
        """)

    @Argument(help: "The cohort.")
    var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let care = session.said.campaignCare
      let store = try session.openStore(
        toWriteAs: care.cohortDeleteRun, beginning: session.said.campaign.beginning)
      let cohort = try Cohort.named(name, in: store)
      guard
        try session.agrees(
          to: care.askToDelete(cohort.id), typing: care.delete, isAgreed: yes,
          orElse: care.asksFirst(care.cohortDeleteRun))
      else { return try session.console.write(care.nothingChanged + "\n") }
      try store.delete(cohort.id)
      try session.console.write(care.deleted(cohort.id) + "\n")
    }
  }
}
