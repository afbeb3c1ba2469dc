import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// What a framework means, beyond its shape.
@Suite struct FrameworkRulesTests {
  @Test func `A framework is read with all its parts`() throws {
    let text = Samples.framework(
      competencies: [
        """
        <competency id="a.one" official="I.1">
          <title>One</title>
          <title xml:lang="es">Uno</title>
          <statement>I do one.</statement>
          <anchor level="1">Not one.</anchor>
          <anchor level="2">One.</anchor>
          <anchor level="2" xml:lang="es">Uno.</anchor>
          <anchor level="1" xml:lang="es">Ninguno.</anchor>
          <target role="page" level="2"/>
          <supports objective="EDI-3" strength="partly"/>
        </competency>
        """,
        Samples.competency("a.two", rest: "<buildsOn competency=\"a.one\"/>"),
      ])
    let framework = try Samples.framework(text)
    #expect(framework.id.description == "sample")
    #expect(framework.version == "1")
    #expect(framework.licence == "CC-BY-4.0")
    #expect(framework.scale.steps.map(\.label.original) == ["Not yet", "Yes"])
    #expect(framework.roles.map(\.title.original) == ["Page"])
    #expect(framework.areas.map(\.shortTitle.original) == ["Area"])
    let one = try #require(framework.competencies.first)
    let spanish = try #require(LanguageTag("es-MX"))
    #expect(one.official == "I.1")
    #expect(one.title.text(in: spanish) == "Uno")
    #expect(one.statement.text(in: spanish) == "I do one.")
    #expect(one.anchors.map { $0.text(in: spanish) } == ["Ninguno.", "Uno."])
    #expect(one.targets.values.map(\.rank) == [2])
    #expect(one.objectives.map { "\($0) \($1)" } == ["EDI-3 partly"])
    #expect(framework.competencies.last?.buildsOn == [one.id])
  }

