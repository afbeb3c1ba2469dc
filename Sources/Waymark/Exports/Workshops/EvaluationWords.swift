/// The sentences and the table of whether a workshop helped, the same in every format.
public struct EvaluationWords {
  private let evaluation: WorkshopEvaluation
  private let before: Campaign
  private let after: Campaign
  private let minimumGroup: MinimumGroup
  private let language: LanguageTag

  /// - Parameters:
  ///   - before: the campaign before the workshop.
  ///   - after: the campaign after it.
  public init(
    _ evaluation: WorkshopEvaluation, before: Campaign, after: Campaign,
    minimumGroup: MinimumGroup, language: LanguageTag = .english
  ) {
    self.evaluation = evaluation
    self.before = before
    self.after = after
    self.minimumGroup = minimumGroup
    self.language = language
  }

  var title: String { "Did it help? \(evaluation.workshop.title.text(in: language))" }
  var isMadeUp: Bool { before.isMadeUp || after.isMadeUp }
  var workshop: ID<WorkshopOffer> { evaluation.workshop.id }

  var notice: [String] {
    InternalNotice.sentences(isMadeUp: isMadeUp, minimumGroup: minimumGroup)
  }

  var summary: [String] {
    let both = "answered both '\(before.title)' and '\(after.title)' and agreed to be compared"
    func count(_ people: Figure<Int>) -> String {
      people.value.map { $0 == 1 ? "1 person" : "\($0) people" }
        ?? "fewer than \(minimumGroup.people) people"
    }
    guard let others = evaluation.others else {
      return [
        "\(count(evaluation.attended)) \(both).",
        "Nobody said who attended, so that nothing tells the workshop from everything else.",
      ]
    }
    return [
      "\(count(evaluation.attended)) who attended, and \(count(others)) who did not, \(both).",
      "They may differ in other ways than by the workshop.",
    ]
  }

  static let method = [
    ProfileWords.afterLearning,
    "Changes are later less earlier levels of the same person; intervals are Student's, d is the mean "
      + "divided by the standard deviation of the changes, delta is Cliff's, of those who attended over "
      + "the others.",
  ]

  /// A sentence for each statement.
  var findings: [String] {
    evaluation.rows.map { row in
      let name = "\(row.competency.title.text(in: language)) (\(row.competency.id))"
      return name + ": " + words(row.attended)
        + (row.others.map { "; the others: " + words($0) } ?? "") + "."
    }
  }

  private func words(_ change: Figure<PairedChange>) -> String {
    switch change {
    case .none(let absence): return absence.reason
    case .value(let change):
      let interval = change.interval.map {
        " (\(Decimal.text($0.lowerBound, places: 2)) to \(Decimal.text($0.upperBound, places: 2)))"
      }
      return "\(change.up) up, \(change.same) the same, \(change.down) down, "
        + "\(Decimal.text(change.mean, places: 2)) levels on average\(interval ?? "")"
    }
  }

  /// Every statement, a row each.
  var table: DataTable {
    func columns(_ prefix: String, _ who: String) -> [DataTable.Column] {
      [
        .init("\(prefix)n", "\(who): people", "How many gave a level both times.", .integer),
        .init("\(prefix)up", "\(who): up", "How many rose.", .integer),
        .init("\(prefix)same", "\(who): same", "How many stayed.", .integer),
        .init("\(prefix)down", "\(who): down", "How many fell.", .integer),
        .init("\(prefix)mean", "\(who): mean", "The mean change in levels.", .number),
        .init("\(prefix)low", "\(who): low", "Where its 95 % interval begins.", .number),
        .init("\(prefix)high", "\(who): high", "Where its 95 % interval ends.", .number),
        .init("\(prefix)d", "\(who): d", "The mean in standard deviations.", .number),
      ]
    }
    let hasOthers = evaluation.others != nil
    var table = DataTable(
      name: "evaluation", title: "Every statement of the workshop",
      meaning: "How the levels of the same people changed.",
      columns: [
        .init("made_up", "Made up", "Whether these people were made up.", .flag),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
      ] + columns("", hasOthers ? "Attended" : "All")
        + (hasOthers
          ? columns("others_", "Others") + [
            .init("delta", "Delta", "Cliff's delta, from -1 to 1.", .number),
            .init("delta_low", "Delta, low", "Where its 95 % interval begins.", .number),
            .init("delta_high", "Delta, high", "Where its 95 % interval ends.", .number),
          ] : []))
    for row in evaluation.rows {
      func decimal(_ number: Double?) -> CSV.Cell {
        number.map { .decimal($0, places: 4) } ?? .empty
      }
      table.append(
        [
          .text(isMadeUp ? "yes" : "no"), .text(row.competency.id.description),
          .text(row.competency.title.text(in: language)),
        ] + cells(row.attended)
          + (row.others.map { others in
            cells(others) + [
              decimal(row.difference?.value), decimal(row.difference?.interval?.lowerBound),
              decimal(row.difference?.interval?.upperBound),
            ]
          } ?? []))
    }
    return table
  }

  private func cells(_ change: Figure<PairedChange>) -> [CSV.Cell] {
    switch change {
    case .none(let absence):
      return Array(repeating: absence.mark.isEmpty ? .empty : .text(absence.mark), count: 8)
    case .value(let change):
      let numbers = [
        change.mean, change.interval?.lowerBound, change.interval?.upperBound,
        change.standardizedMean,
      ]
      return [change.people, change.up, change.same, change.down].map { .integer($0) }
        + numbers.map { number in number.map { .decimal($0, places: 4) } ?? .empty }
    }
  }
}
