import Foundation
internal import GRDB
public import Waymark

extension Store {
  /// What the person's paths remember; `nil` before the first path.
  public func learningLog() throws(StoreError) -> LearningLog? {
    try read { db in try Self.learningLog(in: db) }
  }

  private static func learningLog(in db: Database) throws -> LearningLog? {
    guard let log = try Row.fetchOne(db, sql: "SELECT * FROM learning_log") else { return nil }
    let done = try Row.fetchAll(db, sql: "SELECT * FROM learning_record ORDER BY place").map {
      row in
      LearningRecord(
        resource: try Stored.id(row["resource"]), title: row["title"],
        day: try Stored.day(row["day"]), note: row["note"],
        serves: try StoredService.services(row["serves"]),
        assessment: try (row["assessment"] as String?).map(Stored.uuid))
    }
    let dropped = try String.fetchAll(db, sql: "SELECT resource FROM dropped_resource").map {
      try Stored.id($0) as ID<LearningResource>
    }
    let wishes = try Row.fetchAll(db, sql: "SELECT name, given FROM path_wish").map { row in
      (
        row["name"] as String,
        try JSONDecoder().decode([String].self, from: Data((row["given"] as String).utf8))
      )
    }
    let appointments = try Row.fetchAll(db, sql: "SELECT * FROM appointment").map { row in
      (
        try Stored.id(row["resource"]) as ID<LearningResource>,
        LearningLog.Appointment(title: row["title"], day: try Stored.day(row["day"]))
      )
    }
    return LearningLog(
      calendar: try Stored.uuid(log["calendar"]), done: done, dropped: Set(dropped),
      wishes: Dictionary(wishes, uniquingKeysWith: { $1 }), path: try path(log, in: db),
      appointments: Dictionary(appointments, uniquingKeysWith: { $1 }))
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
      "appointment",
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
    for (name, given) in log.wishes {
      try db.execute(
        sql: "INSERT INTO path_wish VALUES (?, ?)",
        arguments: [name, String(decoding: try JSONEncoder().encode(given), as: UTF8.self)])
    }
    for (place, step) in (log.path?.steps ?? []).enumerated() {
      try db.execute(
        sql: "INSERT INTO path_step VALUES (?, ?, ?, ?, ?)",
        arguments: [
          place + 1, step.resource.description, step.title, step.day?.description,
          try StoredService.json(step.serves),
        ])
    }
    for (resource, appointment) in log.appointments {
      try db.execute(
        sql: "INSERT INTO appointment VALUES (?, ?, ?)",
        arguments: [resource.description, appointment.title, appointment.day.description])
    }
  }

  private static func path(_ log: Row, in db: Database) throws -> KeptPath? {
    guard let revision = log["revision"] as Int? else { return nil }
    let steps = try Row.fetchAll(db, sql: "SELECT * FROM path_step ORDER BY place").map { row in
      KeptPath.Step(
        resource: try Stored.id(row["resource"]), title: row["title"],
        day: try (row["day"] as String?).map(Stored.day),
        serves: try StoredService.services(row["serves"]))
    }
    return KeptPath(
      steps: steps, assessment: try Stored.uuid(log["assessment"]),
      made: try Stored.day(log["made"]), revision: revision)
  }
}

/// What a resource serves, as JSON in a column.
private struct StoredService: Codable {
  let competency: String
  let from, to: Int

  static func json(_ services: [LearningResource.Service]) throws -> String {
    let rows = services.map {
      StoredService(
        competency: $0.competency.description, from: $0.from.rank, to: $0.to.rank)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  static func services(_ json: String) throws -> [LearningResource.Service] {
    try JSONDecoder().decode([StoredService].self, from: Data(json.utf8)).map { row in
      LearningResource.Service(
        competency: try Stored.id(row.competency), from: try Stored.value(Level(rank: row.from)),
        to: try Stored.value(Level(rank: row.to)))
    }
  }
}
