import Waymark
import WaymarkBasics

/// How pages for trainers name those who agreed to it.
extension NamedPeople {
  private static let most = 10

  /// What a page says of names before anything else.
  var notice: String {
    people.isEmpty
      ? "Counts only, nobody is named."
      : "Counts, and the names of those alone who agreed to be named to their trainer."
  }

  /// Who can be asked by name to teach these and to learn them, a sentence each; none for nobody.
  func facts(on competencies: Set<CompetencyID>, in group: Int? = nil) -> [String] {
    [
      Self.sentence("Seek to learn it, by name", seekers(of: competencies, in: group)),
      Self.sentence("Would help to teach it, by name", teachers(of: competencies)),
    ].compactMap { $0 }
  }

  private static func sentence(_ beginning: String, _ cards: [MentoringCard]) -> String? {
    guard !cards.isEmpty else { return nil }
    let names = cards.prefix(most).map { card in
      "\(card.contact)" + (card.region.map { " (\($0))" } ?? "")
    }
    let more = cards.count > most ? ["and \(cards.count - most) more"] : []
    return "\(beginning): " + (names + more).joined(separator: "; ") + "."
  }

  /// A row for each person and each statement that they would teach or seek to learn; `nil` for nobody.
  ///
  /// - Parameter framework: the framework that has the statements.
  func table(isMadeUp: Bool, framework: Framework, language: LanguageTag) -> DataTable? {
    guard !people.isEmpty else { return nil }
    var table = DataTable(
      name: "named", title: "People by name",
      meaning:
        "Who agreed to be named to their trainer, and would teach or seeks to learn a statement.",
      columns: [
        .init("made_up", "Made up", "Whether these people were made up.", .flag),
        .init("contact", "Contact", "The name and how to reach them, as they wrote it.", .text),
        .init("region", "Region", "Where they work, if they said.", .text),
        .init("languages", "Languages", "What they speak, the preferred one first.", .text),
        .init(
          "part", "Part", "Whether they seek to learn it or would teach it.",
          .codes([.init(value: "learn", label: "learn"), .init(value: "teach", label: "teach")])),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
      ])
    for card in people.map(\.card) {
      let parts = card.seeks.map { ("learn", $0) } + card.teaches.map { ("teach", $0) }
      for (part, id) in parts {
        table.append([
          .text(isMadeUp ? "yes" : "no"), .text(card.contact.description),
          .text(card.region?.description ?? ""),
          .text(card.languages.map(\.description).joined(separator: " ")), .text(part),
          .text(id.description),
          .text(framework.competency(id)?.title.text(in: language) ?? ""),
        ])
      }
    }
    return table
  }
}
