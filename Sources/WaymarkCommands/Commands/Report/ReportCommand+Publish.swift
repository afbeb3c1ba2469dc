import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkSolver
import WaymarkStore

extension ReportCommand {
  /// Writes what the campaign declared that it would publish, once it is proved that this exposes
  /// nobody, and enters it in the ledger.
  func publish(_ session: Session, minimum: MinimumGroup) throws {
    let words = session.said.report
    guard let campaign, counts.isEmpty else {
      throw Failure(.refused, words.publishNeedsCampaign)
    }
    if let other = additions.first(where: \.isAsked)?.option {
      throw Failure(.refused, words.publishes(without: other))
    }
    let store = try session.openStore(toWriteAs: "report --publish")
    let changes = try store.changes()
    let known = try store.campaign(named: campaign)
    let installed = try InstalledDocuments.find()
    let documents = try installed.documents(of: known, keptIn: store)
    let ledger = try LedgerReader(store, installed)
    // Before any work is done; what cannot be written is not entered in the ledger either.
    let folder = try folder(for: known.id, holding: .release, session)
    let proved = try refusing(known.id) {
      let menu = try PublicationMenu(
        documents.tables(known.menu.map { $0.joined(separator: ",") }, option: "--table"))
      let publication = try Publication(
        of: known, framework: documents.framework, menu: menu, minimum: minimum,
        before: try ledger.read(known, documents, menu: menu.tables, isExport: false))
      let progress = Progress(session.console)
      let counts = try store.counts(
        of: known.id, documents: documents, tables: publication.counted
      ) { done, total in progress.note(words.counted(done, of: total)) }
      return try publication.proved(
        from: counts, isEntered: { ledger.entry(of: known.id, content: $0) != nil },
        solver: .coinOR
      ) { visit in try store.records(of: known.id, visit) }
    }
    let entry = ledger.next(
      proved.content, of: known.id, on: try session.surroundings.today())
    let day = try session.surroundings.fixedDay() ?? known.closed ?? known.closes ?? entry.day
    let page = PublishedPage(proved.report, words: session.words.published)
    try folder.write(
      { try page.files(recordedAs: entry) },
      workbook: { page.workbook(created: day) },
      onceStaged: { try ledger.enter(entry, since: changes) })
    try session.console.write(
      words.published(folder.path.printableLine, entry: entry.number) + "\n")
    session.console.remark(words.isFrozen)
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
