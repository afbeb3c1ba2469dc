package import WaymarkBasics

/// Reads a table with a row a respondent and a column a competency, row by row, as bytes.
///
/// The first row names the columns: `respondent_id`, `role`, ids of background questions, ids of
/// competencies. A competency's cell is `1` to the highest level, `na`, `unsure`, empty for skipped
/// or `.` for not asked; a background cell is an option's id, several joined by `;` where several
/// may be chosen, empty for no answer; `role` is a role's id or empty. Where importance is rated,
/// `ID.importance` is `1` to `5` or empty.
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

  private let file: String
  private let options: WideTableOptions
  private let header: WideTableHeader
  private var cells: WideTableCells
  private var columns: [WideTableColumn]?
  private var hasSoundHeader = false
  private var lines: [RespondentKey: UInt32] = [:]
  /// The respondent of the record that was read last.
  private var key = RespondentKey("")
  private var problems: BoundedFindings<WideTableProblem>

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
    problems = BoundedFindings(file: file)
    header = WideTableHeader(
      framework: framework, background: background, options: options, problems: &problems)
    cells = WideTableCells(framework: framework, background: background)
  }

  /// How many rows of respondents were read, good or not.
  package private(set) var rowCount = 0
  /// How many rows had a fault.
  package private(set) var badRowCount = 0
  /// How many rows were passed over because their respondent was there already.
  package private(set) var repeatedRowCount = 0

  /// What was wrong so far, in the order of the file; `nil` when nothing was.
  package var findings: Findings<WideTableProblem>? { problems.findings }

  /// Whether what was wrong is passed over instead of refusing the whole table: faults of rows alone.
  ///
  /// A fault of the header is one of every row: a column that is not known would turn an answer into
  /// a statement that nobody was asked.
  package var skipsBadRows: Bool { options.skipsBadRows && hasSoundHeader }

  /// The response of the row that was read last, when it was good.
  ///
  /// It has revision 1, no month and no link.
  package var record: CodedResponse { cells.record }
  /// The record that was read last, as it arrives for a campaign.
  package var arrival: SheetArrival { SheetArrival(cells.record, key: key) }

  /// Whether the response of the row that was read last takes the place of an earlier row's.
  package private(set) var replacesEarlierRow = false

  /// Reads the next row: the line that it begins on, and where in a text its fields lie.
  ///
  /// - Returns: whether `record` is a response now; not for the header, nor for a row with a fault.
  package mutating func read(
    line: Int, text: Span<UInt8>, fields: [Range<Int>]
  ) -> Bool {
    guard let columns else {
      let columns = header.columns(
        of: TableRow(line: line, text: text, fields: fields), problems: &problems)
      self.columns = columns
      hasSoundHeader = problems.count == 0
      cells.begin(columns)
      return false
    }
    rowCount += 1
    guard !columns.isEmpty else { return false }
    let before = problems.count
    guard fits(line: line, fields: fields.count, columns: columns.count) else {
      badRowCount += 1
      return false
    }
    cells.read(text, fields, line: line, &problems)
    guard problems.count == before else {
      badRowCount += 1
      return false
    }
    return isFirst(line: line, column: (columns.firstIndex { $0.meaning == .respondent } ?? 0) + 1)
  }

  /// Ends the table.
  ///
  /// - Throws: everything that was wrong with it.
  package func finish() throws(Findings<WideTableProblem>) {
    var problems = problems
    if columns == nil { problems.add(line: 1, .shape(.noHeader)) }
    if let findings = problems.findings { throw findings }
  }

  private mutating func fits(line: Int, fields: Int, columns: Int) -> Bool {
    if fields == columns { return true }
    problems.add(
      line: line, .shape(fields == 0 ? .emptyRow : .rowLength(fields, header: columns)))
    return false
  }

  /// Whether the respondent has not been in the table, or may be in it again.
  private mutating func isFirst(line: Int, column: Int) -> Bool {
    key = RespondentKey(cells.record.respondent)
    replacesEarlierRow = false
    guard let earlier = lines[key] else {
      lines[key] = UInt32(clamping: line)
      return true
    }
    switch options.repeated {
    case .refused:
      problems.add(
        line: line, column: column,
        .repeatedRespondent(cells.record.respondent, line: Int(earlier)))
      badRowCount += 1
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
  /// How the campaign asks for importance; only rated importance has columns.
  package var importance = ImportanceMode.picks
  /// What the columns and cells of a form tool's export mean.
  package var map = ColumnMap()

  /// The strictest options.
  package init() {}
}

/// What a column of a table of responses means, and what its cells are translated with first.
struct WideTableColumn: Sendable {
  enum Meaning: Equatable, Sendable {
    case respondent
    case role
    /// A background question, by its place in the document.
    case field(Int)
    /// A competency, by its position.
    case competency(Int)
    /// The importance of the competency at a position.
    case importance(Int)
    case ignored
  }

  let name: String
  let meaning: Meaning
  /// The codes of labels, where the column has a map.
  let codes: [String: String]?
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
