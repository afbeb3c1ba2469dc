package import WaymarkBasics

/// What is wrong with a table of responses.
package enum WideTableProblem: Problem {
  /// Its columns or the length of a row.
  case shape(TableProblem)
  /// A column name that a background question and a competency share, so that it says neither.
  case ambiguousColumn(String)
  /// A column, or a field of a map, that means nothing here.
  case unknownColumn(UnknownName)
  /// A header of which nothing is Waymark's: the first few names, how many columns there are, and the
  /// file.
  case foreignColumns([String], of: Int, file: String, campaign: ID<Campaign>?)
  /// A column of the map whose field is yet to be written.
  case openColumn(String)
  /// A label of the map whose code is yet to be written.
  case openLabel(String, column: String)
  /// A code of the map that is no answer.
  case codeOfMap(AnswerWordProblem, field: String)
  /// A label that the map gives no code, in so many cells.
  case labelWithoutCode(LabelWithoutCode, cells: Int)
  /// A second answer to one statement, in another of its columns.
  case severalAnswers(String)
  /// A column of importance in a campaign that does not rate importance.
  case importanceNotRated(String)
  /// A cell of importance that is not 1 to 5.
  case importance(String, column: String)
  /// A column that a map names and the table does not have.
  case mappedColumnMissing(String)
  /// Competencies without a column: how many, and the first few.
  case missingCompetencies([CompetencyID], of: Int)
  /// A row without a respondent id.
  case noRespondent
  /// A respondent id with blanks around it, hidden characters, or more than 128 bytes.
  case unusableRespondent(String)
  /// A respondent id that stands on an earlier line.
  case repeatedRespondent(String, line: Int)
  /// A role that the framework does not have.
  case unknownRole(UnknownName)
  /// A cell in the column of a competency that is no answer.
  case answer(AnswerWordProblem, column: String)
  /// A cell in the column of a background question that is none of its options.
  case background(BackgroundAnswerProblem)

  /// What is wrong.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .ambiguousColumn(let name):
      "the column \(name.excerpt) could be a background question or a competency"
    case .unknownColumn(let unknown): unknown.what
    case .foreignColumns(let names, let count, _, _):
      "none of the \(count) columns is a statement (\(names.map(\.excerpt).joined(separator: ", ")) ...)"
    case .openColumn(let column): "the field of \(column.excerpt) is not written yet"
    case .openLabel(let label, let column):
      "the code of \(label.excerpt) in \(column.excerpt) is not written yet"
    case .codeOfMap(let problem, let field): "\(problem.what) of \(field)"
    case .labelWithoutCode(let label, let cells):
      "column \(label.column.excerpt): the map has no code for \(label.label.excerpt), which "
        + (cells == 1 ? "stands in 1 cell" : "stands in \(cells) cells")
    case .severalAnswers(let column):
      "column \(column.excerpt): another column has another answer to the same question"
    case .importanceNotRated(let name):
      "the column \(name.excerpt) holds importance, which this campaign does not rate"
    case .importance(let cell, let column):
      "column \(column.excerpt): \(cell.excerpt) is no importance"
    case .mappedColumnMissing(let name): "the map names a column \(name.excerpt) that is not there"
    case .missingCompetencies(let first, let count):
      "\(count) \(count == 1 ? "competency has" : "competencies have") no column: "
        + first.map(\.description).joined(separator: ", ")
        + (count > first.count ? " and \(count - first.count) more" : "")
    case .noRespondent: "the row has no respondent_id"
    case .unusableRespondent(let id): "the respondent_id \(id.excerpt) cannot be used"
    case .repeatedRespondent(let id, let line):
      "the respondent_id \(id.excerpt) is already on line \(line)"
    case .unknownRole(let unknown): unknown.what
    case .answer(let problem, let column): "column \(column.excerpt): \(problem.what)"
    case .background(let problem): problem.what
    }
  }

  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .ambiguousColumn: "use background questions whose ids are no ids of competencies"
    case .unknownColumn(let unknown):
      unknown.near == nil ? "\(unknown.mend), or pass over it with --ignore" : unknown.mend
    case .foreignColumns(_, _, let file, let campaign):
      "let Waymark propose what they mean: waymark import map \(file.quotedForShell)"
        + (campaign.map { " --campaign \($0)" } ?? "") + " -o map.csv"
    case .openColumn:
      "write which statement or question it is, or \(ColumnMap.ignored) to pass it over"
    case .openLabel: "write what it stands for, or \(ColumnMap.empty) where that is no answer"
    case .codeOfMap(let problem, _): problem.mend
    case .labelWithoutCode(let label, _):
      "add to \(label.map) the line '\(label.row)', with what it stands for in place of the ?"
    case .severalAnswers: "leave one of the two"
    case .importanceNotRated: "leave the column out"
    case .importance: "write 1 to 5, or leave it empty"
    case .mappedColumnMissing: "write it in the map exactly as the table has it"
    case .missingCompetencies:
      "add the columns, with '.' where a person was not asked, or import with --partial"
    case .noRespondent: "give every respondent an id of their own that says nothing of the person"
    case .unusableRespondent:
      "use 1 to 128 bytes of visible characters, without blanks at either end"
    case .repeatedRespondent:
      "keep one of the two rows, or say --on-duplicate first or last"
    case .unknownRole(let unknown): unknown.mend
    case .answer(let problem, _): problem.mend
    case .background(let problem): problem.mend
    }
  }
}

/// A label that a map does not name, where the column has one.
package struct LabelWithoutCode: Hashable, Sendable {
  /// The column where it was met first.
  let column: String
  let label: String
  /// The file of the map.
  let map: String
  /// The line that the map lacks.
  let row: String
}

extension String {
  /// The name of a file as a shell takes it.
  fileprivate var quotedForShell: String {
    let isPlain = utf8.allSatisfy {
      $0 < 0x7F && ($0 > 0x2B && $0 < 0x3B || $0 > 0x40 && $0 < 0x5B || $0 > 0x60 && $0 < 0x7B)
        || $0 == UInt8(ascii: "_")
    }
    return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}

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
