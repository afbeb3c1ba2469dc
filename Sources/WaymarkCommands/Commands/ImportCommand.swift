import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// `waymark import`: takes responses into a campaign.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take responses into a campaign.",
    usage: "waymark import responses <file> ... --campaign <name>",
    discussion: """
      Example:
        waymark import responses demo.csv --campaign demo
      """,
    subcommands: [Responses.self])

  /// `waymark import responses`: files that `waymark share` wrote, and tables.
  struct Responses: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "responses",
      abstract: "Take in files that people shared, and tables with a row for each person.",
      usage: "waymark import responses <file> ... --campaign <name> [--partial] [--dry-run]",
      discussion: """
        A folder stands for the .json and .csv files in it, - for standard input. When \
        anything is wrong, everything that is wrong is listed and nothing is taken in.

        Examples:
          waymark import responses demo.csv --campaign demo
          waymark import responses inbox/ --campaign ohio-2026 --dry-run
        """)

    @Argument(help: "Files, folders, or -.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The campaign; it is made when it is new.", valueName: "name"))
    var campaign: String

    @Flag(help: "Let tables lack statements; those count as not asked.")
    var partial = false

    @Flag(help: "Check everything, and take nothing in.")
    var dryRun = false

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    private struct DryRun: Error {}

    func run() throws {
      let session = try Session(options)
      guard let id = ID<Campaign>(campaign) else {
        throw Failure(
          .usage,
          "--campaign: '\(campaign.printableLine)' is no name; use letters, digits, '.', '_', '-'")
      }
      let installed = try Installed.find()
      let store = try session.openStore(for: .writing)
      let known = try store.campaign(id)
      if let closed = known?.closed {
        throw Failure.input(
          "campaign '\(id)'", "it was closed on \(closed.inWords)",
          mend: "take late answers into a campaign of their own")
      }
      let documents =
        try known.map { try installed.documents(of: $0, keptIn: store) }
        ?? installed.campaignDocuments()
      let campaign = known ?? documents.campaign(id)
      var intake = ResponseIntake(
        campaign: campaign, documents: documents, isPartial: partial,
        standings: try store.standings(in: id), isMadeUp: known?.isMadeUp)
      do {
        try store.receive(into: campaign, documents: documents) {
          for file in try Self.expanded(files) { try intake.read(file, put: $0) }
          try intake.finish()
          if dryRun { throw DryRun() }
        }
      } catch is DryRun {
        session.console.remark("Nothing was taken in; it would be:")
      }
      try session.console.write("\(intake.summary)\n")
      if !dryRun {
        session.console.remark("Next: waymark report --campaign \(id)\(session.suffix)")
      }
    }

    private static func expanded(_ names: [String]) throws -> [String] {
      try names.flatMap { name -> [String] in
        var status = stat()
        guard stat(name.systemName, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
          return [name]
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: name) else {
          throw Failure.input(
            name.printableLine, "this folder cannot be read", mend: "name the files themselves")
        }
        let files = names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".csv") }.sorted()
        guard !files.isEmpty else {
          throw Failure.input(
            name.printableLine, "there is no .json or .csv file in this folder",
            mend: "name the files themselves")
        }
        return files.map { (name as NSString).appendingPathComponent($0) }
      }
    }
  }
}
