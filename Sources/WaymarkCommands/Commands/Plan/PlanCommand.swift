import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkSheets
import WaymarkSolver
import WaymarkStore

/// `waymark plan`: which workshops to hold in a season, where, and for how many.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan the workshops that close most of what a group lacks.",
    usage: """
      waymark plan --campaign <name> [--cohort <name>] [--by <field>] [limits]
      waymark plan --cohort <name> [--by <field>] [limits]
      """,
    discussion: """
      Chooses workshops of the catalogues, where they are held and for how many, and says how \
      far the plan can be from the best there is. The ending of the file, .txt, .md, .html, \
      .xlsx, .csv, .ics or .json, says in which form it is written.

      Examples:
        waymark plan --campaign ohio-2026 --sessions 4 --budget 3000
        waymark plan --campaign ohio-2026 --by region --sessions 10 --hours 40
        waymark plan --cohort rural --date 2027-01-14 --date 2027-03-04 -o plan.ics
        waymark plan --cohort rural --parallel 3 --date 2027-01-14 --date 2027-03-04
        waymark plan --campaign ohio-2026 --keep first-calls --without year-on-one-page
      """)

  @Option(help: ArgumentHelp("The campaign that people answered.", valueName: "name"))
  var campaign: String?

  @Option(help: ArgumentHelp("Only this cohort's people.", valueName: "name"))
  var cohort: String?

  @Option(
    help: ArgumentHelp(
      "Hold sessions on site in each group, such as region.", valueName: "field"))
  var by: String?

  @OptionGroup(title: "Limits") var season: SeasonOptions

  @Option(
    help: ArgumentHelp("A day for sessions; once for each, in any order.", valueName: "day"))
  var date: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out workshops that did not help between two campaigns.",
      valueName: "before,after"))
  var records: String?

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

  func validate() throws {
    guard campaign != nil || cohort != nil else {
      throw ValidationError(CommandWords.english.plan.nameSomebody)
    }
  }

  func run() throws {
    let session = try Session(options)
    let form = try session.form(of: Self.forms(in: session), output: output)
    let minimum = try MinimumGroup.asked(for: minGroup)
    let words = session.said.plan
    let days = try days(words)
    if let past = days.first, try past < session.surroundings.today() {
      session.console.remark(words.isPast(past))
    }
    if form.format == .ics, days.isEmpty {
      throw Failure(.usage, words.calendarNeedsDays)
    }
    let store = try session.openStore(
      for: .reading, beginning: session.said.campaign.beginning)
    let installed = try own.installed()
    let people = try people(in: store, session.said.cohort)
    let documents = try people.documents(in: store, installed: installed)
    let grouping = try grouping(documents)
    let catalogue = try installed.catalogue(for: documents.framework)
    var limits = try season.limits(
      catalogue.workshops, grouping: grouping, days: days, minimum: minimum,
      words: session.said.season)
    let campaigns = try people.campaigns.map { try store.campaign(named: $0.description) }
    let gains = try records.map {
      try self.gains($0, store, installed, minimum, beside: campaigns, words)
    }
    // What is to be kept is held whatever people gained in it.
    let kept = Set(limits.keep.map(\.workshop))
    let withoutRecord = catalogue.workshops.filter { offer in
      !kept.contains(offer.id) && (gains?.didNotHelp(offer) ?? false)
    }
    limits.without.formUnion(withoutRecord.map { SeasonLimits.Choice($0.id) })
    var demand = WorkshopDemand(
      framework: documents.framework, offers: catalogue.workshops, grouping: grouping,
      importance: campaigns.first?.importance ?? .none)
    try people.visitMembers(in: store, installed: installed) { demand.add($0) }
    let solver = try ProgramSolver.coinOR
    let plan: WorkshopPlan
    do throws(WorkshopPlanProblem) {
      plan = try WorkshopPlan(demand, limits: limits, solver: solver)
    } catch {
      throw failure(error, session.said)
    }
    let page = SeasonPage(
      SeasonReport(
        plan,
        named: try people.namedPeople(in: store, documents: documents, grouping: grouping),
        minimumGroup: minimum),
      name: cohort ?? campaign ?? "", isMadeUp: campaigns.contains(where: \.isMadeUp),
      days: days, records: gains, withoutRecord: withoutRecord, words: session.words.season,
      language: session.language)
    guard form.format == .ics else { return try deliver(page, as: form, session) }
    let today = try session.surroundings.today()
    let sequences = try sequences(page, today, session)
    guard let calendar = page.calendar(made: today, sequences: sequences) else {
      throw Failure(.failed, words.nothingForCalendar)
    }
    try deliver(.text(calendar), session)
  }

  /// How often each session was changed since a calendar was told of it first, which the store remembers,
  /// so that calendars know the newer of two files.
  ///
  /// A store that cannot be written remembers nothing: then the day alone tells.
  private func sequences(
    _ page: SeasonPage, _ today: CalendarDate, _ session: Session
  ) throws -> [String: Int] {
    do {
      return try session.openStore(toWriteAs: session.said.plan.calendarRun)
        .sequences(ofPlanned: page.planned, on: today)
    } catch let error as StoreError {
      guard case .readOnly = error.problem else { throw error }
      return [:]
    }
  }

  /// What is written of a plan.
  private enum Contents {
    case text(String)
    case workbook(Workbook)
  }

  private static func forms(in session: Session) -> [DocumentForm<SeasonPage, Contents>] {
    let texts = { (forms: [DocumentForm<SeasonPage, String>]) in
      forms.map { $0.map(Contents.text) }
    }
    return texts(DocumentForm.page(as: [.text, .markdown, .html], \.page)) + [
      DocumentForm(format: .xlsx) { page, _ in
        .workbook(page.workbook(created: try session.surroundings.fixedDay()))
      }
    ]
      + texts([
        .text(.csv, \.csv),
        .text(.ics) { page in page.calendar(made: try session.surroundings.today()) ?? "" },
        .text(.json) { try $0.json() },
      ])
  }

  private func deliver(
    _ page: SeasonPage, as form: DocumentForm<SeasonPage, Contents>, _ session: Session
  ) throws {
    try deliver(try form.contents(page, session.style(for: output)), session)
  }

  private func deliver(_ contents: Contents, _ session: Session) throws {
    switch contents {
    case .text(let text): try session.deliver(text, to: output, for: .owner)
    case .workbook(let workbook): return try session.deliver(workbook, to: output, for: .owner)
    }
    if output == nil { session.console.remark(session.said.plan.keepIt) }
  }

  private func failure(_ problem: WorkshopPlanProblem, _ words: CommandWords) -> Failure {
    switch problem {
    case .unknownWorkshop(let id):
      Failure.unknown(
        words.season.workshopKind, id.description, for: "--keep, --without",
        mend: words.season.whereListed)
    case .cannotHold(let id, let hindrance):
      Failure(.usage, words.plan.cannotHold(season.typedToKeep(id), hindrance))
    case .cannotKeep: Failure(.usage, words.plan.cannotKeep)
    }
  }

  // MARK: - What was asked for

  /// The days in order.
  private func days(_ words: PlanWords) throws -> [CalendarDate] {
    let days = try date.compactMap { try CalendarDate.given($0, "--date") }.sorted()
    guard Set(days).count == days.count else {
      throw Failure(.usage, words.dayTwice)
    }
    return days
  }

  /// Those to plan for: a cohort, of one campaign where one is named, or a campaign's people.
  private func people(in store: Store, _ words: CohortCommandWords) throws -> Cohort {
    let campaign = try campaign.map { try store.campaign(named: $0) }
    guard let name = cohort else {
      guard let campaign, let id = ID<Cohort>(campaign.id.description) else {
        throw Failure(.usage, words.nameACampaign)
      }
      return Cohort(id: id, campaigns: [campaign.id])
    }
    let cohort = try Cohort.named(name, in: store)
    guard let campaign else { return cohort }
    guard cohort.campaigns.contains(campaign.id) else {
      throw Failure.input(
        words.subject(cohort.id),
        words.hasNobody(of: campaign.id, but: cohort.campaigns.map(\.description)))
    }
    return Cohort(
      id: cohort.id, campaigns: [campaign.id], conditions: cohort.conditions,
      responses: cohort.responses)
  }

  private func grouping(_ documents: CampaignDocuments) throws -> Grouping? {
    do throws(Findings<ReportProblem>) {
      return try Grouping.named(
        by.map { [$0] } ?? [], framework: documents.framework, background: documents.background
      ).first
    } catch {
      throw Failure(.usage, Failure(error).message)
    }
  }

  private func gains(
    _ names: String, _ store: Store, _ installed: InstalledDocuments, _ minimum: MinimumGroup,
    beside campaigns: [Campaign], _ words: PlanWords
  ) throws -> LearningGains {
    let parts = names.split(separator: ",").map(String.init)
    guard parts.count == 2 else { throw Failure(.usage, words.nameTwoCampaigns) }
    let pair = try CampaignPair(
      before: parts[0], after: parts[1], in: store, installed: installed, option: "--records")
    try store.refuseMixture(of: campaigns + [pair.before, pair.after])
    return try store.learningGains(
      from: pair.before.id, to: pair.after.id, frameworks: pair.frameworks,
      catalogue: try installed.catalogue(for: pair.frameworks.later), minimumGroup: minimum)
  }
}
