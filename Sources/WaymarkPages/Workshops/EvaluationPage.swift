package import Waymark
package import WaymarkBasics

/// Whether a workshop helped, in each format.
package enum EvaluationPage {
  /// Every statement as a table.
  package static func csv(_ words: EvaluationWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func json(_ words: EvaluationWords) throws -> String {
    try JSON.document(
      .workshopEvaluation,
      [
        "workshop": JSON.Value(words.workshop), "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")),
        "summary": .string(words.summary.joined(separator: " ")),
        "statements": words.table.json,
      ])
  }
}

/// The sentences and the table of whether a workshop helped, the same in every format.
package struct EvaluationWords {
  private let evaluation: WorkshopEvaluation
  private let before: Campaign
  private let after: Campaign
  private let minimumGroup: MinimumGroup
  private let attendance: WorkshopEvaluation.Attendance
  private let language: LanguageTag

  /// - Parameters:
  ///   - attendance: by what it is known who attended.
  ///   - before: the campaign before the workshop.
  ///   - after: the campaign after it.
  package init(
    _ evaluation: WorkshopEvaluation, before: Campaign, after: Campaign,
    minimumGroup: MinimumGroup, attendance: WorkshopEvaluation.Attendance = .listed([]),
    language: LanguageTag = .english
  ) {
    self.evaluation = evaluation
    self.before = before
    self.after = after
    self.minimumGroup = minimumGroup
    self.attendance = attendance
    self.language = language
  }

  var title: String { "Did it help? \(evaluation.workshop.title.text(in: language))" }
  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      title, notice: notice, summary: summary, lists: [Page.Section(nil, lines: findings)],
      tables: readingTables, method: method)
  }

  var isMadeUp: Bool { before.isMadeUp || after.isMadeUp }
  var workshop: ID<WorkshopOffer> { evaluation.workshop.id }

  var notice: [String] {
    InternalNotice.sentences(isMadeUp: isMadeUp, minimumGroup: minimumGroup)
  }

  var summary: [String] {
    let both = "answered both '\(before.title)' and '\(after.title)' and agreed to be compared"
    func count(_ people: Figure<Int>, isFirst: Bool = false) -> String {
      people.value.map { $0 == 1 ? "1 person" : "\($0) people" }
        ?? "\(isFirst ? "Fewer" : "fewer") than \(minimumGroup.people) people"
    }
    let isNobody = evaluation.attended.value == 0 && (evaluation.others?.value ?? 0) == 0
    let agreeing = isNobody ? "They agree to it with: waymark share --link." : nil
    guard let others = evaluation.others else {
      return [
        "\(count(evaluation.attended, isFirst: true)) \(both).", agreeing,
        "It is not known who attended, so that nothing tells the workshop from everything else.",
      ].compactMap { $0 }
    }
    let isSaid = if case .said = attendance { true } else { false }
    let who = isSaid ? "who said that they attended" : "who attended"
    let rest = isSaid ? "who did not say so" : "who did not"
    return [
      "\(count(evaluation.attended, isFirst: true)) \(who), and \(count(others)) \(rest), "
        + "\(both).",
      agreeing, "They may differ in other ways than by the workshop.",
    ].compactMap { $0 }
  }

  private static let method = [
    CommonWords().afterLearning,
    "Changes are later less earlier levels of the same person; intervals are Student's, d is the mean "
      + "divided by the standard deviation of the changes, delta is Cliff's, of those who attended over "
      + "the others.",
  ]

  /// What is said of looking back, where anybody did.
  private static let lookingBackMethod =
    "Looking back: some also rated, later, where they had been, with what they know now. That less the "
    + "level they gave at the time is the response shift (Howard 1980): they may have come to see the "
    + "scale in another way. Only those who gave all three levels count there."

  /// How it was worked out.
  var method: [String] { Self.method + (hasLookingBack ? [Self.lookingBackMethod] : []) }

  private var hasLookingBack: Bool { evaluation.rows.contains { $0.shift != nil } }

  /// What is said of each statement.
  var findings: [String] {
    evaluation.rows.map { row in
      let name = "\(row.competency.title.text(in: language)) (\(row.competency.id))"
      return name + ": " + words(row.attended)
        + (row.others.map { "; the others: " + words($0) } ?? "") + "."
        + (row.shift.map { " " + lookingBack(shift: $0, sinceThen: row.sinceThen?.value) } ?? "")
    }
  }

  private func words(_ change: Figure<PairedChange>) -> String {
    switch change {
    case .none(let absence): absence.reason
    case .value(let change):
      "\(change.up) up, \(change.same) the same, \(change.down) down, "
        + "\(ChangeWords.levels(change.mean)) on average\(ChangeWords.interval(change))"
    }
  }

  private func lookingBack(shift: Figure<PairedChange>, sinceThen: PairedChange?) -> String {
    switch shift {
    case .none(let absence): return "Looking back: \(absence.reason)."
    case .value(let shift):
      let size = ChangeWords.levels(abs(shift.mean))
      let way =
        size == ChangeWords.levels(0)
        ? "as high as they did" : "\(size) \(shift.mean < 0 ? "lower" : "higher") than they did"
      return "Looking back, \(shift.people) people rate where they were \(way) at the time"
        + "\(ChangeWords.interval(shift))."
        + (sinceThen.map {
          " Measured from there, the change is \(ChangeWords.levels($0.mean))"
            + "\(ChangeWords.interval($0))."
        } ?? "")
    }
  }

  /// Every statement, a row each, with all there is.
  var table: DataTable { table("Every statement of the workshop", changes + lookingBack) }

  /// The same for people: what changed, and, where anybody looked back, that in a table of its own.
  var readingTables: [DataTable] {
    [table("Every statement of the workshop", changes)]
      + (hasLookingBack ? [table("Looking back", lookingBack)] : [])
  }

  /// Columns that belong together, and their cells in a row.
  private struct Part {
    let columns: [DataTable.Column]
    let cells: (WorkshopEvaluation.Row) -> [CSV.Cell]

    /// A change, with its spread.
    init(
      _ prefix: String, _ who: String,
      change: @escaping (WorkshopEvaluation.Row) -> Figure<PairedChange>
    ) {
      columns = ChangeWords.columns(prefix, who)
      cells = { ChangeWords.cells(change($0)) }
    }

    init(
      columns: [DataTable.Column], cells: @escaping (WorkshopEvaluation.Row) -> [CSV.Cell]
    ) {
      (self.columns, self.cells) = (columns, cells)
    }
  }

  private var changes: [Part] {
    guard evaluation.others != nil else { return [Part("", "All") { $0.attended }] }
    return [
      Part("", "Attended") { $0.attended },
      Part("others_", "Others") { $0.others ?? .none(.noAnswers) },
      Part(
        columns: [
          .init("delta", "Delta", "Cliff's delta, from -1 to 1.", .number),
          .init("delta_low", "Delta, low", "Where its 95 % interval begins.", .number),
          .init("delta_high", "Delta, high", "Where its 95 % interval ends.", .number),
        ]
      ) { row in
        let interval = row.difference?.interval
        return [row.difference?.value, interval?.lowerBound, interval?.upperBound]
          .map(ChangeWords.cell)
      },
    ]
  }

  private var lookingBack: [Part] {
    guard hasLookingBack else { return [] }
    return [
      Part("since_then_", "Since then") { $0.sinceThen ?? .none(.noAnswers) },
      Part("shift_", "Shift") { $0.shift ?? .none(.noAnswers) },
    ]
  }

  private func table(_ title: String, _ parts: [Part]) -> DataTable {
    var table = DataTable(
      name: "evaluation", title: title, meaning: "How the levels of the same people changed.",
      columns: [
        .init("made_up", "Made up", "Whether these people were made up.", .flag),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
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
