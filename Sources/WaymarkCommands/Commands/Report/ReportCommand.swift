import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkSheets
import WaymarkStore

/// `waymark report`: where a whole campaign stands.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report where the people of a campaign are below what is usual.",
    usage: """
      waymark report --campaign <name> | --counts <file> ... [--by <field>] ...
      waymark report --campaign <name> --brief [-o <file>]
      waymark report --agreement <file> <file> [--retest] [-o <file>]
      """,
    discussion: """
      Writes report.html to read, report.xlsx, report.md and report.json, data/*.csv, what \
      their columns mean, and charts/*.svg into a new folder in exports. What rests on fewer \
      than 10 people is withheld and written [c]. A report is internal, not for publication, \
      unless --publish made it.

      The page of --brief can be .html, .md or .txt, and .pdf where weasyprint, Chromium or LibreOffice is \
      installed, .docx where pandoc or LibreOffice is.

      For a pilot, --agreement compares two tables of answers about the same people. It prints one \
      page, or writes it to the file after -o, whose ending, .txt, .md, .html, .csv or .json, says in \
      which form.

      Examples:
        waymark report --campaign demo
        waymark report --campaign demo --by role --by region -o exports/by-role
        waymark report --counts ohio.csv utah.csv
        waymark report --campaign demo --target assistant:advocacy.decisions=3
        waymark report --campaign demo --brief -o board.html
        waymark report --campaign demo --publish --preview -o exports/demo-preview
        waymark report --campaign demo --publish -o exports/demo-public
        waymark report --agreement own.csv supervisor.csv -o agreement.html
      """)

  @Option(help: ArgumentHelp("The campaign.", valueName: "name"))
  var campaign: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Report from files that `waymark counts` wrote instead, added up.", valueName: "file"),
    completion: .file())
  var counts: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show groups too, such as role, division or years; may be repeated.", valueName: "field"))
  var by: [String] = []

  @Option(help: ArgumentHelp("Show what changed since this earlier campaign.", valueName: "name"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "Weight to this table of variable,category,count of the whole profession.",
      valueName: "file"),
    completion: .file())
  var population: String?

  @Option(
    help: ArgumentHelp(
      "Cut weights at so many times the mean weight, 1.5 to 100.", valueName: "factor"),
    transform: { try Double(typed: $0) })
  var trim: Double?

  @Flag(help: "Leave out of weights whoever left out an answer that they need.")
  var leaveOutUnanswered = false

  @Option(
    help: ArgumentHelp(
      "Show how many more people another target would put below it; may be repeated.",
      valueName: "role:competency=level"))
  var target: [String] = []

  @Flag(help: "Say what matters to a board on one page: print it, or write the file after -o.")
  var brief = false

  @Option(
    help: ArgumentHelp(
      "Withhold what rests on fewer people, 5 or more. (default: 10)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var minGroup = 10

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write into this new folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Write each drawing as a picture (PNG) too, beside the SVG.")
  var png = false

  @OptionGroup(title: "For everybody") var publishing: PublishingOptions

  @OptionGroup(title: "Two ratings of the same people") var pairs: AgreementOptions

  @OptionGroup(title: "Documents of your own") var own: TableDocumentsOptions

  @OptionGroup(title: "Documents of your own") var catalogues: CatalogueOptions

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let minimum = try MinimumGroup.asked(for: minGroup)
    if pairs.isAsked { return try compare(session, minimum: minimum) }
    guard campaign == nil || !own.areGiven else {
      throw Failure(.usage, session.said.report.documentsAreOfCampaign)
    }
    if brief { return try brief(session, minimum: minimum) }
    if publishing.publish { return try publish(session, minimum: minimum) }
    if let option = publishing.companions.first(where: \.isAsked)?.option {
      throw Failure(.usage, session.said.publishing.needsPublish(option))
    }
    let words = session.said.report
    let input = try input(session, words)
    let campaign = input.campaign
    let folder = try folder(for: campaign.id, holding: .report, session)
    let report = try report(input, session, minimum: minimum)
    let day = try session.surroundings.fixedDay()
    let files = ReportFiles(report, words: session.words.report)
    try folder.write(
      { try files.files() }, workbook: { files.workbook(created: day) }, paints: png)
    try session.console.write(words.wrote(folder.path.printableLine) + "\n")
    if report.overall.respondents == nil { session.console.remark(words.tooFew(minimum.people)) }
    if by.isEmpty, self.counts.isEmpty {
      session.console.remark(words.groupByGroup(campaign.id, suffix: session.suffix))
    }
  }

  /// Works the report out.
  func report(
    _ input: ReportInput, _ session: Session, minimum: MinimumGroup
  ) throws -> GapReport {
    var extras = try extras(input, minimum: minimum, session.said)
    let (campaign, today) = (input.campaign, try session.surroundings.today())
    extras.supplement.making = Making(
      on: today,
      isOpen: try input.store.map {
        CampaignPhase(campaign, published: try $0.publications()[campaign.id], on: today)
          .takesAnswers
      } ?? false)
    return GapReport(
      campaign: input.campaign, framework: input.documents.framework, counts: input.counts,
      minimumGroup: minimum, plan: try input.installed.plan(for: input.documents.framework),
      targets: try targets(input.documents.framework), details: extras.details,
      supplement: extras.supplement)
  }

  /// What the report of a campaign can say besides, by its option.
  var additions: [(option: String, isAsked: Bool)] {
    [
      ("--by", !by.isEmpty), ("--target", !target.isEmpty), ("--compare", compare != nil),
      ("--population", population != nil), ("--trim", trim != nil),
      ("--leave-out-unanswered", leaveOutUnanswered), ("--png", png),
      ("--catalogue", !catalogues.catalogue.isEmpty),
    ]
  }

  /// Where the report goes.
  func folder(
    for campaign: ID<Campaign>, holding kind: FolderManifest.Kind, _ session: Session
  ) throws -> OutputFolder {
    let folder = try OutputFolder(
      try output
        ?? OutputFolder.free(
          for: campaign.description + (kind == .preview ? "-preview" : ""),
          on: try session.surroundings.today()),
      holding: kind, in: session)
    // A folder called as a file is one that nobody finds again.
    if let output, OutputFormat(ofName: output) != nil {
      throw Failure(.usage, session.said.report.isFolder(output.printableLine))
    }
    return folder
  }

  /// What is reported on: a campaign of the store, or files of counts.
  func input(_ session: Session, _ words: ReportCommandWords) throws -> ReportInput {
    let installed = try catalogues.installed()
    guard let campaign else {
      guard !counts.isEmpty else { throw Failure(.usage, words.nameSomething) }
      guard compare == nil, population == nil else {
        throw Failure(.usage, words.countsSayTooLittle)
      }
      return try added(counts, words)
    }
    guard counts.isEmpty else { throw Failure(.usage, words.nameOneOnly) }
    let store = try session.openStore(
      for: .reading, beginning: session.said.import.beginning)
    let known = try store.campaign(named: campaign)
    let documents = try installed.documents(of: known, keptIn: store)
    let margins = try margins(documents, words)
    let tables = try groupings(documents).map { [$0] }
    let progress = Progress(session.console)
    let marginTable = margins.map(\.table).flatMap { $0.isEmpty ? nil : $0 }
    let counted = try store.counts(
      of: known.id, documents: documents, tables: tables + (marginTable.map { [$0] } ?? [])
    ) { done, total in progress.note(words.counted(done, of: total)) }
    let (counts, rest) = counted.parted(after: tables.count)
    return ReportInput(
      installed: installed, campaign: known, documents: documents, counts: counts, store: store,
      margins: margins, marginTable: rest.first)
  }

  private func added(
    _ files: [String], _ words: ReportCommandWords
  ) throws -> ReportInput {
    let (installed, documents) = try own.documents()
    var table = CountsFile(framework: documents.framework, background: documents.background)
    for path in files {
      let file = BoundedFile.name(of: path)
      let bytes = try BoundedFile.read(path, limit: 64 << 20)
      try table.read(try CSVReader.rows(of: bytes, file: file), file: file)
    }
    guard let id = ID<Campaign>("counts") else { throw Ended(exit: .failed) }
    let tables = try groupings(documents).map { [$0] }
    switch table.counts(by: tables) {
    case .success(let counts):
      return ReportInput(
        installed: installed, campaign: documents.campaign(id, isMadeUp: table.isMadeUp),
        documents: documents, counts: counts, store: nil, margins: nil, marginTable: nil)
    case .failure(let missing):
      let by = missing.groupings.joined(separator: ",")
      throw Failure.input(words.subject(by: by), words.notCounted(by: by))
    }
  }

  private func targets(_ framework: Framework) throws -> [TargetChange] {
    var targets: [TargetChange] = []
    var problems: [Finding<ReportProblem>] = []
    for text in target {
      do throws(ReportProblem) {
        targets.append(try TargetChange(text, framework: framework))
      } catch {
        problems.append(Finding(error, at: Place(file: "--target")))
      }
    }
    if let findings = Findings(problems) { throw Failure(.usage, Failure(findings).message) }
    return targets
  }

  func groupings(_ documents: CampaignDocuments) throws -> [Grouping] {
    do throws(Findings<ReportProblem>) {
      return try Grouping.named(
        by, framework: documents.framework, background: documents.background)
    } catch {
      throw Failure(.usage, Failure(error).message)
    }
  }
}

