import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark profile`: where a person stands.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "See your levels beside what is usual for your role.",
    usage: "waymark profile [--role <id>] ... [--compare last] [-o <file>]",
    discussion: """
      Without -o the profile is shown. The ending of the file, .txt, .html or .json, says in \
      which form it is written.

      Examples:
        waymark profile
        waymark profile --role librarian --role manager
        waymark profile --compare last
        waymark profile -o waymark-profile.html
      """)

  @Option(help: ArgumentHelp("The assessment, by the start of its id.", valueName: "id"))
  var assessment: String?

  @Option(
    help: ArgumentHelp(
      "Show changes since this assessment, the last one, or the one that looked back (then).",
      valueName: "id|last|then"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "Compare with this role instead of yours; give it twice for two.", valueName: "id"))
  var role: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  private func forms(in session: Session) -> [DocumentForm<Profile, String>] {
    DocumentForm.page(as: [.text, .html]) {
      ProfilePage.page(
        $0, person: options.person, words: session.words.profile, language: session.language)
    } + [
      .text(.json) {
        try ProfileJSON.document($0, words: session.words.profile, language: session.language)
      }
    ]
  }

  func run() throws {
    let session = try Session(options)
    let (words, suffix) = (session.said.profile, session.suffix)
    let form = try session.form(of: forms(in: session), output: output)
    let store = try session.openStore(for: .reading)
    let result = try PersonalResult(
      assessment, in: store, of: session, installed: try InstalledDocuments.find())
    let profile = try result.profile(
      comparedWith: role, earlier: compare.map(ResultChoice.Comparison.init(typed:)))
    try session.deliver(profile, as: form, to: output, for: .owner)
    if !profile.isFinished { session.console.remark(words.notFinished(suffix)) }
    if let since = profile.earlier, !since.isLookingBack,
      profile.changes.contains(where: { $0.rise < 0 })
    {
      session.console.remark(words.toLookBack(to: since.date, suffix))
    }
    session.console.remark(words.next(suffix))
    if output == nil { session.console.remark(words.toPrint(suffix)) }
  }
}

extension ResultChoice.Comparison {
  /// What `--compare` stands for.
  init(typed name: String) {
    switch name.lowercased() {
    case "last": self = .last
    case "then": self = .lookingBack
    default: self = .named(name)
    }
  }
}

/// What is said beside a profile.
struct ProfileCommandWords: Sendable {
  let tooManyRoles = "--role: at most two roles can be compared"

  func notFinished(_ suffix: String) -> String {
    "Not finished yet; go on with: waymark assess\(suffix)"
  }

  func toLookBack(to day: CalendarDate, _ suffix: String) -> String {
    "To say where you were then, with what you know now: waymark assess --then \(day)\(suffix)"
  }

  func next(_ suffix: String) -> String { "Next: waymark path\(suffix)" }

  func toPrint(_ suffix: String) -> String {
    "Print: waymark profile -o waymark-profile.html\(suffix)"
  }
}
