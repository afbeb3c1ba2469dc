import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// `waymark report`: where a whole campaign stands.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report where the people of a campaign are below what is usual.",
    usage: "waymark report --campaign <name> [--by <field>] ... [-o <folder>]",
    discussion: """
      Writes report.md, report.json and data/*.csv into a new folder in exports. What rests on \
      fewer than 10 people is withheld and written [c]. A report with --by is internal, not for \
      publication.

      Examples:
        waymark report --campaign demo
        waymark report --campaign demo --by role --by region -o exports/by-role
      """)

  @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
  var campaign: String

  @Option(
    help: ArgumentHelp(
      "Show groups too, such as role, division or years; may be repeated.", valueName: "field"))
  var by: [String] = []

  @Option(help: ArgumentHelp("Withhold what rests on fewer people, 5 or more.", valueName: "n"))
  var minGroup = 10

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write into this new folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let minimum: MinimumGroup
    do throws(ReportProblem) {
      minimum = try MinimumGroup(people: minGroup)
    } catch {
      throw Failure(.refused, "--min-group: \(error.what); \(error.mend)")
    }
    let installed = try Installed.find()
    let store = try session.openStore(
      for: .reading, beginning: "import responses FILE --campaign NAME")
    guard let id = ID<Campaign>(campaign), let campaign = try store.campaign(id) else {
      let names = try store.campaigns().map(\.campaign.id.description)
      throw Failure.input(
        "campaign '\(campaign.printableLine)'", "there is none with this name",
        mend: campaign.closest(among: names).map { "did you mean '\($0)'?" }
          ?? "take responses in with: waymark import responses FILE --campaign NAME")
    }
    let documents = try installed.documents(of: campaign, keptIn: store)
    let tables = try groupings(documents.framework, background: documents.background).map { [$0] }
    let counts = try store.counts(of: id, documents: documents, tables: tables)
    let report = GapReport(
      campaign: campaign, framework: documents.framework, counts: counts, minimumGroup: minimum)
    let folder = OutputFolder(
      path: try output ?? Self.newFolder(for: id, on: try session.surroundings.today()),
      replaces: options.force)
    try folder.write(try report.files())
    try session.console.write(
      "Wrote \(folder.path.printableLine)/report.md and the data beside it\n")
    if by.isEmpty {
      session.console.remark(
        "Group by group: waymark report --campaign \(id) --by role\(session.suffix)")
    }
  }

  private func groupings(_ framework: Framework, background: BackgroundQuestions) throws
    -> [Grouping]
  {
    do throws(Findings<ReportProblem>) {
      return try Grouping.named(by, framework: framework, background: background)
    } catch {
      throw Failure(.usage, Failure(error).message)
    }
  }

  /// The first free name of `exports/NAME-DATE`, `exports/NAME-DATE-2`, ...
  private static func newFolder(for campaign: ID<Campaign>, on day: CalendarDate) throws -> String {
    let name = "exports/\(campaign)-\(day)"
    guard FileManager.default.fileExists(atPath: name) else { return name }
    let free = (2...10_000).lazy.map { "\(name)-\($0)" }
      .first { !FileManager.default.fileExists(atPath: $0) }
    guard let free else { throw Failure(.output, "exports: there are too many reports; use -o") }
    return free
  }
}
