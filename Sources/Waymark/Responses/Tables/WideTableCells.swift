import WaymarkBasics

/// Turns the cells of one row into the codes of a record, in memory that is used again for the next.
///
/// A cell that is right is recognised by its bytes; only one that is not becomes a text, to say what
/// is wrong with it.
struct WideTableCells: Sendable {
  /// The record of the row that was read last.
  private(set) var record: CodedResponse

  private let framework: Framework
  private let fields: [BackgroundQuestions.Field]
  /// Where the codes of each background question begin.
  private let places: [Int]
  private let options: [KnownTexts]
  /// Whether several options may be chosen, for each background question.
  private let takesSeveral: [Bool]
  private let roles: KnownTexts
  private let positionRoles: PositionRoles
  /// Whether no column says the role, so that it follows from the position.
  private var roleFollows = false
  /// The competencies that have several columns, each for one of the answers.
  private var spread: Set<Int> = []
  /// Whether the row that was read last is of somebody who tried the form out.
  private(set) var isPreview = false
  /// What options became in spreadsheets, for each background question.
  private let days: [SpreadsheetDays]
  /// What options and roles are called: a map need not name them.
  private let index: FormIndex
  private let roleIDs: [String: String]
  /// The file of the map.
  private let map: String
  /// The labels that the map lacks.
  private(set) var missingLabels = MissingLabels()
  /// The cells that a spreadsheet had turned into days.
  private(set) var mendedDays: [WideTableNotes.MendedDays] = []

  /// The code of an answer that is one byte long, by the byte; 0 where the byte is no answer.
  private let codes: [UInt8]
  private var columns: [WideTableColumn] = []
  /// The position of each column that is a competency's, and as it is; -1 of others.
  private var positions: [Int] = []

  private static let skipped = AnswerSheet.skipped

  init(framework: Framework, background: BackgroundQuestions, map: String) {
    self.map = map
    self.framework = framework
    fields = background.fields
    places = background.fields.map { BackgroundSheet.place(of: $0.id, in: background) ?? 0 }
    options = background.fields.map { KnownTexts($0.options.map(\.id.description)) }
    takesSeveral = background.fields.map { $0.choice == .many }
    days = background.fields.map { SpreadsheetDays(ids: $0.options.map(\.id.description)) }
    index = FormIndex(framework: framework, background: background)
    roleIDs = Dictionary(
      framework.roles.map { (TolerantText.key($0.title.original), $0.id.description) },
      uniquingKeysWith: { first, _ in first })
    roles = KnownTexts(framework.roles.map(\.id.description))
    positionRoles = PositionRoles(background, framework: framework)
    var codes = [UInt8](repeating: 0, count: 256)
    for step in framework.scale.steps {
      let code = AnswerSheet.code(of: .level(step.level))
      codes[Int(code)] = code
    }
    codes[Int(AnswerSheet.notAsked)] = AnswerSheet.notAsked
    self.codes = codes
    record = CodedResponse(
      respondent: "", revision: 1, link: nil, month: nil, role: nil,
      sheet: Array(repeating: AnswerSheet.notAsked, count: framework.competencies.count),
      importance: Array(repeating: ImportanceSheet.none, count: framework.competencies.count),
      background: Array(
        repeating: BackgroundSheet.noAnswer, count: BackgroundSheet.length(of: background)))
  }

  /// The id of what a label says by itself, whatever the map says; `nil` where it says nothing.
  private func id(of label: String, _ meaning: WideTableColumn.Meaning) -> String? {
    switch meaning {
    case .field(let place):
      // A day is put right where it is read, and told.
      days[place].place(of: label) == nil
        ? index.option(label, of: place).map { fields[place].options[$0].id.description } : nil
    case .role: roleIDs[TolerantText.key(label)]
    case .competency, .importance, .respondent, .ignored, .preview, .nameless: nil
    }
  }

  /// Takes the columns, of which every row has as many.
  mutating func begin(_ columns: [WideTableColumn]) {
    self.columns = columns
    roleFollows = !columns.contains { $0.meaning == .role }
    let all = columns.compactMap { column -> Int? in
      if case .competency(let position) = column.meaning { position } else { nil }
    }
    spread =
      all.count == Set(all).count ? [] : Set(all.filter { one in all.count { $0 == one } > 1 })
    positions = columns.map {
      guard case .competency(let position) = $0.meaning, $0.labels?.codes.isEmpty ?? true,
        !spread.contains(position)
      else { return -1 }
      return position
    }
  }

