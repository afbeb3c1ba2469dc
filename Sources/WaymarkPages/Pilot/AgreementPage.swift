package import Waymark
package import WaymarkBasics

/// How far two ratings of the same people agree, in each format.
package struct AgreementPage {
  let agreement: RatingAgreement
  let files: (first: String, second: String)
  let words: AgreementWords
  let language: LanguageTag

  /// - Parameter files: what the two tables are called.
  package init(
    _ agreement: RatingAgreement, files: (first: String, second: String), words: AgreementWords,
    language: LanguageTag = .english
  ) {
    self.agreement = agreement
    self.files = files
    self.words = words
    self.language = language
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      words.title(agreement.occasion), notice: notice, summary: summary,
      entries: Page.Section(
        words.lookFirst(below: RatingAgreement.weakBelow), findings: findings),
      lists: [Page.Section(words.paired, lines: pairing)]
        + (agreement.hasPairsEnough ? [section(areaTable), section(statementTable)] : [])
        + itemSections,
      method: words.method(agreement), words: words.common)
  }

  /// Every statement with all there is.
  package var csv: String { table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package func json() throws -> String {
    let pairing = agreement.pairing
    return try JSON.document(
      .ratingAgreement,
      [
        "occasion": .string(agreement.occasion == .twoRaters ? "two-raters" : "same-again"),
        "files": .array([.string(files.first), .string(files.second)]),
        "madeUp": .bool(agreement.isMadeUp), "notice": .string(notice.joined(separator: " ")),
        "summary": .string(summary.joined(separator: " ")),
        "pairs": .object([
          "both": .integer(pairing.both), "onlyFirst": .integer(pairing.onlyFirst),
          "onlySecond": .integer(pairing.onlySecond),
          "withoutLevel": .integer(pairing.withoutLevel),
        ]),
        "fewestPairs": .integer(agreement.fewestPairs),
        "statements": table.json, "areas": areas.json,
      ])
  }

  private var notice: [String] {
    InternalNotice.sentences(
      isMadeUp: agreement.isMadeUp, minimumGroup: agreement.minimumGroup, words: words.common)
  }

  private var summary: [String] {
    let weakest = agreement.byKappa.filter { !$0.ratings.isGood }.prefix(3).map {
      (name: title(of: $0.statement), kappa: $0.kappa.value)
    }
    let found =
      !agreement.hasPairsEnough
      ? [words.tooFewPairs(agreement.fewestPairs)]
      : agreement.compared == 0
        ? [words.nothingCompared]
        : [
          words.agreeing(
            agreement.agreeing, of: agreement.compared, weak: agreement.weak.count)
        ] + (weakest.isEmpty ? [] : [words.weakest(weakest)])
    return [
      words.files(files.first, files.second, agreement.occasion),
      words.pairs(agreement.pairing.both),
    ] + found + [words.limits(agreement.occasion)]
  }

  /// The statements to look at first, the lowest kappa first.
  private var findings: [(title: String, facts: [String])] {
    agreement.weak.map { statement, ratings, kappa in
      (
        title: name(of: statement),
        facts: [statement.competency.statement.text(in: language)]
          + words.agreement(ratings, kappa, agreement.occasion)
      )
    }
  }

  /// Who is paired, and which statements have no kappa.
  private var pairing: [String] {
    let pairing = agreement.pairing
    let alone = [(files.first, pairing.onlyFirst), (files.second, pairing.onlySecond)]
      .filter { $0.1 > 0 }.map(words.onlyIn)
    let asked = [
      (files.first, agreement.statements.count { $0.second == nil }),
      (files.second, agreement.statements.count { $0.first == nil }),
    ].filter { $0.1 > 0 }.map(words.askedOnlyIn)
    let constant = agreement.constant.map(title)
    return [words.pairs(pairing.both)] + (alone.isEmpty ? [words.everybodyPaired] : alone)
      + (pairing.withoutLevel > 0 ? [words.withoutLevel(pairing.withoutLevel)] : []) + asked
      + (constant.isEmpty ? [] : [words.constant(constant)])
      + (agreement.withheld > 0
        ? [words.withheld(agreement.withheld, fewest: agreement.fewestPairs)] : [])
  }

  func title(of statement: RatingAgreement.Statement) -> String {
    statement.competency.title.text(in: language)
  }

  func name(of statement: RatingAgreement.Statement) -> String {
    words.common.name(title(of: statement), id: statement.competency.id)
  }
}

