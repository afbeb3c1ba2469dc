import Waymark

/// Puts together the rows that libcsv reports field by field, and counts the lines that it does not.
struct RowCollector {
  /// The first thing that is wrong; nothing is collected after it.
  private(set) var fault: (problem: CSVProblem, line: Int, column: Int?)?
  /// The line of the end of the last field or row.
  private(set) var line = 1
  /// The fields of the row that is not complete yet.
  private(set) var fields: [String] = []
  private var rows: [TableRow] = []
  private var rowLine = 1
  private var rowBytes = 0
  private var followsCarriageReturn = false

  /// Hands over the rows that are complete.
  mutating func takeRows() -> [TableRow] {
    defer { rows.removeAll(keepingCapacity: true) }
    return rows
  }

  mutating func addField(_ bytes: UnsafeRawBufferPointer) {
    guard fault == nil else { return }
    if followsCarriageReturn {
      fault = (.loneCarriageReturn, line, nil)
      return
    }
    let column = fields.count + 1
    rowBytes += bytes.count + 1
    if bytes.count > CSVReader.fieldLimit {
      fault = (.fieldTooLong, line, column)
    } else if rowBytes > CSVReader.rowLimit {
      fault = (.rowTooLong, rowLine, nil)
    } else if column > CSVReader.columnLimit {
      fault = (.tooManyColumns, rowLine, nil)
    } else {
      fields.append(String(decoding: bytes, as: UTF8.self))
      line += bytes.lineFeeds
    }
  }

  /// Ends a row at a line feed, a carriage return, or the end of the file (any other value).
  mutating func endRow(at character: Int32) {
    guard fault == nil else { return }
    let isLineFeed = character == 0x0A
    let isSecondHalf = isLineFeed && followsCarriageReturn
    if followsCarriageReturn, !isLineFeed {
      fault = (.loneCarriageReturn, line, nil)
      return
    }
    if !isSecondHalf {
      rows.append(TableRow(line: rowLine, fields: fields))
      fields.removeAll(keepingCapacity: true)
      rowBytes = 0
    }
    followsCarriageReturn = character == 0x0D
    if isLineFeed {
      line += 1
      rowLine = line
    }
  }

  /// Ends the file: a carriage return still waits for its line feed.
  mutating func finish() {
    if fault == nil, followsCarriageReturn { fault = (.loneCarriageReturn, line, nil) }
  }
}

extension UnsafeRawBufferPointer {
  var lineFeeds: Int { reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } }
}
