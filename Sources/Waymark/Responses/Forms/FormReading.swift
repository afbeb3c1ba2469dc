import WaymarkBasics

/// What each column of a form tool's export means: by its heading, where two could be meant by what
/// stands in it, and where the heading tells nothing by that alone.
struct FormReading {
  let header: FormHeader
  let census: ColumnCensus
  let labels: FormLabels
  private let index: FormIndex
  private let fields: [BackgroundQuestions.Field]
  private let days: [SpreadsheetDays]
  private let roles: [String: Int]
  private let plainAnswers: Set<String>
  private let plainLevels: Int
  private let statements: [String]
  /// Whether statements were found by their order alone.
  private(set) var isByOrder = false
  /// The columns that hold a statement as another one does which was taken, that one, and whether nothing
  /// says which is meant.
  private(set) var rivals: [(passedOver: Int, taken: Int, isOpen: Bool)] = []
  /// The columns that were found by what stands in their cells.
  private(set) var byContent: [Int] = []
  /// The meaning of each column; `nil` of those that hold nothing of Waymark's.
  private(set) var meanings: [FormIndex.Meaning?] = []

  init(
    header: FormHeader, census: ColumnCensus, framework: Framework, background: BackgroundQuestions
  ) {
    self.header = header
    self.census = census
    labels = FormLabels(framework: framework)
    index = FormIndex(framework: framework, background: background)
    fields = background.fields
    statements = framework.competencies.map(\.statement.original)
    days = fields.map { SpreadsheetDays(ids: $0.options.map(\.id.description)) }
    roles = Dictionary(
      framework.roles.enumerated().flatMap { place, role in
        [role.id.description, role.title.original].map { (TolerantText.key($0), place) }
      }, uniquingKeysWith: { first, _ in first })
    plainLevels = framework.scale.steps.count
    plainAnswers = Set(
      framework.scale.steps.map { String($0.level.rank) } + ["na", "unsure", "."])
    meanings = header.columns.map {
      $0.name.isEmpty ? nil : index.meaning(headings: $0.headings, context: $0.context)
    }
    keepOneColumnEach()
    findByContent(framework)
    findByOrder(framework)
    findRespondent()
  }

  /// Whether LimeSurvey wrote the table, for which `N/A` is that nobody was asked.
  var isLimeSurvey: Bool {
    let names = Set(header.columns.flatMap(\.headings).map(TolerantText.idKey))
    return ["submitdate", "lastpage", "startlanguage"].allSatisfy(names.contains)
      || ["date_submitted", "last_page", "start_language"].allSatisfy { name in
        names.contains { $0.hasSuffix(name) }
      }
  }

  /// Whether Qualtrics wrote it, which lists those who tried the form out too.
  var isQualtrics: Bool {
    let names = Set(header.columns.flatMap(\.headings).map(TolerantText.idKey))
    return names.contains("recordeddate") || names.contains("recorded_date")
  }

  /// The role that a text names, by its place.
  func role(_ text: String) -> Int? { roles[TolerantText.key(text)] }

  /// The option that a text names, by its place.
  func option(_ text: String, of field: Int) -> Int? {
    index.option(text, of: field) ?? fields[field].option(ofNumber: text)
  }

  /// The labels in the columns of statements, each once, without those that stand for themselves.
  var statementLabels: [String] {
    var known = countsFromZero ? [] : plainAnswers
    return statementTexts.filter { known.insert($0).inserted }
  }

  /// Whether numbers in the columns of statements go from 0 to one less than there are levels, so that
  /// nobody can tell which level a number is.
  var countsFromZero: Bool {
    let numbers = Set(statementTexts.compactMap(bareNumber(of:)))
    return numbers.contains(0) && numbers.max() == plainLevels - 1
  }

  /// The number of a label that says nothing of a level in words.
  func bareNumber(of label: String) -> Int? {
    labels.answer(inWords: label) == nil ? FormLabels.number(in: TolerantText.key(label)) : nil
  }

  private var statementTexts: [String] {
    meanings.indices.filter { isCompetency(meanings[$0]) }.flatMap { census.column($0).texts }
  }

  /// The names of the columns that hold levels and are known to be no statement's.
  var unmatchedNames: [String] {
    meanings.indices.filter { meanings[$0] == nil && holdsLevels($0) }
      .map { header.columns[$0].name }
  }

  /// The column of ids or e-mail addresses in which one stands twice, where no column tells whose each row
  /// is, and how many stand there once more.
  var repeatedIDs: MapProposal.RepeatedIDs? {
    guard !meanings.contains(.respondent) else { return nil }
    let found = meanings.indices.compactMap { place -> MapProposal.RepeatedIDs? in
      let (heading, column) = (header.columns[place], census.column(place))
      let areAddresses = heading.headings.contains(where: index.isAddress)
      let areIDs = heading.headings.contains { index.rankAsRespondent($0) != nil }
      let repeated = column.cells - column.texts.count
      // Of a column that every person has the same in, nobody thinks as of ids.
      guard meanings[place] == nil, areAddresses || areIDs, !column.hasMore, repeated > 0,
        column.texts.count > 1, repeated <= column.texts.count
      else { return nil }
      return MapProposal.RepeatedIDs(
        column: heading.name, count: repeated, areAddresses: areAddresses)
    }
    return found.first { !$0.areAddresses } ?? found.first
  }

