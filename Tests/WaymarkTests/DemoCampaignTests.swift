import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

struct DemoCampaignTests {
  private func campaign(people: Int, seed: UInt64) throws -> DemoCampaign {
    DemoCampaign(
      framework: try SampleFramework.small(), background: try SampleBackground.small(),
      people: people, seed: seed)
  }

  private func option(_ field: String, of response: Response) -> String? {
    ID(field).flatMap { response.background[$0]?.first?.description }
  }

  @Test func `The same seed gives the same people, another seed others`() throws {
    let first = try campaign(people: 50, seed: 7)
    #expect(Array(first) == Array(first))
    #expect(try Array(campaign(people: 20, seed: 7)) == Array(first.prefix(20)))
    #expect(try Array(campaign(people: 50, seed: 8)).map(\.answers) != first.map(\.answers))
    #expect(try Array(campaign(people: 0, seed: 7)).isEmpty)
  }

  @Test func `The same people answer again, most of them, mostly as before and no other roles`()
    throws
  {
    let framework = try SampleFramework.small()
    func people(isAgain: Bool) throws -> [Response] {
      Array(
        DemoCampaign(
          framework: framework, background: try SampleBackground.small(), people: 400, seed: 7,
          isAgain: isAgain))
    }
    let (first, second) = (try people(isAgain: false), try people(isAgain: true))
    #expect(try people(isAgain: true) == second)
    let before = Dictionary(uniqueKeysWithValues: first.map { ($0.id, $0) })
    // One in twenty does not come back: 380 with a standard deviation of about 4.
    #expect((360..<400).contains(second.count))
    for person in second {
      let earlier = try #require(before[person.id])
      #expect(person.role == earlier.role && person.background == earlier.background)
      for competency in framework.competencies {
        let answers = [earlier, person].map { $0.answers[competency.id] }
        if answers[0]?.level == nil { #expect(answers[0] == answers[1]) }
      }
    }
    #expect(second.contains { $0.answers != before[$0.id]?.answers })
  }

  @Test func `A line has a cell for every column of the header`() throws {
    let campaign = try campaign(people: 300, seed: 1)
    let text = WideTableText(
      framework: try SampleFramework.small(), background: try SampleBackground.small())
    #expect(
      text.header
        == "respondent_id,role,position,years,state,ages,"
        + "talk.listen,talk.ask,talk.teach,plan.time,plan.money\r\n")
    for person in campaign {
      let line = text.line(for: person)
      #expect(line.hasPrefix("made-up-1-"))
      #expect(line.hasSuffix("\r\n"))
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 11)
    }
  }

  @Test func `Roles follow positions, and directors have none`() throws {
    for person in try campaign(people: 500, seed: 3) {
      let position = option("position", of: person)
      switch (position, option("years", of: person)) {
      case ("clerk", _): #expect(person.role == RoleID("assistant"))
      case ("director", _): #expect(person.role == nil)
      case ("librarian", "under-1"): #expect(person.role == RoleID("assistant"))
      case ("librarian", .some): #expect(person.role == RoleID("librarian"))
      default: break
      }
    }
  }

  // Residents at the census of 2020, in thousands: OH 11,799, PA 13,003, NY 20,201, CA 39,538.
  @Test func `States come in proportion to their population`() throws {
    let states = try campaign(people: 4000, seed: 5).compactMap { option("state", of: $0) }
    let share =
      Double(states.count { $0 == "CA" })
      / Double(states.count { $0 != "other" })
    #expect(abs(share - 39_538.0 / 84_541.0) < 0.03)
  }

  @Test func `Every kind of answer happens, and experience shows`() throws {
    let people = try Array(campaign(people: 3000, seed: 11))
    let framework = try SampleFramework.small()
    let sheets = people.map { AnswerSheet($0.answers, framework: framework) }
    let codes = Set(sheets.flatMap(\.description))
    #expect(Set("123450-9").isSubset(of: codes))
    #expect(codes.isSubset(of: Set("123450-9.")))
    #expect(people.contains { option("position", of: $0) == nil })
    #expect(people.contains { $0.background.values.contains { $0.count > 1 } })
    #expect(sheets.contains { $0.description.hasSuffix("--") })
    func mean(_ years: String) -> Double {
      let ranks = zip(people, sheets).filter { option("years", of: $0.0) == years }
        .compactMap { $0.1[0]?.level?.rank }
      return Double(ranks.reduce(0, +)) / Double(ranks.count)
    }
    #expect(mean("under-1") < mean("3-5") - 0.5)
  }
}
