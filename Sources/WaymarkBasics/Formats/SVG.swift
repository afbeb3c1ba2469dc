/// Drawings for pages, on top of `HTML`.
///
/// They scale with the page while their text does not: sideways everything is in per cent,
/// up and down in pixels. What they show is in a table beside them as well, as the same words.
package enum SVG {
  /// A drawing that screen readers read as its title and words.
  package struct Drawing: Hashable, Sendable {
    /// What it is called in its page, and as a file.
    package let id: String
    package let title: String
    package let description: String
    /// In pixels; the width is that of the place where it stands.
    package let height: Int
    package let marks: [HTML]

    package init(id: String, title: String, description: String, height: Int, marks: [HTML]) {
      self.id = id
      self.title = title
      self.description = description
      self.height = height
      self.marks = marks
    }

    package var html: HTML {
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
  }

  /// One bar that is split at a line: not there yet on the left, the rest on the right.
  ///
  /// Next to the line is outlined, further from it is solid.
  package struct SplitBar {
    /// Names the bar, above it.
    package let label: String
    /// Left of the line, far from it and next to it.
    package let left: (far: Int, near: Int)
    /// Right of the line, next to it and far from it.
    package let right: (near: Int, far: Int)

    package init(label: String, left: (far: Int, near: Int), right: (near: Int, far: Int)) {
      self.label = label
      self.left = left
      self.right = right
    }

    /// A part of a bar, from left to right, as the style sheet draws it.
    package enum Part: String, CaseIterable {
      case farLeft = "far left"
      case nearLeft = "near left"
      case nearRight = "near right"
      case farRight = "far right"
    }

    fileprivate var parts: [(part: Part, count: Int)] {
      [
        (.farLeft, left.far), (.nearLeft, left.near), (.nearRight, right.near),
        (.farRight, right.far),
      ]
    }
  }

  /// Bars under each other, split in one column, so that their sides can be compared; all lengths
  /// have one scale.
  ///
  /// Nothing to draw gives an empty drawing with its words.
  package static func splitBars(_ bars: [SplitBar], id: String, title: String, description: String)
    -> Drawing
  {
    let left = bars.map { $0.left.far + $0.left.near }.max() ?? 0
    let right = bars.map { $0.right.near + $0.right.far }.max() ?? 0
    let unit = 100 / Double(max(1, left + right))
    let axis = Double(left) * unit
    var marks: [HTML] = []
    for (place, bar) in bars.enumerated() {
      let top = place * rowHeight
      marks.append(HTML(.text, [.pixels(.x, 0), .pixels(.y, top + 14)], bar.label))
      var start = left - bar.left.far - bar.left.near
      for (part, count) in bar.parts where count > 0 {
        marks.append(
          HTML(
            .rect,
            [
              .class(part.rawValue), .percent(.x, Double(start) * unit), .pixels(.y, top + 22),
              .percent(.width, Double(count) * unit), .pixels(.height, 14),
            ]))
        start += count
      }
      marks.append(
        HTML(
          .line,
          [
            .class("axis"), .percent(.x1, axis), .percent(.x2, axis), .pixels(.y1, top + 18),
            .pixels(.y2, top + 40),
          ]))
    }
    return Drawing(
      id: id, title: title, description: description, height: bars.count * rowHeight, marks: marks)
  }

  private static let rowHeight = 46
}

extension SVG {
  /// A share with its interval on a line from 0 to 100 %, named above it.
  package struct Interval {
    /// Names the line, above it, with the same words as the table.
    package let label: String
    /// The share, 0 to 1.
    package let share: Double
    /// The interval of the share, 0 to 1; `nil` where there is none to show.
    package let interval: ClosedRange<Double>?

    package init(label: String, share: Double, interval: ClosedRange<Double>?) {
      self.label = label
      self.share = share
      self.interval = interval
    }
  }

  /// Dots with their intervals under each other on one scale from 0 to 100 %.
  package static func intervals(
    _ rows: [Interval], id: String, title: String, description: String
  ) -> Drawing {
    scaled(
      rows.map { (label: $0.label, data: $0) }, id: id, title: title, description: description
    ) { row, middle in
      let interval = row.interval.map {
        line("interval", from: ($0.lowerBound * 100, middle), to: ($0.upperBound * 100, middle))
      }
      return (interval.map { [$0] } ?? []) + [dot(row.share, middle)]
    }
  }

  /// Bars in parts under each other, each named above it.
  package static func parted(
    _ rows: [(label: String, data: [Double])], id: String, title: String, description: String
  ) -> Drawing {
    scaled(rows, id: id, title: title, description: description, hasLine: false) { shares, middle in
      parts(shares, top: middle - 7, height: 14)
    }
  }

  /// Rows under each other, each named above a line from 0 to 100 %, and the scale at the foot.
  ///
  /// - Parameter hasLine: whether the line is drawn.
  package static func scaled<Data>(
    _ rows: [(label: String, data: Data)], id: String, title: String, description: String,
    hasLine: Bool = true,
    marks draw: (_ row: Data, _ middle: Int) -> [HTML]
  ) -> Drawing {
    var marks: [HTML] = []
    for (place, row) in rows.enumerated() {
      let top = place * intervalHeight
      marks.append(HTML(.text, [.pixels(.x, 0), .pixels(.y, top + 14)], row.label))
      if hasLine { marks.append(line("scale", from: (0, top + 28), to: (100, top + 28))) }
      marks += draw(row.data, top + 28)
    }
    let bottom = rows.count * intervalHeight
    for (place, anchor) in [(0.0, "start"), (0.5, "middle"), (1, "end")] {
      marks += [
        line("tick", from: (place * 100, bottom), to: (place * 100, bottom + 6)),
        tick(place, of: 0...1, anchor, at: (place * 100, bottom + 20)),
      ]
    }
    return Drawing(
      id: id, title: title, description: description, height: bottom + 28, marks: marks)
  }

  /// A bar in parts side by side, the later the darker.
  ///
  /// - Parameter shares: of the whole width, 0 to 1.
  package static func parts(_ shares: [Double], top: Int, height: Int) -> [HTML] {
    var start = 0.0
    return shares.enumerated().compactMap { place, share in
      defer { start += share }
      guard share > 0 else { return nil }
      return HTML(
        .rect,
        [
          .class(shade(place, of: shares.count)), .percent(.x, start * 100), .pixels(.y, top),
          .percent(.width, share * 100), .pixels(.height, height),
        ])
    }
  }

  /// How the style sheet fills one of several steps: the last the darkest of its eight shades.
  package static func shade(_ place: Int, of count: Int) -> String {
    let last = Double(max(1, count - 1))
    return "shade s\(1 + Int((7 * Double(place) / last).rounded(.toNearestOrAwayFromZero)))"
  }

  /// What an axis says at a place from 0 to 1 of its length.
  private static func tick(
    _ place: Double, of axis: ClosedRange<Double>, _ anchor: String, at spot: (x: Double, y: Int)
  ) -> HTML {
    let share = axis.lowerBound + place * (axis.upperBound - axis.lowerBound)
    return HTML(
      .text, [.class("tick \(anchor)"), .percent(.x, spot.x), .pixels(.y, spot.y)],
      Decimal.percent(share))
  }

  /// A dot at a share from 0 to 1.
  package static func dot(_ share: Double, _ middle: Int) -> HTML {
    HTML(
      .circle, [.class("dot"), .percent(.cx, share * 100), .pixels(.cy, middle), .pixels(.r, 5)])
  }

  /// A line from one point to another: sideways in per cent, up and down in pixels.
  package static func line(_ kind: String, from: (x: Double, y: Int), to: (x: Double, y: Int))
    -> HTML
  {
    HTML(
      .line,
      [
        .class(kind), .percent(.x1, from.x), .pixels(.y1, from.y), .percent(.x2, to.x),
        .pixels(.y2, to.y),
      ])
  }

  private static let intervalHeight = 42
}

extension SVG {
  /// A share before and after on a line from 0 to 100 %, named above it.
  package struct Dumbbell {
    /// Names the line, with both shares in words.
    package let label: String
    /// The share before, 0 to 1.
    package let before: Double
    /// The share after, 0 to 1.
    package let after: Double

    package init(label: String, before: Double, after: Double) {
      self.label = label
      self.before = before
      self.after = after
    }
  }

  /// Shares before and after under each other on one scale: a ring, a line, a dot.
  package static func dumbbells(
    _ rows: [Dumbbell], id: String, title: String, description: String
  ) -> Drawing {
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

extension SVG {
  /// A point of a plot, with a short label beside it where it has one.
  package struct Point {
    /// What stands beside the point; nothing where it has no label.
    package let label: String?
    /// How far to the right, 0 to 1 of the width.
    package let x: Double
    /// How far up, 0 to 1 of the height.
    package let y: Double

    package init(label: String?, x: Double, y: Double) {
      self.label = label
      self.x = x
      self.y = y
    }
  }

  /// Points between two axes, with a line across at the middle of each.
  ///
  /// Labels that would cover one another stand to the left of their point or move down.
  /// - Parameter axes: the shares from which to which each axis goes.
  package static func points(
    _ points: [Point], across: (x: Double, y: Double),
    axes: (x: ClosedRange<Double>, y: ClosedRange<Double>), id: String, title: String,
    description: String
  ) -> Drawing {
    let height = 300
    let inset = 8.0
    func x(_ point: Double) -> Double { inset + point * (92 - inset) }
    func y(_ point: Double) -> Int {
      10 + Int(((1 - point) * Double(height - 20)).rounded(.toNearestOrAwayFromZero))
    }
    var marks = [
      HTML(
        .rect,
        [
          .class("frame"), .percent(.x, 0), .pixels(.y, 0), .percent(.width, 100),
          .pixels(.height, height),
        ]),
      line("scale", from: (x(across.x), 0), to: (x(across.x), height)),
      line("scale", from: (0, y(across.y)), to: (100, y(across.y))),
    ]
    for place in [0, 0.5, 1] {
      marks += [
        line("tick", from: (x(place), height), to: (x(place), height + 6)),
        tick(place, of: axes.x, "middle", at: (x(place), height + 20)),
        tick(place, of: axes.y, "start", at: (0.8, y(place) + 4)),
      ]
    }
    for point in points {
      marks.append(
        HTML(
          .circle,
          [
            .class(point.label == nil ? "other" : "dot"), .percent(.cx, x(point.x)),
            .pixels(.cy, y(point.y)), .pixels(.r, point.label == nil ? 4 : 5),
          ]))
    }
    var taken: [(x: Double, y: Int, isLeft: Bool)] = []
    for point in points.sorted(by: { ($0.y, $0.x) > ($1.y, $1.x) }) {
      guard let label = point.label else { continue }
      let place = x(point.x)
      var top = y(point.y) + 5
      func isTaken(isLeft: Bool) -> Bool {
        taken.contains {
          $0.isLeft == isLeft && abs($0.x - place) < 7 && abs($0.y - top) < 14
        }
      }
      while isTaken(isLeft: false) && isTaken(isLeft: true) { top += 1 }
      let isLeft = isTaken(isLeft: false)
      taken.append((place, top, isLeft))
      marks.append(
        HTML(
          .text,
          [
            .class(isLeft ? "point end" : "point"), .percent(.x, place),
            .pixels(.dx, isLeft ? -9 : 9), .pixels(.y, top),
          ], label))
    }
    return Drawing(
      id: id, title: title, description: description, height: height + 28, marks: marks)
  }
}