  /// The question or statement without a column that one which is passed over may be, by a text that is
  /// much like it.
  func lookalike(of place: Int) -> String? {
    let name = header.columns[place].name
    let open =
      statements.enumerated().filter { !isPresent($0.offset) }.map(\.element)
      + fields.enumerated().filter { !isTaken($0.offset) }.map(\.element.question.original)
    guard name.count >= 16, let near = name.nearest(1, among: open).first,
      name.likeness(to: near) >= 0.5
    else { return nil }
    return near
  }

  /// Whether the labels of levels stand in a column, or numbers of levels under a name that is near a
  /// statement.
  func holdsLevels(_ place: Int) -> Bool {
    let texts = census.column(place).texts.filter { !FormLabels.isNoAnswer($0) }
    guard !texts.isEmpty, !census.column(place).hasMore else { return false }
    return texts.count { labels.level(inWords: $0) != nil } * 2 > texts.count
  }

  /// The labels that stand in the cells of a background question: the parts of the cells where several
  /// may be chosen.
  func labelTexts(of column: ColumnCensus.Column, field: Int) -> [String] {
    let texts = column.texts.filter {
      days[field].place(of: $0) == nil && fields[field].option(ofNumber: $0) == nil
    }
    guard fields[field].choice == .many else { return texts }
    var known: Set<String> = []
    return texts.flatMap { text in
      LabelCodes().parts(of: text) { option($0, of: field) != nil }.map { $0.label }
    }.filter { known.insert($0).inserted }
  }

  /// The options by the numbers that stand for them, where nothing but numbers from 1 to as many as there
  /// are options stands in the cells; `nil` where anything else does.
  func numbered(_ texts: [String], options: Int, field: Int) -> [String: Int]? {
    guard !texts.isEmpty, texts.contains(where: { option($0, of: field) == nil }) else {
      return nil
    }
    var places: [String: Int] = [:]
    for text in texts where !FormLabels.isNoAnswer(text) {
      guard let number = FormLabels.number(in: text), (1...options).contains(number),
        text.utf8.count <= 4
      else { return nil }
      places[text] = number - 1
    }
    return places.isEmpty ? nil : places
  }

  // MARK: Which column

  private func isCompetency(_ meaning: FormIndex.Meaning?) -> Bool {
    if case .competency = meaning { true } else { false }
  }

  /// How many of the texts in a column are what its meaning lets expect, of those that are listed.
  private func score(_ place: Int, as meaning: FormIndex.Meaning) -> Double {
    let column = census.column(place)
    guard !column.texts.isEmpty else { return 0 }
    let count = column.texts.count { text in
      switch meaning {
      case .competency: plainAnswers.contains(text) || labels.answer(text) != nil
      case .field(let field):
        LabelCodes().parts(of: text) { option($0, of: field) != nil }.contains { $0.code != nil }
      case .role: role(text) != nil
      case .option, .level, .respondent, .kindOfRow: true
      }
    }
    return Double(count) / Double(column.texts.count)
  }

