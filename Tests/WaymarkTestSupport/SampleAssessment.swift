import FoundationEssentials
package import Waymark
package import WaymarkBasics

/// Assessments of the small sample framework, made by hand.
package enum SampleAssessment {
  /// An assessment from the words of answers (`3`, `na`, `unsure`, empty for skipped) by id;
  /// a competency that is left out was not asked.
  package static func make(
    _ answers: [String: String], role: String? = "librarian", picked: [String] = [],
    top: [String] = [], finished: String? = "2026-11-23", version: String = "1",
    sha256: String = "00"
  ) throws -> Assessment {
    Assessment(
      id: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
      framework: Framework.Key(id: try id("sample"), version: version, sha256: sha256),
      role: try role.map { try id($0) }, started: try date("2026-11-03"),
      finished: try finished.map(date),
      answers: Dictionary(
        uniqueKeysWithValues: try answers.map { key, word in
          guard let answer = Answer(word: word) else { throw SampleError() }
          return (try id(key), answer)
        }),
      importance: Assessment.Importance(
        picked: Set(try picked.map { try id($0) }), top: try top.map { try id($0) }))
  }

  /// An id that is known to be one.
  package static func id<Subject>(_ text: String) throws -> ID<Subject> {
    guard let id = ID<Subject>(text) else { throw SampleError() }
    return id
  }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else { throw SampleError() }
    return date
  }
}
