extension SVG {
  /// A share with its interval on a line from 0 to 100 %, named above it.
  struct Interval {
    /// Names the line, above it, with the same words as the table.
    let label: String
    /// The share, 0 to 1.
    let share: Double
    /// The interval of the share, 0 to 1; `nil` where there is none to show.
    let interval: ClosedRange<Double>?
  }

  /// Dots with their intervals under each other on one scale from 0 to 100 %.
  static func intervals(
    _ rows: [Interval], id: String, title: String, description: String
  ) -> HTML {
    scaled(
      rows.map { (label: $0.label, data: $0) }, id: id, title: title, description: description
    ) { row, middle in
      let interval = row.interval.map {
        line("interval", from: ($0.lowerBound * 100, middle), to: ($0.upperBound * 100, middle))
      }
      return (interval.map { [$0] } ?? []) + [dot(row.share, middle)]
    }
  }

  /// Rows under each other, each named above a line from 0 to 100 %, and the scale at the foot.
  static func scaled<Data>(
    _ rows: [(label: String, data: Data)], id: String, title: String, description: String,
    marks draw: (_ row: Data, _ middle: Int) -> [HTML]
  ) -> HTML {
    var marks: [HTML] = []
    for (place, row) in rows.enumerated() {
      let top = place * intervalHeight
      marks += [
        HTML(.text, [.pixels(.x, 0), .pixels(.y, top + 14)], row.label),
        line("scale", from: (0, top + 28), to: (100, top + 28)),
      ]
      marks += draw(row.data, top + 28)
    }
    let bottom = rows.count * intervalHeight
    for (place, anchor) in [(0.0, "start"), (50, "middle"), (100, "end")] {
      marks.append(line("tick", from: (place, bottom), to: (place, bottom + 6)))
      marks.append(
        HTML(
          .text, [.class("tick \(anchor)"), .percent(.x, place), .pixels(.y, bottom + 20)],
          Decimal.percent(place / 100)))
    }
    return image(
      id: id, title: title, description: description, height: bottom + 28, marks: marks)
  }

  /// A dot at a share from 0 to 1.
  static func dot(_ share: Double, _ middle: Int) -> HTML {
    HTML(
      .circle, [.class("dot"), .percent(.cx, share * 100), .pixels(.cy, middle), .pixels(.r, 5)])
  }

  /// A drawing that screen readers read as its title and words.
  static func image(
    id: String, title: String, description: String, height: Int, marks: [HTML]
  ) -> HTML {
    HTML(
      .svg,
      [
        .image, .labelled(by: id + "-title", id + "-words"), .percent(.width, 100),
        .pixels(.height, height),
      ],
      [
        HTML(.title, [.id(id + "-title")], title),
        HTML(.desc, [.id(id + "-words")], description),
        HTML(.g, [.decorative], marks),
      ])
  }

  /// A line from one point to another: sideways in per cent, up and down in pixels.
  static func line(_ kind: String, from: (x: Double, y: Int), to: (x: Double, y: Int)) -> HTML {
    HTML(
      .line,
      [
        .class(kind), .percent(.x1, from.x), .pixels(.y1, from.y), .percent(.x2, to.x),
        .pixels(.y2, to.y),
      ])
  }

  private static let intervalHeight = 42
}
