public import Waymark
public import WaymarkBasics

/// Where a person stands, as a page.
public struct ProfilePage {
  private let profile: Profile
  private let words: ProfileWords
  private let language: LanguageTag

  /// The page: what to start with, the levels area by area, strengths, what changed, and for a browser
  /// every answer.
  ///
  /// - Parameters:
  ///   - profile: What to show.
  ///   - person: Whose profile it is, where several people share a computer.
  ///   - language: The language of the framework's words.
  public static func page(
    _ profile: Profile, person: String? = nil, words: ProfileWords,
    language: LanguageTag = .english
  ) -> Page {
    ProfilePage(profile: profile, words: words, language: language).page(for: person)
  }

  private func page(for person: String?) -> Page {
    Page(
      words.title(profile.date, isFinished: profile.isFinished),
      header: [
        person.map { Page.Paragraph([words.common.forPerson($0)]) },
        Page.Paragraph(
          [
            words.framework(
              profile.framework.title.text(in: language), profile.framework.version),
            words.comparedWith(profile.comparisons.map { title($0.role) }),
          ], .soft),
        Page.Paragraph([words.common.selfView], .soft),
        Page.Paragraph(headline, .lead),
        secondRole.map { Page.Paragraph([$0]) },
        unrated.map { Page.Paragraph([$0]) },
      ],
      sections: [startWith, areas, strengths, changes, answers],
      footer: words.common.levelsOrigin)
  }

  // MARK: - What is read first

  private var headline: [String] {
    guard let own = profile.comparisons.first?.counts else {
      let rated = profile.items.count { $0.level != nil }
      return [words.levelsOnly(rated, of: profile.items.count)]
    }
    return [words.headline(own.atOrAbove, of: own.rated)]
      + (own.beyond == 0 ? [] : [words.beyond(own.beyond)])
  }

  private var secondRole: String? {
    guard profile.comparisons.count > 1 else { return nil }
    let second = profile.comparisons[1]
    return words.secondRole(
      title(second.role), second.counts.atOrAbove, of: second.counts.rated,
      beyond: second.counts.beyond)
  }

  private var unrated: String? {
    let unrated = profile.unrated
    return words.unrated(
      notPartOfMyWork: unrated.notPartOfMyWork, cannotJudge: unrated.cannotJudge,
      skipped: unrated.skipped, notAsked: unrated.notAsked, isFinished: profile.isFinished)
  }

  private var startWith: Page.Section? {
    let items = profile.startWith
    guard !items.isEmpty else {
      guard let own = profile.comparisons.first, own.counts.rated > 0 else { return nil }
      return Page.Section(nil, [.paragraph(Page.Paragraph([words.nothingToStartWith]))])
    }
    let entries = items.map { item in
      Page.Entry(
        Page.Phrase([.strong(item.competency.title.text(in: language))] + id(item.competency)),
        facts: [
          Page.Paragraph([item.competency.statement.text(in: language)]),
          Page.Paragraph(reason(item), .soft),
        ] + (next(item).map { [Page.Paragraph([$0])] } ?? []))
    }
    return Page.Section(words.startHeading(items.count), [.entries(entries, isSpaced: false)])
  }

  /// Why a competency stands under "start with", in facts that the person can check.
  private func reason(_ item: Profile.Item) -> [String] {
    [
      item.level.map { words.common.chose(name($0)) },
      profile.comparisons.isEmpty ? nil : usual(item), words.mark(item.priority),
    ].compactMap { $0 }
  }

  private func usual(_ item: Profile.Item) -> String {
    let others = zip(profile.comparisons, item.targets).dropFirst().compactMap {
      comparison, target in
      target.map { (role: title(comparison.role), rank: $0.rank) }
    }
    return words.usual(item.target?.rank, others: others)
  }

  /// What the next level looks like.
  private func next(_ item: Profile.Item) -> String? {
    guard let level = item.level,
      let next = profile.framework.scale.level(rank: level.rank + 1),
      let anchor = item.competency.anchor(next)
    else { return nil }
    return words.nextLevel(name(next), anchor.text(in: language))
  }

  // MARK: - Areas

  private var areas: Page.Section {
    let names = profile.areas.map { $0.area.shortTitle.text(in: language) }
    let own = profile.comparisons.first
    return Page.Section(
      words.areasHeading, [.table(own.map { counts(names, $0.areas) } ?? levels(names))])
  }

