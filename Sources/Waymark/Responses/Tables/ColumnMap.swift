package import WaymarkBasics

/// What the columns and labels of a form tool's export mean.
///
/// A map names the fields of columns, and the codes of the labels in their cells; what it does not
/// name stands for itself. A column is named by what it is called, by its number (`#12`, and whatever
/// follows), or by a pattern in which `*` stands for anything. Rows with the field `statements` say what
/// a label stands for in all statements; the field `(ignored)` passes a column over, and `(preview)` the rows that hold
/// one of its values.
package struct ColumnMap: Hashable, Sendable {
  /// The columns of a file that holds a map.
  static let columns = ["column", "field", "value", "code"]
  /// The field of labels that hold for all statements.
  static let statements = "statements"
  /// The field of columns that are passed over.
  package static let ignored = "(ignored)"
  /// The field of a column whose values say which rows are nobody's answers: those of who tried the form
  /// out.
  static let preview = "(preview)"
  /// A cell without anything in it: as a value what it stands for, as a code that others stand for it.
  static let empty = "(empty)"
  /// The value that every other label has.
  static let any = "*"
  /// What a person has yet to write.
  package static let open = "?"

  /// What a map says of a column, or of those that a pattern names.
  struct Entry: Hashable, Sendable {
    let column: String
    let field: String
    /// Where the map first says so.
    let line: Int
    fileprivate(set) var labels: [Label] = []

    /// What the labels stand for.
    var codes: LabelCodes {
      var codes = LabelCodes()
      for label in labels { codes.add(label.value, label.code) }
      return codes
    }
  }

  /// A label, and what it stands for.
  struct Label: Hashable, Sendable {
    let value: String
    let code: String
    let line: Int
  }

  /// The file that it was read from.
  package private(set) var file = ""
  /// All that it says, in its order.
  private(set) var entries: [Entry] = []

  /// Maps nothing.
  package init() {}

  /// Whether nothing is mapped.
  package var isEmpty: Bool { entries.isEmpty }

  /// Reads a map that is in memory as a whole: `column,field`, and perhaps `value,code`.
  ///
  /// A row with a value says that the label stands for the code; rows of one column name one field.
  /// - Throws: everything that is wrong with it.
  package init(in rows: [TableRow], file: String) throws(Findings<ColumnMapProblem>) {
    self.file = file
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
      var places: [String: Int] = [:]
      for row in rows.dropFirst() where row.fields.contains(where: { !$0.isEmpty }) {
        let fits = TableHeader<Int>.fits(row, columns: meanings.count) {
          problems.add(line: row.line, .shape($0))
        }
        guard fits else { continue }
        var cells = ["", "", "", ""]
        for (meaning, cell) in zip(meanings, row.fields) {
          if let meaning { cells[meaning] = cell }
        }
        if let problem = add(cells, line: row.line, &places) {
          problems.add(line: row.line, problem)
        }
      }
    }
    if let findings = problems.findings { throw findings }
  }

  private mutating func add(
    _ cells: [String], line: Int, _ places: inout [String: Int]
  ) -> ColumnMapProblem? {
    let (field, value, code) = (cells[1], cells[2], cells[3])
    let column = cells[0].isEmpty && field == Self.statements ? Self.any : cells[0]
    guard !column.isEmpty, !field.isEmpty else { return .incomplete }
    // Labels of all statements may stand beside what a column of that name is.
    let key = field == Self.statements ? "\u{0}" + column : column
    let place = places[key] ?? entries.count
    if place == entries.count {
      places[key] = place
      entries.append(Entry(column: column, field: field, line: line))
    }
    guard entries[place].field == field else { return .twoFields(column, entries[place].field) }
    if value.isEmpty { return code.isEmpty ? nil : .codeWithoutValue(code) }
    guard !entries[place].labels.contains(where: { $0.value == value }) else {
      return .repeatedValue(value, column: column)
    }
    entries[place].labels.append(Label(value: value, code: code, line: line))
    return nil
  }
}

extension ColumnMap {
  /// What the map says of each column that it names, by the column's place, and those of its entries
  /// that name no column.
  ///
  /// A name as it stands comes before one that reads the same, a number before both, and a pattern
  /// after all.
  func resolved(for header: FormHeader) -> (entries: [Int: Entry], missing: [Entry]) {
    var found: [Int: Entry] = [:]
    var missing: [Entry] = []
    var keys: [[String]] = []
    for entry in entries where entry.field != Self.statements {
      var places = header.columns.indices.filter {
        header.columns[$0].headings.contains(entry.column)
      }
      if places.isEmpty, let number = Self.number(entry.column) {
        places = header.columns.indices.filter { header.columns[$0].number == number }
      }
      if places.isEmpty, !entry.column.contains("*") {
        if keys.isEmpty { keys = header.columns.map { $0.headings.map(TolerantText.key) } }
        let key = TolerantText.key(entry.column)
        places = header.columns.indices.filter { keys[$0].contains(key) }
      }
      // A number says which of several columns of one name is meant.
      for place in places where found[place] == nil || Self.number(entry.column) != nil {
        found[place] = entry
      }
      if places.isEmpty, !entry.column.contains("*") { missing.append(entry) }
    }
    for entry in entries where entry.field != Self.statements && entry.column.contains("*") {
      for column in header.columns.indices
      where found[column] == nil && Self.matches(header.columns[column], entry.column) {
        found[column] = entry
      }
    }
    return (found, missing)
  }

