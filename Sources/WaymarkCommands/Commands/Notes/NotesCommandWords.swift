import Waymark
import WaymarkBasics

/// What is said where a person reads and changes notes.
struct NotesCommandWords: Sendable {
  private let limit = Assessment.noteLimit

  // MARK: - What was typed

  let statement = "statement"
  let noForm = "there is no such form of notes"

  func toSeeStatements(_ framework: FrameworkID) -> String {
    "see them all with: waymark framework show \(framework)"
  }

  func noText(_ typed: String) -> String {
    "--set '\(typed)': write the id of the statement, = and the note, such as "
      + "'client.respect=Sam showed me how'"
  }

  func empty(_ statement: String) -> String {
    "--set '\(statement)': there is no text; to delete the note: --delete \(statement)"
  }

  func refused(_ statement: String) -> String { "--set '\(statement)': \(refusal)" }

  func notUTF8(_ statement: String) -> String {
    "--set '\(statement)': the text is not in UTF-8; write it in UTF-8"
  }

  func namedTwice(_ title: String) -> String {
    "'\(title)' is named twice; say once what becomes of its note"
  }

  func noNote(_ title: String) -> String {
    "--delete: there is no note beside '\(title)'; see your notes with: waymark notes"
  }

  private var refusal: String {
    "a note has at most \(limit) characters, and none that steers a terminal"
  }

  // MARK: - At a terminal

  let stop = "stop"
  let list = "list"
  let add = "add"
  let cursor = "Note: "

  func whatToDo(hasNotes: Bool) -> String {
    hasNotes
      ? "Type a number and Enter to change or delete a note, a to add one, l for the list; "
        + "Enter alone leaves."
      : "Type a and Enter to write a note; Enter alone leaves."
  }

  let whichArea = "Which area is it about?"
  let whichStatement = "Which statement?"
  let typeNumber = "Type a number and Enter; Enter alone leaves it."
  func hasNote(_ title: String) -> String { "\(title) (has a note)" }

  func notUnderstood(_ typed: String) -> String {
    "There is no '\(typed)' in the list; type one of its numbers."
  }

  let pasted = "That was pasted, and is no answer here."

  /// - Parameters:
  ///   - isChange: whether there is a note already.
  ///   - edits: whether it stands in the line to be edited.
  func howToWrite(isChange: Bool, edits: Bool) -> String {
    let write =
      "Press Enter to save. A \\ before Enter goes on in another line"
      + (edits ? ", Esc leaves it as it was" : "")
    guard isChange else { return "Write your note. \(write)." }
    return edits
      ? "Change your note. \(write); Ctrl-X deletes it."
      : "Write your note anew. \(write); Enter alone keeps it, 0 deletes it."
  }

  func kept(_ title: String) -> String { "Saved your note beside '\(title)'." }
  func deleted(_ title: String) -> String { "Deleted your note beside '\(title)'." }
  let notSaved = "What you were writing was not saved."
  let stays = "Your note stays as it was."
  let nothingWritten = "No note written."
  var refusedHere: String { "That is no note: \(refusal). Change it, or press Esc." }
  let noUTF8Here = "That was no text in UTF-8; nothing of it was kept."
  let noneYet = "There are no notes yet."

  func earlier(_ day: CalendarDate, _ id: String, _ suffix: String) -> String {
    "Your notes of \(day.inWords): waymark notes --assessment \(id)\(suffix)"
  }
}
