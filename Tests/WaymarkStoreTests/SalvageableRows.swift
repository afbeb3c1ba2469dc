import Foundation
import GRDB
import Waymark
import WaymarkBasics

@testable import WaymarkStore

/// The rows of a sound store that are to be found again in a damaged one, as bytes.
struct SalvageableRows {
  private let ratings: [SampleCell]
  private let notes: [SampleCell]
  private let picks: [SampleCell]
  private let records: [SampleCell]
  private let sheets: [SampleCell]
  /// What belongs to a response beside its row, by respondent.
  private let additions: [String: [SampleCell]]

  /// Reads where they stand.
  init(of path: String) throws {
    let file = try Data(contentsOf: URL(fileURLWithPath: path))
    let store = try Store(path: path, for: .reading)
    let cells = try store.read { db in
      (
        try SampleCell.cells(
          of: "rating", key: "competency", alias: "sequence", in: db, file: file),
        try SampleCell.cells(of: "note", key: "competency", in: db, file: file),
        try SampleCell.cells(of: "pick", key: "competency", in: db, file: file),
        try SampleCell.cells(
          of: "learning_record", key: "resource", alias: "place", in: db, file: file),
        try SampleCell.cells(
          of: "answer_sheet", key: "respondent", alias: "number", in: db, file: file),
        try ["looking_back", "done_entry"].flatMap {
          try SampleCell.cells(of: $0, key: "respondent", isIndex: true, in: db, file: file)
        }
      )
    }
    (ratings, notes, picks, records, sheets) = (cells.0, cells.1, cells.2, cells.3, cells.4)
    additions = Dictionary(grouping: cells.5, by: \.key)
    try store.queue.close()
  }

  /// How many there are of answers, notes, picks, learning records and responses.
  var counts: [Int] { [ratings, notes, picks, records, sheets].map(\.count) }

  /// The pages that they stand on, counted from 0.
  var pages: [Int] {
    let all = [ratings, notes, picks, records, sheets] + additions.values
    return Set(all.joined().map { $0.place / 4096 }).sorted()
  }

  /// How many are whole in a damaged file, and which of these were not found.
  func check(
    _ found: SalvagedStore, in file: [UInt8], _ sample: SampleSalvage
  ) -> [(whole: Int, lost: [String])] {
    let subjects = { (isOne: (SalvagedAnswer) -> Bool) in
      Set(found.answers.filter(isOne).map(\.subject))
    }
    let answered = subjects { $0.level == "3" }
    let noted = subjects { $0.note?.hasPrefix("My note on ") == true }
    // A place among those picked belongs to an answer.
    let picked = subjects { $0.pick != nil || $0.importance != nil }
    let whole = Set(ratings.filter { $0.isWhole(in: file) }.map(\.key))
    let done = Set(found.learning.filter(sample.learning.contains).map(\.resource.description))
    let responded = Set(
      found.campaigns.flatMap(\.responses).compactMap {
        $0.arrival(by: sample.competencies)?.record.respondent
      })
    return [
      Self.check(ratings.filter { whole.contains($0.key) }, answered),
      Self.check(notes.filter { $0.isWhole(in: file) }, noted),
      Self.check(picks.filter { $0.isWhole(in: file) && whole.contains($0.key) }, picked),
      Self.check(records.filter { $0.isWhole(in: file) }, done),
      Self.check(
        sheets.filter { sheet in
          ([sheet] + (additions[sheet.key] ?? [])).allSatisfy { $0.isWhole(in: file) }
        }, responded),
    ]
  }

  private static func check(
    _ cells: [SampleCell], _ found: Set<String>
  ) -> (whole: Int, lost: [String]) {
    (cells.count, cells.map(\.key).filter { !found.contains($0) })
  }
}
