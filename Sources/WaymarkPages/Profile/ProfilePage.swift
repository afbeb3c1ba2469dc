package import Waymark
package import WaymarkBasics

/// Where a person stands, as a page.
package enum ProfilePage {
  /// The page: what to start with, the levels area by area, strengths, what changed, and for a browser
  /// every answer.
  ///
  /// - Parameters:
  ///   - profile: What to show.
  ///   - person: Whose profile it is, where several people share a computer.
  ///   - language: The language of the framework's words; Waymark's own are English.
  package static func page(
    _ profile: Profile, person: String? = nil, language: LanguageTag = .english
  ) -> Page {
    let words = ProfileWords(profile: profile, language: language)
    return Page(
      words.title,
      header: [
        person.map { Page.Paragraph(["For \($0)"]) },
        Page.Paragraph([words.framework + ".", words.comparison + "."], .soft),
        Page.Paragraph([ProfileWords.selfView], .soft),
        Page.Paragraph(words.headline, .lead),
        words.secondRole.map { Page.Paragraph([$0]) },
        words.unrated.map { Page.Paragraph([$0]) },
      ],
      sections: [
        startWith(words), areas(words), strengths(words), changes(words), answers(words),
      ],
      footer: ProfileWords.origin)
  }

  private static func startWith(_ words: ProfileWords) -> Page.Section? {
    let items = words.profile.startWith
    guard !items.isEmpty else {
      guard let own = words.profile.comparisons.first, own.counts.rated > 0 else { return nil }
      return Page.Section(nil, [.paragraph(Page.Paragraph([ProfileWords.nothingToStartWith]))])
    }
    let entries = items.map { item in
      Page.Entry(
        Page.Phrase(
          [.strong(item.competency.title.text(in: words.language))] + id(item.competency)),
        facts: [
          Page.Paragraph([item.competency.statement.text(in: words.language)]),
          Page.Paragraph(words.reason(item), .soft),
        ] + (words.next(item).map { [Page.Paragraph([$0])] } ?? []))
    }
    return Page.Section(words.startHeading, [.entries(entries, isSpaced: false)])
  }

  private static func areas(_ words: ProfileWords) -> Page.Section {
    let names = words.profile.areas.map { $0.area.shortTitle.text(in: words.language) }
    let own = words.profile.comparisons.first
    return Page.Section(
      "Area by area",
      [.table(own.map { counts(names, $0.areas) } ?? levels(names, words))])
  }

  private static func counts(_ names: [String], _ counts: [Profile.Counts]) -> Page.Table {
    Page.Table(
      ProfileFigure.title, [.words("Area"), .numbers("at or above"), .numbers("not yet")],
      zip(names, counts).map { name, counts in
        guard counts.rated > 0 else {
          return Page.Table.Row(
            [Page.Phrase(name), "-", "-"], sentence: "\(name): nothing to compare.")
        }
        let share = "\(counts.atOrAbove) of \(counts.rated)"
        return Page.Table.Row(
          [Page.Phrase(name), Page.Phrase(share), "\(counts.notYet)"],
          sentence: "\(name): \(share) at or above, \(counts.notYet) not yet.",
          bar: (done: counts.atOrAbove, open: counts.notYet))
      }, legend: "# = at or above, . = not yet",
      drawing: ProfileFigure(names: names, counts: counts).html)
  }

  private static func levels(_ names: [String], _ words: ProfileWords) -> Page.Table {
    let steps = words.profile.framework.scale.steps
    return Page.Table(
      "How many statements you put at each level",
      [.words("Area")]
        + steps.map { .numbers(words.name(of: $0.level), short: String($0.level.rank)) },
      zip(names, words.profile.areas).map { name, area in
        let counts = words.profile.levelCounts(area.items)
        let parts = zip(steps, counts).filter { $0.1 > 0 }.map { step, count in
          "\(count) at level \(words.name(of: step.level))"
        }
        return Page.Table.Row(
          [Page.Phrase(name)] + counts.map { "\($0)" },
          sentence: "\(name): "
            + (parts.isEmpty ? "no level." : parts.joined(separator: "; ") + "."))
      }, legend: words.levels, isWide: false)
  }

  private static func strengths(_ words: ProfileWords) -> Page.Section? {
    let strengths = words.profile.strengths.map(\.competency)
    guard !strengths.isEmpty else { return nil }
    return Page.Section(
      words.strengthsHeading,
      [.list(strengths.map { Page.Phrase([.plain($0.title.text(in: words.language))] + id($0)) })])
  }

  private static func changes(_ words: ProfileWords) -> Page.Section? {
    guard words.profile.earlier != nil else { return nil }
    let rows = words.profile.changes.filter { $0.rise != 0 }.map { change in
      let name = words.name(of: change.competency)
      return Page.Table.Row(
        [
          Page.Phrase(name), Page.Phrase(words.name(of: change.earlier)),
          Page.Phrase(words.name(of: change.level)),
        ], sentence: "\(name): from \(change.earlier.rank) to \(change.level.rank)")
    }
    let table = Page.Table(
      "Statements whose level changed", [.words("Statement"), .words("Before"), .words("Now")],
      rows, isWide: false)
    return Page.Section(
      "What changed",
      [.paragraph(Page.Paragraph(words.change))] + (rows.isEmpty ? [] : [.table(table)]))
  }

  private static func answers(_ words: ProfileWords) -> Page.Section {
    let roles = words.profile.comparisons.map { words.title(of: $0.role) }
    return Page.Section(
      "All your answers", for: .browser,
      words.profile.areas.map { area in
        .table(
          Page.Table(
            area.area.title.text(in: words.language),
            [.words("Statement"), .words("You chose")] + roles.map { .words("Usual for: " + $0) },
            area.items.map { item in
              Page.Table.Row(
                [
                  Page.Phrase(item.competency.statement.text(in: words.language)),
                  Page.Phrase(words.name(of: item.answer)),
                ] + item.targets.map { Page.Phrase($0.map { "\($0.rank)" } ?? "beyond this role") })
            }, isWide: false))
      })
  }

  private static func id(_ competency: Competency) -> [Page.Phrase.Piece] {
    [.plain(" ("), .code(competency.id.description), .plain(")")]
  }
}

/// The levels of a person by area as bars that are split at what is usual, with the same numbers
/// in a table.
private struct ProfileFigure {
  let names: [String]
  let counts: [Profile.Counts]

  static let title = "What you rated, area by area"
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
        Page.Table(
          "The same in numbers",
          [.words("Area"), .numbers("At or above")] + Self.parts.map { .numbers($0.1) },
          zip(names, counts).map { name, counts in
            let numbers = [counts.furtherToGo, counts.oneToGo, counts.asUsual, counts.above]
            return Page.Table.Row(
              ([name, Self.share(counts)] + numbers.map(String.init)).map { Page.Phrase($0) })
          }, isWide: false
        ).html,
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
