package import Waymark
package import WaymarkBasics

/// A framework, an area or a competency as a form to print and fill in by hand.
package enum FrameworkForm {
  /// The page for a browser and a printer.
  ///
  /// For each statement it has a box for every level with the level's description, the boxes 0 and
  /// 9, and lines for a note. There is no place for a name.
  /// The framework's words are in `language`, Waymark's own are English.
  package static func page(
    _ framework: Framework, part: FrameworkPart = .whole, language: LanguageTag = .english
  ) -> Page {
    let areas = framework.areas(in: part)
    let count = areas.reduce(0) { $0 + $1.competencies.count }
    return Page(
      "\(framework.title.text(in: language)) \(framework.version)",
      header: introduction(count).map { Page.Paragraph([$0]) },
      sections: areas.map { area in
        Page.Section(
          "\(area.id) \(area.title.text(in: language))", for: .browser,
          area.competencies.map { .figure(question($0, of: framework, language)) })
      }, footer: [framework.source.text(in: language), "Licence: \(framework.licence)."],
      styles: [sheet])
  }

  private static func introduction(_ count: Int) -> [String] {
    let span = Pace.usualMinutes(for: count)
    let time =
      span.lowerBound == span.upperBound
      ? CommonWords().time(span.upperBound) : "\(span.lowerBound) to \(span.upperBound) minutes"
    return [
      "\(ProfileWords.statements(count)), about \(time). You rate yourself: this is your own view, "
        + "not a test. Keep this paper where others do not read it.",
      "For each statement, mark the highest line that is true of you now. Mark 0 when it is not "
        + "part of your work, and 9 when you can't judge it. Leave out what you like.",
    ]
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

  private static let sheet: StaticString = """
    body { line-height: 1.4; }
    h3 { font-size: 1em; line-height: 1.35; margin: 0 0 .25rem; }
    h3 code { font-weight: normal; }
    .question { margin: 1.1rem 0; }
    .question ul { list-style: none; margin: .15rem 0; padding: 0; }
    .question li { padding-left: 1.6rem; text-indent: -1.6rem; margin: .15rem 0; }
    .others { display: flex; flex-wrap: wrap; gap: 0 2rem; }
    .box { display: inline-block; width: .85rem; height: .85rem; margin-right: .75rem;
      border: 1.5px solid var(--ink); text-indent: 0; vertical-align: -.05rem; }
    .note { border-bottom: 1px solid var(--soft); padding-bottom: .9rem; color: var(--soft); }
    @media print {
      body { font-size: 9.5pt; line-height: 1.3; }
      h2 { margin: 1.25rem 0 .25rem; }
      .question li { margin: 0; }
      .question { break-inside: avoid; margin: .75rem 0; }
      .note { padding-bottom: .7rem; margin: .2rem 0; }
      footer { margin-top: 1.25rem; font-size: 9pt; }
    }

    """
}
