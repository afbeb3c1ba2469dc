import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark catalogue`: what there is to learn from.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Check your own catalogue, or see what there is for each level.",
    usage: "waymark catalogue <check | coverage>",
    discussion: """
      Examples:
        waymark catalogue check my-resources.xml
        waymark catalogue coverage
      """,
    subcommands: [Check.self, Coverage.self])

  /// `waymark catalogue check`: every problem of some files.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "List everything that is wrong with your own files.",
      usage: "waymark catalogue check <file> ...",
      discussion: """
        Behind an element that cannot stand where it is, its neighbors are looked at once it is mended. \
        Of what has the id of something that came with the program, the check says whose place it takes.

        Example:
          waymark catalogue check my-resources.xml
        """)

    @Argument(help: "Catalogues and what they belong to; - for input.", completion: .file())
    var files: [String]

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      try session.console.write(try InstalledDocuments.find().check(files))
    }
  }
}

extension CatalogueCommand {
  /// `waymark catalogue coverage`: how much there is for each level step, and whether it helped.
  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage",
      abstract: "See what there is for each level of each statement.",
      usage: """
        waymark catalogue coverage [-o <file>]
        waymark catalogue coverage --before <name> --after <name> [-o <file>]
        """,
      discussion: """
        Without -o it is shown. The ending of the file, .txt or .csv, says in which form it is \
        written; with two campaigns .json too.

        With two campaigns it shows what people gained who did a resource or a workshop between \
        them: those who agreed to be compared and said what they did (waymark share --link --did), \
        and those who attended a workshop, by a file of response ids of the later campaign.

        Examples:
          waymark catalogue coverage
          waymark catalogue coverage -o coverage.csv
          waymark catalogue coverage --before spring --after fall -o gains.csv
        """)

    @Option(help: ArgumentHelp("The earlier campaign.", valueName: "name"))
    var before: String?

    @Option(help: ArgumentHelp("The later campaign.", valueName: "name"))
    var after: String?

    @Option(help: ArgumentHelp("The workshop that --attended is about.", valueName: "id"))
    var workshop: String?

    @Option(
      help: ArgumentHelp("Whose response ids stand in this file attended.", valueName: "file"),
      completion: .file())
    var attended: String?

    @Option(
      help: ArgumentHelp("Withhold what rests on fewer people, 5 or more.", valueName: "n"),
      transform: { try Int(typed: $0) })
    var minGroup: Int?

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup(title: "Documents of your own") var own: CatalogueOptions

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func validate() throws {
      let words = CommandWords.english.catalogue
      guard (before == nil) == (after == nil) else {
        throw ValidationError(words.nameBothCampaigns)
      }
      guard (workshop == nil) == (attended == nil) else {
        throw ValidationError(words.giveBoth)
      }
      guard before != nil || attended == nil && minGroup == nil else {
        throw ValidationError(
          words.goesWithCampaigns(attended == nil ? "--min-group" : "--attended"))
      }
    }

    private static var gainsForms: [DocumentForm<LearningGainsPage, String>] {
      DocumentForm.page(as: [.text], \.page)
        + [.text(.csv, \.csv), .text(.json) { try $0.json() }]
    }

    func run() throws {
      let session = try Session(options)
      let installed = try own.installed()
      if let before, let after {
        let form = try session.form(of: Self.gainsForms, output: output)
        let page = try gains(before: before, after: after, session, installed)
        return try session.deliver(page, as: form, to: output, for: .owner)
      }
      let framework = try installed.framework().framework
      let forms =
        DocumentForm<CatalogueCoverage, String>.page(as: [.text]) {
          CoveragePage.page(
            $0, framework: framework, words: session.words.coverage, language: session.language)
        } + [.text(.csv, CoveragePage.table)]
      let form = try session.form(of: forms, output: output)
      let coverage = CatalogueCoverage(
        try installed.catalogue(for: framework), framework: framework)
      try session.deliver(coverage, as: form, to: output, for: .everyone)
    }

    private func gains(
      before: String, after: String, _ session: Session, _ installed: InstalledDocuments
    ) throws -> LearningGainsPage {
      let minimum = try MinimumGroup.asked(for: minGroup ?? MinimumGroup.floor)
      let store = try session.openStore(
        for: .reading, beginning: session.said.campaign.beginning)
      let campaigns = try CampaignPair(
        before: before, after: after, in: store, installed: installed)
      let later = campaigns.frameworks.later
      let offer = try workshop.map { try installed.workshop($0, for: later) }
      var ids: [ID<WorkshopOffer>: Set<String>] = [:]
      if let offer, let attended {
        ids[offer.id] = try ResponseIDs.read(attended, of: [campaigns.after.id], in: store, session)
      }
      let gains = try store.learningGains(
        from: campaigns.before.id, to: campaigns.after.id, frameworks: campaigns.frameworks,
        catalogue: try installed.catalogue(for: later), attended: ids, minimumGroup: minimum)
      return LearningGainsPage(
        gains, before: campaigns.before, after: campaigns.after, minimumGroup: minimum,
        words: session.words.gains, language: session.language)
    }
  }
}

/// What `waymark catalogue` says beside what it shows.
struct CatalogueWords: Sendable {
  let nameBothCampaigns = "--before and --after go together; name both campaigns."
  let giveBoth = "--workshop and --attended go together; give both."

  func goesWithCampaigns(_ option: String) -> String {
    "\(option) goes with --before and --after."
  }
}
