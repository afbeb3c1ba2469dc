import FoundationEssentials
import WaymarkBasics

/// The responses of a campaign, one by one, so that nobody is known by their background answers.
///
/// Every combination of background answers that is left is held by at least as many people as the
/// smallest group has (k-anonymity: L. Sweeney, 2002). What would make a combination rarer is left
/// empty. Ids, revisions, months, links, importance and who is willing to serve are not taken in at
/// all.
package struct DeidentifiedResponses: Sendable {
  /// What became of the answers to one background question.
  package enum Treatment: Hashable, Sendable {
    /// All of them are there.
    case kept
    /// Some were left empty: with them somebody would stand out.
    case thinned
    /// None is there: more than half would have had to be left empty.
    case withheld
    /// None is there: others were asked for alone.
    case leftOut
  }

  private let framework: Framework
  private let background: BackgroundQuestions
  /// Where the answers about a person stand at the beginning of each row.
  let layout: AboutLayout
  private let width: Int
  /// The rows one after another: the role, the background sheet, the answer sheet.
  private var rows: [UInt8] = []
  /// How many answers to each question were left empty before `protect`.
  private var emptied: [Int]
  /// What became of each question.
  ///
  /// The role comes first, then the background questions in order; all are kept until `protect` ran, but for
  /// those that were left out before.
  package private(set) var treatments: [Treatment]
  /// The questions that were asked for, the most important first; empty where all of them are.
  private var asked: [Int] = []
  /// The most important question, by its place.
  var foremost: Int { asked.first ?? 0 }

  private static let noRole = BackgroundSheet.noAnswer

  /// Begins without responses.
  package init(framework: Framework, background: BackgroundQuestions) {
    self.framework = framework
    self.background = background
    layout = AboutLayout(background)
    width = layout.width + framework.competencies.count
    emptied = layout.questions.map { _ in 0 }
    treatments = [.kept] + background.fields.map { $0.subject == .work ? .kept : .withheld }
  }

  /// How many people there are.
  package var people: Int { rows.count / width }

  /// Takes in one person's answers; a record of other documents is left out.
  ///
  /// - Returns: whether it was taken in.
  @discardableResult
  package mutating func add(_ record: CodedResponse) -> Bool {
    var background = record.background
    for (range, treatment) in zip(layout.questions, treatments)
    where treatment == .withheld && range.upperBound <= background.count + 1 {
      for place in range { background[place - 1] = BackgroundSheet.noAnswer }
    }
    let row =
      [record.role.flatMap { UInt8(exactly: Int(BackgroundSheet.firstOption) + $0) } ?? Self.noRole]
      + background + record.sheet
    guard row.count == width else { return false }
    rows += row
    return true
  }

  /// Leaves answers of some people empty, before `protect`.
  ///
  /// - Parameters:
  ///   - questions: by their places, the role first.
  ///   - isMeant: whether a person, by the order in which they were taken in, is one of them.
  mutating func leaveEmpty(_ questions: Set<Int>, where isMeant: (Int) -> Bool) {
    for person in 0..<people where isMeant(person) {
      for question in questions where layout.isGiven(question, in: about(person)) {
        empty(question, of: person)
        emptied[question] += 1
      }
    }
  }

  /// Where the answers to a question stand among all, the role first.
  ///
  /// - Throws: `ReportProblem.unknownQuestion`, of what cannot be asked for too.
  package func question(named name: String) throws(ReportProblem) -> Int {
    let names =
      [(0, WideTable.roleColumn)]
      + background.fields.enumerated().filter { $0.element.subject == .work }
      .map { ($0.offset + 1, $0.element.id.description) }
    if let known = names.first(where: { $0.1.lowercased() == name.lowercased() }) { return known.0 }
    let known = names.map(\.1)
    throw .unknownQuestion(name, near: name.closest(among: known), known: known)
  }

  /// Leaves out all questions but some, before `protect`.
  ///
  /// - Parameter questions: by their places, the role's 0; of the first the most answers are kept.
  mutating func keep(_ questions: [Int]) {
    asked = questions
    for question in layout.questions.indices where !questions.contains(question) {
      let isOfService = treatments[question] == .withheld
      withhold([question])
      if !isOfService { treatments[question] = .leftOut }
    }
  }

  /// Leaves questions out altogether, before `protect`.
  mutating func withhold(_ questions: Set<Int>) {
    for question in questions where treatments[question] != .leftOut {
      treatments[question] = .withheld
      for person in 0..<people { empty(question, of: person) }
    }
  }

  /// Shows of people what an earlier export showed of them, in the place of `protect`.
  ///
  /// - Parameter classes: for each person what is shown of them; as long as the answers about a person.
  mutating func show(_ classes: [[UInt8]]) {
    let given = answersGiven
    for (person, about) in classes.enumerated() {
      rows.replaceSubrange(person * width..<person * width + layout.width, with: about)
    }
    for (question, left) in answersGiven.enumerated() where treatments[question] == .kept {
      treatments[question] = left == given[question] ? .kept : left == 0 ? .withheld : .thinned
    }
  }

  private mutating func empty(_ question: Int, of person: Int) {
    for place in layout.questions[question] {
      rows[person * width + place] = BackgroundSheet.noAnswer
    }
  }

  /// Leaves empty what makes anybody's combination of background answers rarer than the group.
  ///
  /// Question after question is taken: those that were asked for in their order, else the role first, then
  /// those with the fewest different answers, which tell people apart least; ties in the order of the
  /// document. Within those who are alike so
  /// far, answers that fewer people gave than the group has are left empty, and then more of the
  /// rarest until as many people are without an answer as the group has, or nobody is. The outcome
  /// depends on the answers and not on their order.
  ///
  /// - Parameter known: for each person a number that is equal for those whom readers take for alike
  ///   from earlier exports, each for nobody or as many people as the group has; `nil` where nothing
  ///   is known.
  /// - Returns: whether it can be done at all: whether there are as many people as the group has.
  package mutating func protect(_ group: MinimumGroup, known: [Int]? = nil) -> Bool {
    guard group.admits(people) else { return false }
    let distinct = layout.questions.map { range in
      Set((0..<people).map { value(range, of: $0) }).count
    }
    let kept = (asked.isEmpty ? Array(layout.questions.indices) : asked).filter {
      treatments[$0] == .kept
    }
    let order =
      asked.isEmpty
      ? kept.sorted { left, right in
        left == 0 || (right != 0 && (distinct[left], left) < (distinct[right], right))
      } : kept
    var classes = known ?? Array(repeating: 0, count: people)
    for question in order { protect(question, classes: &classes, group) }
    return true
  }

  private mutating func protect(_ question: Int, classes: inout [Int], _ group: MinimumGroup) {
    let range = layout.questions[question]
    let empty = Array(repeating: BackgroundSheet.noAnswer, count: range.count)
    let given = (0..<people).map { value(range, of: $0) }
    var counts: [Int: [[UInt8]: Int]] = [:]
    for (person, value) in given.enumerated() {
      counts[classes[person], default: [:]][value, default: 0] += 1
    }
    let kept = counts.mapValues { Self.kept($0, empty: empty, group) }
    let total = given.count { $0 != empty } + emptied[question]
    let left = zip(classes, given).count { $1 != empty && kept[$0]?.contains($1) == true }
    let treatment: Treatment =
      left == total ? .kept : left * 2 < total ? .withheld : .thinned
    treatments[question] = treatment
    var names: [Member: Int] = [:]
    for (person, value) in given.enumerated() {
      let isShown = treatment != .withheld && kept[classes[person]]?.contains(value) == true
      if !isShown { self.empty(question, of: person) }
      let member = Member(known: classes[person], value: isShown ? value : empty)
      let name = names[member] ?? names.count
      names[member] = name
      classes[person] = name
    }
  }

  /// Those who are alike in all questions so far and in one more.
  private struct Member: Hashable {
    let known: Int
    let value: [UInt8]
  }

  /// The answers that can stay among people who are alike so far.
  private static func kept(
    _ counts: [[UInt8]: Int], empty: [UInt8], _ group: MinimumGroup
  ) -> Set<[UInt8]> {
    // The most frequent first, so that the rarest are left empty from the end.
    var kept = counts.filter { $0.key != empty }.sorted { left, right in
      left.value == right.value
        ? left.key.lexicographicallyPrecedes(right.key) : left.value > right.value
    }
    var without = counts[empty] ?? 0
    while let last = kept.last, !group.admits(last.value) || group.withholds(without) {
      without += last.value
      kept.removeLast()
    }
    return Set(kept.map(\.key))
  }

  private func value(_ range: Range<Int>, of person: Int) -> [UInt8] {
    Array(rows[person * width + range.lowerBound..<person * width + range.upperBound])
  }

  /// Hands over the responses, sorted by what they say and numbered in that order: neither a number
  /// nor a place tells who somebody is or when they answered.
  ///
  /// - Parameter isMadeUp: whether the ids say that these people do not exist.
  package func forEach(isMadeUp: Bool, _ body: (Response) throws -> Void) rethrows {
    let order = (0..<people).sorted { left, right in
      row(left).lexicographicallyPrecedes(row(right))
    }
    let digits = String(people).utf8.count
    let prefix = isMadeUp ? Response.madeUpPrefix : "r"
    for (number, person) in order.enumerated() {
      let text = String(number + 1)
      let id = prefix + String(repeating: "0", count: digits - text.utf8.count) + text
      try body(response(id, row(person)))
    }
  }

  /// How many answers to each question are not empty; the role comes first.
  var answersGiven: [Int] {
    layout.questions.indices.map { question in
      (0..<people).count { layout.isGiven(question, in: about($0)) }
    }
  }

  /// The answers about a person, by the order in which they were taken in.
  func about(_ person: Int) -> ArraySlice<UInt8> {
    rows[person * width..<person * width + layout.width]
  }

  /// The answers of a person to the statements.
  func sheet(_ person: Int) -> ArraySlice<UInt8> {
    rows[person * width + layout.width..<(person + 1) * width]
  }

  private func row(_ person: Int) -> ArraySlice<UInt8> {
    rows[person * width..<(person + 1) * width]
  }

  private func response(_ id: String, _ row: ArraySlice<UInt8>) -> Response {
    let codes = Array(row)
    let end = layout.width
    let role = Int(codes[0]) - Int(BackgroundSheet.firstOption)
    let answers = AnswerSheet(String(decoding: codes[end...], as: UTF8.self), framework: framework)
    let fields = BackgroundSheet(
      String(decoding: codes[1..<end], as: UTF8.self), questions: background)
    return Response(
      id: id, revision: 1, link: nil, month: nil,
      role: framework.roles.indices.contains(role) ? framework.roles[role].id : nil,
      answers: Dictionary(
        uniqueKeysWithValues: framework.competencies.enumerated().compactMap { position, item in
          answers?[position].map { (item.id, $0) }
        }), importance: Assessment.Importance(), background: fields?.answers(to: background) ?? [:])
  }
}

