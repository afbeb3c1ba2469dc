import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// `waymark path`: what to learn next.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "See what to learn next in the hours you have, and why.",
    usage: "waymark path [--hours <n>] [--free] [--steps <n>] [-o <file>]",
    discussion: """
      Without -o the path is shown. The ending of the file, .txt, .md, .html or .json, says in \
      which form it is written.

      Examples:
        waymark path --hours 4
        waymark path --hours 2.5 --free -o waymark-path.md
      """)

  @Option(help: ArgumentHelp("The hours you have in all, such as 4 or 2.5.", valueName: "n"))
  var hours: String?

  @Option(help: ArgumentHelp("The most steps, 1 to 20.", valueName: "n"))
  var steps = 5

  @Flag(help: "Only what costs nothing.")
  var free = false

  @Option(help: ArgumentHelp("A language you learn in; may be repeated.", valueName: "tag"))
  var language: [String] = []

  @Option(help: ArgumentHelp("The assessment, by the start of its id.", valueName: "id"))
  var assessment: String?

  @Option(help: ArgumentHelp("Work towards this role instead of yours.", valueName: "id"))
  var role: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    guard (1...20).contains(steps) else {
      throw ValidationError("--steps: give a number from 1 to 20.")
    }
  }

  func run() throws {
    let session = try Session(options)
    let format = try OutputFormat.chosen(
      session, output: output, known: [.text, .markdown, .html, .json])
    let wishes = LearningPath.Wishes(
      minutes: try hours.map(minutes), languages: try languages(session), freeOnly: free,
      steps: steps)
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
      case .text:
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
    let catalogues = try installed.documents(for: profile.framework).compactMap(\.catalogue)
    let reference = FrameworkReference(
      id: profile.framework.id, version: profile.framework.version)
    guard let catalogue = catalogues.first(where: { $0.framework == reference }) else {
      throw Failure.input(
        "path", "no catalogue of learning resources fits these statements",
        mend: "begin a new assessment with: waymark assess --new")
    }
    do throws(PathProblem) {
      return try LearningPath(profile: profile, catalogue: catalogue, wishes: wishes)
    } catch {
      throw Failure.input("path", error.what, mend: error.mend)
    }
  }

  private func languages(_ session: Session) throws -> [LanguageTag] {
    guard !language.isEmpty else {
      return session.language == .english ? [.english] : [session.language, .english]
    }
    return try language.map { name in
      guard let tag = LanguageTag(name) else {
        throw Failure(
          .usage, "--language: '\(name.printableLine)' is no language tag; use one such as es")
      }
      return tag
    }
  }

  /// Reads hours with `.` as the decimal separator, up to 10,000.
  private func minutes(_ text: String) throws -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        (1...5).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    guard isNumber, let hours = Double(text), hours > 0, hours <= 10_000 else {
      throw Failure(
        .usage,
        "--hours: '\(text.printableLine)' is no number of hours; use one such as 4 or 2.5")
    }
    return Int(hours * 60)
  }
}
