import Foundation
import GRDB
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkStore

/// A person's store with 62 answers, and what a program reads of a store.
struct SampleStore {
  static let answers = 62
  private let xml = Array("<framework/>".utf8)

  /// Makes a store with a finished assessment: an answer to each statement, notes, picks.
  func make(at path: String) throws {
    let store = try Store(path: path, for: .writing)
    let day = try #require(CalendarDate("2026-11-28"))
    let assessment = Assessment(
      id: UUID(),
      framework: .init(
        id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
      role: RoleID("librarian"), started: day)
    try store.begin(assessment, response: UUID(), xml: xml)
    let level = try #require(Level(rank: 3))
    // One transaction each, as a questionnaire does it.
    for number in 0..<Self.answers {
      try store.keep(
        [.answer(try id(number), .level(level), seconds: 1.5)], of: assessment.id, on: day)
    }
    try store.keep(
      try (0..<8).map { .note(try id($0), "My note on \($0)") }
        + [.importance(.init(picked: [try id(1), try id(2)], top: [try id(2)])), .finished],
      of: assessment.id, on: day)
    try store.queue.close()
  }

  /// The statement with a number.
  func id(_ number: Int) throws -> CompetencyID {
    try #require(CompetencyID("area.c\(String(format: "%02d", number))"))
  }

  /// Where in the file each answer stands, from its length to its last second: found by its text, and
  /// by how SQLite's documentation lays a row out.
  func cells(in bytes: [UInt8]) throws -> [Range<Int>] {
    try (0..<Self.answers).map { number in
      let text = Array("\(try id(number))3".utf8) + [0x3F, 0xF8, 0, 0, 0, 0, 0, 0]
      let found = try #require(bytes.firstRange(of: text))
      // Before the text stand the length, the number of the row, and the types of five columns.
      return found.lowerBound - 8..<found.upperBound
    }
  }
}
