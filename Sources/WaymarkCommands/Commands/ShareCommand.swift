import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// `waymark share`: the file that a person may hand to a campaign.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Write your answers to a file for a campaign; nothing is sent.",
    usage: "waymark share [-o <file>] [--dry-run] [--link] [--withdraw]",
    discussion: """
      Shows exactly what the file holds: no name, no notes, and not how you answered. You \
      send it yourself, or not.

      Examples:
        waymark share --dry-run
        waymark share -o waymark-response.json
        waymark share --withdraw -o waymark-withdrawal.json
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file; else waymark-response.json.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Only show what the file would hold; write nothing.")
  var dryRun = false

  @Flag(help: "Add a random id that lets your years be compared.")
  var link = false

  @Flag(help: "Write a file that takes an earlier one back.")
  var withdraw = false

  @Option(help: ArgumentHelp("The assessment, by the start of its id.", valueName: "id"))
  var assessment: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    // Where there is nothing to share, no store is made either.
    var store = try session.openStore(for: .reading)
    let result = try PersonalResult(
      assessment, in: store, of: session, installed: try Installed.find())
    guard let finished = result.stored.assessment.finished else {
      throw Failure.input(
        "share", "the assessment is not finished",
        mend: "finish it with: waymark assess\(session.suffix)")
    }
    guard !withdraw || result.stored.revision > 0 else {
      throw Failure.input(
        "share", "this assessment was never shared", mend: "there is nothing to take back")
    }
    if !dryRun { store = try session.openStore(for: .writing) }
    let path = output ?? (withdraw ? "waymark-withdrawal.json" : "waymark-response.json")
    let file = OutputFile(path: path, audience: .owner, replaces: options.force)
    if !dryRun { try file.check(inputs: Store.filesInUse(of: store.path)) }
    let revision = result.stored.revision + 1
    let id = result.stored.response.uuidString.lowercased()
    let text =
      withdraw
      ? try Withdrawal(response: id, revision: revision).json()
      : try response(of: result, id: id, revision: revision, finished: finished, in: store).json()
    session.console.remark(
      "This is all that leaves, and only if you send it. It has no name and no notes:")
    try session.console.write(text)
    if !withdraw {
      for line in TextLayout.wrap(inWords(result), width: session.style.width) {
        session.console.remark(line)
      }
    }
    guard !dryRun else { return session.console.remark("Nothing was written.") }
    _ = try store.raiseRevision(of: result.stored.assessment.id)
    try file.write(text)
    session.console.remark("Wrote \(path.printableLine); nothing was sent.")
    if !withdraw {
      session.console.remark("To take it back later: waymark share --withdraw\(session.suffix)")
    }
  }

  /// What the file says, for those who do not read JSON.
  private func inWords(_ result: PersonalResult) -> String {
    let assessment = result.stored.assessment
    let role = assessment.role.flatMap { result.loaded.framework.role($0) }
    let rated = assessment.answers.values.count { $0.level != nil }
    let picked = assessment.importance.picked.count
    return "In words: your answers (\(rated) of \(result.loaded.framework.competencies.count) "
      + "statements rated), what matters most to you (\(picked)), "
      + (role.map { "the role \($0.title.text(in: .english).printableLine)" } ?? "no role")
      + ", the month, and a random id" + (link ? " for this file and one for you." : ".")
  }

  private func response(
    of result: PersonalResult, id: String, revision: Int, finished: CalendarDate, in store: Store
  ) throws -> ResponseFile {
    let assessment = result.stored.assessment
    var person = link ? try store.personLink() : nil
    if link, person == nil {
      person = UUID()
      if !dryRun, let person { try store.keepPersonLink(person) }
    }
    return ResponseFile(
      response: Response(
        id: id, revision: revision, link: person, month: finished.isoMonth, role: assessment.role,
        answers: assessment.answers, importance: assessment.importance, background: [:]),
      framework: assessment.framework, campaign: nil)
  }
}
