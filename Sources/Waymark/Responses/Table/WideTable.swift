/// Reads a table with a row a respondent and a column a competency, row by row.
///
/// The first row names the columns: `respondent_id`, `role`, ids of background questions, ids of
/// competencies. A competency's cell is `1` to the highest level, `na`, `unsure`, empty for skipped
/// or `.` for not asked; a background cell is an option's id, several joined by `;` where several
/// may be chosen, empty for no answer; `role` is a role's id or empty.
///
/// Give it every row, then call `finish()`: only when that does not throw is any response good.
/// Memory does not grow with the rows but for the ids of the respondents.
public struct WideTable: Sendable {
  /// The column that names the respondent.
  public static let respondentColumn = "respondent_id"
  /// The column of the role to compare with.
  public static let roleColumn = "role"
  /// How the column of a competency's importance ends.
  public static let importanceSuffix = ".importance"

  private enum Meaning {
    case respondent
    case role
    case field(BackgroundQuestions.Field)
    case competency(CompetencyID)
    case importance(CompetencyID)
  }

  private let framework: Framework
  private let isPartial: Bool
  private let header: TableHeader<Meaning>
  private let roles: Set<RoleID>
  private var columns: [(name: String, meaning: Meaning?)]?
  private var lines: [String: Int] = [:]
  private var problems: BoundedFindings<WideTableProblem>

  /// Prepares to read a table.
  ///
  /// - Parameters:
  ///   - file: the file as the person named it.
  ///   - framework: the framework that the campaign answers.
  ///   - background: the background questions that the campaign may ask; without them no such
  ///     column is known.
  ///   - isPartial: whether competencies may lack a column, which means they were not asked; one
  ///     column of a competency must be there all the same.
  public init(
    file: String, framework: Framework, background: BackgroundQuestions?, isPartial: Bool = false
  ) {
    self.framework = framework
    self.isPartial = isPartial
    roles = Set(framework.roles.map(\.id))
    problems = BoundedFindings(file: file)

    var header = TableHeader<Meaning>()
    _ = header.add(Self.respondentColumn, .respondent)
    _ = header.add(Self.roleColumn, .role)
    let columns =
      (background?.fields ?? []).map { ($0.id.description, Meaning.field($0)) }
      + framework.competencies.map { ($0.id.description, Meaning.competency($0.id)) }
    for (name, meaning) in columns where !header.add(name, meaning) {
      problems.add(.ambiguousColumn(name))
    }
    for competency in framework.competencies {
      let name = competency.id.description + Self.importanceSuffix
      _ = header.add(name, .importance(competency.id), suggested: false)
    }
    self.header = header
  }

  /// How many rows of respondents were read, good or not.
  public private(set) var rowCount = 0

  /// What was wrong so far, in the order of the file; `nil` when nothing was.
  public var findings: Findings<WideTableProblem>? { problems.findings }

  /// Reads the next row; gives its response, or `nil` for the header and for a row with a fault.
  ///
  /// The response has revision 1, no month and no link.
  public mutating func read(_ row: TableRow) -> Response? {
    guard let columns else {
      columns = readHeader(row)
      return nil
    }
    rowCount += 1
    guard !columns.isEmpty else { return nil }
    let before = problems.count
    let fits = TableHeader<Meaning>.fits(row, columns: columns.count) {
      problems.add(line: row.line, .shape($0))
    }
    guard fits else { return nil }

    var id = ""
    var role: RoleID?
    var answers: [CompetencyID: Answer] = [:]
    answers.reserveCapacity(columns.count)
    var background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
    for (place, cell) in row.fields.enumerated() {
      let position = (line: row.line, column: place + 1)
      switch columns[place].meaning {
      case .respondent: id = respondent(cell, at: position)
      case .role: role = self.role(cell, at: position)
      case .field(let field):
        if !cell.isEmpty { background[field.id] = options(cell, of: field, at: position) }
      case .competency(let competency):
        do throws(AnswerWordProblem) {
          answers[competency] = try Answer.read(cell: cell, scale: framework.scale)
        } catch {
          let column = columns[place].name
          problems.add(line: row.line, column: place + 1, .answer(error, column: column))
        }
      case .importance, nil: break
      }
    }
    guard problems.count == before else { return nil }
    return Response(
      id: id, revision: 1, link: nil, month: nil, role: role, answers: answers,
      importance: Assessment.Importance(), background: background)
  }

  /// Ends the table.
  ///
  /// - Throws: everything that was wrong with it.
  public func finish() throws(Findings<WideTableProblem>) {
    var problems = problems
    if columns == nil { problems.add(line: 1, .shape(.noHeader)) }
    if let findings = problems.findings { throw findings }
  }

  private mutating func readHeader(_ row: TableRow) -> [(name: String, meaning: Meaning?)] {
    let meanings = header.meanings(of: row) { column, problem in
      problems.add(line: row.line, column: column, .shape(problem()))
    }
    // A header that could not be taken apart at all lacks every column: one message will do.
    guard !meanings.isEmpty else { return [] }
    var hasRespondent = false
    var present: Set<CompetencyID> = []
    for (place, meaning) in meanings.enumerated() {
      switch meaning {
      case .respondent: hasRespondent = true
      case .competency(let id): present.insert(id)
      case .importance:
        problems.add(
          line: row.line, column: place + 1, .importanceNotRated(row.fields[place]))
      case .role, .field, nil: break
      }
    }
    if !hasRespondent {
      problems.add(line: row.line, .shape(.missingColumn(Self.respondentColumn)))
    }
    let missing = framework.competencies.map(\.id).filter { !present.contains($0) }
    if isPartial ? present.isEmpty : !missing.isEmpty {
      problems.add(
        line: row.line, .missingCompetencies(Array(missing.prefix(5)), of: missing.count))
    }
    return Array(zip(row.fields, meanings)).map { (name: $0, meaning: $1) }
  }

  private mutating func respondent(
    _ cell: String, at position: (line: Int, column: Int)
  ) -> String {
    if cell.isEmpty {
      problems.add(line: position.line, column: position.column, .noRespondent)
    } else if !Self.isUsable(cell) {
      problems.add(line: position.line, column: position.column, .unusableRespondent(cell))
    } else if let line = lines[cell] {
      problems.add(
        line: position.line, column: position.column, .repeatedRespondent(cell, line: line))
    } else {
      lines[cell] = position.line
    }
    return cell
  }

  private mutating func role(
    _ cell: String, at position: (line: Int, column: Int)
  ) -> RoleID? {
    if cell.isEmpty { return nil }
    if let role = RoleID(cell), roles.contains(role) { return role }
    let framework = framework
    problems.add(
      line: position.line, column: position.column, .unknownRole(.role(cell, of: framework)))
    return nil
  }

  private mutating func options(
    _ cell: String, of field: BackgroundQuestions.Field, at position: (line: Int, column: Int)
  ) -> [ID<BackgroundQuestions.Option>] {
    let texts =
      switch field.choice {
      case .one: [cell]
      case .many:
        cell.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      }
    return field.options(named: texts) { problem in
      problems.add(line: position.line, column: position.column, .background(problem()))
    }
  }

  private static func isUsable(_ id: String) -> Bool {
    id.utf8.count <= 128 && id.first?.isWhitespace == false && id.last?.isWhitespace == false
      && id.printableLine == id
  }
}
