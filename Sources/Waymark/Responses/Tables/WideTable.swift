package import WaymarkBasics

/// Reads a table with a row a respondent and a column a competency, row by row, as bytes.
///
/// The first row names the columns: `respondent_id`, `role`, ids of background questions, ids of
/// competencies. A competency's cell is `1` to the highest level, `na`, `unsure`, empty for skipped
/// or `.` for not asked; a background cell is an option's id, several joined by `;` where several
/// may be chosen, empty for no answer; `role` is a role's id or empty. Where importance is rated,
/// `ID.importance` is `1` to `5` or empty. Where no column is `respondent_id`, each row gets a random id
/// if the options have one.
/// Rows and columns without anything in them are passed over, and rows in which nothing was answered are
/// no responses.
///
/// Give it every row, then call `finish()`: only when that does not throw is any response good,
/// unless bad rows are skipped. Memory does not grow with the rows but for sixteen bytes or so a
/// respondent.
package struct WideTable: Sendable {
  /// The column that names the respondent.
  package static let respondentColumn = BackgroundQuestions.respondentColumn
  /// The column of the role to compare with.
  package static let roleColumn = BackgroundQuestions.roleColumn
  /// How the column of a competency's importance ends.
  package static let importanceSuffix = BackgroundQuestions.importanceSuffix
  /// How the random ids of rows begin.
  package static let madeIDPrefix = "row-"

  private let file: String
  private let options: WideTableOptions
  private let header: WideTableHeader
  private var cells: WideTableCells
  /// Whether the framework has roles to compare with.
  private let hasRoles: Bool
  private var headerRows: [TableRow] = []
  private var columns: [WideTableColumn]?
  private var respondentColumn: Int?
  /// Whether the first column holds nothing of ours.
  private var hasEdge = false
  /// Whether the header says what every column is.
  package private(set) var hasSoundHeader = false
  private var lines: [RespondentKey: UInt32] = [:]
  /// The rows of whom nobody says who they are, by all that they say.
  private var linesBySheet: [UInt64: UInt32] = [:]
  /// The answers about people in rows without a rating, by whom they are.
  private var unrated: [RespondentKey: (about: CodedResponse, rows: Int)] = [:]
  /// The ids that people have in place of their e-mail addresses.
  private var replacements: [RespondentKey: String] = [:]
  /// The respondent of the record that was read last.
  private var key = RespondentKey("")
  private var arrivalKey = RespondentKey("")
  private var comparison: RowComparison?
  private var problems: BoundedFindings<WideTableProblem>
  private var gathered = WideTableNotes()

  /// Prepares to read a table.
  ///
  /// - Parameters:
  ///   - file: the file as the person named it.
  ///   - framework: the framework that the campaign answers.
  ///   - background: the background questions that the campaign may ask.
  package init(
    file: String, framework: Framework, background: BackgroundQuestions,
    options: WideTableOptions = WideTableOptions()
  ) {
    self.file = file
    self.options = options
    problems = BoundedFindings(file: file, limit: options.problemLimit)
    header = WideTableHeader(
      file: file, framework: framework, background: background, options: options,
      problems: &problems)
    cells = WideTableCells(framework: framework, background: background, map: options.map.file)
    hasRoles = !framework.roles.isEmpty
    if options.skipsBadRows { comparison = RowComparison(roles: framework.roles.count) }
  }

  /// How many rows of respondents were read, good or not.
  package private(set) var rowCount = 0
  /// How many rows had a fault.
  package private(set) var badRowCount = 0
  /// How many rows were passed over because their respondent was there already.
  package private(set) var repeatedRowCount = 0

  /// What was wrong so far, in the order of the file; `nil` when nothing was.
  package var findings: Findings<WideTableProblem>? {
    var problems = problems
    cells.missingLabels.report(to: &problems)
    return problems.findings
  }

  /// What was done that nobody had asked for.
  package var notes: WideTableNotes {
    var notes = gathered
    notes.mendedDays = cells.mendedDays
    notes.addresses = replacements.count
    notes.passedOver = comparison
    return notes
  }

  /// Whether what was wrong is passed over instead of refusing the whole table: faults of rows alone.
  ///
  /// A fault of the header is one of every row: a column that is not known would turn an answer into
  /// a statement that nobody was asked. So is a label that the map lacks one of everybody who chose it.
  package var skipsBadRows: Bool {
    options.skipsBadRows && hasSoundHeader && cells.missingLabels.cells == 0
  }

  /// The response of the row that was read last, when it was good.
  ///
  /// It has revision 1, no month and no link.
  package var record: CodedResponse { cells.record }
  /// The record that was read last, as it arrives for a campaign.
  package var arrival: SheetArrival { SheetArrival(cells.record, key: arrivalKey) }

  /// Whether the id of the record that was read last is a random one.
  package private(set) var hasMadeID = false

  /// Whether the response of the row that was read last takes the place of an earlier row's.
  package private(set) var replacesEarlierRow = false

  /// Reads the next row: the line that it begins on, and where in a text its fields lie.
  ///
  /// - Returns: whether `record` is a response now; not for the header, nor for a row with a fault.
  package mutating func read(
    line: Int, text: Span<UInt8>, fields: [Range<Int>]
  ) -> Bool {
    guard let columns else {
      readHeader(TableRow(line: line, text: text, fields: fields))
      return false
    }
    // Spreadsheets leave such rows below a table.
    guard fields.contains(where: { !$0.isEmpty }) else { return false }
    rowCount += 1
    guard !columns.isEmpty else { return false }
    if hasEdge, isSummary(text, fields) {
      gathered.summaries += 1
      return false
    }
    guard readCells(line: line, text: text, fields: fields, columns: columns.count) else {
      badRowCount += 1
      comparison?.add(cells.record, isTaken: false)
      return false
    }
    if cells.isPreview {
      gathered.previews += 1
      return false
    }
    guard cells.record.sheet.contains(where: Self.isAnswer) else {
      keepUnrated()
      gathered.unanswered += 1
      return false
    }
    completeFromUnrated()
    // Of a table that is refused nothing is taken in.
    guard isFirst(line: line), hasSoundHeader else { return false }
    comparison?.add(cells.record, isTaken: true)
    if case .ofPositions(let people) = gathered.roles, cells.record.role != nil {
      gathered.roles = .ofPositions(people + 1)
    }
    return true
  }

  private mutating func readHeader(_ row: TableRow) {
    guard row.fields.contains(where: { !$0.isEmpty }) else { return }
    headerRows.append(row)
    guard headerRows.count >= options.headerRows else { return }
    let found = header.columns(
      of: FormHeader(headerRows), line: headerRows[0].line, problems: &problems)
    let notAsked = Set(found.map(\.meaning)).filter { !header.isAsked($0) }
    let columns = found.map { notAsked.contains($0.meaning) ? $0.passedOver : $0 }
    self.columns = columns
    gathered.statementsNotAsked = notAsked.count(where: \.isCompetency)
    if hasRoles, !columns.contains(where: { $0.meaning == .role }) {
      gathered.roles = cells.saysPosition(columns) ? .ofPositions(0) : .unknown
    }
    hasSoundHeader = problems.count == 0
    respondentColumn = columns.firstIndex { $0.meaning == .respondent }
    hasEdge = columns.first.map { $0.meaning == .ignored || $0.meaning == .nameless } ?? false
    gathered.areIDsMade = hasSoundHeader && respondentColumn == nil && options.newID != nil
    cells.begin(columns)
  }

  /// Reads the cells of a row; tells whether all of it was right.
  private mutating func readCells(
    line: Int, text: Span<UInt8>, fields: [Range<Int>], columns: Int
  ) -> Bool {
    guard fields.count == columns else {
      cells.forget()
      problems.add(line: line, .shape(.rowLength(fields.count, header: columns)))
      return false
    }
    let (before, labels) = (problems.count, cells.missingLabels.cells)
    cells.read(text, fields, line: line, &problems)
    return problems.count == before && cells.missingLabels.cells == labels
  }

  /// Whether a row sums up the others, as people add one below a table.
  private func isSummary(_ text: Span<UInt8>, _ fields: [Range<Int>]) -> Bool {
    guard let first = fields.first, (3...9).contains(first.count) else { return false }
    return ColumnCensus.isSummary(String(text.extracting(first)))
  }

  private static func isAnswer(_ code: UInt8) -> Bool {
    code != AnswerSheet.notAsked && code != AnswerSheet.skipped
  }

  /// Keeps what a row without ratings says of its person: some forms ask it at an event of its own.
  private mutating func keepUnrated() {
    guard respondentColumn != nil,
      cells.record.role != nil
        || cells.record.background.contains(where: { $0 != BackgroundSheet.noAnswer })
    else { return }
    let key = RespondentKey(cells.record.respondent)
    let known = unrated[key]
    if let known { cells.complete(with: known.about) }
    unrated[key] = (cells.record, (known?.rows ?? 0) + 1)
  }

  /// Takes what an earlier row without ratings says of the same person.
  private mutating func completeFromUnrated() {
    guard !unrated.isEmpty,
      let known = unrated.removeValue(forKey: RespondentKey(cells.record.respondent))
    else { return }
    gathered.unanswered -= known.rows
    cells.complete(with: known.about)
  }

  /// Ends the table.
  ///
  /// - Throws: everything that was wrong with it.
  package func finish() throws(Findings<WideTableProblem>) {
    var problems = problems
    if columns == nil { problems.add(line: 1, .shape(.noHeader)) }
    cells.missingLabels.report(to: &problems)
    if let findings = problems.findings { throw findings }
  }

  /// Whether the respondent has not been in the table, or may be in it again.
  private mutating func isFirst(line: Int) -> Bool {
    replacesEarlierRow = false
    hasMadeID = false
    guard let respondentColumn else {
      noteEqual(line: line)
      if let newID = options.newID { giveID(newID()) }
      return true
    }
    let isAddress = Self.isAddress(cells.record.respondent)
    // Whose letters people write large or small as they like.
    if isAddress { cells.giveID(cells.record.respondent.lowercased()) }
    let respondent = cells.record.respondent
    key = RespondentKey(respondent)
    arrivalKey = key
    if let newID = options.newID, !options.keepsAddresses, isAddress {
      let id = replacements[key] ?? newID()
      replacements[key] = id
      giveID(id)
    }
    guard let earlier = lines[key] else {
      lines[key] = UInt32(clamping: line)
      return true
    }
    switch options.repeated {
    case .refused:
      problems.add(
        line: line, column: respondentColumn + 1,
        .repeatedRespondent(respondent, line: Int(earlier)))
      badRowCount += 1
      comparison?.add(cells.record, isTaken: false)
      return false
    case .first:
      repeatedRowCount += 1
      return false
    case .last:
      repeatedRowCount += 1
      replacesEarlierRow = true
      return true
    }
  }

  /// Gives the record a random id.
  private mutating func giveID(_ id: String) {
    cells.giveID(Self.madeIDPrefix + id)
    arrivalKey = RespondentKey(cells.record.respondent)
    hasMadeID = true
  }

  /// Notes that the row says the same as an earlier one.
  private mutating func noteEqual(line: Int) {
    let print = cells.record.fingerprint
    guard let first = linesBySheet[print] else {
      linesBySheet[print] = UInt32(clamping: line)
      return
    }
    let known = gathered.equalRows
    gathered.equalRows = WideTableNotes.EqualRows(
      rows: (known?.rows ?? 0) + 1, line: known?.line ?? line, first: known?.first ?? Int(first))
  }

  /// Whether an id looks like an e-mail address.
  private static func isAddress(_ id: String) -> Bool {
    // Most ids are none, and this is asked of every row.
    guard id.utf8.contains(UInt8(ascii: "@")) else { return false }
    let parts = id.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().dropLast().contains(".")
  }
}

