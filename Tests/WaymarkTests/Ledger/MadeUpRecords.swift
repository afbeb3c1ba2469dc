import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Made-up people whose answers tell them apart, as those to many statements do.
struct MadeUpRecords {
  let framework: Framework
  let background: BackgroundQuestions
  private var random: SplitMix64

  /// - Parameter statements: how many statements they answered.
  init(statements: Int = 30, seed: UInt64 = 1) throws {
    framework = try SampleFramework.make(areas: [
      ("I", "All", "All", (0..<statements).map { ("talk.s\($0)", [2, 3], nil) })
    ])
    background = try SampleBackground.small()
    random = SplitMix64(seed: seed)
  }

  /// People with a role and background answers by their ids; each answers on their own.
  mutating func people(
    _ count: Int, _ name: String, role: Int? = 0,
    _ answers: [String: String] = [:]
  ) -> [CodedResponse] {
    (0..<count).map { number in
      let given = answers.compactMap { field, option in
        ID<BackgroundQuestions.Field>(field).flatMap { field in
          ID<BackgroundQuestions.Option>(option).map { (field, [$0]) }
        }
      }
      return CodedResponse(
        respondent: "\(name)-\(number)", revision: 1, link: nil, month: nil, role: role,
        sheet: framework.competencies.map { _ in
          UInt8(ascii: "1") + UInt8(Int.random(in: 0..<5, using: &random))
        }, importance: [],
        background: BackgroundSheet(
          Dictionary(given, uniquingKeysWith: { $1 }), questions: background
        ).codes)
    }
  }

  /// The groupings of a table.
  func table(_ names: String...) throws -> [Grouping] {
    try Grouping.named(names, framework: framework, background: background)
  }

  /// The people as the ledger looks at them.
  func respondents(_ records: [CodedResponse], _ tables: [[Grouping]]) -> Respondents {
    var people = Respondents(framework: framework, tables: tables)
    for record in records { people.add(record) }
    return people
  }

  /// The people as an export begins with them.
  func responses(_ records: [CodedResponse]) -> DeidentifiedResponses {
    var responses = DeidentifiedResponses(framework: framework, background: background)
    for record in records { responses.add(record) }
    return responses
  }
}
