import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// Workshops in catalogues.
@Suite struct WorkshopXMLTests {
  private static let workshop =
    "<workshop id=\"w\" minutes=\"90\" seats=\"20\" usd=\"0\" trainerDays=\"1\" place=\"online\" "
    + "language=\"en\"><title>W</title><description>Try it.</description>"
    + "<serves competency=\"a.one\" from=\"1\" to=\"2\"/></workshop>"

  private static func catalogue(workshop: String) -> String {
    OtherDocumentTests.catalogue(OtherDocumentTests.resource).replacing(
      "</catalogue>", with: workshop + "</catalogue>")
  }

  @Test func `A workshop is read with all that a planner needs`() throws {
    let text = Self.catalogue(
      workshop: Self.workshop.replacing(
        "</workshop>", with: "<requires competency=\"a.one\" level=\"1\"/></workshop>"))
    let files = [(name: "d.xml", text: text), (name: "f.xml", text: OtherDocumentTests.framework)]
      .map {
        SourceFile(name: $0.name, bytes: Array($0.text.utf8))
      }
    guard case .catalogue(let catalogue) = try #require(try Samples.loader.load(files).first).get()
    else {
      Issue.record("no catalogue")
      return
    }
    let workshop = try #require(catalogue.workshops.first)
    #expect(catalogue.workshops.count == 1 && workshop.id.description == "w")
    #expect(
      [workshop.minutes, workshop.seats, workshop.usDollars, workshop.trainerDays]
        == [90, 20, 0, 1])
    #expect(workshop.place == .online && workshop.languages == [.english])
    #expect(workshop.serves.map { [$0.from.rank, $0.to.rank] } == [[1, 2]])
    let level = try #require(Level(rank: 1))
    #expect(workshop.requires == [.level(try #require(CompetencyID("a.one")), level)])
  }

  @Test(arguments: [
    ("minutes=\"90\"", "minutes=\"0\"", "minutes of <workshop> cannot be '0'"),
    ("usd=\"0\"", "usd=\"-1\"", "usd of <workshop> cannot be '-1'"),
    (
      "place=\"online\"", "place=\"here\"",
      "place of <workshop> cannot be 'here'; use online or on-site"
    ),
    ("seats=\"20\"", "", "<workshop> has no seats"),
    ("\"a.one\" from", "\"a.nine\" from", "no competency has the id 'a.nine'"),
    ("to=\"2\"", "to=\"1\"", "it leads from level 1 to level 1"),
    (
      "</workshop>", "<requires workshop=\"w\"/></workshop>",
      "workshops require one another in a circle: w -> w"
    ),
    ("</workshop>", "<requires workshop=\"x\"/></workshop>", "no workshop has the id 'x'"),
    (
      "</workshop>", "<requires workshop=\"w\" level=\"1\"/></workshop>",
      "the requirement names a competency and something else"
    ),
  ])
  func `A workshop that cannot be is told`(_ old: String, _ new: String, _ message: String) throws {
    let text = Self.catalogue(workshop: Self.workshop.replacing(old, with: new))
    let messages = try OtherDocumentTests.messages(text)
    #expect(messages.contains { $0.contains(message) }, "\(messages)")
  }
}
