import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkSolver
import WaymarkStore

/// What is said with `--publish` of how it is published.
struct PublishingOptions: ParsableArguments {
  @Flag(help: "Write what the campaign declared it would publish, once it is proved to be safe.")
  var publish = false

  @Flag(help: "Write all of it, marked as not published; nothing is frozen.")
  var preview = false

  @Flag(help: "Publish without asking.")
  var yes = false

  @Flag(help: "Publish before the campaign's last day is over.")
  var whileOpen = false

  @Flag(help: "Say that nobody in it is in a campaign that was given out and deleted since.")
  var otherPeople = false

  @Option(help: ArgumentHelp("Who publishes it, as the page says.", valueName: "text"))
  var publisher: String?

  @Option(
    help: ArgumentHelp("Say what changed since the release in this folder.", valueName: "folder"),
    completion: .directory)
  var earlier: String?

  /// The options that go with `--publish` alone, and whether they are given.
  var companions: [(option: String, isAsked: Bool)] {
    [
      ("--preview", preview), ("--yes", yes), ("--while-open", whileOpen),
      ("--other-people", otherPeople),
      ("--publisher", publisher != nil), ("--earlier", earlier != nil),
    ]
  }
}

extension ReportCommand {
  /// Writes what the campaign declared that it would publish, once it is proved that this exposes
  /// nobody, and enters it in the ledger; or shows what would be written, and enters nothing.
  func publish(_ session: Session, minimum: MinimumGroup) throws {
    let words = session.said.publishing
    guard let campaign, counts.isEmpty else { throw Failure(.refused, words.needsCampaign) }
    guard compare == nil else { throw Failure(.refused, words.comparesReleases) }
    let others = additions.filter { !["--population", "--png"].contains($0.option) }
    if let other = others.first(where: \.isAsked)?.option {
      throw Failure(.refused, words.publishes(without: other))
    }
    let publisher = try publishing.publisher.map {
      try CampaignCommand.words($0, "--publisher", limit: Invitation.nameLimit)
    }
    let store =
      publishing.preview
      ? try session.openStore(for: .reading, beginning: session.said.import.beginning)
      : try session.openStore(toWriteAs: words.run, beginning: session.said.import.beginning)
    let changes = try store.changes()
    let known = try store.campaign(named: campaign)
    let today = try session.surroundings.today()
    let published = try store.publications()[known.id]
    try refuseTooEarly(known, published: published, in: store, on: today, session)
    let installed = try InstalledDocuments.find()
    let ledger = try LedgerReader(store, installed)
    let earlier = try publishing.earlier.map {
      try earlierRelease(in: $0, beside: known, publishedOn: published, store)
    }
    let documents = try installed.documents(of: known, keptIn: store)
    let population = try margins(documents, session.said.report)
    // Before any work is done; what cannot be written is not entered in the ledger either.
    let folder = try folder(
      for: known.id, holding: publishing.preview ? .preview : .release, session)
    let proved = try proved(known, documents, in: store, ledger, minimum: minimum, session)
    let extras = ReleaseExtras(
      changes: try earlier.map { try changed(proved.report, since: $0) },
      weighting: try population.map {
        try weighting(proved.report, documents.framework, $0, session)
      })
    guard !publishing.preview else {
      let page = PublishedPage(
        proved.report, with: extras,
        imprint: PublishedPage.Imprint(publisher: publisher, previewedOn: today),
        words: session.words.published)
      try folder.write(
        { try page.files() },
        workbook: { page.workbook(created: known.closed ?? known.closes ?? today) }, paints: png)
      try session.console.write(
        words.previewed(folder.path.printableLine, already: published) + "\n")
      return session.remark(words.withheld(proved.report).joined(separator: " "))
    }
    if publishing.yes {
      try ledger.refuseUnseen(
        beside: known.id, content: proved.content, areOthers: publishing.otherPeople)
    }
    let entry = ledger.next(proved.content, of: known.id, on: today)
    let page = PublishedPage(
      proved.report, with: extras,
      imprint: PublishedPage.Imprint(publisher: publisher, recordedAs: entry),
      words: session.words.published)
    let question = words.ask(
      proved.report, phase: CampaignPhase(known, published: published, on: today),
      unseen: publishing.otherPeople
        ? [] : try ledger.unseen(beside: known.id, content: proved.content),
      folder: folder.path.printableLine)
    guard
      try session.agrees(
        to: question, typing: words.publish, isAgreed: publishing.yes, orElse: words.asksFirst)
    else { return try session.console.write(words.nothingPublished + "\n") }
    let day = try session.surroundings.fixedDay() ?? known.closed ?? known.closes ?? entry.day
    try folder.write(
      { try page.files() }, workbook: { page.workbook(created: day) }, paints: png,
      entering: { try ledger.enter(entry, since: changes, with: $0) })
    try session.console.write(
      words.published(folder.path.printableLine, entry: entry.number, already: published) + "\n")
    if published == nil { session.remark(words.isFrozen) }
  }

