package import WaymarkBasics

/// What the columns and labels of a form tool's export mean.
///
/// A map names the fields of columns, and the codes of the labels in their cells; what it does not
/// name stands for itself.
package struct ColumnMap: Hashable, Sendable {
  /// The columns of a file that holds a map.
  static let columns = ["column", "field", "value", "code"]

  private var fields: [String: String] = [:]
  private var codes: [String: [String: String]] = [:]
  /// The columns that the map names, in its order.
  package private(set) var columns: [String] = []

  /// Maps nothing.
  package init() {}

  /// The name by which a column is known, its own when the map does not name it.
  func field(of column: String) -> String { fields[column] ?? column }

  /// The codes of a column's labels; `nil` when the map names none.
  func codes(of column: String) -> [String: String]? { codes[column] }

  /// Reads a map that is in memory as a whole: `column,field`, and perhaps `value,code`.
  ///
  /// A row with a value says that the label stands for the code; rows of one column name one field.
  /// - Throws: everything that is wrong with it.
  package init(in rows: [TableRow], file: String) throws(Findings<ColumnMapProblem>) {
    var problems = BoundedFindings<ColumnMapProblem>(file: file)
    let first = rows.first ?? TableRow(line: 1, fields: [])
    var header = TableHeader<Int>()
    for (place, name) in Self.columns.enumerated() { _ = header.add(name, place) }
    let meanings = header.meanings(of: first) { column, problem in
      problems.add(line: first.line, column: column, .shape(problem()))
    }
    for (place, name) in Self.columns.prefix(2).enumerated()
    where problems.count == 0 && !meanings.contains(place) {
      problems.add(line: first.line, .shape(.missingColumn(name)))
    }
    if problems.count == 0 {
      for row in rows.dropFirst() {
        let fits = TableHeader<Int>.fits(row, columns: meanings.count) {
          problems.add(line: row.line, .shape($0))
        }
        guard fits else { continue }
        var cells = ["", "", "", ""]
        for (meaning, cell) in zip(meanings, row.fields) {
          if let meaning { cells[meaning] = cell }
        }
        if let problem = add(cells) { problems.add(line: row.line, problem) }
      }
    }
    if let findings = problems.findings { throw findings }
  }

  private mutating func add(_ cells: [String]) -> ColumnMapProblem? {
    let (column, field, value, code) = (cells[0], cells[1], cells[2], cells[3])
    guard !column.isEmpty, !field.isEmpty else { return .incomplete }
    if let known = fields[column] {
      guard known == field else { return .twoFields(column, known) }
    } else {
      fields[column] = field
      columns.append(column)
    }
    if value.isEmpty { return code.isEmpty ? nil : .codeWithoutValue(code) }
    guard codes[column, default: [:]].updateValue(code, forKey: value) == nil else {
      return .repeatedValue(value, column: column)
    }
    return nil
  }
}