// For people: few columns, each number with its interval.
extension AgreementPage {
  func section(
    _ table: (meaning: String, table: Page.Table), for audience: Page.Audience = .everywhere
  ) -> Page.Section {
    Page.Section(
      table.table.caption, for: audience,
      [.paragraph(Page.Paragraph([table.meaning])), .table(table.table)])
  }

  var areaTable: (meaning: String, table: Page.Table) {
    let columns = [
      words.area, words.columns.pairs.title, words.agreementHeading, words.correlationHeading,
      words.shiftHeading,
    ]
    let rows = agreement.areas.map { row in
      [FigureWords().area(row.area.id, row.area.shortTitle.text(in: language))]
        + texts(
          row.means,
          [
            { "\($0.people)" },
            { self.text($0.agreement) { self.text($0.value, $0.interval) } },
            { self.text($0.correlation) { self.text($0.value, $0.interval) } },
            { words.number($0.difference) },
          ])
    }
    return (words.areasMeaning, Page.Table(words.areas, columns: columns, rows: rows))
  }

  var statementTable: (meaning: String, table: Page.Table) {
    let columns = [
      words.statement, words.columns.pairs.title, words.kappaHeading, words.sameHeading,
      words.withinOneHeading, words.shiftHeading,
    ]
    let rows = agreement.statements.map { statement in
      [title(of: statement)]
        + texts(
          statement.ratings,
          [
            { "\($0.people)" },
            { self.text($0.kappa) { self.text($0.value, $0.interval) } },
            { words.part($0.change.same, of: $0.people) },
            { words.part($0.withinOne, of: $0.people) },
            { words.number($0.change.mean) },
          ])
    }
    return (words.statementsMeaning, Page.Table(words.statements, columns: columns, rows: rows))
  }

  /// What each file says of its statements, whoever is in the other one; in a browser, which has room,
  /// with every level.
  var itemSections: [Page.Section] {
    [(files.first, \RatingAgreement.Statement.first), (files.second, \.second)].flatMap {
      file, side in
      [(Page.Audience.document, [Int]()), (.browser, Array(agreement.levels.indices))].map {
        section(
          (words.itemsMeaning, itemTable(words.items(file), of: side, levels: $0.1)), for: $0.0)
      }
    }
  }

  private func itemTable(
    _ caption: String, of side: KeyPath<RatingAgreement.Statement, Figure<ItemStatistics>?>,
    levels: [Int]
  ) -> Page.Table {
    let columns = words.columns
    let fields: [(heading: String, text: (ItemStatistics) -> String)] =
      [
        (words.data.people.title, { "\($0.people)" }),
        (words.data.meanLevel.title, { self.text($0.mean, words.number) }),
        (columns.deviation.title, { self.text($0.standardDeviation, words.number) }),
        (columns.itemRest.title, { self.text($0.itemRest, words.number) }),
        (columns.lowest.title, { words.part($0.lowest, of: $0.people) }),
        (columns.highest.title, { words.part($0.highest, of: $0.people) }),
      ]
      + levels.map { level in
        (
          words.data.level(level + 1, agreement.levels[level].text(in: language)),
          { words.part($0.levels[level], of: $0.people) }
        )
      }
    return Page.Table(
      caption, columns: [words.statement] + fields.map(\.heading),
      rows: agreement.statements.compactMap { statement in
        statement[keyPath: side].map { [title(of: statement)] + texts($0, fields.map(\.text)) }
      })
  }

