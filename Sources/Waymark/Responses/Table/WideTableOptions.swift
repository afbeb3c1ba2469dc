/// What a person allows a table of responses to be.
package struct WideTableOptions: Sendable {
  /// What becomes of a respondent who is in the table twice.
  package enum Repeated: String, Hashable, Sendable, CaseIterable {
    /// The table is refused.
    case refused
    /// The first row counts.
    case first
    /// The last row counts.
    case last
  }

  /// Whether competencies may lack a column, which means they were not asked; one must be there.
  package var isPartial = false
  /// Whether rows with a fault are passed over.
  package var skipsBadRows = false
  /// What becomes of a respondent who is in the table twice.
  package var repeated = Repeated.refused
  /// The names of columns that are not read.
  package var ignored: Set<String> = []
  /// How the campaign asks for importance; only rated importance has columns.
  package var importance = ImportanceMode.picks
  /// What the columns and cells of a form tool's export mean.
  package var map = ColumnMap()

  /// The strictest options.
  package init() {}
}
