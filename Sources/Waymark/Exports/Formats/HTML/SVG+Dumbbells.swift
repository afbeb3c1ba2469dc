extension SVG {
  /// A share before and after on a line from 0 to 100 %, named above it.
  struct Dumbbell {
    /// Names the line, with both shares in words.
    let label: String
    /// The share before, 0 to 1.
    let before: Double
    /// The share after, 0 to 1.
    let after: Double
  }

  /// Shares before and after under each other on one scale: a ring, a line, a dot.
  static func dumbbells(
    _ rows: [Dumbbell], id: String, title: String, description: String
  ) -> HTML {
    scaled(
      rows.map { (label: $0.label, data: $0) }, id: id, title: title, description: description
    ) { row, middle in
      [
        line("interval", from: (row.before * 100, middle), to: (row.after * 100, middle)),
        HTML(
          .circle,
          [
            .class("ring"), .percent(.cx, row.before * 100), .pixels(.cy, middle), .pixels(.r, 5),
          ]),
        dot(row.after, middle),
      ]
    }
  }
}
