import WaymarkBasics

/// Finds out what the columns of a table of responses mean.
struct WideTableHeader: Sendable {
  private let framework: Framework
  private let background: BackgroundQuestions
  private let options: WideTableOptions
  private let file: String
  private let names: TableHeader<WideTableColumn.Meaning>

  init(
    file: String, framework: Framework, background: BackgroundQuestions, options: WideTableOptions,
    problems: inout BoundedFindings<WideTableProblem>
  ) {
    self.file = file
    self.framework = framework
    self.background = background
    self.options = options
    var names = TableHeader<WideTableColumn.Meaning>()
    _ = names.add(WideTable.respondentColumn, .respondent)
    _ = names.add(WideTable.roleColumn, .role)
    let columns =
      background.fields.enumerated().map {
        ($1.id.description, WideTableColumn.Meaning.field($0))
      } + framework.competencies.enumerated().map { ($1.id.description, .competency($0)) }
    for (name, meaning) in columns where !names.add(name, meaning) {
      problems.add(.ambiguousColumn(name))
    }
    for (position, competency) in framework.competencies.enumerated() {
      let name = competency.id.description + WideTable.importanceSuffix
      _ = names.add(name, .importance(position), suggested: false)
    }
    self.names = names
  }

  /// The columns of a header; none when it could not be taken apart.
  func columns(
    of header: FormHeader, line: Int, problems: inout BoundedFindings<WideTableProblem>
  ) -> [WideTableColumn] {
    guard header.columns.contains(where: { !$0.name.isEmpty }) else {
      problems.add(line: line, .shape(.noHeader))
      return []
    }
    if header.columns.count == 1,
      let separator = TableHeader<Int>.otherSeparator(in: header.columns[0].name)
    {
      problems.add(line: line, column: 1, .shape(.otherSeparator(separator)))
      return []
    }
    let map = options.map
    let before = problems.count
    let (entries, missing) = map.resolved(for: header)
    for entry in missing {
      problems.add(at: Place(file: map.file, line: entry.line), .mappedColumnMissing(entry.column))
    }
    check(map, &problems)
    let meanings = meanings(of: header, entries, line: line, &problems)
    checkPresence(meanings, header, line: line, &problems)
    // By a map that is wrong every row would be.
    if !map.isEmpty, problems.count > before { return [] }
    return zip(header.columns, meanings).enumerated().map { place, found in
      let (column, meaning) = found
      return WideTableColumn(
        name: column.name, meaning: meaning ?? .ignored,
        labels: labels(of: column, meaning, entries[place]))
    }
  }

  /// Whether the campaign asks what a column holds: of the core form, core statements alone.
  func isAsked(_ meaning: WideTableColumn.Meaning) -> Bool {
    switch meaning {
    case .competency(let position), .importance(let position):
      options.form == .full || framework.competencies[position].isCore
    case .respondent, .role, .field, .ignored, .preview, .nameless: true
    }
  }

  // MARK: What columns mean

  private func meanings(
    of header: FormHeader, _ entries: [Int: ColumnMap.Entry], line: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) -> [WideTableColumn.Meaning?] {
    var unknown: [(number: Int, name: UnknownName)] = []
    var doubled: [(number: Int, problem: TableProblem)] = []
    var firsts: [WideTableColumn.Meaning: Int] = [:]
    let meanings = header.columns.enumerated().map { place, column -> WideTableColumn.Meaning? in
      if options.ignored.contains(where: { ColumnMap.matches(column, $0) }) { return .ignored }
      let meaning: WideTableColumn.Meaning?
      if let entry = entries[place] {
        meaning = self.meaning(of: entry, &problems)
      } else if column.name.isEmpty {
        return .nameless
      } else {
        meaning = column.headings.lazy.compactMap { names.meaning(named: $0) }.first
        if meaning == nil { unknown.append((place + 1, unknownName(column.name))) }
      }
      guard let meaning, meaning != .ignored, meaning != .preview else { return meaning }
      if let first = firsts[meaning], !takesSeveralColumns(meaning, entries[place]) {
        doubled.append((place + 1, .doubledColumn(column.name, first: first)))
        return nil
      }
      firsts[meaning] = firsts[meaning] ?? place + 1
      return meaning
    }
    let strange = unknown.filter { $0.name.near == nil }
    let hasStatements = firsts.keys.contains(where: \.isCompetency)
    if options.map.isEmpty, !hasStatements, header.columns.count > 1,
      strange.count * 2 >= header.columns.count
    {
      problems.add(
        line: line,
        .foreignColumns(
          strange.prefix(3).map(\.name.name), of: header.columns.count, file: file,
          campaign: options.campaign))
      return meanings.map { _ in nil }
    }
    let faults =
      unknown.map { ($0.number, WideTableProblem.unknownColumn($0.name)) }
      + doubled.map { ($0.number, WideTableProblem.shape($0.problem)) }
    for (number, problem) in faults.sorted(by: { $0.0 < $1.0 }) {
      problems.add(line: line, column: number, problem)
    }
    return meanings
  }

  private func unknownName(_ name: String) -> UnknownName {
    UnknownName(.column, name, among: names.names.map { .init($0) })
  }