/// Where the answers about a person stand in a row of a de-identified response.
///
/// The role takes the first character, then come those of the background sheet, question after
/// question.
struct AboutLayout: Hashable, Sendable {
  /// For each question where its characters are; the role comes first.
  let questions: [Range<Int>]
  /// The place among the questions of the position at work, which says much of the role.
  private let position: Int?

  init(_ background: BackgroundQuestions) {
    var ranges = [0..<1]
    for field in background.fields {
      let place = ranges.last?.upperBound ?? 0
      ranges.append(place..<place + (field.choice == .one ? 1 : field.options.count))
    }
    questions = ranges
    let positions = Set(background.positionRoles.map(\.position))
    position = background.fields.firstIndex { field in
      field.options.contains { positions.contains($0.id) }
    }.map { $0 + 1 }
  }

  /// How many characters there are.
  var width: Int { questions.last?.upperBound ?? 0 }

  /// The question that a grouping sorts by.
  private func question(of grouping: Grouping) -> Int {
    guard let position = grouping.code?.position else { return 0 }
    return questions.firstIndex { $0.contains(position + 1) } ?? 0
  }

  /// The questions whose answers tell the group that people are in: the role follows from the
  /// position, too.
  func questions(telling grouping: Grouping) -> Set<Int> {
    let own = question(of: grouping)
    guard own == 0, let position else { return [own] }
    return [own, position]
  }

