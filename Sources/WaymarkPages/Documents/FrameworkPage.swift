package import Waymark
package import WaymarkBasics

/// A framework, an area or a competency, to read and for other programs.
package enum FrameworkPage {
  /// The page of a part.
  ///
  /// - Parameters:
  ///   - framework: What to show.
  ///   - part: How much of it.
  ///   - plan: The strategic plan whose objectives the competencies support, for their titles.
  ///   - language: The language of the framework's words; Waymark's own are English.
  package static func page(
    _ framework: Framework, part: FrameworkPart = .whole, plan: StrategicPlan? = nil,
    language: LanguageTag = .english
  ) -> Page {
    let isWhole = part == .whole
    return Page(
      "\(framework.title.text(in: language)) \(framework.version)",
      header: isWhole
        ? [
          Page.Paragraph([
            "\(framework.id) \(framework.version), licence \(framework.licence)"
          ]),
          Page.Paragraph([framework.source.text(in: language)]),
        ] : [],
      sections: (isWhole ? about(framework, language) : [])
        + framework.areas(in: part).map { area in
          Page.Section(
            name(of: area, language),
            area.competencies.flatMap { blocks($0, of: framework, plan: plan, language) })
        })
  }

  private static func about(_ framework: Framework, _ language: LanguageTag) -> [Page.Section?] {
    let levels = framework.scale.steps.map { step in
      let meaning = step.meaning.map { ": \($0.text(in: language))" } ?? ""
      return Page.Entry("\(step.label.text(in: language))\(meaning)")
    }
    return [
      Page.Section("Levels", [.entries(levels, isSpaced: false)]),
      Page.Section(
        "Roles to compare with",
        lines: framework.roles.map { "\($0.title.text(in: language)) (\($0.id))" }),
      Page.Section(
        "Areas",
        lines: framework.areas.map { area in
          "\(name(of: area, language)): \(ProfileWords.statements(area.competencies.count))"
        }),
    ]
  }

  private static func name(of area: Area, _ language: LanguageTag) -> String {
    "\(area.id) \(area.title.text(in: language))"
  }

  private static func blocks(
    _ competency: Competency, of framework: Framework, plan: StrategicPlan?,
    _ language: LanguageTag
  ) -> [Page.Block] {
    let official = competency.official.map { ", official number \($0)" } ?? ""
    let facts = facts(competency, of: framework, plan: plan, language)
    return [
      .heading("\(competency.title.text(in: language)) (\(competency.id))\(official)"),
      .paragraph(Page.Paragraph([competency.statement.text(in: language)])),
      .definitions(
        zip(framework.scale.steps, competency.anchors).map { step, anchor in
          (term: step.label.text(in: language), meaning: anchor.text(in: language))
        }),
    ] + (facts.isEmpty ? [] : [.list(facts.map { Page.Phrase($0) })])
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

  /// The document: which framework down to the bytes, and the part of it.
  ///
  /// A text is an object with `text`, in the language of the framework, and `translations`. A role
  /// that does not ask for a competency is absent from its `targets`. The same framework gives the
  /// same bytes, whatever the language of the session.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func json(
    _ framework: Framework, key: Framework.Key, part: FrameworkPart = .whole
  ) throws -> String {
    var members: [String: JSON.Value] = [
      "kind": .string(part == .whole ? "framework" : "framework-part"), "schema": .integer(1),
      "id": JSON.Value(key.id), "version": .string(key.version), "sha256": .string(key.sha256),
      "title": JSON.Value(framework.title), "language": .string(framework.language.description),
      "licence": .string(framework.licence), "source": JSON.Value(framework.source),
      "areas": .array(framework.areas(in: part).map(value)),
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
    return try JSON.document(JSON.Value.object(members))
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
      "targets": JSON.Value(competency.targets.mapValues { .integer($0.rank) }),
      "objectives": JSON.Value(competency.objectives.mapValues { .string($0.rawValue) }),
      "buildsOn": .array(competency.buildsOn.map { JSON.Value($0) }),
    ])
  }
}

/// How much of a framework is shown.
package enum FrameworkPart: Hashable, Sendable {
  case whole
  /// One area.
  case area(AreaID)
  /// One competency.
  case competency(CompetencyID)

  /// The area or the competency that has this id, in any case; `nil` when there is none.
  package init?(named name: String, in framework: Framework) {
    let folded = name.lowercased()
    if let area = framework.areas.first(where: { $0.id.folded == folded }) {
      self = .area(area.id)
    } else if let competency = framework.competencies.first(where: { $0.id.folded == folded }) {
      self = .competency(competency.id)
    } else {
      return nil
    }
  }
}

extension Framework {
  /// The areas that a part holds, each with those of its competencies that the part holds.
  func areas(in part: FrameworkPart) -> [Area] {
    switch part {
    case .whole: areas
    case .area(let id): areas.filter { $0.id == id }
    case .competency(let id):
      areas.filter { $0.competencies.contains { $0.id == id } }.map { area in
        Area(
          id: area.id, title: area.title, shortTitle: area.shortTitle,
          competencies: area.competencies.filter { $0.id == id })
      }
    }
  }
}
