package import Waymark
package import WaymarkBasics

/// Whether a workshop helped, in each format.
package struct EvaluationPage {
  private let evaluation: WorkshopEvaluation
  private let before: Campaign
  private let after: Campaign
  private let minimumGroup: MinimumGroup
  private let attendance: WorkshopEvaluation.Attendance
  private let words: EvaluationWords
  private let language: LanguageTag

  /// - Parameters:
  ///   - attendance: by what it is known who attended.
  ///   - before: the campaign before the workshop.
  ///   - after: the campaign after it.
  package init(
    _ evaluation: WorkshopEvaluation, before: Campaign, after: Campaign,
    minimumGroup: MinimumGroup, attendance: WorkshopEvaluation.Attendance = .listed([]),
    words: EvaluationWords, language: LanguageTag = .english
  ) {
    self.evaluation = evaluation
    self.before = before
    self.after = after
    self.minimumGroup = minimumGroup
    self.attendance = attendance
    self.words = words
    self.language = language
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      words.title(evaluation.workshop.title.text(in: language)), notice: notice, summary: summary,
      lists: [Page.Section(nil, lines: findings), changeSection, lookingBackSection],
      method: words.method + (hasLookingBack ? [words.lookingBackMethod] : []),
      words: words.common)
  }

  /// Every statement as a table.
  package var csv: String { table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package func json() throws -> String {
    try JSON.document(
      .workshopEvaluation,
      [
        "workshop": JSON.Value(evaluation.workshop.id), "madeUp": .bool(isMadeUp),
        "notice": .string(notice.joined(separator: " ")),
        "summary": .string(summary.joined(separator: " ")), "statements": table.json,
      ])
  }

  private var isMadeUp: Bool { before.isMadeUp || after.isMadeUp }

  private var notice: [String] {
    InternalNotice.sentences(
      isMadeUp: isMadeUp, minimumGroup: minimumGroup, words: words.common)
  }

  private var summary: [String] {
    let (attended, fewest) = (evaluation.attended.value, minimumGroup.people)
    let campaigns = (before: before.title, after: after.title)
    let isNobody = attended == 0 && (evaluation.others?.value ?? 0) == 0
    let agreeing = isNobody ? [words.howToAgree] : []
    let verdict = isNobody ? [] : [words.verdict(evaluation.verdict)]
    guard let others = evaluation.others else {
      return verdict + [words.everybody(attended, fewest: fewest, between: campaigns)] + agreeing
        + [words.attendanceUnknown]
    }
    let haveSaid = if case .said = attendance { true } else { false }
    return verdict + [
      words.attended(
        attended, others: others.value, haveSaid: haveSaid, fewest: fewest, between: campaigns)
    ] + agreeing + [words.mayDiffer]
  }

  private var hasLookingBack: Bool { evaluation.rows.contains { $0.shift != nil } }

  /// What is said of each statement.
  private var findings: [String] {
    evaluation.rows.map { row in
      words.finding(
        words.common.name(row.competency.title.text(in: language), id: row.competency.id),
        row.attended, others: row.others,
        lookingBack: row.shift.map {
          words.lookingBack(shift: $0, sinceThen: row.sinceThen?.value)
        })
    }
  }

  // MARK: - Tables

  /// Every statement, a row each, with all there is.
  private var table: DataTable { table(changes + lookingBack) }

  /// Columns that belong together, and their cells in a row.
  private struct Part {
    let columns: [DataTable.Column]
    let cells: (WorkshopEvaluation.Row) -> [CSV.Cell]

    /// A change, with its spread.
    init(
      _ prefix: String, _ words: ChangeWords.Columns,
      change: @escaping (WorkshopEvaluation.Row) -> Figure<PairedChange>
    ) {
      columns = ChangeColumns.columns(prefix, words)
      cells = { ChangeColumns.cells(change($0)) }
    }

    init(
      columns: [DataTable.Column], cells: @escaping (WorkshopEvaluation.Row) -> [CSV.Cell]
    ) {
      (self.columns, self.cells) = (columns, cells)
    }
  }

  private var changes: [Part] {
    guard evaluation.others != nil else { return [Part("", words.columns.all) { $0.attended }] }
    return [
      Part("", words.columns.attended) { $0.attended },
      Part("others_", words.columns.others) { $0.others ?? .none(.noAnswers) },
      Part(
        columns: [
          .init("delta", words.columns.delta, .number),
          .init("delta_low", words.columns.deltaLow, .number),
          .init("delta_high", words.columns.deltaHigh, .number),
        ]
      ) { row in
        let interval = row.difference?.interval
        return [row.difference?.value, interval?.lowerBound, interval?.upperBound]
          .map(ChangeColumns.cell)
      },
    ]
  }

  private var lookingBack: [Part] {
    guard hasLookingBack else { return [] }
    return [
      Part("since_then_", words.columns.sinceThen) { $0.sinceThen ?? .none(.noAnswers) },
      Part("shift_", words.columns.shift) { $0.shift ?? .none(.noAnswers) },
    ]
  }

  private func table(_ parts: [Part]) -> DataTable {
    var table = DataTable(
      name: "evaluation", title: words.table, meaning: words.tableMeaning,
      columns: [
        .init("made_up", words.columns.madeUp, .flag),
        .init("competency", words.columns.statementID, .text),
        .init("title", words.columns.statement, .text),
      ] + parts.flatMap(\.columns))
    for row in evaluation.rows {
      table.append(
        [
          .text(isMadeUp ? "yes" : "no"), .text(row.competency.id.description),
          .text(row.competency.title.text(in: language)),
        ] + parts.flatMap { $0.cells(row) })
    }
    return table
  }
}