  /// The questions whose answers tell much of the group that people are in: a role does of the
  /// position, too.
  func questions(near grouping: Grouping) -> Set<Int> {
    let own = question(of: grouping)
    guard let position, [0, position].contains(own) else { return [own] }
    return [0, position]
  }

  /// Whether an answer to a question stands in the characters.
  func isGiven(_ question: Int, in about: some RandomAccessCollection<UInt8>) -> Bool {
    let range = questions[question]
    return about.dropFirst(range.lowerBound).prefix(range.count)
      .contains { $0 != BackgroundSheet.noAnswer }
  }
}

/// What the ledger keeps of the rows of an export, to know again the people who are in it.
///
/// What was said about each person is kept as it was given out, which as many people as the smallest
/// group has in common; of the answers to the statements only a number that is equal for equal ones.
package struct ExportedRows: Hashable, Sendable {
  /// The people that the export shows alike.
  package struct Class: Hashable, Sendable {
    /// The role and the background sheet that were given out, `-` for what was left empty.
    package let about: [UInt8]
    /// A number for the answers of each of the people, in ascending order.
    package let sheets: [UInt64]

    /// Takes a class as it is kept.
    package init(about: [UInt8], sheets: [UInt64]) {
      self.about = about
      self.sheets = sheets
    }
  }

  /// The classes, in the order of what is said of them.
  package let classes: [Class]

  /// Takes the rows as they are kept.
  package init(classes: [Class]) { self.classes = classes }

  /// Takes the rows that an export of protected responses writes.
  package init(_ responses: DeidentifiedResponses) {
    var sheets: [ArraySlice<UInt8>: [UInt64]] = [:]
    for person in 0..<responses.people {
      sheets[responses.about(person), default: []].append(Self.mark(responses.sheet(person)))
    }
    classes = sheets.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      Class(about: Array($0.key), sheets: $0.value.sorted())
    }
  }

  /// How many people are in the export.
  package var people: Int { classes.reduce(0) { $0 + $1.sheets.count } }

  /// The rows as bytes that are equal for equal rows alone, to be hashed.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for rows in classes {
      // No character of an answer: it keeps the classes apart.
      bytes.append(0xFF)
      bytes += rows.about
      bytes.append(0xFF)
      for sheet in rows.sheets {
        withUnsafeBytes(of: sheet.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }

  /// A number that is equal for equal answers to the statements.
  static func mark(_ sheet: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    hash.add(Array(sheet))
    return hash.value
  }

  /// Which of these rows are those of people who are there now.
  struct Match: Hashable, Sendable {
    /// For each person the place of the class that they are shown in; `nil` who is not in the export.
    let classes: [Int?]
    /// For each class how many of its rows are of nobody who is there now.
    let gone: [Int]

    /// Whether the export shows the people of now and no others.
    var isComplete: Bool { !classes.contains(nil) && gone.allSatisfy { $0 == 0 } }
  }

  /// Finds people again by their answers, and by what was given out about them.
  ///
  /// - Parameter responses: the people of now, before they are protected, of the same documents.
  /// - Complexity: O(*n* log *n*) in the number of people.
  func match(_ responses: DeidentifiedResponses) -> Match {
    let layout = responses.layout
    // What says more is looked at first, so that it is not left for somebody whom it does not fit.
    let shown = classes.map { rows in
      layout.questions.indices.filter { layout.isGiven($0, in: rows.about) }
    }
    var rows: [(sheet: UInt64, place: Int)] = []
    for (place, members) in classes.enumerated() {
      rows += members.sheets.map { ($0, place) }
    }
    rows.sort { left, right in
      (left.sheet, -shown[left.place].count, left.place)
        < (right.sheet, -shown[right.place].count, right.place)
    }
    let marks = (0..<responses.people).map { Self.mark(responses.sheet($0)) }
    let order = marks.indices.sorted { (marks[$0], $0) < (marks[$1], $1) }
    var found = [Int?](repeating: nil, count: marks.count)
    var gone = classes.map(\.sheets.count)
    var next = 0
    var row = 0
    while next < order.count {
      let sheet = marks[order[next]]
      let end = order[next...].firstIndex { marks[$0] != sheet } ?? order.count
      while row < rows.count, rows[row].sheet < sheet { row += 1 }
      var left: [(place: Int, people: Int)] = []
      while row < rows.count, rows[row].sheet == sheet {
        if left.last?.place == rows[row].place {
          left[left.count - 1].people += 1
        } else {
          left.append((rows[row].place, 1))
        }
        row += 1
      }
      for person in order[next..<end] {
        let about = responses.about(person)
        let fitting = left.firstIndex { candidate in
          candidate.people > 0
            && shown[candidate.place].allSatisfy { question in
              let range = layout.questions[question]
              return about.dropFirst(range.lowerBound).prefix(range.count)
                .elementsEqual(classes[candidate.place].about[range])
            }
        }
        guard let fitting else { continue }
        left[fitting].people -= 1
        found[person] = left[fitting].place
        gone[left[fitting].place] -= 1
      }
      next = end
    }
    return Match(classes: found, gone: gone)
  }
}

