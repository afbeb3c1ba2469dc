import Waymark
import WaymarkBasics
import WaymarkStore

/// The ledger of a store, found unbroken, and what it says of the people of a campaign.
struct LedgerReader {
  private let store: Store
  private let installed: InstalledDocuments
  private let records: [(entry: LedgerEntry, record: LedgerRecord)]

  init(_ store: Store, _ installed: InstalledDocuments) throws {
    self.store = store
    self.installed = installed
    let entries = try store.ledger()
    try Self.check(entries)
    records = try entries.map { ($0, try LedgerRecord($0.content)) }
  }

  /// Reads what was given out about the people of a campaign.
  ///
  /// - Parameters:
  ///   - menu: the tables that are to be published now; none for an export.
  ///   - isExport: whether the responses are to be given out one by one.
  /// - Throws: `Failure` when another campaign has nearly the same people and one of both is exported:
  ///   with rows, whoever is in one alone stands out.
  func read(
    _ campaign: Campaign, _ documents: CampaignDocuments, menu: [[Grouping]], isExport: Bool
  ) throws -> Publication.Before {
    var family: Set = [campaign.id]
    var others: [NearlySamePeople.Published] = []
    var names: [ID<Campaign>] = []
    for (entry, _) in records where entry.campaign != campaign.id && !names.contains(entry.campaign)
    {
      names.append(entry.campaign)
    }
    if !names.isEmpty {
      let own = try people(
        of: campaign, documents,
        tables: menu
          + (try tables(of: releases(of: family), beyond: menu, documents))
      ).people
      for name in names {
        guard let other = try store.campaign(name) else { continue }
        let published = try self.published(other)
        do throws(LedgerProblem) {
          let isFamily = try NearlySamePeople.areEverybody(
            own, of: campaign, published.people, of: other,
            isExported: isExport || !exports(of: [name]).isEmpty)
          if isFamily { family.insert(name) } else { others.append(published) }
        } catch {
          throw Self.refusal(campaign.id, error)
        }
      }
    }
    let releases = releases(of: family)
    let exports = try exports(of: family).map { entry, record in
      let rows = try store.exportedRows(of: entry.number)
      guard SHA256.hex(of: rows.bytes) == record.rows else { throw Self.broken }
      return GivenOut.Export(campaign: entry.campaign, day: entry.day, record: record, rows: rows)
    }
    let beyond = try tables(of: releases, beyond: menu, documents)
    // A first publication needs the counts alone.
    let isNeeded = isExport || !exports.isEmpty || !others.isEmpty
    let (people, responses) =
      isNeeded
      ? try people(of: campaign, documents, tables: menu + beyond)
      : (
        Respondents(framework: documents.framework, tables: menu + beyond),
        DeidentifiedResponses(framework: documents.framework, background: documents.background)
      )
    return Publication.Before(
      givenOut: GivenOut(
        releases: releases, exports: exports, people: people, responses: responses,
        members: campaign.members),
      releases: releases, beyond: beyond, people: people, others: others)
  }

  /// The entry of what is given out now: the one that is there where it was given out already, else
  /// the next.
  func next(_ content: String, of campaign: ID<Campaign>, on day: CalendarDate) -> LedgerEntry {
    entry(of: campaign, content: content)
      ?? LedgerEntry(
        after: records.last?.entry, campaign: campaign, day: day, content: content,
        sha256: SHA256.hex)
  }

  /// Enters what is given out now, unless it is there already, and gives its folder the name: both or
  /// neither.
  ///
  /// The name comes before the end of the transaction, so that whatever stops the run in between leaves
  /// nothing frozen.
  /// - Parameters:
  ///   - changes: what `Store.changes()` gave before the ledger was read.
  ///   - name: gives the folder its name.
  func enter(
    _ entry: LedgerEntry, exported: ExportedRows? = nil, since changes: Int,
    with name: () throws -> Void
  ) throws {
    guard !records.contains(where: { $0.entry == entry }) else { return try name() }
    try store.inOneTransaction {
      try store.publish(entry, exported: exported, since: changes)
      try name()
    }
  }

  /// Refuses to give something new out beside campaigns that something was given out of and that were
  /// deleted since, unless somebody says that their people are others: nothing else can tell.
  ///
  /// - Parameter areOthers: whether that is said.
  /// - Throws: `Failure`.
  func refuseUnseen(
    beside campaign: ID<Campaign>, content: String, areOthers: Bool
  ) throws {
    guard !areOthers else { return }
    let unseen = try self.unseen(beside: campaign, content: content)
    guard unseen.isEmpty else {
      let words = CommandWords.english
      throw Failure(
        .refused, words.campaign.subject(campaign) + ": " + words.ledger.needsOtherPeople(unseen))
    }
  }

