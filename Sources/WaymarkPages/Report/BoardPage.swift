package import Waymark
package import WaymarkBasics

/// What a report says for a board, on one sheet of paper: what was found, what to do about it, what it
/// means for the strategic plan, and how far it can be trusted.
///
/// It says nothing that the report does not say, from the same words.
package struct BoardPage {
  private let report: GapReport
  private let words: ReportWords

  private init(_ report: GapReport, words: ReportWords) {
    self.report = report
    self.words = words
  }

  /// Puts the page together.
  package static func page(_ report: GapReport, words: ReportWords) -> Page {
    BoardPage(report, words: words).page
  }

  /// How many gaps it names.
  private static let gaps = 5

  private var sentences: ReportSentences { ReportSentences(report: report, words: words) }

  private var page: Page {
    let isMadeUp = report.campaign.isMadeUp
    return Page(
      words.board.title(report.campaign.title),
      header: [
        Page.Paragraph(
          [words.common.framework(report.frameworkTitle), sentences.period] + sentences.made
            + words.ownView, .soft),
        Page.Paragraph(warningOf: report.campaign, words: words.common),
        Page.Paragraph([Page.Phrase([.strong(words.pageIsInternal)])], .notice),
        Page.Paragraph(marking: sentences.finding, .lead),
        sentences.coreForm.isEmpty ? nil : Page.Paragraph(sentences.coreForm),
      ],
      sections: [numbers, gaps, Page.Section(toDoOf: report, words), plan, trust],
      footer: [
        isMadeUp ? words.common.madeUpNotice : nil, words.pageIsInternal,
        words.common.madeWithWaymark,
      ].compactMap { $0 },
      styles: [ReportStyle.sheet, Self.printStyle, ReportStyle.internalPages]
        + (isMadeUp ? [ReportStyle.madeUpPages] : []))
  }

  private var numbers: Page.Section? {
    let numbers = sentences.numbers
    return numbers.isEmpty
      ? nil : Page.Section(nil, [.list(numbers.map { Page.Phrase($0) })])
  }

  private var gaps: Page.Section? {
    let gaps = report.largestGaps(Self.gaps)
    guard !gaps.isEmpty else { return nil }
    let (headings, figures) = (words.headings, words.figures)
    let order = sentences.order
    return Page.Section(
      nil,
      (order.isEmpty ? [] : [.paragraph(Page.Paragraph(order))]) + [
        .table(
          Page.Table(
            words.board.gaps,
            columns: [
              headings.statement, headings.people, headings.belowUsual, headings.interval,
            ],
            rows: gaps.map { gap in
              [
                gap.competency.title, "\(gap.below.total)", figures.share(.value(gap.below)),
                figures.interval(.value(gap.below)),
              ]
            }, isNamed: true))
      ])
  }

  private var plan: Page.Section? {
    guard let plan = report.planReport else { return nil }
    let (headings, figures) = (words.headings, words.figures)
    let rows = plan.parts.filter { $0.kind != .objective && $0.joined > 0 }.map { part in
      [part.title, figures.share(part.below), figures.interval(part.below)]
    }
    guard !rows.isEmpty else { return nil }
    let name = words.plan.name(plan.title, version: plan.version)
    let ended = report.planEnded.map { words.plan.ended(name, in: $0) }
    return Page.Section(
      nil,
      (ended.map { [.paragraph(Page.Paragraph([$0]))] } ?? []) + [
        .table(
          Page.Table(
            name,
            columns: [headings.partOfPlan, headings.belowUsual, headings.interval],
            rows: rows, isNamed: true))
      ])
  }

  private var trust: Page.Section {
    Page.Section(
      words.board.trust,
      [
        .paragraph(Page.Paragraph(marking: [sentences.withheld])),
        .paragraph(Page.Paragraph([words.howToRead, words.board.wholeReport])),
      ])
  }

  private static let printStyle: StaticString = """
    @media print {
      body { font-size: 9pt; line-height: 1.25; } h1 { font-size: 1.6em; margin: 0; }
      h2 { font-size: 1.2em; margin: .5rem 0 .2rem; } p, ul, ol { margin: .2rem 0; }
      table { margin: .3rem 0; } td, th { padding: .1rem .4rem; }
    }

    """
}

extension Page.Section {
  /// The two things to do about what was found, tied to the plan and to what is offered, or why none
  /// is named; `nil` where there is nothing to do anything about.
  init?(toDoOf report: GapReport, _ words: ReportWords) {
    let board = words.board
    let blocks: [Page.Block]
    switch report.advice(2) {
    case .nothing: return nil
    case .nothingStandsOut: blocks = [.paragraph(Page.Paragraph([board.nothingFirst]))]
    case .fewCompared:
      let sentence = board.fewCompared(GapReport.Below.fewestForShares)
      blocks = [.paragraph(Page.Paragraph([sentence]))]
    case .learn(let priorities, let missesPlan):
      let plan = Page.Phrase([
        .plain(board.whatIsOffered), .code(board.plan(report.campaign.id.description)),
      ])
      let sentences =
        (missesPlan ? [Page.Phrase(board.missesPlan(priorities.count))] : [])
        + (priorities.contains { $0.offer != nil } ? [plan] : [])
      blocks =
        [.list(priorities.map { Page.Phrase(learningOn: $0, board) })]
        + (sentences.isEmpty ? [] : [.paragraph(Page.Paragraph(sentences))])
    }
    self.init(board.toDo, id: "to-do", isOpening: true, blocks)
  }
}

extension Page.Phrase {
  /// A thing to do, and why.
  fileprivate init(learningOn priority: GapReport.Priority, _ words: BoardWords) {
    let reasons = [
      words.why(priority.below, objectives: priority.objectives.map(\.id)),
      priority.offer.map { words.offered($0, below: priority.below.count) },
    ].compactMap { $0 }
    self.init([
      .strong(words.learnFirst(priority.row.title)),
      .plain(" " + reasons.joined(separator: " ")),
    ])
  }
}
