import Waymark
import WaymarkBasics

// The levels area by area.
extension ProfilePage {
  /// For each role a table with its drawing; without one the levels alone.
  var areas: Page.Section {
    let names = profile.areas.map { $0.area.shortTitle.text(in: language) }
    let roles = profile.comparisons
    let tables = roles.enumerated().map { place, comparison in
      counts(
        names, comparison.areas, of: roles.count > 1 ? title(comparison.role) : nil,
        id: place == 0 ? "areas" : "areas-\(place + 1)")
    }
    return Page.Section(
      words.areasHeading, (roles.isEmpty ? [levels(names)] : tables).map(Page.Block.table))
  }

  /// - Parameter role: the role's title, where there are several.
  private func counts(
    _ names: [String], _ counts: [Profile.Counts], of role: String?, id: String
  ) -> Page.Table {
    Page.Table(
      role ?? words.countsTitle,
      [.words(words.area), .numbers(words.atOrAbove), .numbers(words.notYet)],
      zip(names, counts).map { name, counts in
        guard counts.rated > 0 else {
          return Page.Table.Row(
            [Page.Phrase(name), "-", "-"], sentence: words.nothingToCompare(name))
        }
        let share = words.share(counts.atOrAbove, of: counts.rated)
        return Page.Table.Row(
          [Page.Phrase(name), Page.Phrase(share), "\(counts.notYet)"],
          sentence: words.counts(
            name, counts.atOrAbove, of: counts.rated, notYet: counts.notYet),
          bar: (done: counts.atOrAbove, open: counts.notYet))
      }, legend: words.countsLegend, isNamed: role != nil,
      drawing: ProfileFigure(names: names, counts: counts, role: role, id: id, words: words).html)
  }

  private func levels(_ names: [String]) -> Page.Table {
    let steps = profile.framework.scale.steps
    return Page.Table(
      words.levelsTitle,
      [.words(words.area)]
        + steps.map { .numbers(name($0.level), short: String($0.level.rank)) },
      zip(names, profile.areas).map { name, area in
        let counts = profile.levelCounts(area.items)
        return Page.Table.Row(
          [Page.Phrase(name)] + counts.map { "\($0)" },
          sentence: words.levels(
            name,
            zip(steps, counts).filter { $0.1 > 0 }.map { step, count in
              (level: self.name(step.level), count: count)
            }))
      },
      legend: words.levelsLegend(
        steps.map { (rank: $0.level.rank, label: $0.label.text(in: language)) }), isWide: false)
  }
}

/// The levels of a person by area as bars that are split at what is usual, with the same numbers
/// in a table.
private struct ProfileFigure {
  let names: [String]
  let counts: [Profile.Counts]
  /// The role that is compared with, where there are several.
  let role: String?
  let id: String
  let words: ProfileWords

  var html: HTML {
    let parts = SVG.SplitBar.Part.allCases
    return HTML(
      .figure, [.name(title), .focusable],
      [
        HTML(.figcaption, [], words.figureCaption(role)),
        SVG.splitBars(
          zip(names, counts).map { name, counts in
            SVG.SplitBar(
              label: words.bar(name, share(counts)),
              left: (far: counts.furtherToGo, near: counts.oneToGo),
              right: (near: counts.asUsual, far: counts.above))
          }, id: id, title: title, description: description),
        HTML(
          .ul, [.class("key"), .decorative],
          parts.map { part in
            HTML(
              .li, [],
              [HTML(.span, [.class("swatch " + part.rawValue)]), HTML(text: words.part(part))])
          }),
        Page.Table(
          words.figureNumbers,
          [.words(words.area), .numbers(words.atOrAboveColumn)]
            + parts.map { .numbers(words.part($0)) },
          zip(names, counts).map { name, counts in
            let numbers = [counts.furtherToGo, counts.oneToGo, counts.asUsual, counts.above]
            return Page.Table.Row(
              ([name, share(counts)] + numbers.map(String.init)).map { Page.Phrase($0) })
          }, isWide: false
        ).html,
      ])
  }

  private var title: String { role.map(words.countsTitle) ?? words.countsTitle }

  private var description: String {
    zip(names, counts).map { name, counts in
      counts.rated == 0
        ? words.nothingToCompare(name)
        : words.described(
          name, share(counts), furtherToGo: counts.furtherToGo, oneToGo: counts.oneToGo,
          asUsual: counts.asUsual, above: counts.above)
    }.joined(separator: " ")
  }

  private func share(_ counts: Profile.Counts) -> String {
    counts.rated == 0
      ? words.nothingToCompare : words.share(counts.atOrAbove, of: counts.rated)
  }
}