/// What a person allows a table of responses to be.
package struct WideTableOptions: Sendable {
  /// What becomes of a respondent who is in the table twice.
  package enum Repeated: String, Hashable, Sendable, CaseIterable {
    /// The table is refused.
    case refused
    /// The first row counts.
    case first
    /// The last row counts.
    case last
  }

  /// Whether competencies may lack a column, which means they were not asked; one must be there.
  package var isPartial = false
  /// What the campaign asks: of the core form only core statements need a column.
  package var form = QuestionnaireForm.full
  /// Whether rows with a fault are passed over.
  package var skipsBadRows = false
  /// What becomes of a respondent who is in the table twice.
  package var repeated = Repeated.refused
  /// The names of columns that are not read.
  package var ignored: Set<String> = []
  /// The campaign that asks, for messages; `nil` while it is not there.
  package var campaign: ID<Campaign>?
  /// How the campaign asks for importance; only rated importance has columns.
  package var importance = ImportanceMode.picks
  /// What the columns and cells of a form tool's export mean.
  package var map = ColumnMap()
  /// How many lines the names of columns take.
  package var headerRows = 1
  /// Whether ids that are e-mail addresses stay.
  package var keepsAddresses = false
  /// How many problems are listed; all of them are counted.
  package var problemLimit = Findings<WideTableProblem>.limit
  /// Gives a random text of which no two are the same, for a row without an id or with an e-mail address
  /// for one; without it there has to be a column of ids, and they stay as they are.
  package var newID: (@Sendable () -> String)?

  /// The strictest options.
  package init() {}
}

