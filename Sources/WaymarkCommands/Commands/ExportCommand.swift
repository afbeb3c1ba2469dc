import ArgumentParser
import Waymark
import WaymarkStore

/// `waymark export`: the responses of a campaign, one by one, with nobody to be known by them.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the responses of a campaign without anything that tells who gave them.",
    usage: "waymark export --campaign <name> [-o <folder>]",
    discussion: """
      Writes responses.csv, which `import` reads, and datapackage.json, which says what its columns \
      mean, into a new folder in exports. No combination of background answers is held by fewer \
      than 10 people: rarer answers are left empty or withheld, and that is said.

      Example:
        waymark export --campaign ohio-2026 -o ohio-responses
      """)

  @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
  var campaign: String

  @Option(
    help: ArgumentHelp(
      "Leave empty what fewer people share, 5 or more. (default: 10)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var minGroup = 10

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write into this new folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let group = try MinimumGroup.asked(for: minGroup)
    let store = try session.openStore(
      for: .reading, beginning: "import responses FILE --campaign NAME")
    let campaign = try store.campaign(named: campaign)
    let documents = try Installed.find().documents(of: campaign, keptIn: store)
    var responses = DeidentifiedResponses(
      framework: documents.framework, background: documents.background)
    try store.records(of: campaign.id) { responses.add($0) }
    guard responses.protect(group) else {
      throw Failure(
        .refused,
        "\(campaign.id): fewer than \(group.people) people answered, so that nothing can be given "
          + "out about any of them; wait for more answers")
    }
    let export = DeidentifiedExport(
      campaign: campaign, framework: documents.framework, background: documents.background,
      responses: responses, group: group)
    let folder = try OutputFolder(
      try output
        ?? OutputFolder.free(
          for: "\(campaign.id)-responses", on: try session.surroundings.today()),
      holding: .responses, in: session)
    try folder.write({ try export.files() })
    try session.console.write(
      "Wrote \(folder.path.printableLine)/responses.csv and what its columns mean\n"
        + export.sentences.map { $0 + "\n" }.joined())
  }
}