  private func text(_ value: Double, _ interval: ClosedRange<Double>?) -> String {
    words.number(value) + words.interval(interval)
  }

  private func text<Value>(_ figure: Figure<Value>, _ shown: (Value) -> String) -> String {
    switch figure {
    case .value(let value): shown(value)
    case .none(let absence): words.mark(absence)
    }
  }

  /// The cells of a row, or in each of them why there is none.
  private func texts<Value>(
    _ figure: Figure<Value>, _ cells: [(Value) -> String]
  ) -> [String] {
    cells.map { text(figure, $0) }
  }
}

// For programs: all there is.
extension AgreementPage {
  /// A column with the cell that it has of a value.
  private struct Field<Value> {
    let column: DataTable.Column
    let cell: (Value) -> CSV.Cell

    /// A number with four decimals, or an empty cell.
    static func number(
      _ name: String, _ words: ColumnWords, _ number: @escaping (Value) -> Double?
    ) -> Field {
      Field(column: DataTable.Column(name, words, .number)) { ChangeColumns.cell(number($0)) }
    }

    static func share(
      _ name: String, _ words: ColumnWords, _ share: @escaping (Value) -> Double
    ) -> Field {
      Field(column: DataTable.Column(name, words, .share)) { .decimal(share($0), places: 4) }
    }

    static func count(
      _ name: String, _ words: ColumnWords, _ count: @escaping (Value) -> Int
    ) -> Field {
      Field(column: DataTable.Column(name, words, .integer)) { .integer(count($0)) }
    }
  }

  /// The cells of a value, or in each of them the mark of why there is none.
  private func cells<Value>(_ figure: Figure<Value>, _ fields: [Field<Value>]) -> [CSV.Cell] {
    switch figure {
    case .value(let value): fields.map { $0.cell(value) }
    case .none(.withheld): fields.map { _ in .text(Absence.withheldMark) }
    case .none: fields.map { _ in .empty }
    }
  }

  private var ratingFields: [Field<RatingAgreement.Ratings>] {
    let columns = words.columns
    return [
      .count("n", columns.pairs) { $0.people },
      .number("kappa", columns.kappa) { $0.kappa.value?.value },
      .number("kappa_low", columns.kappaLow) { $0.kappa.value?.interval?.lowerBound },
      .number("kappa_high", columns.kappaHigh) { $0.kappa.value?.interval?.upperBound },
      .number("standard_error", columns.standardError) { $0.kappa.value?.standardError },
      .number("kappa_linear", columns.linear) { $0.linearKappa.value?.value },
      .count("same", columns.same) { $0.change.same },
      .count("within_one", columns.withinOne) { $0.withinOne },
      .number("difference", columns.difference) { $0.change.mean },
      .number("difference_low", columns.differenceLow) { $0.change.interval?.lowerBound },
      .number("difference_high", columns.differenceHigh) { $0.change.interval?.upperBound },
    ]
  }

  /// - Parameter prefix: what the names begin with: which file they are of.
  private func itemFields(_ prefix: String) -> [Field<ItemStatistics>] {
    let columns = words.columns
    let rest = Field<ItemStatistics>(
      column: DataTable.Column("\(prefix)_item_rest", columns.itemRest, .number)
    ) { item in
      item.itemRest.absence == .withheld
        ? .text(Absence.withheldMark) : ChangeColumns.cell(item.itemRest.value)
    }
    let figures: [Field<ItemStatistics>] = [
      .count("\(prefix)_n", words.data.people) { $0.people },
      .number("\(prefix)_mean", words.data.meanLevel) { $0.mean.value },
      .number("\(prefix)_sd", columns.deviation) { $0.standardDeviation.value }, rest,
      .share("\(prefix)_lowest", columns.lowest) { $0.share(of: $0.lowest) },
      .share("\(prefix)_highest", columns.highest) { $0.share(of: $0.highest) },
    ]
    let levels = agreement.levels.enumerated().map { place, label in
      let label = label.text(in: language)
      let title = words.data.level(place + 1, label)
      return Field<ItemStatistics>.count(
        "\(prefix)_level_\(place + 1)", columns.level(place + 1, label, title: title)
      ) { $0.levels[place] }
    }
    return figures + levels
  }

