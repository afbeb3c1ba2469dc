public import Waymark
public import WaymarkBasics

/// A learning path to read, print, keep or hand to a supervisor.
public struct PathPage {
  /// Where the page is read.
  public enum Reading: Hashable, Sendable {
    /// In a file that is kept, printed or handed on: all of it, with ids.
    case file
    /// On a screen, whose last lines are what is seen: the steps stand last, and what is rarely read is
    /// counted.
    ///
    /// - ids: whether ids stand beside titles.
    /// - why: whether all that was left out is listed with its reasons, last.
    /// - suffix: the options that mean the same path in a command that is named.
    case screen(ids: Bool, why: Bool, suffix: String)
  }

  let path: LearningPath
  let words: PathWords
  let language: LanguageTag
  let reading: Reading

  init(
    path: LearningPath, words: PathWords, language: LanguageTag, reading: Reading = .file
  ) {
    self.path = path
    self.words = words
    self.language = language
    self.reading = reading
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - person: whose path it is, where several people share a computer.
  ///   - language: the language of the framework's and the catalogue's words.
  public static func page(
    _ path: LearningPath, person: String? = nil, words: PathWords, language: LanguageTag = .english,
    for reading: Reading = .file
  ) -> Page {
    PathPage(path: path, words: words, language: language, reading: reading).page(for: person)
  }

  private func page(for person: String?) -> Page {
    let role = path.profile.comparisons.first.map { $0.role.title.text(in: language) }
    let changes = Page.Section(words.changesHeading(since: path.earlier), lines: changesShown)
    let steps = [
      path.steps.isEmpty
        ? nil : Page.Section(nil, [.entries(path.steps.map(entry), isSpaced: true)]), beginnings,
    ]
    let caveats =
      [words.resource.offline] + words.common.origin(of: path.profile.framework, language)
    let sections: [Page.Section?] =
      switch reading {
      case .file:
        [changes] + steps + [
          Page.Section(nil, uncovered.map { [.paragraph(Page.Paragraph([$0]))] } ?? []),
          Page.Section(words.leftOutHeading, for: .screen, lines: leftOut(most: Self.listed)),
          Page.Section(
            words.doneHeading,
            lines: path.wishes.done.map { words.done($0.title, on: $0.day, note: $0.note) }),
        ]
      case .screen(ids: _, let why, let suffix):
        [
          changes,
          Page.Section(
            nil,
            [uncovered, why ? nil : countLeftOut(suffix), countDone(suffix)].compactMap { $0 }
              .map { .paragraph(Page.Paragraph([$0])) }
              + (path.steps.isEmpty ? [] : [.paragraph(Page.Paragraph(caveats, .soft))])),
        ] + steps + [why ? Page.Section(words.leftOutHeading, lines: leftOut(most: .max)) : nil]
      }
    return Page(
      words.title,
      header: [
        person.map { Page.Paragraph([words.common.forPerson($0)]) },
        Page.Paragraph(
          [words.origin(path.profile.date, comparedWith: role), words.common.selfView], .soft),
        Page.Paragraph(lead, .lead),
      ], sections: sections, footer: reading == .file ? caveats : [], styles: [Self.printStyle])
  }

  private var lead: [String] {
    let hasNews = path.wishes.done.contains { $0.assessment == path.profile.assessment }
    return [
      summary,
      path.steps.isEmpty
        ? nil : words.moreFits(with: path.bounds, path.wishes, namesOptions: reading != .file),
      unjudged.isEmpty
        ? nil
        : words.unjudged(
          unjudged.prefix(Self.named).map { $0 }, more: unjudged.count - Self.named),
      hasTimeLeft ? words.nothingMore : nil,
      path.startsLeft.isEmpty || path.steps.isEmpty
        ? nil
        : words.notInPath(path.startsLeft.map { $0.competency.title.text(in: language) }),
      path.picksAtTop.isEmpty
        ? nil : words.atTop(path.picksAtTop.map { $0.competency.title.text(in: language) }),
    ].compactMap { $0 } + path.unmetWishes.map(words.noStepIs)
      + [
        path.isProved ? nil : words.notProved, hasNews ? words.reviewAdvice : nil,
      ].compactMap { $0 }
  }

  /// What the person could not judge and comes first or the role asks for, so that no step can be for it.
  private var unjudged: [String] {
    let open = path.profile.items.filter {
      $0.answer == .cannotJudge && $0.startingLevel == nil
    }
    return
      (open.filter(\.competency.comesFirst)
      + open.filter { !$0.competency.comesFirst && $0.target != nil })
      .map { $0.competency.title.text(in: language) }
  }

  /// Whether there was time for more, and nothing that would close more.
  private var hasTimeLeft: Bool {
    path.minutesLeft.map { $0 > 0 } ?? false && path.bounds.isEmpty && !path.steps.isEmpty
      && !path.steps.contains { step in
        switch step.preparation {
        case .alone(.noRoom), .alone(.tooLong): true
        default: false
        }
      }
  }

  private var summary: String {
    guard path.steps.isEmpty else {
      return words.steps(
        path.steps.count, minutes: path.minutes,
        isRough: path.steps.contains { $0.resource.duration.isEstimate },
        of: path.wishes.minutesInAll, until: path.wishes.calendar?.until)
    }
    guard path.profile.gaps.isEmpty else {
      return words.noStepFits(path.bounds, path.wishes, namesOptions: reading != .file)
    }
    let unrated = path.profile.unrated
    return path.profile.comparisons.isEmpty
      ? words.nothingToWorkTowards
      : words.noGap(
        open: unrated.cannotJudge + unrated.skipped, namesOptions: reading != .file)
  }

  /// How many changes are listed on a screen; the rest are counted.
  private static let changesListed = 8

  private var changesShown: [String] {
    guard case .screen(ids: _, why: false, suffix: _) = reading,
      changes.count > Self.changesListed
    else { return changes }
    return changes.prefix(Self.changesListed)
      + [words.moreLeftOut(changes.count - Self.changesListed)]
  }

  /// How many statements that nothing serves are named on a screen.
  private static let named = 3

  /// What nothing in the catalogue serves; `nil` where that is nothing, or what was asked for says why.
  private var uncovered: String? {
    guard !path.uncovered.isEmpty else { return nil }
    guard case .screen(ids: _, let why, suffix: _) = reading else {
      return words.nothingFits(path.uncovered.map { name($0.competency) })
    }
    if !why, path.steps.isEmpty, !path.bounds.isEmpty { return nil }
    return why || path.uncovered.count <= Self.named
      ? words.nothingFits(path.uncovered.map { name($0.competency) })
      : words.nothingFits(count: path.uncovered.count)
  }

  private func countLeftOut(_ suffix: String) -> String? {
    path.leftOut.isEmpty ? nil : words.leftOut(count: path.leftOut.count, suffix)
  }

  private func countDone(_ suffix: String) -> String? {
    path.wishes.done.isEmpty ? nil : words.done(count: path.wishes.done.count, suffix)
  }

  /// What can be begun in the time that no step fits.
  private var beginnings: Page.Section? {
    guard !path.beginnings.isEmpty else { return nil }
    return Page.Section(
      words.beginningsHeading(minutes: path.steps.isEmpty ? nil : path.minutesLeft),
      [.entries(path.beginnings.map(entry), isNumbered: false, isSpaced: true)])
  }

  private func entry(_ beginning: PathBeginning) -> Page.Entry {
    let facts = [
      Page.Paragraph([
        words.begins(beginning, statement: beginning.item.competency.title.text(in: language))
      ])
    ]
    switch beginning.part {
    case .learn(let resource):
      return entry(
        resource, resource.title(alone: worksAlone ?? false).text(in: language), facts: facts)
    case .prepare(_, let parts):
      let text = parts.map { part in
        (worksAlone == true ? part.alone ?? part.text : part.text).text(in: language)
      }.joined(separator: " ")
      return Page.Entry(Page.Phrase(text), facts: facts, isTicked: true)
    }
  }

  private func entry(_ step: LearningPath.Step) -> Page.Entry {
    let resource = step.resource
    let title = resource.title(alone: worksAlone ?? false).text(in: language)
    let facts =
      (words.resource.details(resource.practice, in: language, alone: worksAlone)
      + [Self.when(step, until: path.wishes.calendar?.until, words)].compactMap { $0 }).map {
        Page.Paragraph([$0])
      }
      + reasons(step).flatMap { reason in
        [Page.Paragraph([reason.purpose], .purpose), Page.Paragraph(reason.facts, .soft)]
          + (reason.thereWhen.map { [Page.Paragraph([$0])] } ?? [])
      }
    return entry(resource, title, facts: facts)
  }

  /// Something to learn from with its address, or something to do.
  private func entry(
    _ resource: LearningResource, _ title: String, facts: [Page.Paragraph]
  ) -> Page.Entry {
    guard let url = resource.url, let provider = resource.provider else {
      return Page.Entry(
        Page.Phrase(words.resource.name(title, of: resource)), facts: facts,
        isTicked: true)
    }
    return Page.Entry(
      Page.Phrase([.link(title, to: url), .plain(words.resource.by(provider))]), facts: facts,
      address: Page.Entry.Address(url: url, remark: words.resource.seen(resource.sighting)),
      isTicked: true)
  }

  /// Whether the person works alone; `nil` where no role says.
  private var worksAlone: Bool? { path.profile.comparisons.first?.role.worksAlone }

  /// How many resources that were left out are listed in a file; the rest are counted.
  private static let listed = 10

  private func leftOut(most: Int) -> [String] {
    let lines = path.leftOut.prefix(most).map { leftOut in
      let title = shortName(leftOut.resource)
      return words.leftOut(
        words.resource.name(title, of: leftOut.resource), reason(leftOut))
    }
    let more = path.leftOut.count - lines.count
    return lines + (more > 0 ? [words.moreLeftOut(more)] : [])
  }

  /// Five steps go on one sheet of paper; what was left out is read on the screen.
  private static let printStyle: StaticString = """
    .tick > .box { display: none; }
    @media print {
      .tick > .box { display: inline-block; width: .9em; height: .9em; margin-right: .5em;
        border: 1.5px solid var(--ink); vertical-align: -.1em; }
      body { font-size: 8.5pt; line-height: 1.25; }
      h1 { font-size: 1.5em; margin: 0; } h2 { font-size: 1.15em; margin: .4rem 0 .2rem; }
      p { margin: .1rem 0; } ol, ul { margin: .3rem 0; } .steps > li { margin: 0 0 .4rem; }
      .steps p { display: inline; } .steps p::before { content: " "; }
      .steps .purpose::before, .steps .address::before { content: "\\A"; white-space: pre; }
      .screen { display: none; }
    }

    """
}

// What is said of steps, of what is none and of changes, in every format.
extension PathPage {
  /// Why a step is there, for one competency.
  struct Reason {
    /// Which competency.
    let purpose: Page.Phrase
    /// What the person said and what the resource does.
    let facts: [String]
    /// What the level that it leads to looks like.
    let thereWhen: Page.Phrase?
  }

