/// What is said of de-identified responses that are given out.
package struct ExportWords: Sendable {
  let common = CommonWords()
  let data = DataWords()

  package init() {}

  func title(_ campaign: String) -> String { "Responses without names: \(campaign)" }

  let notForPublication =
    "For research inside the association or under an agreement, not for publication."

  func combinations(fewest: Int) -> String {
    "No combination of background answers is held by fewer than \(fewest) people."
  }

  func withheld(_ questions: [String]) -> String {
    "Withheld altogether: \(questions.joined(separator: ", "))."
  }

  func thinned(_ questions: [String]) -> String {
    "Some answers were left empty: \(questions.joined(separator: ", "))."
  }

  let nothingLeftEmpty = "No background answer had to be left empty."

  /// What is not in it, and what it does not protect from.
  let limits = [
    "What managers said that their service needs is left out.",
    "Ids are new, and the rows are sorted by what they say.",
    "Importance, months, links and revisions are not in the file.",
    "Somebody who knows how a person rated the statements can still find that person's row.",
  ]

  // MARK: - The table

  let table = "Responses"
  let tableMeaning = "A row for each person."
  let missing = "skipped; in the columns about people no answer, or left empty"

  let number = ColumnWords("Number", "A new number that tells nothing.")
  let role = ColumnWords("Role", "The role that the person is compared with.")
  let cannotJudge = "can't judge"
  let notPartOfMyWork = "not part of my work"
  let notAsked = "not asked"

  let oneAnswer = "The person's answer."

  /// How several answers of one person are written.
  func severalAnswers(_ codes: [(value: String, label: String)]) -> String {
    "Several are joined by ; : " + codes.map { "\($0) is \($1)" }.joined(separator: "; ") + "."
  }
}
