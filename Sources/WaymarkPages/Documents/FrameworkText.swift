package import Waymark
package import WaymarkBasics

/// A framework, an area or a competency as text to read.
package enum FrameworkText {
  /// The part in lines of at most the style's width, each ended by a line feed.
  ///
  /// - Parameters:
  ///   - framework: What to show.
  ///   - part: How much of it.
  ///   - plan: The strategic plan whose objectives the competencies support, for their titles.
  ///   - style: The width, the accents, and whether every line stands alone.
  ///   - language: The language of the framework's words; Waymark's own are English.
  package static func page(
    _ framework: Framework, part: FrameworkPart = .whole, plan: StrategicPlan? = nil,
    style: TextStyle = TextStyle(), language: LanguageTag = .english
  ) -> String {
    var page = TextPage(style)
    page.heading("\(framework.title.text(in: language)) \(framework.version)")
    if part == .whole { about(framework, language, &page) }
    for area in framework.areas(in: part) {
      page.blank()
      page.heading("\(area.id) \(area.title.text(in: language))")
      for competency in area.competencies {
        page.blank()
        show(competency, of: framework, plan: plan, language, &page)
      }
    }
    return page.text
  }

  private static func about(
    _ framework: Framework, _ language: LanguageTag, _ page: inout TextPage
  ) {
    page.line("\(framework.id) \(framework.version), licence \(framework.licence)")
    page.line(framework.source.text(in: language))
    page.blank()
    page.heading("Levels")
    for step in framework.scale.steps {
      let meaning = step.meaning.map { ": \($0.text(in: language))" } ?? ""
      page.numbered(step.level.rank, step.label.text(in: language) + meaning)
    }
    page.blank()
    page.heading("Roles to compare with")
    for role in framework.roles { page.bullet("\(role.title.text(in: language)) (\(role.id))") }
    page.blank()
    page.heading("Areas")
    for area in framework.areas {
      page.bullet(
        "\(area.id) \(area.title.text(in: language)): "
          + ProfileWords.statements(area.competencies.count))
    }
  }

  private static func show(
    _ competency: Competency, of framework: Framework, plan: StrategicPlan?,
    _ language: LanguageTag, _ page: inout TextPage
  ) {
    let official = competency.official.map { ", official number \($0)" } ?? ""
    page.line("\(competency.title.text(in: language)) (\(competency.id))\(official)")
    page.line(competency.statement.text(in: language))
    let labels = framework.scale.steps.map { $0.label.text(in: language) }
    let width = TextLayout.nameColumn(labels, in: page.style).map { $0 + 2 }
    for (step, anchor) in zip(framework.scale.steps, competency.anchors) {
      page.level(
        step.level.rank, step.label.text(in: language), width: width, anchor.text(in: language))
    }
    for fact in facts(competency, of: framework, plan: plan, language) {
      page.sentences([fact], indentation: 2)
    }
  }

  private static func facts(
    _ competency: Competency, of framework: Framework, plan: StrategicPlan?, _ language: LanguageTag
  ) -> [String] {
    let usual = framework.roles.compactMap { role in
      competency.targets[role.id].map { "\(role.title.text(in: language)) \($0.rank)" }
    }
    let others = framework.roles.filter { competency.targets[$0.id] == nil }
      .map { $0.title.text(in: language) }
    let objectives = competency.objectives.sorted { $0.key < $1.key }.map { id, strength in
      let title = plan?.objectives.first { $0.id == id }.map { " " + $0.title.text(in: language) }
      return "\(id)\(title ?? "")\(strength == .direct ? "" : ", in part")"
    }
    let facts: [(String, [String])] = [
      ("Usual level", usual), ("Not asked of", others),
      ("Builds on", competency.buildsOn.map(\.description)), ("Objectives", objectives),
    ]
    return facts.filter { !$0.1.isEmpty }.map { name, items in
      "\(name): " + items.joined(separator: "; ") + "."
    }
  }
}
