import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

@Suite struct DocumentPageTests {
  private func catalogue() throws -> Catalogue {
    try SampleCatalogue.make([
      try SampleCatalogue.resource(
        "first", [("talk.listen", 1, 3), ("talk.ask", 1, 2)], cost: .paid(usd: 40)),
      try SampleCatalogue.resource(
        "second", [("talk.ask", 2, 3)], duration: .unknown, languages: ["en", "es"], status: .past,
        sighting: .memory),
      try SampleCatalogue.practice("talk.ask", from: 3),
    ])
  }

  private func list() throws -> DocumentList {
    DocumentList([
      DocumentSummary(try SamplePlan.small()), DocumentSummary(try catalogue()),
      DocumentSummary(try SampleBackground.small()), DocumentSummary(try SampleFramework.small()),
    ])
  }

  @Test func `The list says what is installed, the frameworks first`() throws {
    let text = try list().page(words: DocumentWords()).text(TextStyle())
    #expect(
      text == """
        Installed documents

        sample 1: Sample competencies
          Framework, in English: 2 areas, 5 statements, 5 levels, 2 roles.
        sample-background 1: Your work
          Background questions, in English: 4 questions, 1 grouping of their answers.
        sample 1: Sample resources
          Learning resources, for sample 1, in English: 3 resources, 2 statements
          served.
        sample-plan 2020-2023: Sample plan
          Strategic plan, for sample 1, in English and Spanish: 2 objectives, 1 sphere,
          1 area of action.

        """)
  }

  @Test func `The list as JSON says the same`() throws {
    try snapshot(try list().json(), named: "documents.json")
  }

  @Test func `A plan is shown by areas of action with the statements that speak to it`() throws {
    try snapshot(
      StrategicPlanPage.page(
        try SamplePlan.small(), on: try #require(CalendarDate(written: "2024-01-01")),
        words: DocumentWords()
      ).text(TextStyle()),
      named: "plan.txt")
  }

  @Test func `A plan as JSON holds everything`() throws {
    try snapshot(try StrategicPlanPage.json(try SamplePlan.small()), named: "plan.json")
  }

  @Test func `A catalogue is shown with what each resource serves, takes and costs`() throws {
    try snapshot(
      CataloguePage.page(try catalogue(), words: DocumentWords()).text(TextStyle()),
      named: "catalogue.txt")
  }

  @Test func `A catalogue as JSON holds everything`() throws {
    try snapshot(try CataloguePage.json(try catalogue()), named: "catalogue.json")
  }

  @Test func `Background questions are shown with their options and groupings`() throws {
    try snapshot(
      BackgroundPage.page(try SampleBackground.small(), words: DocumentWords()).text(TextStyle()),
      named: "background.txt")
  }

  @Test func `Background questions as JSON hold everything`() throws {
    try snapshot(
      try BackgroundPage.json(try SampleBackground.small()), named: "background.json")
  }

  @Test func `In the accessible form no line of a document is indented`() throws {
    let style = TextStyle(accessible: true)
    let pages = [
      try list().page(words: DocumentWords()).text(style),
      StrategicPlanPage.page(
        try SamplePlan.small(), on: try #require(CalendarDate(written: "2024-01-01")),
        words: DocumentWords()
      ).text(style),
      CataloguePage.page(try catalogue(), words: DocumentWords()).text(style),
      BackgroundPage.page(try SampleBackground.small(), words: DocumentWords()).text(style),
    ]
    for page in pages {
      #expect(page.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") && !$0.hasPrefix("-") })
    }
  }
}
