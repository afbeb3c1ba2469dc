import WaymarkBasics

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
