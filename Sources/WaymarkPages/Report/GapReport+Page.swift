package import Waymark
import WaymarkBasics

extension GapReport {
  /// The report as one page that can be read, printed and kept; it runs no script and fetches nothing.
  ///
  /// What a figure shows stands in a table as well, from the same rounded words.
  package var html: String { page.html }

  /// The report for people to read as plain text; it begins with a summary for a board.
  package var markdown: String { page.markdown }

  private var page: Page {
    Page(
      title,
      header: [
        Page.Paragraph(
          [
            "\(frameworkTitle).", period, "People rated themselves.",
            "This is their own view, not a test.",
          ], .soft),
        campaign.madeUpNotice, internalNotice, Page.Paragraph(marking: findingSentences, .lead),
      ],
      sections: [summary] + figures + statistics
        + [everyStatement, answered] + (overall.respondents == 0 ? [] : levels) + [method, data],
      footer: [
        campaign.isMadeUp ? Self.madeUpNotice : nil, "This report is \(Self.internalNotice).",
        "Made with Waymark.",
      ].compactMap { $0 },
      styles: [ReportStyle.sheet, ReportStyle.internalPages]
        + (campaign.isMadeUp ? [ReportStyle.madeUpPages] : []))
  }

  private var period: String {
    switch (campaign.opens, campaign.closed ?? campaign.closes) {
    case (let opens?, let closes?): "Answers from \(opens) to \(closes)."
    case (let opens?, nil): "Answers from \(opens)."
    case (nil, let closes?): "Answers up to \(closes)."
    case (nil, nil): "Campaign \(campaign.id)."
    }
  }

  private var internalNotice: Page.Paragraph {
    Page.Paragraph(
      [
        Page.Phrase([.strong("This report is \(Self.internalNotice).")]),
        Page.Phrase(
          marking: "Groups of fewer than \(minimumGroup.people) people are withheld and marked "
            + "\(Absence.withheldMark), but they could still be worked out from other figures."),
      ], .notice)
  }

  /// The sections that are the same on every page; where too few answered, not on that for a browser,
  /// which then says no more than that.
  private var statistics: [Page.Section?] {
    guard overall.respondents != 0 else { return [] }
    let sections =
      [plan, raised, revision].compactMap { $0 }
      + comparisonTables.map { table in
        table.section(id: table.name, figure: table.name == "change" ? changeFigure : nil)
      }
      + (serviceTables + scaleTables + weightingTables + willingnessTables).map {
        $0.section(id: $0.name)
      }
    guard overall.respondents == nil else { return sections }
    return sections.map { Page.Section($0.heading, for: .document, $0.blocks) }
  }

  private var method: Page.Section {
    let sentences =
      methodSentences + ["An area joins the ratings of those of its statements that are shown."]
    return Page.Section(
      "Method and limits", id: "method", [.list(sentences.map { Page.Phrase(marking: $0) })])
  }

  /// The files of the report.
  private var data: Page.Section {
    let files: [(StaticString, String)] =
      [
        ("report.html", "this report to read and to print"),
        ("report.xlsx", "the tables as a spreadsheet"),
        ("report.md", "the same to read as plain text, with a summary for a board"),
        ("report.json", "the same for programs"),
        ("datapackage.json", "what every column of the data means, for people and programs"),
        ("data/competencies.csv", "a row a statement"), ("data/areas.csv", "a row an area"),
      ]
      + (breakdowns.isEmpty ? [] : [("data/groups.csv", "the groups")])
    return Page.Section(
      "The data", id: "files",
      [.list(files.map { Page.Phrase([.file($0), .plain(": \($1)")]) })])
  }
}

extension GapReport {
  /// The summary for a board, on one page of a document: five numbers, the three largest gaps, what is
  /// withheld and a line on the method; `nil` where nobody is spoken of.
  private var summary: Page.Section? {
    guard overall.respondents ?? 0 > 0 else { return nil }
    let gaps = largestGaps(3).map { gap in
      Page.Entry(
        Page.Phrase([
          .strong(gap.competency.title),
          .plain(
            ": \(ReportWords.share(gap.below, of: "people compared")), 95 % interval "
              + "\(ReportWords.interval(.value(gap.below)))."),
        ]))
    }
    return Page.Section(
      nil, for: .document,
      [.list(numbers.map { Page.Phrase($0) })]
        + (gaps.isEmpty
          ? []
          : [
            .paragraph(Page.Paragraph(["The largest gaps:"])), .entries(gaps, isSpaced: false),
          ])
        + [
          .paragraph(Page.Paragraph(marking: [withheldSentence])),
          .paragraph(
            Page.Paragraph([
              "People rated themselves against what is usual for their own role; the intervals cover "
                + "chance, not who chose to answer."
            ])),
        ])
  }

