package import WaymarkBasics

/// A map of what the columns and labels of a form tool's export mean, as far as their texts tell; the
/// rest is marked for a person to write.
package struct MapProposal: Equatable, Sendable {
  /// A row of the map.
  package struct Row: Equatable, Sendable {
    let column: String
    let field: String
    var value = ""
    var code = ""
  }

  /// What a person has yet to write, and what it could be.
  package struct Question: Equatable, Sendable {
    /// What is not known.
    package enum Subject: Equatable, Sendable {
      /// Which statement a column holds the levels of.
      case column(String)
      /// What a label of a column stands for.
      case label(String, column: String)
    }

    package let subject: Subject
    /// The line of the map.
    package let line: Int
    /// What is nearest.
    package let closest: [String]
  }

  /// Ids or e-mail addresses that stand twice in a column.
  package struct RepeatedIDs: Equatable, Sendable {
    package let column: String
    package let count: Int
    /// Whether they are e-mail addresses.
    package let areAddresses: Bool
  }

  /// Labels of a column that are no option and were taken for `other`.
  package struct Others: Equatable, Sendable {
    package let column: String
    package let labels: [String]
  }

  /// A column that is passed over though its name is much like a question or statement.
  package struct Lookalike: Equatable, Sendable {
    package let column: String
    package let text: String
  }

  /// Columns that are passed over, as others hold the same statements.
  package struct Rivals: Equatable, Sendable {
    /// The first column that is passed over.
    package let passedOver: String
    /// The one that was taken in its place.
    package let taken: String
    /// How many there are.
    package let count: Int
    /// Whether nothing in their headings says which of the two is meant.
    package let isOpen: Bool
  }

  /// A column that was found by what stands in its cells alone.
  package struct FoundByContent: Equatable, Sendable {
    package let column: String
    package let field: String
  }

  /// A statement that no column holds.
  package struct MissingStatement: Equatable, Sendable {
    package let id: CompetencyID
    /// The columns whose names are nearest.
    package let closest: [String]
  }

  /// The id of the option for what people write themselves.
  private static let other = "other"

  /// The rows in their order.
  package internal(set) var rows: [Row] = []
  package internal(set) var questions: [Question] = []
  package internal(set) var missing: [MissingStatement] = []
  /// How many statements have a column.
  package internal(set) var statementCount = 0
  /// The background questions that have one.
  package internal(set) var fields: [String] = []
  /// The column of ids.
  package internal(set) var respondent: String?
  package internal(set) var hasRole = false
  /// The columns that hold nothing of Waymark's.
  package internal(set) var ignored: [String] = []
  /// The columns whose codes were taken for the options in their order, as nothing else tells.
  package internal(set) var counted: [String] = []
  /// The column of ids in which some stand twice, where it is not used for that.
  package internal(set) var repeatedIDs: RepeatedIDs?
  /// What was taken for `other`, a column each.
  package internal(set) var others: [Others] = []
  /// Columns that are passed over and may be questions that were worded otherwise.
  package internal(set) var lookalikes: [Lookalike] = []
  /// Columns of statements that are passed over, as others hold the same; `nil` where there are none.
  package internal(set) var rivals: Rivals?
  /// What was found by the cells alone.
  package internal(set) var byContent: [FoundByContent] = []
  /// Whether statements were taken for columns in their order, as nothing else tells.
  package internal(set) var isByOrder = false

  /// The map as a file, a line a row.
  package var csv: String {
    ([ColumnMap.columns] + rows.map { [$0.column, $0.field, $0.value, $0.code] })
      .map { CSV.line(verbatim: $0, end: "\n") }.joined()
  }

  /// The map, to be used at once.
  ///
  /// - Throws: what is wrong with it, which would be a mistake of this program.
  package func map(file: String) throws(Findings<ColumnMapProblem>) -> ColumnMap {
    let rows = ([ColumnMap.columns] + rows.map { [$0.column, $0.field, $0.value, $0.code] })
    return try ColumnMap(
      in: rows.enumerated().map { TableRow(line: $0 + 1, fields: $1) }, file: file)
  }
}

