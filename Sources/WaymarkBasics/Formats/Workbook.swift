/// A spreadsheet file as a value: sheets that each hold one table at their upper left corner.
///
/// Whatever is a text stays a text, however much it looks like a formula: a workbook has no cell
/// for formulas at all.
package struct Workbook: Hashable, Sendable {
  /// One sheet: a row of headings, then the rows of its table.
  package struct Sheet: Hashable, Sendable {
    /// The name on its tab: 1 to 31 characters without `[ ] : * ? / \`, no other sheet's.
    package let name: String
    /// The headings and what stands under them; texts under a heading are wrapped.
    package let columns: [DataTable.Column]
    /// The rows, each with a cell for every column.
    package let rows: [[CSV.Cell]]

    /// A sheet of a table of results.
    package init(_ name: String, _ table: DataTable) {
      self.name = name
      columns = table.columns
      rows = table.rows
    }

    /// A sheet of words.
    package init(_ name: String, headings: [String], _ rows: [[String]]) {
      self.name = name
      columns = headings.map { DataTable.Column($0, $0, "", .text) }
      self.rows = rows.map { $0.map(CSV.Cell.text) }
    }
  }

  /// The title in the file's properties.
  package let title: String
  /// The day that the file says it was made on; where it is `nil`, the first day that such a file
  /// can hold.
  package let created: CalendarDate?
  /// What stands at the foot of every printed page; at most 120 characters, nothing where empty.
  package let footer: String
  /// The sheets in order, at least one.
  package let sheets: [Sheet]

  package init(title: String, created: CalendarDate?, footer: String, sheets: [Sheet]) {
    self.title = title
    self.created = created
    self.footer = footer
    self.sheets = sheets
  }
}