  /// Whether one of some columns holds the position, and roles follow from it.
  func saysPosition(_ columns: [WideTableColumn]) -> Bool {
    let place = fields.firstIndex { $0.id.description == BackgroundQuestions.positionField }
    return !positionRoles.isEmpty
      && columns.contains { column in place.map { column.meaning == .field($0) } ?? false }
  }

  /// Reads a row, which has as many fields as there are columns; what is wrong with it goes to the
  /// problems.
  mutating func read(
    _ text: Span<UInt8>, _ fields: [Range<Int>], line: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    forget()
    for place in positions.indices {
      let cell = text.extracting(fields[place])
      // Most cells are answers, and right.
      if positions[place] >= 0, let code = code(cell) {
        record.sheet[positions[place]] = code
      } else {
        read(cell, columns[place], line: line, column: place + 1, &problems)
      }
    }
    if roleFollows { record.role = positionRoles.role(of: record.background) }
  }

  /// Adds what another row says of the person, of the questions that the row itself leaves open.
  mutating func complete(with other: CodedResponse) {
    for (place, field) in fields.enumerated() {
      let count = field.choice == .many ? field.options.count : 1
      let own = places[place]..<places[place] + count
      guard own.allSatisfy({ record.background[$0] == BackgroundSheet.noAnswer }) else { continue }
      for code in own { record.background[code] = other.background[code] }
    }
    record.role =
      roleFollows ? positionRoles.role(of: record.background) : record.role ?? other.role
  }

  /// Gives the record another id.
  mutating func giveID(_ id: String) { record.respondent = id }

  /// Forgets the last row.
  mutating func forget() {
    isPreview = false
    record.respondent = ""
    record.role = nil
    for place in record.sheet.indices { record.sheet[place] = AnswerSheet.notAsked }
    // What nobody wrote to stays shared with the records before.
    if record.hasImportance {
      for place in record.importance.indices { record.importance[place] = ImportanceSheet.none }
    }
    for place in record.background.indices { record.background[place] = BackgroundSheet.noAnswer }
  }

  private mutating func read(
    _ cell: Span<UInt8>, _ column: WideTableColumn, line: Int, column number: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    if let labels = column.labels {
      return read(cell, labels, column, line: line, column: number, &problems)
    }
    switch column.meaning {
    case .competency(let position):
      if let code = code(cell) {
        if spread.contains(position) {
          add(code, to: position, column, line: line, number, &problems)
        } else {
          record.sheet[position] = code
        }
      } else {
        report(cell, column, line: line, number, &problems)
      }
    case .importance(let position):
      if cell.isEmpty { return }
      guard cell.count == 1, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(cell[0]) else {
        return problems.add(
          line: line, column: number, .importance(String(cell), column: column.name))
      }
      record.importance[position] = cell[0]
    case .respondent: readRespondent(cell, line: line, column: number, &problems)
    case .role: readRole(cell, line: line, column: number, &problems)
    case .field(let place): readField(place, cell, line: line, column: number, &problems)
    case .ignored, .preview: break
    case .nameless:
      if !cell.isEmpty { problems.add(line: line, column: number, .shape(.namelessColumn)) }
    }
  }

