import Waymark
import WaymarkBasics

/// What a page for trainers says of those who agreed to be named.
struct NamedPeoplePart {
  private static let most = 10

  let named: NamedPeople
  let words: NamedPeopleWords

  /// What is said of names before anything else.
  var notice: String { named.people.isEmpty ? words.countsOnly : words.countsAndNames }

  /// Who can be asked by name to teach these and to learn them, a sentence each; none for nobody.
  func facts(on competencies: Set<CompetencyID>, in group: Int? = nil) -> [String] {
    [
      sentence(words.seekers, named.seekers(of: competencies, in: group)),
      sentence(words.teachers, named.teachers(of: competencies)),
    ].compactMap { $0 }
  }

  private func sentence(
    _ worded: ([String], _ more: Int) -> String, _ cards: [MentoringCard]
  ) -> String? {
    guard !cards.isEmpty else { return nil }
    let names = cards.prefix(Self.most).map { card in
      words.person("\(card.contact)", from: card.region?.description)
    }
    return worded(names, cards.count - names.count)
  }

  /// A row for each person and each statement that they would teach or seek to learn; `nil` for nobody.
  ///
  /// - Parameter framework: the framework that has the statements.
  func table(isMadeUp: Bool, framework: Framework, language: LanguageTag) -> DataTable? {
    guard !named.people.isEmpty else { return nil }
    let (learn, teach) = ("learn", "teach")
    var table = DataTable(
      name: "named", title: words.table, meaning: words.tableMeaning,
      columns: [
        .init("made_up", words.madeUp, .flag), .init("contact", words.contact, .text),
        .init("region", words.region, .text), .init("languages", words.languages, .text),
        .init(
          "part", words.part,
          .codes([
            .init(value: learn, label: words.learn), .init(value: teach, label: words.teach),
          ])),
        .init("competency", words.statementID, .text), .init("title", words.statement, .text),
      ])
    for card in named.people.map(\.card) {
      for (part, id) in card.seeks.map({ (learn, $0) }) + card.teaches.map({ (teach, $0) }) {
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

/// How pages for trainers name those who agreed to it.
struct NamedPeopleWords: Sendable {
  private let data = DataWords()

  let countsOnly = "Counts only, nobody is named."
  let countsAndNames =
    "Counts, and the names of those alone who agreed to be named to their trainer."

  /// Whom to invite.
  ///
  /// - Parameter more: how many more there are than the names.
  func seekers(_ names: [String], more: Int) -> String {
    "Seek to learn it, by name: \(list(names, more))."
  }

  /// Whom to ask for help.
  func teachers(_ names: [String], more: Int) -> String {
    "Would help to teach it, by name: \(list(names, more))."
  }

  private func list(_ names: [String], _ more: Int) -> String {
    (names + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "; ")
  }

  func person(_ contact: String, from region: String?) -> String {
    contact + (region.map { " (\($0))" } ?? "")
  }

  let table = "People by name"
  let tableMeaning =
    "Who agreed to be named to their trainer, and would teach or seeks to learn a statement."
  var madeUp: ColumnWords { data.madeUpPeople }
  let contact = ColumnWords("Contact", "The name and how to reach them, as they wrote it.")
  let region = ColumnWords("Region", "Where they work, if they said.")
  let languages = ColumnWords("Languages", "What they speak, the preferred one first.")
  let part = ColumnWords("Part", "Whether they seek to learn it or would teach it.")
  let learn = "learn"
  let teach = "teach"
  var statementID: ColumnWords { data.statementID }
  var statement: ColumnWords { data.statement }
}
