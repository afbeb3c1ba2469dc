package import WaymarkBasics

/// Reads a person's own answers from a table with a row a competency, row by row.
///
/// Columns, in any order: `competency`, `level` (`1` to the highest level, `na`, `unsure`, empty for
/// skipped, `.` for not asked), `important` (empty, `yes`, or `1`, `2`, `3` for the top three) and
/// `note`; the last two may be left out, as may competencies. Rows without any text are passed
/// over. Give it every row, then call `finish()`.
package struct AnswersTable: Sendable {
  /// The columns in the order that the template has them.
  package static let columns = ["competency", "level", "important", "note"]

  private enum Meaning: CaseIterable { case competency, level, important, note }

  private let framework: Framework
  private var header = TableHeader<Meaning>()
  private var columns: [Meaning: Int]?
  private var width = 0
  private var lines: [CompetencyID: Int] = [:]
  private var answers: [CompetencyID: Answer] = [:]
  private var notes: [CompetencyID: String] = [:]
  private var picked: [CompetencyID] = []
  private var ranks: [Int: (competency: CompetencyID, line: Int)] = [:]
  private var problems: BoundedFindings<AnswersProblem>

  /// Prepares to read a file, named as the person named it.
  package init(file: String, framework: Framework) {
    self.framework = framework
    problems = BoundedFindings(file: file)
    for (name, meaning) in zip(Self.columns, Meaning.allCases) { _ = header.add(name, meaning) }
  }

  /// Reads a table that is in memory as a whole.
  ///
  /// - Throws: everything that is wrong with it.
  package static func answers(
    in rows: [TableRow], file: String, framework: Framework
  ) throws(Findings<AnswersProblem>) -> PersonalAnswers {
    var table = AnswersTable(file: file, framework: framework)
    for row in rows { table.read(row) }
    return try table.finish()
  }

  /// Reads the next row; the first is the header.
  package mutating func read(_ row: TableRow) {
    guard let columns else {
      readHeader(row)
      return
    }
    // Spreadsheets leave such rows below a table.
    guard width > 0, row.fields.contains(where: { !$0.isEmpty }) else { return }
    let fits = TableHeader<Meaning>.fits(row, columns: width) {
      problems.add(line: row.line, .shape($0))
    }
    guard fits, let idColumn = columns[.competency], let levelColumn = columns[.level] else {
      return
    }
    let cell = { (meaning: Meaning) in columns[meaning].map { row.fields[$0] } ?? "" }
    guard let id = competency(row.fields[idColumn], line: row.line, column: idColumn + 1) else {
      return
    }
    let isPicked = readImportance(
      cell(.important), of: id, line: row.line, column: columns[.important].map { $0 + 1 })
    let note = cell(.note)
    if note.unicodeScalars.count > Assessment.noteLimit {
      problems.add(
        line: row.line, column: columns[.note].map { $0 + 1 },
        .noteTooLong(note.unicodeScalars.count, id))
    }
    do throws(AnswerWordProblem) {
      let level = row.fields[levelColumn]
      if let answer = try Answer.read(cell: level, scale: framework.scale) {
        answers[id] = answer
        if !note.isEmpty { notes[id] = note }
      } else if isPicked || !note.isEmpty {
        problems.add(line: row.line, column: levelColumn + 1, .nothingAsked(id))
      }
    } catch {
      problems.add(line: row.line, column: levelColumn + 1, .answer(error, id))
    }
  }

  /// Ends the file and gives what it says.
  ///
  /// - Throws: everything that was wrong with it.
  package func finish() throws(Findings<AnswersProblem>) -> PersonalAnswers {
    var problems = problems
    if columns == nil { problems.add(line: 1, .shape(.noHeader)) }
    let top = (1...Assessment.Importance.topLimit).map { ranks[$0]?.competency }
    let given = top.prefix { $0 != nil }.compactMap { $0 }
    if given.count < ranks.count { problems.add(.missingRank(given.count + 1)) }
    let importance = Assessment.Importance(picked: Set(picked), top: given)
    for (area, count) in importance.crowdedAreas(of: framework) {
      problems.add(.tooManyPicks(area, count: count))
    }
    if let findings = problems.findings { throw findings }
    return PersonalAnswers(answers: answers, notes: notes, importance: importance)
  }

  private mutating func readHeader(_ row: TableRow) {
    let meanings = header.meanings(of: row) { column, problem in
      problems.add(line: row.line, column: column, .shape(problem()))
    }
    width = meanings.count
    let places = meanings.enumerated().compactMap { place, meaning in meaning.map { ($0, place) } }
    let columns = Dictionary(places, uniquingKeysWith: { first, _ in first })
    self.columns = columns
    guard width > 0 else { return }
    for (name, meaning) in zip(Self.columns, Meaning.allCases)
    where [.competency, .level].contains(meaning) && columns[meaning] == nil {
      problems.add(line: row.line, .shape(.missingColumn(name)))
    }
  }

  private mutating func competency(_ text: String, line: Int, column: Int) -> CompetencyID? {
    guard let id = CompetencyID(text), framework.competency(id) != nil else {
      problems.add(
        line: line, column: column, .unknownCompetency(.competency(text, of: framework)))
      return nil
    }
    if let first = lines[id] {
      problems.add(line: line, column: column, .repeatedCompetency(id, line: first))
      return nil
    }
    lines[id] = line
    return id
  }

  private mutating func readImportance(
    _ word: String, of id: CompetencyID, line: Int, column: Int?
  ) -> Bool {
    let ranks = (1...Assessment.Importance.topLimit).map(String.init)
    if word.isEmpty { return false }
    if let place = ranks.firstIndex(of: word) {
      let rank = place + 1
      if let first = self.ranks[rank] {
        problems.add(line: line, column: column, .repeatedRank(rank, line: first.line))
      } else {
        self.ranks[rank] = (id, line)
      }
    } else if word != "yes" {
      problems.add(line: line, column: column, .notImportance(word, id))
      return false
    }
    picked.append(id)
    return true
  }
}

