package import WaymarkBasics

/// Reads level counts from files such as `waymark counts` writes, and adds the files up.
///
/// Give each file's rows to `read(_:file:)`, then call `counts(by:)`. The columns are those of
/// `CountsWords`; any of the groupings may be absent.
package struct CountsFile {
  private enum Meaning {
    case role
    case grouping(Grouping)
    case competency, level, count
  }

  /// The cells of one table by some groupings, whose ids are its key.
  private struct Cells {
    let groupings: [Grouping]
    var cells: [LevelCounts]
  }

  private let framework: Framework
  private let background: BackgroundQuestions
  private let answers: [String: Answer?]
  private var tables: [[String]: Cells] = [:]
  private var madeUp = 0
  private var coreForms = 0
  /// The files by the campaigns that they count.
  private var filesByOrigin: [String: String] = [:]
  /// The files by the hash of all that they say, which is another in every run.
  private var filesByContent: [Int: String] = [:]

  /// Prepares to read files of counts of one framework.
  package init(framework: Framework, background: BackgroundQuestions) {
    self.framework = framework
    self.background = background
    answers = Dictionary(
      CountsWords.answers(framework.scale).map { ($0.word, $0.answer) },
      uniquingKeysWith: { first, _ in first })
    tables[[]] = Cells(groupings: [], cells: [LevelCounts(framework: framework)])
  }

  /// Whether any of the people were made up.
  package var isMadeUp: Bool { madeUp > 0 }

  /// Adds a file that is in memory as a whole, named as the person named it.
  ///
  /// - Throws: everything that is wrong with it.
  package mutating func read(
    _ rows: [TableRow], file: String
  ) throws(Findings<CountsProblem>) {
    var problems = BoundedFindings<CountsProblem>(file: file)
    let first = rows.first ?? TableRow(line: 1, fields: [])
    let columns = header(first, &problems)
    var lines: [[String]: Int] = [:]
    // Counts of before name no campaign; the same ones twice are told by their content.
    if let other = filesByContent.updateValue(file, forKey: rows.map(\.fields).hashValue) {
      problems.add(.same(as: other))
    }
    if problems.count == 0 {
      for row in rows.dropFirst() {
        let fits = TableHeader<Meaning>.fits(row, columns: columns.count) {
          problems.add(line: row.line, .shape($0))
        }
        guard fits else { continue }
        let key = zip(columns, row.fields).filter { !Self.isCount($0.0) }.map(\.1)
        if let line = lines.updateValue(row.line, forKey: key) {
          problems.add(line: row.line, .repeated(line: line))
        } else {
          read(row, columns, of: file, &problems)
        }
      }
      if problems.count == 0 { check(&problems) }
    }
    if let findings = problems.findings { throw findings }
  }

  /// The counts for these tables, or the groupings of the first table that not every file has.
  package func counts(by wanted: [[Grouping]]) -> Result<CampaignCounts, MissingTable> {
    let plan = CountLayout(wanted)
    let everybody = tables[[]]?.cells[0] ?? LevelCounts(framework: framework)
    var counted: [LevelTable] = []
    for groupings in plan.counted {
      let ids = groupings.map(\.id)
      // A file without the table would be left out of it, and nobody would see.
      guard let cells = tables[ids] ?? tables[ids.reversed()],
        cells.cells.reduce(0, { $0 + $1.respondents }) == everybody.respondents
      else { return .failure(MissingTable(groupings: ids)) }
      counted.append(LevelTable(groupings: cells.groupings, cells: cells.cells))
    }
    return .success(
      CampaignCounts(
        framework: framework, plan: plan, counted: counted, areas: [], coreForms: coreForms,
        overall: everybody))
  }

  /// A table that is asked for and not in each of the files.
  package struct MissingTable: Error, Hashable, Sendable {
    /// The ids of its groupings.
    package let groupings: [String]
  }

  private static func isCount(_ meaning: Meaning) -> Bool {
    if case .count = meaning { true } else { false }
  }

  private func header(
    _ row: TableRow, _ problems: inout BoundedFindings<CountsProblem>
  ) -> [Meaning] {
    var header = TableHeader<Meaning>()
    let own: [(String, Meaning)] =
      [(CountsWords.role, .role)]
      + zip(CountsWords.columns, [.competency, .level, .count]).map { ($0, $1) }
    for (name, meaning) in own { _ = header.add(name, meaning) }
    for name in row.fields where !own.contains(where: { $0.0 == name }) {
      do throws(Findings<ReportProblem>) {
        let grouping = try Grouping.named([name], framework: framework, background: background)[0]
        _ = header.add(name, .grouping(grouping))
      } catch {
        problems.add(line: row.line, .grouping(error.listed[0].problem))
      }
    }
    guard problems.count == 0 else { return [] }
    let meanings = header.meanings(of: row) { column, problem in
      problems.add(line: row.line, column: column, .shape(problem()))
    }
    for (name, _) in own where !row.fields.contains(name) && problems.count == 0 {
      problems.add(line: row.line, .shape(.missingColumn(name)))
    }
    return meanings.compactMap { $0 }
  }

  private mutating func read(
    _ row: TableRow, _ columns: [Meaning], of file: String,
    _ problems: inout BoundedFindings<CountsProblem>
  ) {
    var (competency, level, count, role) = ("", "", 0, Int?.none)
    var groups: [(grouping: Grouping, group: Int)] = []
    for (place, (meaning, cell)) in zip(columns, row.fields).enumerated() {
      switch meaning {
      case .competency: competency = cell
      case .level: level = cell
      case .count:
        guard let number = Int(digits: cell), number <= MarginsTable.countLimit else {
          return problems.add(line: row.line, column: place + 1, .notACount(cell))
        }
        count = number
      case .role:
        guard cell != CountsWords.all else { continue }
        let ids = framework.roles.map(\.id.description) + [Grouping.noAnswer]
        guard let found = ids.firstIndex(of: cell) else {
          return problems.add(
            line: row.line, column: place + 1,
            .unknownGroup(
              .init(name: cell, column: CountsWords.role, near: cell.closest(among: ids))))
        }
        role = found
      case .grouping(let grouping):
        guard cell != CountsWords.all else { continue }
        let ids = grouping.groups.map(\.id)
        guard let found = ids.firstIndex(of: cell) else {
          return problems.add(
            line: row.line, column: place + 1,
            .unknownGroup(.init(name: cell, column: grouping.id, near: cell.closest(among: ids))))
        }
        groups.append((grouping, found))
      }
    }
    guard groups.count <= 2 else { return problems.add(line: row.line, .tooFine) }
    if competency == CountsWords.all, level == CountsWords.madeUp {
      madeUp += count
      return
    }
    if competency == CountsWords.all, level == CountsWords.coreForm {
      coreForms += count
      return
    }
    if competency == CountsWords.all, level.hasPrefix(CountsWords.from) {
      if let other = filesByOrigin.updateValue(file, forKey: level) {
        problems.add(line: row.line, .sameCampaign(as: other))
      }
      return
    }
    guard let role else {
      // A sum over the roles says nothing that the rows of the roles do not.
      return
    }
    // Taken out, so that it is changed where it stands.
    let key = groups.map(\.grouping.id)
    var cells =
      tables.removeValue(forKey: key)
      ?? Cells(
        groupings: groups.map(\.grouping),
        cells: Array(
          repeating: LevelCounts(framework: framework),
          count: groups.reduce(1) { $0 * $1.grouping.groups.count }))
    let cell = groups.reduce(0) { $0 * $1.grouping.groups.count + $1.group }
    let problem = add(count, competency, level, role, to: &cells.cells[cell])
    if let problem { problems.add(line: row.line, problem) }
    tables[key] = cells
  }

  private func add(
    _ count: Int, _ competency: String, _ level: String, _ role: Int, to counts: inout LevelCounts
  ) -> CountsProblem? {
    if competency == CountsWords.all {
      guard level == CountsWords.all else { return .unknownLevel(level) }
      counts.add(people: count, role: role)
    } else if competency.hasPrefix(CountsWords.areaPrefix) {
      let id = competency.dropFirst(CountsWords.areaPrefix.count)
      guard let area = framework.areas.firstIndex(where: { $0.id.description == id }) else {
        return .unknownCompetency(competency)
      }
      guard level == CountsWords.rated else { return .unknownLevel(level) }
      counts.add(raters: count, ofArea: area, role: role)
    } else {
      guard let position = CompetencyID(competency).flatMap(framework.position) else {
        return .unknownCompetency(competency)
      }
      guard let answer = answers[level] else { return .unknownLevel(level) }
      counts.add(count, of: answer, competency: position, role: role)
    }
    return nil
  }

  /// Everybody gave one answer to every competency, if only that it was not asked.
  private func check(_ problems: inout BoundedFindings<CountsProblem>) {
    let roles = framework.roles.map(\.id.description) + [Grouping.noAnswer]
    let people = tables[[]]?.cells[0].respondents ?? 0
    if madeUp > 0, madeUp != people { problems.add(.mixed) }
    if coreForms > people { problems.add(.moreOfCoreForm(coreForms, people: people)) }
    for table in tables.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).map(\.value) {
      let everybody = table.cells.reduce(0) { $0 + $1.respondents }
      if everybody > MarginsTable.countLimit { problems.add(.tooMany(everybody)) }
      for counts in table.cells {
        for (place, role) in roles.enumerated() {
          let index = place < framework.roles.count ? place : nil
          let people = counts.respondents(role: place)
          for (position, competency) in framework.competencies.enumerated() {
            let answered = answers.values.reduce(0) {
              $0 + counts.count(of: $1, competency: position, role: index)
            }
            if answered != people {
              problems.add(
                .unequal(
                  competency.id.description, group: role, answers: answered, people: people))
            }
          }
        }
      }
    }
  }
}

