public import Foundation
internal import GRDB
public import Waymark

extension Store {
  /// Begins an assessment, and keeps the framework's bytes so that it can be read for ever.
  ///
  /// - Parameters:
  ///   - assessment: the assessment, without answers.
  ///   - response: a new random id for the files shared of it.
  ///   - xml: the bytes whose SHA-256 the framework's key holds.
  ///   - invitation: the invitation that is answered, with the documents that it names.
  ///   - changes: what is known of it already; all is kept, or nothing.
  public func begin(
    _ assessment: Assessment, response: UUID, xml: [UInt8],
    invitation: (StoredInvitation, CampaignDocuments)? = nil, changes: [AssessmentChange] = []
  ) throws(StoreError) {
    try write { db in
      try Self.keep(assessment.framework, xml: xml, in: db)
      try db.execute(
        sql: """
          INSERT INTO assessment (id, framework, role, started, changed, response, looks_back_to,
            workshop, service) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          assessment.id.uuidString, assessment.framework.sha256, assessment.role?.description,
          assessment.started.description, assessment.started.description, response.uuidString,
          assessment.looksBackTo?.description, assessment.workshop?.description,
          assessment.service?.rawValue,
        ])
      if let (invitation, documents) = invitation {
        let number = db.lastInsertedRowID
        try Self.keepBackground(of: documents, sha256: invitation.backgroundDocument, in: db)
        try db.execute(
          sql: "INSERT INTO invitation VALUES (?, ?, ?, ?)",
          arguments: [
            number, invitation.campaign.description, Data(invitation.xml),
            invitation.backgroundDocument,
          ])
      }
      try keep(changes, of: assessment.id, on: assessment.started, in: db)
    }
  }

  /// Keeps changes to an unfinished assessment, all or none, in their order.
  public func keep(_ changes: [AssessmentChange], of assessment: UUID, on day: CalendarDate)
    throws(StoreError)
  {
    try write { db in try keep(changes, of: assessment, on: day, in: db) }
  }

  /// The random id that lets a person's years be compared; `nil` until they agreed to one.
  public func personLink() throws(StoreError) -> UUID? {
    try read { db in try String.fetchOne(db, sql: "SELECT id FROM link").flatMap(UUID.init) }
  }

  /// Keeps the id that lets a person's years be compared; an id that is kept already stays.
  public func keepPersonLink(_ id: UUID) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO link (only, id) VALUES (1, ?)", arguments: [id.uuidString])
    }
  }

  /// Every assessment, the one begun last first.
  public func assessments() throws(StoreError) -> [StoredAssessment] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT assessment.*, framework.id AS framework_id, framework.version AS framework_version
          FROM assessment JOIN framework ON framework.sha256 = assessment.framework
          ORDER BY number DESC
          """
      ).map { try StoredAssessment($0, in: db) }
    }
  }

  /// The bytes of a framework that was answered, or `nil` when the store has no such one.
  public func frameworkXML(sha256: String) throws(StoreError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(
        db, sql: "SELECT xml FROM framework WHERE sha256 = ?", arguments: [sha256]
      ).map { [UInt8]($0) }
    }
  }

  static func keep(_ framework: Framework.Key, xml: [UInt8], in db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO framework (sha256, id, version, xml) VALUES (?, ?, ?, ?)",
      arguments: [framework.sha256, framework.id.description, framework.version, Data(xml)])
  }

  static func keepBackground(
    of documents: CampaignDocuments, sha256: String, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO background_document VALUES (?, ?, ?, ?)",
      arguments: [
        sha256, documents.background.id.description, documents.background.version,
        Data(documents.backgroundXML),
      ])
  }

  private func keep(
    _ changes: [AssessmentChange], of assessment: UUID, on day: CalendarDate, in db: Database
  ) throws {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT number, finished FROM assessment WHERE id = ?",
        arguments: [assessment.uuidString])
    else { throw StoreError(.unknown(assessment.uuidString), path: path) }
    guard (row["finished"] as String?) == nil else { throw StoreError(.finished, path: path) }
    let number: Int64 = row["number"]
    for change in changes { try change.keep(in: db, assessment: number, on: day) }
    try db.execute(
      sql: "UPDATE assessment SET changed = ? WHERE number = ?",
      arguments: [day.description, number])
  }
}

