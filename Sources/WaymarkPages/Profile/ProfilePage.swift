public import Waymark
public import WaymarkBasics

/// Where a person stands, as a page.
public struct ProfilePage {
  let profile: Profile
  let words: ProfileWords
  let language: LanguageTag
  private let notes: NoteList?
  private let showsAll: Bool

  /// The page: what to start with, the levels area by area, what changed, strengths, and for a browser
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
    page(profile, notes: nil, showsAll: false, person: person, words: words, language: language)
  }

  /// The page with what stands on some of them alone.
  ///
  /// - Parameters:
  ///   - notes: The person's notes, for their own eyes; `nil` leaves them out.
  ///   - showsAll: Whether every answer and every strength is shown as text too.
  package static func page(
    _ profile: Profile, notes: NoteList?, showsAll: Bool, person: String? = nil,
    words: ProfileWords, language: LanguageTag = .english
  ) -> Page {
    ProfilePage(
      profile: profile, words: words, language: language, notes: notes, showsAll: showsAll
    ).page(for: person)
  }

  private func page(for person: String?) -> Page {
    let roles = profile.comparisons
    let compared =
      profile.hasUsualLevels ? words.comparedWith(roles.map { title($0.role) }) : words.levelsAlone
    return Page(
      words.title(profile.date, isFinished: profile.isFinished),
      header: [
        person.map { Page.Paragraph([words.common.forPerson($0)]) },
        Page.Paragraph(
          [
            words.framework(
              profile.framework.title.text(in: language), profile.framework.version), compared,
          ], .soft),
        coreForm, Page.Paragraph([words.common.selfView], .soft),
      ] + headlines.map { Page.Paragraph($0, .lead) } + [unrated.map { Page.Paragraph([$0]) }],
      sections: [startWith, areas, changes] + strengths + answers
        + [notes.flatMap { NotesPage.section($0, words: words.notes, language: language) }],
      footer: words.common.origin(of: profile.framework, language), styles: [Self.style])
  }

  // MARK: - What is read first

  /// What of all it is about; `nil` for the full form.
  private var coreForm: Page.Paragraph? {
    let all = profile.items.count
    return switch profile.form {
    case .full: nil
    case .core: Page.Paragraph([words.coreForm(profile.itemsOfForm.count, of: all)])
    }
  }

  /// How many statements are where they are usually, for each role on its own.
  private var headlines: [[String]] {
    let items = profile.itemsOfForm
    let rated = items.count { $0.level != nil }
    let roles = profile.comparisons
    guard !roles.isEmpty else { return [[words.levelsOnly(rated, of: items.count)]] }
    return roles.map { comparison in
      let counts = comparison.counts
      return [
        words.headline(
          counts.atOrAbove, of: counts.rated,
          for: roles.count > 1 ? title(comparison.role) : nil)
      ] + (counts.beyond == 0 ? [] : [words.beyond(counts.beyond)])
    }
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
        Page.Phrase([
          spoken(item.competency.title, as: Page.Phrase.Piece.strong), id(item.competency),
        ]),
        facts: [
          Page.Paragraph([Page.Phrase([spoken(item.competency.statement)])]),
          Page.Paragraph(reason(item), .soft),
        ] + (next(item).map { [Page.Paragraph([$0])] } ?? []))
    }
    let first = profile.comparisons.count > 1 ? profile.comparisons.first : nil
    return Page.Section(
      words.startHeading(items.count, for: first.map { title($0.role) }),
      [.entries(entries, isSpaced: false)])
  }

  /// Why a competency stands under "start with", in facts that the person can check.
  private func reason(_ item: Profile.Item) -> [String] {
    [
      item.level.map { words.common.chose(name($0)) } ?? words.notJudged,
      profile.comparisons.isEmpty ? nil : usual(item), words.mark(item.priority),
    ].compactMap { $0 }
  }

  private func usual(_ item: Profile.Item) -> String {
    let roles = zip(profile.comparisons, item.targets)
    guard profile.comparisons.count > 1 else { return words.usual(item.target?.rank) }
    return words.usual(roles.map { (role: title($0.role), rank: $1?.rank) })
  }

  /// What the next level looks like.
  private func next(_ item: Profile.Item) -> String? {
    guard let level = item.startingLevel,
      let next = profile.framework.scale.level(rank: level.rank + 1),
      let anchor = item.competency.anchor(next)
    else { return nil }
    return words.nextLevel(name(next), anchor.text(in: language))
  }

  // MARK: - Strengths and answers

  /// A screen shows some of many strengths, unless all is asked for.
  private var strengths: [Page.Section?] {
    let strengths = profile.strengths.map(\.competency)
    guard !strengths.isEmpty else { return [] }
    let heading = words.strengthsHeading(profile.teachingLevels.map(\.rank))
    let lines = strengths.map { title($0) }
    guard !showsAll, lines.count > Self.strengthsAtOnce + 2 else {
      return [Page.Section(heading, [.list(lines)])]
    }
    let others = words.moreStrengths(lines.count - Self.strengthsAtOnce)
    return [
      Page.Section(
        heading, for: .document,
        [
          .list(Array(lines.prefix(Self.strengthsAtOnce))), .paragraph(Page.Paragraph([others])),
        ]), Page.Section(heading, for: .browser, [.list(lines)]),
    ]
  }

  private static let strengthsAtOnce = 8

  private var answers: [Page.Section?] {
    [
      showsAll
        ? Page.Section(words.answersHeading, for: .document, answers { title($0.competency) })
        : nil,
      Page.Section(
        words.answersHeading, for: .browser,
        answers { Page.Phrase([spoken($0.competency.statement)]) }),
    ]
  }

  /// A table of answers for each area, in which statements are named in some way.
  private func answers(_ name: (Profile.Item) -> Page.Phrase) -> [Page.Block] {
    let roles = profile.comparisons.map { title($0.role) }
    let legend: [Page.Block] =
      roles.isEmpty ? [] : [.paragraph(Page.Paragraph(words.answersLegend(roles), .soft))]
    let columns: [Page.Table.Column] = roles.indices.map { place in
      let short = words.usualColumn(place, of: roles.count)
      return .numbers(roles.count == 1 ? words.usualColumn : short, short: short)
    }
    return legend
      + profile.areas.map { area in
        .table(
          Page.Table(
            area.area.shortTitle.text(in: language),
            [.words(words.statement), .words(words.youChose)] + columns,
            area.items.map { item in
              let usual = item.targets.map { $0.map { "\($0.rank)" } ?? words.beyondRole }
              return Page.Table.Row(
                [name(item), Page.Phrase(self.name(item.answer))] + usual.map { Page.Phrase($0) },
                sentence: words.answer(
                  name(item).text, self.name(item.answer), usual: Array(zip(roles, usual))))
            }, isWide: false, isNamed: true))
      }
  }

  // MARK: - Names

  func id(_ competency: Competency) -> Page.Phrase.Piece { .id(competency.id.description) }

  func title(_ competency: Competency) -> Page.Phrase {
    Page.Phrase([spoken(competency.title), id(competency)])
  }

  /// A text of the framework, with its language where that is another than the page's.
  private func spoken(
    _ text: LocalizedText, as piece: (String) -> Page.Phrase.Piece = Page.Phrase.Piece.plain
  ) -> Page.Phrase.Piece {
    profile.framework.spoken(text, in: language, as: piece)
  }

  func title(_ role: Role) -> String { role.title.text(in: language) }

  func name(_ level: Level) -> String {
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

extension Framework {
  /// A text of it as a piece of a page that is in English, with its language where that is another.
  func spoken(
    _ text: LocalizedText, in language: LanguageTag,
    as piece: (String) -> Page.Phrase.Piece = Page.Phrase.Piece.plain
  ) -> Page.Phrase.Piece {
    let found = text.language(in: language, of: self.language)
    let words = piece(text.text(in: language))
    return found.fallbacks.contains(.english) ? words : .spoken(words, in: found)
  }
}

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
          }, id: id, title: title, description: description
        ).html,
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