/// What a report is made from.
struct ReportInput {
  /// The margins to weight to, with the groupings that they are about.
  struct Margins {
    let margins: [Campaign.Invited]
    let groupings: [Grouping]

    /// The groupings that have to be counted: the role is counted always.
    var table: [Grouping] { groupings.filter { !$0.isRole } }
  }

  let installed: InstalledDocuments
  let campaign: Campaign
  let documents: CampaignDocuments
  let counts: CampaignCounts
  /// The store that the campaign is in; `nil` for counts from files.
  let store: Store?
  let margins: Margins?
  /// The counts by the groupings of the margins, where these are more than the role.
  let marginTable: LevelTable?
}

extension ReportCommand {
  /// Says what the report says for a board, on one page.
  func brief(_ session: Session, minimum: MinimumGroup) throws {
    let others: [(option: String, isAsked: Bool)] =
      [("--publish", publishing.publish)] + publishing.companions
      + [("--by", !by.isEmpty), ("--target", !target.isEmpty), ("--png", png)]
    if let other = others.first(where: \.isAsked)?.option {
      throw Failure(.usage, session.said.report.brief(without: other))
    }
    let words = session.words.report
    let page = { (report: GapReport) in BoardPage.page(report, words: words) }
    let converted: [OutputFormat] = [.pdf, .docx]
    let form = try session.form(
      of: DocumentForm.page(as: [.text, .markdown, .html], page)
        + converted.map { DocumentForm(format: $0) { report, _ in page(report).html } },
      output: output)
    let report = try report(
      try input(session, session.said.report), session, minimum: minimum)
    guard converted.contains(form.format) else {
      return try session.deliver(report, as: form, to: output, for: .owner)
    }
    try session.deliver(
      html: try form.contents(report, TextStyle()), as: form.format, to: output, for: .owner)
  }
}

