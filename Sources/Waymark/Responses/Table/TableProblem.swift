import WaymarkBasics

/// What is wrong with the shape of a table: its columns and the length of its rows.
package enum TableProblem: Problem {
  /// There is no first line, or it is empty.
  case noHeader
  /// The whole header is one column whose name holds another separator.
  case otherSeparator(String)
  /// A column of the header has no name.
  case namelessColumn
  /// A column that means nothing here.
  case unknownColumn(UnknownName)
  /// A column that was already there, by the number of the first.
  case doubledColumn(String, first: Int)
  /// A column that must be there is not.
  case missingColumn(String)
  /// A line without anything on it.
  case emptyRow
  /// A row with more or fewer fields than the header.
  case rowLength(Int, header: Int)

  /// What is wrong.
  package var what: String {
    switch self {
    case .noHeader: "the first line holds no names of columns"
    case .otherSeparator(let separator): "the columns are separated by \(separator), not by commas"
    case .namelessColumn: "the column has no name"
    case .unknownColumn(let unknown): unknown.what
    case .doubledColumn(let name, let first):
      "the column \(name.excerpt) is already column \(first)"
    case .missingColumn(let name): "there is no column '\(name)'"
    case .emptyRow: "the line is empty"
    case .rowLength(let count, let header):
      "the row has \(count) field\(count == 1 ? "" : "s"), the header has \(header)"
    }
  }

  /// How to mend it.
  package var mend: String {
    switch self {
    case .noHeader: "begin the file with a line that names the columns"
    case .otherSeparator: "save the file as CSV with commas"
    case .namelessColumn: "name it, or take out the comma too many"
    case .unknownColumn(let unknown): unknown.mend
    case .doubledColumn: "leave one of the two out"
    case .missingColumn: "add it, spelled exactly so"
    case .emptyRow: "take the line out"
    case .rowLength: "look for a comma or a quote too many or too few"
    }
  }
}