  /// The campaigns that something was given out of and that were deleted since, each once; none where the
  /// same was given out already.
  func unseen(beside campaign: ID<Campaign>, content: String) throws -> [ID<Campaign>] {
    guard entry(of: campaign, content: content) == nil else { return [] }
    var names: [ID<Campaign>] = []
    for (entry, _) in records where entry.campaign != campaign && !names.contains(entry.campaign) {
      names.append(entry.campaign)
    }
    return try names.filter { try store.campaign($0) == nil }
  }

  /// The last entry that says the same of a campaign.
  func entry(of campaign: ID<Campaign>, content: String) -> LedgerEntry? {
    records.last { $0.entry.campaign == campaign && $0.entry.content == content }?.entry
  }

  /// A refusal for what the ledger says.
  static func refusal(_ campaign: ID<Campaign>, _ problem: some Problem) -> Failure {
    let subject = CommandWords.english.campaign.subject(campaign)
    return Failure(.refused, "\(subject): \(problem.what); \(problem.mend)".printable)
  }

  // MARK: - Parts

  private func releases(of campaigns: Set<ID<Campaign>>) -> [Release] {
    records.compactMap { entry, record in
      guard case .release(let release) = record, campaigns.contains(entry.campaign) else {
        return nil
      }
      return release
    }
  }

  private func exports(
    of campaigns: Set<ID<Campaign>>
  ) -> [(entry: LedgerEntry, record: ExportRecord)] {
    records.compactMap { entry, record in
      guard case .export(let export) = record, campaigns.contains(entry.campaign) else {
        return nil
      }
      return (entry, export)
    }
  }

  private func published(_ campaign: Campaign) throws -> NearlySamePeople.Published {
    let documents = try installed.documents(of: campaign, keptIn: store)
    let releases = releases(of: [campaign.id])
    return NearlySamePeople.Published(
      campaign: campaign.id,
      people: try people(
        of: campaign, documents,
        tables: try tables(of: releases, beyond: [], documents)
      ).people,
      releases: releases)
  }

  private func people(
    of campaign: Campaign, _ documents: CampaignDocuments, tables: [[Grouping]]
  ) throws -> (people: Respondents, responses: DeidentifiedResponses) {
    var people = Respondents(framework: documents.framework, tables: tables)
    var responses = DeidentifiedResponses(
      framework: documents.framework, background: documents.background)
    try store.records(of: campaign.id) { record in
      if responses.add(record) { people.add(record) }
    }
    return (people, responses)
  }

  /// The tables of releases that are not among those to publish now.
  private func tables(
    of releases: [Release], beyond menu: [[Grouping]], _ documents: CampaignDocuments
  ) throws -> [[Grouping]] {
    var known = Set(menu.map { Set($0.map(\.id)) })
    let names = releases.flatMap(\.tables).filter { known.insert(Set($0)).inserted }
    return try documents.tables(
      names.map { $0.joined(separator: ",") }, option: CommandWords.english.ledger.subject)
  }

  private static func check(_ ledger: [LedgerEntry]) throws {
    let isWhole = LedgerEntry.isUnbroken(ledger, sha256: SHA256.hex)
    guard isWhole else { throw broken }
  }

  private static let broken = Failure(.refused, CommandWords.english.ledger.isBroken)
}

/// What is said of the ledger of releases.
struct LedgerWords: Sendable {
  /// The ledger as what something is wrong with.
  let subject = "the ledger"

  /// - Parameter unseen: the campaigns that were deleted.
  func needsOtherPeople(_ unseen: [ID<Campaign>]) -> String {
    cannotCompare(unseen) + "; if none of these people are in "
      + (unseen.count == 1 ? "it" : "them") + ", add --other-people"
  }

  /// What is not known any more of campaigns that were deleted.
  func cannotCompare(_ unseen: [ID<Campaign>]) -> String {
    let names = unseen.map { "'\($0)'" }.joined(separator: ", ")
    return
      "something was given out of \(names) before \(unseen.count == 1 ? "it was" : "they were") "
      + "deleted, and nothing can tell any more whether the same people are in this one: who is in one "
      + "alone could be worked out"
  }

  let isBroken =
    "the ledger of releases is damaged or was changed by hand, so that nothing can be proved about "
    + "what was published; go back to a backup: waymark store restore FILE"
}