extension MapProposal {
  /// Proposes a map.
  ///
  /// - Parameter form: what the campaign asks: of the core form only core statements are missed.
  package init(
    of census: ColumnCensus, framework: Framework, background: BackgroundQuestions,
    form: QuestionnaireForm = .full
  ) {
    let header = FormHeader(census.header)
    let reading = FormReading(
      header: header, census: census, framework: framework, background: background)
    isByOrder = reading.isByOrder
    repeatedIDs = reading.repeatedIDs
    rivals = Self.rivals(reading)
    addLabelsOfStatements(reading)
    let notAsked = reading.isLimeSurvey
    for (place, column) in header.columns.enumerated() {
      let name = Self.name(of: column, in: header)
      switch reading.meanings[place] {
      case .competency(let position):
        let id = framework.competencies[position].id.description
        statementCount += rows.contains { $0.field == id } ? 0 : 1
        rows.append(Row(column: name, field: id))
      case .respondent:
        respondent = column.name
        rows.append(Row(column: name, field: WideTable.respondentColumn))
      case .role:
        hasRole = true
        add(
          census.column(place).texts, of: name, field: WideTable.roleColumn,
          choices: framework.roles.map { ($0.id.description, $0.title.original) }
        ) { text in reading.role(text).map { framework.roles[$0].id.description } }
      case .kindOfRow: addKindOfRow(column, census.column(place), name, reading)
      case .level(let position, let answer):
        let id = framework.competencies[position].id.description
        statementCount += rows.contains { $0.field == id } ? 0 : 1
        addChoice(
          answer, labelled: { reading.labels.answer(inWords: $0) == answer }, field: id,
          census.column(place), name, notAsked: notAsked)
      case .field(let field):
        add(
          background.fields[field], census.column(place), name, field, reading, notAsked: notAsked)
      case .option(let fieldPlace, let option):
        let field = background.fields[fieldPlace]
        let chosen = field.options[option]
        if !fields.contains(field.id.description) { fields.append(field.id.description) }
        addChoice(
          chosen.id.description,
          labelled: {
            reading.option($0, of: fieldPlace) == option
              || Self.isNumber(option + 1, $0, aloneIn: census.column(place), of: census.rowCount)
          }, field: field.id.description, census.column(place), name, notAsked: notAsked)
      case nil:
        if place == reading.rivals.first(where: \.isOpen)?.passedOver {
          addRival(column, name)
        } else if reading.rivals.contains(where: { $0.passedOver == place }) {
          ignored.append(column.name)
          rows.append(Row(column: name, field: ColumnMap.ignored))
        } else {
          addUnknown(column, place, name, reading, framework)
        }
      }
      if reading.byContent.contains(place), let row = rows.last {
        byContent.append(FoundByContent(column: column.name, field: row.field))
      }
    }
    let present = Set(
      reading.meanings.compactMap { meaning -> Int? in
        switch meaning {
        case .competency(let position)?, .level(let position, _)?: position
        case .field, .option, .role, .respondent, .kindOfRow, nil: nil
        }
      })
    for (position, competency) in framework.competencies.enumerated()
    where !present.contains(position) && (form == .full || competency.isCore) {
      missing.append(
        MissingStatement(
          id: competency.id,
          closest: competency.statement.original.nearest(3, among: reading.unmatchedNames)))
    }
  }

  /// A column as the map names it: by its number too where another one has the name, or where the name
  /// would mean something in a map.
  private static func name(of column: FormHeader.Column, in header: FormHeader) -> String {
    let name = oneLine(column.name)
    let isAlone = header.columns.count { ColumnMap.matches($0, name) } == 1
    let isPlain = !name.isEmpty && !name.contains("*") && !"#=+-@'".contains(name.first ?? "#")
    if isAlone, isPlain { return name }
    return name.isEmpty ? "#\(column.number)" : "#\(column.number) \(name)"
  }

  /// A text as it stands on one line of the map.
  private static func oneLine(_ text: String) -> String {
    text.split { $0.isNewline }.joined(separator: " ")
  }

