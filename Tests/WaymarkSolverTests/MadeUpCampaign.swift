import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import Waymark

/// A made-up campaign whose figures are published: everybody has a role that asks for every
/// competency, and a state and years that they told.
struct MadeUpCampaign {
  let framework: Framework
  private let questions: BackgroundQuestions
  private(set) var records: [CodedResponse] = []

  /// Begins without people; the framework has so many competencies, of which these are core.
  init(competencies: Int = 4, core: Set<String> = []) throws {
    framework = try SampleFramework.make(
      core: core,
      areas: [
        (
          "I", "Talking with Children", "Talking",
          (0..<competencies).map { ("c\($0)", [2, 4], nil) }
        )
      ])
    questions = try SampleBackground.small()
  }

  /// Adds people who are alike.
  ///
  /// - Parameter answers: one sheet for all of them; `nil` draws each level.
  mutating func add(
    _ people: Int, role: String, state: String, years: String = "1-2", answers: (Int) -> String
  ) throws {
    let background = BackgroundSheet(
      [try parsed("state"): [try parsed(state)], try parsed("years"): [try parsed(years)]],
      questions: questions
    ).codes
    let place = framework.roles.firstIndex { $0.id.description == role }
    for person in 0..<people {
      let sheet = Array(answers(person).utf8)
      records.append(
        CodedResponse(
          respondent: "p\(records.count)", revision: 0, link: nil, month: nil, role: place,
          sheet: sheet,
          importance: Array(repeating: ImportanceSheet.none, count: sheet.count),
          background: background))
    }
  }

  /// Publishes tables named as `role,state`, beside what was published before.
  func published(_ tables: [String], earlier: [Release] = []) throws -> PublishedReport {
    let publication = try publication(of: tables, earlier: earlier)
    return try proved(publication).report
  }

  /// What is to be published, not counted yet.
  func publication(
    of tables: [String], earlier: [Release] = [], minimum: MinimumGroup = .standard
  ) throws -> Publication {
    let names = earlier.flatMap(\.tables).map { $0.joined(separator: ",") }
    let menu = try PublicationMenu(try groupings(tables))
    let beyond = try groupings(names.filter { !tables.contains($0) })
    let people = Respondents(framework: framework, tables: menu.tables + beyond)
    let campaign = try SampleCampaign.made(isMadeUp: true)
    return try Publication(
      of: campaign, framework: framework, menu: menu, minimum: minimum,
      before: Publication.Before(
        givenOut: GivenOut(
          releases: earlier, exports: [], people: people,
          responses: DeidentifiedResponses(framework: framework, background: questions),
          members: campaign.members),
        releases: earlier, beyond: beyond, people: people, others: []))
  }

  /// Counts and proves what is to be published.
  func proved(
    _ publication: Publication, isEntered: (String) -> Bool = { _ in false }
  ) throws -> Publication.Proved {
    var counter = SheetCounter(framework: framework, tables: publication.counted)
    for record in records {
      counter.add(
        role: record.role, background: record.background.span.bytes, sheet: record.sheet.span.bytes)
    }
    return try publication.proved(
      from: try counter.counts(), isEntered: isEntered, solver: .coinOR
    ) { visit in records.forEach(visit) }
  }

  private func groupings(_ tables: [String]) throws -> [[Grouping]] {
    try Grouping.tables(tables, framework: framework, background: questions, source: "--table")
  }

  private func parsed<Subject>(_ text: String) throws -> ID<Subject> {
    guard let id = ID<Subject>(text) else { throw SampleError() }
    return id
  }
}

extension MadeUpCampaign {
  /// A campaign of some 60 to 160 people, of whom some groups answer some statements alike.
  static func random(seed: UInt64) throws -> MadeUpCampaign {
    var random = SplitMix64(seed: seed)
    var campaign = try MadeUpCampaign()
    let competencies = campaign.framework.competencies.count
    for role in ["assistant", "librarian"] {
      for state in ["OH", "PA", "NY", "CA"] where random.happens(perThousand: 850) {
        let people = Int.random(in: 3...26, using: &random)
        let alike = (0..<competencies).map { _ in
          random.happens(perThousand: 350) ? [1, 1, 5][Int.random(in: 0...2, using: &random)] : nil
        }
        var sheets: [String] = []
        for _ in 0..<people {
          sheets.append(
            alike.map { String($0 ?? Int.random(in: 1...5, using: &random)) }.joined())
        }
        try campaign.add(people, role: role, state: state) { sheets[$0] }
      }
    }
    return campaign
  }
}
