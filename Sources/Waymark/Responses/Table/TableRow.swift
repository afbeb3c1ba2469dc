/// One row of a table that came from a file.
package struct TableRow: Equatable, Sendable {
  /// The physical line that the row begins on, counted from 1; line feeds inside fields count.
  package let line: Int
  /// The fields in order, without their quotes; an empty line has none.
  package let fields: [String]

  /// Joins the parts.
  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }

  /// Takes the fields out of the text that they lie in.
  package init(line: Int, text: Span<UInt8>, fields: [Range<Int>]) {
    self.line = line
    self.fields = fields.indices.map { String(text.extracting(fields[$0])) }
  }
}
