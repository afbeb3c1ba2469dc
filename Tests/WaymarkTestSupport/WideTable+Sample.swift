package import Waymark

extension WideTable {
  /// Reads a row given in texts; gives the record when it holds a response.
  package mutating func read(_ row: TableRow) -> CodedResponse? {
    var text: [UInt8] = []
    var fields: [Range<Int>] = []
    for field in row.fields {
      let start = text.count
      text += Array(field.utf8)
      fields.append(start..<text.count)
    }
    return read(line: row.line, text: text.span, fields: fields) ? record : nil
  }
}
