import Waymark
import WaymarkBasics

/// What is said of what a cohort needs.
package struct CohortWords: Sendable {
  let common = CommonWords()
  let named = NamedPeopleWords()
  let columns = Columns()

  package init() {}

  func title(_ cohort: String) -> String { "Cohort: \(cohort)" }

  let missingMost = "What is missing most"
  let withoutTeacher = "Where nobody here could teach"
  let reached = "Where all are at or above what is usual"

  // MARK: - Who is in it

  /// Whose answers they are, as a part of a sentence.
  func source(_ campaigns: [String], where conditions: [Cohort.Condition]) -> String {
    let members = conditions.map { "\($0.grouping) is \($0.groups.joined(separator: " or "))" }
    return "of the campaign\(campaigns.count == 1 ? "" : "s") \(campaigns.joined(separator: ", "))"
      + (members.isEmpty ? "" : ", where " + members.joined(separator: " and "))
  }

  func tooFew(_ source: String, fewest: Int) -> String {
    "Fewer than \(fewest) people \(source): nothing is said of them."
  }

  func nobody(_ source: String) -> String { "Nobody \(source) is in it." }

  func people(_ number: Int, _ source: String) -> String { "\(common.people(number)) \(source)." }

  let nobodyBelow = "Nobody is below what is usual for their role."

  func somebodyBelow(in statements: Int) -> String {
    "In \(common.statements(statements)) somebody is below what is usual."
  }

  // MARK: - A statement

  func below(_ below: Int, of compared: Int, missing: Int) -> String {
    "\(below) of the \(compared) whose role asks for it \(below == 1 ? "is" : "are") below what is usual, "
      + "by \(missing) level\(missing == 1 ? "" : "s") together."
  }
  /// Of so few that a number would tell of each of them.
  func someBelow(of compared: Int) -> String {
    "Some of the \(compared) whose role asks for it are below what is usual."
  }
  func mostBelow(of compared: Int) -> String {
    "Most of the \(compared) whose role asks for it are below what is usual."
  }

  let forFew = "Few roles here ask for it: one who can do it may be enough."
  let forEveryone = "Most roles here ask for it: it is for everyone."

  /// The mix in a room.
  ///
  /// - Parameters:
  ///   - counts: how many are on each level, lowest first.
  ///   - rated: how many these are, who need not have a role that asks for it.
  func room(_ counts: [Int], of rated: Int) -> String {
    let levels = counts.enumerated().map { "\($1) on \($0 + 1)" }
    return "Of all \(rated) who rated it: \(levels.joined(separator: ", "))."
  }
  let somebodyCouldTeach = "Somebody here could teach it."

  func couldTeach(_ people: Int) -> String {
    people == 0 ? "Nobody here could teach it." : "\(people) could teach it."
  }

  /// How many of those below are below in a statement that comes before it.
  func alsoBelow(_ people: Int, in statement: String) -> String {
    "Of those below, \(people) \(people == 1 ? "is" : "are") below in \(statement) too, "
      + "which comes before it."
  }

  // MARK: - The table

  let table = "Every statement"
  let tableMeaning = "How many people of the cohort are below what is usual for their own role."
  let everyone = "everyone"
  let few = "few"

  struct Columns: Sendable {
    private let data = DataWords()

    var madeUp: ColumnWords { data.madeUpPeople }
    var statementID: ColumnWords { data.statementID }
    var statement: ColumnWords { data.statement }
    let rated = ColumnWords("Rated", "How many gave a level.")
    let compared = ColumnWords("Compared", "How many have a role that asks for it.")
    /// Of so few a number would tell of each of them.
    private static let ofMany = "; of fewer than ten that is withheld"
    let below = ColumnWords("Below", "How many of these are below what is usual\(Self.ofMany).")
    let atOrAbove = ColumnWords(
      "At or above", "How many of these are at or above what is usual\(Self.ofMany).")
    let audience = ColumnWords(
      "For", "Whether most roles here ask for it or few: one who can may be enough.")
    let missing = ColumnWords("Levels", "How many levels they are missing together\(Self.ofMany).")
    let couldTeach = ColumnWords(
      "Could teach", "How many are on the highest two levels\(Self.ofMany).")

    func level(_ rank: Int) -> ColumnWords {
      ColumnWords("Level \(rank)", "How many are on level \(rank)\(Self.ofMany).")
    }
  }
}
