import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// What people gained who did something, counted by hand.
struct LearningGainsTests {
  private func catalogue() throws -> Catalogue {
    let resources = try SampleCatalogue.make([
      try SampleCatalogue.resource("film", [("talk.listen", 1, 2), ("talk.ask", 2, 3)]),
      try SampleCatalogue.resource("same", [("talk.teach", 1, 2)]),
    ])
    func workshop(_ id: String, _ competency: String) throws -> WorkshopOffer {
      WorkshopOffer(
        id: try SampleAssessment.id(id), title: LocalizedText("Workshop \(id), <b>now</b>"),
        description: LocalizedText("Together."), minutes: 60, seats: 10, usDollars: 0,
        trainerDays: 0, place: .online, languages: [.english],
        serves: try SampleCatalogue.resource("r", [(competency, 1, 2)]).serves)
    }
    return Catalogue(
      id: resources.id, version: "1", language: .english, framework: resources.framework,
      title: resources.title, resources: resources.resources,
      workshops: [try workshop("pairs", "talk.listen"), try workshop("same", "talk.ask")])
  }

  /// The gains of people with their levels of `talk.listen`, before and after, and nothing else.
  private func gains(
    _ people: [(did: Set<String>, attended: Set<String>, levels: (Int, Int)?)], minimum: Int = 5
  ) throws -> LearningGains {
    let framework = try SampleFramework.small()
    var tally = LearningGains.Tally(try catalogue(), earlier: framework, later: framework)
    for person in people {
      tally.add(
        did: person.did,
        attended: Set(try person.attended.map { try SampleAssessment.id($0) })
      ) { position in
        position.later == 0 ? person.levels : nil
      }
    }
    return LearningGains(tally, minimumGroup: try MinimumGroup(people: minimum))
  }

  private func said(_ gains: LearningGains) throws -> LearningGainsPage {
    LearningGainsPage(
      gains, before: try SampleCampaign.made(), after: try SampleCampaign.made(),
      minimumGroup: try MinimumGroup(people: 5), words: LearningGainsWords())
  }

  // By hand: before 1 1 2 2 3, mean 1.8; after 2 2 3 2 3, mean 2.4; the changes 1 1 1 0 0 have the mean
  // 0.6 and the variance 0.3, so that half of the interval is 2.7764451 * sqrt(0.3 / 5) = 0.6800874.
  @Test func `Means before and after and the change are as counted by hand`() throws {
    let levels = [(1, 2), (1, 2), (2, 3), (2, 2), (3, 3)]
    let gains = try gains(levels.map { (["film", "not-there"], [], $0) })
    #expect(gains.rows.count == 1)
    let row = try #require(gains.rows.first)
    #expect(row.entry == .resource(try SampleAssessment.id("film")))
    #expect(row.competency.id.description == "talk.listen")
    let gain = try #require(row.gain.value)
    #expect(abs(gain.before - 1.8) < 1e-12 && abs(gain.after - 2.4) < 1e-12)
    #expect([gain.change.people, gain.change.up, gain.change.same] == [5, 3, 2])
    let interval = try #require(gain.change.interval)
    #expect(abs(gain.change.mean - 0.6) < 1e-12)
    #expect(abs(interval.lowerBound - (0.6 - 0.6800874)) < 1e-6)
    #expect(abs(interval.upperBound - (0.6 + 0.6800874)) < 1e-6)
  }

  @Test func `A planner finds the gain of a workshop, and none where too few did it`() throws {
    let workshop: ID<WorkshopOffer> = try SampleAssessment.id("pairs")
    let listen: CompetencyID = try SampleAssessment.id("talk.listen")
    let five = (1...5).map { _ in
      (["pairs"] as Set<String>, [] as Set<String>, (1, 3) as (Int, Int)?)
    }
    #expect(try gains(five).gain(of: workshop, in: listen)?.change.mean == 2)
    #expect(try gains(five).gain(of: workshop, in: try SampleAssessment.id("talk.ask")) == nil)
    let few = try gains(Array(five.dropLast()))
    #expect(few.gain(of: workshop, in: listen) == nil)
    #expect(few.rows.map(\.gain) == [.none(.withheld)])
    #expect(try gains(five, minimum: 6).rows.map(\.gain) == [.none(.withheld)])
  }

  @Test func `Who said so and was seen there too is counted once`() throws {
    let gains = try gains(
      (1...5).map { _ in (["pairs"], ["pairs"], (1, 2)) } + [([], ["pairs"], (2, 2))])
    #expect(gains.rows.map { $0.gain.value?.change.people } == [6])
  }

  @Test func `People without a level both times and ids of no entry count for nothing`() throws {
    let gains = try gains([(["film"], [], nil), (["nothing"], [], (1, 2)), ([], [], (1, 2))])
    #expect(gains.rows.isEmpty)
    let page = (try said(gains)).page.text().replacing("\n", with: " ")
    #expect(page.contains("said what they did in between") && page.contains("--did"))
    #expect((try said(gains)).csv.split(separator: "\r\n").count == 1)
  }

  @Test func `An id that a resource and a workshop share is the resource's`() throws {
    let framework = try SampleFramework.small()
    var tally = LearningGains.Tally(try catalogue(), earlier: framework, later: framework)
    tally.add(did: ["same"]) { _ in (1, 2) }
    #expect(
      tally.counted.map(\.subject.entry) == [.resource(try SampleAssessment.id("same"))])
  }

  @Test func `The page and the table say the same, and withhold what few did`() throws {
    let five = (1...5).map { _ in
      (["film"] as Set<String>, [] as Set<String>, (1, 3) as (Int, Int)?)
    }
    let gains = try gains(five + [([], ["pairs"], (4, 5))])
    let page = (try said(gains)).page.text()
    #expect(
      page.replacing("\n  ", with: " ").contains(
        "- Title of talk.listen (talk.listen): 5 people went from 1.00 to 3.00, a change of 2.00 levels "
          + "(2.00 to 2.00)."), "\(page)")
    #expect(page.contains("Internal, not for publication"))
    #expect(page.contains("- Title of talk.listen (talk.listen): withheld, too few people."))
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let rows = (try said(gains)).csv.split(separator: "\r\n")
    #expect(
      rows[1]
        == "no,resource,film,Title of film,talk.listen,Title of talk.listen,1.0000,3.0000,5,5,0,0,2.0000,"
        + "2.0000,2.0000,")
    #expect(
      rows[2].hasSuffix(",talk.listen,Title of talk.listen,[c],[c],[c],[c],[c],[c],[c],[c],[c],[c]")
    )
    let json = try said(gains).json()
    #expect(json.contains("\"before\" : 1,") && json.contains("\"n\" : \"[c]\","))
    #expect(json.contains("Internal, not for publication"))
    #expect(rows[2].hasPrefix("no,workshop,pairs,\"Workshop pairs, <b>now</b>\","))
  }
}
