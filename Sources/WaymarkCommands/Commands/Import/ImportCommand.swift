import ArgumentParser
import CSystem
import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// `waymark import`: takes responses into a campaign.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take responses into a campaign, or find out what a form's columns mean.",
    usage: "waymark import <subcommand>",
    discussion: """
      Example:
        waymark import responses demo.csv --campaign demo --new
      """,
    subcommands: [Responses.self, Map.self])

  /// `waymark import responses`: files that `waymark share` wrote, and tables.
  struct Responses: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "responses",
      abstract: "Take in files that people shared, and tables with a row for each person.",
      usage: "waymark import responses <file> ... --campaign <name> [options]",
      discussion: """
        A table is CSV, TSV or the first sheet of an .xlsx workbook. A folder stands for the \
        .json, .csv, .tsv and .xlsx files in it, - for standard input. When anything is wrong, \
        everything that is wrong is listed and nothing is taken in, unless you say --skip-bad. \
        A map says what the columns of a form tool's export mean; waymark import map proposes \
        one.

        Examples:
          waymark import responses demo.csv --campaign demo --new
          waymark import responses inbox/ --campaign ohio-2026 --dry-run
          waymark import responses form.csv --campaign ohio-2026 --map map.csv
        """)

    @Argument(help: "Files, folders, or -.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
    var campaign: String

    @Flag(
      help: "Make the campaign if none has this name; the first of a store is made without it.")
    var new = false

    @Flag(help: "Let tables lack statements; those count as not asked.")
    var partial = false

    @Option(
      help: ArgumentHelp(
        "A table of column,field,value,code: what the columns and labels mean.", valueName: "file"),
      completion: .file())
    var map: String?

    @Flag(
      help: "Pass over rows and files with a fault, list them, and take the others in.")
    var skipBad = false

    @Option(
      help: ArgumentHelp(
        "When a respondent is in a table twice, take the row that is: first, last.",
        valueName: "row"),
      transform: { try Choice.named($0, of: ["first": .first, "last": .last]) })
    var onDuplicate: WideTableOptions.Repeated?

    @Option(
      help: ArgumentHelp(
        "Do not read this column: its name, #12 for its number, or a pattern with *; may be repeated.",
        valueName: "column"))
    var ignore: [String] = []

    @Flag(help: "Keep e-mail addresses as ids; else people get random ones in their place.")
    var keepIds = false

    @Option(
      help: ArgumentHelp("Write everything that is wrong to this file.", valueName: "file"),
      completion: .file())
    var problems: String?

    @OptionGroup(title: "How a table is written") var table: TableOptions

    @Flag(help: "Check everything, and take nothing in.")
    var dryRun = false

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.import
      guard let id = ID<Campaign>(campaign) else {
        throw Failure(.usage, words.noName(campaign.printableLine))
      }
      let target = try target(id, session)
      guard target != .declined else {
        return try session.console.write(words.nothingTaken + "\n")
      }
      let inbox = try InboxFiles(files, words)
      let problemFile = try problems.flatMap { try session.file(at: $0, for: .owner) }
      let installed = try InstalledDocuments.find()
      let report: ((String) throws -> Void)? = problemFile.map { file in
        { text in try file.write { try Console.write(Array(text.utf8), to: $0) } }
      }
      let map =
        try self.map
        ?? MapOffer(session, installed: installed, campaign: id, table: table)
        .accepted(for: inbox.files)
      let format = try format(map)
      let store = try session.openStore(toWriteAs: "import")
      let (intake, late) = try ResponseIntake.take(
        inbox.files, into: id, of: store, installed: installed, format: format,
        isDryRun: dryRun, on: try session.surroundings.today(),
        progress: Progress(session.console), words: words, report: report)
      for remark in inbox.remarks + intake.remarks {
        session.console.remark(remark.printableLine)
      }
      if dryRun { session.console.remark(words.isDryRun) }
      if let late {
        throw Failure(
          .input,
          Failure(late).message
            + (dryRun ? "" : "\n" + (intake.hasShared ? words.takenThoughLate : words.nothingTaken))
        )
      }
      if !intake.passedOver.isEmpty {
        session.console.complain(intake.passedOver.text(isReported: problems != nil))
      }
      try session.console.write("\(intake.summary)\n")
      if target == .first, !dryRun { session.console.remark(words.madeFirst(id)) }
      if let late = intake.cameLate { session.remark(words.cameLate(late)) }
      if !dryRun {
        session.console.remark(session.said.campaign.nextReport(id, suffix: session.suffix))
        if intake.purposes.contains(.mentoring) {
          session.console.remark(words.pairs(id, suffix: session.suffix))
        }
        if intake.purposes.contains(.training) {
          session.console.remark(words.byName(id, suffix: session.suffix))
        }
      }
    }

    /// What answers go into.
    private enum Target {
      /// A campaign that is there, or that was asked for.
      case settled
      /// The first campaign of a store: no name can be a slip of another.
      case first
      /// A campaign that nobody wanted to be made.
      case declined
    }

    /// What answers go into: a name with a slip would make another campaign.
    ///
    /// - Throws: `Failure` where it is not there and nobody can be asked.
    private func target(_ id: ID<Campaign>, _ session: Session) throws -> Target {
      guard !new else { return .settled }
      let path = try session.storePath
      let known =
        FileManager.default.fileExists(atPath: path)
        ? try session.openStore(for: .reading).campaigns().map(\.campaign.id) : []
      guard !known.isEmpty else { return .first }
      guard !known.contains(where: { $0.folded == id.folded }) else { return .settled }
      let near = id.description.closest(among: known.map(\.description))
      let words = session.said.import
      guard session.canAsk else {
        throw Failure(.input, words.noCampaign(id, near: near))
      }
      return try TickList(input: try TerminalInput(STDIN_FILENO), session: session)
        .agrees(to: words.askToMake(id, near: near)) ? .settled : .declined
    }

    private func format(_ map: String?) throws -> ResponseReader.Format {
      var format = ResponseReader.Format(source: table.format)
      format.table.isPartial = partial
      format.table.skipsBadRows = skipBad
      format.table.repeated = onDuplicate ?? .refused
      format.table.ignored = Set(ignore)
      format.table.keepsAddresses = keepIds
      if problems != nil { format.table.problemLimit = 200_000 }
      if let map { format.table.map = try ColumnMap(at: map) }
      return format
    }
  }
}

