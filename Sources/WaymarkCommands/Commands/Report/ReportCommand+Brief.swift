import Waymark
import WaymarkBasics
import WaymarkPages

extension ReportCommand {
  /// Says what the report says for a board, on one page.
  func brief(_ session: Session, minimum: MinimumGroup) throws {
    let others: [(option: String, isAsked: Bool)] =
      [("--publish", publishing.publish)] + publishing.companions + additions
    if let other = others.first(where: \.isAsked)?.option {
      throw Failure(.usage, session.said.report.brief(without: other))
    }
    let words = session.words.report
    let form = try session.form(
      of: DocumentForm.page(as: [.text, .markdown, .html]) {
        BoardPage.page($0, words: words)
      }, output: output)
    let input = try input(session, session.said.report)
    try session.deliver(
      try report(input, session, minimum: minimum), as: form, to: output, for: .owner)
  }
}
