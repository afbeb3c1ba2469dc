internal import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// A change to what a campaign holds of people.
  package enum CampaignChange: Equatable, Sendable {
    /// Take a response in, in the place of an earlier revision.
    case response(SheetArrival)
    /// Take a mentoring card in, in the place of an earlier revision.
    case mentoring(MentoringCard)
    /// Take in what someone says of their library's service, in the place of an earlier revision.
    case service(ServiceView)
    /// Forget what was shared, and remember that it was withdrawn.
    case withdrawal(Withdrawal)
    /// Mark the campaign: the people in it are made up.
    case madeUp
    /// Keep that so many rows of tables held no rating.
    case opened(rows: Int)
    /// One of the others, and the proof that it came with.
    indirect case proved(CampaignChange, KnownProofs.Key, KnownProofs.Entry)

    /// Whether a campaign that is closed takes it all the same, and whether one that was published does.
    ///
    /// What people take back is taken back at any time: it leaves the store and every later report, and
    /// the release that is out stands. Whom they let be named is never published, and so never fixed.
    fileprivate var outlasts: (closing: Bool, publication: Bool) {
      switch self {
      case .response, .madeUp, .service, .opened: (false, false)
      case .mentoring: (true, true)
      case .withdrawal: (true, true)
      case .proved(let change, _, _): change.outlasts
      }
    }
  }

  /// The campaigns by name, with how many responses each has.
  package func campaigns() throws(StoreError) -> [(campaign: Campaign, responses: Int)] {
    try read { db in
      try db.rows(CampaignRow.query + " ORDER BY campaign.id").map { row in
        (try CampaignRow.campaign(row, in: db), try CampaignRow.responses(row, in: db))
      }
    }
  }

  /// The campaign with a name, whatever its case, or `nil`.
  package func campaign(_ id: ID<Campaign>) throws(StoreError) -> Campaign? {
    try read { db in
      try db.row(CampaignRow.query + " WHERE campaign.id = ?", [id.description])
        .map { try CampaignRow.campaign($0, in: db) }
    }
  }

  /// The bytes of a document of background questions, or `nil` when the store has no such one.
  package func backgroundXML(sha256: String) throws(StoreError) -> [UInt8]? {
    try read { db in
      try db.row("SELECT xml FROM background_document WHERE sha256 = ?", [sha256]).map {
        try $0.bytes("xml")
      }
    }
  }

  /// Keeps a new campaign.
  ///
  /// - Throws: `campaignExists` when there is one with the name, whatever its case, `inLedger` when
  ///   there was one of which something was given out.
  package func begin(_ campaign: Campaign, documents: CampaignDocuments) throws(StoreError) {
    try write { db in
      guard try CampaignRow.number(of: campaign.id, in: db) == nil else {
        throw StoreError(.campaignExists(campaign.id.description), path: path)
      }
      try insert(campaign, documents, in: db)
    }
  }

  /// Writes a campaign that is new, under a name that the ledger does not know.
  private func insert(
    _ campaign: Campaign, _ documents: CampaignDocuments, in db: Database
  ) throws {
    guard try !Self.isInLedger(campaign.id, db) else {
      throw StoreError(.inLedger(campaign.id.description), path: path)
    }
    try CampaignRow.insert(campaign, documents, in: db)
  }

  private static func isLate(_ day: CalendarDate?, after last: CalendarDate?) -> Bool {
    guard let day, let last else { return false }
    return last < day
  }

  /// Closes a campaign: from then on no response is taken in; what people take back is.
  ///
  /// - Throws: `unknown` when there is none with the name.
  package func close(_ campaign: ID<Campaign>, on day: CalendarDate) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "UPDATE campaign SET closed = ? WHERE id = ?",
        arguments: [day.description, campaign.description])
      guard db.changesCount == 1 else {
        throw StoreError(.unknown(campaign.description), path: path)
      }
    }
  }

  /// What a campaign knows of everything of a kind that has arrived.
  package func standings(
    of kind: SharedFile.Kind = .response, in campaign: ID<Campaign>
  ) throws(StoreError) -> ImportDecisions.Standings {
    try read { db in
      var standings = ImportDecisions.Standings()
      guard let number = try CampaignRow.number(of: campaign, in: db) else { return standings }
      switch kind {
      case .response:
        let numbers = CampaignRow.sheetNumbers(of: number)
        try db.forEachRow(
          "SELECT respondent, revision, fingerprint FROM answer_sheet WHERE number BETWEEN ? AND ?",
          [numbers.lowerBound, numbers.upperBound]
        ) { row in
          standings[try row.text("respondent")] = ImportDecisions.Standing(
            revision: try row.integer("revision"),
            fingerprint: UInt64(bitPattern: try row.number("fingerprint")), isWithdrawn: false)
        }
        try db.forEachRow(
          "SELECT respondent, revision FROM withdrawal WHERE campaign = ?", [number]
        ) { row in
          standings[try row.text("respondent")] = ImportDecisions.Standing(
            revision: try row.integer("revision"), isWithdrawn: true)
        }
      case .mentoring: try add(MentoringRow.standings)
      case .service: try add(ServiceRow.standings)
      }
      func add(_ query: String) throws {
        try db.forEachRow(query, ["campaign": number]) { row in
          let standing = ImportDecisions.Standing(
            revision: try row.integer("revision"), isWithdrawn: try row.flag("withdrawn"))
          let id = try row.uuid("id").name
          if standing.revision > standings[id]?.revision ?? 0 { standings[id] = standing }
        }
      }
      return standings
    }
  }

  /// Takes responses into a campaign, all or none; makes the campaign when it is new.
  ///
  /// - Parameters:
  ///   - campaign: the campaign; when there is one with its name, that one stands as it is.
  ///   - documents: the documents whose positions the responses follow.
  ///   - day: today; where it is `nil` nothing comes after the campaign's last day.
  ///   - changes: hands each change to the function it is given; what it throws undoes all.
  /// - Throws: `StoreError` of the store, `closed` and `frozen` for a change that a campaign does not
  ///   take since it was closed or published, and what `changes` throws.
  package func receive(
    into campaign: Campaign, documents: CampaignDocuments, on day: CalendarDate? = nil,
    changes: ((CampaignChange) throws -> Void) throws -> Void
  ) throws {
    try naming {
      try transaction { db in
        if try CampaignRow.number(of: campaign.id, in: db) == nil {
          try insert(campaign, documents, in: db)
        }
        let number = try StoredValue.value(CampaignRow.number(of: campaign.id, in: db))
        let published = try Self.publications(db)[campaign.id]
        let known = try db.row("SELECT closed, closes FROM campaign WHERE number = ?", [number])
        let closed = try known?.dayIfAny("closed")
        let last = try known?.dayIfAny("closes")
        let writer = try SheetWriter(
          campaign: number, framework: documents.framework, isLate: Self.isLate(day, after: last),
          db)
        var row = ImportRow(into: number, on: day, db)
        func take(_ change: CampaignChange) throws {
          if let published, !change.outlasts.publication {
            throw StoreError(
              .frozen(campaign.id.description, since: published.description), path: path)
          }
          if let closed, !change.outlasts.closing {
            throw StoreError(.closed(campaign.id.description, on: closed), path: path)
          }
          switch change {
          case .proved(let change, let key, let entry):
            try take(change)
            try Self.keep(entry, of: key, campaign: number, in: db)
          case .response(let arrival):
            try row.willPut(sheetOf: arrival.record.respondent)
            try writer.put(arrival)
          case .mentoring(let card):
            try row.willPut(.mentoring, id: card.name)
            try MentoringRow.put(card, campaign: number, in: db)
          case .service(let view):
            try row.willPut(.service, id: view.name)
            try ServiceRow.put(view, campaign: number, framework: documents.framework, in: db)
          case .withdrawal(let withdrawal):
            switch withdrawal.kind {
            case .response: try writer.put(withdrawal)
            case .mentoring: try MentoringRow.put(withdrawal, campaign: number, in: db)
            case .service: try ServiceRow.put(withdrawal, campaign: number, in: db)
            }
          case .opened(let rows): try row.keep(opened: rows)
          case .madeUp:
            try db.execute(
              sql: "UPDATE campaign SET made_up = 1 WHERE number = ?", arguments: [number])
          }
        }
        try changes(take)
        try CampaignRow.keepCount(of: number, in: db)
      }
    }
  }
}

