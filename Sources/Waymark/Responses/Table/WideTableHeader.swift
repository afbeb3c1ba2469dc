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
    let missing = framework.competencies.indices.filter { !present.contains($0) }
      .map { framework.competencies[$0].id }
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
