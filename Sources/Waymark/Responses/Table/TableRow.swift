/// One row of a table that came from a file.
public struct TableRow: Equatable, Sendable {
  /// The physical line that the row begins on, counted from 1; line feeds inside fields count.
  public let line: Int
  /// The fields in order, without their quotes; an empty line has none.
  public let fields: [String]

  /// Joins the parts.
  public init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }

  /// Takes the fields out of the text that they lie in.
  public init(line: Int, text: Span<UInt8>, fields: [Range<Int>]) {
    self.line = line
    self.fields = fields.indices.map { String(text.extracting(fields[$0])) }
  }
}