  private func counts(_ names: [String], _ counts: [Profile.Counts]) -> Page.Table {
    Page.Table(
      words.countsTitle,
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
      }, legend: words.countsLegend,
      drawing: ProfileFigure(names: names, counts: counts, words: words).html)
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

  // MARK: - Strengths, changes, answers

  private var strengths: Page.Section? {
    let strengths = profile.strengths.map(\.competency)
    guard !strengths.isEmpty else { return nil }
    return Page.Section(
      words.strengthsHeading(profile.teachingLevels.map(\.rank)),
      [.list(strengths.map { Page.Phrase([.plain($0.title.text(in: language))] + id($0)) })])
  }

  private var changes: Page.Section? {
    guard let earlier = profile.earlier else { return nil }
    let changes = profile.changes
    let higher = changes.count { $0.rise > 0 }
    let lower = changes.count { $0.rise < 0 }
    let summary = [
      words.compared(
        changes.count, with: earlier.date, isLookingBack: earlier.isLookingBack),
      words.changed(higher: higher, same: changes.count - higher - lower, lower: lower),
      earlier.isLookingBack ? words.lookingBack : words.common.afterLearning,
    ]
    let rows = changes.filter { $0.rise != 0 }.map { change in
      let statement = words.common.name(
        change.competency.title.text(in: language), id: change.competency.id)
      return Page.Table.Row(
        [
          Page.Phrase(statement), Page.Phrase(name(change.earlier)),
          Page.Phrase(name(change.level)),
        ],
        sentence: words.change(statement, from: change.earlier.rank, to: change.level.rank))
    }
    let table = Page.Table(
      words.changesTitle,
      [.words(words.statement), .words(words.before), .words(words.now)], rows, isWide: false)
    return Page.Section(
      words.changesHeading,
      [.paragraph(Page.Paragraph(summary))] + (rows.isEmpty ? [] : [.table(table)]))
  }

  private var answers: Page.Section {
    let roles = profile.comparisons.map { words.usual(for: title($0.role)) }
    return Page.Section(
      words.answersHeading, for: .browser,
      profile.areas.map { area in
        .table(
          Page.Table(
            area.area.title.text(in: language),
            [.words(words.statement), .words(words.youChose)] + roles.map { .words($0) },
            area.items.map { item in
              Page.Table.Row(
                [
                  Page.Phrase(item.competency.statement.text(in: language)),
                  Page.Phrase(name(item.answer)),
                ]
                  + item.targets.map {
                    Page.Phrase($0.map { "\($0.rank)" } ?? words.beyondThisRole)
                  })
            }, isWide: false))
      })
  }

  // MARK: - Names

  private func id(_ competency: Competency) -> [Page.Phrase.Piece] {
    [.plain(" ("), .code(competency.id.description), .plain(")")]
  }

  private func title(_ role: Role) -> String { role.title.text(in: language) }

  private func name(_ level: Level) -> String {
    words.common.level(
      level.rank, profile.framework.scale.step(level)?.label.text(in: language))
  }

  /// The level, or which kind of no number it is.
  private func name(_ answer: Answer?) -> String {
    switch answer {
    case .level(let level): name(level)
    case .notPartOfMyWork: words.common.notPartOfMyWork
    case .cannotJudge: words.common.cannotJudge
    case .skipped: words.skipped
    case nil: profile.isFinished ? words.notAsked : words.noAnswerYet
    }
  }
}

/// The levels of a person by area as bars that are split at what is usual, with the same numbers
/// in a table.
private struct ProfileFigure {
  let names: [String]
  let counts: [Profile.Counts]
  let words: ProfileWords

  var html: HTML {
    let parts = SVG.SplitBar.Part.allCases
    return HTML(
      .figure, [.name(words.countsTitle), .focusable],
      [
        HTML(.figcaption, [], words.figureCaption),
        SVG.splitBars(
          zip(names, counts).map { name, counts in
            SVG.SplitBar(
              label: words.bar(name, share(counts)),
              left: (far: counts.furtherToGo, near: counts.oneToGo),
              right: (near: counts.asUsual, far: counts.above))
          }, id: "areas", title: words.countsTitle, description: description),
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
