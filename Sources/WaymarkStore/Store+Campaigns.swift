internal import Foundation
internal import GRDB
public import Waymark

extension Store {
  /// A change to the responses of a campaign.
  public enum CampaignChange: Equatable, Sendable {
    /// Take a response in, in the place of an earlier revision.
    case response(Response)
    /// Forget a response and remember that it was withdrawn.
    case withdrawal(Withdrawal)
    /// Mark the campaign: the people in it are made up.
    case madeUp
  }

  /// One respondent's row, as group reports read it.
  public struct SheetRow: Equatable, Sendable {
    /// The answers.
    public let sheet: AnswerSheet
    /// The role that they are compared with.
    public let role: RoleID?
    /// The answers to background questions.
    public let background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]
  }

  /// The campaigns by name, with how many responses each has.
  public func campaigns() throws(StoreError) -> [(campaign: Campaign, responses: Int)] {
    try read { db in
      try Row.fetchAll(db, sql: Self.campaignQuery + " ORDER BY campaign.id").map { row in
        (
          try Campaign(row),
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM answer_sheet WHERE campaign = ?",
            arguments: [row["number"] as Int64]) ?? 0
        )
      }
    }
  }

  /// The campaign with a name, whatever its case, or `nil`.
  public func campaign(_ id: ID<Campaign>) throws(StoreError) -> Campaign? {
    try read { db in
      try Row.fetchOne(
        db, sql: Self.campaignQuery + " WHERE campaign.id = ?", arguments: [id.description]
      ).map(Campaign.init)
    }
  }

  /// What a campaign knows of every response that has arrived, by the response's id.
  public func standings(in campaign: ID<Campaign>) throws(StoreError)
    -> [String: ImportPlan.Standing]
  {
    try read { db in
      let sheets = try Row.fetchAll(
        db,
        sql: """
          SELECT respondent, answer_sheet.revision, fingerprint FROM answer_sheet
          JOIN campaign ON campaign.number = answer_sheet.campaign WHERE campaign.id = ?
          """, arguments: [campaign.description])
      let withdrawals = try Row.fetchAll(
        db,
        sql: """
          SELECT respondent, withdrawal.revision FROM withdrawal
          JOIN campaign ON campaign.number = withdrawal.campaign WHERE campaign.id = ?
          """, arguments: [campaign.description])
      let known = sheets.map { row in
        (
          row["respondent"] as String,
          ImportPlan.Standing(
            revision: row["revision"],
            fingerprint: UInt64(bitPattern: row["fingerprint"] as Int64), isWithdrawn: false)
        )
      }
      let gone = withdrawals.map { row in
        (
          row["respondent"] as String,
          ImportPlan.Standing(revision: row["revision"], fingerprint: nil, isWithdrawn: true)
        )
      }
      return Dictionary(known + gone, uniquingKeysWith: { $1 })
    }
  }

  /// Takes responses into a campaign, all or none; makes the campaign when it is new.
  ///
  /// - Parameters:
  ///   - campaign: the campaign's name.
  ///   - changes: hands each change to the function it is given; what it throws undoes all.
  ///   - framework: the framework that the campaign asks with, and its bytes.
  /// - Throws: `StoreError` of the store, and what `changes` throws.
  public func receive(
    into campaign: ID<Campaign>, of key: Framework.Key, framework: Framework, xml: [UInt8],
    changes: ((CampaignChange) throws -> Void) throws -> Void
  ) throws {
    try naming {
      try transaction { db in
        try Self.keep(key, xml: xml, in: db)
        try db.execute(
          sql: "INSERT OR IGNORE INTO campaign (id, framework, made_up) VALUES (?, ?, 0)",
          arguments: [campaign.description, key.sha256])
        let number = try Stored.value(
          Int64.fetchOne(
            db, sql: "SELECT number FROM campaign WHERE id = ?", arguments: [campaign.description]))
        try changes { change in
          switch change {
          case .response(let response):
            try Self.put(response, into: number, framework: framework, db)
          case .withdrawal(let withdrawal):
            try Self.put(withdrawal, into: number, db)
          case .madeUp:
            try db.execute(
              sql: "UPDATE campaign SET made_up = 1 WHERE number = ?", arguments: [number])
          }
        }
      }
    }
  }

  /// Hands over every respondent of a campaign once, in the order they came, as they stood at one
  /// moment; memory does not grow with their number.
  ///
  /// - Parameter framework: the framework that the campaign asks with.
  /// - Throws: `StoreError`, and what `body` throws.
  public func sheets(
    of campaign: ID<Campaign>, framework: Framework, _ body: (SheetRow) throws -> Void
  ) throws {
    try naming {
      try queue.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT sheet, role, background FROM answer_sheet
            WHERE campaign = (SELECT number FROM campaign WHERE id = ?) ORDER BY number
            """, arguments: [campaign.description])
        while let row = try rows.next() {
          try body(
            SheetRow(
              sheet: try Stored.value(AnswerSheet(row["sheet"], framework: framework)),
              role: try (row["role"] as String?).map { try Stored.id($0) },
              background: try Self.background(row["background"])))
        }
      }
    }
  }

  // MARK: - Rows

  private static let campaignQuery = """
    SELECT campaign.*, framework.id AS framework_id, framework.version AS framework_version
    FROM campaign JOIN framework ON framework.sha256 = campaign.framework
    """

  private static func put(
    _ response: Response, into campaign: Int64, framework: Framework, _ db: Database
  ) throws {
    let background = Dictionary(
      response.background.map { ($0.description, $1.map(\.description)) },
      uniquingKeysWith: { $1 })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try db.cachedStatement(
      sql: """
        INSERT INTO answer_sheet
          (campaign, respondent, revision, link, month, role, sheet, picks, background, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (campaign, respondent) DO UPDATE SET
          revision = excluded.revision, link = excluded.link, month = excluded.month,
          role = excluded.role, sheet = excluded.sheet, picks = excluded.picks,
          background = excluded.background, fingerprint = excluded.fingerprint
        """
    ).execute(arguments: [
      campaign, response.id, response.revision, response.link?.uuidString, response.month,
      response.role?.description, AnswerSheet(response.answers, framework: framework).description,
      ImportanceSheet(response.importance, framework: framework).description,
      String(decoding: try encoder.encode(background), as: UTF8.self),
      Int64(bitPattern: response.fingerprint),
    ])
    try db.cachedStatement(
      sql: "DELETE FROM withdrawal WHERE campaign = ? AND respondent = ?"
    ).execute(arguments: [campaign, response.id])
  }

  private static func put(_ withdrawal: Withdrawal, into campaign: Int64, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM answer_sheet WHERE campaign = ? AND respondent = ?",
      arguments: [campaign, withdrawal.response])
    try db.execute(
      sql: """
        INSERT INTO withdrawal (campaign, respondent, revision) VALUES (?, ?, ?)
        ON CONFLICT (campaign, respondent) DO UPDATE SET revision = excluded.revision
        """, arguments: [campaign, withdrawal.response, withdrawal.revision])
  }

  private static func background(_ text: String) throws
    -> [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]
  {
    if text == "{}" { return [:] }
    let stored = try JSONDecoder().decode([String: [String]].self, from: Data(text.utf8))
    return Dictionary(
      try stored.map { (try Stored.id($0), try $1.map { try Stored.id($0) }) },
      uniquingKeysWith: { $1 })
  }
}

extension Campaign {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try Stored.id(row["id"]),
      framework: Framework.Key(
        id: try Stored.id(row["framework_id"]), version: row["framework_version"],
        sha256: row["framework"]),
      isMadeUp: row["made_up"])
  }
}
