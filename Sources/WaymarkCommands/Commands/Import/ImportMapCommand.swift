import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

extension ImportCommand {
  /// `waymark import map`: what the columns and labels of a form tool's export mean.
  struct Map: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "map",
      abstract: "Propose a map of what the columns and labels of a form's export mean.",
      usage: "waymark import map <file> [--campaign <name>] [-o <file>]",
      discussion: """
        Columns and labels are matched by their texts, whatever the form tool made of them. What \
        is not known has a ? in the map; look all of it through before you use it.

        Examples:
          waymark import map form.csv -o map.csv
          waymark import map form.xlsx --campaign ohio-2026 -o map.csv
        """)

    @Argument(help: "The table that the form tool exported.", completion: .file())
    var file: String

    @Option(
      help: ArgumentHelp("The campaign whose statements it answers.", valueName: "name"))
    var campaign: String?

    @OptionGroup(title: "How a table is written") var table: TableOptions

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.import
      let id = try campaign.map { name in
        guard let id = ID<Campaign>(name) else {
          throw Failure(.usage, words.noName(name.printableLine))
        }
        return id
      }
      let asked = try AskedDocuments(id, in: session, installed: try InstalledDocuments.find())
      let proposed = try ProposedMap(of: file, table.format, for: asked, words)
      try session.deliver(proposed.proposal.csv, to: output, for: .everyone)
      for remark in proposed.remarks(map: output) {
        session.console.remark(remark.printableLine)
      }
      if proposed.proposal.questions.isEmpty {
        session.console.remark(
          words.nextImport(
            file, map: output, isPartial: !proposed.proposal.missing.isEmpty,
            campaign: id?.description, suffix: session.suffix))
      }
    }
  }
}

/// What a campaign asks: of one that is not there yet, what a new one would.
struct AskedDocuments {
  let documents: CampaignDocuments
  let form: QuestionnaireForm

  init(
    _ id: ID<Campaign>?, in session: Session, installed: InstalledDocuments
  ) throws {
    if let id, FileManager.default.fileExists(atPath: try session.storePath) {
      let store = try session.openStore(for: .reading)
      if let campaign = try store.campaign(id) {
        documents = try installed.documents(of: campaign, keptIn: store)
        form = campaign.form
        return
      }
    }
    documents = try installed.campaignDocuments()
    form = .full
  }
}

/// A map that is proposed for a file.
struct ProposedMap {
  let proposal: MapProposal
  private let file: String
  private let notes: [TableNote]
  private let words: ImportWords

  /// Reads the file and proposes a map.
  ///
  /// - Throws: a failure where there is no table in it, or no statement in that.
  init(
    of path: String, _ format: TableSource.Format, for asked: AskedDocuments,
    _ words: ImportWords
  ) throws {
    let source = TableSource(path, format: format)
    let (framework, background) = (asked.documents.framework, asked.documents.background)
    var census = ColumnCensus(headerRows: 1)
    var notes: [TableNote] = []
    let document = try source.read(
      begin: { opening in
        let header = opening.headerRows(
          said: format.headerRows, framework: framework, background: background)
        notes = opening.notes + [header.note].compactMap(\.self)
        census = ColumnCensus(headerRows: header.count)
      }, row: { census.read(line: $0, text: $1, fields: $2) })
    guard document == nil else { throw Failure.input(source.name, words.isNoTable) }
    proposal = MapProposal(
      of: census, framework: framework, background: background, form: asked.form)
    guard proposal.statementCount > 0 else { throw Failure.input(source.name, words.noStatements) }
    (file, self.notes, self.words) = (source.name, notes, words)
  }

  /// What the map says, and what is to be looked at in it.
  ///
  /// - Parameter map: the file that it is written to.
  func remarks(map: String?) -> [String] {
    notes.map { words.note($0, of: file) } + words.proposed(proposal)
      + proposal.questions.map { words.question($0, map: map ?? words.map) }
  }
}

/// Offers to make a map at a terminal, where the columns of a table are not Waymark's.
struct MapOffer {
  private let session: Session
  private let installed: InstalledDocuments
  private let campaign: ID<Campaign>
  private let format: TableSource.Format

  private var words: ImportWords { session.said.import }

  init(
    _ session: Session, installed: InstalledDocuments, campaign: ID<Campaign>, table: TableOptions
  ) {
    (self.session, self.installed, self.campaign) = (session, installed, campaign)
    format = table.format
  }

  /// The map that was made, where there is one table whose columns are not Waymark's and the person
  /// wants one.
  func accepted(for files: [String]) throws -> String? {
    guard session.canAsk, files.count == 1, let file = files.first,
      file != BoundedFile.standardInput
    else { return nil }
    let asked = try AskedDocuments(campaign, in: session, installed: installed)
    guard isForeign(file, asked.documents),
      let proposed = try? ProposedMap(of: file, format, for: asked, words)
    else { return nil }
    let map = PathParts(file).name.prefix { $0 != "." } + "-map.csv"
    guard
      try TickList(input: try TerminalInput(STDIN_FILENO), session: session)
        .agrees(to: words.offerMap(String(map).printableLine))
    else { return nil }
    try session.deliver(proposed.proposal.csv, to: String(map), for: .everyone)
    for remark in proposed.remarks(map: String(map)) {
      session.console.remark(remark.printableLine)
    }
    guard proposed.proposal.questions.isEmpty else {
      throw Failure(
        .input,
        words.fillIn(
          String(map).printableLine,
          next: words.nextImport(
            file, map: String(map), isPartial: !proposed.proposal.missing.isEmpty,
            campaign: campaign.description, suffix: session.suffix)))
    }
    return String(map)
  }

  /// Whether no column of a table bears the name of a statement.
  private func isForeign(_ file: String, _ documents: CampaignDocuments) -> Bool {
    struct Enough: Error {}
    var names: Set<String> = []
    do {
      let document = try TableSource(file, format: format).read(
        begin: { opening in
          names = Set(opening.sample.prefix(1).flatMap(\.fields))
          throw Enough()
        }, row: { _, _, _ in })
      if document != nil { return false }
    } catch is Enough {
      return !documents.framework.competencies.contains { names.contains($0.id.description) }
    } catch {
      // What is wrong is told when the file is taken in.
    }
    return false
  }
}
