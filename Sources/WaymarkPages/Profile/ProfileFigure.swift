import Waymark
import WaymarkBasics

/// The levels of a person by area as bars that are split at what is usual, with the same numbers
/// in a table.
struct ProfileFigure {
  let names: [String]
  let counts: [Profile.Counts]

  private static let title = "What you rated, area by area"
  private static let parts = [
    ("far left", "Two or more to go"), ("near left", "One to go"),
    ("near right", "As usual"), ("far right", "Above"),
  ]

  var html: HTML {
    HTML(
      .figure, [.name(Self.title), .focusable],
      [
        HTML(
          .figcaption, [],
          "Left of the line: not there yet, one level to go or more. Right of the line: at or above "
            + "what is usual for this role."),
        SVG.splitBars(
          zip(names, counts).map { name, counts in
            SVG.SplitBar(
              label: "\(name): \(Self.share(counts))",
              left: (far: counts.furtherToGo, near: counts.oneToGo),
              right: (near: counts.asUsual, far: counts.above))
          }, id: "areas", title: Self.title, description: description),
        HTML(
          .ul, [.class("key"), .decorative],
          Self.parts.map { kind, words in
            HTML(.li, [], [HTML(.span, [.class("swatch " + kind)]), HTML(text: words)])
          }),
        HTML.table(
          caption: "The same in numbers", columns: ["Area", "At or above"] + Self.parts.map(\.1),
          rows: zip(names, counts).map { name, counts in
            [name, Self.share(counts)]
              + [counts.furtherToGo, counts.oneToGo, counts.asUsual, counts.above]
              .map(String.init)
          }, kind: .figures),
      ])
  }

  private var description: String {
    zip(names, counts).map { name, counts in
      counts.rated == 0
        ? "\(name): \(Self.share(counts))."
        : "\(name): \(Self.share(counts)) at or above; \(counts.furtherToGo) with two or more "
          + "levels to go, \(counts.oneToGo) with one, \(counts.asUsual) as usual, "
          + "\(counts.above) above."
    }.joined(separator: " ")
  }

  private static func share(_ counts: Profile.Counts) -> String {
    counts.rated == 0 ? "nothing to compare" : "\(counts.atOrAbove) of \(counts.rated)"
  }
}
