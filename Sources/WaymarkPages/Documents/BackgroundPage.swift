package import Waymark
package import WaymarkBasics

/// Background questions, to read and for other programs.
package enum BackgroundPage {
  /// The page; the document's words are in `language`, Waymark's own are English.
  package static func page(
    _ background: BackgroundQuestions, language: LanguageTag = .english
  ) -> Page {
    let fields = background.fields.map { field in
      let choice = field.choice == .many ? ", choose all that fit" : ""
      return Page.Section(
        "\(field.question.text(in: language)) (\(field.id)\(choice))",
        lines: field.options.map { "\($0.label.text(in: language)) (\($0.id))" })
    }
    let derived = background.derived.map { derived in
      Page.Section(
        "\(derived.title.text(in: language)) (\(derived.id), from \(derived.from))",
        lines: derived.groups.map { group in
          "\(group.label.text(in: language)): "
            + group.members.map(\.description).joined(separator: ", ")
        })
    }
    let roles = Page.Section(
      "Which role a position is compared with; the first line that fits",
      lines: background.positionRoles.map(words))
    return Page(
      background.title.text(in: language),
      header: [
        Page.Paragraph(["\(background.id) \(background.version)"]),
        Page.Paragraph([background.leadIn.text(in: language)]),
      ],
      sections: fields + derived + [roles])
  }

  private static func words(_ row: BackgroundQuestions.PositionRole) -> String {
    let condition = row.condition.map { condition in
      ", where \(condition.field) is \(condition.options.map(\.description).alternatives)"
    }
    return "\(row.position)\(condition ?? ""): \(row.role)"
  }

  /// The document; a text is an object with `text` and `translations`.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func json(_ background: BackgroundQuestions) throws -> String {
    try JSON.document(
      .background,
      [
        "id": JSON.Value(background.id),
        "version": .string(background.version),
        "language": .string(background.language.description),
        "title": JSON.Value(background.title), "leadIn": JSON.Value(background.leadIn),
        "fields": .array(background.fields.map(value)),
        "derived": .array(background.derived.map(value)),
        "positionRoles": .array(background.positionRoles.map(value)),
      ])
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
