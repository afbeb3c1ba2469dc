import Waymark
import WaymarkBasics
import WaymarkPages
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
    let documents = try InstalledDocuments.find().documents(of: known, keptIn: store)
    guard !known.menu.isEmpty else {
      throw Failure.input(
        "campaign '\(known.id)'", "it declared no table to publish",
        mend: "declare them when a campaign begins: waymark campaign new NAME --table role,state")
    }
    let menu = try documents.tables(
      known.menu.map { $0.joined(separator: ",") }, option: "--table")
    let ledger = try LedgerReader(store, InstalledDocuments.find())
    let before = try ledger.read(known, documents, menu: menu, isExport: false)
    // What was published before is proved together with what is published now.
    let tables = menu + before.beyond
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
    guard counts.overall.respondents >= minimum.people else {
      throw Failure(
        .refused,
        "campaign '\(known.id)': fewer than \(minimum.people) people answered, so that nothing can be "
          + "published about any of them; wait for more answers")
    }
    let release: Release
    let content: String
    do {
      release = try Release.proved(
        dimensions: try dimensions.map { try $0.dimension(among: dimensions) },
        counts: counts.tables.prefix(menu.count).map(\.people), minimum: minimum,
        earlier: before.releases,
        beyond: counts.tables.prefix(tables.count).dropFirst(menu.count).map(\.people),
        members: known.members, exported: before.givenOut.exported, solver: .coinOR
      ).withFiguresProved(
        framework: documents.framework, groupings: dimensions, counts: counts,
        earlier: before.releases, solver: .coinOR
      ) { visit in try store.records(of: known.id, visit) }
      content = try ReleaseContent(release).text()
      // The same once more says nothing new.
      if ledger.entry(of: known.id, content: content) == nil {
        try check(release, of: known, beside: before)
      }
    } catch let problem as DisclosureProblem {
      throw LedgerReader.refusal(known.id, problem)
    } catch let problem as LedgerProblem {
      throw LedgerReader.refusal(known.id, problem)
    }
    // What cannot be written is not entered in the ledger.
    let folder = try folder(for: known.id, holding: .release, session)
    let entry = try ledger.enter(
      content, of: known.id, since: changes, on: try session.surroundings.today())
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

  /// Refuses a release of which a few people would be known by what was given out before.
  private func check(
    _ release: Release, of campaign: Campaign, beside before: LedgerReader.Reading
  ) throws(LedgerProblem) {
    try before.givenOut.check(release)
    try NearlySamePeople.check(
      NearlySamePeople.Published(
        campaign: campaign.id, people: before.people, releases: before.releases + [release]),
      beside: before.others)
  }
}
