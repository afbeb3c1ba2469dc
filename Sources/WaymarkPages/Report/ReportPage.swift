package import Waymark
package import WaymarkBasics

/// The report as one page that can be read, printed and kept; it runs no script and fetches nothing.
///
/// What a figure shows stands in a table as well, from the same rounded words. As text and Markdown it
/// begins with a summary for a board.
package struct ReportPage {
  let report: GapReport
  let words: ReportWords

  private init(_ report: GapReport, words: ReportWords) {
    self.report = report
    self.words = words
  }

  package static func page(_ report: GapReport, words: ReportWords) -> Page {
    ReportPage(report, words: words).page.speaking(report.spoken)
  }

  var sentences: ReportSentences { ReportSentences(report: report, words: words) }
  var overall: GapReport.Tables { report.overall }
  var minimum: Int { report.minimumGroup.people }

  private var page: Page {
    let (sentences, isMadeUp) = (sentences, report.campaign.isMadeUp)
    return Page(
      sentences.title,
      header: [
        Page.Paragraph(
          [words.common.framework(report.frameworkTitle), sentences.period] + sentences.made
            + words.ownView, .soft),
        Page.Paragraph(warningOf: report.campaign, words: words.common), internalNotice,
        Page.Paragraph(marking: sentences.finding, .lead),
        sentences.coreForm.isEmpty ? nil : Page.Paragraph(sentences.coreForm),
      ],
      sections: [summary, numbers, Page.Section(toDoOf: report, words)] + figures + changed + groups
        + [plan, raised].map(shown)
        + [answered] + needed + [revision.flatMap(shown), method] + scales + [everyStatement]
        + (overall.respondents == 0 ? [] : levels) + [data],
      footer: [
        isMadeUp ? words.common.madeUpNotice : nil, words.pageIsInternal,
        words.common.madeWithWaymark,
      ].compactMap { $0 },
      styles: [ReportStyle.sheet, ReportStyle.internalPages]
        + (isMadeUp ? [ReportStyle.madeUpPages] : []))
  }

  private var internalNotice: Page.Paragraph {
    Page.Paragraph(
      [
        Page.Phrase([.strong(words.pageIsInternal)]),
        Page.Phrase(marking: words.protection(minimum)),
      ], .notice)
  }

  private var tables: ReportTables { ReportTables(report, words: words) }

  /// What changed, and what weights change.
  private var changed: [Page.Section?] {
    tables.comparison.map { table in
      shown(section(of: table, chart: table.name == "change" ? changeChart : nil))
    } + tables.weighting.map { shown(section(of: $0)) }
  }

  /// What services need, and who is willing to serve.
  private var needed: [Page.Section?] {
    (tables.service + tables.willingness).map { shown(section(of: $0)) }
  }

  /// How far the numbers can be relied on.
  private var scales: [Page.Section?] { tables.scales.map { shown(section(of: $0)) } }

  /// A section that is the same on every page; where too few answered, not on that for a browser, which
  /// then says no more than that.
  private func shown(_ section: Page.Section?) -> Page.Section? {
    switch overall.respondents {
    case 0?: nil
    case nil: section.map { Page.Section($0.heading, for: .document, $0.blocks) }
    default: section
    }
  }

  private func section(of table: DataTable, chart: Page.Chart? = nil) -> Page.Section {
    table.section(id: table.name, chart: chart, words: words.common)
  }

  private var method: Page.Section {
    Page.Section(
      words.methodHeading, id: "method",
      [.list((sentences.method + [words.areasMethod]).map { Page.Phrase(marking: $0) })])
  }

  /// The files of the report.
  private var data: Page.Section {
    var files: [(StaticString, String)] = [
      ("report.html", words.reportPage), ("report.xlsx", words.reportBook),
      ("report.md", words.reportText), ("report.json", words.reportJSON),
      ("datapackage.json", words.dataPackage),
      ("data/competencies.csv", words.statementsFile), ("data/areas.csv", words.areasFile),
    ]
    if !report.breakdowns.isEmpty { files.append(("data/groups.csv", words.groupsFile)) }
    let further = tables.further.map { table in
      Page.Phrase([.code("data/\(table.name).csv"), .plain(words.file(table.title))])
    }
    return Page.Section(
      words.filesHeading, id: "files",
      [
        .list(
          files.map { Page.Phrase([.file($0), .plain($1)]) } + further
            + [Page.Phrase([.code("charts/*.svg"), .plain(words.chartFiles)])])
      ])
  }
}

extension ReportPage {
  /// The summary for a board, on one page of a document: five numbers, the three largest gaps, what is
  /// withheld and a line on the method; `nil` where nobody is spoken of.
  private var summary: Page.Section? {
    let numbers = sentences.numbers
    guard !numbers.isEmpty else { return nil }
    let gaps = report.largestGaps(3).map { gap in
      Page.Entry(Page.Phrase([.strong(gap.competency.title), .plain(words.gap(gap.below))]))
    }
    return Page.Section(
      nil, for: .document,
      [.list(numbers.map { Page.Phrase($0) })]
        + (gaps.isEmpty
          ? []
          : [
            .paragraph(Page.Paragraph([words.largestGaps(order: sentences.order)])),
            .entries(gaps, isSpaced: false),
          ])
        + [
          .paragraph(Page.Paragraph(marking: [sentences.withheld])),
          .paragraph(Page.Paragraph([words.howToRead])),
        ])
  }

