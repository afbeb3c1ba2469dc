package import Waymark
package import WaymarkBasics

/// What a cohort needs, in each format.
package struct CohortPage {
  private let cohort: Cohort
  private let report: CohortReport
  private let isMadeUp: Bool
  private let words: CohortWords
  private let language: LanguageTag
  private let named: NamedPeoplePart

  /// - Parameter isMadeUp: whether the people of a campaign were made up.
  package init(
    _ cohort: Cohort, _ report: CohortReport, isMadeUp: Bool, words: CohortWords,
    language: LanguageTag = .english
  ) {
    self.cohort = cohort
    self.report = report
    self.isMadeUp = isMadeUp
    self.words = words
    self.language = language
    named = NamedPeoplePart(named: report.named, words: words.named)
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      words.title(cohort.id.description), notice: notice, summary: summary,
      entries: Page.Section(words.missingMost, findings: most),
      lists: [
        Page.Section(words.withoutTeacher, lines: withoutTeacher),
        Page.Section(words.reached, lines: reached),
      ], tables: report.people.value == nil ? [] : [table], words: words.common
    ).speaking(FrameworkTexts(report.framework))
  }

  /// Every statement as a table.
  package var csv: String { table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package func json() throws -> String {
    let named = named.table(isMadeUp: isMadeUp, framework: report.framework, language: language)
    return try JSON.document(
      .cohortNeeds,
      [
        "cohort": .string(cohort.id.description),
        "campaigns": .array(cohort.campaigns.map { .string($0.description) }),
        "madeUp": .bool(isMadeUp), "notice": .string(notice.joined(separator: " ")),
        "statements": table.json, "named": named?.json ?? .array([]),
      ])
  }

  private var notice: [String] {
    [named.notice]
      + InternalNotice.sentences(
        isMadeUp: isMadeUp, minimumGroup: report.minimumGroup, words: words.common)
  }

  private var summary: [String] {
    let source = words.source(cohort.campaigns.map(\.description), where: cohort.conditions)
    guard let people = report.people.value else {
      return [words.tooFew(source, fewest: report.minimumGroup.people)]
    }
    guard people > 0 else { return [words.nobody(source)] }
    let below = report.needs.count
    return [
      words.people(people, source),
      !report.comparesAnybody
        ? words.common.nothingCompared(hasUsualLevels: report.framework.hasUsualLevels)
        : below == 0 ? words.nobodyBelow : words.somebodyBelow(in: below),
    ]
  }

  /// What most levels are missing in; ten at most.
  private var most: [(title: String, facts: [String])] {
    report.needs.prefix(10).map { row, comparison in
      (title: name(row.competency), facts: facts(row, comparison))
    }
  }

  /// The statements that somebody is below in and nobody here could teach.
  private var withoutTeacher: [String] {
    report.needs.filter { $0.row.levels.value?.hasTeacher == false }.map { name($0.row.competency) }
  }

  /// The statements in which all who are compared are at or above what is usual.
  private var reached: [String] {
    report.rows.filter { row in
      row.comparison.value.map { $0.extent == .nobody && $0.compared > 0 } ?? false
    }.map { name($0.competency) }
  }

  private func facts(_ row: CohortReport.Row, _ said: CohortReport.Comparison) -> [String] {
    let (shortfall, extent): (CohortReport.Shortfall?, String?) =
      switch said.extent {
      case .nobody: (nil, nil)
      case .upToHalf: (nil, words.someBelow(of: said.compared))
      case .moreThanHalf: (nil, words.mostBelow(of: said.compared))
      case .counted(let shortfall):
        (
          shortfall,
          words.below(shortfall.below, of: said.compared, missing: shortfall.missing)
        )
      }
    return [extent, said.isForFew ? words.forFew : words.forEveryone].compactMap { $0 }
      + (row.levels.value.map(levels) ?? [])
      + (shortfall?.lacking.map { words.alsoBelow($0.people, in: name($0.competency)) } ?? [])
      + named.facts(on: [row.competency.id])
  }

  private func levels(_ levels: CohortReport.Levels) -> [String] {
    guard let room = levels.room else {
      return [levels.hasTeacher ? words.somebodyCouldTeach : words.couldTeach(0)]
    }
    return [words.room(room.counts, of: levels.rated), words.couldTeach(room.couldTeach)]
  }

  private func name(_ competency: Competency) -> String {
    words.common.name(competency.title.text(in: language), id: competency.id)
  }

  /// Every statement, a row each, in the framework's order.
  private var table: DataTable {
    let (few, everyone) = ("few", "everyone")
    let steps = report.framework.scale.steps
    var table = DataTable(
      name: "needs", title: words.table, meaning: words.tableMeaning,
      columns: [
        .init("made_up", words.columns.madeUp, .flag),
        .init("competency", words.columns.statementID, .text),
        .init("title", words.columns.statement, .text), .init("n", words.columns.rated, .integer),
        .init("compared", words.columns.compared, .integer),
        .init("below", words.columns.below, .integer),
        .init("at_or_above", words.columns.atOrAbove, .integer),
        .init(
          "for", words.columns.audience,
          .codes([
            .init(value: everyone, label: words.everyone), .init(value: few, label: words.few),
          ])),
        .init("missing", words.columns.missing, .integer),
        .init("could_teach", words.columns.couldTeach, .integer),
      ]
        + steps.map {
          .init("level_\($0.level.rank)", words.columns.level($0.level.rank), .integer)
        })
    let mark = CSV.Cell.text(Absence.withheldMark)
    for row in report.rows {
      let (levels, said) = (row.levels.value, row.comparison.value)
      let below: (people: Int, missing: Int)? =
        switch said?.extent {
        case .nobody: (0, 0)
        case .counted(let shortfall): (shortfall.below, shortfall.missing)
        case .upToHalf, .moreThanHalf, nil: nil
        }
      let atOrAbove = said.flatMap { said in below.map { said.compared - $0.people } }
      func cell(_ number: Int?) -> CSV.Cell { number.map(CSV.Cell.integer) ?? mark }
      table.append(
        [
          .text(isMadeUp ? "yes" : "no"), .text(row.competency.id.description),
          .text(row.competency.title.text(in: language)), cell(levels?.rated),
          cell(said?.compared), cell(below?.people), cell(atOrAbove),
          said.map { .text($0.isForFew ? few : everyone) } ?? mark, cell(below?.missing),
          cell(levels?.room?.couldTeach),
        ] + steps.indices.map { cell(levels?.room?.counts[$0]) })
    }
    return table
  }
}