extension ReportCommand {
  /// What the report says beside level counts, and what it is worked out of; nothing without a store.
  func extras(
    _ input: ReportInput, minimum: MinimumGroup, _ words: CommandWords
  ) throws -> (details: SheetDetails?, supplement: ReportExtras) {
    var supplement = ReportExtras()
    guard let store = input.store else { return (nil, supplement) }
    supplement.opened = try store.opened(in: input.campaign.id)
    supplement.workshops =
      try input.installed.catalogueIfAny(for: input.documents.framework)?.workshops
    var willing = WillingnessTally(
      input.documents.background, groupings: input.counts.groupings)
    let details = try store.details(
      of: input.campaign, documents: input.documents, willing: &willing)
    supplement.willingness = Willingness(willing, counts: input.counts, minimumGroup: minimum)
    let framework = input.documents.framework
    supplement.service = ServiceNeed(
      try store.serviceSheets(of: input.campaign.id, framework: framework), framework: framework,
      minimumGroup: minimum)
    supplement.comparison = try comparison(input, store, minimum: minimum, words)
    supplement.weighting = try weighting(input, minimum: minimum, words.report)
    return (details, supplement)
  }

  private func comparison(
    _ input: ReportInput, _ store: Store, minimum: MinimumGroup, _ words: CommandWords
  ) throws -> Comparison? {
    guard let compare else { return nil }
    let earlier = try store.campaign(named: compare)
    guard earlier.id != input.campaign.id else {
      throw Failure(.usage, words.report.compareAnother)
    }
    try store.refuseMixture(of: [earlier, input.campaign])
    try store.refuseReversed(before: earlier, after: input.campaign)
    let before = try input.installed.documents(of: earlier, keptIn: store)
    let framework = input.documents.framework
    let positions = Comparison.positions(earlier: before.framework, later: framework)
    guard before.framework.scale.steps.count == framework.scale.steps.count, !positions.isEmpty
    else {
      throw Failure.input(words.campaign.subject(earlier.id), words.report.askedOtherwise)
    }
    let counts = try store.counts(of: earlier.id, documents: before)
    let linked = try store.pairedSteps(
      from: earlier.id, to: input.campaign.id, positions: positions
    ).first
    return Comparison(
      earlier: (earlier, before.framework, counts.overall),
      later: (framework, input.counts.overall),
      paired: (linked.steps, linked.people),
      earlierCoreForm: CoreFormPart(
        counts, framework: before.framework, minimumGroup: minimum), minimumGroup: minimum)
  }