/// What changed, to be looked at: few columns, and a drawing of them.
extension EvaluationPage {
  /// Whose changes stand beside one another.
  private struct Side {
    let name: String
    let change: (WorkshopEvaluation.Row) -> Figure<PairedChange>
  }

  private var sides: [Side] {
    guard evaluation.others != nil else { return [Side(name: words.sides.all) { $0.attended }] }
    return [
      Side(name: words.sides.attended) { $0.attended },
      Side(name: words.sides.others) { $0.others ?? .none(.noAnswers) },
    ]
  }

  private var changeSection: Page.Section {
    let chart = chart(sides, id: "changes", title: words.table).map { [Page.Block.chart($0)] }
    return Page.Section(
      words.table, for: .browser,
      [.paragraph(Page.Paragraph([words.tableMeaning]))] + (chart ?? []) + [
        .table(table(sides, hasDelta: evaluation.others != nil, caption: words.inNumbers))
      ])
  }

  /// The same against where people say, looking back, that they were; `nil` where nobody did.
  private var lookingBackSection: Page.Section? {
    guard hasLookingBack else { return nil }
    let sides = [
      Side(name: words.sides.sinceThen) { $0.sinceThen ?? .none(.noAnswers) },
      Side(name: words.sides.shift) { $0.shift ?? .none(.noAnswers) },
    ]
    return Page.Section(
      words.lookingBackTable, for: .browser,
      [.table(table(sides, hasDelta: false, caption: words.lookingBackTable))])
  }

  private func table(_ sides: [Side], hasDelta: Bool, caption: String) -> Page.Table {
    let change = words.change
    return Page.Table(
      caption,
      [.words(words.columns.statement.title)]
        + sides.flatMap { change.headings($0.name).map { .numbers($0) } }
        + (hasDelta ? [.numbers(words.deltaHeading)] : []),
      evaluation.rows.map { row in
        let cells = sides.flatMap { change.cells($0.change(row)) }
        let delta = hasDelta ? [words.delta(row.difference)] : []
        return Page.Table.Row(
          [Page.Phrase(row.competency.title.text(in: language))]
            + (cells + delta).map { Page.Phrase(cell: $0) })
      })
  }

  /// Who fell, stayed and rose; `nil` where that is said of nobody.
  private func chart(_ sides: [Side], id: String, title: String) -> Page.Chart? {
    let rows = evaluation.rows.flatMap { row in
      sides.compactMap { side in
        side.change(row).value.map { change in
          (
            label: words.bar(row.competency.title.text(in: language), side.name, change),
            data: change.shares
          )
        }
      }
    }
    guard !rows.isEmpty else { return nil }
    return Page.Chart(
      SVG.parted(
        rows, id: id, title: title, description: rows.map(\.label).joined(separator: " ")),
      key: words.ways.enumerated().map { place, name in
        Page.Chart.Key(name, [SVG.shade(place, of: words.ways.count)])
      })
  }
}
