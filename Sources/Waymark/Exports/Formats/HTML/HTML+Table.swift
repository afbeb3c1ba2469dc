extension HTML {
  /// How the style sheet lays out a table: columns of numbers, or texts beside a wide first column.
  enum TableKind: String { case figures, answers }

  /// A table with a header row, whose first cells are the headers of their rows.
  static func table(
    caption: String, columns: [String], rows: [[String]], kind: TableKind
  ) -> HTML {
    let cell: [HTML.Attribute] = kind == .figures ? [.class("number")] : []
    return HTML(
      .table, [.class(kind.rawValue)],
      [
        HTML(.caption, [], caption),
        HTML(
          .thead, [],
          [
            HTML(
              .tr, [],
              columns.enumerated().map { place, column in
                HTML(.th, [.columnHeader] + (place == 0 ? [] : cell), column)
              })
          ]),
        HTML(
          .tbody, [],
          rows.map { row in
            HTML(
              .tr, [],
              row.enumerated().map { place, text in
                place == 0 ? HTML(.th, [.rowHeader], text) : HTML(.td, cell, text)
              })
          }),
      ])
  }
}
