import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// Background questions, catalogues and plans, alone and against a framework.
@Suite struct OtherDocumentTests {
  static let attributes =
    "schema=\"1\" id=\"d\" version=\"1\" xml:lang=\"en\" licence=\"CC-BY-4.0\""
  static let mention = "framework=\"sample\" frameworkVersion=\"1\""

  static let framework = Samples.framework(competencies: [
    Samples.competency("a.one", rest: "<supports objective=\"X-1\" strength=\"direct\"/>"),
    Samples.competency("a.two"),
  ])

  private static func background(_ rest: String) -> String {
    """
    <background xmlns="urn:waymark:background" \(attributes)>
    <title>Background</title><leadIn>Skip any.</leadIn>
    <field id="position" kind="one"><question>Job?</question>
    <option id="clerk"><label>Clerk</label></option>
    <option id="page"><label>Page</label></option>
    </field>
    \(rest)
    </background>
    """
  }

  static func catalogue(
    _ attributes: String, serves: String = "<serves competency=\"a.one\" from=\"1\" to=\"2\"/>",
    mention: String = mention
  ) -> String {
    """
    <catalogue xmlns="urn:waymark:catalogue" \(Self.attributes) \(mention)>
    <title>Catalogue</title>
    <resource id="r" \(attributes)>
    <title>R</title><description>Read it.</description>
    \(serves)
    </resource>
    </catalogue>
    """
  }

  static let resource =
    "format=\"guide\" cost=\"free\" access=\"open\" language=\"en es\" provider=\"P\" "
    + "url=\"https://example.org/a?b#c\" status=\"listed\""

  /// Which schema reads a file is chosen by the kinds that it names.
  @Test(arguments: [
    "", "<!-- urn:waymark:framework -->", "<!-- \(String(repeating: "long ", count: 2_000))-->",
    "<!-- urn:waymark:framework \(String(repeating: "long ", count: 2_000))-->",
  ])
  func `A document is read whatever is written above it`(comment: String) throws {
    let catalogue = comment + Self.catalogue(Self.resource)
    let read = try Samples.loader.load([
      SourceFile(name: "f.xml", bytes: Array(Self.framework.utf8)),
      SourceFile(name: "c.xml", bytes: Array(catalogue.utf8)),
    ])
    #expect(read.allSatisfy { (try? $0.get()) != nil })
    let framework = try Samples.framework(Self.framework)
    let alone = try Samples.loader.load(
      SourceFile(name: "c.xml", bytes: Array(catalogue.utf8)), installed: [framework])
    #expect(alone.kind == .catalogue)
  }

  private static func plan(
    _ speaks: String, years: String = "starts=\"2020\" ends=\"2023\"", mention: String = mention
  ) -> String {
    """
    <plan xmlns="urn:waymark:plan" \(attributes) \(mention) \(years)>
    <title>Plan</title><source>Made up.</source>
    <sphere id="S"><title>S</title></sphere>
    <action id="A"><title>A</title></action>
    <objective id="X-1" action="A" sphere="S" measured="direct">
    <title>X</title><note>N</note>
    \(speaks)
    </objective>
    </plan>
    """
  }

  /// The messages for a document that is read together with the framework.
  static func messages(
    _ text: String, with framework: String? = framework
  ) throws -> [String] {
    let files =
      [SourceFile(name: "d.xml", bytes: Array(text.utf8))]
      + (framework.map { [SourceFile(name: "f.xml", bytes: Array($0.utf8))] } ?? [])
    let result = try #require(try Samples.loader.load(files).first)
    guard case .failure(let findings) = result else { return [] }
    return findings.listed.map(\.description)
  }

  @Test func `Sound documents of all kinds are read together, in any order`() throws {
    let texts = [
      Self.plan("<speaks competency=\"a.one\" strength=\"direct\"/>"),
      Self.background(
        "<positions framework=\"sample\"><position option=\"page\" role=\"page\"/>"
          + "</positions>"),
      Self.framework, Self.catalogue(Self.resource),
    ]
    let documents = try Samples.loader.load(
      texts.enumerated().map { SourceFile(name: "\($0)", bytes: Array($1.utf8)) }
    ).map { try $0.get() }
    #expect(documents.map(\.kind) == [.plan, .background, .framework, .catalogue])
  }

