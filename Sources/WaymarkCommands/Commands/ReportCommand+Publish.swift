import Waymark
import WaymarkSolver
import WaymarkStore

extension ReportCommand {
  /// Writes what the campaign declared that it would publish, once it is proved that this exposes
  /// nobody, and enters it in the ledger.
  func publish(_ session: Session, minimum: MinimumGroup) throws {
    guard let campaign, counts.isEmpty else {
      throw Failure(
        .refused,
        "--publish needs --campaign NAME: counts from elsewhere cannot be proved to expose nobody")
    }
    let others = [
      ("--by", !by.isEmpty), ("--target", !target.isEmpty), ("--compare", compare != nil),
      ("--population", population != nil), ("--trim", trim != nil),
      ("--leave-out-unanswered", leaveOutUnanswered),
    ]
    if let other = others.first(where: \.1)?.0 {
      throw Failure(
        .refused,
        "--publish writes the tables that the campaign declared, and nothing else; leave out "
          + other)
    }
    guard minimum.people >= MinimumGroup.standard.people else {
      throw Failure(
        .refused,
        "--min-group: a public report needs groups of \(MinimumGroup.standard.people) people or "
          + "more; leave --min-group out")
    }
    let store = try session.openStore(toWriteAs: "report --publish")
    let changes = try store.changes()
    let known = try store.campaign(named: campaign)
    let documents = try Installed.find().documents(of: known, keptIn: store)
    guard !known.menu.isEmpty else {
      throw Failure.input(
        "campaign '\(known.id)'", "it declared no table to publish",
        mend: "declare them when a campaign begins: waymark campaign new NAME --table role,state")
    }
    let ledger = try store.ledger()
    try Self.check(ledger)
    let earlier = try ledger.filter { $0.campaign == known.id }.map {
      try ReleaseRecord.release(of: $0.content)
    }
    let menu = try documents.tables(
      known.menu.map { $0.joined(separator: ",") }, option: "--table")
    // What was published before is proved together with what is published now.
    let tables = menu + (try Self.tables(of: earlier, beyond: menu, documents))
    var dimensions: [Grouping] = []
    for grouping in tables.joined() where !dimensions.contains(grouping) {
      dimensions.append(grouping)
    }
    try CampaignDocuments.checkMenu(of: tables, "campaign '\(known.id)'")
    let progress = Progress(session.console)
    let counts = try store.counts(
      of: known.id, documents: documents,
      tables: tables + dimensions.map { [$0] }.filter { !tables.contains($0) }
    ) { done, total in progress.note("\(done) of \(total) responses are counted") }
    guard counts.overall.respondents > 0 else {
      throw Failure.input(
        "campaign '\(known.id)'", "nobody has answered so far",
        mend: "take responses in first: waymark import responses FILE --campaign \(known.id)")
    }
    let release: Release
    do {
      release = try Release.proved(
        dimensions: try dimensions.map { try $0.dimension(among: dimensions) },
        counts: counts.tables.prefix(menu.count).map(\.people), minimum: minimum,
        earlier: earlier,
        beyond: counts.tables.prefix(tables.count).dropFirst(menu.count).map(\.people),
        members: known.members, solver: .coinOR
      ).withFiguresProved(
        framework: documents.framework, groupings: dimensions, counts: counts, earlier: earlier,
        solver: .coinOR
      ) { visit in try store.records(of: known.id, visit) }
    } catch let problem as DisclosureProblem {
      throw Failure(
        .refused, "campaign '\(known.id)': \(problem.what); \(problem.mend)".printable)
    }
    // What cannot be written is not entered in the ledger.
    let folder = try folder(for: known.id, session)
    let entry = try entry(
      for: known, content: try ReleaseRecord(release).text(), after: ledger, in: store,
      since: changes, on: try session.surroundings.today())
    let report = PublishedReport(
      campaign: known, framework: documents.framework, counts: counts, release: release)
    let day = try session.surroundings.fixedDay() ?? known.closed ?? known.closes ?? entry.day
    try folder.write(
      { try report.files(recordedAs: entry) }, workbook: { report.workbook(created: day) })
    try session.console.write(
      "Wrote \(folder.path.printableLine)/report.html, release \(entry.number) of the ledger\n")
    session.console.remark(
      "The campaign is frozen now: no response is taken in any more, and none is taken back.")
  }

  /// The tables of earlier releases that are not among those to publish now.
  private static func tables(
    of earlier: [Release], beyond menu: [[Grouping]], _ documents: CampaignDocuments
  ) throws -> [[Grouping]] {
    var known = Set(menu.map { Set($0.map(\.id)) })
    let names = earlier.flatMap(\.tables).filter { known.insert(Set($0)).inserted }
    return try documents.tables(names.map { $0.joined(separator: ",") }, option: "the ledger")
  }

  /// The entry that records a release: that of the last release when it said the same, else a new
  /// one.
  private func entry(
    for campaign: Campaign, content: String, after ledger: [LedgerEntry], in store: Store,
    since changes: Int, on day: CalendarDate
  ) throws -> LedgerEntry {
    if let last = ledger.last(where: { $0.campaign == campaign.id }), last.content == content {
      return last
    }
    return try store.publish(since: changes) { ledger in
      try Self.check(ledger)
      return LedgerEntry(
        after: ledger.last, campaign: campaign.id, day: day, content: content,
        sha256: Self.sha256)
    }
  }

  private static func check(_ ledger: [LedgerEntry]) throws {
    guard LedgerEntry.isUnbroken(ledger, sha256: sha256) else {
      throw Failure(
        .refused,
        "the ledger of releases was changed by hand, so that nothing can be proved about what was "
          + "published; go back to a backup: waymark store restore FILE")
    }
  }

  private static func sha256(_ text: String) -> String { SHA256.hex(of: Array(text.utf8)) }
}
