package import Waymark
package import WaymarkBasics

/// Background questions, to read and for other programs.
package enum BackgroundPage {
  /// The page; the document's words are in `language`.
  package static func page(
    _ background: BackgroundQuestions, words: DocumentWords, language: LanguageTag = .english
  ) -> Page {
    let fields = background.fields.map { field in
      Page.Section(
        words.question(
          field.question.text(in: language), id: field.id.description,
          isMany: field.choice == .many),
        lines: field.options.map {
          words.common.name($0.label.text(in: language), id: $0.id)
        })
    }
    let derived = background.derived.map { derived in
      Page.Section(
        words.derived(
          derived.title.text(in: language), id: derived.id.description,
          from: derived.from.description),
        lines: derived.groups.map { group in
          words.group(group.label.text(in: language), group.members.map(\.description))
        })
    }
    let roles = Page.Section(
      words.positionRoles,
      lines: background.positionRoles.map { row in
        words.positionRole(
          row.position.description,
          where: row.condition.map { ($0.field.description, $0.options.map(\.description)) },
          role: row.role.description)
      })
    return Page(
      background.title.text(in: language),
      header: [
        Page.Paragraph([words.name(background.id.description, background.version)]),
        Page.Paragraph([background.leadIn.text(in: language)]),
      ],
      sections: fields + derived + [roles])
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
      "options": .array(field.options.map(value)),
    ])
  }

  private static func value(_ option: BackgroundQuestions.Option) -> JSON.Value {
    var members: [String: JSON.Value] = [
      "id": JSON.Value(option.id), "label": JSON.Value(option.label),
    ]
    if let range = option.band?.range {
      members["from"] = .integer(range.lowerBound)
      members["to"] = range.upperBound == NumberBand.limit ? nil : .integer(range.upperBound)
    }
    return .object(members)
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
