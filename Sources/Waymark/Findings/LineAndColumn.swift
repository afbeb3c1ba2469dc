/// Where in a file something stands.
public struct LineAndColumn: Hashable, Sendable {
  // Drafts hold one for every element of a document, so it is kept small: 0 is absent.
  private let lineOrZero: UInt32
  private let columnOrZero: UInt32

  /// The line, counted from 1; absent when the fault is the file's as a whole.
  public var line: Int? { lineOrZero == 0 ? nil : Int(lineOrZero) }
  /// The column, counted from 1; absent when only the line is known.
  public var column: Int? { columnOrZero == 0 ? nil : Int(columnOrZero) }

  /// Joins line and column; a number that is not 1 to 2^32 - 1 counts as absent.
  public init(line: Int? = nil, column: Int? = nil) {
    lineOrZero = line.flatMap { UInt32(exactly: $0) } ?? 0
    columnOrZero = column.flatMap { UInt32(exactly: $0) } ?? 0
  }
}