/// What a column of a table of responses means, and what its cells are translated with first.
struct WideTableColumn: Sendable {
  enum Meaning: Hashable, Sendable {
    case respondent
    case role
    /// A background question, by its place in the document.
    case field(Int)
    /// A competency, by its position.
    case competency(Int)
    /// The importance of the competency at a position.
    case importance(Int)
    case ignored
    /// The kind of the row, which may say that it is nobody's.
    case preview
    /// No name, so that nothing may stand in it.
    case nameless

    var isCompetency: Bool { if case .competency = self { true } else { false } }

    /// Whether people answered what stands there.
    var isAnswered: Bool {
      switch self {
      case .competency, .field, .role: true
      case .respondent, .importance, .ignored, .preview, .nameless: false
      }
    }
  }

  /// What labels stand for, and how the map says it.
  struct Labels: Sendable {
    let codes: LabelCodes
    let row: MapRow
  }

  /// The beginning of a row of a map.
  struct MapRow: Sendable {
    let column: String
    let field: String

    /// The row for a label whose code is yet to be written.
    func text(value: String) -> String {
      CSV.line(verbatim: [column, field, value, ColumnMap.open], end: "")
    }
  }

  let name: String
  let meaning: Meaning
  /// What labels stand for, where the column has a map.
  let labels: Labels?