extension StoredAssessment {
  fileprivate init(_ row: Row, in db: Database) throws {
    let number: Int64 = row["number"]
    let ratings = try Row.fetchAll(
      db,
      sql: "SELECT competency, answer, seconds FROM rating WHERE assessment = ? ORDER BY sequence",
      arguments: [number]
    ).map { row in
      (
        competency: try Stored.id(row["competency"]) as CompetencyID,
        answer: try Stored.value(Answer(word: row["answer"])), seconds: row["seconds"] as Double
      )
    }
    let notes = try Row.fetchAll(
      db, sql: "SELECT competency, text FROM note WHERE assessment = ?", arguments: [number]
    ).map { row in (try Stored.id(row["competency"]) as CompetencyID, row["text"] as String) }
    let picks = try Row.fetchAll(
      db, sql: "SELECT competency, place FROM pick WHERE assessment = ? ORDER BY place",
      arguments: [number]
    ).map { row in
      (id: try Stored.id(row["competency"]) as CompetencyID, place: row["place"] as Int)
    }
    let importances = try Row.fetchAll(
      db, sql: "SELECT competency, rank FROM importance_rating WHERE assessment = ?",
      arguments: [number]
    ).map { row in
      (
        try Stored.id(row["competency"]) as CompetencyID,
        try Stored.value(ImportanceRating(rank: row["rank"]))
      )
    }
    let choices = try Row.fetchAll(
      db, sql: "SELECT field, options FROM background_choice WHERE assessment = ?",
      arguments: [number]
    ).map { row in
      (
        try Stored.id(row["field"]) as ID<BackgroundQuestions.Field>,
        try Stored.list(row["options"]) as [ID<BackgroundQuestions.Option>]
      )
    }
    let invitation = try Row.fetchOne(
      db, sql: "SELECT * FROM invitation WHERE assessment = ?", arguments: [number]
    ).map { row in
      StoredInvitation(
        campaign: try Stored.id(row["campaign"]), xml: [UInt8](row["xml"] as Data),
        backgroundDocument: row["background_document"])
    }
    self.init(
      assessment: Assessment(
        id: try Stored.uuid(row["id"]),
        framework: Framework.Key(
          id: try Stored.id(row["framework_id"]), version: row["framework_version"],
          sha256: row["framework"]),
        role: try (row["role"] as String?).map { try Stored.id($0) },
        started: try Stored.day(row["started"]),
        looksBackTo: try (row["looks_back_to"] as String?).map(Stored.day),
        workshop: try (row["workshop"] as String?).map { try Stored.id($0) },
        service: try (row["service"] as String?).map { word in
          try Stored.value(ServiceMoment(rawValue: word))
        },
        finished: try (row["finished"] as String?).map(Stored.day),
        answers: Dictionary(
          ratings.map { ($0.competency, $0.answer) }, uniquingKeysWith: { $1 }),
        notes: Dictionary(notes, uniquingKeysWith: { $1 }),
        importance: Assessment.Importance(
          picked: Set(picks.map(\.id)), top: picks.filter { $0.place > 0 }.map(\.id),
          ratings: Dictionary(importances, uniquingKeysWith: { $1 })),
        background: Dictionary(choices, uniquingKeysWith: { $1 })),
      history: ratings.map(\.competency), seconds: ratings.map(\.seconds),
      changed: try Stored.day(row["changed"]),
      response: try Stored.uuid(row["response"]), revision: row["revision"],
      invitation: invitation)
  }
}
