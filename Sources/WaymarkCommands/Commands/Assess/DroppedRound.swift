import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// `waymark assess --drop`: an assessment that was begun by mistake goes, those that are finished stay.
struct DroppedRound {
  private let session: Session
  private var words: DroppedRoundWords { session.said.droppedRound }

  init(_ session: Session) { self.session = session }

  func run() throws {
    let store = try session.openStore(toWriteAs: "assess", beginning: "assess")
    let summary = PersonalSummary(of: try store.assessments())
    guard let begun = summary.droppable else { throw Failure.input("--drop", words.nothingBegun) }
    let assessment = begun.assessment
    if !session.options.force {
      guard session.canAsk else { throw Failure(.usage, words.asks) }
      let question = words.ask(
        begun: assessment.started, answers: begun.answered, notes: assessment.notes.count,
        keepsOthers: !summary.finished.isEmpty)
      let ticks = TickList(input: try TerminalInput(STDIN_FILENO), session: session)
      guard try ticks.agrees(to: question) else {
        return try session.console.write(words.stays + "\n")
      }
    }
    try store.drop(assessment.id)
    try session.console.write(words.dropped(assessment.started) + "\n")
  }
}

/// What is said where an assessment is dropped.
struct DroppedRoundWords: Sendable {
  let nothingBegun = (
    what: "nothing that you began waits to be finished",
    mend: "begin with: waymark assess --new"
  )
  let asks = "assess --drop asks before it erases answers; add --force to drop them without asking"

  func ask(begun day: CalendarDate, answers: Int, notes: Int, keepsOthers: Bool) -> String {
    let what =
      "\(answers) answer\(answers == 1 ? "" : "s")"
      + (notes == 0 ? "" : " and \(notes) note\(notes == 1 ? "" : "s")")
    return "Drop the assessment that you began on \(day.inWords)? "
      + "Its \(what) \(answers + notes == 1 ? "is" : "are") erased for good"
      + (keepsOthers ? "; what you finished stays" : "") + ". y/N:"
  }

  let stays = "Nothing is dropped."

  func dropped(_ day: CalendarDate) -> String {
    "The assessment begun on \(day.inWords) is dropped."
  }
}
