import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkSolver
import WaymarkStore

/// `waymark export`: the responses of a campaign, one by one, with nobody to be known by them.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the responses of a campaign without anything that tells who gave them.",
    usage: "waymark export --campaign <name> [--keep <field>[,<field>] ...] [-o <folder>]",
    discussion: """
      Writes responses.csv, which `import` reads, datapackage.json, which says what its columns \
      mean, and ledger.json into a new folder in exports. No combination of background answers is \
      held by fewer than 10 people: rarer answers are left empty or withheld, and that is said. \
      What was exported and published before is taken into account, as the ledger says it.

      The fewer answers about people are in it, the more of each can stay: --keep names those that \
      you need, the most important first. The same people can be exported in one way alone.

      Examples:
        waymark export --campaign ohio-2026 -o ohio-responses
        waymark export --campaign ohio-2026 --keep role,years -o ohio-responses
      """)

  @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
  var campaign: String

  @Option(
    help: ArgumentHelp(
      "Keep these answers about people alone, the most important first.",
      valueName: "field,field"))
  var keep: String?

  @Option(
    help: ArgumentHelp(
      "Leave empty what fewer people share, 5 or more. (default: 10)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var minGroup = 10

  @Flag(help: "Say that nobody in it is in a campaign that was given out and deleted since.")
  var otherPeople = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write into this new folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let group = try MinimumGroup.asked(for: minGroup)
    // Where there is no store none is made.
    _ = try session.openStore(for: .reading, beginning: session.said.import.beginning)
    let store = try session.openStore(toWriteAs: "export")
    let changes = try store.changes()
    let campaign = try store.campaign(named: campaign)
    let installed = try InstalledDocuments.find()
    let documents = try installed.documents(of: campaign, keptIn: store)
    let ledger = try LedgerReader(store, installed)
    let today = try session.surroundings.today()
    // Before any work is done; what cannot be written is not entered in the ledger either.
    let folder = try OutputFolder(
      try output ?? OutputFolder.free(for: "\(campaign.id)-responses", on: today),
      holding: .responses, in: session)
    let responses = try responses(of: campaign, documents, ledger, group, session.said.export)
    let export = DeidentifiedExport(
      campaign: campaign, framework: documents.framework, background: documents.background,
      responses: responses, group: group, words: session.words.export)
    let rows = ExportedRows(responses)
    let record = ExportRecord(of: campaign, rows, minimum: group, sha256: SHA256.hex)
    let content = try record.text()
    try ledger.refuseUnseen(beside: campaign.id, content: content, areOthers: otherPeople)
    let entry = ledger.next(content, of: campaign.id, on: today)
    try folder.write(
      { try export.files(recordedAs: entry) },
      entering: { try ledger.enter(entry, exported: rows, since: changes, with: $0) })
    try session.console.write(
      session.said.export.wrote(folder.path.printableLine) + "\n"
        + export.sentences.map { $0 + "\n" }.joined())
  }

  /// The responses as they can be given out beside all that was given out before.
  private func responses(
    of campaign: Campaign, _ documents: CampaignDocuments, _ ledger: LedgerReader,
    _ group: MinimumGroup, _ words: ExportCommandWords
  ) throws -> DeidentifiedResponses {
    let kept = try questions(
      DeidentifiedResponses(framework: documents.framework, background: documents.background))
    let before = try ledger.read(campaign, documents, menu: [], isExport: true)
    do {
      let responses = try before.givenOut.protected(group, keeping: kept, solver: .coinOR)
      if let responses { return responses }
    } catch let problem as DisclosureProblem {
      throw LedgerReader.refusal(campaign.id, problem)
    } catch let problem as LedgerProblem {
      throw LedgerReader.refusal(campaign.id, problem)
    }
    throw Failure(.refused, words.tooFew(campaign.id, fewest: group.people))
  }

  /// The places of the questions to keep; none for all.
  ///
  /// - Throws: `Failure` of how the command was used, with every name that is none.
  private func questions(_ responses: DeidentifiedResponses) throws -> [Int] {
    guard let keep else { return [] }
    var places: [Int] = []
    var problems: [Finding<ReportProblem>] = []
    for name in keep.split(separator: ",", omittingEmptySubsequences: false) {
      do throws(ReportProblem) {
        let place = try responses.question(named: String(name).trimmed)
        if !places.contains(place) { places.append(place) }
      } catch {
        problems.append(Finding(error, at: Place(file: "--keep")))
      }
    }
    if let findings = Findings(problems) { throw Failure(.usage, Failure(findings).message) }
    return places
  }
}

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