/// The documents whose positions the sheets of a campaign follow, with the bytes they came from.
public struct CampaignDocuments: Sendable {
  /// The framework that is answered.
  package let framework: Framework
  /// Its bytes.
  package let frameworkXML: [UInt8]
  /// The background questions, of which a campaign asks some.
  package let background: BackgroundQuestions
  /// Their bytes.
  package let backgroundXML: [UInt8]

  /// Joins the parts; the hashes of the bytes are those that the campaign names.
  package init(
    framework: Framework, frameworkXML: [UInt8], background: BackgroundQuestions,
    backgroundXML: [UInt8]
  ) {
    self.framework = framework
    self.frameworkXML = frameworkXML
    self.background = background
    self.backgroundXML = backgroundXML
  }
}

extension Store {
  /// The cohorts, in the order they were made.
  package func cohorts() throws(StoreError) -> [Cohort] {
    try read { db in
      try db.rows("SELECT * FROM cohort ORDER BY number").map { row in
        Cohort(
          id: try row.id("id"), campaigns: try row.list("campaigns"),
          conditions: try (row.json("conditions") as [StoredCondition]).map {
            Cohort.Condition(grouping: $0.grouping, groups: $0.groups)
          }, responses: Set(try row.json("responses") as [String]))
      }
    }
  }

  /// Keeps a new cohort.
  ///
  /// - Throws: `StoreError`; `exists` when there is one with the name.
  package func keep(_ cohort: Cohort) throws(StoreError) {
    let path = path
    try write { db in
      guard try !db.holds("SELECT 1 FROM cohort WHERE id = ?", [cohort.id.description]) else {
        throw StoreError(.exists, path: path)
      }
      try db.execute(
        sql: "INSERT INTO cohort (id, campaigns, conditions, responses) VALUES (?, ?, ?, ?)",
        arguments: [
          cohort.id.description, try StoredValue.list(cohort.campaigns),
          try StoredValue.json(
            cohort.conditions.map {
              StoredCondition(grouping: $0.grouping, groups: $0.groups)
            }), try StoredValue.json(cohort.responses.sorted()),
        ])
    }
  }
}

/// A condition as JSON in a column.
private struct StoredCondition: Codable {
  let grouping: String
  let groups: [String]
}
