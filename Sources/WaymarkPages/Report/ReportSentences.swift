import Waymark
import WaymarkBasics

/// What a report says as a whole, alike on its page and in its files.
struct ReportSentences {
  let report: GapReport
  let words: ReportWords

  private var minimum: Int { report.minimumGroup.people }

  /// The title of the report in every format.
  var title: String { words.common.gapReport(report.campaign.title) }

  /// The framework with its version.
  var framework: String {
    let framework = report.campaign.framework
    return words.common.framework(
      report.frameworkTitle, id: framework.id.description, version: framework.version)
  }

  /// When people answered, or else in which campaign.
  var period: String {
    let campaign = report.campaign
    if campaign.closed == nil, let last = campaign.closes {
      return words.answers(from: campaign.opens, lastDay: last)
    }
    return switch (campaign.opens, campaign.closed) {
    case (let opens?, let closed?): words.answers(from: opens, to: closed)
    case (let opens?, nil): words.answers(from: opens)
    case (nil, let closed?): words.answers(upTo: closed)
    case (nil, nil): words.campaign(campaign.id.description)
    }
  }

  /// When the report was made, and whether answers may still come; nothing where it does not say.
  var made: [String] {
    guard let making = report.supplement.making else { return [] }
    return [words.made(on: making.day)] + (making.isOpen ? [words.mayGrow] : [])
  }

  /// The finding in a few sentences, the first with numbers; plain text.
  var finding: [String] {
    switch report.finding {
    case .tooFewAnswered: words.tooFewAnswered(minimum)
    case .nobodyAnswered: words.nobodyAnswered
    case .nothingBelow(let respondents): words.nothingBelow(respondents)
    case .nothingCompared(let respondents):
      [
        words.answered(respondents),
        words.common.nothingCompared(hasUsualLevels: report.hasUsualLevels),
      ]
    case .furthest(let respondents, let competency, let below):
      words.furthest(respondents, competency.title, below)
    case .nothingStandsOut(let respondents, let sum):
      words.nothingStandsOut(respondents, below: sum.below, of: sum.ratings)
    }
  }

  /// How many people answered the core form, and what follows, or that not all was asked; nothing where
  /// everything was.
  var coreForm: [String] {
    guard let form = report.coreForm else {
      let notAsked = report.statementsNotAsked
      return notAsked > 0
        ? [words.common.notAsked(notAsked, of: report.overall.competencies.count + notAsked)] : []
    }
    let (core, all) = (form.statements.count, form.all)
    return form.isEverybody
      ? words.everybodyAnsweredCore(core, of: all)
      : words.answeredCore(form.people.value, of: report.overall.respondents, core, all)
  }

  /// How the numbers were made and what they do not say, a sentence or two each.
  var method: [String] {
    words.method(
      framework: framework, fewest: GapReport.Below.fewestForShares, minimum: minimum)
      + (coreForm.isEmpty ? [] : [words.figures.joined(coreForm)])
  }

  /// How many of those who were invited have not answered; `nil` where that is not known.
  var silence: String? {
    switch report.silence {
    case nil: nil
    case .fewerInvited(let asked): words.fewerInvited(asked)
    case .answered(let people, let asked): words.invited(asked, answered: people)
    }
  }

  /// What changed by more than chance; `nil` where nothing is compared.
  private var changed: String? {
    guard let comparison = report.supplement.comparison else { return nil }
    let evidence = comparison.evidence
    let words = words.comparison.change
    return words.since(
      comparison.earlier.title,
      words.beyondChance(
        evidence.filter(\.isBeyondChance).map(\.row.title), of: evidence.count { $0.chance != nil })
    )
  }

  /// Numbers for a board, a sentence or two each; none where nobody is spoken of.
  ///
  /// They are five, and where these were asked for what changed and what weights make of the finding.
  var numbers: [String] {
    guard let respondents = report.overall.respondents, respondents > 0 else { return [] }
    let sum = report.sum
    // How many answered is said by the finding.
    return [
      silence ?? words.invitedNotKnown,
      report.completion.map { words.given($0.given, of: $0.asked) } ?? words.nothingAsked,
      sum.ratings == 0 ? words.nothingCompared : words.ratingsBelow(sum.below, of: sum.ratings),
      furthestArea(sum),
      words.mostlyBelow(sum.mostlyBelow, of: sum.statements),
    ] + [changed, report.weightedFinding.map(words.population.weighted.finding)].compactMap { $0 }
  }

  private func furthestArea(_ sum: GapReport.Sum) -> String {
    switch sum.furthestArea {
    case .nothingCompared: words.noAreaCompared
    case .noneStandsOut: words.noAreaStandsOut
    case .area(let area, let below): words.furthestArea(area.title, below)
    }
  }

  /// How the largest gaps are ordered, where that is not by their shares alone.
  var order: [String] {
    chance + (report.fewComeLast.map { [words.figures.fewComeLast($0)] } ?? [])
  }

  /// That what chance may explain comes last, where it does.
  var chance: [String] { report.chanceComesLast ? [words.figures.chanceComesLast] : [] }

  /// What is withheld in the report, in a sentence; how many, never how large.
  var withheld: String {
    let withheld = report.withheld
    guard !withheld.isNothing else { return words.nothingWithheld(minimum) }
    return words.withheld(
      everything: withheld.isEverything, groups: withheld.groups, statements: withheld.statements,
      minimum: minimum)
  }
}

extension ReportSentences {
  /// What the report says of an objective: how far self-ratings reach, the share below usual and the
  /// largest gaps, or the number that does speak to it.
  func sentences(on part: StrategicPlanReport.Part) -> [String] {
    let levels =
      switch part.measure {
      case .no: [words.plan.notShown(report.overall.respondents, minimum: minimum)]
      case .use: [whoAnswered]
      case .weak, .partly, .direct, nil: share(part)
      }
    return (part.measure.map { [words.plan.measure($0)] } ?? []) + levels
      + (part.countsService ? willing : [])
  }

  private func share(_ part: StrategicPlanReport.Part) -> [String] {
    let count = part.joined
    guard count > 0 else { return [words.plan.noStatement] }
    switch part.below {
    case .value(let below):
      let gaps = part.largestGaps(3).map { (statement: $0.row.title, below: $0.below) }
      return [words.plan.share(count, below)] + change(part)
        + (gaps.isEmpty ? [] : [words.plan.largestGaps(gaps)])
    case .none(let absence): return [words.plan.noShare(count, absence)]
    }
  }

  private func change(_ part: StrategicPlanReport.Part) -> [String] {
    guard let change = part.change, let comparison = report.supplement.comparison else {
      return []
    }
    return [words.plan.change(change, since: comparison.earlier.title)]
  }

  /// How many of all said that they are willing to serve; nothing where nobody said so.
  private var willing: [String] {
    guard let willingness = report.supplement.willingness, let all = willingness.rows.first,
      let people = all.people.value
    else { return [] }
    let counts = zip(willingness.questions, all.willing).compactMap { question, willing in
      willing.value.map { (question: question, people: $0) }
    }
    return [words.plan.willing(counts, of: people)]
  }

  private var whoAnswered: String {
    words.plan.whoAnswered(
      report.overall.respondents, minimum: minimum, completion: report.completion)
  }
}
