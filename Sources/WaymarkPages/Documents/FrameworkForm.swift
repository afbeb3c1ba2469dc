package import Waymark
package import WaymarkBasics

/// A framework, an area or a competency as a form to print and fill in by hand.
package struct FrameworkForm {
  private let framework: Framework
  private let words: DocumentWords
  private let language: LanguageTag

  /// The page for a browser and a printer.
  ///
  /// For each statement it has a box for every level with the level's description, the boxes 0 and
  /// 9, and lines for a note. There is no place for a name.
  /// The framework's words are in `language`.
  package static func page(
    _ framework: Framework, part: FrameworkPart = .whole, words: DocumentWords,
    language: LanguageTag = .english
  ) -> Page {
    FrameworkForm(framework: framework, words: words, language: language).page(part)
  }

  private func page(_ part: FrameworkPart) -> Page {
    let areas = part.areas(of: framework)
    let count = areas.reduce(0) { $0 + $1.competencies.count }
    let introduction = [
      words.formIntroduction(count, minutes: Pace.usualMinutes(for: count)), words.formMarks,
    ]
    return Page(
      words.name(framework.title.text(in: language), framework.version),
      header: introduction.map { Page.Paragraph([$0]) },
      sections: areas.map { area in
        Page.Section(
          words.part(area.id.description, area.title.text(in: language)), for: .browser,
          area.competencies.map { .figure(question($0)) })
      },
      footer: [framework.source.text(in: language), words.licence(framework.licence)],
      styles: [Self.sheet])
  }

  private func question(_ competency: Competency) -> HTML {
    let levels = zip(framework.scale.steps, competency.anchors).map { step, anchor in
      choice(
        String(step.level.rank), step.label.text(in: language), anchor.text(in: language))
    }
    let others = [
      choice("0", words.common.notPartOfMyWork, nil), choice("9", words.common.cannotJudge, nil),
    ]
    return HTML(
      .section, [.class("question")],
      [
        HTML(
          .h3, [],
          [
            HTML(text: competency.statement.text(in: language)), " ",
            HTML(.code, [], competency.id.description),
          ] + (competency.isCore ? [" ", HTML(.b, [], words.coreMark)] : [])),
        HTML(.ul, [.class("levels")], levels),
        HTML(.ul, [.class("others")], others),
        HTML(.p, [.class("note")], words.note),
      ])
  }

  private func choice(_ key: String, _ label: String, _ anchor: String?) -> HTML {
    HTML(
      .li, [],
      [
        HTML(.span, [.class("box"), .decorative]),
        HTML(.b, [], words.box(key, label, isExplained: anchor != nil)),
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
