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
      let words = session.said.store
      var lines = [words.store(store.path.printableLine)]
      lines += try store.assessments().map { line(of: $0, session) }
      for (campaign, count) in try store.campaigns() {
        lines.append(
          words.campaign(
            campaign.id.description, campaign.framework, responses: count,
            isMadeUp: campaign.isMadeUp))
      }
      try session.console.write(lines.map { $0 + "\n" }.joined())
    }

    private func line(of stored: StoredAssessment, _ session: Session) -> String {
      let words = session.said.store
      let assessment = stored.assessment
      let facts = [
        stored.invitation.map { words.forCampaign($0.campaign.description) },
        assessment.looksBackTo.map { words.lookingBack(to: $0) },
        assessment.workshop.map { words.onlyAbout($0.description) },
        assessment.form == .core ? words.coreForm : nil,
        assessment.service.map { words.serviceNeeds(session.words.questionnaire.moment($0)) },
      ]
      return words.assessment(
        assessment.id.uuidString.prefix(8).lowercased(), assessment.framework,
        answers: assessment.answers.count, finished: assessment.finished,
        changed: stored.changed, facts.compactMap(\.self))
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
      try session.console.write(session.said.store.isSound + "\n")
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
      session.console.remark(session.said.store.copied(to: file.printableLine))
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
      let words = session.said.store
      let path = try session.storePath
      guard access(file, F_OK) == 0 else {
        throw Failure.input(
          file.printableLine, String(cString: strerror(errno)),
          mend: words.nameTheCopy)
      }
      let lock = try StoreLock(beside: path, for: "store restore")
      let restored: Store.Restored
      do throws(StoreError) {
        restored = try Store.restore(path: path, from: file)
      } catch {
        guard case .damaged(let detail) = error.problem, error.path != path else { throw error }
        throw Failure(
          .output, words.copyIsDamaged(file.printableLine, detail.printableLine))
      }
      withExtendedLifetime(lock) {}
      session.console.remark(
        words.put(file.printableLine, inPlaceOf: path.printableLine))
      if let kept = restored.kept {
        session.console.remark(words.kept(as: kept.printableLine))
      }
      switch restored.givenOut {
      case 0?: break
      case .some:
        session.console.remark(words.ledgerStays)
      case nil where try session.openStore(for: .reading).campaigns().isEmpty: break
      case nil:
        session.console.complain(words.ledgerIsUnknown)
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
      let words = session.said.store
      let path = try session.storePath
      let lock = try StoreLock(beside: path, for: "store erase")
      guard
        try session.agrees(
          to: words.askToErase(path.printableLine), typing: words.erase, isAgreed: options.force,
          orElse: words.eraseAsks)
      else { return try session.console.write(words.nothingRemoved + "\n") }
      let removed = try Store.erase(path: path)
      lock.remove()
      try session.console.write(
        removed.isEmpty
          ? words.nothingToRemove + "\n"
          : removed.map { words.removed($0.printableLine) + "\n" }.joined())
    }
  }
}