  /// What was published of another campaign.
  private func earlierRelease(
    in folder: String, beside campaign: Campaign, publishedOn published: CalendarDate?,
    _ store: Store
  ) throws -> EarlierRelease {
    let path =
      folder.hasSuffix(".json")
      ? folder : folder + (folder.hasSuffix("/") ? "" : "/") + "report.json"
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(.input, CommandWords.english.publishing.noRelease(in: folder.printableLine))
    }
    let bytes = try BoundedFile.read(path, limit: 64 << 20)
    let earlier: EarlierRelease
    do throws(EarlierReleaseProblem) {
      earlier = try EarlierRelease(bytes, comparedWith: campaign, publishedOn: published)
    } catch {
      throw Failure(.input, "\(path.printableLine): \(error.what); \(error.mend)")
    }
    // Where its answers are in the store, their months say which of both came first.
    let before = try store.campaigns().map(\.campaign).first {
      $0.id.description == earlier.campaign
    }
    if let before { try store.refuseReversed(before: before, after: campaign) }
    return earlier
  }

  /// What changed since an earlier release that shows a share of the same statement at least once.
  private func changed(
    _ report: PublishedReport, since earlier: EarlierRelease
  ) throws -> PublishedChanges {
    let changes = PublishedChanges(report, since: earlier)
    guard !changes.rows.isEmpty else {
      throw Failure(
        .input, CommandWords.english.publishing.sharesNothing(earlier.title.printableLine))
    }
    return changes
  }

  /// The published shares weighted to the one question that the margins are about.
  private func weighting(
    _ report: PublishedReport, _ framework: Framework, _ population: ReportInput.Margins,
    _ session: Session
  ) throws -> PublishedWeighting {
    let words = session.said.publishing
    let names = population.groupings.map(\.id)
    guard names.count == 1 else {
      throw Failure(.usage, words.weightsByOne(names))
    }
    guard
      let weighting = PublishedWeighting(report, framework: framework, margins: population.margins)
    else {
      throw Failure(.usage, words.noGroups(by: names[0], of: report.dimensions.map(\.id)))
    }
    let missing = PublishedWeighting.missing(report, from: population.margins)
    guard missing.isEmpty else { throw Failure(.input, words.nobodyOf(missing, by: names[0])) }
    return weighting
  }

  /// Refuses what is never published: the answers of a few people, and those of a campaign in which
  /// people were told that they can still answer, unless that is meant.
  private func refuseTooEarly(
    _ campaign: Campaign, published: CalendarDate?, in store: Store, on today: CalendarDate,
    _ session: Session
  ) throws {
    let responses =
      try store.campaigns().first { $0.campaign.id == campaign.id }?.responses ?? 0
    let least = MinimumGroup.standard.people
    guard responses >= least else {
      throw Failure(
        responses == 0
          ? PublicationProblem.nobodyAnswered(campaign.id) : .fewAnswered(least: least),
        of: session.said.campaign.subject(campaign.id))
    }
    let invited = campaign.invited.first { $0.grouping == Grouping.everybody }?.people
    if published == nil, let invited, invited < responses {
      throw Failure.input(
        session.said.campaign.subject(campaign.id),
        session.said.publishing.moreThanInvited(
          responses, invited: invited, campaign.id, suffix: session.suffix))
    }
    let phase = CampaignPhase(campaign, published: published, on: today)
    guard phase.isPromised, !publishing.whileOpen, !publishing.preview else { return }
    throw Failure(
      .usage,
      session.said.publishing.isOpen(
        campaign.id, phase: session.words.campaign.phase(phase), suffix: session.suffix))
  }

  /// What can be published, proved beside all that was given out before.
  private func proved(
    _ known: Campaign, _ documents: CampaignDocuments, in store: Store, _ ledger: LedgerReader,
    minimum: MinimumGroup, _ session: Session
  ) throws -> Publication.Proved {
    return try refusing(known.id) {
      let menu = try PublicationMenu(
        documents.tables(known.menu.map { $0.joined(separator: ",") }, option: "--table"))
      let publication = try Publication(
        of: known, framework: documents.framework, menu: menu, minimum: minimum,
        before: try ledger.read(known, documents, menu: menu.tables, isExport: false))
      let progress = Progress(session.console)
      let counts = try store.counts(
        of: known.id, documents: documents, tables: publication.counted
      ) { done, total in progress.note(session.said.report.counted(done, of: total)) }
      return try publication.proved(
        from: counts, isEntered: { ledger.entry(of: known.id, content: $0) != nil },
        solver: .coinOR
      ) { visit in try store.records(of: known.id, visit) }
    }
  }

  /// Gives what is refused of a campaign its words and its exit.
  private func refusing<Value>(_ campaign: ID<Campaign>, _ body: () throws -> Value) throws -> Value
  {
    do {
      return try body()
    } catch let problem as DisclosureProblem {
      throw LedgerReader.refusal(campaign, problem)
    } catch let problem as LedgerProblem {
      throw LedgerReader.refusal(campaign, problem)
    } catch let problem as PublicationProblem {
      throw Failure(problem, of: CommandWords.english.campaign.subject(campaign))
    }
  }
}

extension Failure {
  /// Why nothing is published.
  init(_ problem: PublicationProblem, of subject: String) {
    self.init(
      problem.isRefusal ? .refused : .input, "\(subject): \(problem.what); \(problem.mend)")
  }
}