  private static func rivals(_ reading: FormReading) -> Rivals? {
    let open = reading.rivals.first(where: \.isOpen)
    guard let first = open ?? reading.rivals.first else { return nil }
    let columns = reading.header.columns
    return Rivals(
      passedOver: columns[first.passedOver].name, taken: columns[first.taken].name,
      count: reading.rivals.count,
      isOpen: open != nil)
  }

  /// Adds a column that holds a statement as another one does: which of them is meant, somebody has to say.
  private mutating func addRival(_ column: FormHeader.Column, _ name: String) {
    rows.append(Row(column: name, field: ColumnMap.open))
    questions.append(
      Question(
        subject: .column(column.name), line: rows.count + 1, closest: [ColumnMap.ignored]))
  }

  private mutating func addLabelsOfStatements(_ reading: FormReading) {
    let countsFromZero = reading.countsFromZero
    let labels = reading.statementLabels.map { label in
      let isNotAsked = reading.isLimeSurvey && label == "N/A"
      let isDoubtful = countsFromZero && reading.bareNumber(of: label) != nil
      let code = isNotAsked ? "." : isDoubtful ? nil : reading.labels.answer(label)
      return (label: label, code: code ?? ColumnMap.open)
    }
    let order = (1...9).map(String.init) + ["na", "unsure", ".", ColumnMap.empty, ColumnMap.open]
    let places = labels.map { order.firstIndex(of: $0.code) ?? order.count }
    for place in labels.indices.sorted(by: { (places[$0], $0) < (places[$1], $1) }) {
      append(
        labels[place].label, labels[place].code, of: ColumnMap.any, field: ColumnMap.statements,
        column: ColumnMap.statements,
        among: reading.labels.levelLabels + ["na", "unsure", ColumnMap.empty])
    }
  }

  /// Adds the rows of a column in whose cells labels stand for ids.
  private mutating func add(
    _ texts: [String], of name: String, field: String, choices: [(id: String, label: String)],
    code: (String) -> String?
  ) {
    let ids = Set(choices.map(\.id))
    let before = rows.count
    var unknown: [String] = []
    for text in texts where !ids.contains(text) {
      if let code = code(text) {
        append(text, code, of: name, field: field, column: name, among: [])
      } else if FormLabels.isNoAnswer(text) {
        append(text, ColumnMap.empty, of: name, field: field, column: name, among: [])
      } else {
        unknown.append(text)
      }
    }
    if !unknown.isEmpty, ids.contains(Self.other) {
      // What people wrote themselves, unless it is an option with a slip.
      let labels = choices.map(\.label)
      let own = unknown.filter { $0.closest(among: labels) == nil }
      unknown.removeAll { own.contains($0) }
      if !own.isEmpty {
        others.append(Others(column: name, labels: own))
        rows.append(Row(column: name, field: field, value: ColumnMap.any, code: Self.other))
      }
    }
    for text in unknown {
      append(
        text, ColumnMap.open, of: name, field: field, column: name, among: choices.map(\.label))
    }
    if rows.count == before { rows.append(Row(column: name, field: field)) }
  }

  private mutating func add(
    _ field: BackgroundQuestions.Field, _ column: ColumnCensus.Column, _ name: String, _ place: Int,
    _ reading: FormReading, notAsked: Bool
  ) {
    if !fields.contains(field.id.description) { fields.append(field.id.description) }
    let texts = reading.labelTexts(of: column, field: place)
    let choices = field.options.map { (id: $0.id.description, label: $0.label.original) }
    let numbers = reading.numbered(texts, options: field.options.count, field: place)
    if numbers != nil { counted.append(name) }
    add(texts, of: name, field: field.id.description, choices: choices) { text in
      if notAsked, text == "N/A" { return ColumnMap.empty }
      return (reading.option(text, of: place) ?? numbers?[text]).map {
        field.options[$0].id.description
      }
    }
  }