/// The words of a file of level counts, `waymark counts`.
///
/// A column for each grouping, with the id of a group or `*` for all; then `competency`, `level` and
/// `count`. Every row is of one role, or of `(no answer)` for those without one. A competency's
/// levels are `1` to the highest, `na`, `unsure`, `skipped` and `not-asked`. The competency `*` with
/// the level `*` counts people, with `made-up` those who do not exist, with `core-form` those who
/// answered the core form, and with `from:ID` those of one campaign of one store; `area:ID` with `rated` counts who rated any competency of an area.
enum CountsWords {
  static let role = "role"
  static let columns = ["competency", "level", "count"]
  static let all = Grouping.everybody
  static let madeUp = "made-up"
  static let coreForm = "core-form"
  static let from = "from:"
  static let rated = "rated"
  static let areaPrefix = "area:"

  /// The word of an answer; of `nil` where nothing was asked.
  static func word(_ answer: Answer?) -> String {
    switch answer {
    case .skipped: "skipped"
    case nil: "not-asked"
    case .some(let answer): answer.word
    }
  }

  /// The answers of a scale with their words, levels first.
  static func answers(_ scale: Scale) -> [(word: String, answer: Answer?)] {
    let answers =
      scale.steps.map { Answer.level($0.level) }
      + [.notPartOfMyWork, .cannotJudge, .skipped]
    return (answers.map(Optional.some) + [nil]).map { (word($0), $0) }
  }
}

