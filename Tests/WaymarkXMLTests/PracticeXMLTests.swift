import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// Practice, core statements, reasons and what a plan says of itself, as documents give them.
@Suite struct PracticeXMLTests {
  private static func practice(_ parts: String) -> String {
    """
    <catalogue xmlns="urn:waymark:catalogue" \(OtherDocumentTests.attributes) \
    \(OtherDocumentTests.mention)>
    <title>Catalogue</title>
    \(parts)
    </catalogue>
    """
  }

  private static let doing = """
    <practice competency="a.one" from="1" kind="do" minutes="30" times="5"><do>Try it.</do>\
    <alone>Try it by phone.</alone><watch>It works.</watch></practice>
    """

  private static let preparing = """
    <practice competency="a.one" from="1" kind="prepare" minutes="10"><do>Read it.</do></practice>
    """

  /// A catalogue as they were written before looks had a kind and practice had parts.
  @Test(
    arguments: [
      ("checked=\"2026-10\" evidence=\"page\"", .seen(month: "2026-10", .live)),
      ("checked=\"2026-10\" evidence=\"described\"", .seen(month: "2026-10", .linked)),
      ("checked=\"2026-10\" evidence=\"memory\"", .memory), ("evidence=\"memory\"", .memory),
      ("evidence=\"page\"", nil),
      ("seen=\"2026-11\" by=\"stored\"", .seen(month: "2026-11", .stored)),
    ] as [(String, LearningResource.Sighting?)])
  func `A catalogue in the words of before is read`(
    look: String, sighting: LearningResource.Sighting?
  ) throws {
    let text = Self.practice(
      """
      <resource id="r" format="guide" minutes="5" cost="free" access="open" language="en" \
      provider="P" url="https://example.org/" status="listed" \(look)><title>R</title>\
      <description>D.</description><serves competency="a.one" from="1" to="2"/></resource>
      <practice competency="a.one" from="1" minutes="30"><do>Try it.</do></practice>
      """)
    guard case .catalogue(let catalogue) = try Samples.load(text).get() else {
      Issue.record("not a catalogue")
      return
    }
    #expect(catalogue.resources.first?.sighting == sighting)
    #expect(catalogue.resources.last?.practice.map(\.kind) == [.do])
  }

  @Test func `What is done for a level step is one resource, and what prepares it comes first`()
    throws
  {
    let text = Self.practice(Self.doing + "\n" + Self.preparing)
    guard case .catalogue(let catalogue) = try Samples.load(text).get() else {
      Issue.record("not a catalogue")
      return
    }
    #expect(catalogue.resources.map(\.id.description) == ["practice.a.one.1"])
    let step = try #require(catalogue.resources.first)
    #expect(step.title.original == "Try it.")
    #expect(step.duration == .estimated(minutes: 40))
    #expect(step.times == 5)
    #expect(
      step.practice == [
        PracticePart(kind: .prepare, text: LocalizedText("Read it."), minutes: 10),
        PracticePart(
          kind: .do, text: LocalizedText("Try it."), alone: LocalizedText("Try it by phone."),
          watch: LocalizedText("It works."), minutes: 30, times: 5),
      ])
  }

  @Test(arguments: [
    (
      preparing,
      [
        "d.xml:3:1: the step of 'a.one' from level 1 is only prepared; add a practice with "
          + "kind=\"do\" for it"
      ]
    ),
    (
      doing + "\n" + preparing + "\n" + doing,
      [
        "d.xml:5:1: the step of 'a.one' from level 1 has kind=\"do\" before, in line 3; keep one of "
          + "the two, or say kind=\"prepare\""
      ]
    ),
    (
      doing.replacing("times=\"5\"", with: "times=\"9\""),
      ["d.xml:3:1: times of <practice> cannot be '9'; use 2, 3, 4, 5 or 6"]
    ),
    (
      doing.replacing("kind=\"do\"", with: "kind=\"doing\""),
      ["d.xml:3:1: kind of <practice> cannot be 'doing'; use prepare or do"]
    ),
    (
      doing.replacing("<watch>It works.</watch>", with: "<watch></watch>"),
      ["d.xml:3:119: the watch is empty; write its words or remove it"]
    ),
  ])
  func `Each level step has one thing that is done`(_ parts: String, _ messages: [String]) throws {
    #expect(try OtherDocumentTests.messages(Self.practice(parts)) == messages)
  }

  @Test func `A target's reason and a core statement are read`() throws {
    let framework = try Samples.framework(
      Samples.framework(competencies: [
        Samples.competency(
          "a.one",
          rest: "<target role=\"page\" level=\"2\"><reason>Pages do it all day.</reason></target>"
        ).replacing("id=\"a.one\"", with: "id=\"a.one\" core=\"yes\""),
        Samples.competency("a.two", rest: "<target role=\"page\" level=\"1\"/>"),
      ]))
    let page = try #require(RoleID("page"))
    #expect(framework.competencies.map(\.isCore) == [true, false])
    #expect(
      framework.competencies.map { $0.reasons[page]?.original } == ["Pages do it all day.", nil])
    #expect(framework.competencies.map { $0.targets[page]?.rank } == [2, 1])
  }

  @Test func `A plan's vision, values and what is meant by its parts are read`() throws {
    let text = """
      <plan xmlns="urn:waymark:plan" \(OtherDocumentTests.attributes) \(OtherDocumentTests.mention) \
      starts="2020" ends="2023">
      <title>Plan</title><source>Made up.</source><vision>All are heard.</vision>
      <value id="care"><title>Care</title></value>
      <value id="calm"><title>Calm</title><description>Nobody shouts.</description></value>
      <sphere id="S"><title>S</title><description>The town.</description></sphere>
      <action id="A"><title>A</title></action>
      <objective id="X-1" action="A" sphere="S" measured="no"><title>X</title><note>N</note></objective>
      </plan>
      """
    guard case .plan(let plan) = try Samples.load(text).get() else {
      Issue.record("not a plan")
      return
    }
    #expect(plan.vision?.original == "All are heard.")
    #expect(plan.values.map(\.id.description) == ["care", "calm"])
    #expect(plan.values.map { $0.description?.original } == [nil, "Nobody shouts."])
    #expect(plan.spheres.map { $0.description?.original } == ["The town."])
    #expect(plan.actions.map { $0.description?.original } == [nil])
    #expect(
      try Samples.messages(text.replacing("id=\"calm\"", with: "id=\"Care\"")) == [
        "f.xml:4:1: the value id 'Care' is used before as 'care', in line 3; give one of them "
          + "another id"
      ])
  }
}
