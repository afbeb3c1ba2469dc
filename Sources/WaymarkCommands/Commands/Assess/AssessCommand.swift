import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark assess`: begins or goes on with the questionnaire.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Rate yourself, or go on where you stopped.",
    usage: """
      waymark assess [--area <id>] ... [--role <id>] [--all] [--new]
      waymark assess --core [--role <id>] [--new]
      waymark assess --campaign <file> [--framework <file>] [--background <file>]
      waymark assess --workshop <id> [--campaign <file>]
      waymark assess --review | --then <day> [--area <id>] ... [--workshop <id>]
      waymark assess --as service [--area <id>] ...
      waymark assess --answers <file> [--role <id>] [--require-complete]
      waymark assess --set <id=n> ...
      waymark assess --script <file>
      waymark assess --template
      waymark assess --drop [--force]
      """,
    discussion: """
      Every answer is saved at once. Stop whenever you like: the same command goes on where \
      you stopped. What your role asks comes first; then you say whether to go on with the rest.

      Examples:
        waymark assess
        waymark assess --core
        waymark assess --area V --role solo
        waymark assess --campaign campaign.xml
        waymark assess --review
        waymark assess --then 2026-09-01
        waymark assess --workshop one-more-question
        waymark assess --workshop one-more-question --then 2026-09-01
        waymark assess --as service
        waymark assess --set advocacy.decisions=3 --set admin.hiring=na
        waymark assess --template > me.csv
        waymark assess --answers me.csv --role assistant --no-input
      """)

  @Option(help: ArgumentHelp("Ask this area only; may be repeated.", valueName: "id"))
  var area: [String] = []

  @Flag(help: "Ask everything, also what goes beyond your role.")
  var all = false

  @Flag(help: "Ask only the core statements, about 12 minutes; you may go on with the rest.")
  var core = false

  @Option(
    help: ArgumentHelp(
      "Ask only what this workshop is about: 1 to 4 statements, in a minute or two.",
      valueName: "id"))
  var workshop: String?

  @Option(
    help: ArgumentHelp("Answer this invitation to a campaign.", valueName: "file"),
    completion: .file())
  var campaign: String?

  @Option(
    help: ArgumentHelp(
      "The statements that the campaign asks, when they are not those of Waymark.",
      valueName: "file"),
    completion: .file())
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "The background questions that the campaign asks, when they are not those of Waymark.",
      valueName: "file"),
    completion: .file())
  var background: String?

  @Flag(help: "Rate again only what the steps you have done are about.")
  var review = false

  @Option(
    help: ArgumentHelp(
      "Rate them as they were on this day, with what you know now.", valueName: "day"))
  var then: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Say what your library's service needs, now and in five years: service.", valueName: "view"),
    transform: { try Choice.named($0, of: ["service": .service]) })
  var lens: Lens?

  @Flag(help: "Begin a new assessment; earlier ones are kept.")
  var new = false

  @Flag(help: "Drop the assessment that you began and did not finish; it asks first.")
  var drop = false

  @Option(help: ArgumentHelp("Compare with this role; none for no role.", valueName: "id"))
  var role: String?

  @Option(
    help: ArgumentHelp("Take the answers from this CSV file.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Option(
    help: ArgumentHelp("Take one answer: 1 to 5, na or unsure; may be repeated.", valueName: "id=n")
  )
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read what would be typed from this file, or - for input.", valueName: "file"),
    completion: .file())
  var script: String?

  @Flag(help: "Print an empty CSV file for --answers.")
  var template = false

  @Flag(help: "Fail with exit status 65 when statements stay unanswered.")
  var requireComplete = false

  @OptionGroup(title: "Documents of your own") var own: CatalogueOptions

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    let faults = AssessRequest.faults(of: self)
    guard faults.isEmpty else { throw ValidationError(faults.joined(separator: "\n")) }
  }

  func run() throws {
    let session = try Session(options)
    guard !drop else { return try DroppedRound(session).run() }
    let request = try AssessRequest(self, in: session)
    let installed = try own.installed(background: background)
    let current = try request.framework.map(installed.framework(at:)) ?? installed.framework()
    let invitation = try request.campaign.map {
      try AnsweredInvitation(at: $0, framework: current, installed: installed)
    }
    let answers: AnswerSource
    switch request.source {
    case .template:
      session.console.remark(
        session.said.assess.toSeeStatements(
          request.framework?.shellWord ?? current.framework.id.description))
      let workshop = try request.workshop(among: installed, for: current.framework)
      if request.breadth == .core { try request.requireCoreForm(of: current.framework) }
      return try session.console.write(
        AnswersTemplate.csv(
          for: current.framework.asking(request.breadth == .core ? .core : .full)
            .asking(for: workshop)))
    case .given(let given):
      answers = try AnswerSource(given, for: session)
    }
    let path = try session.storePath
    if request.subject.isAgain { _ = try session.openStore(for: .reading) }
    if case .given(let given) = answers, !FileManager.default.fileExists(atPath: path) {
      // No store is made for answers that are refused.
      _ = try given.answers(to: current.framework)
    }
    let lock = try StoreLock(beside: path, for: "assess")
    defer { withExtendedLifetime(lock) {} }
    let store = try session.openStore(for: .writing)
    let run = try SittingRun(
      try OpenedSitting(
        request, asking: current, for: invitation, in: store, installed: installed),
      asked: request, in: store, session)
    switch answers {
    case .given(let given): try run.keep(given)
    case .typed(let descriptor, let isScript): try run.ask(descriptor, isScript: isScript)
    }
  }
}
