extension SVG {
  /// A point of a plot, with a short label beside it where it has one.
  struct Point {
    /// What stands beside the point; nothing where it has no label.
    let label: String?
    /// How far to the right, 0 to 1 of the width.
    let x: Double
    /// How far up, 0 to 1 of the height.
    let y: Double
  }

  /// Points between two axes, with a line across at the middle of each.
  ///
  /// Labels that would cover one another stand to the left of their point or move down.
  static func points(
    _ points: [Point], across: (x: Double, y: Double), id: String, title: String,
    description: String
  ) -> HTML {
    let height = 300
    let inset = 4.0
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
    return image(id: id, title: title, description: description, height: height, marks: marks)
  }
}
