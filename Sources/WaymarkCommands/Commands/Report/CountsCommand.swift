import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// `waymark counts`: the counts that a report is made from, to be added up or to be worked with.
struct CountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Write how many people gave each answer, to join the counts of several stores.",
    usage: "waymark counts --campaign <name> [--by <field>[,<field>]] ... [-o <file>]",
    discussion: """
      The file is for use inside the association: it withholds nothing. A report is made from one \
      or several such files with: waymark report --counts FILE ...

      Examples:
        waymark counts --campaign ohio-2026 -o ohio.csv
        waymark counts --campaign ohio-2026 --by state --by years -o ohio.csv
      """)

  @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
  var campaign: String

  @Option(
    help: ArgumentHelp(
      "Count groups too, by one or two fields; may be repeated.", valueName: "field"))
  var by: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let store = try session.openStore(
      for: .reading, beginning: session.said.import.beginning)
    let campaign = try store.campaign(named: campaign)
    let documents = try InstalledDocuments.find().documents(of: campaign, keptIn: store)
    let counts = try store.counts(
      of: campaign.id, documents: documents, tables: try documents.tables(by, option: "--by"))
    try session.deliver(to: output, for: .owner) { write in
      try CountsText.write(
        counts, framework: documents.framework, origin: try store.origin(of: campaign.id),
        isMadeUp: campaign.isMadeUp, to: write)
    }
    session.console.remark(session.said.counts.keepInside)
  }
}

/// What `waymark counts` says beside the counts.
struct CountsWords: Sendable {
  let keepInside = "It withholds nothing: keep it inside the association."
}
