import Foundation
internal import GRDB
public import Waymark
import WaymarkBasics

extension Store {
  /// What the person's paths remember; `nil` before the first path.
  public func learningLog() throws(StoreError) -> LearningLog? {
    try read { db in try Self.learningLog(in: db) }
  }

  private static func learningLog(in db: Database) throws -> LearningLog? {
    guard let log = try db.row("SELECT * FROM learning_log") else { return nil }
    let done = try db.rows("SELECT * FROM learning_record ORDER BY place").map { row in
      DoneStep(
        resource: try row.id("resource"), title: try row.text("title"), day: try row.day("day"),
        note: try row.textIfAny("note"), serves: try StoredService.services(row),
        assessment: try row.uuidIfAny("assessment"))
    }
    let dropped = try db.rows("SELECT resource FROM dropped_resource").map { row in
      try row.id("resource") as ID<LearningResource>
    }
    let wishes = try db.rows("SELECT name, given FROM path_wish").map { try Wish($0) }
    let appointments = try db.rows("SELECT * FROM appointment").map { row in
      (
        try row.id("resource") as ID<LearningResource>,
        LearningLog.Appointment(title: try row.text("title"), day: try row.day("day"))
      )
    }
    let marked = try db.rows("SELECT * FROM learning_number ORDER BY number").map { row in
      LearningLog.Marked(resource: try row.id("resource"), title: try row.text("title"))
    }
    return LearningLog(
      calendar: try log.uuid("calendar"), done: done, dropped: Set(dropped),
      wishes: AskedWishes(wishes), path: try path(log, in: db),
      appointments: Dictionary(appointments, uniquingKeysWith: { $1 }), marked: marked)
  }

  /// Keeps what the person's paths remember, in the place of what was kept before.
  ///
  /// - Parameters:
  ///   - kept: what it was made from.
  ///   - body: what belongs to it, such as a file; where it fails nothing is kept.
  /// - Throws: `StoreError`, `changedMeanwhile` when another run has kept something else since, and
  ///   what `body` throws.
  public func keep(
    _ log: LearningLog, insteadOf kept: LearningLog?, body: () throws -> Void = {}
  ) throws {
    let path = path
    try naming {
      try transaction { db in
        guard try Self.learningLog(in: db) == kept else {
          throw StoreError(.changedMeanwhile, path: path)
        }
        try Self.write(log, to: db)
        try body()
      }
    }
  }

  private static func write(_ log: LearningLog, to db: Database) throws {
    for table in [
      "learning_log", "learning_record", "dropped_resource", "path_wish", "path_step",
      "appointment", "learning_number",
    ] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    try db.execute(
      sql: "INSERT INTO learning_log VALUES (1, ?, ?, ?, ?)",
      arguments: [
        log.calendar.uuidString, log.path?.revision, log.path?.assessment.uuidString,
        log.path?.made.description,
      ])
    for (place, record) in log.done.enumerated() {
      try db.execute(
        sql: "INSERT INTO learning_record VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          place + 1, record.resource.description, record.title, record.day.description, record.note,
          try StoredService.json(record.serves), record.assessment?.uuidString,
        ])
    }
    for resource in log.dropped {
      try db.execute(
        sql: "INSERT INTO dropped_resource VALUES (?)", arguments: [resource.description])
    }
    for wish in log.wishes.all {
      try db.execute(
        sql: "INSERT INTO path_wish VALUES (?, ?)",
        arguments: [wish.subject.rawValue, try StoredValue.json(wish.texts)])
    }
    for (place, step) in (log.path?.steps ?? []).enumerated() {
      try db.execute(
        sql: "INSERT INTO path_step VALUES (?, ?, ?, ?, ?)",
        arguments: [
          place + 1, step.resource.description, step.title, step.day?.description,
          try StoredService.json(step.serves),
        ])
    }
    for (place, entry) in log.marked.enumerated() {
      try db.execute(
        sql: "INSERT INTO learning_number VALUES (?, ?, ?)",
        arguments: [place + 1, entry.resource.description, entry.title])
    }
    for (resource, appointment) in log.appointments {
      try db.execute(
        sql: "INSERT INTO appointment VALUES (?, ?, ?)",
        arguments: [resource.description, appointment.title, appointment.day.description])
    }
  }

  private static func path(_ log: StoredRow, in db: Database) throws -> KeptPath? {
    guard let revision = try log.integerIfAny("revision") else { return nil }
    let steps = try db.rows("SELECT * FROM path_step ORDER BY place").map { row in
      KeptPath.Step(
        resource: try row.id("resource"), title: try row.text("title"),
        day: try row.dayIfAny("day"), serves: try StoredService.services(row))
    }
    return KeptPath(
      steps: steps, assessment: try log.uuid("assessment"), made: try log.day("made"),
      revision: revision)
  }
}

/// What a resource serves, as JSON in a column.
struct StoredService: Codable {
  let competency: String
  let from, to: Int

  static func json(_ services: [LearningResource.Service]) throws -> String {
    let rows = services.map {
      StoredService(
        competency: $0.competency.description, from: $0.from.rank, to: $0.to.rank)
    }
    return try StoredValue.json(rows)
  }

  static func services(_ row: StoredRow) throws -> [LearningResource.Service] {
    let column = "serves"
    return try (row.json(column) as [StoredService]).map { try row.some($0.service, column) }
  }

  /// What it stands for; `nil` where the competency or a level can be none.
  var service: LearningResource.Service? {
    guard let competency = CompetencyID(competency), let from = Level(rank: from),
      let to = Level(rank: to)
    else { return nil }
    return LearningResource.Service(competency: competency, from: from, to: to)
  }
}

extension Wish {
  fileprivate init(_ row: StoredRow) throws {
    let subject = try row.some(Subject(rawValue: row.text("name")), "name")
    let texts: [String] = try row.json("given")
    do throws(Problem) {
      try self.init(subject, texts)
    } catch {
      throw row.fault("given")
    }
  }
}
