package import Waymark
import WaymarkBasics

/// A framework, an area or a competency as JSON for other programs.
package enum FrameworkJSON {
  /// The document: which framework down to the bytes, and the part of it.
  ///
  /// A text is an object with `text`, in the language of the framework, and `translations`. A role
  /// that does not ask for a competency is absent from its `targets`. The same framework gives the
  /// same bytes, whatever the language of the session.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func document(
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
