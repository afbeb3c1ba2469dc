/// What answers say about the statements themselves, for the next revision of the competencies.
///
/// The kinds of "no number" are kept apart; what is withheld in the report is left out.
package struct RevisionEvidence: Hashable, Sendable {
  /// What a statement may need a look for.
  package enum Sign: String, Hashable, Sendable, CaseIterable {
    /// Many say that it is not part of their work.
    case notPartOfMyWork
    case cannotJudge
    /// Many skip it.
    case skipped
    /// Many rate themselves on the highest level, so that it tells them apart no more.
    case ceiling
  }

  /// A statement with the sign.
  package struct Item: Hashable, Sendable {
    /// The statement.
    package let row: GapReport.CompetencyRow
    /// How many answers show the sign.
    package let count: Int
    /// Out of how many: everybody who was asked, or for the ceiling everybody who gave a level.
    package let total: Int
    /// The share, 0 to 1.
    package var share: Double { Double(count) / Double(total) }
  }

  /// For each sign the statements that show it most, largest share first, ties by id.
  package let items: [Sign: [Item]]

  /// Finds at most so many statements for each sign; a statement that nobody shows it in is left out.
  init(_ rows: [GapReport.CompetencyRow], limit: Int) {
    items = Dictionary(
      uniqueKeysWithValues: Sign.allCases.map { sign in
        let items = rows.compactMap { Self.item($0, sign) }.filter { $0.count > 0 }
          .sorted { ($1.share, $0.row.id) < ($0.share, $1.row.id) }
        return (sign, Array(items.prefix(limit)))
      })
  }

  private static func item(_ row: GapReport.CompetencyRow, _ sign: Sign) -> Item? {
    guard let figures = row.figures else { return nil }
    let asked =
      figures.ratings + figures.notPartOfMyWork + figures.cannotJudge + figures.skipped
    let (count, total) =
      switch sign {
      case .notPartOfMyWork: (figures.notPartOfMyWork, asked)
      case .cannotJudge: (figures.cannotJudge, asked)
      case .skipped: (figures.skipped, asked)
      case .ceiling: (figures.levels.last ?? 0, figures.ratings)
      }
    return total > 0 ? Item(row: row, count: count, total: total) : nil
  }
}

extension GapReport {
  /// The statements of the whole campaign that may need a look in the next revision.
  package func revisionEvidence(_ limit: Int) -> RevisionEvidence {
    RevisionEvidence(overall.competencies, limit: limit)
  }

  /// The answers that were given out of those that were asked for, statements that are shown only;
  /// `nil` where none was asked for.
  ///
  /// A level, "not part of my work" and "can't judge" are answers; skipped is none.
  package var completion: (given: Int, asked: Int)? {
    var given = 0
    var asked = 0
    for figures in overall.competencies.compactMap(\.figures) {
      given += figures.ratings + figures.notPartOfMyWork + figures.cannotJudge
      asked += figures.ratings + figures.notPartOfMyWork + figures.cannotJudge + figures.skipped
    }
    return asked > 0 ? (given, asked) : nil
  }
}
