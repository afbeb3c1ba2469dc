extension Page {
  /// A drawing with what is said above and below it, in a page or as a file of its own.
  ///
  /// Its numbers stand in a table of the page as well.
  package struct Chart: Hashable, Sendable {
    /// What a way to fill a part of the drawing stands for.
    package struct Key: Hashable, Sendable {
      package let name: String
      /// As the style sheet fills it.
      package let kinds: [String]

      package init(_ name: String, _ kinds: [String]) {
        self.name = name
        self.kinds = kinds
      }
    }

    package let drawing: SVG.Drawing
    /// What the axis upwards says; nothing where there is none.
    package let above: String?
    package let key: [Key]
    package let caption: String?

    package init(
      _ drawing: SVG.Drawing, above: String? = nil, key: [Key] = [], caption: String? = nil
    ) {
      self.drawing = drawing
      self.above = above
      self.key = key
      self.caption = caption
    }
  }

  /// The charts of the page as files: the name of each, and its SVG.
  ///
  /// The same page gives the same bytes.
  /// - Parameter notes: what each of them has to say of itself where it is seen without the page.
  package func charts(_ notes: [String]) -> [(name: String, contents: String)] {
    sections.flatMap(\.blocks).compactMap { block in
      guard case .chart(let chart) = block else { return nil }
      return (chart.drawing.id, chart.file(notes))
    }
  }
}

extension Page.Chart {
  package var html: HTML {
    let key =
      key.isEmpty
      ? []
      : [
        HTML(
          .ul, [.class("key")],
          key.map { part in
            HTML(
              .li, [],
              [
                HTML(.span, [.class(Self.classes(["swatch"] + part.kinds)), .decorative], ""),
                HTML(text: part.name),
              ])
          })
      ]
    return HTML(
      .figure, [],
      (above.map { [HTML(.p, [.class(Self.classes(["soft", "axis-words"]))], $0)] } ?? []) + [
        drawing.html
      ] + key
        + (caption.map { [HTML(.figcaption, [], $0)] } ?? []))
  }

  private static func classes(_ names: [String]) -> String { names.joined(separator: " ") }
}

// A file of its own: what a page lays out around the drawing is laid out here.
extension Page.Chart {
  /// The width of the file and of the margin around everything, in pixels.
  private static let (width, margin) = (800, 20)
  /// As many letters as fit side by side.
  private static let (headline, line) = (80, 110)

  fileprivate func file(_ notes: [String]) -> String {
    var marks: [HTML] = []
    var bottom = Self.margin
    func write(_ text: String, _ kind: String, letters: Int, height: Int) {
      for line in TextLayout.wrap(text, width: letters) {
        bottom += height
        marks.append(
          HTML(.text, [.class(kind), .pixels(.x, Self.margin), .pixels(.y, bottom)], line))
      }
    }
    write(drawing.title, "title", letters: Self.headline, height: 22)
    if let above { write(above, "soft", letters: Self.line, height: 24) }
    bottom += 16
    marks.append(
      HTML(
        .svg,
        [
          .pixels(.x, Self.margin), .pixels(.y, bottom),
          .pixels(.width, Self.width - 2 * Self.margin), .pixels(.height, drawing.height),
        ], drawing.marks))
    bottom += drawing.height + 8
    for part in key {
      marks.append(
        HTML(
          .rect,
          [
            .class(Self.classes(part.kinds)), .pixels(.x, Self.margin + 1),
            .pixels(.y, bottom + 9), .pixels(.width, 18), .pixels(.height, 11),
          ]))
      bottom += 20
      marks.append(
        HTML(.text, [.class("key"), .pixels(.x, Self.margin + 28), .pixels(.y, bottom)], part.name))
    }
    bottom += 6
    for text in (caption.map { [$0] } ?? []) + notes {
      write(text, "soft", letters: Self.line, height: 20)
    }
    return HTML.drawing(
      width: Self.width, height: bottom + Self.margin, style: ChartStyle.sheet,
      [
        HTML(.title, [], drawing.title), HTML(.desc, [], drawing.description),
        HTML(
          .rect,
          [.class("paper"), .percent(.width, 100), .percent(.height, 100)]),
      ] + marks)
  }
}
