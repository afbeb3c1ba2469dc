public import Waymark
public import WaymarkBasics

/// A framework, an area or a competency, to read and for other programs.
public struct FrameworkPage {
  private let framework: Framework
  private let plan: StrategicPlan?
  private let words: DocumentWords
  private let language: LanguageTag

  /// The page of a part.
  ///
  /// - Parameters:
  ///   - framework: What to show.
  ///   - part: How much of it.
  ///   - plan: The strategic plan whose objectives the competencies support, for their titles.
  ///   - language: The language of the framework's words.
  public static func page(
    _ framework: Framework, part: FrameworkPart = .whole, plan: StrategicPlan? = nil,
    words: DocumentWords, language: LanguageTag = .english
  ) -> Page {
    FrameworkPage(framework: framework, plan: plan, words: words, language: language).page(part)
  }

  private func page(_ part: FrameworkPart) -> Page {
    let isWhole = part == .whole
    let name = words.name(framework.id.description, framework.version)
    return Page(
      words.name(framework.title.text(in: language), framework.version),
      header: isWhole
        ? [
          Page.Paragraph([words.licensed(name, framework.licence)]),
          Page.Paragraph([framework.source.text(in: language)]),
        ] : [],
      sections: (isWhole ? about : [])
        + part.areas(of: framework).map { area in
          Page.Section(self.name(area), area.competencies.flatMap(blocks))
        })
  }

  private var about: [Page.Section?] {
    let levels = framework.scale.steps.map { step in
      Page.Entry(
        Page.Phrase(
          words.level(step.label.text(in: language), step.meaning?.text(in: language))))
    }
    return [
      Page.Section(words.levelsHeading, [.entries(levels, isSpaced: false)]),
      Page.Section(
        words.rolesHeading,
        lines: framework.roles.map {
          words.common.name($0.title.text(in: language), id: $0.id)
        }),
      Page.Section(
        words.areasHeading,
        lines: framework.areas.map {
          words.area(
            name($0), statements: $0.competencies.count,
            core: $0.competencies.count(where: \.isCore))
        }),
    ]
  }

  private func name(_ area: Area) -> String {
    words.part(area.id.description, area.title.text(in: language))
  }

  private func blocks(_ competency: Competency) -> [Page.Block] {
    let facts = facts(competency)
    return [
      .heading(
        words.competency(
          competency.title.text(in: language), id: competency.id,
          official: competency.official)),
      .paragraph(Page.Paragraph([competency.statement.text(in: language)])),
      .definitions(
        zip(framework.scale.steps, competency.anchors).map { step, anchor in
          (term: step.label.text(in: language), meaning: anchor.text(in: language))
        }),
    ] + (facts.isEmpty ? [] : [.list(facts.map { Page.Phrase($0) })])
  }

  private func facts(_ competency: Competency) -> [String] {
    let usual = framework.roles.compactMap { role in
      competency.targets[role.id].map { (role: role.title.text(in: language), rank: $0.rank) }
    }
    let others = framework.roles.filter { competency.targets[$0.id] == nil }
      .map { $0.title.text(in: language) }
    let reasons = framework.roles.compactMap { role -> String? in
      guard let reason = competency.reasons[role.id], let target = competency.targets[role.id]
      else { return nil }
      return words.reason(
        role.title.text(in: language), rank: target.rank, reason.text(in: language))
    }
    let central = framework.roles.filter { competency.centralTo.contains($0.id) }
      .map { $0.title.text(in: language) }
    let objectives = objectives(competency)
    let base = competency.buildsOn.map(\.description)
    let levels = [
      competency.isCore ? words.isCore : nil,
      competency.comesFirst ? words.comesFirst : nil, usual.isEmpty ? nil : words.usualLevel(usual),
      central.isEmpty ? nil : words.central(to: central),
    ]
    let rest = [
      others.isEmpty ? nil : words.notAsked(of: others),
      base.isEmpty ? nil : words.buildsOn(base),
      objectives.isEmpty ? nil : words.objectives(objectives),
    ]
    return levels.compactMap { $0 } + reasons + rest.compactMap { $0 }
  }

