import WaymarkBasics

/// A table for people in HTML, for pages that are no `Page` yet.
enum ReportHTML {
  /// A table with the sentence that says how to read it.
  static func reading(_ table: DataTable) -> [HTML] {
    let (columns, rows) = table.reading()
    return [
      HTML(.p, [], table.meaning),
      HTML(
        .div, [.class("scroll"), .region, .name(table.title), .focusable],
        [HTML.table(caption: table.title, columns: columns, rows: rows, kind: .figures)]),
    ]
  }
}
