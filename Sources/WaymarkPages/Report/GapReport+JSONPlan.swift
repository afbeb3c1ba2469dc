import Waymark
import WaymarkBasics

extension GapReport {
  /// What the answers say of the plan, of other targets and of the statements themselves.
  ///
  /// `plan` is null without a plan. A statement that is withheld is named nowhere here.
  var planMembers: [String: JSON.Value] {
    let evidence = revisionEvidence(5)
    return [
      "plan": planReport.map { plan in
        .object([
          "title": .string(plan.title), "version": .string(plan.version),
          "parts": .array(plan.parts.map(value)),
        ])
      } ?? .null,
      "raisedTargets": .array(raisedTargets.map(Self.value)),
      "revision": .object(
        Dictionary(
          uniqueKeysWithValues: RevisionEvidence.Sign.allCases.map { sign in
            (
              sign.rawValue,
              .array(
                (evidence.items[sign] ?? []).map { item in
                  .object([
                    "competency": .string(item.row.id.description), "count": .integer(item.count),
                    "of": .integer(item.total), "share": Self.rounded(item.share),
                  ])
                })
            )
          })),
    ]
  }

  private func value(_ part: PlanReport.Part) -> JSON.Value {
    .object([
      "kind": .string(part.kind.rawValue), "id": .string(part.id), "title": .string(part.title),
      "measure": part.measure.map { .string($0.rawValue) } ?? .null,
      "statements": .array(part.statements.map { .string($0.row.id.description) }),
      "below": Self.value(part.below, Self.value), "belowReason": Self.reason(part.below),
      "change": part.change.map { change in
        .object([
          "difference": Self.rounded(change.difference),
          "low": change.interval.map { Self.rounded($0.lowerBound) } ?? .null,
          "high": change.interval.map { Self.rounded($0.upperBound) } ?? .null,
        ])
      } ?? .null,
      "says": .string(sentences(on: part).joined(separator: " ")),
    ])
  }

  private static func value(_ target: RaisedTarget) -> JSON.Value {
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
