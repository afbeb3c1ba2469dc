import Foundation
import Waymark
import WaymarkBasics
import WaymarkXML

/// Finds which of the things that were shared is to be taken back.
struct SharedChoice {
  let history: SharedHistory
  let session: Session
  let installed: InstalledDocuments

  private var words: ShareWords { session.said.share }

  /// The assessment whose file of this kind is taken back; asks which one where there are several.
  func assessment(toTakeBack kind: SharedFile.Kind) throws -> String {
    switch history.toTakeBack(kind) {
    case .one(let item): return item.stored.assessment.id.name
    case .nothing:
      throw Failure.input("share", words.nothingToTakeBack(kind, history, session.suffix))
    case .several(let items):
      let shown = try items.map { try inWords($0) }
      guard session.canAsk else {
        throw Failure(
          .usage,
          words.sayWhich(
            zip(shown, items).map { ($0, words.toTakeBack($1, session.suffix)) }))
      }
      let ticks = TickList(input: try TerminalInput(STDIN_FILENO), session: session)
      let width = session.style.width
      let lines = [words.whichToTakeBack] + shown.enumerated().map { "\($0 + 1)  \($1)" }
      try session.console.write(
        lines.flatMap { TextLayout.wrap($0.printableLine, width: width, hanging: 3) }
          .map { $0 + "\n" }.joined())
      while true {
        guard let typed = try ticks.line(words.typeNumber) else { throw Ended(exit: .done) }
        if let number = Int(digits: typed), items.indices.contains(number - 1) {
          return items[number - 1].stored.assessment.id.name
        }
        try session.console.write(words.noNumber(to: items.count) + "\n")
      }
    }
  }

  /// Everything that was shared, and how each can be taken back.
  func list() throws {
    guard !history.items.isEmpty else {
      return try session.console.write(words.nothingShared + "\n")
    }
    for item in history.items {
      let hint = item.isTakenBack ? "" : " " + words.canBeTakenBack(item, session.suffix)
      let lines = TextLayout.message(
        (session.isAccessible ? "" : "- ") + (try inWords(item)).printableLine + "." + hint,
        width: session.style.width)
      try session.console.write(lines.map { $0 + "\n" }.joined())
    }
  }

  /// What was shared, when, and what became of it.
  private func inWords(_ item: SharedHistory.Item) throws -> String {
    let title = try item.stored.invitation.map { stored in
      try installed.invitation(
        SourceFile(name: session.said.sitting.invitation, bytes: stored.xml)
      ).title.text(in: session.language)
    }
    return words.shared(item, for: item.kind == .response ? title : nil)
  }
}