/// The empty file for a person's own answers, which `AnswersTable` reads.
package enum AnswersTemplate {
  /// The table: a header, then a row for every competency in the framework's order, with nothing
  /// but its id; lines end as editors and other tools of a terminal have them.
  package static func csv(for framework: Framework) -> String {
    let blanks = AnswersTable.columns.dropFirst().map { _ in "" }
    return ([AnswersTable.columns] + framework.competencies.map { [$0.id.description] + blanks })
      .map { CSV.line(verbatim: $0, end: "\n") }.joined()
  }
}

extension Answer {
  /// Reads a cell: `1` to the highest level of the scale, `na`, `unsure`, empty for skipped; `.` is
  /// not asked and gives `nil`.
  ///
  /// Nothing else is read, not even with a blank beside it: a guess would be somebody's answer.
  static func read(cell: String, scale: Scale) throws(AnswerWordProblem) -> Answer? {
    if cell == "." { return nil }
    if let answer = valid(cell, scale: scale) { return answer }
    if missingWords.contains(cell.lowercased()) { throw .ambiguous(cell) }
    throw .notAnAnswer(cell, levels: scale.steps.count, near: near(cell, scale: scale))
  }

  private static let missingWords: Set<String> = [
    "na", "n/a", "n.a.", "#n/a", "nan", "null", "none", "-", "--", "–", "—",
  ]

  private static func valid(_ word: String, scale: Scale) -> Answer? {
    guard let answer = Answer(word: word) else { return nil }
    if let level = answer.level, level.rank > scale.steps.count { return nil }
    return answer
  }

  /// The word without blanks and capitals, with ASCII for any other digit, if that is an answer.
  private static func near(_ cell: String, scale: Scale) -> String? {
    guard cell.utf8.count <= 64 else { return nil }
    let word = cell.filter { !$0.isWhitespace }.lowercased()
    let digits = word.count == 1 ? word.first?.wholeNumberValue.map(String.init) : nil
    let guess = digits ?? word
    return guess == "" || valid(guess, scale: scale) == nil ? nil : guess
  }
}
