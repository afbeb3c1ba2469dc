import WaymarkBasics

/// What the headings of a form's columns can mean for a framework and background questions: statements
/// and questions are found by their texts, whatever a tool made of them.
struct FormIndex: Sendable {
  /// What a column holds.
  enum Meaning: Hashable, Sendable {
    case respondent
    case role
    /// The answer to a background question, by its place in the document.
    case field(Int)
    /// Whether one option of a question was chosen.
    case option(field: Int, option: Int)
    /// The level of a competency, by its position.
    case competency(Int)
    /// Whether one answer to a competency was chosen, as a cell of Waymark's own has it.
    case level(competency: Int, answer: String)
    /// What kind of row it is, which tells people from those who tried the form out.
    case kindOfRow
  }

  /// How long the name of a statement is, at least, that a tool cut short.
  private static let shortest = 24

  private let fields: [BackgroundQuestions.Field]
  private let labels: FormLabels
  private var statements: [String: Int] = [:]
  private var statementIDs: [String: Int] = [:]
  private var questions: [String: Int] = [:]
  private var questionIDs: [String: Int] = [:]
  /// The questions as names of XML.
  private var questionTexts: [String: Int] = [:]
  /// For each background question its options, by their labels and ids.
  private var options: [[String: Int]]
  private var optionIDs: [[String: Int]]
  /// What options became in spreadsheets.
  private let days: [SpreadsheetDays]

