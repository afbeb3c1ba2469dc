import WaymarkBasics

/// What the tables, spreadsheets and data packages of several documents say alike.
package struct DataWords: Sendable {
  package init() {}

  /// The campaign of a row.
  let campaign = ColumnWords("Campaign", "The campaign's name.")
  /// Whether the people of a row exist.
  let madeUp = ColumnWords("Made up", "Whether the people do not exist.")

  let areaID = ColumnWords("Area id", "The id of the area.")
  let area = ColumnWords("Area", "The area's name.")
  let areaOfStatement = ColumnWords("Area", "The area that the statement belongs to.")
  let statementID = ColumnWords("Statement id", "The id of the statement.")
  let statement = ColumnWords("Statement", "The statement's short name.")
  let by = ColumnWords("By", "The question that the people were sorted by.")
  let group = ColumnWords("Group", "The group.")
  let people = ColumnWords("People", "How many people gave a level.")
  let meanLevel = ColumnWords("Mean level", "The mean level.")
  let note = ColumnWords("Note", "Why a number is missing.")

  /// The tables of statements and of groups.
  let statements = "Statements"
  let statementsMeaning = "A row for each statement: what everybody answered."
  let groups = "Groups"

  /// A level as the heading of a column.
  func level(_ number: Int, _ label: String) -> String { "\(number) \(label)" }

  /// Several notes to a row.
  func notes(_ notes: [String]) -> String { notes.joined(separator: "; ") }

  /// The licence of what anybody may have.
  let licence = "Creative Commons Attribution 4.0"
}

extension DataWords {
  /// What the sheets of a spreadsheet say that come before those of its tables.
  struct Book {
    let cover = "Cover"
    let coverMeaning = "What this is and what it found."
    let contents = "Contents"
    let contentsMeaning = "The sheets of this file."
    let sheet = "Sheet"
    let sheetMeaning = "What it holds"
    let notes = "Notes"
    let notesMeaning = "How to read it: marks, method and limits, and every column."
    let about = "About"
    let note = "Note"
    let emptyCell = "An empty cell"
    let emptyCellMeaning = "There is no number; the column Note says why."
    let method = "Method and limits"

    func column(_ title: String) -> String { "Column \"\(title)\"" }
  }

  var book: Book { Book() }
}

extension DataWords {
  /// Whether the people of a campaign that trainers plan for were made up.
  var madeUpPeople: ColumnWords {
    ColumnWords("Made up", "Whether these people were made up.")
  }
}
