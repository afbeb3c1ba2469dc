import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// Who is named to a trainer, and how pages name them.
@Suite struct NamedPeopleTests {
  private func id(_ name: String) throws -> CompetencyID { try SampleAssessment.id(name) }

  private func named(_ cards: [MentoringCard], by grouping: String? = nil) throws -> NamedPeople {
    let background = try SampleBackground.small()
    return NamedPeople(
      cards,
      grouping: try Grouping.named(
        grouping.map { [$0] } ?? [], framework: SampleFramework.small(), background: background
      ).first, background: background)
  }

  @Test func `Only those who agreed to be named to their trainer are`() throws {
    let people = try named([
      SampleMentoring.card(1, teaches: ["talk.ask"], contact: "Zoe", for: [.training]),
      SampleMentoring.card(2, teaches: ["talk.ask"], contact: "Mia", for: [.mentoring]),
      SampleMentoring.card(3, teaches: ["talk.ask"], contact: "ana", for: [.mentoring, .training]),
      SampleMentoring.card(4, teaches: ["plan.time"], contact: "Bo", for: [.training]),
    ])
    #expect(
      people.teachers(of: [try id("talk.ask")]).map(\.contact.description) == ["ana", "Zoe"])
    #expect(people.seekers(of: [try id("talk.ask")], in: nil).isEmpty)
  }

  @Test func `Of a card that came with two campaigns the newest stands`() throws {
    let people = try named([
      SampleMentoring.card(1, seeks: ["talk.ask"], contact: "New", revision: 2, for: [.training]),
      SampleMentoring.card(1, seeks: ["talk.ask"], contact: "Old", for: [.training]),
    ])
    #expect(people.people.map(\.card.contact.description) == ["New"])
  }

  // Sessions on site are for a region's own people; who gave no region may come to any.
  @Test(arguments: ["region", "state"])
  func `Who seeks is named where they work, or everywhere`(by: String) throws {
    let people = try named(
      [
        SampleMentoring.card(1, seeks: ["talk.ask"], region: "CA", contact: "A", for: [.training]),
        SampleMentoring.card(2, seeks: ["talk.ask"], region: "OH", contact: "B", for: [.training]),
        SampleMentoring.card(3, seeks: ["talk.ask"], contact: "C", for: [.training]),
        SampleMentoring.card(4, seeks: ["talk.ask"], region: "XX", contact: "D", for: [.training]),
      ], by: by)
    let ask = Set([try id("talk.ask")])
    let ohio = try #require(people.people[1].group)
    #expect(people.seekers(of: ask, in: ohio).map(\.contact.description) == ["B", "C", "D"])
    #expect(people.seekers(of: ask, in: nil).count == 4)
  }

  @Test func `At most ten are named in a sentence, all in the table`() throws {
    let people = try named(
      try (1...12).map {
        try SampleMentoring.card(
          $0, seeks: ["talk.ask", "plan.time"], contact: "P\($0 + 10)", for: [.training])
      })
    let facts = part(people).facts(on: [try id("talk.ask")])
    #expect(
      facts == [
        "Seek to learn it, by name: P11; P12; P13; P14; P15; P16; P17; P18; P19; P20; and 2 more."
      ])
    let rows = try #require(try table(of: people)).rows
    #expect(rows.count == 24)
    #expect(rows[0].last == .text("Title of talk.ask"))
    #expect(try table(of: .none) == nil)
    #expect(part(.none).facts(on: [try id("talk.ask")]).isEmpty)
  }

  private func table(of people: NamedPeople) throws -> DataTable? {
    part(people).table(
      isMadeUp: false, framework: try SampleFramework.small(), language: .english)
  }

  private func part(_ people: NamedPeople) -> NamedPeoplePart {
    NamedPeoplePart(named: people, words: NamedPeopleWords())
  }

  private func cohort(_ people: Int, named: NamedPeople) throws -> CohortPage {
    var needs = CohortNeeds(framework: try SampleFramework.small())
    for place in 0..<people { needs.add(try SamplePeople.record("p\(place)", "1----", role: 0)) }
    return CohortPage(
      Cohort(id: try SampleAssessment.id("c"), campaigns: []),
      CohortReport(needs, named: named, minimumGroup: try MinimumGroup(people: 5)),
      isMadeUp: false, words: CohortWords())
  }

  @Test func `A contact is shown and does nothing`() throws {
    let contact = "=1+1 <script>alert(1)</script> *x*"
    let people = try named([
      SampleMentoring.card(
        1, teaches: ["talk.listen"], region: "OH", contact: contact, for: [.training])
    ])
    let page = (try cohort(6, named: people)).page.html
    #expect(!page.contains("<script>") && page.contains("=1+1 &lt;script&gt;"))
    let text = (try cohort(6, named: people)).page.text().replacing("\n   ", with: " ")
    #expect(text.contains("Would help to teach it, by name: \(contact) (OH)."))
    #expect(text.contains("names of those alone who agreed"))
    #expect(!text.contains("nobody is named"))
    let table = try #require(try self.table(of: people))
    #expect(table.csv.contains("'=1+1 <script>"))
  }

  // Nine of a region with five named: of the four others its figures would tell.
  @Test func `Who is named leaves five others in the group, or is not named`() throws {
    let cards = try (1...5).map {
      try SampleMentoring.card(
        $0, seeks: ["talk.ask"], region: "CA", contact: "C\($0)", for: [.training])
    }
    let ohio = try SampleMentoring.card(
      6, seeks: ["talk.ask"], region: "OH", contact: "O", for: [.training])
    let people = try named(cards + [ohio], by: "region")
    let places = people.people.compactMap(\.group)
    let (pacific, other) = (try #require(places.first), try #require(places.last))
    var counted = Array(repeating: 0, count: max(pacific, other) + 2)
    (counted[pacific], counted[other]) = (9, 6)
    let minimum = try MinimumGroup(people: 5)
    #expect(people.besides(counted, minimum).people.map(\.card.contact.description) == ["O"])
    counted[pacific] = 10
    #expect(people.besides(counted, minimum).people.count == 6)
    #expect(people.besides([10], minimum).people.isEmpty)
  }

  @Test func `A newer card that is not for training takes the name away`() throws {
    let people = try named([
      SampleMentoring.card(1, seeks: ["talk.ask"], contact: "Zoe", for: [.training]),
      SampleMentoring.card(1, seeks: ["talk.ask"], contact: "Zoe", revision: 2),
    ])
    #expect(people.people.isEmpty)
  }

  @Test func `Nobody is named on the page of a cohort of which nothing is said`() throws {
    let people = try named([
      SampleMentoring.card(1, teaches: ["talk.listen"], contact: "Zoe", for: [.training])
    ])
    let said = try cohort(4, named: people)
    for page in [said.page.text(), said.page.html, try said.json()] {
      #expect(!page.contains("Zoe"))
    }
  }
}