  init(framework: Framework, background: BackgroundQuestions) {
    labels = FormLabels(framework: framework)
    fields = background.fields
    options = []
    optionIDs = []
    days = background.fields.map { SpreadsheetDays(ids: $0.options.map(\.id.description)) }
    for (position, competency) in framework.competencies.enumerated() {
      Self.add(competency.statement, position, to: &statements)
      statementIDs[TolerantText.idKey(competency.id.description)] = position
    }
    // A title is shorter than a statement, and stands where no statement reads so.
    for (position, competency) in framework.competencies.enumerated() {
      Self.add(competency.title, position, to: &statements)
      for text in [competency.statement.original, competency.title.original] {
        for id in Self.ids(of: text) where statementIDs[id] == nil { statementIDs[id] = position }
      }
    }
    for (place, field) in fields.enumerated() {
      Self.add(field.question, place, to: &questions)
      questionIDs[TolerantText.idKey(field.id.description)] = place
      for id in Self.ids(of: field.question.original) where questionTexts[id] == nil {
        questionTexts[id] = place
      }
      var labels: [String: Int] = [:]
      for (place, option) in field.options.enumerated() {
        Self.add(option.label, place, to: &labels)
      }
      options.append(labels)
      let ids = field.options.enumerated().map { (TolerantText.idKey($1.id.description), $0) }
      let names = field.options.enumerated().flatMap { place, option in
        Self.ids(of: option.label.original).map { ($0, place) }
      }
      optionIDs.append(Dictionary(ids + names, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// A text as a name of XML: some tools leave apostrophes out, and others write a line for them.
  private static func ids(of text: String) -> [String] {
    [text, text.replacing("'", with: " ").replacing("\u{2019}", with: " ")].map(TolerantText.idKey)
  }

  /// What the only one of some names stands for that a text begins, where a tool cut it short.
  private static func only(_ names: [String: Int], from id: String) -> Int? {
    guard id.count >= shortest else { return nil }
    let places = Set(names.filter { $0.key.hasPrefix(id) }.map(\.value))
    return places.count == 1 ? places.first : nil
  }

  private static func add(_ text: LocalizedText, _ place: Int, to places: inout [String: Int]) {
    for text in [text.original] + text.translations.values.sorted() {
      let key = TolerantText.key(text)
      if places[key] == nil { places[key] = place }
    }
  }

  /// The option that a label or an id of a background question's cell is, by its place.
  func option(_ text: String, of field: Int) -> Int? {
    if let option = options[field][TolerantText.key(text)] { return option }
    // A list of numbers is no id, though `3,5` is written much like `3-5`.
    guard !text.contains(where: { ",;|".contains($0) }) else { return nil }
    let id = TolerantText.idKey(text)
    if let option = optionIDs[field][id] ?? Self.only(optionIDs[field], from: id) { return option }
    // Names of XML begin with a letter: `a0_2`.
    if let first = id.first, first.isLetter, id.dropFirst().first?.isNumber == true,
      let option = optionIDs[field][String(id.dropFirst())]
    {
      return option
    }
    return days[field].place(of: text)
  }

  /// Whether a heading is that of a statement, as a whole or in a part.
  func isStatement(_ heading: String) -> Bool { competency(heading) != nil }

  /// What a column holds, by its headings, the most telling first.
  ///
  /// - Parameter context: the question that the column is one part of, where the tool gives it a line
  ///   of its own.
  func meaning(headings: [String], context: String?) -> Meaning? {
    for heading in headings {
      guard let position = competency(heading) else { continue }
      // One answer of a statement as a column of its own.
      if statements[TolerantText.key(heading)] == nil,
        let answer = TolerantText.parts(of: heading).lazy.compactMap({ labels.answer(inWords: $0) })
          .first
      {
        return .level(competency: position, answer: answer)
      }
      return .competency(position)
    }
    for heading in headings {
      if let found = option(heading, in: context) { return found }
    }
    for heading in headings + [context].compactMap(\.self) {
      if let place = question(heading) { return .field(place) }
    }
    for heading in headings {
      let id = TolerantText.idKey(heading)
      if Self.roleNames.contains(id) { return .role }
      if Self.kindNames.contains(id) { return .kindOfRow }
    }
    return nil
  }

  /// How likely a heading is that of the column of ids, the lower the more likely; `nil` where it is
  /// none.
  func rankAsRespondent(_ heading: String) -> Int? {
    ([heading] + TolerantText.parts(of: heading)).compactMap {
      Self.respondentNames.firstIndex(of: TolerantText.idKey($0))
    }.min()
  }

  /// Whether a heading is that of people's e-mail addresses.
  func isAddress(_ heading: String) -> Bool {
    ([heading] + TolerantText.parts(of: heading)).contains {
      Self.addressNames.contains(TolerantText.idKey($0))
    }
  }

  private static let kindNames: Set<String> = ["response_type", "status", "distribution_channel"]
  private static let roleNames: Set<String> = [
    "role", "your_role", "which_role", "which_role_should_your_results_be_compared_with",
    "which_role_is_closest_to_yours", "job_role",
  ]
  private static let respondentNames = [
    "respondent_id", "response_id", "responseid", "respondent", "uuid", "record_id",
    "participant_id", "person_id", "submission_id", "code", "your_code", "id", "id_de_respuesta",
    "id_de_encuestado",
    "index",
  ]
  private static let addressNames: Set<String> = [
    "email", "e_mail", "email_address", "username", "e_mail_address", "correo_electronico",
    "dirección_de_correo_electrónico",
  ]

  private func competency(_ heading: String) -> Int? {
    if let position = statements[TolerantText.key(heading)] { return position }
    if let position = statementIDs[TolerantText.idKey(heading)] { return position }
    let parts = TolerantText.parts(of: heading)
    for part in parts {
      if let position = statements[TolerantText.key(part)] ?? statementIDs[TolerantText.idKey(part)]
      {
        return position
      }
    }
    return ([heading] + parts).lazy.map(TolerantText.idKey)
      .compactMap { Self.only(statementIDs, from: $0) }.first
  }

  private func question(_ heading: String) -> Int? {
    let texts = [heading] + TolerantText.parts(of: heading)
    for text in texts {
      let id = TolerantText.idKey(text)
      if let place = questions[TolerantText.key(text)] ?? questionIDs[id] ?? questionTexts[id] {
        return place
      }
    }
    return texts.lazy.map(TolerantText.idKey)
      .compactMap { Self.only(questionTexts, from: $0) }.first
  }

  /// One option of a question as a column of its own: `Question [Option]`, `ages___0_2`, `ages/0-2`, or
  /// the option below its question.
  private func option(_ heading: String, in context: String?) -> Meaning? {
    let parts = TolerantText.parts(of: heading)
    // In a path of groups the question stands between others.
    let surrounding = parts + parts.flatMap(TolerantText.parts(of:)) + [context].compactMap(\.self)
    for (place, field) in fields.enumerated() {
      let isAbout =
        surrounding.contains {
          questions[TolerantText.key($0)] == place || questionIDs[TolerantText.idKey($0)] == place
        } || questionIDs.contains { $1 == place && TolerantText.idKey(heading).hasPrefix($0 + "_") }
      guard isAbout else { continue }
      for text in [heading] + parts {
        if let option = option(text, of: place) { return .option(field: place, option: option) }
      }
      // The id of the question with that of the option behind it.
      let id = TolerantText.idKey(heading)
      for (key, option) in optionIDs[place]
      where id == "\(TolerantText.idKey(field.id.description))_\(key)" {
        return .option(field: place, option: option)
      }
      // Or with its number, where several can be chosen.
      guard field.choice == .many else { continue }
      let begin = TolerantText.idKey(field.id.description) + "_"
      if id.hasPrefix(begin), let number = Int(digits: id.dropFirst(begin.count)),
        field.options.indices.contains(number - 1)
      {
        return .option(field: place, option: number - 1)
      }
    }
    return nil
  }
}

/// What stands in the columns of a form tool's export: which texts, and in how many cells.
package struct ColumnCensus: Sendable {
  /// What stands in one column.
  struct Column: Sendable {
    /// The cells in which anything stands.
    var cells = 0
    /// Different texts, in the order in which they were met.
    var texts: [String] = []
    /// Whether there are more than are listed.
    var hasMore = false
    /// A bit for each row in which anything stands, the first in the lowest.
    fileprivate var rows: [UInt64] = []
    fileprivate var known: Set<String> = []

    /// Whether anything stands in both of two columns in any row.
    func shares(rowWith other: Column) -> Bool { zip(rows, other.rows).contains { $0 & $1 != 0 } }

    fileprivate mutating func mark(_ row: Int) {
      while rows.count <= row >> 6 { rows.append(0) }
      rows[row >> 6] |= 1 << UInt64(row & 63)
    }
  }

  /// The different texts of a column that are kept, and the longest that is one.
  private static let limit = 200
  private static let longest = 400

  /// What stands above the rows of people.
  private(set) var header: [TableRow] = []
  private(set) var columns: [Column] = []
  /// The rows of people.
  package private(set) var rowCount = 0

  private let headerRows: Int

  /// - Parameter headerRows: how many rows the header has.
  package init(headerRows: Int) { self.headerRows = headerRows }

  /// Takes the next row into account.
  package mutating func read(line: Int, text: Span<UInt8>, fields: [Range<Int>]) {
    guard fields.contains(where: { !$0.isEmpty }) else { return }
    if header.count < headerRows {
      header.append(TableRow(line: line, text: text, fields: fields))
      return
    }
    if let first = fields.first, Self.isSummary(String(text.extracting(first))) { return }
    rowCount += 1
    while columns.count < fields.count { columns.append(Column()) }
    for (place, field) in fields.enumerated() where !field.isEmpty {
      columns[place].cells += 1
      columns[place].mark(rowCount - 1)
      guard columns[place].texts.count < Self.limit else {
        columns[place].hasMore = true
        continue
      }
      let cell = String(text.extracting(field))
      guard columns[place].known.insert(cell).inserted else { continue }
      guard cell.utf8.count <= Self.longest else {
        columns[place].hasMore = true
        continue
      }
      columns[place].texts.append(cell)
    }
  }

  /// Whether the first cell of a row says that the row sums up others.
  static func isSummary(_ cell: String) -> Bool {
    guard (3...9).contains(cell.utf8.count) else { return false }
    return summaries.contains(TolerantText.key(cell))
  }

  private static let summaries: Set<String> = [
    "average", "averages", "mean", "means", "median", "total", "totals", "sum", "promedio",
  ]

  /// What stands in a column; nothing in one that no row reaches.
  func column(_ place: Int) -> Column {
    columns.indices.contains(place) ? columns[place] : Column()
  }
}
