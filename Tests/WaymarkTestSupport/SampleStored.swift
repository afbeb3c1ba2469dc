package import Foundation
package import Waymark
import WaymarkBasics

/// Assessments as a store keeps them, written in words: what is rated (`everything`, `workshop=a`,
/// `back=2026-09-01`, `service=now`), `begun` or `finished`, and what is unusual about it
/// (`core` form, `campaign=spring`, `role=librarian`, `old` words, `answers=none`, `others` or `all`).
package struct SampleStored {
  /// The notes.
  package var notes: [CompetencyID: String] = [:]
  /// What matters most.
  package var importance = Assessment.Importance()
  /// How many times it was shared.
  package var revision = 0
  /// Its id; a new one for each.
  package var id = UUID()
  private let words: [String: String]
  private let subject: Assessment.Subject
  private let role: RoleID?
  private let framework: Framework.Key
  private let campaign: ID<Campaign>?
  private let answered: [CompetencyID]
  private let days: (started: CalendarDate, changed: CalendarDate)

  /// Reads the words; answers are level 3, and all of them unless something else is said.
  package init(_ text: String) throws {
    let words = Self.words(text)
    self.words = words
    let workshop: ID<WorkshopOffer>? = try words["workshop"].map { try SampleAssessment.id($0) }
    if let day = words["back"] {
      subject = .lookingBack(try Self.day(day), workshop: workshop)
    } else if let moment = words["service"].flatMap(ServiceMoment.init) {
      subject = .service(moment)
    } else {
      subject = workshop.map { .workshop($0) } ?? .everything
    }
    role = try words["role"].map { try SampleAssessment.id($0) }
    framework = try Self.framework(isOld: words["old"] != nil)
    campaign = try words["campaign"].map { try SampleAssessment.id($0) }
    let all = try SampleFramework.small().competencies.map(\.id)
    answered =
      switch words["answers"] {
      case "none": []
      case "others": Array(all.dropFirst())
      default: all
      }
    days = (try Self.day("2026-11-03"), try Self.day("2026-11-23"))
  }

  /// The assessment as it is kept.
  package var stored: StoredAssessment {
    StoredAssessment(
      assessment: Assessment(
        id: id, framework: framework, role: role, started: days.started, subject: subject,
        form: words["core"] == nil ? .full : .core,
        finished: words["finished"] == nil ? nil : days.changed,
        answers: Dictionary(
          answered.compactMap { id in Level(rank: 3).map { (id, .level($0)) } },
          uniquingKeysWith: { $1 }), notes: notes, importance: importance),
      history: answered, seconds: answered.map { _ in 20 }, changed: days.changed,
      response: id, revision: revision,
      invitation: campaign.map {
        StoredInvitation(campaign: $0, xml: [], backgroundDocument: "")
      })
  }

  /// The words with what stands behind their equals signs.
  package static func words(_ text: String) -> [String: String] {
    Dictionary(
      text.split(separator: " ").map { word in
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts.count == 2 ? parts[1] : "")
      }, uniquingKeysWith: { $1 })
  }

  /// The key of the framework that is asked now, or of an earlier one.
  package static func framework(isOld: Bool = false) throws -> Framework.Key {
    Framework.Key(
      id: try SampleAssessment.id("sample"), version: isOld ? "0" : "1",
      sha256: isOld ? "00" : "11")
  }

  /// A workshop that is about `talk.listen` alone.
  package static func workshop(_ id: String) throws -> WorkshopOffer {
    try SamplePeople.workshop(id, [("talk.listen", 1, 2)])
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else { throw SampleError() }
    return day
  }
}