/// An export as the ledger keeps it, in JSON that is the same for the same export.
package struct ExportRecord: Hashable, Sendable, Codable {
  static let kind = "export"

  private let kind: String
  /// The SHA-256 of the framework and of the background questions, which say what stands where.
  package let documents: [String]
  /// The fewest people who share a combination of background answers.
  package let minimum: Int
  /// How many people are in the export.
  package let people: Int
  /// The SHA-256 of `ExportedRows.bytes`.
  package let rows: String

  /// Records an export.
  ///
  /// - Parameter sha256: gives the SHA-256 of bytes in 64 hexadecimal digits.
  package init(
    of campaign: Campaign, _ rows: ExportedRows, minimum: MinimumGroup,
    sha256: ([UInt8]) -> String
  ) {
    kind = Self.kind
    documents = [campaign.framework.sha256, campaign.backgroundDocument]
    self.minimum = minimum.people
    people = rows.people
    self.rows = sha256(rows.bytes)
  }

  /// The record as text, in Foundation's JSON: the ledger holds the hash of these very bytes.
  ///
  /// - Throws: `EncodingError`.
  package func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

/// What an entry of the ledger records.
package enum LedgerRecord: Hashable, Sendable {
  /// Tables that were published.
  case release(Release)
  /// Responses that were given out one by one.
  case export(ExportRecord)

  private struct Kind: Codable {
    /// Absent for a release: those of before exports were entered bear none.
    let kind: String?
  }

  /// Reads the content of an entry.
  ///
  /// - Throws: `DecodingError` when it is no record, `DisclosureProblem` for names that no release
  ///   has.
  package init(_ content: String) throws {
    let decoder = JSONDecoder()
    let bytes = Data(content.utf8)
    switch try decoder.decode(Kind.self, from: bytes).kind {
    case nil: self = .release(try ReleaseContent.release(of: content))
    case ExportRecord.kind: self = .export(try decoder.decode(ExportRecord.self, from: bytes))
    case let other?:
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "kind: \(other)"))
    }
  }
}
