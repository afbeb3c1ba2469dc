/// Takes rows apart at their separators and quotes, wherever the bytes of the file were cut.
///
/// All places are indices of the buffer that `run` is given, which holds the row that is not complete
/// yet and what came after it; nothing is scanned twice.
struct CSVScan {
  /// What is wrong, and where.
  struct Fault: Error {
    let problem: CSVProblem
    let line: Int
    let column: Int?
  }

  /// What a row is handed over as: its line, the text that its fields lie in, and where they lie.
  typealias Row = (_ line: Int, _ text: Span<UInt8>, _ fields: [Range<Int>]) throws -> Void

  private enum State { case plain, quoted, quoteInQuoted, carriageReturn }

  /// The first byte of the row that is not complete.
  private(set) var rowStart = 0
  /// The line of the end of the last field or row.
  private(set) var line = 1

  private let separator: UInt8
  private var state = State.plain
  private var position = 0
  private var fieldStart = 0
  private var fields: [Range<Int>] = []
  private var rowLine = 1
  private var rowBytes = 0
  // Of the field that is not complete: quotes written twice, and line feeds.
  private var doubledQuotes = 0
  private var lineFeeds = 0
  // Whether a field of the row holds quotes written twice; then it is copied without them.
  private var hasDoubledQuotes = false
  private var copy: [UInt8] = []
  private var copiedFields: [Range<Int>] = []

  init(separator: UInt8) { self.separator = separator }

  /// The fault at the byte that the scan has come to.
  func fault(_ problem: CSVProblem) -> Fault {
    Fault(problem: problem, line: line + lineFeeds, column: fields.count + 1)
  }

  /// Goes on to the end of the bytes, and hands over every row that they complete.
  ///
  /// - Throws: `Fault`, and what `row` throws.
  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, row: Row) throws {
    while position < bytes.count {
      switch state {
      case .plain: try readPlain(bytes, row)
      case .quoted: readQuoted(bytes)
      case .quoteInQuoted: try readAfterQuote(bytes, row)
      case .carriageReturn:
        guard bytes[position] == 0x0A else {
          throw Fault(problem: .loneCarriageReturn, line: line, column: nil)
        }
        position += 1
        beginRow()
      }
    }
    let length = position - fieldStart - doubledQuotes
    // A quoted field may be followed by the quote that perhaps closes it.
    if length > CSVReader.fieldLimit + (state == .quoteInQuoted ? 1 : 0) {
      throw Fault(problem: .fieldTooLong, line: line, column: fields.count + 1)
    }
  }

  /// Ends the file and hands over the last row when no line end stood after it.
  ///
  /// - Throws: `Fault`, and what `row` throws.
  mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, row: Row) throws {
    switch state {
    case .quoted: throw Fault(problem: .unclosedQuote, line: line, column: fields.count + 1)
    case .carriageReturn: throw Fault(problem: .loneCarriageReturn, line: line, column: nil)
    case .quoteInQuoted:
      try endField(at: position - 1)
      try endRow(bytes, row)
    case .plain:
      guard position > rowStart else { return }
      try endField(at: position)
      try endRow(bytes, row)
    }
  }

  /// Takes into account that so many bytes were taken away before the row.
  mutating func moveDown(by count: Int) {
    rowStart -= count
    position -= count
    fieldStart -= count
    for place in fields.indices {
      fields[place] = fields[place].lowerBound - count..<fields[place].upperBound - count
    }
  }

  /// Passes over bytes at the start of the file that belong to no field.
  mutating func skip(_ count: Int) {
    position = count
    rowStart = count
    fieldStart = count
  }

  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Row) throws {
    let separator = separator
    var place = position
    while place < bytes.count {
      let byte = bytes[place]
      if byte == separator {
        try endField(at: place)
        place += 1
        fieldStart = place
      } else if byte > 0x22 || (byte != 0x0A && byte != 0x0D && byte != 0x22) {
        place += 1
      } else {
        break
      }
    }
    position = place
    guard place < bytes.count else { return }
    if bytes[place] == 0x22 {
      guard place == fieldStart else { throw fault(.quoteInField) }
      position += 1
      fieldStart = position
      state = .quoted
    } else {
      try endLine(bytes, fieldEnd: place, row)
    }
  }

  private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = position
    while place < bytes.count, bytes[place] != 0x22 {
      if bytes[place] == 0x0A { lineFeeds += 1 }
      place += 1
    }
    position = place
    guard place < bytes.count else { return }
    position += 1
    state = .quoteInQuoted
  }

  private mutating func readAfterQuote(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Row) throws {
    switch bytes[position] {
    case 0x22:
      doubledQuotes += 1
      hasDoubledQuotes = true
      position += 1
      state = .quoted
    case separator:
      try endField(at: position - 1)
      position += 1
      fieldStart = position
      state = .plain
    case 0x0A, 0x0D:
      try endLine(bytes, fieldEnd: position - 1, row)
    case let byte where rowLine == 1:
      // Where the whole table is written so, the header is the first to show it.
      guard let found = CSVReader.Separator(rawValue: byte),
        let read = CSVReader.Separator(rawValue: separator)
      else { throw fault(.textAfterQuote) }
      throw fault(.otherSeparator(found, not: read))
    default:
      throw fault(.textAfterQuote)
    }
  }

  /// Ends the field, the row and the line at a line feed or a carriage return.
  private mutating func endLine(
    _ bytes: UnsafeBufferPointer<UInt8>, fieldEnd: Int, _ row: Row
  ) throws {
    if position > rowStart { try endField(at: fieldEnd) }
    try endRow(bytes, row)
    let isLineFeed = bytes[position] == 0x0A
    position += 1
    state = isLineFeed ? .plain : .carriageReturn
    if isLineFeed { beginRow() }
  }

  private mutating func beginRow() {
    line += 1
    rowLine = line
    rowStart = position
    fieldStart = position
    state = .plain
  }

  @inline(__always)
  private mutating func endField(at end: Int) throws {
    let length = end - fieldStart - doubledQuotes
    rowBytes += length + 1
    if length > CSVReader.fieldLimit || rowBytes > CSVReader.rowLimit
      || fields.count == CSVReader.columnLimit
    {
      throw limitFault(length)
    }
    fields.append(fieldStart..<end)
    line += lineFeeds
    lineFeeds = 0
    doubledQuotes = 0
  }

  private func limitFault(_ length: Int) -> Fault {
    if length > CSVReader.fieldLimit {
      return Fault(problem: .fieldTooLong, line: line, column: fields.count + 1)
    }
    let problem: CSVProblem = rowBytes > CSVReader.rowLimit ? .rowTooLong : .tooManyColumns
    return Fault(problem: problem, line: rowLine, column: nil)
  }

  private mutating func endRow(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Row) throws {
    if hasDoubledQuotes {
      copyFields(bytes)
      try row(rowLine, copy.span, copiedFields)
      hasDoubledQuotes = false
    } else {
      try row(rowLine, bytes.span, fields)
    }
    fields.removeAll(keepingCapacity: true)
    rowBytes = 0
    fieldStart = position
    rowStart = position
  }

  private mutating func copyFields(_ bytes: UnsafeBufferPointer<UInt8>) {
    copy.removeAll(keepingCapacity: true)
    copiedFields.removeAll(keepingCapacity: true)
    for field in fields {
      let start = copy.count
      var place = field.lowerBound
      while place < field.upperBound {
        copy.append(bytes[place])
        // Inside a field, quotes come in twos.
        place += bytes[place] == 0x22 ? 2 : 1
      }
      copiedFields.append(start..<copy.count)
    }
  }
}
