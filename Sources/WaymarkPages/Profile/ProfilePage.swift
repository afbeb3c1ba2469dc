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
      item.level.map { words.common.chose(name($0)) },
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
    guard let level = item.level,
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
