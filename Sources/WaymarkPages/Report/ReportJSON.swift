import Waymark
import WaymarkBasics

/// A report for programs.
struct ReportJSON {
  let report: GapReport
  /// The tables beside those of levels.
  let statistics: [DataTable]
  let words: ReportWords

  init(_ report: GapReport, statistics: [DataTable], words: ReportWords) {
    self.report = report
    self.statistics = statistics
    self.words = words
  }

  /// The whole report as JSON.
  ///
  /// Shares from 0 to 1 and means are rounded to four decimals. A number that does not exist is
  /// null with the reason beside it. A row or group that is withheld has the key `withheld` with
  /// `[c]` in place of its figures; a share that alone is withheld is `[c]`.
  /// - Throws: what `JSON.document` throws.
  func json() throws -> String {
    let (campaign, framework) = (report.campaign, report.campaign.framework)
    return try JSON.document(
      .gapReport,
      [
        "campaign": .string(campaign.id.description), "madeUp": .bool(campaign.isMadeUp),
        "notice": campaign.isMadeUp ? .string(words.common.madeUpNotice) : .null,
        "publication": .string(words.internalNotice),
        "minimumGroup": .integer(report.minimumGroup.people),
        "framework": .object([
          "id": .string(framework.id.description), "version": .string(framework.version),
          "sha256": .string(framework.sha256), "title": .string(report.frameworkTitle),
          "levels": .array(report.levelLabels.map(JSON.Value.string)),
        ]),
        "coreForm": coreForm, "overall": .object(members(report.overall)),
        "breakdowns": .array(report.breakdowns.map(value)),
        "statistics": .object(
          Dictionary(uniqueKeysWithValues: statistics.map { ($0.name.inCamelCase, $0.json) })),
      ].merging(planMembers) { own, _ in own })
  }

  /// How many people answered the core form, so many of all statements; null where nobody did.
  private var coreForm: JSON.Value {
    guard let form = report.coreForm else { return .null }
    return .object([
      "people": value(form.people) { .integer($0) }, "statements": .integer(form.statements.count),
      "of": .integer(form.all),
    ])
  }

  private func value(_ breakdown: GapReport.Breakdown) -> JSON.Value {
    .object([
      "id": .string(breakdown.id), "title": .string(breakdown.title),
      "groups": .array(
        breakdown.groups.map { group in
          .object(
            members(group.tables).merging([
              "id": .string(group.id), "label": .string(group.label),
            ]) { _, own in own })
        }),
    ])
  }

  private func members(_ tables: GapReport.Tables) -> [String: JSON.Value] {
    guard let respondents = tables.respondents else { return withheld }
    return [
      "respondents": .integer(respondents),
      "areas": .array(
        tables.areas.map { row in
          .object(
            members(row.figures).merging([
              "id": .string(row.id.description), "title": .string(row.title),
            ]) { _, own in own })
        }),
      "competencies": .array(
        tables.competencies.map { row in
          .object(
            members(row.figures).merging([
              "id": .string(row.id.description), "title": .string(row.title),
              "area": .string(row.area.description),
            ]) { _, own in own })
        }),
    ]
  }

  private func members(_ figures: GapReport.Figures?) -> [String: JSON.Value] {
    guard let figures else { return withheld }
    return [
      "statements": .integer(figures.joined), "n": .integer(figures.people),
      "levels": .array(figures.levels.map(JSON.Value.integer)),
      "notPartOfMyWork": .integer(figures.notPartOfMyWork),
      "cannotJudge": .integer(figures.cannotJudge), "skipped": .integer(figures.skipped),
      "notAsked": .integer(figures.notAsked),
      "below": value(figures.below, value), "belowReason": reason(figures.below),
      "mean": value(figures.mean, rounded), "meanReason": reason(figures.mean),
      "meanLow": figures.meanInterval.map { rounded($0.lowerBound) } ?? .null,
      "meanHigh": figures.meanInterval.map { rounded($0.upperBound) } ?? .null,
      "sd": value(figures.standardDeviation, rounded),
      "sdReason": reason(figures.standardDeviation),
      "relevance": value(figures.relevance, rounded), "relevanceReason": reason(figures.relevance),
    ]
  }

  private func value(_ below: GapReport.Below) -> JSON.Value {
    .object([
      "count": .integer(below.count), "of": .integer(below.total),
      "twoLevelsOrMore": .integer(below.further), "above": .integer(below.above),
      "share": rounded(below.share), "low": rounded(below.interval.lowerBound),
      "high": rounded(below.interval.upperBound),
    ])
  }

  private let withheld = ["withheld": JSON.Value.string(Absence.withheldMark)]

  private func value<Value>(
    _ figure: Figure<Value>, _ shown: (Value) -> JSON.Value
  ) -> JSON.Value {
    switch figure {
    case .value(let value): shown(value)
    case .none(let absence): absence == .withheld ? .string(absence.mark) : .null
    }
  }

  private func reason<Value>(_ figure: Figure<Value>) -> JSON.Value {
    figure.absence.map { .string(words.common.reason($0)) } ?? .null
  }

  private func rounded(_ number: Double) -> JSON.Value {
    .number(Decimal.rounded(number, places: 4))
  }
}

extension ReportJSON {
  /// What the answers say of the plan, of other targets and of the statements themselves.
  ///
  /// `plan` is null without a plan. A statement that is withheld is named nowhere here.
  private var planMembers: [String: JSON.Value] {
    let evidence = report.revisionEvidence(5)
    return [
      "plan": report.planReport.map { plan in
        .object([
          "title": .string(plan.title), "version": .string(plan.version),
          "parts": .array(plan.parts.map(value)),
        ])
      } ?? .null,
      "raisedTargets": .array(report.raisedTargets.map(value)),
      "revision": .object(
        Dictionary(
          uniqueKeysWithValues: RevisionEvidence.Sign.allCases.map { sign in
            (
              sign.rawValue,
              .array(
                (evidence.items[sign] ?? []).map { item in
                  .object([
                    "competency": .string(item.row.id.description), "count": .integer(item.count),
                    "of": .integer(item.total), "share": rounded(item.share),
                  ])
                })
            )
          })),
    ]
  }

  private func value(_ part: StrategicPlanReport.Part) -> JSON.Value {
    .object([
      "kind": .string(part.kind.rawValue), "id": .string(part.id), "title": .string(part.title),
      "measure": part.measure.map { .string($0.rawValue) } ?? .null,
      "statements": .array(part.statements.map { .string($0.row.id.description) }),
      "below": value(part.below, value), "belowReason": reason(part.below),
      "change": part.change.map { change in
        .object([
          "difference": rounded(change.difference),
          "low": change.interval.map { rounded($0.lowerBound) } ?? .null,
          "high": change.interval.map { rounded($0.upperBound) } ?? .null,
        ])
      } ?? .null,
      "says": .string(
        words.figures.joined(
          ReportSentences(report: report, words: words).sentences(on: part))),
    ])
  }

  private func value(_ target: RaisedTarget) -> JSON.Value {
    .object([
      "role": .string(target.change.role.description),
      "competency": .string(target.change.competency.description),
      "level": .integer(target.change.level.rank),
      "usual": target.usual.map { .integer($0.rank) } ?? .null,
      "people": value(target.people) { people in
        .object([
          "rated": .integer(people.rated), "belowNow": .integer(people.belowNow),
          "belowThen": .integer(people.belowThen), "more": .integer(people.more),
        ])
      },
      "peopleReason": reason(target.people),
    ])
  }
}
