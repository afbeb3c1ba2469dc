/// Drawings for pages, on top of `HTML`.
///
/// They scale with the page while their text does not: sideways everything is in per cent,
/// up and down in pixels. What they show is in a table beside them as well, as the same words.
enum SVG {
  /// One bar that is split at a line: not there yet on the left, the rest on the right.
  ///
  /// Next to the line is outlined, further from it is solid.
  struct SplitBar {
    /// Names the bar, above it.
    let label: String
    /// Left of the line, far from it and next to it.
    let left: (far: Int, near: Int)
    /// Right of the line, next to it and far from it.
    let right: (near: Int, far: Int)

    /// The parts from left to right with the classes that the style sheet draws them by.
    fileprivate var parts: [(kind: String, count: Int)] {
      [
        ("far left", left.far), ("near left", left.near), ("near right", right.near),
        ("far right", right.far),
      ]
    }
  }

  /// Bars under each other, split in one column, so that their sides can be compared; all lengths
  /// have one scale.
  ///
  /// Nothing to draw gives an empty drawing with its words.
  static func splitBars(_ bars: [SplitBar], id: String, title: String, description: String) -> HTML
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
      for (kind, count) in bar.parts where count > 0 {
        marks.append(
          HTML(
            .rect,
            [
              .class(kind), .percent(.x, Double(start) * unit), .pixels(.y, top + 22),
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
    return image(
      id: id, title: title, description: description, height: bars.count * rowHeight, marks: marks)
  }

  private static let rowHeight = 46
}