  @Test func `A resource is read with all its parts`() throws {
    let text = Self.catalogue(
      Self.resource.replacing("cost=\"free\"", with: "cost=\"paid\" usd=\"95\"")
        + " minutes=\"90\" estimated=\"yes\" seen=\"2026-11\" by=\"linked\"")
    guard case .catalogue(let catalogue) = try Samples.load(text).get() else {
      Issue.record("not a catalogue")
      return
    }
    let resource = try #require(catalogue.resources.first)
    #expect(resource.cost == .paid(usd: 95))
    #expect(resource.duration == .estimated(minutes: 90))
    #expect(resource.languages.map(\.description) == ["en", "es"])
    #expect(resource.sighting == .seen(month: "2026-11", .linked))
    #expect(resource.url == "https://example.org/a?b#c")
    #expect(resource.serves.map { [$0.from.rank, $0.to.rank] } == [[1, 2]])
    #expect(catalogue.framework.id.description == "sample")
  }

  @Test func `What a resource requires, when it takes place and what it offers is read`() throws {
    let text = Self.catalogue(Self.resource + " captions=\"yes\" certificate=\"no\"")
      .replacing(
        "</resource>",
        with: "<requires competency=\"a.one\" level=\"1\"/><event on=\"2027-03-01\"/>"
          + "<event on=\"2027-02-01\"/></resource>"
          + "<practice competency=\"a.one\" from=\"1\" kind=\"do\" minutes=\"20\"><do>Try it.</do>"
          + "</practice>")
    guard case .catalogue(let catalogue) = try Samples.load(text).get() else {
      Issue.record("not a catalogue")
      return
    }
    let resource = try #require(catalogue.resources.first)
    #expect(resource.features.captions == true && resource.features.certificate == false)
    #expect(resource.features.days.map(\.description) == ["2027-02-01", "2027-03-01"])
    let level = try #require(Level(rank: 1))
    #expect(resource.requires == [.level(try #require(CompetencyID("a.one")), level)])
    let practice = try #require(catalogue.resources.last)
    #expect(practice.isPractice && practice.url == nil && practice.provider == nil)
    #expect(practice.id.description == "practice.a.one.1")
    #expect(practice.serves.map { [$0.from.rank, $0.to.rank] } == [[1, 2]])
    #expect(practice.duration == .estimated(minutes: 20))
  }

  @Test(arguments: [
    (
      "<requires resource=\"b\"/>",
      "no resource has the id 'b'"
    ),
    (
      "<requires resource=\"r\"/>",
      "resources require one another in a circle: r -> r; remove one of these requirements"
    ),
    (
      "<requires resource=\"r\" competency=\"a.one\" level=\"1\"/>",
      "the requirement names a competency and something else; use resource=\"...\" or "
        + "workshop=\"...\" alone, or "
        + "competency=\"...\" with level=\"...\""
    ),
    ("<requires competency=\"a.one\"/>", "the level is missing; add it"),
    (
      "<event on=\"2027-02-30\"/>",
      "on is '2027-02-30', which is no day; write year, month and day like 2026-11-30"
    ),
  ])
  func `A requirement or an event that cannot be is told`(_ part: String, _ message: String) throws
  {
    let text = Self.catalogue(Self.resource).replacing("</resource>", with: part + "</resource>")
    let messages = try Self.messages(text)
    #expect(messages.count == 1, "\(messages)")
    #expect(messages.first?.contains(message) == true, "\(messages)")
  }

