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

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    guard campaign != nil || cohort != nil else {
      throw ValidationError("name a campaign with --campaign, or a cohort with --cohort.")
    }
  }

  func run() throws {
    let session = try Session(options)
    let form = try session.form(of: Self.forms(in: session), output: output)
    let minimum = try MinimumGroup.asked(for: minGroup)
    let days = try days()
    if let past = days.first, try past < session.surroundings.today() {
      session.console.remark("--date \(past): this day is past.")
    }
    if form.format == .ics, days.isEmpty {
      throw Failure(.usage, "--format ics: give the day of each session with --date")
    }
    let store = try session.openStore(for: .reading, beginning: "campaign new NAME")
    let installed = try InstalledDocuments.find()
    let people = try people(in: store)
    let documents = try people.documents(in: store, installed: installed)
    let grouping = try grouping(documents)
    let catalogue = try installed.catalogue(for: documents.framework)
    var limits = try season.limits(
      catalogue.workshops, grouping: grouping, days: days, minimum: minimum)
    let campaigns = try people.campaigns.map { try store.campaign(named: $0.description) }
    let gains = try records.map {
      try self.gains($0, store, installed, minimum, beside: campaigns)
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
      throw failure(error)
    }
    try deliver(
      SeasonPage(
        SeasonReport(
          plan,
          named: try people.namedPeople(in: store, documents: documents, grouping: grouping),
          minimumGroup: minimum),
        name: cohort ?? campaign ?? "", isMadeUp: campaigns.contains(where: \.isMadeUp),
        days: days, records: gains, withoutRecord: withoutRecord, words: session.words.season,
        language: session.language),
      as: form, session)
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
        .text(.ics) { page in
          let today = try session.surroundings.today()
          guard let calendar = page.calendar(made: today) else {
            throw Failure(.failed, "no session is planned, so there is no day for a calendar")
          }
          return calendar
        }, .text(.json) { try $0.json() },
      ])
  }

  private func deliver(
    _ page: SeasonPage, as form: DocumentForm<SeasonPage, Contents>, _ session: Session
  ) throws {
    switch try form.contents(page, session.style(for: output)) {
    case .text(let text): try session.deliver(text, to: output, for: .owner)
    case .workbook(let workbook): return try session.deliver(workbook, to: output, for: .owner)
    }
    if output == nil {
      session.console.remark(
        "Keep it: the same command with -o plan.html, plan.md, plan.xlsx or plan.json")
    }
  }

  private func failure(_ problem: WorkshopPlanProblem) -> Failure {
    switch problem {
    case .unknownWorkshop(let id):
      Failure.unknown(
        "workshop", id.description, for: "--keep, --without", mend: WorkshopOffer.whereListed)
    case .cannotHold(let id):
      Failure(
        .usage,
        "--keep '\(id)': it does not fit the limits, or finds too few people whom it would help; raise "
          + "the limits, or leave it out")
    case .cannotKeep:
      Failure(
        .usage,
        "--keep: what is to be held does not fit the limits together, or finds too few people whom "
          + "it would help; raise the limits, lower --least, or keep less")
    }
  }

  // MARK: - What was asked for

  /// The days in order.
  private func days() throws -> [CalendarDate] {
    let days = try date.compactMap { try CalendarDate.given($0, "--date") }.sorted()
    guard Set(days).count == days.count else {
      throw Failure(
        .usage, "--date: a day is there twice; to hold several sessions on each use --parallel")
    }
    return days
  }

  /// Those to plan for: a cohort, of one campaign where one is named, or a campaign's people.
  private func people(in store: Store) throws -> Cohort {
    let campaign = try campaign.map { try store.campaign(named: $0) }
    guard let name = cohort else {
      guard let campaign, let id = ID<Cohort>(campaign.id.description) else {
        throw Failure(.usage, "--campaign: name a campaign")
      }
      return Cohort(id: id, campaigns: [campaign.id])
    }
    let cohort = try Cohort.named(name, in: store)
    guard let campaign else { return cohort }
    guard cohort.campaigns.contains(campaign.id) else {
      throw Failure.input(
        "cohort '\(cohort.id)'", "it has nobody of the campaign '\(campaign.id)'",
        mend: "name one of: " + cohort.campaigns.map(\.description).joined(separator: ", "))
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
    beside campaigns: [Campaign]
  ) throws -> LearningGains {
    let parts = names.split(separator: ",").map(String.init)
    guard parts.count == 2 else {
      throw Failure(.usage, "--records: name two campaigns, such as spring,fall")
    }
    let pair = try CampaignPair(
      before: parts[0], after: parts[1], in: store, installed: installed, option: "--records")
    try store.refuseMixture(of: campaigns + [pair.before, pair.after])
    return try store.learningGains(
      from: pair.before.id, to: pair.after.id, frameworks: pair.frameworks,
      catalogue: try installed.catalogue(for: pair.frameworks.later), minimumGroup: minimum)
  }
}
