package import WaymarkBasics

/// Writes the table of responses that `WideTable` reads, as RFC 4180 text.
package struct WideTableText: Sendable {
  private let framework: Framework
  private let hasRole: Bool
  private let hasImportance: Bool
  private let fields: [BackgroundQuestions.Field]

  /// Prepares to write the columns of a framework and of background questions, in their order.
  ///
  /// - Parameters:
  ///   - hasRole: whether there is a column for the role.
  ///   - withheld: background questions that get no column.
  ///   - hasImportance: whether there are columns for how important each competency was rated.
  package init(
    framework: Framework, background: BackgroundQuestions?, hasRole: Bool = true,
    withheld: Set<ID<BackgroundQuestions.Field>> = [], hasImportance: Bool = false
  ) {
    self.framework = framework
    self.hasRole = hasRole
    self.hasImportance = hasImportance
    fields = (background?.fields ?? []).filter { !withheld.contains($0.id) }
  }

  /// The names of the columns: `respondent_id`, `role`, the background questions, the competencies,
  /// their importance.
  package var columns: [String] {
    [WideTable.respondentColumn] + (hasRole ? [WideTable.roleColumn] : [])
      + fields.map(\.id.description) + framework.competencies.map(\.id.description)
      + (hasImportance ? framework.competencies : []).map {
        $0.id.description + WideTable.importanceSuffix
      }
  }

  /// The first line: the names of the columns.
  package var header: String { line(columns) }

  /// The line of one response; a competency without an answer is `.`, not asked.
  ///
  /// Picks, month, link and revision have no column.
  package func line(for response: Response) -> String {
    line(
      [response.id] + (hasRole ? [response.role?.description ?? ""] : [])
        + fields.map { field in
          (response.background[field.id] ?? []).map(\.description).joined(separator: ";")
        }
        + framework.competencies.map { response.answers[$0.id]?.word ?? "." }
        + (hasImportance ? framework.competencies : []).map {
          response.importance.ratings[$0.id].map { String($0.rank) } ?? ""
        })
  }

  /// As the values are: they are read again, and a formula is none of them.
  private func line(_ cells: [String]) -> String { CSV.line(verbatim: cells) }
}
