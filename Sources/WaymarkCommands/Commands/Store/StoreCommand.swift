import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark store`: the file that holds the answers.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Look after the file that holds your answers.",
    usage: "waymark store <info | check | backup | restore | erase>",
    discussion: """
      Example:
        waymark store info
      """,
    subcommands: [Info.self, Check.self, Backup.self, Restore.self, Erase.self])

  /// `waymark store info`: what the store holds.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "info",
      abstract: "Say where your answers are kept, and how many there are.",
      usage: "waymark store info",
      discussion: """
        Example:
          waymark store info
        """)

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let store = try session.openStore(for: .reading)
      var lines = ["Store: \(store.path.printableLine)"]
      for stored in try store.assessments() {
        let assessment = stored.assessment
        let state =
          assessment.finished.map { "finished \($0)" }
          ?? "not finished, last answer \(stored.changed)"
        let campaign = stored.invitation.map { ", for the campaign '\($0.campaign)'" } ?? ""
        let service = assessment.service.map {
          ", what the service needs \(session.words.questionnaire.moment($0))"
        }
        lines.append(
          "Assessment \(assessment.id.uuidString.prefix(8).lowercased()): \(assessment.framework.id) "
            + "\(assessment.framework.version.printableLine), \(Self.count(assessment.answers.count, "answer")), \(state)"
            + campaign + (assessment.looksBackTo.map { ", looking back to \($0)" } ?? "")
            + (assessment.workshop.map { ", only about the workshop '\($0)'" } ?? "")
            + (service ?? ""))
      }
      for (campaign, count) in try store.campaigns() {
        lines.append(
          "Campaign \(campaign.id): \(campaign.framework.id) "
            + "\(campaign.framework.version.printableLine), \(Self.count(count, "response"))"
            + (campaign.isMadeUp ? ", made up" : ""))
      }
      try session.console.write(lines.map { $0 + "\n" }.joined())
    }

    private static func count(_ number: Int, _ thing: String) -> String {
      "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
  }

  /// `waymark store check`: whether the store is sound.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check that the file is sound; save what a damaged one still holds.",
      usage: "waymark store check [--salvage <file>]",
      discussion: """
        What a damaged file still holds goes into several files: the answers into the one that is \
        named, and what was learned and the responses of campaigns, which `import` reads, beside it.

        Examples:
          waymark store check
          waymark store check --salvage answers.csv
        """)

    @Option(
      help: ArgumentHelp(
        "Write what can be read to this CSV and others beside it.", valueName: "file"),
      completion: .file())
    var salvage: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      if let salvage { return try Salvage(to: salvage, in: session).run() }
      let faults = try session.openStore(for: .reading).faults()
      guard faults.isEmpty else {
        throw Failure(
          StoreError(
            .damaged(detail: faults.prefix(5).joined(separator: "; ")), path: try session.storePath)
        )
      }
      try session.console.write("The store is sound.\n")
    }
  }

  /// `waymark store backup`: a copy in one file.
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copy everything into one file that you alone can read.",
      usage: "waymark store backup <file>",
      discussion: """
        Example:
          waymark store backup waymark-backup.sqlite
        """)

    @Argument(help: "The new file.", completion: .file())
    var file: String

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let store = try session.openStore(for: .reading)
      _ = try OutputFile(file, for: .owner, in: session)
      try store.backUp(to: file, replacing: options.force)
      session.console.remark("Copied to \(file.printableLine)")
    }
  }

  /// `waymark store restore`: a copy in the store's place.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: "Go back to a copy that you made.",
      usage: "waymark store restore <file>",
      discussion: """
        The copy is checked first. What stood there before is kept beside it.

        Example:
          waymark store restore waymark-backup.sqlite
        """)

    @Argument(help: "The copy, which stays as it is.", completion: .file())
    var file: String

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let path = try session.storePath
      guard access(file, F_OK) == 0 else {
        throw Failure.input(
          file.printableLine, String(cString: strerror(errno)),
          mend: "name the copy that `waymark store backup` made")
      }
      let lock = try StoreLock(beside: path, for: "store restore")
      let restored: Store.Restored
      do throws(StoreError) {
        restored = try Store.restore(path: path, from: file)
      } catch {
        guard case .damaged(let detail) = error.problem, error.path != path else { throw error }
        throw Failure(
          .output,
          "\(file.printableLine): this copy is damaged (\(detail.printableLine)); nothing was changed; "
            + "name another copy")
      }
      withExtendedLifetime(lock) {}
      session.console.remark("Put \(file.printableLine) in the place of \(path.printableLine)")
      if let kept = restored.kept {
        session.console.remark("What stood there before is kept as \(kept.printableLine)")
      }
      switch restored.givenOut {
      case 0?: break
      case .some:
        session.console.remark("What was published or exported since then stays in its ledger.")
      case nil where try session.openStore(for: .reading).campaigns().isEmpty: break
      case nil:
        session.console.complain(
          "What stood there cannot be read. If anything was published or exported from it after the copy "
            + "was made, this store does not know of it: publish nothing about the same people.")
      }
    }
  }

  /// `waymark store erase`: removes everything.
  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Remove all answers for good.",
      usage: "waymark store erase [--force]",
      discussion: """
        It asks first; with --force it does not. Files that you wrote or sent are not touched.

        Example:
          waymark store erase
        """)

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let path = try session.storePath
      let lock = try StoreLock(beside: path, for: "store erase")
      if !options.force {
        guard !options.noInput, Console.isTerminal(STDIN_FILENO) else {
          throw Failure(.usage, "store erase: it asks first; --force erases without asking")
        }
        try session.console.write(
          "This removes every answer in \(path.printableLine) for good.\n"
            + "Type erase to go on, or press Enter to keep everything: ")
        guard readLine() == "erase" else {
          return try session.console.write("Nothing was removed.\n")
        }
      }
      let removed = try Store.erase(path: path)
      lock.remove()
      try session.console.write(
        removed.isEmpty
          ? "There was nothing to remove.\n"
          : removed.map { "Removed \($0.printableLine)\n" }.joined())
    }
  }
}
