import WaymarkBasics

/// What is wrong with a table of how many people are in each group.
package enum MarginsProblem: Problem {
  /// Its columns, or the length of a row.
  case shape(TableProblem)
  /// A variable that people cannot be grouped by.
  case variable(ReportProblem)
  /// A category that the variable does not have.
  case unknownCategory(String, of: String, near: String?)
  /// A count that is no whole number from 0 to `MarginsTable.countLimit`.
  case notACount(String)
  /// The same variable and category as in an earlier line.
  case repeated(String, String, line: Int)

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .variable(let problem): problem.what
    case .unknownCategory(let category, let variable, _):
      "\(category.excerpt) is no category of \(variable.excerpt)"
    case .notACount(let text): "\(text.excerpt) is no number of people"
    case .repeated(let variable, let category, let line):
      "'\(variable)' has the category '\(category)' in line \(line) already"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .variable(let problem): problem.mend
    case .unknownCategory(_, _, .some(let near)): near.didYouMean
    case .unknownCategory(_, let variable, nil):
      "take the ids of '\(variable)' from: waymark framework show background"
    case .notACount: "write a whole number of 0 or more, in digits alone"
    case .repeated: "leave one of the two out"
    }
  }
}
