import Foundation
import GRDB
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkStore

/// What a store keeps of a person's paths.
struct LearningLogTests {
  /// As rows have held them since paths were remembered.
  private static let rows = [
    "budget": #"["50"]"#, "free": #"["no"]"#, "hours": #"["2.5"]"#, "language": #"["es","en"]"#,
    "minutes-per-week": #"["90"]"#, "prefer": #"["webinar"]"#, "start": #"["2026-11-23"]"#,
    "steps": #"["7"]"#, "until": #"["2027-06-01"]"#,
  ]

  @Test func `Wishes that were kept as texts are read as what they say, and written the same`()
    throws
  {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let empty = LearningLog(calendar: UUID())
      try store.keep(empty, insteadOf: nil)
      try store.write { db in
        for (name, given) in Self.rows {
          try db.execute(sql: "INSERT INTO path_wish VALUES (?, ?)", arguments: [name, given])
        }
      }
      let log = try #require(try store.learningLog())
      let (start, until) = (
        try #require(CalendarDate("2026-11-23")), try #require(CalendarDate("2027-06-01"))
      )
      #expect(
        log.wishes
          == AskedWishes([
            .budget(usDollars: 50), .free(false), .hours(minutes: 150),
            .languages([try #require(LanguageTag("es")), .english]), .minutesPerWeek(90),
            .formats([.webinar]), .start(start), .steps(7), .until(until),
          ]))
      try store.keep(log, insteadOf: log)
      let kept = try store.read { db in
        try Row.fetchAll(db, sql: "SELECT name, given FROM path_wish").map { row in
          (row["name"] as String, row["given"] as String)
        }
      }
      #expect(Dictionary(kept, uniquingKeysWith: { $1 }) == Self.rows)
    }
  }

  @Test(arguments: [("hours", #"["soon"]"#), ("hours", "[]"), ("colour", #"["red"]"#)])
  func `A wish that cannot be one is damage, and is told as that`(name: String, given: String)
    throws
  {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try store.keep(LearningLog(calendar: UUID()), insteadOf: nil)
      try store.write { db in
        try db.execute(sql: "INSERT INTO path_wish VALUES (?, ?)", arguments: [name, given])
      }
      let error = #expect(throws: StoreError.self) { try store.learningLog() }
      guard case .damaged = error?.problem else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }
}