  /// Why a step is there: what it prepares for, then a reason for each competency in which it leads to a
  /// level.
  func reasons(_ step: LearningPath.Step) -> [Reason] {
    let closing = step.gains.filter { $0.closed > $0.held }
    guard closing.isEmpty else {
      return prepares(step, takes: nil)
        + closing.enumerated().map { reason(step, $1, isFirst: $0 == 0) }
    }
    let takes = words.takes(
      step.resource.format, step.resource.duration, cost: step.resource.cost, in: languages(step))
    return step.gains.isEmpty
      ? [Reason(purpose: Page.Phrase([.plain(words.isAskedFor)]), facts: [takes], thereWhen: nil)]
      : prepares(step, takes: takes)
  }

  private func prepares(_ step: LearningPath.Step, takes: String?) -> [Reason] {
    let gains = step.gains.filter(\.isPreparation)
    guard !gains.isEmpty else { return [] }
    return [
      Reason(
        purpose: words.preparesFor(
          gains.map { gain in
            (purpose(gain), Array(gain.closed.rank + 1...gain.reached.rank))
          }), facts: [takes].compactMap { $0 }, thereWhen: nil)
    ]
  }

  private func reason(
    _ step: LearningPath.Step, _ gain: LearningPath.Gain, isFirst: Bool
  ) -> Reason {
    let item = gain.item
    let facts = [
      item.level.map { words.common.chose(name($0)) }
        ?? item.startingLevel.map { words.notJudged(name($0)) },
      // After what comes before the step.
      gain.held == item.startingLevel ? nil : words.byThen(name(gain.held)),
      gain.comesBeforeAll ? words.comesBeforeAll : nil,
      path.profile.comparisons.isEmpty ? nil : words.usual(item.target?.rank),
      words.mark(item.priority), does(step, gain.service, isFirst: isFirst),
      step.preparation.map(prepared) ?? words.noPractice,
    ]
    return Reason(
      purpose: Page.Phrase([.plain(words.purpose)] + [purpose(gain)]),
      facts: facts.compactMap { $0 },
      thereWhen: item.competency.anchor(gain.closed).map {
        words.thereWhen(path.profile.framework.spoken($0, in: language))
      })
  }

