package import Waymark
package import WaymarkBasics

/// A framework, an area or a competency as a form to print and fill in by hand.
package enum FrameworkForm {
  /// The page; it runs no script and fetches nothing.
  ///
  /// For each statement it has a box for every level with the level's description, the boxes 0 and
  /// 9, and lines for a note. There is no place for a name.
  /// The framework's words are in `language`, Waymark's own are English.
  package static func page(
    _ framework: Framework, part: FrameworkPart = .whole, language: LanguageTag = .english
  ) -> String {
    let title = "\(framework.title.text(in: language)) \(framework.version)"
    let areas = framework.areas(in: part)
    let count = areas.reduce(0) { $0 + $1.competencies.count }
    let header = HTML(
      .header, [],
      [HTML(.h1, [], title)] + introduction(count, of: framework).map { HTML(.p, [], $0) })
    let footer = HTML(
      .footer, [.class("soft")],
      "\(framework.source.text(in: language)) Licence: \(framework.licence).")
    return HTML.page(
      title: "Form: \(title)", language: .english, style: FormStyle.sheet,
      body: [
        HTML(
          .main, [], [header] + areas.map { section($0, of: framework, language) } + [footer])
      ])
  }

  private static func introduction(_ count: Int, of framework: Framework) -> [String] {
    let span = Pace.usualMinutes(for: count)
    let time =
      span.lowerBound == span.upperBound
      ? PathWords.time(span.upperBound) : "\(span.lowerBound) to \(span.upperBound) minutes"
    return [
      "\(ProfileWords.statements(count)), about \(time). You rate yourself: this is your own view, "
        + "not a test. Keep this paper where others do not read it.",
      "For each statement, mark the highest line that is true of you now. Mark 0 when it is not "
        + "part of your work, and 9 when you can't judge it. Leave out what you like.",
    ]
  }

  private static func section(
    _ area: Area, of framework: Framework, _ language: LanguageTag
  ) -> HTML {
    HTML(
      .section, [],
      [HTML(.h2, [], "\(area.id) \(area.title.text(in: language))")]
        + area.competencies.map { question($0, of: framework, language) })
  }

  private static func question(
    _ competency: Competency, of framework: Framework, _ language: LanguageTag
  ) -> HTML {
    let levels = zip(framework.scale.steps, competency.anchors).map { step, anchor in
      choice(
        String(step.level.rank), step.label.text(in: language), anchor.text(in: language))
    }
    let others = [choice("0", "Not part of my work", nil), choice("9", "I can't judge this", nil)]
    return HTML(
      .section, [.class("question")],
      [
        HTML(
          .h3, [],
          [
            HTML(text: competency.statement.text(in: language)), " ",
            HTML(.code, [], competency.id.description),
          ]),
        HTML(.ul, [.class("levels")], levels),
        HTML(.ul, [.class("others")], others),
        HTML(.p, [.class("note")], "Note:"),
      ])
  }

  private static func choice(_ key: String, _ label: String, _ anchor: String?) -> HTML {
    HTML(
      .li, [],
      [
        HTML(.span, [.class("box"), .decorative]),
        HTML(.b, [], anchor == nil ? "\(key) \(label)" : "\(key) \(label):"),
      ] + (anchor.map { [" ", HTML(text: $0)] } ?? []))
  }
}
