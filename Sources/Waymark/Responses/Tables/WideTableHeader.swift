import WaymarkBasics

/// Finds out what the columns of a table of responses mean.
struct WideTableHeader: Sendable {
  private let framework: Framework
  private let options: WideTableOptions
  private let header: TableHeader<WideTableColumn.Meaning>

  init(
    framework: Framework, background: BackgroundQuestions, options: WideTableOptions,
    problems: inout BoundedFindings<WideTableProblem>
  ) {
    self.framework = framework
    self.options = options
    var header = TableHeader<WideTableColumn.Meaning>()
    _ = header.add(WideTable.respondentColumn, .respondent)
    _ = header.add(WideTable.roleColumn, .role)
    let columns =
      background.fields.enumerated().map {
        ($1.id.description, WideTableColumn.Meaning.field($0))
      } + framework.competencies.enumerated().map { ($1.id.description, .competency($0)) }
    for (name, meaning) in columns where !header.add(name, meaning) {
      problems.add(.ambiguousColumn(name))
    }
    for (position, competency) in framework.competencies.enumerated() {
      let name = competency.id.description + WideTable.importanceSuffix
      _ = header.add(name, .importance(position), suggested: false)
    }
    for name in options.ignored { _ = header.add(name, .ignored, suggested: false) }
    self.header = header
  }

  /// The columns of a header; none when it could not be taken apart.
  func columns(
    of row: TableRow, problems: inout BoundedFindings<WideTableProblem>
  ) -> [WideTableColumn] {
    for column in options.map.columns where !row.fields.contains(column) {
      problems.add(line: row.line, .mappedColumnMissing(column))
    }
    let named = TableRow(
      line: row.line,
      fields: row.fields.map { options.ignored.contains($0) ? $0 : options.map.field(of: $0) })
    let meanings = header.meanings(of: named) { column, problem in
      problems.add(line: row.line, column: column, .shape(problem()))
    }
    // A header that could not be taken apart at all lacks every column: one message will do.
    guard !meanings.isEmpty else { return [] }
    var present: Set<Int> = []
    for (place, meaning) in meanings.enumerated() {
      switch meaning {
      case .competency(let position): present.insert(position)
      case .importance where options.importance != .rated:
        problems.add(
          line: row.line, column: place + 1, .importanceNotRated(row.fields[place]))
      case .respondent, .role, .field, .importance, .ignored, nil: break
      }
    }
    if !meanings.contains(.respondent) {
      problems.add(line: row.line, .shape(.missingColumn(WideTable.respondentColumn)))
    }
    let missing = framework.competencies.enumerated().filter { position, competency in
      !present.contains(position) && (options.form == .full || competency.isCore)
    }.map(\.element.id)
    if options.isPartial ? present.isEmpty : !missing.isEmpty {
      problems.add(
        line: row.line, .missingCompetencies(Array(missing.prefix(5)), of: missing.count))
    }
    return zip(row.fields, meanings).map { name, meaning in
      WideTableColumn(
        name: name, meaning: meaning ?? .ignored, codes: options.map.codes(of: name))
    }
  }
}

/// Finds out what the columns of a table mean, by their names.
///
/// A name must be exactly right: one that differs by case or blanks is refused with the right one.
struct TableHeader<Meaning: Sendable>: Sendable {
  /// The names that columns may have, in the order that suggestions prefer.
  private(set) var names: [String] = []
  private var meanings: [String: Meaning] = [:]

  /// Adds a name, or gives `false` when it has a meaning already.
  mutating func add(_ name: String, _ meaning: Meaning, suggested: Bool = true) -> Bool {
    guard meanings[name] == nil else { return false }
    meanings[name] = meaning
    if suggested { names.append(name) }
    return true
  }

  /// The meaning of each column, `nil` for one that has none; problems with their columns, counted
  /// from 1, go to `report`.
  func meanings(
    of row: TableRow, report: (Int?, @autoclosure () -> TableProblem) -> Void
  ) -> [Meaning?] {
    guard row.fields.contains(where: { !$0.isEmpty }) else {
      report(nil, .noHeader)
      return []
    }
    if row.fields.count == 1, let separator = Self.otherSeparator(in: row.fields[0]) {
      report(1, .otherSeparator(separator))
      return []
    }
    var firsts: [String: Int] = [:]
    return row.fields.enumerated().map { place, name in
      if name.isEmpty {
        report(place + 1, .namelessColumn)
      } else if let first = firsts[name] {
        report(place + 1, .doubledColumn(name, first: first))
      } else {
        firsts[name] = place + 1
        if let meaning = meanings[name] { return meaning }
        report(
          place + 1,
          .unknownColumn(UnknownName(.column, name, among: names.map { .init($0) })))
      }
      return nil
    }
  }

  /// Reports a row that does not have one field for each of so many columns, and tells whether it
  /// has.
  static func fits(_ row: TableRow, columns: Int, report: (TableProblem) -> Void) -> Bool {
    if row.fields.isEmpty {
      report(.emptyRow)
    } else if row.fields.count != columns {
      report(.rowLength(row.fields.count, header: columns))
    } else {
      return true
    }
    return false
  }

  private static func otherSeparator(in name: String) -> String? {
    if name.contains(";") { return "';'" }
    return name.contains("\t") ? "tabs" : nil
  }
}
