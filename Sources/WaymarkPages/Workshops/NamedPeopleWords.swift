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