  private func purpose(_ gain: LearningPath.Gain) -> Page.Phrase.Piece {
    let competency = gain.item.competency
    return path.profile.framework.spoken(competency.title, in: language) {
      .plain(name($0, of: competency.id))
    }
  }

  private func prepared(_ preparation: LearningPath.Preparation) -> String {
    switch preparation {
    case .steps(let resources): words.learnFirst(from: resources.map(title))
    case .learned: words.isLearned
    case .alone(let reason):
      words.practiceAlone(reason) { resource in
        words.resource.name(resource.title.text(in: language), of: resource)
      }
    }
  }

  private func does(
    _ step: LearningPath.Step, _ service: LearningResource.Service, isFirst: Bool
  ) -> String {
    let resource = step.resource
    let (from, to) = (service.from.rank, service.to.rank)
    guard isFirst else { return words.alsoLeads(from: from, to: to) }
    return words.leads(
      resource.format, from: from, to: to, takes: resource.duration,
      cost: resource.isPractice ? nil : resource.cost, in: languages(step), isSum: resource.isSum)
  }

  /// The languages of what is learned from, where they do not go without saying.
  private func languages(_ step: LearningPath.Step) -> [LanguageTag] {
    let resource = step.resource
    return resource.isPractice || resource.languages == [shownLanguage] ? [] : resource.languages
  }