  /// The objectives that a competency speaks to, by the plan where there is one: it may have come
  /// after the framework.
  private func objectives(_ competency: Competency) -> [String] {
    let ofPlan = plan?.objectives.compactMap { objective in
      objective.competencies[competency.id].map { strength in
        words.objective(objective.id.description, objective.title.text(in: language), strength)
      }
    }
    return ofPlan
      ?? competency.objectives.sorted { $0.key < $1.key }.map { id, strength in
        words.objective(id.description, nil, strength)
      }
  }

  /// The document: which framework down to the bytes, and the part of it.
  ///
  /// A text is an object with `text`, in the language of the framework, and `translations`. A role
  /// that does not ask for a competency is absent from its `targets`, and one whose level needs no
  /// reason from its `reasons`. The same framework gives the
  /// same bytes, whatever the language of the session.
  ///
  /// - Throws: what `JSON.document` throws.
  public static func json(
    _ framework: Framework, key: Framework.Key, part: FrameworkPart = .whole
  ) throws -> String {
    var members: [String: JSON.Value] = [
      "id": JSON.Value(key.id), "version": .string(key.version), "sha256": .string(key.sha256),
      "title": JSON.Value(framework.title), "language": .string(framework.language.description),
      "licence": .string(framework.licence), "source": JSON.Value(framework.source),
      "areas": .array(part.areas(of: framework).map(value)),
    ]
    members["levels"] = .array(
      framework.scale.steps.map { step in
        .object([
          "rank": .integer(step.level.rank), "label": JSON.Value(step.label),
          "meaning": step.meaning.map(JSON.Value.init) ?? .null,
        ])
      })
    members["roles"] = .array(
      framework.roles.map { .object(["id": JSON.Value($0.id), "title": JSON.Value($0.title)]) })
    return try JSON.document(part == .whole ? .framework : .frameworkPart, members)
  }

  private static func value(_ area: Area) -> JSON.Value {
    .object([
      "id": JSON.Value(area.id), "title": JSON.Value(area.title),
      "shortTitle": JSON.Value(area.shortTitle),
      "competencies": .array(area.competencies.map(value)),
    ])
  }

  private static func value(_ competency: Competency) -> JSON.Value {
    .object([
      "id": JSON.Value(competency.id),
      "official": competency.official.map(JSON.Value.string) ?? .null,
      "title": JSON.Value(competency.title), "statement": JSON.Value(competency.statement),
      "anchors": .array(competency.anchors.map { JSON.Value($0) }),
      "isCore": .bool(competency.isCore), "comesFirst": .bool(competency.comesFirst),
      "centralTo": JSON.Value(texts: competency.centralTo.sorted()),
      "targets": JSON.Value(competency.targets.mapValues { .integer($0.rank) }),
      "reasons": JSON.Value(competency.reasons.mapValues { JSON.Value($0) }),
      "objectives": JSON.Value(competency.objectives.mapValues { .string($0.rawValue) }),
      "buildsOn": .array(competency.buildsOn.map { JSON.Value($0) }),
    ])
  }
}

/// How much of a framework is shown.
public enum FrameworkPart: Hashable, Sendable {
  case whole
  /// The core statements.
  case core
  /// One area.
  case area(AreaID)
  /// One competency.
  case competency(CompetencyID)

  /// The area or the competency that has this id, in any case; `nil` when there is none.
  public init?(named name: String, in framework: Framework) {
    let folded = name.lowercased()
    if let area = framework.areas.first(where: { $0.id.folded == folded }) {
      self = .area(area.id)
    } else if let competency = framework.competencies.first(where: { $0.id.folded == folded }) {
      self = .competency(competency.id)
    } else {
      return nil
    }
  }
  /// The areas of a framework that the part holds, each with those of its competencies that it holds.
  func areas(of framework: Framework) -> [Area] {
    switch self {
    case .whole: framework.areas
    case .core: framework.asking(.core).areas
    case .area(let id): framework.areas.filter { $0.id == id }
    case .competency(let id):
      framework.areas.filter { $0.competencies.contains { $0.id == id } }.map { area in
        Area(
          id: area.id, title: area.title, shortTitle: area.shortTitle,
          competencies: area.competencies.filter { $0.id == id })
      }
    }
  }
}

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
