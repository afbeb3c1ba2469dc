import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

@Suite struct CatalogueCoverageTests {
  @Test func `A resource covers every step that it leads over, practice is counted by itself`()
    throws
  {
    let framework = try SampleFramework.small()
    let step = try #require(Level(rank: 2))
    let workshop = WorkshopOffer(
      id: try SampleAssessment.id("circle"), title: LocalizedText("Circle"),
      description: LocalizedText("Play it."), minutes: 90, seats: 12, usDollars: 0, trainerDays: 1,
      place: .online, languages: [.english],
      serves: [
        LearningResource.Service(
          competency: try SampleAssessment.id("talk.ask"), from: step,
          to: try #require(Level(rank: 3)))
      ])
    let resources = try SampleCatalogue.make([
      SampleCatalogue.resource(
        "long", [("talk.ask", 1, 3)], duration: .stated(minutes: 90), languages: ["en", "es"],
        sighting: .seen(month: "2026-03", .live)),
      SampleCatalogue.resource("short", [("talk.ask", 2, 3)], duration: .stated(minutes: 20)),
      SampleCatalogue.resource("past", [("talk.ask", 1, 4)], status: .past),
      SampleCatalogue.resource("practice", [("plan.time", 4, 5)], format: .practice),
    ])
    let catalogue = Catalogue(
      id: resources.id, version: resources.version, language: resources.language,
      framework: resources.framework, title: resources.title, resources: resources.resources,
      workshops: [workshop])
    let coverage = CatalogueCoverage(catalogue, framework: framework)
    #expect(coverage.steps.count == 5 * 4)
    let ask = coverage.steps.filter { $0.competency.description == "talk.ask" }
    #expect(
      ask.map { $0.resources.map(\.id.description) } == [["long"], ["long", "short"], [], []])
    #expect(ask[1].minutes == 20...90)
    #expect(ask[1].oldestLook == "2026-03")
    #expect(ask[1].languages.map(\.description) == ["en", "es"])
    #expect(ask[2].minutes == nil && ask[2].oldestLook == nil && ask[2].practice == 0)
    #expect(coverage.withoutResources.count == 18)

    let page = CoveragePage.page(coverage, framework: framework, words: CoverageWords()).text(
      TextStyle())
    #expect(
      page.contains(
        "  2 to 3: 2 resources, 20 minutes to 90 minutes, in English and Spanish, all\n"
          + "  looked at since 2026-03, no practice step, 1 workshop.\n"), "\(page)")
    #expect(page.contains("  4 to 5: no resource, 1 practice step.\n"))
    #expect(
      page.hasSuffix(
        "2 of 20 level steps have a resource; 1 have practice alone, 17 nothing. 1 have a\n"
          + "workshop.\n"), "\(page)")
    let rows = CoveragePage.table(coverage).split(separator: "\r\n")
    #expect(rows.count == 21)
    #expect(rows.contains("talk.ask,2,3,2,20,90,2026-03,en es,0,1"))
  }
}
