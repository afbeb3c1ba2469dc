public import Foundation
internal import GRDB
public import Waymark
public import WaymarkBasics

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
            workshop, service, form) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          assessment.id.uuidString, assessment.framework.sha256, assessment.role?.description,
          assessment.started.description, assessment.started.description, response.uuidString,
          assessment.looksBackTo?.description, assessment.workshop?.description,
          assessment.service?.rawValue, assessment.form.rawValue,
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

  /// Keeps changes to an assessment, all or none, in their order; one that is finished takes notes and
  /// nothing else.
  public func keep(_ changes: [AssessmentChange], of assessment: UUID, on day: CalendarDate)
    throws(StoreError)
  {
    try write { db in try keep(changes, of: assessment, on: day, in: db) }
  }

  /// Drops an assessment that is not finished and was never shared, with everything that was said in it.
  ///
  /// - Throws: `StoreError` with `unknown` where there is none.
  public func drop(_ assessment: UUID) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "DELETE FROM assessment WHERE id = ? AND finished IS NULL AND revision = 0",
        arguments: [assessment.uuidString])
      guard db.changesCount == 1 else {
        throw StoreError(.unknown(assessment.uuidString), path: path)
      }
    }
  }

  /// The random id that lets a person's years be compared; `nil` until they agreed to one.
  public func personLink() throws(StoreError) -> UUID? {
    try read { db in try db.row("SELECT id FROM link").map { try $0.uuid("id") } }
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
      try db.rows(
        """
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
      try db.row("SELECT xml FROM framework WHERE sha256 = ?", [sha256]).map {
        try $0.bytes("xml")
      }
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
      let row = try db.row(
        "SELECT number, finished FROM assessment WHERE id = ?", [assessment.uuidString])
    else { throw StoreError(.unknown(assessment.uuidString), path: path) }
    let isFinished = try row.textIfAny("finished") != nil
    guard !isFinished || changes.allSatisfy(\.isNote) else {
      throw StoreError(.finished, path: path)
    }
    let number = try row.number("number")
    for change in changes { try change.keep(in: db, assessment: number, on: day) }
    // What was rated is as old as it was.
    guard !isFinished else { return }
    try db.execute(
      sql: "UPDATE assessment SET changed = ? WHERE number = ?",
      arguments: [day.description, number])
  }
}

extension StoredAssessment {
  fileprivate init(_ row: StoredRow, in db: Database) throws {
    let number = try row.number("number")
    func rows(_ query: String) throws -> [StoredRow] { try db.rows(query, [number]) }
    let ratings = try rows(
      "SELECT competency, answer, seconds FROM rating WHERE assessment = ? ORDER BY sequence"
    ).map { row in
      (
        competency: try row.id("competency") as CompetencyID,
        answer: try row.some(Answer(word: row.text("answer")), "answer"),
        seconds: try row.seconds("seconds")
      )
    }
    let notes = try rows("SELECT competency, text FROM note WHERE assessment = ?").map { row in
      (try row.id("competency") as CompetencyID, try row.text("text"))
    }
    let picks = try rows(
      "SELECT competency, place FROM pick WHERE assessment = ? ORDER BY place"
    ).map { row in
      (id: try row.id("competency") as CompetencyID, place: try row.integer("place", in: 0...3))
    }
    let importances = try rows(
      "SELECT competency, rank FROM importance_rating WHERE assessment = ?"
    ).map { row in
      (
        try row.id("competency") as CompetencyID,
        try row.some(ImportanceRating(rank: row.integer("rank")), "rank")
      )
    }
    let choices = try rows(
      "SELECT field, options FROM background_choice WHERE assessment = ?"
    ).map { row in
      (
        try row.id("field") as ID<BackgroundQuestions.Field>,
        try row.list("options") as [ID<BackgroundQuestions.Option>]
      )
    }
    let invitation = try rows("SELECT * FROM invitation WHERE assessment = ?").first.map { row in
      StoredInvitation(
        campaign: try row.id("campaign"), xml: try row.bytes("xml"),
        backgroundDocument: try row.text("background_document"))
    }
    self.init(
      assessment: Assessment(
        id: try row.uuid("id"),
        framework: Framework.Key(
          id: try row.id("framework_id"), version: try row.text("framework_version"),
          sha256: try row.text("framework")),
        role: try row.idIfAny("role"), started: try row.day("started"),
        subject: try Assessment.Subject(row), form: try QuestionnaireForm(row),
        finished: try row.dayIfAny("finished"),
        answers: Dictionary(
          ratings.map { ($0.competency, $0.answer) }, uniquingKeysWith: { $1 }),
        notes: Dictionary(notes, uniquingKeysWith: { $1 }),
        importance: Assessment.Importance(
          picked: Set(picks.map(\.id)), top: picks.filter { $0.place > 0 }.map(\.id),
          ratings: Dictionary(importances, uniquingKeysWith: { $1 })),
        background: Dictionary(choices, uniquingKeysWith: { $1 })),
      history: ratings.map(\.competency), seconds: ratings.map(\.seconds),
      changed: try row.day("changed"),
      response: try row.uuid("response"), revision: try row.integer("revision"),
      invitation: invitation)
  }
}

extension Assessment.Subject {
  fileprivate init(_ row: StoredRow) throws {
    let workshop: ID<WorkshopOffer>? = try row.idIfAny("workshop")
    if let word = try row.textIfAny("service") {
      self = .service(try row.some(ServiceMoment(rawValue: word), "service"))
    } else if let day = try row.dayIfAny("looks_back_to") {
      self = .lookingBack(day, workshop: workshop)
    } else {
      self = workshop.map(Self.workshop) ?? .everything
    }
  }
}

extension QuestionnaireForm {
  /// The form in a row of an assessment or a campaign.
  init(_ row: StoredRow) throws {
    self = try row.some(QuestionnaireForm(rawValue: row.text("form")), "form")
  }
}

extension AssessmentChange {
  /// Writes it to an assessment that takes it.
  func keep(in db: Database, assessment number: Int64, on day: CalendarDate) throws {
    switch self {
    case .answer(let competency, let answer, let seconds):
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO rating (assessment, competency, answer, seconds)
          VALUES (?, ?, ?, ?)
          """,
        arguments: [number, competency.description, answer.word, max(0, seconds)])
    case .note(let competency, nil):
      try db.execute(
        sql: "DELETE FROM note WHERE assessment = ? AND competency = ?",
        arguments: [number, competency.description])
    case .note(let competency, let text?):
      try db.execute(
        sql: "INSERT OR REPLACE INTO note (assessment, competency, text) VALUES (?, ?, ?)",
        arguments: [number, competency.description, text])
    case .importance(let importance):
      try db.execute(sql: "DELETE FROM pick WHERE assessment = ?", arguments: [number])
      for competency in importance.picked.union(importance.top).sorted() {
        let place = importance.top.firstIndex(of: competency).map { $0 + 1 } ?? 0
        try db.execute(
          sql: "INSERT INTO pick (assessment, competency, place) VALUES (?, ?, ?)",
          arguments: [number, competency.description, place])
      }
    case .rating(let competency, nil):
      try db.execute(
        sql: "DELETE FROM importance_rating WHERE assessment = ? AND competency = ?",
        arguments: [number, competency.description])
    case .rating(let competency, let rating?):
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO importance_rating (assessment, competency, rank)
          VALUES (?, ?, ?)
          """,
        arguments: [number, competency.description, rating.rank])
    case .background(let field, let options):
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO background_choice (assessment, field, options)
          VALUES (?, ?, ?)
          """,
        arguments: [number, field.description, StoredValue.list(options)])
    case .role(let role):
      try db.execute(
        sql: "UPDATE assessment SET role = ? WHERE number = ?",
        arguments: [role?.description, number])
    case .form(let form):
      try db.execute(
        sql: "UPDATE assessment SET form = ? WHERE number = ?",
        arguments: [form.rawValue, number])
    case .finished:
      try db.execute(
        sql: "UPDATE assessment SET finished = ? WHERE number = ?",
        arguments: [day.description, number])
    }
  }
}