  /// The language that the statements are shown in, which goes without saying.
  private var shownLanguage: LanguageTag {
    let framework = path.profile.framework
    return framework.title.language(in: language, of: framework.language).language
  }

  /// When a step is done or takes place; `nil` without weeks.
  ///
  /// - Parameter last: the last day that the person named.
  static func when(
    _ step: LearningPath.Step, until last: CalendarDate?, _ words: PathWords
  ) -> String? {
    step.day.map { day in
      guard step.resource.features.days.isEmpty else { return words.takesPlace(on: day) }
      return step.beginsBy.map {
        words.begin(by: $0, until: day, isLate: last.map { day > $0 } ?? false)
      } ?? words.doneBy(day)
    }
  }

  func reason(_ leftOut: LearningPath.LeftOut) -> String {
    reason(leftOut.reason, of: leftOut.resource)
  }

  private func reason(
    _ obstacle: LearningPath.Obstacle, of resource: LearningResource
  ) -> String {
    switch obstacle {
    case .past: words.isOver
    case .outsideWeeks: words.isOutsideWeeks
    case .otherLanguage: words.only(in: resource.languages)
    case .notFree: words.tooDear(resource.cost)
    case .overMoney(let left): words.tooDear(resource.cost, left: left)
    case .noPriceKnown: words.noPriceKnown
    case .dropped: words.isDropped
    case .done: words.isDone
    case .requires(.level(let id, let level)): words.asksFor(level.rank, of: title(id))
    case .requires(.resource(let id)): words.asksFor(title(id))
    case .enoughCourses: words.coursesAreEnough(LearningPath.Wishes.courses)
    case .startsHigher(let id, let from, let held):
      words.startsHigher(from.rank, of: title(id), held: held.rank)
    case .covered: words.isCovered
    case .noTimeKnown: words.noTimeKnown
    case .overBudget(let left): words.tooLong(resource.duration, left: left)
    case .overBudgetWithPractice(let minutes, let left):
      words.tooLongWithPractice(minutes, left: left)
    case .later: words.isForLater
    }
  }

