import Testing
import Waymark
import WaymarkTestSupport

struct DemoCampaignTests {
  private func campaign(people: Int, seed: UInt64) throws -> DemoCampaign {
    DemoCampaign(
      framework: try SampleFramework.small(), background: try SampleBackground.small(),
      people: people, seed: seed)
  }

  @Test func `The same seed gives the same people, another seed others`() throws {
    let first = try campaign(people: 50, seed: 7)
    #expect(Array(first) == Array(first))
    #expect(try Array(campaign(people: 20, seed: 7)) == Array(first.prefix(20)))
    #expect(try Array(campaign(people: 50, seed: 8)).map(\.sheet) != first.map(\.sheet))
    #expect(try Array(campaign(people: 0, seed: 7)).isEmpty)
  }

  @Test func `A line has a cell for every column of the header`() throws {
    let campaign = try campaign(people: 300, seed: 1)
    #expect(
      campaign.headerLine
        == "respondent_id,role,position,years,state,ages,"
        + "talk.listen,talk.ask,talk.teach,plan.time,plan.money\r\n")
    for person in campaign {
      let line = campaign.line(person)
      #expect(line.hasPrefix("made-up-1-"))
      #expect(line.hasSuffix("\r\n"))
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 11)
    }
  }

  @Test func `Roles follow positions, and directors have none`() throws {
    for person in try campaign(people: 500, seed: 3) {
      let position = person.background[0].first?.description
      switch (position, person.background[1].first?.description) {
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
    let states = try campaign(people: 4000, seed: 5).compactMap { $0.background[2].first }
    let share =
      Double(states.count { $0.description == "CA" })
      / Double(states.count { $0.description != "other" })
    #expect(abs(share - 39_538.0 / 84_541.0) < 0.03)
  }

  @Test func `Every kind of answer happens, and experience shows`() throws {
    let people = try Array(campaign(people: 3000, seed: 11))
    let codes = Set(people.flatMap { $0.sheet.description })
    #expect(Set("123450-9").isSubset(of: codes))
    #expect(codes.isSubset(of: Set("123450-9.")))
    #expect(people.contains { $0.background[0].isEmpty })
    #expect(people.contains { $0.background[3].count > 1 })
    #expect(people.contains { $0.sheet.description.hasSuffix("--") })
    func mean(_ years: String) -> Double {
      let ranks = people.filter { $0.background[1].first?.description == years }
        .compactMap { $0.sheet[0]?.level?.rank }
      return Double(ranks.reduce(0, +)) / Double(ranks.count)
    }
    #expect(mean("under-1") < mean("3-5") - 0.5)
  }
}