  /// Every statement, a row each.
  var table: DataTable {
    let (data, columns) = (words.data, words.columns)
    let (first, second) = (itemFields("first"), itemFields("second"))
    var table = DataTable(
      name: "agreement", title: words.statements, meaning: words.statementsMeaning,
      columns: [
        .init("made_up", data.madeUpPeople, .flag),
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("statement", columns.wording, .text), .init("area", data.areaID, .text),
      ] + ratingFields.map(\.column) + [
        .init("one_sided", columns.oneSided, .integer), .init("look_first", columns.look, .flag),
        .init("note", data.note, .text),
      ] + first.map(\.column) + second.map(\.column))
    for statement in agreement.statements {
      let ratings = statement.ratings.value
      let absence = statement.ratings.absence ?? ratings?.kappa.absence
      let names: [CSV.Cell] = [
        .text(agreement.isMadeUp ? "yes" : "no"), .text(statement.competency.id.description),
        .text(title(of: statement)),
        .text(statement.competency.statement.text(in: language)),
        .text(statement.area.description),
      ]
      let remarks: [CSV.Cell] = [
        statement.oneSided.value.map { .integer($0) }
          ?? .text(statement.oneSided.absence?.mark ?? ""),
        .text(ratings.map { $0.isWeak ? "yes" : "no" } ?? ""),
        .text(absence.map(words.reason) ?? ""),
      ]
      table.append(
        names + cells(statement.ratings, ratingFields) + remarks
          + cells(statement.first ?? .none(.noAnswers), first)
          + cells(statement.second ?? .none(.noAnswers), second))
    }
    return table
  }

  /// Every area, a row each.
  var areas: DataTable {
    let (data, columns) = (words.data, words.columns)
    let fields: [Field<RatingAgreement.AreaMeans>] = [
      .count("n", columns.pairs) { $0.people },
      .number("icc", columns.agreement) { $0.agreement.value?.value },
      .number("icc_low", columns.agreementLow) { $0.agreement.value?.interval?.lowerBound },
      .number("icc_high", columns.agreementHigh) { $0.agreement.value?.interval?.upperBound },
      .number("correlation", columns.correlation) { $0.correlation.value?.value },
      .number("correlation_low", columns.correlationLow) {
        $0.correlation.value?.interval?.lowerBound
      },
      .number("correlation_high", columns.correlationHigh) {
        $0.correlation.value?.interval?.upperBound
      },
      .number("difference", columns.difference) { $0.difference },
      .number("difference_low", columns.differenceLow) { $0.interval?.lowerBound },
      .number("difference_high", columns.differenceHigh) { $0.interval?.upperBound },
    ]
    let (first, second) = (
      [Field<Reliability>.number("first_alpha", columns.firstAlpha) { $0.alpha }],
      [Field<Reliability>.number("second_alpha", columns.secondAlpha) { $0.alpha }]
    )
    var table = DataTable(
      name: "areas", title: words.areas, meaning: words.areasMeaning,
      columns: [
        .init("area", data.areaID, .text), .init("title", data.area, .text),
        .init("statements", columns.statements, .integer),
      ] + fields.map(\.column) + first.map(\.column) + second.map(\.column) + [
        .init("note", data.note, .text)
      ])
    for row in agreement.areas {
      let absence = row.means.absence ?? row.means.value?.agreement.absence
      table.append(
        [
          .text(row.area.id.description), .text(row.area.title.text(in: language)),
          .integer(row.statements),
        ] + cells(row.means, fields) + cells(row.firstReliability, first)
          + cells(row.secondReliability, second) + [.text(absence.map(words.reason) ?? "")])
    }
    return table
  }
}