// What changed since an earlier assessment.
extension ProfilePage {
  /// How many levels rose and fell, a picture of before and now, and the statements that changed.
  var changes: Page.Section? {
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
      let title = title(change.competency)
      return Page.Table.Row(
        [title, Page.Phrase(name(change.earlier)), Page.Phrase(name(change.level))],
        sentence: words.change(title.text, from: change.earlier.rank, to: change.level.rank))
    }
    let table = Page.Table(
      words.changesTitle,
      [.words(words.statement), .words(words.before), .words(words.now)], rows, isWide: false)
    return Page.Section(
      words.changesHeading,
      [.paragraph(Page.Paragraph(summary))] + (picture.map { [.table($0)] } ?? [])
        + (rows.isEmpty ? [] : [.table(table)]))
  }

  /// Before and now: for a role the areas, and without one how many statements stand at each level.
  private var picture: Page.Table? {
    let areas = profile.areaShifts.filter { $0.shift.count > 0 }
    if !areas.isEmpty {
      let role = profile.comparisons.count > 1 ? profile.comparisons.first : nil
      return table(
        words.areaShifts(for: role.map { title($0.role) }), words.area,
        areas.map { ($0.area.shortTitle.text(in: language), $0.shift) }, drawsEach: true)
    }
    let levels = profile.levelShifts.filter { $0.shift.before + $0.shift.now > 0 }
    guard !levels.isEmpty else { return nil }
    return table(
      words.levelShifts, words.level, levels.map { (name($0.step.level), $0.shift) },
      drawsEach: false)
  }

  /// - Parameter drawsEach: whether each row is short enough for a mark a statement.
  private func table(
    _ title: String, _ subject: String, _ shifts: [(name: String, shift: Profile.Shift)],
    drawsEach: Bool
  ) -> Page.Table {
    let texts = shifts.map { name, shift in
      (
        name: name, before: words.share(shift.before, of: shift.count),
        now: words.share(shift.now, of: shift.count)
      )
    }
    let bare = Page.Table(
      words.figureNumbers, [.words(subject), .numbers(words.before), .numbers(words.now)],
      texts.map {
        Page.Table.Row([Page.Phrase($0.name), Page.Phrase($0.before), Page.Phrase($0.now)])
      },
      isWide: false)
    let drawing = HTML(
      .figure, [.name(title), .focusable],
      [
        HTML(.figcaption, [], words.shiftCaption(title)),
        SVG.dumbbells(
          zip(shifts, texts).map { shift, text in
            let count = Double(max(1, shift.shift.count))
            return SVG.Dumbbell(
              label: words.shift(text.name, text.before, text.now),
              before: Double(shift.shift.before) / count, after: Double(shift.shift.now) / count)
          }, id: "changes", title: title,
          description: texts.map { words.shift($0.name, $0.before, $0.now) + "." }
            .joined(separator: " ")
        ).html, bare.html,
      ])
    return Page.Table(
      title,
      [.words(subject), .numbers(words.beforeShort), .numbers(words.nowShort)]
        + (drawsEach ? [.words(words.shiftLegend)] : []),
      zip(shifts, texts).map { shift, text in
        Page.Table.Row(
          [Page.Phrase(text.name), Page.Phrase(text.before), Page.Phrase(text.now)]
            + (drawsEach ? [Page.Phrase(Self.marks(shift.shift))] : []),
          sentence: words.shift(text.name, text.before, text.now) + ".")
      }, isNamed: true, drawing: drawing)
  }

  /// A mark for each statement: there both times, there only now, there only before, or not yet.
  private static func marks(_ shift: Profile.Shift) -> String {
    let both = min(shift.before, shift.now)
    return String(repeating: "#", count: both)
      + String(repeating: "+", count: shift.now - both)
      + String(repeating: "-", count: shift.before - both)
      + String(repeating: ".", count: shift.count - max(shift.before, shift.now))
  }

  /// What the drawing of before and now is laid out by, and how the page is printed: close, so that
  /// the first sheet is full.
  static let style: StaticString = """
    .scale, .tick { stroke: var(--line); stroke-width: 1; }
    svg text.tick { stroke: none; fill: var(--soft); font-size: 12px; }
    .start { text-anchor: start; } .middle { text-anchor: middle; } .end { text-anchor: end; }
    .interval { stroke: var(--there); stroke-width: 3; }
    .ring { fill: var(--paper); stroke: var(--there); stroke-width: 2; }
    .dot { fill: var(--there); }
    @media print {
      h1 { font-size: 1.4rem; } h2 { margin: 1.1rem 0 .3rem; } p { margin: .2rem 0; }
      .lead { margin-top: .5rem; } .steps > li { margin: .45rem 0; }
      figure { margin: .3rem 0; } table { margin: .4rem 0; }
    }

    """
}
