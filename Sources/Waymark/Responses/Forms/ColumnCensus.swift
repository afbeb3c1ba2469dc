import WaymarkBasics

/// What stands in the columns of a form tool's export: which texts, and in how many cells.
package struct ColumnCensus: Sendable {
  /// What stands in one column.
  struct Column: Sendable {
    /// The cells in which anything stands.
    var cells = 0
    /// Different texts, in the order in which they were met.
    var texts: [String] = []
    /// Whether there are more than are listed.
    var hasMore = false
    fileprivate var known: Set<String> = []
  }

  /// The different texts of a column that are kept, and the longest that is one.
  private static let limit = 200
  private static let longest = 400

  /// What stands above the rows of people.
  private(set) var header: [TableRow] = []
  private(set) var columns: [Column] = []
  /// The rows of people.
  package private(set) var rowCount = 0

  private let headerRows: Int

  /// - Parameter headerRows: how many rows the header has.
  package init(headerRows: Int) { self.headerRows = headerRows }

  /// Takes the next row into account.
  package mutating func read(line: Int, text: Span<UInt8>, fields: [Range<Int>]) {
    guard fields.contains(where: { !$0.isEmpty }) else { return }
    if header.count < headerRows {
      header.append(TableRow(line: line, text: text, fields: fields))
      return
    }
    if let first = fields.first, Self.isSummary(String(text.extracting(first))) { return }
    rowCount += 1
    while columns.count < fields.count { columns.append(Column()) }
    for (place, field) in fields.enumerated() where !field.isEmpty {
      columns[place].cells += 1
      guard columns[place].texts.count < Self.limit else {
        columns[place].hasMore = true
        continue
      }
      let cell = String(text.extracting(field))
      guard columns[place].known.insert(cell).inserted else { continue }
      guard cell.utf8.count <= Self.longest else {
        columns[place].hasMore = true
        continue
      }
      columns[place].texts.append(cell)
    }
  }

  /// Whether the first cell of a row says that the row sums up others.
  static func isSummary(_ cell: String) -> Bool {
    guard (3...9).contains(cell.utf8.count) else { return false }
    return summaries.contains(TolerantText.key(cell))
  }

  private static let summaries: Set<String> = [
    "average", "averages", "mean", "means", "median", "total", "totals", "sum", "promedio",
  ]

  /// What stands in a column; nothing in one that no row reaches.
  func column(_ place: Int) -> Column {
    columns.indices.contains(place) ? columns[place] : Column()
  }
}
