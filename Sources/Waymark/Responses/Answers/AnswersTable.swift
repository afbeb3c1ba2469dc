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

/// One answer as it is given on the command line: `advocacy.decisions=3`.
package struct AnswerAssignment: Equatable, Sendable {
  package let competency: CompetencyID
  /// The answer; `nil` for `.`, not asked.
  package let answer: Answer?

  package init(competency: CompetencyID, answer: Answer?) {
    self.competency = competency
    self.answer = answer
  }

  /// Reads texts of the form `ID=N`, where N is what a file of answers has for a level.
  ///
  /// - Parameters:
  ///   - texts: the texts in the order given.
  ///   - framework: the framework that is answered.
  ///   - option: the option as the person wrote it, to name the place of a problem.
  /// - Throws: everything that is wrong with them; no competency may be answered twice.
  package static func parse(
    _ texts: [String], framework: Framework, option: String = "--set"
  ) throws(Findings<AnswersProblem>) -> [AnswerAssignment] {
    var problems = BoundedFindings<AnswersProblem>(file: option)
    var seen: Set<CompetencyID> = []
    var assignments: [AnswerAssignment] = []
    for text in texts {
      guard let sign = text.firstIndex(of: "=") else {
        problems.add(.notAnAssignment(text))
        continue
      }
      let name = String(text[..<sign])
      guard let id = CompetencyID(name), framework.competency(id) != nil else {
        problems.add(.unknownCompetency(.competency(name, of: framework)))
        continue
      }
      if !seen.insert(id).inserted { problems.add(.repeatedCompetency(id, line: nil)) }
      do throws(AnswerWordProblem) {
        let word = String(text[text.index(after: sign)...])
        let answer = try Answer.read(cell: word, scale: framework.scale)
        assignments.append(AnswerAssignment(competency: id, answer: answer))
      } catch {
        problems.add(.answer(error, id))
      }
    }
    if let findings = problems.findings { throw findings }
    return assignments
  }
}

/// What a person wrote into a file of answers instead of answering question by question.
public struct PersonalAnswers: Equatable, Sendable {
  /// The answers; a competency that is absent was not asked.
  package let answers: [CompetencyID: Answer]
  /// The notes beside them.
  package let notes: [CompetencyID: String]
  /// What matters most; the top of all is part of what is picked.
  package let importance: Assessment.Importance

  package init(
    answers: [CompetencyID: Answer], notes: [CompetencyID: String] = [:],
    importance: Assessment.Importance = Assessment.Importance()
  ) {
    self.answers = answers
    self.notes = notes
    self.importance = importance
  }
}

/// What is wrong with the answers that a person gives in a file or as `ID=N`.
package enum AnswersProblem: Problem {
  /// The columns or the length of a row.
  case shape(TableProblem)
  /// A competency that the framework does not have.
  case unknownCompetency(UnknownName)
  /// A competency that was answered before, on this line of a file.
  case repeatedCompetency(CompetencyID, line: Int?)
  /// A level that is no answer.
  case answer(AnswerWordProblem, CompetencyID)
  /// A word for importance that is none.
  case notImportance(String, CompetencyID)
  /// A rank among the top that another line has.
  case repeatedRank(Int, line: Int)
  /// A rank that is missing although a later one is given.
  case missingRank(Int)
  /// More picks in an area than may be.
  case tooManyPicks(AreaID, count: Int)
  /// A note of more characters than may be.
  case noteTooLong(Int, CompetencyID)
  /// A note or a pick beside `.`, which says that nothing was asked.
  case nothingAsked(CompetencyID)
  /// A text that is not `ID=N`.
  case notAnAssignment(String)

  /// What is wrong.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .unknownCompetency(let unknown): unknown.what
    case .repeatedCompetency(let id, let line?): "'\(id)' is already answered on line \(line)"
    case .repeatedCompetency(let id, nil): "'\(id)' is answered twice"
    case .answer(let problem, let id): "\(id): \(problem.what)"
    case .notImportance(let word, let id): "\(id): \(word.excerpt) does not say how important it is"
    case .repeatedRank(let rank, let line): "number \(rank) of the top is already on line \(line)"
    case .missingRank(let rank): "the top has no number \(rank)"
    case .tooManyPicks(let area, let count): "\(count) statements of area \(area) are important"
    case .noteTooLong(let count, let id): "\(id): the note has \(count) characters"
    case .nothingAsked(let id):
      "\(id): '.' says that nothing was asked, but more is written beside it"
    case .notAnAssignment(let text): "\(text.excerpt) does not set an answer"
    }
  }

  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .unknownCompetency(let unknown): unknown.mend
    case .repeatedCompetency: "keep one of the two"
    case .answer(let problem, _): problem.mend
    case .notImportance:
      "write 'yes', or 1, 2 or 3 for the top \(Assessment.Importance.topLimit), or leave it empty"
    case .repeatedRank: "give every number once"
    case .missingRank: "count from 1"
    case .tooManyPicks: "leave the \(Assessment.Importance.areaLimit) that matter most"
    case .noteTooLong: "cut it to \(Assessment.noteLimit)"
    case .nothingAsked: "give a level, or leave the rest empty"
    case .notAnAssignment: "write ID=N, such as advocacy.decisions=3"
    }
  }
}

/// What is wrong with the word that stands for an answer.
package enum AnswerWordProblem: Problem, Error {
  /// A word that statistics programs write for a missing value and people for "not applicable".
  case ambiguous(String)
  /// No word for an answer, on a scale of so many levels; `near` is what was probably meant.
  case notAnAnswer(String, levels: Int, near: String?)

  /// What is wrong.
  package var what: String {
    switch self {
    case .ambiguous(let word):
      "\(word.excerpt) can mean two things: that the answer is missing, or that this is not part of"
        + " the person's work"
    case .notAnAnswer(let word, _, _): "\(word.excerpt) is no answer"
    }
  }

  package var mend: String {
    switch self {
    case .ambiguous:
      "leave it empty where the answer is missing, write 'na' where it is not part of the work"
    case .notAnAnswer(_, _, let near?): near.didYouMean
    case .notAnAnswer(_, let levels, nil):
      "write 1 to \(levels), 'na' (not part of my work), 'unsure' (can't judge), nothing (skipped)"
        + " or '.' (not asked)"
    }
  }
}
