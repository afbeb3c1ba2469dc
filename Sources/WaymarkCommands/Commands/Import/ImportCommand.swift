import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

/// `waymark import`: takes responses into a campaign.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take responses into a campaign.",
    usage: "waymark import responses <file> ... --campaign <name>",
    discussion: """
      Example:
        waymark import responses demo.csv --campaign demo --new
      """,
    subcommands: [Responses.self])

  /// `waymark import responses`: files that `waymark share` wrote, and tables.
  struct Responses: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "responses",
      abstract: "Take in files that people shared, and tables with a row for each person.",
      usage: "waymark import responses <file> ... --campaign <name> [options]",
      discussion: """
        A folder stands for the .json and .csv files in it, - for standard input. When \
        anything is wrong, everything that is wrong is listed and nothing is taken in, unless \
        you say --skip-bad. A map says what the columns of a form tool's export mean.

        Examples:
          waymark import responses demo.csv --campaign demo --new
          waymark import responses inbox/ --campaign ohio-2026 --dry-run
          waymark import responses form.csv --campaign ohio-2026 --map map.csv
        """)

    @Argument(help: "Files, folders, or -.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
    var campaign: String

    @Flag(help: "Make the campaign if there is none with this name.")
    var new = false

    @Flag(help: "Let tables lack statements; those count as not asked.")
    var partial = false

    @Option(
      help: ArgumentHelp(
        "A table of column,field,value,code: what the columns and labels mean.", valueName: "file"),
      completion: .file())
    var map: String?

    @Flag(help: "Pass over rows of tables with a fault, list them, and take the others in.")
    var skipBad = false

    @Option(
      help: ArgumentHelp(
        "When a respondent is in a table twice, take the row that is: first, last.",
        valueName: "row"),
      transform: { try Choice.named($0, of: ["first": .first, "last": .last]) })
    var onDuplicate: WideTableOptions.Repeated?

    @Option(help: ArgumentHelp("Do not read this column; may be repeated.", valueName: "column"))
    var ignore: [String] = []

    @Option(
      help: ArgumentHelp(
        "What separates columns: comma (if not said), semicolon, tab.", valueName: "name"),
      transform: {
        try Choice.named($0, of: ["comma": .comma, "semicolon": .semicolon, "tab": .tab])
      })
    var separator: CSVReader.Separator?

    @Option(
      help: ArgumentHelp(
        "How text is written: utf-8 (if not said), latin-1, utf-16.", valueName: "name"),
      transform: {
        try Choice.named($0, of: ["utf-8": .utf8, "latin-1": .latin1, "utf-16": .utf16])
      })
    var encoding: TextEncoding?

    @Flag(help: "Check everything, and take nothing in.")
    var dryRun = false

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.import
      guard let id = ID<Campaign>(campaign) else {
        throw Failure(.usage, words.noName(campaign.printableLine))
      }
      guard try mayBegin(id, session) else {
        return try session.console.write(words.nothingTaken + "\n")
      }
      let store = try session.openStore(toWriteAs: "import")
      let (intake, late) = try ResponseIntake.take(
        try Self.expanded(files, words), into: id, of: store,
        installed: try InstalledDocuments.find(),
        format: try format(), isDryRun: dryRun, on: try session.surroundings.today(),
        progress: Progress(session.console), words: words)
      if dryRun { session.console.remark(words.isDryRun) }
      if let late {
        throw Failure(
          .input, Failure(late).message + (dryRun ? "" : "\n" + words.takenThoughLate))
      }
      if !intake.passedOver.isEmpty { session.console.complain(intake.passedOver.text) }
      try session.console.write("\(intake.summary)\n")
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

    /// Whether the campaign is there, or is to be made: a name with a slip would make another one.
    ///
    /// - Throws: `Failure` where it is not there and nobody can be asked.
    private func mayBegin(_ id: ID<Campaign>, _ session: Session) throws -> Bool {
      guard !new else { return true }
      let path = try session.storePath
      let known =
        FileManager.default.fileExists(atPath: path)
        ? try session.openStore(for: .reading).campaigns().map(\.campaign.id) : []
      guard !known.contains(where: { $0.folded == id.folded }) else { return true }
      let near = id.description.closest(among: known.map(\.description))
      let words = session.said.import
      guard session.canAsk else {
        throw Failure(.input, words.noCampaign(id, near: near))
      }
      try Console.write(Array(words.askToMake(id, near: near).utf8), to: STDERR_FILENO)
      return ["y", "yes"].contains(readLine()?.lowercased())
    }

    private func format() throws -> ResponseReader.Format {
      var table = WideTableOptions()
      table.isPartial = partial
      table.skipsBadRows = skipBad
      table.repeated = onDuplicate ?? .refused
      table.ignored = Set(ignore)
      if let map {
        let rows = try CSVReader.rows(
          of: try BoundedFile.read(map, limit: 1 << 20), file: map.printableLine)
        table.map = try ColumnMap(in: rows, file: map.printableLine)
      }
      return ResponseReader.Format(
        table: table, separator: separator ?? .comma, encoding: encoding ?? .utf8)
    }

    private static func expanded(_ names: [String], _ words: ImportWords) throws -> [String] {
      try names.flatMap { name -> [String] in
        var status = stat()
        guard stat(name.systemName, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
          return [name]
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: name) else {
          throw Failure.input(name.printableLine, words.folderUnreadable)
        }
        let files = names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".csv") }.sorted()
        guard !files.isEmpty else {
          throw Failure.input(name.printableLine, words.folderWithoutFiles)
        }
        return files.map { (name as NSString).appendingPathComponent($0) }
      }
    }
  }
}

/// The first lines of a list that may be long, and how many more there are.
struct BoundedLines {
  private static let limit = 50

  private var lines: [String] = []
  private var unlisted = 0

  var isEmpty: Bool { lines.isEmpty }

  /// The lines, and a last one that says how many are left out.
  var text: String {
    let rest = unlisted == 0 ? [] : [CommandWords.english.import.more(unlisted)]
    return (lines + rest).joined(separator: "\n")
  }

  mutating func add(_ findings: any FindingsReport) {
    for line in findings.listedLines { add(line) }
    unlisted += findings.unlisted
  }

  mutating func add(_ line: String) {
    if lines.count < Self.limit {
      lines.append(line.printableLine)
    } else {
      unlisted += 1
    }
  }

  /// Adds a line unless it is there.
  mutating func addOnce(_ line: String) {
    if !lines.contains(line.printableLine) { add(line) }
  }
}
