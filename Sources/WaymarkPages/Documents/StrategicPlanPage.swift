package import Waymark
package import WaymarkBasics

/// A strategic plan, to read and for other programs.
package enum StrategicPlanPage {
  /// The page; the plan's words are in `language`, Waymark's own are English.
  package static func page(_ plan: StrategicPlan, language: LanguageTag = .english) -> Page {
    Page(
      plan.title.text(in: language),
      header: [
        Page.Paragraph([
          "\(plan.id) \(plan.version), for \(plan.framework.id) \(plan.framework.version)"
        ]),
        Page.Paragraph([plan.source.text(in: language)]),
      ],
      sections: plan.actions.map { action in
        let objectives = plan.objectives.filter { $0.action == action.id }
        return Page.Section(
          "\(action.id) \(action.title.text(in: language))",
          [
            .entries(
              objectives.map { entry($0, of: plan, language) }, isNumbered: false, isSpaced: true)
          ])
      })
  }

  private static func entry(
    _ objective: StrategicPlan.Objective, of plan: StrategicPlan, _ language: LanguageTag
  ) -> Page.Entry {
    let sphere = plan.spheres.first { $0.id == objective.sphere }
    let speaks = objective.competencies.sorted { $0.key < $1.key }
    let kinds: [(String, Competency.Strength)] = [
      ("Statements about it", .direct), ("Statements about it in part", .partly),
    ]
    let facts =
      [
        sphere.map { ["Sphere: \($0.title.text(in: language))"] },
        ["Self-ratings: \(objective.measure.words).", objective.note.text(in: language)],
      ]
      + kinds.map { name, strength in
        let ids = speaks.filter { $0.value == strength }.map(\.key.description)
        return ids.isEmpty ? nil : ["\(name): " + ids.joined(separator: ", ") + "."]
      }
    return Page.Entry(
      "\(objective.id.description) \(objective.title.text(in: language))",
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

extension StrategicPlan.Measure {
  /// What self-ratings say of an objective.
  fileprivate var words: String {
    switch self {
    case .direct: "they speak to it directly"
    case .partly: "they speak to a part of it"
    case .weak: "they only hint at it"
    case .use: "that people use them says more than the levels do"
    case .no: "they cannot measure it"
    }
  }
}
