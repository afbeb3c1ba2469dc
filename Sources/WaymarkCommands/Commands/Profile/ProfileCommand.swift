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
    usage: "waymark profile [--all] [--role <id>] ... [--compare last] [-o <file>]",
    discussion: """
      Without -o the profile is shown, with your notes. The ending of the file, .txt, .md, .html \
      or .json, says in which form it is written; your notes go into it only with --notes.

      Examples:
        waymark profile
        waymark profile --all
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

  @Flag(help: "Show every answer and every strength.")
  var all = false

  @Flag(help: "Put your notes into the file too.")
  var notes = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let request = try ProfileRequest(self, in: session)
    let (words, suffix) = (session.said.profile, session.suffix)
    let store = try session.openStore(for: .reading)
    let result = try PersonalResult(
      request.assessment, in: store, of: session, installed: try InstalledDocuments.find())
    let profile = try result.profile(comparedWith: request.roles, earlier: request.comparison)
    let notes = NoteList(of: result.stored.assessment, in: result.loaded.framework)
    try session.deliver(
      (profile, request.showsNotes ? notes : nil), as: request.form, to: output, for: .owner)
    if !profile.isFinished {
      session.remark(words.notFinished(result.stored.assessment.workshopOption, suffix))
    }
    session.remark(aboutNewer: result, request.assessment != nil, "profile")
    if let since = profile.earlier, !since.isLookingBack,
      profile.changes.contains(where: { $0.rise < 0 })
    {
      session.remark(words.toLookBack(to: since.date, suffix))
    }
    if output == nil, !request.showsAll { session.remark(words.toSeeAll(suffix)) }
    if request.comparison == nil, result.choice.hasEarlier {
      session.remark(words.toCompare(suffix))
    }
    session.remark(words.next(suffix))
    if output == nil { session.remark(words.toPrint(suffix)) }
  }
}

/// What is said beside a profile.
struct ProfileCommandWords: Sendable {
  let tooManyRoles = "--role: at most two roles can be compared"

  func nothingNamed(_ option: String) -> String {
    "\(option): nothing is named; see the ids of your assessments with: waymark store info"
  }

  /// - Parameter option: names the workshop that the assessment is about alone.
  func notFinished(_ option: String, _ suffix: String) -> String {
    "Not finished yet; go on with: waymark assess\(option)\(suffix)"
  }

  /// - Parameters:
  ///   - start: the day on which the newer assessment was begun.
  ///   - count: how many statements have an answer in it.
  ///   - day: the day of what is shown.
  func newerWaits(
    since start: CalendarDate, answered count: Int, insteadOf day: CalendarDate
  ) -> String {
    "This is what you finished on \(day.inWords). A newer one, begun on \(start.inWords), waits to be "
      + "finished: \(count) statement\(count == 1 ? "" : "s") answered."
  }

  /// - Parameter option: names the workshop that the assessment is about alone.
  func toFinish(_ option: String, _ suffix: String) -> String {
    "Go on with it: waymark assess\(option)\(suffix)"
  }

  func toSeeNewer(_ command: String, _ id: String, _ suffix: String) -> String {
    "See it as far as it is: waymark \(command) --assessment \(id.prefix(8))\(suffix)"
  }

  func toLookBack(to day: CalendarDate, _ suffix: String) -> String {
    "To say where you were then, with what you know now: waymark assess --then \(day)\(suffix)"
  }

  func toCompare(_ suffix: String) -> String {
    "What has changed since last time: waymark profile --compare last\(suffix)"
  }

  func toSeeAll(_ suffix: String) -> String { "All your answers: waymark profile --all\(suffix)" }

  func next(_ suffix: String) -> String { "Next: waymark path\(suffix)" }

  func toPrint(_ suffix: String) -> String {
    "Print: waymark profile -o waymark-profile.html\(suffix)"
  }
}

/// What `waymark profile` is asked to do.
struct ProfileRequest {
  let assessment: String?
  let comparison: ResultChoice.Comparison?
  /// The roles to compare with instead of the person's own; two at most.
  let roles: [String]
  let showsAll: Bool
  /// Whether notes are shown: on the screen they are, in a file only where that is asked for.
  let showsNotes: Bool
  let form: DocumentForm<(profile: Profile, notes: NoteList?), String>

  /// Takes what was typed for what it means.
  ///
  /// - Throws: `Failure` with everything that is wrong with the values.
  init(_ command: ProfileCommand, in session: Session) throws {
    let words = session.said.profile
    var faults = TypedFaults()
    if command.role.count > 2 { faults.add(words.tooManyRoles) }
    for (option, name) in [("--assessment", command.assessment), ("--compare", command.compare)]
    where name?.isEmpty == true { faults.add(words.nothingNamed(option)) }
    let form = try faults.gather {
      try session.form(
        of: Self.forms(command.options.person, showsAll: command.all, in: session),
        output: command.output)
    }
    try faults.check()
    guard let form else { throw Failure(.usage, session.said.output.noForm("")) }
    self.form = form
    assessment = command.assessment
    comparison = command.compare.map(ResultChoice.Comparison.init(typed:))
    roles = command.role
    showsAll = command.all
    showsNotes = command.notes || command.output == nil && form.format == .text
  }

  private static func forms(
    _ person: String?, showsAll: Bool, in session: Session
  ) -> [DocumentForm<(profile: Profile, notes: NoteList?), String>] {
    let (words, language) = (session.words.profile, session.language)
    func page(showsAll: Bool) -> (((profile: Profile, notes: NoteList?)) -> Page) {
      {
        ProfilePage.page(
          $0.profile, notes: $0.notes, showsAll: showsAll, person: person, words: words,
          language: language)
      }
    }
    return DocumentForm.page(as: [.text], page(showsAll: showsAll))
      + DocumentForm.page(as: [.markdown], page(showsAll: true))
      + DocumentForm.page(as: [.html], page(showsAll: showsAll)) + [
        .text(.json) {
          try ProfileJSON.document(
            $0.profile, notes: $0.notes, words: words, language: language)
        }
      ]
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