  private func weighting(
    _ input: ReportInput, minimum: MinimumGroup, _ words: ReportCommandWords
  ) throws -> Weighting? {
    if let trim {
      guard population != nil, (1.5...100).contains(trim) else {
        throw Failure(.usage, words.trimNeedsPopulation)
      }
    }
    guard let margins = input.margins, let population else { return nil }
    do throws(RakingProblem) {
      return try Weighting(
        table: input.marginTable ?? input.counts.everybody, margins: margins.margins,
        groupings: margins.groupings, framework: input.documents.framework,
        unanswered: leaveOutUnanswered ? .leftOut : .meanWeight, cap: trim, minimumGroup: minimum)
    } catch {
      let message = "\(population.printableLine): \(error.what); \(error.mend)".printable
      guard case .notConverged = error else { throw Failure(.input, message) }
      throw Failure(.failed, message)
    }
  }

  /// Reads the margins of the population, and finds out what they are about.
  func margins(
    _ documents: CampaignDocuments, _ words: ReportCommandWords
  ) throws -> ReportInput.Margins? {
    guard let population else { return nil }
    let file = population.printableLine
    let rows = try CSVReader.rows(
      of: try BoundedFile.read(population, limit: 1 << 20), file: file)
    let margins = try MarginsTable.margins(
      in: rows, file: file, framework: documents.framework, background: documents.background
    ).filter { $0.grouping != Grouping.everybody }
    var names: [String] = []
    for margin in margins where !names.contains(margin.grouping) { names.append(margin.grouping) }
    guard !names.isEmpty, names.count(where: { $0 != "role" }) <= 2 else {
      throw Failure.input(file, words.unfitMargins(hasNone: names.isEmpty))
    }
    do throws(Findings<ReportProblem>) {
      return ReportInput.Margins(
        margins: margins,
        groupings: try Grouping.named(
          names, framework: documents.framework, background: documents.background, source: file))
    } catch {
      throw Failure(error)
    }
  }
}
