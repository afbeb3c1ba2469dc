package import Waymark
package import WaymarkBasics

/// A strategic plan, to read and for other programs.
package enum StrategicPlanPage {
  /// The page; the plan's words are in `language`.
  package static func page(
    _ plan: StrategicPlan, words: DocumentWords, language: LanguageTag = .english
  ) -> Page {
    Page(
      plan.title.text(in: language),
      header: [
        Page.Paragraph([words.name(plan.id.description, plan.version, for: plan.framework)]),
        Page.Paragraph([plan.source.text(in: language)]),
      ],
      sections: plan.actions.map { action in
        let objectives = plan.objectives.filter { $0.action == action.id }
        return Page.Section(
          words.part(action.id.description, action.title.text(in: language)),
          [
            .entries(
              objectives.map { entry($0, of: plan, words, language) }, isNumbered: false,
              isSpaced: true)
          ])
      })
  }

  private static func entry(
    _ objective: StrategicPlan.Objective, of plan: StrategicPlan, _ words: DocumentWords,
    _ language: LanguageTag
  ) -> Page.Entry {
    let sphere = plan.spheres.first { $0.id == objective.sphere }
    let speaks = objective.competencies.sorted { $0.key < $1.key }
    let strengths: [Competency.Strength] = [.direct, .partly]
    let facts =
      [
        sphere.map { [words.sphere($0.title.text(in: language))] },
        [words.selfRatings(objective.measure), objective.note.text(in: language)],
      ]
      + strengths.map { strength in
        let ids = speaks.filter { $0.value == strength }.map(\.key.description)
        return ids.isEmpty ? nil : [words.statements(strength, ids)]
      }
    return Page.Entry(
      Page.Phrase(words.part(objective.id.description, objective.title.text(in: language))),
      facts: facts.compactMap { $0 }.map { Page.Paragraph($0) })
  }

  /// The document; a text is an object with `text` and `translations`.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func json(_ plan: StrategicPlan) throws -> String {
    try JSON.document(
      .plan,
      [
        "id": JSON.Value(plan.id),
        "version": .string(plan.version), "language": .string(plan.language.description),
        "framework": JSON.Value(plan.framework), "title": JSON.Value(plan.title),
        "source": JSON.Value(plan.source), "starts": .integer(plan.years.lowerBound),
        "ends": .integer(plan.years.upperBound),
        "spheres": .array(
          plan.spheres.map { .object(["id": JSON.Value($0.id), "title": JSON.Value($0.title)]) }),
        "actions": .array(
          plan.actions.map { .object(["id": JSON.Value($0.id), "title": JSON.Value($0.title)]) }),
        "objectives": .array(plan.objectives.map(value)),
      ])
  }

  private static func value(_ objective: StrategicPlan.Objective) -> JSON.Value {
    .object([
      "id": JSON.Value(objective.id), "action": JSON.Value(objective.action),
      "sphere": JSON.Value(objective.sphere), "title": JSON.Value(objective.title),
      "note": JSON.Value(objective.note), "measured": .string(objective.measure.rawValue),
      "service": .bool(objective.countsService),
      "competencies": JSON.Value(objective.competencies.mapValues { .string($0.rawValue) }),
    ])
  }
}
