import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark evaluate`: whether a workshop helped.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "See whether a workshop helped: the same people before and after it.",
    usage: "waymark evaluate --workshop <id> --before <name> --after <name> [-o <file>]",
    discussion: """
      Compares people who agreed to be compared (waymark share --link). Where enough said that they \
      attended (waymark share --did), these stand beside the others; or name them in a file, one \
      response id of the later campaign a line.

      Examples:
        waymark evaluate --workshop one-more-question --before spring --after fall
        waymark evaluate --workshop one-more-question --before s --after f -o e.html
      """)

  @Option(help: ArgumentHelp("The workshop, as catalogues name it.", valueName: "id"))
  var workshop: String

  @Option(help: ArgumentHelp("The campaign before the workshop.", valueName: "name"))
  var before: String

  @Option(help: ArgumentHelp("The campaign after it.", valueName: "name"))
  var after: String

  @Option(
    help: ArgumentHelp("Whose response ids stand in this file attended.", valueName: "file"),
    completion: .file())
  var attended: String?

  @Option(
    help: ArgumentHelp(
      "Withhold what rests on fewer people, 5 or more. (default: 5)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var minGroup = 5

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Documents of your own") var own: CatalogueOptions

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  private static var forms: [DocumentForm<EvaluationPage, String>] {
    DocumentForm.page(as: [.text], \.page) + [.text(.csv, \.csv)]
      + DocumentForm.page(as: [.html], \.page) + [.text(.json) { try $0.json() }]
  }

  func run() throws {
    let session = try Session(options)
    let form = try session.form(of: Self.forms, output: output)
    let minimum = try MinimumGroup.asked(for: minGroup)
    let store = try session.openStore(
      for: .reading, beginning: session.said.campaign.beginning)
    let installed = try own.installed()
    let campaigns = try CampaignPair(
      before: before, after: after, in: store, installed: installed)
    let (earlier, later) = campaigns.frameworks
    let offer = try installed.workshop(workshop, for: later)
    let pairs = offer.serves.compactMap { service -> (Competency, (earlier: Int, later: Int))? in
      guard let competency = later.competency(service.competency),
        let positions = earlier.positions(of: service.competency, beside: later)
      else { return nil }
      return (competency, positions)
    }
    guard !pairs.isEmpty else {
      throw Failure.input(
        session.said.campaign.subject(campaigns.before.id), session.said.evaluate.notAsked)
    }
    let listed = try attended.map {
      try ResponseIDs.read($0, of: [campaigns.after.id], in: store, session)
    }
    let said = try store.respondents(
      whoDid: offer.id, since: campaigns.before.id, in: campaigns.after.id)
    let attendance = WorkshopEvaluation.Attendance(
      listed: listed, said: said, minimumGroup: minimum)
    let found = try store.pairedSteps(
      from: campaigns.before.id, to: campaigns.after.id, positions: pairs.map(\.1)
    ) { attendance.holds($0) }
    let evaluation = WorkshopEvaluation(
      offer, competencies: pairs.map(\.0),
      attended: found.first, others: attendance.isKnown ? found.others : nil,
      minimumGroup: minimum)
    let page = EvaluationPage(
      evaluation, before: campaigns.before, after: campaigns.after, minimumGroup: minimum,
      attendance: attendance, words: session.words.evaluation, language: session.language)
    try session.deliver(page, as: form, to: output, for: .owner)
  }
}

/// What `waymark evaluate` says beside the evaluation itself.
struct EvaluateWords: Sendable {
  let notAsked = (
    what: "it did not ask what this workshop is about", mend: "name campaigns that both asked it"
  )
}
