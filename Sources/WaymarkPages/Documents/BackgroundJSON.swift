package import Waymark
import WaymarkBasics

/// Background questions as JSON for other programs.
package enum BackgroundJSON {
  /// The document; a text is an object with `text` and `translations`.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func document(_ background: BackgroundQuestions) throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("background"), "schema": .integer(1), "id": JSON.Value(background.id),
        "version": .string(background.version),
        "language": .string(background.language.description),
        "title": JSON.Value(background.title), "leadIn": JSON.Value(background.leadIn),
        "fields": .array(background.fields.map(value)),
        "derived": .array(background.derived.map(value)),
        "positionRoles": .array(background.positionRoles.map(value)),
      ]))
  }

  private static func value(_ field: BackgroundQuestions.Field) -> JSON.Value {
    .object([
      "id": JSON.Value(field.id), "kind": .string(field.choice.rawValue),
      "about": .string(field.subject.rawValue),
      "question": JSON.Value(field.question),
      "options": .array(
        field.options.map { .object(["id": JSON.Value($0.id), "label": JSON.Value($0.label)]) }),
    ])
  }

  private static func value(_ derived: BackgroundQuestions.Derived) -> JSON.Value {
    .object([
      "id": JSON.Value(derived.id), "from": JSON.Value(derived.from),
      "title": JSON.Value(derived.title),
      "groups": .array(
        derived.groups.map { group in
          .object([
            "id": JSON.Value(group.id), "label": JSON.Value(group.label),
            "members": .array(group.members.map { JSON.Value($0) }),
          ])
        }),
    ])
  }

  private static func value(_ row: BackgroundQuestions.PositionRole) -> JSON.Value {
    .object([
      "position": JSON.Value(row.position), "role": JSON.Value(row.role),
      "condition": row.condition.map { condition in
        .object([
          "field": JSON.Value(condition.field),
          "options": .array(condition.options.map { JSON.Value($0) }),
        ])
      } ?? .null,
    ])
  }
}
