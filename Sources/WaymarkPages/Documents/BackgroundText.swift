package import Waymark
package import WaymarkBasics

/// Background questions as text to read.
package enum BackgroundText {
  /// The questions in lines of at most the style's width, each ended by a line feed.
  ///
  /// The document's words are in `language`, Waymark's own are English.
  package static func page(
    _ background: BackgroundQuestions, style: TextStyle = TextStyle(),
    language: LanguageTag = .english
  ) -> String {
    var page = TextPage(style)
    page.heading(background.title.text(in: language))
    page.line("\(background.id) \(background.version)")
    page.line(background.leadIn.text(in: language))
    for field in background.fields {
      page.blank()
      let choice = field.choice == .many ? ", choose all that fit" : ""
      page.line("\(field.question.text(in: language)) (\(field.id)\(choice))")
      list(field.options.map { "\($0.label.text(in: language)) (\($0.id))" }, &page)
    }
    for derived in background.derived {
      page.blank()
      page.line("\(derived.title.text(in: language)) (\(derived.id), from \(derived.from))")
      list(
        derived.groups.map { group in
          "\(group.label.text(in: language)): "
            + group.members.map(\.description).joined(separator: ", ")
        }, &page)
    }
    guard !background.positionRoles.isEmpty else { return page.text }
    page.blank()
    page.heading("Which role a position is compared with; the first line that fits")
    list(background.positionRoles.map(words), &page)
    return page.text
  }

  private static func list(_ items: [String], _ page: inout TextPage) {
    for item in items { page.bullet(item) }
  }

  private static func words(_ row: BackgroundQuestions.PositionRole) -> String {
    let condition = row.condition.map { condition in
      ", where \(condition.field) is \(condition.options.map(\.description).alternatives)"
    }
    return "\(row.position)\(condition ?? ""): \(row.role)"
  }
}