  /// The same numbers, before the drawings.
  private var numbers: Page.Section? {
    let numbers = sentences.numbers
    return numbers.isEmpty
      ? nil : Page.Section(nil, for: .browser, [.list(numbers.map { Page.Phrase($0) })])
  }
}

extension ReportPage {
  /// Who answered, and what is withheld.
  private var answered: Page.Section {
    let people =
      switch overall.respondents {
      case nil: words.fewAnswered(minimum)
      case 0?: words.nobody
      case let number?: words.answered(number)
      }
    let opened = report.supplement.opened.map(words.common.opened)
    let completion = report.completion.map { words.completion($0.given, of: $0.asked) }
    return Page.Section(
      words.answeredHeading, id: "answered", for: .browser,
      [
        .paragraph(
          Page.Paragraph([people, sentences.silence, opened, completion].compactMap { $0 }))
      ]
        + report.breakdowns.filter { !$0.groups.isEmpty }.map { .table(participation($0)) }
        + [.paragraph(Page.Paragraph(marking: [sentences.withheld]))])
  }

  /// How many people of each group answered, and where it is known who was invited, how many have
  /// not answered.
  private func participation(_ breakdown: GapReport.Breakdown) -> Page.Table {
    let (headings, common) = (words.headings, words.common)
    let invited = report.invited(by: breakdown.id)
    guard !invited.isEmpty else {
      return Page.Table(
        breakdown.title, columns: [headings.group, headings.people],
        rows: breakdown.groups.map { [$0.label, common.number($0.tables.respondents)] })
    }
    return Page.Table(
      breakdown.title,
      columns: [headings.group, headings.invited, headings.answered, headings.notAnswered],
      rows: breakdown.groups.map { group in
        let people = group.tables.respondents
        let asked = invited[group.id]
        let silent =
          switch (asked, people) {
          case (_, nil): Absence.withheldMark
          case (nil, _): words.notKnown
          case (let asked?, let people?): "\(max(0, asked - people))"
          }
        return [
          group.label, asked.map(String.init) ?? words.notKnown, common.number(people), silent,
        ]
      })
  }
}

extension ReportPage {
  /// What the answers say of each part of the strategic plan; `nil` without a plan.
  private var plan: Page.Section? {
    guard let plan = report.planReport else { return nil }
    let (words, headings, figures) = (words.plan, words.headings, words.figures)
    let none = self.words.common.none
    let name = words.name(plan.title, version: plan.version)
    let kinds: [(StrategicPlanReport.Part.Kind, String)] = [
      (.sphere, words.spheres), (.action, words.actions),
    ]
    let overview = kinds.map { kind, heading in
      Page.Block.table(
        Page.Table(
          heading,
          columns: [
            headings.partOfPlan, headings.statements, headings.belowUsual, headings.interval,
          ],
          rows: plan.parts.filter { $0.kind == kind }.map { part in
            [
              part.title, "\(part.joined)",
              part.statements.isEmpty ? none : figures.share(part.below),
              part.statements.isEmpty ? none : figures.interval(part.below),
            ]
          }, isNamed: true))
    }
    return Page.Section(
      words.heading, id: "plan",
      [
        .paragraph(
          Page.Paragraph(
            [report.planEnded.map { words.ended(name, in: $0) } ?? words.sentence(name)]))
      ] + overview
        + plan.parts.filter { $0.kind == .objective }.flatMap { part -> [Page.Block] in
          [
            .heading("\(part.id) \(part.title)"),
            .paragraph(Page.Paragraph(sentences.sentences(on: part))),
            .paragraph(Page.Paragraph([part.note], .soft)),
          ]
        })
  }

  /// What raised targets would change; `nil` where none was asked for.
  private var raised: Page.Section? {
    guard !report.raisedTargets.isEmpty else { return nil }
    let headings = words.headings
    return Page.Section(
      words.plan.raisedHeading, id: "raised",
      [
        .table(
          Page.Table(
            words.plan.raisedTable,
            columns: [
              headings.roleAndStatement, headings.levelNow, headings.levelThen, headings.people,
              headings.belowNow, headings.belowThen, headings.more,
            ], rows: report.raisedTargets.map(cells)))
      ])
  }

  private func cells(_ target: RaisedTarget) -> [String] {
    let counts: [KeyPath<RaisedTarget.People, Int>] = [\.rated, \.belowNow, \.belowThen, \.more]
    return [
      words.plan.raised(target.role, target.title),
      target.usual.map { "\($0.rank)" } ?? words.common.none, "\(target.change.level.rank)",
    ] + counts.map { count in words.figures.figure(target.people) { "\($0[keyPath: count])" } }
  }