  /// Reads a cell in whose column labels stand for something.
  private mutating func read(
    _ cell: Span<UInt8>, _ labels: WideTableColumn.Labels, _ column: WideTableColumn, line: Int,
    column number: Int, _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    let plain = WideTableColumn(name: column.name, meaning: column.meaning, labels: nil)
    let text = String(cell)
    if column.meaning == .preview {
      if labels.codes.code(of: text) != nil { isPreview = true }
      return
    }
    if case .field(let place) = column.meaning, takesSeveral[place], !text.isEmpty {
      let field = fields[place]
      let parts = labels.codes.parts(of: text) { label in
        field.options.contains { $0.id.description == label }
          || id(of: label, column.meaning) != nil || days[place].place(of: label) != nil
      }
      for part in parts {
        let code = part.code.map { code in
          let isID = field.options.contains { $0.id.description == code }
          return isID ? code : id(of: code, column.meaning) ?? code
        }
        guard let code else {
          lacks(part.label, labels, column, line: line, number, &problems)
          continue
        }
        let bytes = Array(code.utf8)
        readField(place, bytes.span, line: line, column: number, &problems)
      }
      return
    }
    // Where every label is said to be one thing, it is that also where it reads as another.
    let known = labels.codes.isForAll ? nil : id(of: text, column.meaning)
    let code =
      labels.codes.code(of: text)
      ?? (isPlain(cell, text, column.meaning) ? nil : known ?? labels.codes.codeOfOther(text))
    if let code {
      let bytes = Array(code.utf8)
      read(bytes.span, plain, line: line, column: number, &problems)
    } else if isPlain(cell, text, column.meaning) {
      read(cell, plain, line: line, column: number, &problems)
    } else {
      lacks(text, labels, column, line: line, number, &problems)
    }
  }

  /// Whether a cell stands for itself.
  private func isPlain(
    _ cell: Span<UInt8>, _ text: String, _ meaning: WideTableColumn.Meaning
  ) -> Bool {
    if cell.isEmpty { return true }
    return switch meaning {
    case .competency: code(cell) != nil
    case .role: roles.place(of: cell) != nil
    case .field(let place):
      options[place].place(of: cell) != nil || days[place].place(of: text) != nil
        || fields[place].option(ofNumber: text) != nil
    case .importance, .respondent, .ignored, .preview, .nameless: true
    }
  }

  /// The map has no code for a label.
  private mutating func lacks(
    _ label: String, _ labels: WideTableColumn.Labels, _ column: WideTableColumn, line: Int,
    _ number: Int, _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    let found = LabelWithoutCode(
      column: column.name, label: label, map: map, row: labels.row.text(value: label))
    if !missingLabels.add(found, line: line, column: number) {
      problems.add(line: line, column: number, .labelWithoutCode(found, cells: 1))
    }
  }

  /// Takes one of several columns into account: at most one of them says what was answered.
  private mutating func add(
    _ code: UInt8, to position: Int, _ column: WideTableColumn, line: Int, _ number: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    let known = record.sheet[position]
    let isOpen = known == AnswerSheet.notAsked || known == Self.skipped
    if isOpen {
      if code != AnswerSheet.notAsked { record.sheet[position] = code }
    } else if code != AnswerSheet.notAsked, code != Self.skipped, code != known {
      problems.add(line: line, column: number, .severalAnswers(column.name))
    }
  }

  @inline(__always)
  private func code(_ cell: Span<UInt8>) -> UInt8? {
    switch cell.count {
    case 1:
      let code = codes[Int(cell[0])]
      return code == 0 ? nil : code
    case 0: return Self.skipped
    case 2 where cell[0] == UInt8(ascii: "n") && cell[1] == UInt8(ascii: "a"):
      return AnswerSheet.code(of: .notPartOfMyWork)
    case 6 where cell.equals(Self.unsure): return AnswerSheet.code(of: .cannotJudge)
    default: return nil
    }
  }

  private static let unsure = Array("unsure".utf8)

  private func report(
    _ cell: Span<UInt8>, _ column: WideTableColumn, line: Int, _ number: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    do throws(AnswerWordProblem) {
      _ = try Answer.read(cell: String(cell), scale: framework.scale)
    } catch {
      problems.add(line: line, column: number, .answer(error, column: column.name))
    }
  }

  private mutating func readRespondent(
    _ cell: Span<UInt8>, line: Int, column: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    record.respondent = String(cell)
    // Beside addresses people and spreadsheets leave blanks.
    if record.respondent.utf8.contains(UInt8(ascii: "@")) {
      record.respondent = record.respondent.trimmed
    }
    if cell.isEmpty {
      problems.add(line: line, column: column, .noRespondent)
    } else if !Self.isUsable(record.respondent) {
      problems.add(line: line, column: column, .unusableRespondent(record.respondent))
    }
  }

  private static func isUsable(_ id: String) -> Bool {
    guard id.utf8.count <= 128 else { return false }
    return id.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      || id.first?.isWhitespace == false && id.last?.isWhitespace == false
        && id.printableLine == id
  }