/// What is wrong with a file of level counts.
package enum CountsProblem: Problem {
  /// Its columns, or the length of a row.
  case shape(TableProblem)
  /// A column that people cannot be grouped by.
  case grouping(ReportProblem)
  /// A group that the column does not have.
  case unknownGroup(UnknownGroup)
  /// A competency or area that the framework does not have.
  case unknownCompetency(String)
  /// A level that the competency cannot have.
  case unknownLevel(String)
  /// A count that is no whole number from 0 to `MarginsTable.countLimit`.
  case notACount(String)
  /// A row by more than two groupings.
  case tooFine
  /// The same row twice in one file.
  case repeated(line: Int)
  /// Answers to a competency that are not as many as the people of the group.
  case unequal(String, group: String, answers: Int, people: Int)
  /// The campaign of a store that another file counts already.
  case sameCampaign(as: String)
  /// Every row the same as in another file.
  case same(as: String)
  /// Made-up people beside real ones, in all files together.
  case mixed
  /// More people of the core form than there are, in all files together.
  case moreOfCoreForm(Int, people: Int)
  /// More people than `MarginsTable.countLimit` in all files together.
  case tooMany(Int)

  /// A group that a column does not have.
  package struct UnknownGroup: Hashable, Sendable {
    let name: String
    let column: String
    let near: String?
  }

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .grouping(let problem): problem.what
    case .unknownGroup(let group): "\(group.name.excerpt) is no group of '\(group.column)'"
    case .unknownCompetency(let name): name.isNo("competency")
    case .unknownLevel(let level): "\(level.excerpt) is no level here"
    case .notACount(let text): "\(text.excerpt) is no number of people"
    case .tooFine: "the row is by more than two groupings besides the role"
    case .repeated(let line): "the same group, competency and level stand in line \(line) already"
    case .unequal(let competency, let group, let answers, let people):
      "\(group): the answers to '\(competency)' are \(answers), the people \(people)"
    case .sameCampaign(let file): "it counts the same people as \(file)"
    case .same(let file): "it says the same as \(file), row by row"
    case .mixed: "it would mix people who were made up with real ones"
    case .moreOfCoreForm(let core, let people):
      "the files count \(core) people of the core form, and \(people) people"
    case .tooMany(let people): "the files count \(people) people"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .grouping(let problem): problem.mend
    case .unknownGroup(let group):
      group.near.map(\.didYouMean) ?? "take the ids of '\(group.column)'"
    case .unknownCompetency: "take the ids from: waymark framework show"
    case .unknownLevel: "write 1 to the highest level, na, unsure, skipped or not-asked"
    case .notACount: "write a whole number of 0 or more, in digits alone"
    case .tooFine: "leave '*' in all but two of them"
    case .repeated: "leave one of the two out"
    case .unequal: "count every answer, also skipped and not-asked"
    case .sameCampaign:
      "leave one of them out; `waymark counts --by A --by B` writes several tables into one file"
    case .same: "leave one of them out"
    case .mixed: "report on them apart from each other"
    case .moreOfCoreForm:
      "count as `\(CountsWords.coreForm)` those who answered the core form alone"
    case .tooMany: "leave files out until there are at most \(MarginsTable.countLimit)"
    }
  }
}