  /// Whether the heading of a column says, beside a statement, that it asks something else of it than how
  /// well people do it now.
  private func asksOtherwise(_ place: Int, of meaning: FormIndex.Meaning) -> Bool {
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter }.map(String.init)
    }
    guard case .competency(let position) = meaning else { return false }
    let column = header.columns[place]
    let own = Set(words(statements[position]))
    return (column.headings + [column.context].compactMap(\.self)).flatMap(words)
      .contains { FormWords.otherMatrices.contains($0) && !own.contains($0) }
  }

  /// Of columns that could all be one thing, keeps the one whose cells are most like it, and all of those
  /// that share no row: a form that branches asks each person in one of its sections.
  private mutating func keepOneColumnEach() {
    var best: [FormIndex.Meaning: (places: [Int], score: Double)] = [:]
    for (place, meaning) in meanings.enumerated() {
      guard let meaning else { continue }
      let mayBranch: Bool
      switch meaning {
      case .option, .level: continue
      case .competency, .field, .role: mayBranch = true
      case .respondent, .kindOfRow: mayBranch = false
      }
      let score = score(place, as: meaning)
      guard let known = best[meaning] else {
        best[meaning] = ([place], score)
        continue
      }
      let first = known.places[0]
      let isLike = score > 0 && known.score > 0
      let others = (
        new: asksOtherwise(place, of: meaning), known: asksOtherwise(first, of: meaning)
      )
      let isOpen = others.new == others.known
      let isApart = known.places.allSatisfy {
        !census.column(place).shares(rowWith: census.column($0))
      }
      if mayBranch, isLike, isOpen, isApart {
        best[meaning]?.places.append(place)
        continue
      }
      let isRival = isCompetency(meaning) && isLike
      let isBetter = isRival && !isOpen ? others.known : score > known.score
      for lost in isBetter ? known.places : [place] { meanings[lost] = nil }
      if isRival { rivals.append((isBetter ? first : place, isBetter ? place : first, isOpen)) }
      if isBetter { best[meaning] = ([place], score) }
    }
    // Where the whole answer stands in a column of its own, those of its options say it again.
    for (place, meaning) in meanings.enumerated() {
      let whole: FormIndex.Meaning
      switch meaning {
      case .option(let field, _)?: whole = .field(field)
      case .level(let competency, _)?: whole = .competency(competency)
      case .competency, .field, .role, .respondent, .kindOfRow, nil: continue
      }
      if let found = best[whole], census.column(found.places[0]).cells > 0, found.score > 0 {
        meanings[place] = nil
      }
    }
    for (meaning, found) in best {
      guard case .field(let field) = meaning, found.score == 0 else { continue }
      let hasOptions = meanings.contains {
        if case .option(field, _)? = $0 { true } else { false }
      }
      if hasOptions { for place in found.places { meanings[place] = nil } }
    }
  }

  /// Finds questions and the role by what stands in the cells, where only one is possible, and for one
  /// column alone.
  private mutating func findByContent(_ framework: Framework) {
    var found: [FormIndex.Meaning: [Int]] = [:]
    for place in meanings.indices where meanings[place] == nil {
      let texts = census.column(place).texts
      // That somebody said yes or no tells nothing of what was asked.
      guard texts.count > 1, texts.count <= 100, !holdsLevels(place),
        !texts.allSatisfy({ FormLabels.isChosen($0) != nil || FormLabels.isNoAnswer($0) })
      else { continue }
      var possible: [FormIndex.Meaning] = []
      for (field, _) in fields.enumerated() where !isTaken(field) {
        let known = texts.count { text in
          isChoice(text, of: field)
        }
        if known * 10 >= texts.count * 9 { possible.append(.field(field)) }
      }
      if !meanings.contains(.role), texts.allSatisfy({ role($0) != nil }) { possible.append(.role) }
      if possible.count == 1 { found[possible[0], default: []].append(place) }
    }
    for (meaning, places) in found where places.count == 1 { meanings[places[0]] = meaning }
    byContent = found.values.filter { $0.count == 1 }.map { $0[0] }.sorted()
  }

  /// Whether a text is what stands in the cells of a background question: an option, or several where
  /// several may be chosen.
  ///
  /// Numbers alone tell nothing.
  private func isChoice(_ text: String, of field: Int) -> Bool {
    guard fields[field].choice == .many else { return index.option(text, of: field) != nil }
    return LabelCodes().parts(of: text) { index.option($0, of: field) != nil }.allSatisfy {
      $0.code != nil
    }
  }

  /// Whether a column, or several, hold a statement.
  private func isPresent(_ competency: Int) -> Bool {
    meanings.contains {
      switch $0 {
      case .competency(competency)?, .level(competency, _)?: true
      default: false
      }
    }
  }

  private func isTaken(_ field: Int) -> Bool {
    meanings.contains {
      switch $0 {
      case .field(field)?, .option(field, _)?: true
      default: false
      }
    }
  }

  /// Takes columns without the text of a statement for the statements in their order, where there are
  /// exactly as many columns of levels side by side as there are statements, or core ones.
  private mutating func findByOrder(_ framework: Framework) {
    guard !meanings.contains(where: isCompetency) else { return }
    let columns = meanings.indices.filter { place in
      let texts = census.column(place).texts.filter { !FormLabels.isNoAnswer($0) }
      return meanings[place] == nil && !census.column(place).hasMore
        && TolerantText.idKey(header.columns[place].name).contains { $0.isNumber }
        && (2...10).contains(texts.count)
        && texts.allSatisfy { labels.answer($0) != nil && FormLabels.isChosen($0) != false }
    }
    let core = framework.competencies.indices.filter { framework.competencies[$0].isCore }
    for positions in [Array(framework.competencies.indices), core]
    where positions.count == columns.count && !columns.isEmpty {
      for (place, position) in zip(columns, positions) { meanings[place] = .competency(position) }
      isByOrder = true
      return
    }
  }

  /// Finds the column that says whose each row is: every row has something in it, and each something
  /// else.
  private mutating func findRespondent() {
    let candidates = meanings.indices.filter { place in
      let column = census.column(place)
      return meanings[place] == nil && column.cells == census.rowCount
        && (column.hasMore || column.texts.count == column.cells)
    }
    let ranked = candidates.compactMap { place in
      header.columns[place].headings.compactMap { index.rankAsRespondent($0) }.min()
        .map { (rank: $0, place: place) }
    }
    let best = ranked.min { ($0.rank, $0.place) < ($1.rank, $1.place) }?.place
    let address = candidates.first { place in
      header.columns[place].headings.contains { index.isAddress($0) }
    }
    if let place = best ?? address { meanings[place] = .respondent }
  }
}
