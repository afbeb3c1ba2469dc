import Waymark
import WaymarkBasics
import WaymarkSheets

/// Reads a file of responses: JSON when it begins with a brace, else a table.
struct ResponseReader: Sendable {
  /// How tables are to be read.
  struct Format: Sendable {
    var table = WideTableOptions()
    var source = TableSource.Format()
  }

  /// A response of a table.
  struct Row: Sendable {
    let arrival: SheetArrival
    /// Whether it takes the place of an earlier row of the same table.
    let isRepeated: Bool
    /// Whether its id is a random one, in place of none or of an e-mail address.
    let hasMadeID: Bool
  }

  /// What a file was, beside the rows that it held.
  struct Outcome: Sendable {
    /// The bytes of a file that is no table.
    var document: [UInt8]?
    /// What was wrong with the file.
    var faults: [any FindingsReport & Sendable] = []
    /// Whether what was wrong is to be passed over.
    var passesOverFaults = false
    /// Whether nothing of it was handed over.
    var isWhollyRefused = false
    var badRows = 0
    var repeatedRows = 0
    /// What was found out about how the table is written.
    var notes: [TableNote] = []
    /// What was done with its rows that nobody had asked for.
    var rows = WideTableNotes()
  }

  /// The rows that are handed over at once.
  private static let batch = 512

  /// The file as people read it.
  let name: String

  private let source: TableSource
  private let framework: Framework
  private let background: BackgroundQuestions
  private let format: Format
  private let progress: Progress
  private let words: ImportWords

  init(
    file: String, framework: Framework, background: BackgroundQuestions, format: Format,
    progress: Progress, words: ImportWords
  ) {
    source = TableSource(file, format: format.source)
    name = source.name
    self.framework = framework
    self.background = background
    self.format = format
    self.progress = progress
    self.words = words
  }

  /// Reads the file, and hands over the rows of a table as they come.
  ///
  /// - Throws: `Findings<FileProblem>` when it cannot be read, and what `emit` throws.
  func read(_ emit: ([Row]) throws -> Void) throws -> Outcome {
    var table = WideTable(
      file: name, framework: framework, background: background, options: format.table)
    var outcome = Outcome()
    var rows: [Row] = []
    func begin(_ opening: TableSource.Opening) {
      var options = format.table
      let header = opening.headerRows(
        said: format.source.headerRows, framework: framework, background: background)
      options.headerRows = header.count
      outcome.notes = opening.notes + [header.note].compactMap(\.self)
      table = WideTable(
        file: name, framework: framework, background: background, options: options)
    }
    func take(_ line: Int, _ text: Span<UInt8>, _ fields: [Range<Int>]) throws {
      guard table.read(line: line, text: text, fields: fields) else { return }
      rows.append(
        Row(
          arrival: table.arrival, isRepeated: table.replacesEarlierRow,
          hasMadeID: table.hasMadeID))
      if rows.count == Self.batch {
        try emit(rows)
        rows.removeAll(keepingCapacity: true)
      }
    }
    do {
      outcome.document = try source.read(
        begin: begin, piece: { progress.note(words.rowsRead(table.rowCount, of: name)) },
        row: take)
      guard outcome.document == nil else { return outcome }
      try table.finish()
    } catch let findings as Findings<WideTableProblem> {
      outcome.faults = [findings]
      outcome.passesOverFaults = table.skipsBadRows
      outcome.isWhollyRefused = !table.hasSoundHeader
    } catch let findings as Findings<CSVProblem> {
      // The rows before the fault have been read, and may have faults of their own.
      outcome.faults = (table.findings.map { [$0] } ?? []) + [findings]
      outcome.isWhollyRefused = format.source.isCheckedFirst && table.rowCount == 0
    } catch let findings as Findings<WorkbookReadingProblem> {
      outcome.faults = (table.findings.map { [$0] } ?? []) + [findings]
      outcome.isWhollyRefused = table.rowCount == 0
    }
    if !outcome.isWhollyRefused { try emit(rows) }
    outcome.badRows = table.badRowCount
    outcome.repeatedRows = table.repeatedRowCount
    outcome.rows = table.notes
    return outcome
  }
}

/// The first lines of a list that may be long, and how many more there are.
struct BoundedLines {
  private static let shown = 50

  /// What is kept of them.
  private(set) var lines: [String] = []
  private let limit: Int
  private var unlisted = 0

  /// - Parameter limit: how many lines are kept, for a file that lists them all.
  init(limit: Int = 50) { self.limit = max(limit, Self.shown) }

  var isEmpty: Bool { lines.isEmpty }

  /// The lines, and a last one that says how many are left out.
  var text: String {
    let rest = lines.count - min(lines.count, Self.shown) + unlisted
    let last = rest == 0 ? [] : [CommandWords.english.import.more(rest)]
    return (lines.prefix(Self.shown) + last).joined(separator: "\n")
  }

  /// The lines, and a last one that says how many there are and where the others are to be read.
  ///
  /// - Parameter isReported: whether all of them are written to a file.
  func text(isReported: Bool) -> String {
    let all = lines.count + unlisted
    guard all > Self.shown else { return text }
    let last = CommandWords.english.import.shown(Self.shown, of: all, isReported: isReported)
    return (lines.prefix(Self.shown) + [last]).joined(separator: "\n")
  }

  mutating func add(_ findings: any FindingsReport) {
    for line in findings.listedLines { add(line) }
    unlisted += findings.unlisted
  }

  mutating func add(_ line: String) {
    if lines.count < limit {
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
