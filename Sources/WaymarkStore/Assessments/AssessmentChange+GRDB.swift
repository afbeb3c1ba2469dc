internal import GRDB
import Waymark
import WaymarkBasics

extension AssessmentChange {
  /// Writes it to an assessment that is not finished.
  func keep(in db: Database, assessment number: Int64, on day: CalendarDate) throws {
    switch self {
    case .answer(let competency, let answer, let seconds):
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO rating (assessment, competency, answer, seconds)
          VALUES (?, ?, ?, ?)
          """,
        arguments: [number, competency.description, answer.word, max(0, seconds)])
    case .note(let competency, let text):
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
    case .finished:
      try db.execute(
        sql: "UPDATE assessment SET finished = ? WHERE number = ?",
        arguments: [day.description, number])
    }
  }
}