/// Writes level counts as the table that `CountsFile` reads, as RFC 4180 text.
package struct CountsText: Sendable {
  private let framework: Framework
  private let dimensions: [String]
  private let answers: [Answer?]
  /// For each competency the cells of each of the answers.
  private let cells: [[CSV.Part]]

  private init(framework: Framework, dimensions: [String]) {
    self.framework = framework
    self.dimensions = dimensions
    let words = CountsWords.answers(framework.scale)
    answers = words.map(\.answer)
    cells = framework.competencies.map { competency in
      words.map { CSV.Part([.text(competency.id.description), .text($0.word)]) }
    }
  }

  /// Writes the counts of a campaign: everybody, then each table, without rows that count nobody.
  ///
  /// - Parameters:
  ///   - origin: what is the same for all counts of the campaign in its store, and for no others; by it
  ///     they are not added up twice.
  ///   - isMadeUp: whether the people in them do not exist.
  ///   - body: is given one group's rows after another.
  package static func write(
    _ counts: CampaignCounts, framework: Framework, origin: String, isMadeUp: Bool,
    to body: (String) throws -> Void
  ) rethrows {
    let groupings = counts.tables.flatMap(\.groupings).filter { !$0.isRole }
    let dimensions = groupings.indices
      .filter { place in !groupings[..<place].contains { $0.id == groupings[place].id } }
      .map { groupings[$0].id }
    let text = CountsText(framework: framework, dimensions: dimensions)
    var csv = CSV(header: [CountsWords.role] + dimensions + CountsWords.columns)
    let everybody = dimensions.map { _ in CountsWords.all }
    let people = counts.overall.respondents
    let facts =
      [(CountsWords.from + origin, people)] + (isMadeUp ? [(CountsWords.madeUp, people)] : [])
      + (counts.coreForms > 0 ? [(CountsWords.coreForm, counts.coreForms)] : [])
    for (level, people) in facts {
      csv.append(
        ([CountsWords.all] + everybody + [CountsWords.all, level])
          .map(CSV.Cell.text) + [.integer(people)])
    }
    text.append(counts.overall, at: everybody, to: &csv)
    // The role is a column of every row already, and no table of its own.
    var written: Set<[String]> = []
    for table in counts.tables {
      let bare = table.groupings.filter { !$0.isRole }
      guard !bare.isEmpty, written.insert(bare.map(\.id)).inserted else { continue }
      try text.append(table, to: &csv, body)
    }
    try body(csv.take())
  }

  private func append(
    _ table: LevelTable, to csv: inout CSV, _ body: (String) throws -> Void
  ) rethrows {
    for (place, cell) in table.cells.enumerated() where cell.respondents > 0 {
      var key = dimensions.map { _ in CountsWords.all }
      var rest = place
      for grouping in table.groupings.reversed() {
        let group = grouping.groups[rest % grouping.groups.count]
        rest /= grouping.groups.count
        if let column = dimensions.firstIndex(of: grouping.id) { key[column] = group.id }
      }
      append(cell, at: key, to: &csv)
      try body(csv.take())
    }
  }

  private func append(_ counts: LevelCounts, at key: [String], to csv: inout CSV) {
    let roles = framework.roles.map(\.id.description) + [Grouping.noAnswer]
    for (place, role) in roles.enumerated() where counts.respondents(role: place) > 0 {
      let group = CSV.Part(([role] + key).map(CSV.Cell.text))
      func row(_ cells: CSV.Part, _ count: Int) {
        if count > 0 { csv.append(group, cells, number: count) }
      }
      let index = place < framework.roles.count ? place : nil
      row(
        CSV.Part([.text(CountsWords.all), .text(CountsWords.all)]),
        counts.respondents(role: place))
      for (area, position) in zip(framework.areas, framework.areas.indices) {
        row(
          CSV.Part([
            .text(CountsWords.areaPrefix + area.id.description), .text(CountsWords.rated),
          ]), counts.raters(ofArea: position, role: index))
      }
      for (competency, cells) in cells.enumerated() {
        for (answer, cells) in zip(answers, cells) {
          row(cells, counts.count(of: answer, competency: competency, role: index))
        }
      }
    }
  }
}
