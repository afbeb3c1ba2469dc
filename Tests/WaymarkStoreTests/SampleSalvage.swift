import Foundation
import GRDB
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkStore

/// A store with all that is salvaged: a person's answers, what they learned, two campaigns with what
/// people added and took back.
struct SampleSalvage {
  static let withdrawn = 6
  private let sample = SampleResponses()
  private let framework: Framework
  /// What was done of learning paths.
  let learning: [DoneStep]
  /// The responses of each campaign.
  private(set) var arrivals: [String: [SheetArrival]] = [:]

  init() throws {
    framework = try SampleFramework.small()
    let day = try #require(CalendarDate("2026-11-28"))
    let (one, two) = (try #require(Level(rank: 1)), try #require(Level(rank: 2)))
    learning = try (0..<12).map { number in
      DoneStep(
        resource: try SampleAssessment.id("resource-\(number)"), title: "Résumé no. \(number)",
        day: day.adding(days: number), note: number % 3 == 0 ? "Note on \(number)" : nil,
        serves: [
          .init(competency: try SampleAssessment.id("talk.listen"), from: one, to: two)
        ], assessment: number % 2 == 0 ? UUID() : nil)
    }
    for name in ["spring", "autumn"] {
      arrivals[name] = try (0..<30).map { try arrival($0, of: name) }
    }
  }

  /// The response of a person: every third adds something, every fifth may be linked.
  private func arrival(_ person: Int, of name: String) throws -> SheetArrival {
    let codes = Array("1234509-.".utf8)
    let sheet = (0..<5).map { codes[(person * (2 * $0 + 3) + $0) % codes.count] }
    var record = try sample.record(
      UUID().uuidString.lowercased(), String(decoding: sheet, as: UTF8.self),
      link: person % 5 == 0 ? UUID() : nil)
    record.revision = 1 + person % 3
    record.month = person % 4 == 0 ? nil : "2026-11"
    record.role = person % 2 == 0 ? 1 : nil
    if person % 2 == 1 { record.importance = Array("+1--2".utf8) }
    guard person % 3 == 0 else { return SheetArrival(record) }
    let level = try #require(Level(rank: 1 + person % 5))
    let then = LookingBack(
      month: "2026-09", levels: [try SampleAssessment.id("talk.ask"): level])
    return SheetArrival(
      record,
      addition: ResponseAddition(
        lookingBack: person % 2 == 0 ? then : nil, did: [try SampleAssessment.id("film")]))
  }

  /// Makes the store; then some of the campaign in spring is taken back, if anything is.
  func make(at path: String, takingBack: Bool = true) throws {
    try SampleStore().make(at: path)
    let store = try Store(path: path, for: .writing)
    try store.keep(
      LearningLog(
        calendar: UUID(), done: learning, dropped: [], path: nil, appointments: [:]),
      insteadOf: nil)
    for (name, arrivals) in arrivals.sorted(by: { $0.key < $1.key }) {
      try store.receive(into: try sample.campaign(name), documents: try sample.documents()) { put in
        for arrival in arrivals + (name == "spring" ? try takenBack() : []) {
          try put(.response(arrival))
        }
      }
    }
    defer { try? store.queue.close() }
    guard takingBack else { return }
    let spring = try sample.campaign("spring")
    try store.receive(into: spring, documents: try sample.documents()) { put in
      for arrival in try takenBack() {
        try put(.withdrawal(Withdrawal(of: .response, arrival.record.respondent, revision: 2)))
      }
    }
  }

  /// The responses that are taken back.
  private func takenBack() throws -> [SheetArrival] {
    try (0..<Self.withdrawn).map { person in
      SheetArrival(try sample.record("00000000-0000-4000-8000-00000000000\(person)", "55555"))
    }
  }

  /// Whether a response was taken back.
  static func isTakenBack(_ respondent: String) -> Bool {
    respondent.hasPrefix("00000000-0000-4000-8000-")
  }

  /// The competencies of the framework by position.
  var competencies: [Int: CompetencyID] {
    Dictionary(
      uniqueKeysWithValues: framework.competencies.enumerated().map { ($0, $1.id) })
  }
}