  /// The five numbers of the summary, a sentence or two each.
  private var numbers: [String] {
    let sum = sum
    return [
      ReportWords.answered(overall.respondents ?? 0)
        + (silenceSentence.map { " " + $0 } ?? " How many were invited is not known."),
      completion.map {
        "\(Decimal.percent(Double($0.given) / Double($0.asked))) of the answers asked for were given."
      } ?? "No answers were asked for.",
      sum.ratings == 0
        ? "No rating could be compared with what is usual."
        : "\(Decimal.percent(Double(sum.below) / Double(sum.ratings))) of the ratings are below what is "
          + "usual (\(sum.below) of \(sum.ratings)).",
      sum.furthestArea.flatMap { area in
        area.figures?.below.value.map {
          "The area furthest from usual is \(area.title): \(ReportWords.share($0, of: "ratings"))."
        }
      } ?? "No area could be compared with what is usual.",
      "In \(sum.mostlyBelow) of \(sum.statements) statements shown, more than half of those compared "
        + "are below usual.",
    ]
  }
}

extension GapReport {
  /// What the answers say of each part of the strategic plan; `nil` without a plan.
  private var plan: Page.Section? {
    guard let plan = planReport else { return nil }
    let kinds: [(StrategicPlanReport.Part.Kind, String)] = [
      (.sphere, "Spheres"), (.action, "Areas of action"),
    ]
    let overview = kinds.map { kind, name in
      Page.Block.table(
        Page.Table(
          name, columns: ["Part of the plan", "Statements", "Below usual", "95 % interval"],
          rows: plan.parts.filter { $0.kind == kind }.map { part in
            [
              part.title, "\(part.statements.count)",
              part.statements.isEmpty ? "none" : ReportWords.share(part.below),
              part.statements.isEmpty ? "none" : ReportWords.interval(part.below),
            ]
          }, isNamed: true))
    }
    return Page.Section(
      "What this says of the strategic plan", id: "plan",
      [.paragraph(Page.Paragraph(["\(plan.name)."]))] + overview
        + plan.parts.filter { $0.kind == .objective }.flatMap { part -> [Page.Block] in
          [
            .heading("\(part.id) \(part.title)"),
            .paragraph(Page.Paragraph(sentences(on: part))),
            .paragraph(Page.Paragraph([part.note], .soft)),
          ]
        })
  }

  /// What raised targets would change; `nil` where none was asked for.
  private var raised: Page.Section? {
    guard !raisedTargets.isEmpty else { return nil }
    return Page.Section(
      "If a role asked for another level", id: "raised",
      [
        .table(
          Page.Table(
            "How many people another target would put below it", columns: Self.raisedColumns,
            rows: raisedTargets.map(\.cells)))
      ])
  }

  /// What the answers say about the statements themselves; `nil` where no statement has a sign.
  private var revision: Page.Section? {
    let evidence = revisionEvidence(5)
    let tables = RevisionEvidence.Sign.allCases.compactMap { sign -> Page.Block? in
      guard let items = evidence.items[sign], !items.isEmpty else { return nil }
      return .table(
        Page.Table(
          sign.heading, columns: ["Statement", "Answers", "Share"],
          rows: items.map {
            [$0.row.title, "\($0.count) of \($0.total)", Decimal.percent($0.share)]
          }, isNamed: true))
    }
    guard !tables.isEmpty else { return nil }
    return Page.Section(
      "For the next revision of the competencies", id: "revision",
      [
        .paragraph(
          Page.Paragraph([
            "Statements worth a second look, at most five for each sign.",
            "A sign is no verdict: a statement that few have in their work may still matter to those "
              + "who do.",
          ]))
      ] + tables)
  }
}
