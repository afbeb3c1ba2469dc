import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkSolver
import WaymarkStore

/// `waymark mentors`: who could mentor whom in a campaign.
struct MentorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentors",
    abstract: "Propose pairs of people who asked to mentor or to be mentored.",
    usage: "waymark mentors --campaign <name> [--mentees <n>] [--same-region] [-o <file>]",
    discussion: """
      Only people who wrote a contact for it are named. The pairs fit best in all; the mentoring \
      program confirms them. The ending of the file, .txt, .csv, .html or .json, says in which form \
      they are written.

      Examples:
        waymark mentors --campaign ohio-2026
        waymark mentors --campaign ohio-2026 --mentees 2 --same-region -o mentors.html
      """)

  @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
  var campaign: String

  @Option(
    help: ArgumentHelp(
      "The most people for one mentor, 1 to 10; who offered less gets less.", valueName: "n"),
    transform: { try Int(typed: $0) })
  var mentees: Int?

  @Flag(help: "Pair only people who work in the same region.")
  var sameRegion = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    let limits = MentoringCard.menteeLimits
    if let mentees, !limits.contains(mentees) {
      throw ValidationError(CommandWords.english.mentoringOffer.menteesNotAmong(limits))
    }
  }

  private static var forms: [DocumentForm<MentorsPage, String>] {
    DocumentForm.page(as: [.text], \.page) + [.text(.csv, \.table)]
      + DocumentForm.page(as: [.html], \.page) + [.text(.json, MentorsJSON.document)]
  }

  func run() throws {
    let session = try Session(options)
    let (words, suffix) = (session.said.mentors, session.suffix)
    let form = try session.form(of: Self.forms, output: output)
    let store = try session.openStore(for: .reading, beginning: session.said.import.beginning)
    let campaign = try store.campaign(named: campaign)
    let framework = try InstalledDocuments.find()
      .framework(keptIn: store, as: campaign.framework).framework
    let pairs = try MentorPairs(
      try store.mentoringCards(of: campaign.id).filter { $0.purposes.contains(.mentoring) },
      framework: framework,
      options: .init(menteeLimit: mentees, needsSameRegion: sameRegion), solver: .coinOR)
    let page = MentorsPage(
      pairs, campaign: campaign, framework: framework, words: session.words.mentors,
      language: session.language)
    try session.deliver(page, as: form, to: output, for: .owner)
    session.console.remark(
      pairs.mentors + pairs.seekers == 0
        ? session.said.campaign.nextImport(campaign.id, suffix: suffix)
        : output == nil
          ? words.toKeep(campaign.id, suffix)
          : session.said.campaign.nextReport(campaign.id, suffix: suffix))
  }
}

/// What is said where pairs are proposed.
struct MentorsCommandWords: Sendable {
  func toKeep(_ campaign: ID<Campaign>, _ suffix: String) -> String {
    "Keep it: waymark mentors --campaign \(campaign) -o mentors.html\(suffix)"
  }
}
