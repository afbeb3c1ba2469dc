package import Waymark
package import WaymarkBasics

/// The notes that a person wrote for themselves, to read, print and take along.
package enum NotesPage {
  /// The page; it says so where there are none.
  ///
  /// - Parameter person: whose notes they are, where several people share a computer.
  package static func page(
    _ notes: NoteList, person: String?, words: NotesWords, language: LanguageTag
  ) -> Page {
    Page(
      words.title(notes.day),
      header: [
        person.map { Page.Paragraph([words.common.forPerson($0)]) },
        Page.Paragraph(
          [notes.entries.isEmpty ? words.none : words.forYourself(notes.entries.count)], .soft),
      ],
      sections: [
        notes.entries.isEmpty
          ? nil : Page.Section(nil, [.entries(entries(of: notes, language), isSpaced: true)])
      ])
  }

  /// The notes as a part of another page; `nil` where there are none.
  static func section(_ notes: NoteList, words: NotesWords, language: LanguageTag) -> Page.Section?
  {
    guard !notes.entries.isEmpty else { return nil }
    return Page.Section(
      words.heading, [.entries(entries(of: notes, language), isNumbered: false, isSpaced: false)])
  }

  private static func entries(of notes: NoteList, _ language: LanguageTag) -> [Page.Entry] {
    notes.entries.map { entry in
      Page.Entry(
        Page.Phrase([
          notes.framework.spoken(
            entry.competency.title, in: language, as: Page.Phrase.Piece.strong),
          .id(entry.competency.id.description),
        ]), facts: entry.lines.map { Page.Paragraph([$0]) })
    }
  }

  /// The notes as rows for a spreadsheet.
  package static func table(_ notes: NoteList, language: LanguageTag) -> String {
    var table = CSV(header: ["competency", "title", "note"])
    for entry in notes.entries {
      table.append([
        .text(entry.competency.id.description),
        .text(entry.competency.title.text(in: language)), .text(entry.text),
      ])
    }
    return table.text
  }
}

/// Notes as JSON for other programs.
package enum NotesJSON {
  /// The document.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func document(
    _ notes: NoteList, language: LanguageTag = .english
  ) throws -> String {
    try JSON.document(
      .notes,
      [
        "date": .string(notes.day.description), "notes": list(notes, language),
      ])
  }

  /// The notes in order.
  static func list(_ notes: NoteList, _ language: LanguageTag) -> JSON.Value {
    .array(
      notes.entries.map { entry in
        .object([
          "id": JSON.Value(entry.competency.id),
          "title": .string(entry.competency.title.text(in: language)),
          "note": .string(entry.text),
        ])
      })
  }
}

/// What a page of notes says.
package struct NotesWords: Sendable {
  let common = CommonWords()

  package init() {}

  func title(_ day: CalendarDate) -> String { "Your notes on your answers of \(day.inWords)" }

  let heading = "Your notes"
  let none = "There are no notes yet."

  func forYourself(_ count: Int) -> String {
    "\(common.count(count, "note", "notes")) for yourself; they are never in a file that you share."
  }
}
