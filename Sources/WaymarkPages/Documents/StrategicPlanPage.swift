package import Waymark
package import WaymarkBasics

/// A strategic plan, to read and for other programs.
package enum StrategicPlanPage {
  /// The page; the plan's words are in `language`, and a plan that has ended by `today` is said to have.
  package static func page(
    _ plan: StrategicPlan, on today: CalendarDate, words: DocumentWords,
    language: LanguageTag = .english
  ) -> Page {
    Page(
      plan.title.text(in: language),
      header: [
        Page.Paragraph([words.name(plan.id.description, plan.version, for: plan.framework)]),
        plan.hasEnded(on: today)
          ? Page.Paragraph([
            words.ended(in: plan.years.upperBound), words.nextPlan(for: plan.framework),
          ]) : nil,
        Page.Paragraph([plan.source.text(in: language)]),
      ],
      sections: about(plan, words, language)
        + plan.actions.map { action in
          let objectives = plan.objectives.filter { $0.action == action.id }
          return Page.Section(
            words.part(action.id.description, action.title.text(in: language)),
            (action.description.map { [.paragraph(Page.Paragraph([$0.text(in: language)]))] } ?? [])
              + [
                .entries(
                  objectives.map { entry($0, of: plan, words, language) }, isNumbered: false,
                  isSpaced: true)
              ])
        })
  }

  /// What the association wants, values and whom the plan changes.
  private static func about(
    _ plan: StrategicPlan, _ words: DocumentWords, _ language: LanguageTag
  ) -> [Page.Section?] {
    [
      plan.vision.flatMap { vision in
        Page.Section(
          words.visionHeading, [.paragraph(Page.Paragraph([vision.text(in: language)]))])
      },
      Page.Section(
        words.valuesHeading,
        lines: plan.values.map {
          words.meaning($0.title.text(in: language), $0.description?.text(in: language))
        }),
      Page.Section(
        words.spheresHeading,
        lines: plan.spheres.map {
          words.meaning($0.title.text(in: language), $0.description?.text(in: language))
        }),
    ]
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
        "vision": plan.vision.map(JSON.Value.init) ?? .null,
        "values": .array(plan.values.map { part($0.id, $0.title, $0.description) }),
        "spheres": .array(plan.spheres.map { part($0.id, $0.title, $0.description) }),
        "actions": .array(plan.actions.map { part($0.id, $0.title, $0.description) }),
        "objectives": .array(plan.objectives.map(value)),
      ])
  }

  private static func part<Subject>(
    _ id: ID<Subject>, _ title: LocalizedText, _ description: LocalizedText?
  ) -> JSON.Value {
    .object([
      "id": JSON.Value(id), "title": JSON.Value(title),
      "description": description.map(JSON.Value.init) ?? .null,
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
