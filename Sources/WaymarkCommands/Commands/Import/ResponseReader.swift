import Waymark
import WaymarkBasics
import WaymarkSheets

/// Reads a file of responses: JSON when it begins with a brace, else a table.
struct ResponseReader: Sendable {
  /// How tables are to be read.
  struct Format: Sendable {
    var table = WideTableOptions()
    var separator = CSVReader.Separator.comma
    var encoding = TextEncoding.utf8
  }

  /// A response of a table.
  struct Row: Sendable {
    let arrival: SheetArrival
    /// Whether it takes the place of an earlier row of the same table.
    let isRepeated: Bool
  }

  /// What a file was, beside the rows that it held.
  struct Outcome: Sendable {
    /// The bytes of a file that is no table.
    var document: [UInt8]?
    /// What was wrong with the file.
    var faults: [any FindingsReport & Sendable] = []
    /// Whether what was wrong is to be passed over.
    var passesOverFaults = false
    var badRows = 0
    var repeatedRows = 0
  }

  /// The rows that are handed over at once.
  private static let batch = 512

  /// The file as people read it.
  let name: String

  private let file: String
  private let framework: Framework
  private let background: BackgroundQuestions
  private let format: Format
  private let progress: Progress
  private let words: ImportWords

  init(
    file: String, framework: Framework, background: BackgroundQuestions, format: Format,
    progress: Progress, words: ImportWords
  ) {
    self.file = file
    name = BoundedFile.name(of: file)
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
    var reader = CSVReader(file: name, separator: format.separator, encoding: format.encoding)
    var table = WideTable(
      file: name, framework: framework, background: background, options: format.table)
    var outcome = Outcome()
    var hasBegun = false
    var rows: [Row] = []
    func take(_ line: Int, _ text: Span<UInt8>, _ fields: [Range<Int>]) throws {
      guard table.read(line: line, text: text, fields: fields) else { return }
      rows.append(Row(arrival: table.arrival, isRepeated: table.replacesEarlierRow))
      if rows.count == Self.batch {
        try emit(rows)
        rows.removeAll(keepingCapacity: true)
      }
    }
    do {
      try BoundedFile.pieces(of: file) { piece in
        if !hasBegun {
          hasBegun = true
          // A byte order mark, as some editors write it, is no part of either.
          let text = piece.starts(with: [0xEF, 0xBB, 0xBF]) ? piece.dropFirst(3) : piece[...]
          if text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{") {
            outcome.document = []
          }
        }
        guard outcome.document == nil else {
          if outcome.document?.count ?? 0 <= SharedFile.sizeLimit { outcome.document? += piece }
          return
        }
        try reader.readBytes(piece.span.bytes, row: take)
        progress.note(words.rowsRead(table.rowCount, of: name))
      }
      guard outcome.document == nil else { return outcome }
      try reader.finishBytes(row: take)
      try table.finish()
    } catch let findings as Findings<WideTableProblem> {
      outcome.faults = [findings]
      outcome.passesOverFaults = table.skipsBadRows
    } catch let findings as Findings<CSVProblem> {
      // The rows before the fault have been read, and may have faults of their own.
      outcome.faults = (table.findings.map { [$0] } ?? []) + [findings]
    }
    try emit(rows)
    outcome.badRows = table.badRowCount
    outcome.repeatedRows = table.repeatedRowCount
    return outcome
  }
}
