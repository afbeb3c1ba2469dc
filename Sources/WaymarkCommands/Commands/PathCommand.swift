import ArgumentParser
import Foundation
import Waymark
import WaymarkSolver
import WaymarkStore

/// `waymark path`: what to learn next.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "See what to learn next in the hours you have, and why.",
    usage: "waymark path [--hours <n>] [--minutes-per-week <n>] [--free] [-o <file>]",
    discussion: """
      Without -o the path is shown. The ending of the file, .txt, .md, .html or .json, says in \
      which form it is written.

      Examples:
        waymark path --hours 4
        waymark path --minutes-per-week 90 --until 2027-06-01
        waymark path --hours 2.5 --free -o waymark-path.md
      """)

  @OptionGroup(title: "What fits") var wishes: PathWishes

  @Option(help: ArgumentHelp("The assessment, by the start of its id.", valueName: "id"))
  var assessment: String?

  @Option(help: ArgumentHelp("Work towards this role instead of yours.", valueName: "id"))
  var role: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let format = try OutputFormat.chosen(
      session, output: output, known: [.text, .markdown, .html, .json])
    let wishes = try wishes.read(in: session)
    let store = try session.openStore(for: .reading)
    let installed = try Installed.find()
    let result = try PersonalResult(assessment, in: store, of: session, installed: installed)
    let profile = try result.profile(comparedWith: role.map { [$0] } ?? [], earlier: nil)
    let path = try path(for: profile, wishes: wishes, installed: installed)
    let person = options.person
    let text =
      switch format {
      case .markdown: PathMarkdown.document(path, person: person, language: session.language)
      case .html: PathHTML.page(path, person: person, language: session.language)
      case .json: try PathJSON.document(path, language: session.language)
      case .text, .csv:
        PathText.page(
          path, style: output == nil ? session.style : TextStyle(), person: person,
          language: session.language)
      }
    try session.deliver(text, to: output, for: .owner)
    if output == nil {
      session.console.remark("Keep it: waymark path -o waymark-path.html\(session.suffix)")
    }
  }

  private func path(for profile: Profile, wishes: LearningPath.Wishes, installed: Installed) throws
    -> LearningPath
  {
    let catalogue = try installed.catalogue(for: profile.framework)
    do throws(PathProblem) {
      return try LearningPath(
        profile: profile, catalogue: catalogue, wishes: wishes, solver: .coinOR)
    } catch {
      throw Failure.input("path", error.what, mend: error.mend)
    }
  }
}
