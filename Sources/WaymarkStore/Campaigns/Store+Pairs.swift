internal import GRDB
package import Waymark
package import WaymarkBasics

/// A person who agreed to be linked and answered two campaigns.
struct LinkedPair {
  /// The id of the earlier response.
  let earlier: String
  /// The id of the later response.
  let later: String
  /// The earlier answer sheet.
  let before: [UInt8]
  /// The later answer sheet.
  let after: [UInt8]
  /// The sheet of what they looked back to with the later response; `nil` where they did not.
  let then: [UInt8]?

  /// The levels at a place of each sheet; `nil` unless both campaigns have one.
  func levels(at position: (earlier: Int, later: Int)) -> (before: Int, after: Int, then: Int?)? {
    guard before.indices.contains(position.earlier), after.indices.contains(position.later),
      let from = AnswerSheet.rank(of: before[position.earlier]),
      let to = AnswerSheet.rank(of: after[position.later])
    else { return nil }
    let then = then.flatMap { sheet in
      sheet.indices.contains(position.later) ? AnswerSheet.rank(of: sheet[position.later]) : nil
    }
    return (from, to, then)
  }
}

extension Store {
  /// How the levels of people who agreed to be linked differ between two campaigns.
  ///
  /// Of a person who answered a campaign several times the last response counts.
  ///
  /// - Parameters:
  ///   - positions: the places of the same competency in the earlier and the later campaign.
  ///   - isFirst: whether a person belongs to the first group, by the id of the later response.
  /// - Returns: the steps at each pair of positions: of the first group and of all others.
  package func pairedSteps(
    from earlier: ID<Campaign>, to later: ID<Campaign>, positions: [(earlier: Int, later: Int)],
    isFirst: (String) -> Bool = { _ in true }
  ) throws -> (first: LinkedSteps, others: LinkedSteps) {
    let nobody = LinkedSteps(statements: positions.count)
    var groups = [nobody, nobody]
    let path = path
    try read { db in
      try Self.linkedPairs(from: earlier, to: later, in: db, path: path) { pair in
        let group = isFirst(pair.later) ? 0 : 1
        groups[group].people += 1
        for (place, position) in positions.enumerated() {
          guard let levels = pair.levels(at: position) else { continue }
          groups[group].add(
            at: place, before: levels.before, after: levels.after, then: levels.then)
        }
      }
    }
    return (groups[0], groups[1])
  }

  /// What people who did a resource or a workshop between two campaigns gained, as far as they agreed
  /// to be linked and said what they did.
  ///
  /// Somebody did an entry when the later response says so and the earlier one does not, or when they
  /// are among those who attended. Of a person who answered a campaign several times the last response
  /// counts.
  ///
  /// - Parameters:
  ///   - frameworks: the frameworks of the two campaigns.
  ///   - catalogue: the entries with what they serve, for the later framework.
  ///   - attended: the ids of the later responses of those who attended a workshop.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  package func learningGains(
    from earlier: ID<Campaign>, to later: ID<Campaign>,
    frameworks: (earlier: Framework, later: Framework), catalogue: Catalogue,
    attended: [ID<WorkshopOffer>: Set<String>] = [:], minimumGroup: MinimumGroup
  ) throws -> LearningGains {
    var tally = LearningGains.Tally(
      catalogue, earlier: frameworks.earlier, later: frameworks.later)
    let path = path
    try read { db in
      let before = try Self.done(in: earlier, db)
      let after = try Self.done(in: later, db)
      try Self.linkedPairs(from: earlier, to: later, in: db, path: path) { pair in
        let earlier = before[pair.earlier] ?? []
        let did = (after[pair.later] ?? []).subtracting(earlier)
        let workshops = attended.filter { $0.value.contains(pair.later) }.map(\.key)
        guard !did.isEmpty || !workshops.isEmpty else { return }
        tally.add(did: did, attended: Set(workshops)) { position in
          pair.levels(at: position).map { ($0.before, $0.after) }
        }
      }
    }
    return LearningGains(tally, minimumGroup: minimumGroup)
  }

  /// The later responses of linked people that say that they did a workshop where the earlier ones do
  /// not yet, by their ids.
  package func respondents(
    whoDid workshop: ID<WorkshopOffer>, since earlier: ID<Campaign>, in later: ID<Campaign>
  ) throws -> Set<String> {
    var found: Set<String> = []
    let path = path
    try read { db in
      let (before, after) = (try Self.done(in: earlier, db), try Self.done(in: later, db))
      guard !after.isEmpty else { return }
      try Self.linkedPairs(from: earlier, to: later, in: db, path: path) { pair in
        let did = (after[pair.later] ?? []).subtracting(before[pair.earlier] ?? [])
        if did.contains(workshop.description) { found.insert(pair.later) }
      }
    }
    return found
  }

  /// The entries that people of a campaign said they did, by the id of their response.
  private static func done(
    in campaign: ID<Campaign>, _ db: Database
  ) throws -> [String: Set<String>] {
    var done: [String: Set<String>] = [:]
    guard let number = try CampaignRow.number(of: campaign, in: db) else { return done }
    try db.forEachRow(
      "SELECT respondent, entry FROM done_entry WHERE campaign = ?", [number]
    ) { row in
      done[try row.text("respondent"), default: []].insert(try row.text("entry"))
    }
    return done
  }

  private static func linkedPairs(
    from earlier: ID<Campaign>, to later: ID<Campaign>, in db: Database, path: String,
    _ body: (LinkedPair) throws -> Void
  ) throws {
    func number(_ campaign: ID<Campaign>) throws -> Int64 {
      guard let number = try CampaignRow.number(of: campaign, in: db) else {
        throw StoreError(.unknown(campaign.description), path: path)
      }
      return number
    }
    let later = try number(later)
    let (first, second) = (
      CampaignRow.sheetNumbers(of: try number(earlier)), CampaignRow.sheetNumbers(of: later)
    )
    func codes(_ text: String) -> [UInt8] { Array(text.utf8) }
    try db.forEachRow(
      """
      WITH
        before AS (
          SELECT link, max(number) AS number, sheet, respondent FROM answer_sheet
          WHERE number BETWEEN ? AND ? AND link IS NOT NULL GROUP BY link),
        after AS (
          SELECT link, max(number) AS number, sheet, respondent FROM answer_sheet
          WHERE number BETWEEN ? AND ? AND link IS NOT NULL GROUP BY link)
      SELECT before.respondent AS earlier, after.respondent AS later, before.sheet AS before,
        after.sheet AS after, looking_back.sheet AS "then"
      FROM before JOIN after USING (link)
      LEFT JOIN looking_back
        ON looking_back.campaign = ? AND looking_back.respondent = after.respondent
      """,
      [first.lowerBound, first.upperBound, second.lowerBound, second.upperBound, later]
    ) { row in
      try body(
        LinkedPair(
          earlier: try row.text("earlier"), later: try row.text("later"),
          before: codes(try row.text("before")), after: codes(try row.text("after")),
          then: try row.textIfAny("then").map(codes)))
    }
  }
}
