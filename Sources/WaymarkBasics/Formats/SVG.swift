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
  /// - Parameter whole: the count that every bar adds up to, where all add up to the same: then the
  ///   foot says how many per cent a length is, from the line to either side.
  package static func splitBars(
    _ bars: [SplitBar], of whole: Int? = nil, id: String, title: String, description: String
  ) -> Drawing {
    let left = bars.map { $0.left.far + $0.left.near }.max() ?? 0
    let right = bars.map { $0.right.near + $0.right.far }.max() ?? 0
    let unit = 100 / Double(max(1, left + right))
    let axis = Double(left) * unit
    var marks: [HTML] = []
    var bottom = 0
    for bar in bars {
      let (label, added) = heading(bar.label, top: bottom)
      let top = bottom + added
      marks += label
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
      bottom = top + rowHeight
    }
    if let whole, !bars.isEmpty {
      marks += scale(of: whole, left: left, right: right, at: bottom)
      bottom += footHeight
    }
    return Drawing(
      id: id, title: title, description: description, height: bottom, marks: marks)
  }

  /// Quarters of the whole from the line to either side, as far as the bars go.
  private static func scale(of whole: Int, left: Int, right: Int, at top: Int) -> [HTML] {
    let unit = 100 / Double(max(1, left + right))
    return (-4...4).flatMap { quarters -> [HTML] in
      let length = whole * quarters / 4
      guard -left <= length, length <= right else { return [] }
      let x = Double(left + length) * unit
      let anchor = x < 4 ? "start" : x > 96 ? "end" : "middle"
      return [
        line("tick", from: (x, top), to: (x, top + 6)),
        tick(abs(Double(quarters)) / 4, of: 0...1, anchor, at: (x, top + 20)),
      ]
    }
  }

  private static let rowHeight = 46
  /// The height of the scale at the foot.
  private static let footHeight = 28
}

extension SVG {
  /// How many letters of a name fit side by side on a phone, 390 pixels wide.
  private static let phone = 48
  /// The height of a line of a name.
  private static let lineHeight = 17

  /// What stands above a row, in as many lines as it needs on a phone, and how many pixels it takes
  /// more than a single line.
  ///
  /// What follows the last colon is the number: it stays whole.
  private static func heading(_ label: String, top: Int) -> (marks: [HTML], added: Int) {
    let lines = lines(of: label)
    let marks = lines.enumerated().map { place, line in
      HTML(.text, [.pixels(.x, 0), .pixels(.y, top + 14 + place * lineHeight)], line)
    }
    return (marks, max(0, lines.count - 1) * lineHeight)
  }

  private static func lines(of label: String) -> [String] {
    guard TextLayout.columns(label) > phone else { return [label] }
    guard let colon = label.lastIndex(of: ":") else {
      return TextLayout.wrap(label, width: phone)
    }
    let number = String(label[label.index(after: colon)...].drop { $0 == " " })
    let lines = TextLayout.wrap(String(label[...colon]), width: phone)
    guard !number.isEmpty, let last = lines.last else { return lines }
    let joined = last + " " + number
    return TextLayout.columns(joined) <= phone
      ? Array(lines.dropLast()) + [joined] : lines + TextLayout.wrap(number, width: phone)
  }
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
    var bottom = 0
    for row in rows {
      let (label, added) = heading(row.label, top: bottom)
      let top = bottom + added
      marks += label
      if hasLine { marks.append(line("scale", from: (0, top + 28), to: (100, top + 28))) }
      marks += draw(row.data, top + 28)
      bottom = top + intervalHeight
    }
    for (place, anchor) in [
      (0.0, "start"), (0.25, "middle"), (0.5, "middle"), (0.75, "middle"), (1, "end"),
    ] {
      marks += [
        line("tick", from: (place * 100, bottom), to: (place * 100, bottom + 6)),
        tick(place, of: 0...1, anchor, at: (place * 100, bottom + 20)),
      ]
    }
    return Drawing(
      id: id, title: title, description: description, height: bottom + footHeight, marks: marks)
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
  /// Labels that would cover one another or a point stand to the left of their point, or a little
  /// below or above it.
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
    let spots = points.map { (x: x($0.x), y: y($0.y)) }
    var taken: [LabelPlace] = []
    for (point, spot) in zip(points, spots).sorted(by: { ($0.0.y, $0.0.x) > ($1.0.y, $1.0.x) }) {
      guard let label = point.label else { continue }
      let place = LabelPlace.free(beside: spot, of: spots, taken: taken)
      taken.append(place)
      marks.append(
        HTML(
          .text,
          [
            .class(place.isLeft ? "point end" : "point"), .percent(.x, place.x),
            .pixels(.dx, place.isLeft ? -9 : 9), .pixels(.y, place.y),
          ], label))
    }
    return Drawing(
      id: id, title: title, description: description, height: height + 28, marks: marks)
  }
}

/// Where a short label stands beside its point: across in per cent, down in pixels.
private struct LabelPlace {
  let x: Double
  /// The line that its letters stand on.
  let y: Int
  let isLeft: Bool

  /// How far a label reaches beside its point on the narrowest page, in per cent of the width.
  private static let width = 7.5

  /// The nearest place where it covers no other label and no point; where there is none near by,
  /// the nearest below where it covers no other label.
  static func free(
    beside spot: (x: Double, y: Int), of spots: [(x: Double, y: Int)], taken: [LabelPlace]
  ) -> LabelPlace {
    func places(_ shift: Int) -> [LabelPlace] {
      [false, true].map { LabelPlace(x: spot.x, y: spot.y + 5 + shift, isLeft: $0) }
    }
    let near = [0] + (1...16).flatMap { [$0, -$0] }
    let free = near.flatMap(places).first { place in
      place.y >= 12 && !taken.contains { place.covers(label: $0) }
        && !spots.contains { place.covers(point: $0) }
    }
    if let free { return free }
    var shift = 0
    while true {
      let free = places(shift).first { place in !taken.contains { place.covers(label: $0) } }
      if let free { return free }
      shift += 1
    }
  }

  private func covers(label other: LabelPlace) -> Bool {
    other.isLeft == isLeft && abs(other.x - x) < 7 && abs(other.y - y) < 14
  }

  private func covers(point spot: (x: Double, y: Int)) -> Bool {
    let distance = isLeft ? x - spot.x : spot.x - x
    return distance > 0 && distance < Self.width && abs(spot.y + 5 - y) < 12
  }
}