  /// What has changed since the path that was seen before; empty when nothing has.
  var changes: [String] {
    path.changes.map { change in
      switch change {
      case .done(let record): words.done(record.title)
      case .vanished(let title): words.vanished(title)
      case .removed(let resource, .done), .removed(let resource, .dropped):
        words.leftOutAsSaid(shortName(resource))
      case .removed(let resource, let obstacle):
        words.noLonger(shortName(resource), reason(obstacle, of: resource))
      case .needless(let title): words.needless(title)
      case .added(let resource): words.added(shortName(resource))
      case .moved(let resource, let from, let to):
        words.moved(shortName(resource), from: from, to: to)
      }
    }
  }

  /// A resource without who offers it.
  private func shortName(_ resource: LearningResource) -> String {
    resource.title(alone: worksAlone ?? false).text(in: language)
  }

  private func name(_ competency: Competency) -> String {
    name(competency.title.text(in: language), of: competency.id)
  }

  private func name(_ title: String, of id: CompetencyID) -> String {
    if case .screen(ids: false, why: _, suffix: _) = reading { return title }
    return words.common.name(title, id: id)
  }

  private func name(_ level: Level) -> String {
    words.common.level(
      level.rank, path.profile.framework.scale.step(level)?.label.text(in: language))
  }

  private func title(_ id: CompetencyID) -> String {
    path.profile.framework.competency(id)?.title.text(in: language) ?? id.description
  }

  private func title(_ id: ID<LearningResource>) -> String {
    let known = path.steps.map(\.resource) + path.leftOut.map(\.resource)
    return known.first { $0.id == id }?.title.text(in: language) ?? id.description
  }
}

/// What a person has done of their paths and what they do not want, each with its number.
public enum LearningLogPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - titles: what something is called now; else it bears the title that it had.
  ///   - notes: whether what the person wrote stands there.
  ///   - suffix: the options that mean the same person in a command that is named.
  public static func page(
    _ log: LearningLog, titles: [ID<LearningResource>: String] = [:], notes: Bool = true,
    suffix: String = "", words: PathWords
  ) -> Page {
    let entries = log.marked.enumerated().compactMap { place, entry -> Page.Entry? in
      guard let fact = fact(of: entry.resource, log, notes: notes, words) else { return nil }
      let title = titles[entry.resource] ?? entry.title
      return Page.Entry(
        Page.Phrase(words.numbered(place + 1, title)), facts: [Page.Paragraph(fact)])
    }
    return Page(
      words.logTitle, header: [entries.isEmpty ? Page.Paragraph([words.logIsEmpty]) : nil],
      sections: [
        entries.isEmpty
          ? nil : Page.Section(nil, [.entries(entries, isNumbered: false, isSpaced: true)])
      ],
      footer: entries.isEmpty ? [] : [words.toTakeBack(suffix)])
  }

  private static func fact(
    of resource: ID<LearningResource>, _ log: LearningLog, notes: Bool, _ words: PathWords
  ) -> [String]? {
    if let record = log.done.first(where: { $0.resource == resource }) {
      return [words.doneOn(record.day)]
        + (notes ? record.note.map { [words.yourNote($0)] } ?? [] : [])
    }
    return log.dropped.contains(resource) ? [words.wasDropped] : nil
  }
}