  private mutating func readRole(
    _ cell: Span<UInt8>, line: Int, column: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    if cell.isEmpty { return }
    let earlier = record.role
    record.role = roles.place(of: cell)
    if let earlier, let role = record.role, role != earlier {
      problems.add(line: line, column: column, .severalAnswers(columns[column - 1].name))
    }
    if record.role == nil {
      let framework = framework
      problems.add(line: line, column: column, .unknownRole(.role(String(cell), of: framework)))
    }
  }

  private mutating func readField(
    _ place: Int, _ cell: Span<UInt8>, line: Int, column: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    if cell.isEmpty { return }
    if takesSeveral[place] {
      if readSeveral(place, cell) { return }
    } else if let option = options[place].place(of: cell) {
      choose(option, of: place, line: line, column: column, &problems)
      return
    }
    // Composed otherwise, it may be the same text.
    let field = fields[place]
    let texts = field.parts(of: String(cell)).map { text -> String in
      if let option = field.option(ofNumber: text) { return field.options[option].id.description }
      guard let option = days[place].place(of: text) else { return text }
      let id = field.options[option].id.description
      note(text, was: id, in: field, line: line, column: column)
      return id
    }
    let chosen = field.options(named: texts) { problem in
      problems.add(line: line, column: column, .background(problem()))
    }
    for option in field.options.indices where chosen.contains(field.options[option].id) {
      if field.choice == .many {
        record.background[places[place] + option] = BackgroundSheet.chosen
      } else {
        choose(option, of: place, line: line, column: column, &problems)
      }
    }
  }

  /// Takes the only answer to a question, which no other column may say otherwise.
  private mutating func choose(
    _ option: Int, of field: Int, line: Int, column: Int,
    _ problems: inout BoundedFindings<WideTableProblem>
  ) {
    let code = BackgroundSheet.firstOption + UInt8(option)
    let known = record.background[places[field]]
    if known != BackgroundSheet.noAnswer, known != code {
      problems.add(line: line, column: column, .severalAnswers(columns[column - 1].name))
    }
    record.background[places[field]] = code
  }

  private mutating func note(
    _ text: String, was id: String, in field: BackgroundQuestions.Field, line: Int, column: Int
  ) {
    let known = mendedDays.firstIndex { $0.field == field.id.description }
    let place = known ?? mendedDays.count
    if known == nil {
      mendedDays.append(
        WideTableNotes.MendedDays(
          field: field.id.description, cells: 0, cell: text, option: id, line: line,
          column: column))
    }
    mendedDays[place].cells += 1
  }

  /// Whether every part of the cell is an option, each once.
  private mutating func readSeveral(_ place: Int, _ cell: Span<UInt8>) -> Bool {
    let codes = places[place]..<places[place] + options[place].count
    var start = 0
    for end in 0...cell.count where end == cell.count || cell[end] == UInt8(ascii: ";") {
      let part = cell.extracting(start..<end)
      guard let option = options[place].place(of: part),
        record.background[codes.lowerBound + option] == BackgroundSheet.noAnswer
      else {
        for code in codes { record.background[code] = BackgroundSheet.noAnswer }
        return false
      }
      record.background[codes.lowerBound + option] = BackgroundSheet.chosen
      start = end + 1
    }
    return true
  }
}

extension Span<UInt8> {
  fileprivate func equals(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for place in indices where self[place] != bytes[place] { return false }
    return true
  }
}

extension String {
  /// The text of bytes that are UTF-8.
  init(_ bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

/// A list of texts in which the bytes of one are looked up, side by side in memory.
struct KnownTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []

  init(_ texts: some Sequence<String>) {
    for text in texts {
      bytes += text.utf8
      ends.append(bytes.count)
    }
  }

  var count: Int { ends.count }

  /// Where in the list a text is; `nil` when it is not.
  func place(of text: Span<UInt8>) -> Int? {
    var start = 0
    for place in ends.indices {
      let end = ends[place]
      if end - start == text.count, isEqual(text, from: start) { return place }
      start = end
    }
    return nil
  }

  private func isEqual(_ text: Span<UInt8>, from start: Int) -> Bool {
    for place in text.indices where text[place] != bytes[start + place] { return false }
    return true
  }
}