  /// The same column, of which nothing is read.
  var passedOver: Self { Self(name: name, meaning: .ignored, labels: nil) }
}

/// One row of a table that came from a file.
package struct TableRow: Equatable, Sendable {
  /// The physical line that the row begins on, counted from 1; line feeds inside fields count.
  package let line: Int
  /// The fields in order, without their quotes; an empty line has none.
  package let fields: [String]

  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }

  /// Takes the fields out of the text that they lie in.
  package init(line: Int, text: Span<UInt8>, fields: [Range<Int>]) {
    self.line = line
    self.fields = fields.indices.map { String(text.extracting(fields[$0])) }
  }
}

/// A respondent's id as a number, eight bytes in place of a text, to remember a million of them.
///
/// Two of n ids share a key with a chance of about n²/2^65, one in forty million for a million ids;
/// nobody can look for such ids, as the function differs in every run.
struct RespondentKey: Hashable, Sendable {
  private let value: Int

  init(_ respondent: String) {
    var hasher = Hasher()
    hasher.combine(respondent)
    value = hasher.finalize()
  }
}

/// Writes the table of responses that `WideTable` reads, as RFC 4180 text.
package struct WideTableText: Sendable {
  private let framework: Framework
  private let hasRole: Bool
  private let hasImportance: Bool
  private let fields: [BackgroundQuestions.Field]

  /// Prepares to write the columns of a framework and of background questions, in their order.
  ///
  /// - Parameters:
  ///   - hasRole: whether there is a column for the role.
  ///   - withheld: background questions that get no column.
  ///   - hasImportance: whether there are columns for how important each competency was rated.
  package init(
    framework: Framework, background: BackgroundQuestions?, hasRole: Bool = true,
    withheld: Set<ID<BackgroundQuestions.Field>> = [], hasImportance: Bool = false
  ) {
    self.framework = framework
    self.hasRole = hasRole
    self.hasImportance = hasImportance
    fields = (background?.fields ?? []).filter { !withheld.contains($0.id) }
  }

  /// The names of the columns: `respondent_id`, `role`, the background questions, the competencies,
  /// their importance.
  package var columns: [String] {
    [WideTable.respondentColumn] + (hasRole ? [WideTable.roleColumn] : [])
      + fields.map(\.id.description) + framework.competencies.map(\.id.description)
      + (hasImportance ? framework.competencies : []).map {
        $0.id.description + WideTable.importanceSuffix
      }
  }

  /// The first line: the names of the columns.
  package var header: String { line(columns) }

  /// The line of one response; a competency without an answer is `.`, not asked.
  ///
  /// Picks, month, link and revision have no column.
  package func line(for response: Response) -> String {
    line(
      [response.id] + (hasRole ? [response.role?.description ?? ""] : [])
        + fields.map { field in
          (response.background[field.id] ?? []).map(\.description).joined(separator: ";")
        }
        + framework.competencies.map { response.answers[$0.id]?.word ?? "." }
        + (hasImportance ? framework.competencies : []).map {
          response.importance.ratings[$0.id].map { String($0.rank) } ?? ""
        })
  }

  /// As the values are: they are read again, and a formula is none of them.
  private func line(_ cells: [String]) -> String { CSV.line(verbatim: cells) }
}