  private func meaning(
    of entry: ColumnMap.Entry, _ problems: inout BoundedFindings<WideTableProblem>
  ) -> WideTableColumn.Meaning? {
    if entry.field == ColumnMap.ignored { return .ignored }
    if entry.field == ColumnMap.preview { return .preview }
    if let meaning = names.meaning(named: entry.field) { return meaning }
    let place = Place(file: options.map.file, line: entry.line)
    if entry.field == ColumnMap.open {
      problems.add(at: place, .openColumn(entry.column))
    } else {
      problems.add(at: place, .unknownColumn(unknownName(entry.field)))
    }
    return nil
  }

  /// Whether each of several columns may hold a part of the answer, or the answer of some people, as the map
  /// says of each.
  private func takesSeveralColumns(
    _ meaning: WideTableColumn.Meaning, _ entry: ColumnMap.Entry?
  ) -> Bool {
    switch meaning {
    case .field(let place): entry != nil || background.fields[place].choice == .many
    case .competency, .role: entry != nil
    case .respondent, .importance, .ignored, .preview, .nameless: false
    }
  }

  private func labels(
    of column: FormHeader.Column, _ meaning: WideTableColumn.Meaning?, _ entry: ColumnMap.Entry?
  ) -> WideTableColumn.Labels? {
    var codes = entry?.codes ?? LabelCodes()
    var areShared = false
    if case .competency = meaning {
      let shared = options.map.codesOfStatements(in: column)
      areShared = !shared.isEmpty
      codes.add(shared)
    }
    // What stands in a column that the map names and has no code is a fault of the map.
    guard !codes.isEmpty || entry != nil && meaning?.isAnswered == true else { return nil }
    return WideTableColumn.Labels(
      codes: codes,
      row: areShared
        ? WideTableColumn.MapRow(column: ColumnMap.any, field: ColumnMap.statements)
        : WideTableColumn.MapRow(column: entry?.column ?? column.name, field: entry?.field ?? ""))
  }

  // MARK: What must be there

  private func checkPresence(
    _ meanings: [WideTableColumn.Meaning?], _ header: FormHeader, line: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    guard meanings.contains(where: { $0 != nil }) else { return }
    var present: Set<Int> = []
    for (place, meaning) in meanings.enumerated() {
      switch meaning {
      case .competency(let position): present.insert(position)
      case .importance where options.importance != .rated:
        problems.add(
          line: line, column: place + 1, .importanceNotRated(header.columns[place].name))
      case .respondent, .role, .field, .importance, .ignored, .preview, .nameless, nil: break
      }
    }
    if options.newID == nil, !meanings.contains(.respondent) {
      problems.add(line: line, .shape(.missingColumn(WideTable.respondentColumn)))
    }
    let missing = framework.competencies.enumerated().filter { position, competency in
      !present.contains(position) && (options.form == .full || competency.isCore)
    }.map(\.element.id)
    if options.isPartial ? present.isEmpty : !missing.isEmpty {
      problems.add(line: line, .missingCompetencies(Array(missing.prefix(5)), of: missing.count))
    }
  }

  /// Looks for codes of the map that say nothing: a fault of its own, wherever the labels stand.
  private func check(_ map: ColumnMap, _ problems: inout BoundedFindings<WideTableProblem>) {
    for entry in map.entries where entry.field != ColumnMap.preview {
      for label in entry.labels where label.code != "" && label.code != ColumnMap.empty {
        guard let problem = problem(with: label, of: entry) else { continue }
        problems.add(at: Place(file: map.file, line: label.line), problem)
      }
    }
  }

  private func problem(
    with label: ColumnMap.Label, of entry: ColumnMap.Entry
  ) -> WideTableProblem? {
    if label.code == ColumnMap.open { return .openLabel(label.value, column: entry.column) }
    if entry.field == ColumnMap.statements { return answerProblem(label.code, of: entry.field) }
    switch names.meaning(named: entry.field) {
    case .competency: return answerProblem(label.code, of: entry.field)
    case .role:
      return framework.roles.contains { $0.id.description == label.code }
        ? nil : .unknownRole(.role(label.code, of: framework))
    case .field(let place):
      let field = background.fields[place]
      var found: WideTableProblem?
      // A spreadsheet in which the map was opened may have turned the code into a day.
      let days = SpreadsheetDays(ids: field.options.map(\.id.description))
      let codes = field.parts(of: label.code).filter { days.place(of: $0) == nil }
      guard !codes.isEmpty else { return nil }
      _ = field.options(named: codes) { problem in
        found = found ?? .background(problem())
      }
      return found
    case .importance:
      return ["1", "2", "3", "4", "5"].contains(label.code)
        ? nil : .importance(label.code, column: entry.field)
    case .respondent, .ignored, .preview, .nameless, nil: return nil
    }
  }

  private func answerProblem(_ code: String, of field: String) -> WideTableProblem? {
    do throws(AnswerWordProblem) {
      _ = try Answer.read(cell: code, scale: framework.scale)
      return nil
    } catch {
      return .codeOfMap(error, field: field)
    }
  }
}

extension BackgroundQuestions.Field {
  /// The options that a cell of a table of Waymark's own names.
  func parts(of cell: String) -> [String] {
    switch choice {
    case .one: [cell]
    case .many: cell.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
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

  /// What a column of this name means.
  func meaning(named name: String) -> Meaning? { meanings[name] }

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

  static func otherSeparator(in name: String) -> String? {
    if name.contains(";") { return "';'" }
    return name.contains("\t") ? "tabs" : nil
  }
}
