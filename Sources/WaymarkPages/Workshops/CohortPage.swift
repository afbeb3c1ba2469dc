package import Waymark
package import WaymarkBasics

/// What a cohort needs, in each format.
package enum CohortPage {
  /// Every statement as a table.
  package static func csv(_ words: CohortWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func json(_ words: CohortWords) throws -> String {
    try JSON.document(
      .cohortNeeds,
      [
        "cohort": .string(words.cohort.id.description),
        "campaigns": .array(words.cohort.campaigns.map { .string($0.description) }),
        "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")),
        "statements": words.table.json,
        "named": words.namedTable?.json ?? .array([]),
      ])
  }
}

/// The sentences and the table of what a cohort needs, the same in every format.
package struct CohortWords {
  let cohort: Cohort
  let isMadeUp: Bool
  private let report: CohortReport
  private let language: LanguageTag

  /// - Parameter isMadeUp: whether the people of a campaign were made up.
  package init(
    _ cohort: Cohort, _ report: CohortReport, isMadeUp: Bool, language: LanguageTag = .english
  ) {
    self.cohort = cohort
    self.report = report
    self.isMadeUp = isMadeUp
    self.language = language
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      "Cohort: \(cohort.id)", notice: notice, summary: summary,
      entries: Page.Section("What is missing most", findings: most),
      lists: [
        Page.Section("Where nobody here could teach", lines: withoutTeacher),
        Page.Section("Where all are at or above what is usual", lines: reached),
      ], tables: report.people.value == nil ? [] : [table])
  }

  var notice: [String] {
    [report.named.notice]
      + InternalNotice.sentences(isMadeUp: isMadeUp, minimumGroup: report.minimumGroup)
  }

  private var summary: [String] {
    let campaigns = cohort.campaigns.map(\.description).joined(separator: ", ")
    let source = "of the campaign\(cohort.campaigns.count == 1 ? "" : "s") \(campaigns)"
    let members = cohort.conditions.map { condition in
      "\(condition.grouping) is \(condition.groups.joined(separator: " or "))"
    }
    let who = members.isEmpty ? "" : ", where " + members.joined(separator: " and ")
    guard let count = report.people.value else {
      return [
        "Fewer than \(report.minimumGroup.people) people \(source)\(who): nothing is said of them."
      ]
    }
    guard count > 0 else { return ["Nobody \(source)\(who) is in it."] }
    let people = count == 1 ? "1 person" : "\(count) people"
    let below = report.needs.count
    return [
      "\(people) \(source)\(who).",
      below == 0
        ? "Nobody is below what is usual for their role."
        : "In \(CommonWords().statements(below)) somebody is below what is usual.",
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
    report.needs.filter { $0.row.levels.value?.couldTeach == 0 }.map { name($0.row.competency) }
  }

  /// The statements in which all who are compared are at or above what is usual.
  private var reached: [String] {
    report.rows.filter { row in
      row.comparison.value.map { $0.below == 0 && $0.compared > 0 } ?? false
    }.map { name($0.competency) }
  }

  private func facts(_ row: CohortReport.Row, _ said: CohortReport.Comparison) -> [String] {
    var room: [String] = []
    if let levels = row.levels.value {
      let counts = levels.counts.enumerated().map { "\($1) on \($0 + 1)" }
      room = [
        "In the room: \(counts.joined(separator: ", ")).",
        levels.couldTeach == 0
          ? "Nobody here could teach it." : "\(levels.couldTeach) could teach it.",
      ]
    }
    let bases = said.lacking.map { base in
      "Of those below, \(base.people) \(base.people == 1 ? "is" : "are") below in "
        + "\(name(base.competency)) too, which comes before it."
    }
    let verb = said.below == 1 ? "is" : "are"
    let levels = "\(said.missing) level\(said.missing == 1 ? "" : "s")"
    let finding =
      "\(said.below) of \(said.compared) \(verb) below what is usual, by \(levels) together."
    let scope =
      said.isForFew
      ? "Few roles here ask for it: one who can do it may be enough."
      : "Most roles here ask for it: it is for everyone."
    return [finding, scope] + room + bases + report.named.facts(on: [row.competency.id])
  }

  /// Those who agreed to be named; `nil` for nobody.
  var namedTable: DataTable? {
    report.named.table(isMadeUp: isMadeUp, framework: report.framework, language: language)
  }

  private func name(_ competency: Competency) -> String {
    "\(competency.title.text(in: language)) (\(competency.id))"
  }

  /// Every statement, a row each, in the framework's order.
  var table: DataTable {
    var table = DataTable(
      name: "needs", title: "Every statement",
      meaning: "How many people of the cohort are below what is usual for their own role.",
      columns: [
        .init("made_up", "Made up", "Whether these people were made up.", .flag),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "Rated", "How many gave a level.", .integer),
        .init("compared", "Compared", "How many have a role that asks for it.", .integer),
        .init("below", "Below", "How many of these are below what is usual.", .integer),
        .init(
          "at_or_above", "At or above", "How many of these are at or above what is usual.", .integer
        ),
        .init(
          "for", "For", "Whether most roles here ask for it or few: one who can may be enough.",
          .codes([.init(value: "everyone", label: "everyone"), .init(value: "few", label: "few")])),
        .init("missing", "Levels", "How many levels they are missing together.", .integer),
        .init("could_teach", "Could teach", "How many are on the highest two levels.", .integer),
      ]
        + report.framework.scale.steps.map { step in
          .init(
            "level_\(step.level.rank)", "Level \(step.level.rank)",
            "How many are on level \(step.level.rank).", .integer)
        })
    let mark = CSV.Cell.text(Absence.withheldMark)
    for row in report.rows {
      let (levels, said) = (row.levels.value, row.comparison.value)
      func cell(_ number: Int?) -> CSV.Cell { number.map(CSV.Cell.integer) ?? mark }
      table.append(
        [
          .text(isMadeUp ? "yes" : "no"), .text(row.competency.id.description),
          .text(row.competency.title.text(in: language)), cell(levels?.rated),
          cell(said?.compared), cell(said?.below), cell(said?.atOrAbove),
          said.map { .text($0.isForFew ? "few" : "everyone") } ?? mark, cell(said?.missing),
          cell(levels?.couldTeach),
        ] + report.framework.scale.steps.indices.map { cell(levels?.counts[$0]) })
    }
    return table
  }
}