  /// What the answers say about the statements themselves; `nil` where no statement has a sign.
  private var revision: Page.Section? {
    let (evidence, headings) = (report.revisionEvidence(5), words.headings)
    let tables = RevisionEvidence.Sign.allCases.compactMap { sign -> Page.Block? in
      guard let items = evidence.items[sign], !items.isEmpty else { return nil }
      return .table(
        Page.Table(
          words.plan.sign(sign), columns: [headings.statement, headings.answers, headings.share],
          rows: items.map {
            [
              $0.row.title, words.figures.count($0.count, of: $0.total),
              Decimal.percent($0.share),
            ]
          }, isNamed: true))
    }
    guard !tables.isEmpty else { return nil }
    return Page.Section(
      words.plan.revisionHeading, id: "revision",
      [.paragraph(Page.Paragraph(words.plan.revision))] + tables)
  }
}

/// The tables of levels of a document, which has room for all of them.
extension ReportPage {
  /// Everybody, then the groups of each breakdown, one by one.
  var levels: [Page.Section] {
    [
      Page.Section(
        words.everybody, for: .document, blocks(overall, of: Page.Block.heading))
    ]
      + report.breakdowns.map { breakdown in
        Page.Section(
          name(breakdown), for: .document,
          breakdown.groups.flatMap { group in
            [.heading(group.label)] + blocks(group.tables, of: Page.Block.subheading)
          })
      }
  }

  /// The groups of each breakdown at a glance.
  var glances: Page.Section? {
    guard !report.breakdowns.isEmpty, overall.respondents != 0 else { return nil }
    return Page.Section(
      words.charts.groupsHeading, for: .document, report.breakdowns.map { .table(glance($0)) })
  }

  private func name(_ breakdown: GapReport.Breakdown) -> String {
    let isNamedByItself = breakdown.title.lowercased() == breakdown.id.lowercased()
    return words.by(breakdown.id, isNamedByItself ? nil : breakdown.title)
  }

  /// The share below usual in each area, a row a group, before the groups one by one.
  private func glance(_ breakdown: GapReport.Breakdown) -> Page.Table {
    Page.Table(
      words.glance(name(breakdown)),
      columns: [words.headings.group, words.headings.people]
        + overall.areas.map { words.figures.area($0.id, $0.title) },
      rows: breakdown.groups.map { group in
        [group.label, words.common.number(group.tables.respondents)]
          + group.tables.areas.map { area in
            words.figures.figure(area.below) { Decimal.percent($0.share) }
          }
      }, isNamed: true)
  }

  private func blocks(
    _ tables: GapReport.Tables, of heading: (String) -> Page.Block
  ) -> [Page.Block] {
    guard let respondents = tables.respondents else {
      return [.paragraph(Page.Paragraph(marking: words.groupWithheld(minimum)))]
    }
    let columns = figureColumns
    return [
      .paragraph(Page.Paragraph([words.peopleAnswered(respondents)])),
      .table(areaTable(tables.areas, columns)),
    ]
      + tables.areas.flatMap { area -> [Page.Block] in
        let name = words.figures.area(area.id, area.title)
        return [
          heading(name),
          .table(
            statementTable(name, tables.competencies.filter { $0.area == area.id }, columns)),
        ]
      }
  }

  private func areaTable(_ areas: [GapReport.AreaRow], _ columns: [String]) -> Page.Table {
    Page.Table(
      words.areas,
      columns: [words.headings.area, words.headings.statements, words.headings.people] + columns,
      rows: areas.map { area in
        [words.figures.area(area.id, area.title), words.common.number(area.figures?.joined)]
          + texts(area.figures, columns)
      })
  }

  private func statementTable(
    _ name: String, _ competencies: [GapReport.CompetencyRow], _ columns: [String]
  ) -> Page.Table {
    Page.Table(
      name,
      [.words(words.headings.statement), .numbers(words.headings.people)]
        + columns.map { .numbers($0) },
      competencies.map { row in
        let name = Page.Phrase([
          .plain("\(row.title) ("), .code(row.id.description), .plain(")"),
        ])
        return Page.Table.Row([name] + texts(row.figures, columns).map { Page.Phrase(cell: $0) })
      })
  }

  private var figureColumns: [String] {
    let headings = words.headings
    return [headings.belowUsual, headings.share, headings.interval, headings.meanLevel]
      + report.levelLabels.enumerated().map { words.data.level($0 + 1, $1) }
      + [headings.notMyWork, headings.cannotJudge, headings.skipped, headings.notAsked]
  }

  /// How many people gave a level, then what stands in each of the columns.
  private func texts(_ figures: GapReport.Figures?, _ columns: [String]) -> [String] {
    guard let figures else {
      return Array(repeating: Absence.withheldMark, count: columns.count + 1)
    }
    let figure = words.figures
    return [
      "\(figures.people)",
      figure.figure(figures.below) { figure.count($0.count, of: $0.total) },
      figure.figure(figures.below) { Decimal.percent($0.share) },
      figure.interval(figures.below),
      figure.figure(figures.mean) { Decimal.text($0, places: 1) },
    ] + figures.levels.map(String.init)
      + [figures.notPartOfMyWork, figures.cannotJudge, figures.skipped, figures.notAsked]
      .map(String.init)
  }
}