  /// What labels stand for in the column of a statement, beside what is said of the column alone.
  func codesOfStatements(in column: FormHeader.Column) -> LabelCodes {
    var codes = LabelCodes()
    for entry in entries
    where entry.field == Self.statements && Self.matches(column, entry.column) {
      codes.add(entry.codes)
    }
    return codes
  }

  /// Whether a name, a number or a pattern names the column.
  static func matches(_ column: FormHeader.Column, _ name: String) -> Bool {
    if column.headings.contains(name) || number(name) == column.number { return true }
    let pieces = name.split(separator: "*", omittingEmptySubsequences: false)
      .map { TolerantText.key(String($0)) }
    return column.headings.contains { heading in
      let key = TolerantText.key(heading)
      guard pieces.count > 1 else { return key == pieces[0] }
      guard key.hasPrefix(pieces[0]) else { return false }
      var rest = key[...].dropFirst(pieces[0].count)
      for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
        guard let range = rest.firstRange(of: piece) else { return false }
        rest = rest[range.upperBound...]
      }
      return rest.hasSuffix(pieces[pieces.count - 1])
    }
  }

  /// The number in `#12 Comment`.
  private static func number(_ column: String) -> Int? {
    guard column.first == "#" else { return nil }
    let digits = column.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let rest = column.dropFirst(1 + digits.count)
    return rest.isEmpty || rest.first == " " ? Int(digits: digits) : nil
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

/// The codes that the labels of a column stand for.
///
/// A label that differs only in how it is written, as `TolerantText` has it, is the same label.
struct LabelCodes: Hashable, Sendable {
  /// What stands for every other label.
  private var other: String?
  private var exact: [String: String] = [:]
  private var tolerant: [String: String] = [:]

  /// Whether nothing is mapped.
  var isEmpty: Bool { exact.isEmpty && other == nil }

  /// Whether one code stands for every label.
  var isForAll: Bool { exact.isEmpty && other != nil }

  /// Adds a label; one that is there already keeps its code.
  mutating func add(_ label: String, _ code: String) {
    let code = code == ColumnMap.empty ? "" : code
    switch label {
    case ColumnMap.any: other = other ?? code
    case ColumnMap.empty: exact[""] = exact[""] ?? code
    default:
      exact[label] = exact[label] ?? code
      let key = TolerantText.key(label)
      tolerant[key] = tolerant[key] ?? code
    }
  }

  /// Adds those of others that are not there.
  mutating func add(_ others: LabelCodes) {
    exact.merge(others.exact) { own, _ in own }
    tolerant.merge(others.tolerant) { own, _ in own }
    other = other ?? others.other
  }

  /// The code of a label by its own name.
  func code(of label: String) -> String? {
    if let code = exact[label] { return code }
    return label.isEmpty ? nil : tolerant[TolerantText.key(label)]
  }

  /// The code of a label that has none of its own.
  func codeOfOther(_ label: String) -> String? { label.isEmpty ? nil : other }

  /// The parts of a cell in which several labels stand, each with its code; a part that is neither a
  /// label nor known otherwise has none.
  ///
  /// Labels may hold the mark that stands between them, so that the longest ones are looked for first.
  func parts(
    of cell: String, isKnown: (String) -> Bool
  ) -> [(label: String, code: String?)] {
    func resolve(_ label: String) -> String? {
      code(of: label) ?? (isKnown(label) ? label : nil)
    }
    if let code = resolve(cell) { return [(cell, code)] }
    let separators = Self.separators.filter { cell.contains($0) }
    for separator in separators {
      let parts = Self.joined(Self.pieces(cell, separator), by: separator, resolve)
      if parts.allSatisfy({ $0.code != nil }) { return parts }
    }
    let words = Self.joined(Self.pieces(cell, " "), by: " ", resolve)
    if words.count > 1, words.allSatisfy({ $0.code != nil }) { return words }
    let parts =
      separators.first.map { Self.joined(Self.pieces(cell, $0), by: $0, resolve) }
      ?? [(cell, nil)]
    return parts.map { ($0.label, $0.code ?? codeOfOther($0.label)) }
  }

  private static let separators = [";", "\n", "|", ", ", ","]

  private static func pieces(_ cell: String, _ separator: String) -> [String] {
    cell.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The pieces, of which neighbours are one where they are a label together.
  private static func joined(
    _ pieces: [String], by separator: String, _ resolve: (String) -> String?
  ) -> [(label: String, code: String?)] {
    var parts: [(label: String, code: String?)] = []
    var place = 0
    while place < pieces.count {
      var found: (end: Int, label: String, code: String)?
      for end in (place..<min(pieces.count, place + 12)).reversed() where found == nil {
        let label = pieces[place...end].joined(separator: separator)
        if let code = resolve(label) { found = (end, label, code) }
      }
      parts.append(found.map { ($0.label, $0.code) } ?? (pieces[place], nil))
      place = (found?.end ?? place) + 1
    }
    return parts
  }
}
