package import Waymark
package import WaymarkBasics

/// A strategic plan as text to read.
package enum PlanText {
  /// The plan in lines of at most the style's width, each ended by a line feed.
  ///
  /// The plan's words are in `language`, Waymark's own are English.
  package static func page(
    _ plan: StrategicPlan, style: TextStyle = TextStyle(), language: LanguageTag = .english
  ) -> String {
    var page = TextPage(style)
    page.heading(plan.title.text(in: language))
    page.line(
      "\(plan.id) \(plan.version), for \(plan.framework.id) "
        + "\(plan.framework.version)")
    page.line(plan.source.text(in: language))
    for action in plan.actions {
      page.blank()
      page.heading("\(action.id) \(action.title.text(in: language))")
      for objective in plan.objectives where objective.action == action.id {
        page.blank()
        show(objective, of: plan, language, &page)
      }
    }
    return page.text
  }

  private static func show(
    _ objective: StrategicPlan.Objective, of plan: StrategicPlan, _ language: LanguageTag,
    _ page: inout TextPage
  ) {
    let sphere = plan.spheres.first { $0.id == objective.sphere }
    page.line("\(objective.id) \(objective.title.text(in: language))")
    if let sphere { page.sentences(["Sphere: \(sphere.title.text(in: language))"], indentation: 2) }
    page.sentences(
      ["Self-ratings: \(objective.measure.words).", objective.note.text(in: language)],
      indentation: 2)
    let speaks = objective.competencies.sorted { $0.key < $1.key }
    let kinds: [(String, Competency.Strength)] = [
      ("Statements about it", .direct), ("Statements about it in part", .partly),
    ]
    for (name, strength) in kinds {
      let ids = speaks.filter { $0.value == strength }.map(\.key.description)
      guard !ids.isEmpty else { continue }
      page.sentences(["\(name): " + ids.joined(separator: ", ") + "."], indentation: 2)
    }
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
