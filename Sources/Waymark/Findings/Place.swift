/// Where in an input something stands.
public struct Place: Hashable, Sendable {
  /// The file as the person named it.
  public let file: String
  /// Where in the file.
  public let position: LineAndColumn

  /// The line, counted from 1; absent when the fault is the file's as a whole.
  public var line: Int? { position.line }
  /// The column, counted from 1; absent when only the line is known.
  public var column: Int? { position.column }

  /// Names a place; a line or column that is not 1 to 2^32 - 1 counts as absent.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.init(file: file, at: LineAndColumn(line: line, column: column))
  }

  /// Names a place.
  public init(file: String, at position: LineAndColumn) {
    self.file = file
    self.position = position
  }
}
