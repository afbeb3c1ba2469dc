import WaymarkBasics

/// The answers of one table of a pilot, each person's under the id by which they are paired.
package struct RatedFile: Sendable {
  private var sheets: [String: [UInt8]] = [:]
  /// Whether anybody in it was made up by `waymark demo`.
  package private(set) var hasMadeUp = false

  /// Begins with nobody.
  package init() {}

  /// Adds what is said of a person; of one who is there already it replaces what was said.
  package mutating func add(_ record: CodedResponse) {
    sheets[record.respondent] = record.sheet
    hasMadeUp = hasMadeUp || record.isMadeUp
  }

  /// The ids in an order that does not depend on that of the rows.
  var ids: [String] { sheets.keys.sorted() }

  func holds(_ id: String) -> Bool { sheets[id] != nil }

  /// The levels of a person, by position; `nil` for every other answer.
  func levels(of id: String) -> [Int?] { sheets[id].map { $0.map(AnswerSheet.rank) } ?? [] }

  /// The statements that anybody was asked.
  func asked(of framework: Framework) -> Set<CompetencyID> {
    var asked: Set<CompetencyID> = []
    for (position, competency) in framework.competencies.enumerated()
    where sheets.values.contains(where: { $0[position] != AnswerSheet.notAsked }) {
      asked.insert(competency.id)
    }
    return asked
  }

  /// The sheets on which the statements stand that were asked, and nothing else.
  func sheets(of framework: Framework, asking asked: Framework) -> [[UInt8]] {
    let positions = asked.competencies.compactMap { framework.position(of: $0.id) }
    return ids.compactMap { id in sheets[id].map { sheet in positions.map { sheet[$0] } } }
  }
}
