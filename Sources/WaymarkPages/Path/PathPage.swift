public import Waymark
public import WaymarkBasics

/// A learning path to read, print, keep or hand to a supervisor.
public struct PathPage {
  let path: LearningPath
  let words: PathWords
  let language: LanguageTag

  /// The page.
  ///
  /// - Parameters:
  ///   - person: whose path it is, where several people share a computer.
  ///   - language: the language of the framework's and the catalogue's words.
  public static func page(
    _ path: LearningPath, person: String? = nil, words: PathWords, language: LanguageTag = .english
  ) -> Page {
    PathPage(path: path, words: words, language: language).page(for: person)
  }

  private func page(for person: String?) -> Page {
    let role = path.profile.comparisons.first.map { $0.role.title.text(in: language) }
    return Page(
      words.title,
      header: [
        person.map { Page.Paragraph([words.common.forPerson($0)]) },
        Page.Paragraph(
          [words.origin(path.profile.date, comparedWith: role), words.common.selfView], .soft),
        Page.Paragraph(lead, .lead),
      ],
      sections: [
        Page.Section(words.changesHeading(since: path.earlier), lines: changes),
        path.steps.isEmpty
          ? nil : Page.Section(nil, [.entries(path.steps.map(entry), isSpaced: true)]),
        path.uncovered.isEmpty
          ? nil
          : Page.Section(
            nil,
            [
              .paragraph(
                Page.Paragraph([words.nothingFits(path.uncovered.map { name($0.competency) })]))
            ]),
        Page.Section(words.leftOutHeading, for: .screen, lines: leftOut),
        Page.Section(
          words.doneHeading,
          lines: path.wishes.done.map { words.done($0.title, on: $0.day, note: $0.note) }),
      ],
      footer: [words.resource.offline] + words.common.origin(of: path.profile.framework, language),
      styles: [Self.printStyle])
  }

  private var lead: [String] {
    let hasNews = path.wishes.done.contains { $0.assessment == path.profile.assessment }
    return [
      summary, path.isProved ? nil : words.notProved, hasNews ? words.reviewAdvice : nil,
    ].compactMap { $0 }
  }

  private var summary: String {
    guard path.steps.isEmpty else {
      return words.steps(
        path.steps.count, minutes: path.minutes,
        isRough: path.steps.contains { $0.resource.duration.isEstimate },
        of: path.wishes.minutesInAll)
    }
    guard path.profile.gaps.isEmpty else { return words.noStepFits }
    return path.profile.comparisons.isEmpty ? words.nothingToWorkTowards : words.noGap
  }

  private func entry(_ step: LearningPath.Step) -> Page.Entry {
    let resource = step.resource
    let title = resource.title.text(in: language)
    let facts =
      (Self.when(step, words: words).map { [Page.Paragraph([$0])] } ?? [])
      + reasons(step).flatMap { reason in
        [Page.Paragraph([reason.purpose], .purpose), Page.Paragraph(reason.facts, .soft)]
          + (reason.thereWhen.map { [Page.Paragraph([$0])] } ?? [])
      }
    guard let url = resource.url, let provider = resource.provider else {
      return Page.Entry(
        Page.Phrase(words.resource.name(title, by: resource.provider)), facts: facts)
    }
    return Page.Entry(
      Page.Phrase([.link(title, to: url), .plain(words.resource.by(provider))]), facts: facts,
      address: Page.Entry.Address(url: url, remark: words.resource.checked(resource.checked)))
  }

  /// How many resources that were left out are listed; the rest are counted.
  private static let listed = 10

  private var leftOut: [String] {
    let lines = path.leftOut.prefix(Self.listed).map { leftOut in
      let title = leftOut.resource.title.text(in: language)
      return words.leftOut(
        words.resource.name(title, by: leftOut.resource.provider), reason(leftOut))
    }
    let more = path.leftOut.count - Self.listed
    return lines + (more > 0 ? [words.moreLeftOut(more)] : [])
  }

  /// Five steps go on one sheet of paper; what was left out is read on the screen.
  private static let printStyle: StaticString = """
    @media print {
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
    let purpose: String
    /// What the person said and what the resource does.
    let facts: [String]
    /// What the level that it leads to looks like.
    let thereWhen: String?
  }

  /// Why a step is there: a reason for each competency.
  func reasons(_ step: LearningPath.Step) -> [Reason] {
    step.gains.enumerated().map { place, gain in
      let item = gain.item
      let facts = [
        item.level.map { words.common.chose(name($0)) },
        // After what comes before the step.
        gain.held == item.level ? nil : words.byThen(name(gain.held)),
        path.profile.comparisons.isEmpty ? nil : words.usual(item.target?.rank),
        words.mark(item.priority), does(step.resource, gain.service, isFirst: place == 0),
      ]
      return Reason(
        purpose: words.purpose(name(item.competency)), facts: facts.compactMap { $0 },
        thereWhen: item.competency.anchor(gain.reached).map {
          words.thereWhen($0.text(in: language))
        })
    }
  }

  private func does(
    _ resource: LearningResource, _ service: LearningResource.Service, isFirst: Bool
  ) -> String {
    let (from, to) = (service.from.rank, service.to.rank)
    guard isFirst else { return words.alsoLeads(from: from, to: to) }
    return words.leads(
      resource.format, from: from, to: to,
      takes: words.resource.takes(resource.duration, resource.cost, in: resource.languages))
  }

  /// When a step is done or takes place; `nil` without weeks.
  static func when(_ step: LearningPath.Step, words: PathWords) -> String? {
    step.day.map {
      step.resource.features.days.isEmpty ? words.doneBy($0) : words.takesPlace(on: $0)
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
    case .otherLanguage: words.only(in: resource.languages)
    case .notFree: words.tooDear(resource.cost)
    case .overMoney(let left): words.tooDear(resource.cost, left: left)
    case .noPriceKnown: words.noPriceKnown
    case .dropped: words.isDropped
    case .done: words.isDone
    case .requires(.level(let id, let level)): words.asksFor(level.rank, of: title(id))
    case .requires(.resource(let id)): words.asksFor(id.description)
    case .enoughCourses: words.coursesAreEnough(LearningPath.Wishes.courses)
    case .startsHigher(let id, let from, let held):
      words.startsHigher(from.rank, of: title(id), held: held.rank)
    case .covered: words.isCovered
    case .noTimeKnown: words.noTimeKnown
    case .overBudget(let left): words.tooLong(resource.duration, left: left)
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
    let title = resource.title.text(in: language)
    return resource.isPractice ? words.resource.practice(title) : title
  }

  private func name(_ competency: Competency) -> String {
    words.common.name(competency.title.text(in: language), id: competency.id)
  }

  private func name(_ level: Level) -> String {
    words.common.level(
      level.rank, path.profile.framework.scale.step(level)?.label.text(in: language))
  }

  private func title(_ id: CompetencyID) -> String {
    path.profile.framework.competency(id)?.title.text(in: language) ?? id.description
  }
}