  @Test(arguments: [
    "p l", "a,b", "a&quot;b", "a&#10;b", "рath", "../../x", "-x", ".x", "", "a/b",
    String(repeating: "a", count: 65),
  ])
  func `What is no id is refused`(_ id: String) throws {
    let messages = try Samples.messages(
      Samples.framework(competencies: [Samples.competency(id)]))
    #expect(messages.count == 1)
    #expect(
      messages.first?.hasSuffix(
        "cannot be the competency id; use 1 to 64 of the characters A-Z a-z 0-9 . _ -, a letter or"
          + " digit first") == true)
  }

  @Test(arguments: ["CON", "0", "a", String(repeating: "a", count: 64), "A.b_c-9"])
  func `What is an id is taken`(_ id: String) throws {
    let framework = try Samples.framework(
      Samples.framework(competencies: [Samples.competency(id)]))
    #expect(framework.competencies.map(\.id.description) == [id])
  }

  @Test func `Ids that differ in case only are refused with both lines`() throws {
    let text = Samples.framework(competencies: [
      Samples.competency("a.one"), Samples.competency("A.One"),
    ])
    #expect(
      try Samples.messages(text) == [
        "f.xml:18:5: the competency id 'A.One' is used before as 'a.one', in line 12; "
          + "give one of them another id"
      ])
  }

  @Test func `References that lead nowhere are refused with what was meant`() throws {
    let text = Samples.framework(competencies: [
      Samples.competency(
        "client.respect",
        rest: "\n<target role=\"paeg\" level=\"1\"/>\n<target role=\"pages\" level=\"1\"/>"),
      Samples.competency("a.two", rest: "\n<buildsOn competency=\"client.respct\"/>"),
      Samples.competency("a.three", rest: "\n<buildsOn competency=\"Client.Respect\"/>"),
    ])
    #expect(
      try Samples.messages(text) == [
        "f.xml:17:1: no role has the id 'paeg'; did you mean 'page'?",
        "f.xml:18:1: no role has the id 'pages'; did you mean 'page'?",
        "f.xml:25:1: no competency has the id 'client.respct'; did you mean 'client.respect'?",
        "f.xml:32:1: no competency has the id 'Client.Respect'; did you mean 'client.respect'?",
      ])
  }

  @Test func `A competency cannot build on itself, alone or through others`() throws {
    let text = Samples.framework(competencies: [
      Samples.competency("A0", rest: "<buildsOn competency=\"A0\"/>"),
      Samples.competency("A1", rest: "<buildsOn competency=\"A2\"/>"),
      Samples.competency("A2", rest: "<buildsOn competency=\"A3\"/>"),
      Samples.competency("A3", rest: "<buildsOn competency=\"A1\"/><buildsOn competency=\"A0\"/>"),
    ])
    #expect(
      try Samples.messages(text) == [
        "f.xml:16:49: the competency 'A0' builds on itself; remove the reference",
        "f.xml:18:5: competencies build on one another in a circle: A1 -> A2 -> A3 -> A1; "
          + "remove one of these references",
      ])
  }

  @Test func `Every level needs its anchor, and no other has one`() throws {
    let anchors = """
      <competency id="a.one"><title>x</title><statement>x</statement>
      <anchor level="2">Two.</anchor>
      <anchor level="3">Three.</anchor>
      <anchor level="9">Nine.</anchor>
      <anchor level="2">Two again.</anchor>
      <target role="page" level="3"/>
      </competency>
      """
    #expect(
      try Samples.messages(Samples.framework(competencies: [anchors])) == [
        "f.xml:12:1: the competency 'a.one' has no anchor of level 1; describe that level",
        "f.xml:14:1: the scale has no level 3; use 1 to 2",
        "f.xml:15:1: the scale has no level 9; use 1 to 2",
        "f.xml:16:1: the anchor of level 2 is given twice in the language en; "
          + "remove one, or say with xml:lang which language it is in",
        "f.xml:17:1: the scale has no level 3; use 1 to 2",
      ])
  }

  @Test func `A text is given once in each language`() throws {
    func messages(_ titles: String) throws -> [String] {
      try Samples.messages(
        Samples.framework().replacing("<title>Sample</title>", with: titles))
    }
    #expect(try messages("<title xml:lang=\"en\">S</title>").isEmpty)
    #expect(
      try messages("<title xml:lang=\"es\">S</title>") == [
        "f.xml:2:3: the title is not given in the document's own language, en; "
          + "add it without xml:lang"
      ])
    let twice =
      "the title is given twice in the language"
    let mend = "remove one, or say with xml:lang which language it is in"
    #expect(
      try messages("<title>S</title><title>S</title>") == ["f.xml:2:19: \(twice) en; \(mend)"])
    #expect(
      try messages("<title>S</title><title xml:lang=\"EN\">S</title>")
        == ["f.xml:2:3: \(twice) en; \(mend)"])
    #expect(
      try messages(
        "<title>S</title><title xml:lang=\"es-mx\">S</title><title xml:lang=\"es-MX\">S</title>")
        == ["f.xml:2:52: \(twice) es-MX; \(mend)"])
    #expect(
      try messages("<title> </title>") == [
        "f.xml:2:3: the title is empty; write its words or remove it"
      ])
    #expect(
      try messages("<title>S</title><title xml:lang=\"Spanish!\">S</title>") == [
        "f.xml:2:19: 'Spanish!' is not a language tag; write it like en, es or es-MX"
      ])
  }

  @Test(arguments: [
    (
      "<level rank=\"1\"><label>x</label></level>",
      "the scale has 1 levels; give it 2 to 8"
    ),
    (
      (1...9).map { "<level rank=\"\($0)\"><label>x</label></level>" }.joined(),
      "the scale has 9 levels; give it 2 to 8"
    ),
    (
      "<level rank=\"2\"><label>x</label></level><level rank=\"1\"><label>x</label></level>",
      "the level of rank 2 stands where 1 is due; number the levels 1, 2, 3 and so on, lowest first"
    ),
  ])
  func `A scale has two to eight levels, numbered from the lowest`(
    _ levels: String, _ message: String
  ) throws {
    let whole = Samples.framework()
    let first = try #require(whole.firstRange(of: "<level rank=\"1\">")).lowerBound
    let end = try #require(whole.firstRange(of: "</scale>")).lowerBound
    let messages = try Samples.messages(whole.replacingCharacters(first..<end, with: levels))
    #expect(messages.first == "f.xml:5:5: " + message)
  }

  @Test func `What is named twice is refused with the line of the first`() throws {
    let rest = """

      <target role="page" level="1"/>
      <target role="page" level="2"/>
      <supports objective="X" strength="direct"/>
      <supports objective="X" strength="partly"/>
      <buildsOn competency="a.one"/>
      <buildsOn competency="a.one"/>
      """
    #expect(
      try Samples.messages(
        Samples.framework(competencies: [
          Samples.competency("a.two", rest: rest), Samples.competency("a.one"),
        ])) == [
          "f.xml:18:1: the role 'page' is named before, in line 17; keep one of the two",
          "f.xml:20:1: the objective 'X' is named before, in line 19; keep one of the two",
          "f.xml:22:1: the competency 'a.one' is named before, in line 21; keep one of the two",
        ])
  }

  @Test func `What the document says of itself is checked, too`() throws {
    let text = Samples.framework()
      .replacing("id=\"sample\"", with: "id=\"my framework\"")
      .replacing("version=\"1\"", with: "version=\"2020/21\"")
      .replacing("xml:lang=\"en\"", with: "xml:lang=\"?\"")
      .replacing("CC-BY-4.0", with: "all rights")
    let rule = "use 1 to 64 of the characters A-Z a-z 0-9 . _ -, a letter or digit first"
    #expect(
      try Samples.messages(text) == [
        "f.xml:1:1: '?' is not a language tag; write it like en, es or es-MX",
        "f.xml:1:1: '2020/21' cannot be the version; \(rule)",
        "f.xml:1:1: 'all rights' cannot be the licence; \(rule)",
        "f.xml:1:1: 'my framework' cannot be the id of the document; \(rule)",
      ])
  }

  @Test func `A framework in another language than English needs no English`() throws {
    let framework = try Samples.framework(
      Samples.framework().replacing("xml:lang=\"en\"", with: "xml:lang=\"es\""))
    #expect(framework.language.description == "es")
    #expect(framework.title == LocalizedText("Sample"))
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }

  @Test(arguments: ["total", "All"])
  func `A role cannot be called like a sum, as reports group by roles`(id: String) throws {
    let text = Samples.framework().replacing("<role id=\"page\">", with: "<role id=\"\(id)\">")
    #expect(
      try Samples.messages(text) == [
        "f.xml:8:10: the role id '\(id)' would read as a sum in reports; choose another id"
      ])
  }

  @Test func `A circle of thousands is named by its first few`() throws {
    let text = Samples.framework(
      competencies: (0..<1000).map { place in
        Samples.competency(
          "c\(place)",
          rest: "<buildsOn competency=\"c\((place + 1) % 1000)\"/>"
            + ((3..<999).contains(place) ? "<buildsOn competency=\"c0\"/>" : ""))
      })
    let messages = try Samples.messages(text)
    #expect(messages.allSatisfy { $0.utf8.count < 300 })
    #expect(
      messages.last?.contains(
        "in a circle: c0 -> c1 -> c2 -> c3 -> c4 -> c5 -> c6 -> c7 -> c8 -> c9 -> ") == true)
    guard case .failure(let findings) = try Samples.load(text) else {
      Issue.record("the circle was not found")
      return
    }
    #expect(findings.listed.count + findings.unlisted == 997)
  }
}