extension ColumnMap {
  /// Reads a map from a file, which may be written as any table is.
  init(at path: String) throws {
    var rows: [TableRow] = []
    let source = TableSource(path, format: TableSource.Format())
    let document = try source.read(begin: { _ in }) { line, text, fields in
      rows.append(TableRow(line: line, text: text, fields: fields))
    }
    if document != nil {
      throw Failure.input(source.name, CommandWords.english.import.noMap)
    }
    try self.init(in: rows, file: source.name)
  }
}

/// The files that are named to be taken in: those of folders in place of the folders.
struct InboxFiles {
  private static let endings: Set = ["json", "csv", "tsv", "xlsx"]

  /// The files, in the order in which they were named.
  private(set) var files: [String] = []
  /// What of folders is passed over, in words.
  private(set) var remarks: [String] = []

  init(_ names: [String], _ words: ImportWords) throws {
    for name in names {
      if Self.isFolder(name) { try addFolder(name, words) } else { files.append(name) }
    }
  }

  /// Hidden files are what systems leave behind, such as `._name` beside each file from a Mac.
  private mutating func addFolder(_ folder: String, _ words: ImportWords) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure.input(folder.printableLine, words.folderUnreadable)
    }
    var passedOver: [String] = []
    var found: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let path = (folder as NSString).appendingPathComponent(name)
      if Self.isFolder(path) {
        passedOver.append(name.printableLine + "/")
      } else if Self.endings.contains((name as NSString).pathExtension.lowercased()) {
        found.append(path)
      } else {
        passedOver.append(name.printableLine)
      }
    }
    if !passedOver.isEmpty { remarks.append(words.notRead(passedOver, in: folder.printableLine)) }
    guard !found.isEmpty else {
      throw Failure.input(folder.printableLine, words.folderWithoutFiles(passedOver))
    }
    files += found
  }

  private static func isFolder(_ name: String) -> Bool {
    var status = stat()
    return stat(name.systemName, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
