import Testing
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import Waymark

/// Two campaigns of one store, each with a table by role: `A` was published, `B` is to be.
@Suite struct NearlySamePeopleTests {
  private func published(
    _ name: String, _ records: [CodedResponse], _ made: MadeUpRecords, _ tables: [[Grouping]]
  ) throws -> NearlySamePeople.Published {
    let people = made.respondents(records, tables)
    let release = try Release.proved(
      dimensions: try people.groupings.map { try $0.dimension(among: people.groupings) },
      counts: people.allTables, minimum: .standard, solver: .coinOR)
    return .init(campaign: try #require(ID(name)), people: people, releases: [release])
  }

  /// What is refused when `B` is published after `A`; `nil` when nothing is.
  private func refusal(
    _ earlier: [CodedResponse]..., then later: [CodedResponse], _ made: MadeUpRecords,
    _ tables: [[Grouping]]? = nil
  ) throws -> LedgerProblem? {
    let tables = try tables ?? [made.table("role")]
    let others = try zip(["A", "C"], earlier).map { try published($0, $1, made, tables) }
    let new = try published("B", later, made, tables)
    do throws(LedgerProblem) {
      try NearlySamePeople.check(new, beside: others)
      return nil
    } catch {
      return error
    }
  }

  private let nearA = ID<Campaign>("A").map { LedgerProblem.nearlySamePeople(as: $0) }

  @Test(arguments: [1, 9, 10])
  func `So many people more than before are refused below the minimum`(more: Int) throws {
    var made = try MadeUpRecords()
    let before = made.people(40, "a") + made.people(30, "b", role: 1)
    let after = before + made.people(more, "c")
    #expect(try refusal(before, then: after, made) == (more < 10 ? nearA : nil))
    #expect(try refusal(after, then: before, made) == (more < 10 ? nearA : nil))
  }

  @Test func `Neither other ids nor another order hide that the people are the same`() throws {
    var made = try MadeUpRecords()
    let before = made.people(40, "a") + made.people(30, "b", role: 1)
    var after = made.people(1, "c") + before.reversed()
    for place in after.indices { after[place].respondent = "r\(place)" }
    #expect(try refusal(before, then: after, made) == nearA)
  }

  // A column that was read wrongly, put right: 29 of 30 figures still tell who came late.
  @Test func `A statement that all answer otherwise does not hide people with the same ids`() throws
  {
    var made = try MadeUpRecords()
    let before = made.people(40, "a") + made.people(30, "b", role: 1)
    var after = before + made.people(1, "c")
    for place in after.indices {
      after[place].sheet[0] = after[place].sheet[0] == 0x35 ? 0x31 : after[place].sheet[0] + 1
    }
    #expect(try refusal(before, then: after, made) == nearA)
  }

  // The core form asks some of the statements: what it does not ask is no other answer.
  @Test(arguments: [true, false])
  func `A campaign that asked some of them is one of the same people`(keepsIDs: Bool) throws {
    var made = try MadeUpRecords()
    let before = made.people(40, "a") + made.people(30, "b", role: 1)
    var after = Array(before.dropLast())
    for place in after.indices {
      for statement in 0..<after[place].sheet.count / 2 {
        after[place].sheet[statement] = AnswerSheet.notAsked
      }
      if !keepsIDs { after[place].respondent = "r\(place)" }
    }
    #expect(try refusal(before, then: after, made) == nearA)
    #expect(try refusal(after, then: before, made) == nearA)
  }

  @Test func `The same people a year later, who answer otherwise, are published`() throws {
    var made = try MadeUpRecords()
    let before = made.people(40, "a") + made.people(30, "b", role: 1)
    let after = made.people(40, "a") + made.people(31, "b", role: 1)
    #expect(try refusal(before, then: after, made) == nil)
  }

  // One of six answers is everybody's: with so few statements equal answers say nothing.
  @Test func `Other people with two statements are published, the same ids are found`() throws {
    var made = try MadeUpRecords(statements: 2)
    let before = made.people(300, "a") + made.people(200, "b", role: 1)
    let others = made.people(300, "c") + made.people(201, "d", role: 1)
    #expect(try refusal(before, then: others, made) == nil)
    #expect(try refusal(before, then: before + made.people(1, "e"), made) == nearA)
  }

  // With few statements six of ten in a small group happen to answer as they did a year before.
  @Test func `The same ids a year later are published with two statements, too`() throws {
    var made = try MadeUpRecords(statements: 2)
    let before = made.people(10, "a") + made.people(60, "b", role: 1)
    var after = before + made.people(10, "c", role: 1)
    for place in after.indices where place > 5 {
      after[place].sheet[0] = after[place].sheet[0] == 0x35 ? 0x31 : after[place].sheet[0] + 1
    }
    #expect(try refusal(before, then: after, made) == nil)
  }

  // Everybody is 70 and 110, but the librarians are 30 and 31.
  @Test func `A group that is nearly the same is refused where the campaigns are not`() throws {
    var made = try MadeUpRecords()
    let librarians = made.people(30, "b", role: 1)
    let before = made.people(40, "a") + librarians
    let after = made.people(79, "c") + librarians + made.people(1, "d", role: 1)
    #expect(try refusal(before, then: after, made) == nearA)
  }

  // The people of one state alone, and all states: Ohio of the second is the first and one more.
  @Test func `A whole campaign that is nearly a group of another is refused`() throws {
    var made = try MadeUpRecords()
    let tables = [try made.table("state")]
    let ohio = made.people(30, "a", ["state": "OH"])
    let after =
      ohio + made.people(1, "b", ["state": "OH"]) + made.people(60, "c", ["state": "PA"])
    #expect(try refusal(ohio, then: after, made, tables) == nearA)
  }

  @Test func `A whole that its parts leave one of is refused, in any order`() throws {
    var made = try MadeUpRecords()
    let (ohio, utah) = (made.people(30, "a"), made.people(31, "b"))
    let all = ohio + utah + made.people(1, "c")
    let tables = [try made.table("years")]
    #expect(try refusal(ohio, utah, then: all, made, tables) != nil)
    #expect(try refusal(all, ohio, then: utah, made, tables) != nil)
    let enough = ohio + utah + made.people(30, "d")
    #expect(try refusal(ohio, utah, then: enough, made, tables) == nil)
  }

  // 8 managers hide behind 12 assistants; the second campaign has the same assistants and many
  // managers, so that the 12 would be published there.
  @Test func `A number withheld in one campaign is not published in another`() throws {
    var made = try MadeUpRecords()
    let tables = [try made.table("years")]
    let (few, same) = (
      made.people(8, "a", ["years": "under-1"]), made.people(12, "b", ["years": "1-2"])
    )
    let rest = made.people(60, "c", ["years": "3-5"])
    let after = made.people(50, "d", ["years": "under-1"]) + same + rest
    #expect(try refusal(few + same + rest, then: after, made, tables) == nearA)
  }

  /// Whether everybody is the same in `spring` and in a campaign of these people; what is refused else.
  private func areEverybody(
    _ people: [CodedResponse], _ others: [CodedResponse], _ made: MadeUpRecords,
    isExported: Bool = false, asksOtherwise: Bool = false
  ) throws -> Result<Bool, LedgerProblem> {
    let spring = try SampleCampaign.made()
    let other = Campaign(
      id: try #require(ID("A")), title: "A", framework: spring.framework,
      backgroundDocument: asksOtherwise
        ? String(repeating: "1", count: 64) : spring.backgroundDocument)
    return Result { () throws(LedgerProblem) in
      try NearlySamePeople.areEverybody(
        made.respondents(people, []), of: spring, made.respondents(others, []), of: other,
        isExported: isExported)
    }
  }

  @Test func `The very same people are told from nearly and from hardly the same`() throws {
    var made = try MadeUpRecords()
    let people = made.people(40, "a")
    let nearly = Array(people.dropLast())
    let hardly = Array(people.prefix(10)) + made.people(30, "b")
    let near = Result<Bool, LedgerProblem>.failure(.nearlySamePeople(as: try #require(ID("A"))))
    #expect(try areEverybody(people, people.reversed(), made) == .success(true))
    #expect(try areEverybody(people, people, made, isExported: true) == .success(true))
    #expect(try areEverybody(people, people, made, asksOtherwise: true) == near)
    #expect(try areEverybody(people, nearly, made) == .success(false))
    #expect(try areEverybody(people, nearly, made, isExported: true) == near)
    #expect(try areEverybody(people, hardly, made, isExported: true) == .success(false))
  }
}
