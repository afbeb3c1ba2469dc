public import Waymark
public import WaymarkBasics

/// A learning path as JSON for other programs.
public enum PathJSON {
  /// The document: the steps in order with their reasons, what was left out and why, and the
  /// competencies that nothing serves yet.
  ///
  /// What is learned from `preparesFor` levels, practice `closes` them; its `preparation` is `steps` of
  /// the path, `learned` before, or why there is none: `nothingListed`, `nothingFits`, `asksForMore`,
  /// `noTimeKnown`, `tooLong`, `oneTooMany`, `noRoom` beside the other steps, or `wanted` so. `beginnings`
  /// are what time that no step fits can begin.
  ///
  /// `minutes` are absent where nobody knows; `seen`, a month, where nobody has seen it; `by` where
  /// nobody says how. A step has a `date` where the steps were laid into weeks, and practice all its
  /// parts.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  public static func document(
    _ path: LearningPath, words: PathWords, language: LanguageTag = .english
  ) throws -> String {
    let page = PathPage(path: path, words: words, language: language)
    var members: [String: JSON.Value] = [
      "about": .string(words.common.about(path.profile.framework, language)),
      "framework": JSON.Value(path.profile.key),
      "profileDate": .string(path.profile.date.description), "minutes": .integer(path.minutes),
      "isProvedBest": .bool(path.isProved),
      "steps": .array(path.steps.map { step($0, page) }),
      "leftOut": .array(
        path.leftOut.map { leftOut in
          JSON.Value(present: [
            "resource": resource(leftOut.resource, language),
            "minutes": leftOut.resource.duration.minutes.map { .integer($0) },
            "reason": .string(page.reason(leftOut)),
          ])
        }),
      "nothingFits": JSON.Value(texts: path.uncovered.map(\.competency.id)),
      "changes": JSON.Value(texts: page.changes),
      "done": .array(
        path.wishes.done.map { record in
          JSON.Value(present: [
            "resource": JSON.Value(record.resource), "title": .string(record.title),
            "date": .string(record.day.description), "note": record.note.map { .string($0) },
          ])
        }),
    ]
    if !path.beginnings.isEmpty {
      members["beginnings"] = .array(path.beginnings.map { beginning($0, language) })
    }
    members["role"] = path.profile.comparisons.first.map { JSON.Value($0.role.id) }
    members["minutesWanted"] = path.wishes.minutesInAll.map { .integer($0) }
    return try JSON.document(.learningPath, members)
  }

  private static func step(_ step: LearningPath.Step, _ page: PathPage) -> JSON.Value {
    let reasons = page.reasons(step).flatMap {
      [$0.purpose.text + "."] + $0.facts + [$0.thereWhen?.text].compactMap { $0 }
    }
    return JSON.Value(present: [
      "resource": resource(step.resource, page.language), "minutes": .integer(step.minutes),
      "beginsBy": step.beginsBy.map { .string($0.description) },
      "date": step.day.map { .string($0.description) },
      "preparesFor": .array(
        step.gains.filter(\.isPreparation).map { gain($0, to: $0.reached) }),
      "closes": .array(
        step.gains.filter { $0.closed > $0.held }.map { gain($0, to: $0.closed) }),
      "preparation": step.preparation.map { .string(preparation($0)) },
      "reason": .string(reasons.joined(separator: " ")),
    ])
  }

  private static func beginning(
    _ beginning: PathBeginning, _ language: LanguageTag
  ) -> JSON.Value {
    let (resource, parts): (LearningResource, [PracticePart]) =
      switch beginning.part {
      case .learn(let resource): (resource, [])
      case .prepare(let resource, let parts): (resource, parts)
      }
    return JSON.Value(present: [
      "resource": JSON.Value(resource.id),
      "prepare": parts.isEmpty ? nil : .array(parts.map { part($0, language) }),
      "competency": JSON.Value(beginning.item.competency.id),
      "level": .integer(beginning.level.rank), "minutes": .integer(beginning.minutes),
      "minutesAfter": .integer(beginning.minutesAfter),
    ])
  }

  private static func resource(_ resource: LearningResource, _ language: LanguageTag) -> JSON.Value
  {
    let (cost, usDollars) = resource.cost.parts
    return JSON.Value(present: [
      "id": JSON.Value(resource.id), "title": .string(resource.title.text(in: language)),
      "provider": resource.provider.map { .string($0) }, "url": resource.url.map { .string($0) },
      "format": .string(resource.format.rawValue), "cost": .string(cost),
      "usDollars": usDollars.map { .integer($0) },
      "minutesAreEstimated": .bool(resource.duration.isEstimate),
      "languages": JSON.Value(texts: resource.languages),
      "seen": resource.sighting?.month.map { .string($0) },
      "by": resource.sighting.map { .string($0.word) },
      "practice": resource.isPractice
        ? .array(resource.practice.map { part($0, language) }) : nil,
    ])
  }

  private static func part(_ part: PracticePart, _ language: LanguageTag) -> JSON.Value {
    JSON.Value(present: [
      "kind": .string(part.kind.rawValue), "do": .string(part.text.text(in: language)),
      "alone": part.alone.map { .string($0.text(in: language)) },
      "watch": part.watch.map { .string($0.text(in: language)) },
      "minutes": .integer(part.minutes), "times": .integer(part.times),
      "weeks": .integer(part.weeks),
    ])
  }

  private static func preparation(_ preparation: LearningPath.Preparation) -> String {
    switch preparation {
    case .steps: "steps"
    case .learned: "learned"
    case .alone(.nothingListed): "nothingListed"
    case .alone(.nothingFits): "nothingFits"
    case .alone(.noTimeKnown): "noTimeKnown"
    case .alone(.asksForMore): "asksForMore"
    case .alone(.tooLong): "tooLong"
    case .alone(.oneTooMany): "oneTooMany"
    case .alone(.noRoom): "noRoom"
    case .alone(.wanted): "wanted"
    }
  }

  private static func gain(_ gain: LearningPath.Gain, to reached: Level) -> JSON.Value {
    JSON.Value(present: [
      "competency": JSON.Value(gain.item.competency.id), "held": .integer(gain.held.rank),
      "from": .integer(gain.service.from.rank), "to": .integer(gain.service.to.rank),
      "reached": .integer(reached.rank), "usual": gain.item.target.map { .integer($0.rank) },
    ])
  }
}