  @Test(arguments: [
    ("https://example.org/", "javascript:alert(1)"), ("https://example.org/", "ftp://example.org"),
    ("https://example.org/", "https://"), ("https://example.org/", "https://a b"),
    ("https://example.org/", "https://good.org@evil.org/"), ("https://example.org/", "//x.org"),
    ("https://example.org/", "https://exаmple.org"), ("https://example.org/", ""),
  ])
  func `Only plain web addresses are taken`(_ good: String, _ bad: String) throws {
    let text = Self.catalogue(Self.resource.replacing(good + "a?b#c", with: bad))
    let messages = try Self.messages(text)
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix("d.xml:3:1: '\(bad)' is not a web address") == true)
  }

  @Test(arguments: [
    (
      "usd=\"5\"",
      "there is a price in usd, but the cost is 'free'; set cost=\"paid\" or remove usd"
    ),
    ("estimated=\"yes\"", "the minutes is missing; add it"),
    (
      "seen=\"2026-13\" by=\"live\"",
      "'2026-13' is not a month; write a month such as 2026-11, of the years 1900 to 2199"
    ),
    (
      "seen=\"9999-12\" by=\"live\"",
      "'9999-12' is not a month; write a month such as 2026-11, of the years 1900 to 2199"
    ),
    ("seen=\"2026-11\"", "the by is missing; add it"),
    ("by=\"stored\"", "the seen is missing; add it"),
    (
      "seen=\"2026-11\" by=\"memory\"",
      "there is a month in seen, but by is 'memory'; remove seen, or say by=\"live\", \"stored\" or "
        + "\"linked\""
    ),
    (
      "by=\"page\"",
      "by of <resource> cannot be 'page'; use live, stored, linked or memory"
    ),
    (
      "minutes=\"1,5\"",
      "minutes of <resource> cannot be '1,5'; write a whole number, 1 or more, in the digits 0 to 9"
    ),
    (
      "minutes=\"-10\"",
      "minutes of <resource> cannot be '-10'; write a whole number, 1 or more, in the digits 0 to 9"
    ),
  ])
  func `A resource that contradicts itself is refused`(_ more: String, _ message: String) throws {
    #expect(
      try Self.messages(Self.catalogue(Self.resource + " " + more)) == ["d.xml:3:1: " + message])
  }

  @Test func `A resource serves competencies that exist, upwards on the scale`() throws {
    let serves = """
      <serves competency="a.oen" from="1" to="2"/>
      <serves competency="a.one" from="2" to="2"/>
      <serves competency="a.one" from="2" to="3"/>
      """
    let upwards =
      "d.xml:6:1: it leads from level 2 to level 2; let it lead to a higher level"
    #expect(
      try Self.messages(Self.catalogue(Self.resource, serves: serves)) == [
        "d.xml:5:1: no competency has the id 'a.oen'; did you mean 'a.one'?",
        upwards, "d.xml:7:1: the scale has no level 3; use 1 to 2",
      ])
    #expect(
      try Self.messages(Self.catalogue(Self.resource, serves: serves), with: nil) == [upwards])
  }

  @Test func `A document for another framework is refused`() throws {
    let text = Self.catalogue(
      Self.resource, mention: "framework=\"sample\" frameworkVersion=\"2\"")
    #expect(
      try Self.messages(text) == [
        "d.xml:1:1: this is for the framework sample 2, not for sample 1; "
          + "correct the framework it names, or name the file of that framework too"
      ])
  }

  @Test func `A faulty framework among the documents brings no faults upon the others`() throws {
    let text = Self.catalogue(
      Self.resource, mention: "framework=\"sample\" frameworkVersion=\"2\"")
    #expect(try Self.messages(text, with: Self.framework + "<x/>").isEmpty)
  }

  @Test func `An installed framework stands in for one that is not named`() throws {
    let file = SourceFile(
      name: "d.xml",
      bytes: Array(
        Self.catalogue(
          Self.resource, serves: "<serves competency=\"b.none\" from=\"1\" to=\"2\"/>"
        ).utf8))
    let installed = try Samples.framework(Self.framework)
    #expect(throws: Findings<DocumentProblem>.self) {
      try Samples.loader.load(file, installed: [installed])
    }
    #expect(try Samples.loader.load(file).kind == .catalogue)
  }

  @Test func `Only a framework is taken where a framework is asked for`() throws {
    let file = SourceFile(name: "d.xml", bytes: Array(Self.catalogue(Self.resource).utf8))
    do {
      _ = try Samples.loader.framework(file)
      Issue.record("accepted")
    } catch {
      #expect(
        error.listed.map(\.description) == [
          "d.xml:1: this is not a Waymark framework but a Waymark catalogue; name another file"
        ])
    }
  }

  @Test func `Plan and framework say the same of who speaks to what`() throws {
    let mend = "change one of the two documents"
    #expect(
      try Self.messages(Self.plan("<speaks competency=\"a.one\" strength=\"partly\"/>")) == [
        "d.xml:7:1: the framework says that 'a.one' speaks directly to 'X-1', "
          + "the plan says that it speaks partly to; \(mend)"
      ])
    #expect(
      try Self.messages(
        Self.plan(
          "<speaks competency=\"a.one\" strength=\"direct\"/>\n"
            + "<speaks competency=\"a.two\" strength=\"direct\"/>")) == [
          "d.xml:8:1: the framework says that 'a.two' does not speak to 'X-1', "
            + "the plan says that it speaks directly to; \(mend)"
        ])
    #expect(
      try Self.messages(Self.plan("")) == [
        "d.xml:5:1: the framework says that 'a.one' speaks directly to 'X-1', "
          + "the plan says that it does not speak to; \(mend)"
      ])
    let other = Self.framework.replacing("objective=\"X-1\"", with: "objective=\"X-2\"")
    #expect(
      try Self.messages(Self.plan(""), with: other) == [
        "d.xml:1:1: no objective has the id 'X-2'; did you mean 'X-1'?"
      ])
  }

  @Test func `A plan that came after its framework says alone who speaks to its objectives`() throws
  {
    let later = Self.plan("<speaks competency=\"a.two\" strength=\"direct\"/>")
      .replacing("id=\"X-1\"", with: "id=\"Y-1\"")
    #expect(try Self.messages(later).isEmpty)
    // Where one objective is that of the framework, all have to agree.
    let both = later.replacing(
      "</plan>",
      with: """
        <objective id="X-1" action="A" sphere="S" measured="direct"><title>X</title><note>N</note>
        <speaks competency="a.one" strength="direct"/></objective></plan>
        """)
    #expect(
      try Self.messages(both) == [
        "d.xml:7:1: the framework says that 'a.two' does not speak to 'Y-1', "
          + "the plan says that it speaks directly to; change one of the two documents"
      ])
  }

  @Test func `A plan's own references and years are checked without a framework`() throws {
    let text = Self.plan("", years: "starts=\"2023\" ends=\"2020\"")
      .replacing("sphere=\"S\"", with: "sphere=\"world\"")
    #expect(
      try Self.messages(text, with: nil) == [
        "d.xml:1:1: the plan starts in 2023 and ends in 2020; exchange the years",
        "d.xml:5:1: no sphere has the id 'world'; correct the id, or add the sphere",
      ])
  }

  @Test func `Options and groups are checked`() throws {
    let rest = """
      <field id="size" kind="one"><question>Size?</question>
      <option id="small"><label>Small</label></option>
      <option id="Total"><label>All</label></option></field>
      <derived id="band" from="size"><title>Band</title>
      <group id="g"><label>G</label><member option="small"/></group>
      <group id="h"><label>H</label><member option="small"/><member option="smal"/></group>
      </derived>
      <derived id="Size" from="siez"><title>Band</title>
      <group id="g"><label>G</label><member option="small"/></group></derived>
      """
    #expect(
      try Self.messages(Self.background(rest)) == [
        "d.xml:9:1: the option id 'Total' would read as a sum in reports; choose another id",
        "d.xml:12:31: the option 'small' is named before, in line 11; keep one of the two",
        "d.xml:12:55: no option has the id 'smal'; did you mean 'small'?",
        "d.xml:14:1: no field has the id 'siez'; did you mean 'size'?",
        "d.xml:14:1: the field id 'Size' is used before as 'size', in line 7; "
          + "give one of them another id",
      ])
  }

  @Test(arguments: ["role", "respondent_id", "region", "measure", "value", "note"])
  func `A field or grouping cannot take the name of a column of our own`(id: String) throws {
    let rest = """
      <field id="\(id)" kind="one"><question>Which?</question>
      <option id="a"><label>A</label></option><option id="b"><label>B</label></option></field>
      <field id="size" kind="one"><question>Size?</question>
      <option id="small"><label>S</label></option><option id="big"><label>B</label></option></field>
      <derived id="\(id.uppercased())" from="size"><title>Band</title>
      <group id="g"><label>G</label><member option="small"/></group></derived>
      """
    #expect(
      try Self.messages(Self.background(rest)).first
        == "d.xml:7:1: the field id '\(id)' is the name of a column of Waymark's own; "
        + "choose another id")
    #expect(try Self.messages(Self.background(rest)).count == 2)
  }

  @Test func `Positions lead to roles, and no row stands behind one that always fits`() throws {
    let rest = """
      <positions framework="sample">
      <position option="page" role="page" when="position" is="clerk page"/>
      <position option="page" role="page"/>
      <position option="page" role="page" when="position" is="clerc"/>
      <position option="clerk" role="pages" when="job" is="x"/>
      <position option="other" role="page" when="position"/>
      </positions>
      """
    #expect(
      try Self.messages(Self.background(rest)) == [
        "d.xml:10:1: no option has the id 'clerc'; did you mean 'clerk'?",
        "d.xml:10:1: the option 'page' is named before, in line 9; keep one of the two",
        "d.xml:11:1: no role has the id 'pages'; did you mean 'page'?",
        "d.xml:11:1: no field has the id 'job'; correct the id, or add the field",
        "d.xml:12:1: the is is missing; add it",
        "d.xml:12:1: no option has the id 'other'; correct the id, or add the option",
      ])
    #expect(
      try Self.messages(
        Self.background(
          "<positions framework=\"other\"><position option=\"page\" role=\"x\"/></positions>")) == [
          "d.xml:7:30: this is for the framework other, not for sample; "
            + "correct the framework it names, or name the file of that framework too"
        ])
  }
}
