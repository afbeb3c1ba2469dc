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

/// What is wrong with a map of a form tool's columns.
package enum ColumnMapProblem: Problem {
  /// Its columns, or the length of a row.
  case shape(TableProblem)
  /// A row without a column or without a field.
  case incomplete
  /// A column that an earlier row gives another field.
  case twoFields(String, String)
  /// A code for no value.
  case codeWithoutValue(String)
  /// A value of a column that has a code already.
  case repeatedValue(String, column: String)

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .incomplete: "the row lacks a column or a field"
    case .twoFields(let column, let field):
      "the column \(column.excerpt) is the field \(field.excerpt) already"
    case .codeWithoutValue(let code): "the code \(code.excerpt) belongs to no value"
    case .repeatedValue(let value, let column):
      "the value \(value.excerpt) of \(column.excerpt) has a code already"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .incomplete: "write the form's column, then the name by which Waymark knows it"
    case .twoFields: "give a column one field"
    case .codeWithoutValue: "write the value as the form exports it"
    case .repeatedValue: "leave one of the two out"
    }
  }
}