  /// Whether a text is the number of an answer that stands alone in the cells of those who chose it.
  private static func isNumber(
    _ number: Int, _ text: String, aloneIn column: ColumnCensus.Column, of rows: Int
  ) -> Bool {
    column.texts.count == 1 && column.cells < rows && Int(digits: text) == number
  }

  /// Adds the rows of a column that says of one answer whether it was chosen.
  ///
  /// - Parameter labelled: whether a text is what that answer is called.
  private mutating func addChoice(
    _ answer: String, labelled: (String) -> Bool, field: String, _ column: ColumnCensus.Column,
    _ name: String, notAsked: Bool
  ) {
    if column.texts.isEmpty {
      // Nobody chose it, so that nobody knows what a cell says of who does.
      rows.append(Row(column: name, field: field, value: ColumnMap.any, code: answer))
    }
    for text in column.texts {
      if notAsked, text == "N/A" {
        append(text, ColumnMap.empty, of: name, field: field, column: name, among: [])
        continue
      }
      let isChosen = labelled(text) ? true : FormLabels.isChosen(text)
      if answer == Self.other, isChosen == nil, !FormLabels.isNoAnswer(text) {
        // What people wrote themselves.
        if rows.last?.value != ColumnMap.any || rows.last?.column != name {
          rows.append(Row(column: name, field: field, value: ColumnMap.any, code: answer))
        }
        continue
      }
      let code = isChosen.map { $0 ? answer : ColumnMap.empty }
      append(
        text, code ?? (FormLabels.isNoAnswer(text) ? ColumnMap.empty : ColumnMap.open), of: name,
        field: field, column: name, among: [answer, ColumnMap.empty])
    }
  }

  /// Adds the rows of a column that tells people from those who tried the form out.
  private mutating func addKindOfRow(
    _ column: FormHeader.Column, _ cells: ColumnCensus.Column, _ name: String,
    _ reading: FormReading
  ) {
    // Qualtrics numbers them: 1 is a preview, 2 a test, 8 and 9 are spam.
    let numbers = reading.isQualtrics ? ["1", "2", "8", "9", "17"] : []
    let found = cells.texts.filter {
      FormWords.previews.contains(TolerantText.key($0)) || numbers.contains($0)
    }
    guard !found.isEmpty else {
      ignored.append(column.name)
      rows.append(Row(column: name, field: ColumnMap.ignored))
      return
    }
    for text in found {
      append(text, "", of: name, field: ColumnMap.preview, column: name, among: [])
    }
  }

  private mutating func addUnknown(
    _ column: FormHeader.Column, _ place: Int, _ name: String, _ reading: FormReading,
    _ framework: Framework
  ) {
    if column.name.isEmpty, reading.census.column(place).cells == 0 { return }
    if reading.holdsLevels(place) {
      let statements = framework.competencies.map(\.statement.original)
      let ids = Dictionary(
        zip(statements, framework.competencies.map(\.id.description)),
        uniquingKeysWith: { first, _ in first })
      rows.append(Row(column: name, field: ColumnMap.open))
      questions.append(
        Question(
          subject: .column(column.name), line: rows.count + 1,
          closest: column.name.nearest(3, among: statements).compactMap { ids[$0] }))
    } else {
      ignored.append(column.name.isEmpty ? name : column.name)
      if let text = reading.lookalike(of: place) {
        lookalikes.append(Lookalike(column: column.name, text: text))
      }
      rows.append(Row(column: name, field: ColumnMap.ignored))
    }
  }

  /// Adds the row of a label, and a question where its code is yet to be written.
  private mutating func append(
    _ label: String, _ code: String, of name: String, field: String, column: String,
    among choices: [String]
  ) {
    let value = Self.oneLine(label)
    guard !rows.contains(where: { $0.column == name && $0.field == field && $0.value == value })
    else { return }
    rows.append(Row(column: name, field: field, value: value, code: code))
    guard code == ColumnMap.open else { return }
    let near = label.nearest(3, among: choices)
    questions.append(
      Question(
        subject: .label(label, column: column), line: rows.count + 1,
        closest: near.isEmpty && choices.count <= 8 ? choices : near))
  }
}
