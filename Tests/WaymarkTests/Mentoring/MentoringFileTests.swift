import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@Suite struct MentoringFileTests {
  static let id = "0f8b2c1e-3d4a-4f5b-8c6d-7e8f90a1b2c3"
  static let sha256 = String(repeating: "ab", count: 32)
  static let text = """
    {
      "campaign" : null,
      "contact" : "Ana López, ana@lib.example",
      "for" : [
        "mentoring",
        "training"
      ],
      "framework" : {
        "id" : "sample",
        "sha256" : "\(sha256)",
        "version" : "1"
      },
      "id" : "\(id)",
      "kind" : "waymark-mentoring",
      "languages" : [
        "es-MX",
        "en"
      ],
      "pairs" : 2,
      "region" : "OH",
      "revision" : 3,
      "schema" : 1,
      "seeks" : [
        "plan.money"
      ],
      "teaches" : [
        "talk.ask",
        "talk.listen"
      ]
    }

    """

  @Test func `A card is read and written back byte for byte`() throws {
    let file = try read(Self.text)
    #expect(try card(in: file).contact.description == "Ana López, ana@lib.example")
    #expect(try card(in: file).mentees == 2)
    #expect(try card(in: file).purposes == [.mentoring, .training])
    #expect(try file.json() == Self.text)
    let other =
      Self.text.replacing("\"OH\"", with: "null")
      .replacing("\"campaign\" : null", with: "\"campaign\" : \"spring\"")
      .replacing(Self.id, with: Self.id.uppercased())
    let again = try read(other)
    #expect(try card(in: again).id == card(in: file).id)
    #expect(again.campaign?.description == "spring")
    #expect(try card(in: again).region == nil)
  }

  @Test func `A card that does not say what it is for is for mentoring`() throws {
    let text = Self.text.replacing(
      "  \"for\" : [\n    \"mentoring\",\n    \"training\"\n  ],\n", with: "")
    #expect(text != Self.text)
    let file = try read(text)
    #expect(try card(in: file).purposes == [.mentoring])
  }

  @Test func `A withdrawal is read and written back`() throws {
    let withdrawal = try Self.withdrawal()
    let text = try withdrawal.json()
    #expect(text.contains("\"waymark-mentoring-withdrawal\""))
    #expect(try read(text) == withdrawal)
  }

  static let refused: [(old: String, new: String, findings: [String])] = [
    ("\"schema\" : 1", "\"schema\" : 9", ["the file needs a Waymark that reads schema 9, this"]),
    ("\"schema\" : 1", "\"schema\" : 0", ["'schema' is '0', not 1 or 2;"]),
    ("\"schema\" : 1", "\"schema\" : 1, \"answers\" : {}", ["the key 'answers' has no meaning"]),
    ("\"training\"", "\"appraisal\"", ["'for' is 'appraisal', not mentoring or training, each"]),
    ("\"training\"", "\"mentoring\"", ["'for' is 'mentoring', not mentoring or training, each"]),
    (
      "[\n    \"mentoring\",\n    \"training\"\n  ]", "[]",
      ["'for' is '[]', not mentoring, training, or both;"]
    ),
    ("\"pairs\" : 2,", "", ["the key 'pairs' is missing;"]),
    ("\"pairs\" : 2", "\"pairs\" : 11", ["'pairs' is '11', not a number from 1 to 10;"]),
    ("\"pairs\" : 2", "\"pairs\" : \"2\"", ["'pairs' is not a whole number;"]),
    ("\"revision\" : 3", "\"revision\" : 0", ["'revision' is '0', not a number from 1 to 999;"]),
    (id, "me", ["'id' is 'me', not a UUID;"]),
    ("Ana López, ana@lib.example", "", ["'contact' is '', not 1 to 200 plain characters"]),
    ("Ana López", #"Ana\nLópez"#, ["'contact' is 'Ana"]),
    ("Ana López", #"Ana\u001b[31mLópez"#, ["'contact' is 'Ana"]),
    ("Ana López", #"Ana\u202eLópez"#, ["'contact' is 'Ana"]),
    ("Ana López", " Ana", ["'contact' is ' Ana, ana@lib.example', not 1 to 200"]),
    ("Ana López", String(repeating: "a", count: 190), ["'contact' is 'aaaa"]),
    ("\"OH\"", "\"O H\"", ["'region' is 'O H', not the id of a region;"]),
    (
      "\"es-MX\"", "\"e\", \"en\"",
      [
        "'languages' is 'e', not a language tag that is not there yet;",
        "'languages' is 'en', not a language tag that is not there yet;",
      ]
    ),
    (
      "[\n    \"es-MX\",\n    \"en\"\n  ]", "[]", ["'languages' is '0', not a list of 1 to 20;"]
    ),
    (
      "\"plan.money\"", "\"plan.mony\", \"talk.ask\"",
      [
        "seeks: no competency has the id 'plan.mony'; did you mean 'plan.money'?",
        "teaches and seeks both name 'talk.ask'; leave one of them",
      ]
    ),
    ("\"plan.money\"", "\"plan.money\", \"plan.money\"", ["seeks names 'plan.money' twice;"]),
    (
      "\"campaign\" : null", "\"campaign\" : \"fall\"",
      ["the file is meant for the campaign 'fall'"]
    ),
    (sha256, String(repeating: "cd", count: 32), ["the file answers sample '1' (sha256 cdcd"]),
  ]

  @Test(arguments: refused)
  func `Every fault of a card is listed`(
    _ sample: (old: String, new: String, findings: [String])
  ) throws {
    let text = Self.text.replacing(sample.old, with: sample.new)
    #expect(text != Self.text)
    let findings = try #require(refusal(text)).listed
    #expect(findings.count == sample.findings.count, "\(findings)")
    for (finding, beginning) in zip(findings, sample.findings) {
      let message = "\(finding.problem.what); \(finding.problem.mend)"
      #expect(message.hasPrefix(beginning), "\(finding)")
      #expect(finding.place.line != nil && finding.place.column != nil, "\(finding)")
    }
  }

  @Test(arguments: [
    ("\"pairs\" : 2", "\"pairs\" : 2, \"pairs\" : 9"), ("\"pairs\" : 2", "\"pairs\" : 2.0"),
    ("\"pairs\" : 2", "\"pairs\" : 2e0"), ("\"plan.money\"", "\"plan.money\","),
  ])
  func `What other readers of JSON let pass is refused`(old: String, new: String) throws {
    let text = Self.text.replacing(old, with: new)
    #expect(text != Self.text)
    #expect(refusal(text) != nil)
  }

  @Test func `A card that offers nothing is refused`() throws {
    let text = Self.text.replacing("\"plan.money\"", with: "")
      .replacing("\"talk.ask\",\n    \"talk.listen\"", with: "")
    #expect(refusal(text)?.listed.map(\.problem) == [.nothingOffered])
  }

  @Test func `A withdrawal with other keys is refused`() throws {
    let text = try Self.withdrawal().json()
      .replacing("\"schema\"", with: "\"contact\" : \"Ana\",\n  \"schema\"")
    #expect(refusal(text)?.listed.map(\.problem) == [.unknownKey("contact")])
  }

  @Test(arguments: [
    ("Ana", true), ("<script>alert(1)</script>", true), ("=1+1", true), ("محمد", true),
    (String(repeating: "é", count: 200), true), (String(repeating: "a", count: 201), false),
    ("", false), (" ", false), ("a\n", false), ("a\tb", false), ("a\u{1B}b", false),
    ("a\u{202E}b", false), ("a\u{200B}b", false), ("a\u{2028}b", false),
  ])
  func `A contact is one line that everybody sees whole`(text: String, isContact: Bool) {
    #expect((MentoringCard.Contact(text) != nil) == isContact)
  }

  @Test func `No card can be made that is not sound`() throws {
    let contact = try #require(MentoringCard.Contact("Ana"))
    let (ask, english) = (try #require(CompetencyID("talk.ask")), LanguageTag.english)
    func card(
      _ revision: Int, _ languages: [LanguageTag], _ teaches: [CompetencyID],
      _ seeks: [CompetencyID], _ mentees: Int,
      for purposes: Set<MentoringCard.Purpose> = [.training]
    ) throws -> MentoringCard? {
      MentoringCard(
        id: try SampleMentoring.id(1), revision: revision, contact: contact, region: nil,
        languages: languages, teaches: teaches, seeks: seeks, mentees: mentees,
        purposes: purposes)
    }
    #expect(try card(1, [english], [ask], [], 1) != nil)
    #expect(try card(0, [english], [ask], [], 1) == nil)
    #expect(try card(1, [], [ask], [], 1) == nil)
    #expect(try card(1, [english, english], [ask], [], 1) == nil)
    #expect(try card(1, [english], [], [], 1) == nil)
    #expect(try card(1, [english], [ask], [ask], 1) == nil)
    #expect(try card(1, [english], [ask], [], 0) == nil)
    #expect(try card(1, [english], [ask], [], 11) == nil)
    #expect(try card(1, [english], [ask], [], 1, for: []) == nil)
  }

  @Test(arguments: ["card", "withdrawal"])
  func `A file has exactly the keys of the published schema`(kind: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let path = folder.appending(path: "../../../docs/mentoring.schema.json")
    let schema = try JSONDecoder().decode(Schema.self, from: Data(contentsOf: path))
    let object = try #require(schema.definitions[kind])
    let text =
      kind == "card"
      ? Self.text : try Self.withdrawal().json()
    let keys = Set(try JSONDecoder().decode(Keys.self, from: Data(text.utf8)).names)
    // The proof is in every file of the second version, and in none of the first, as this one is.
    #expect(Set(object.properties?.names ?? []) == keys.union(["proof"]))
    // Cards made before they said what they are for are read too.
    #expect(Set(object.required ?? []) == keys.subtracting(["for"]))
    #expect(object.additionalProperties == false)
    #expect(keys.isDisjoint(with: ["answers", "response", "role", "notes", "link", "month"]))
  }

  private struct Schema: Decodable {
    struct Object: Decodable {
      let properties: Keys?
      let required: [String]?
      let additionalProperties: Bool?
    }

    let definitions: [String: Object]

    private enum CodingKeys: String, CodingKey { case definitions = "$defs" }
  }

  private struct Keys: Decodable {
    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }

      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    let names: [String]

    init(from decoder: any Decoder) throws {
      names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
    }
  }

  private static func withdrawal() throws -> SharedFile {
    SharedFile(Withdrawal(of: .mentoring, try SampleMentoring.id(7).name, revision: 3))
  }

  private func card(in file: SharedFile) throws -> MentoringCard {
    guard case .payload(.mentoring(let card), _, _) = file.content else { throw SampleError() }
    return card
  }

  private func refusal(_ text: String) -> Findings<SharedFileProblem>? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? Findings<SharedFileProblem>
    }
  }

  private func read(_ text: String) throws -> SharedFile {
    let framework = try SampleFramework.small()
    let expectation = SharedFile.Expectation(
      framework: framework,
      key: Framework.Key(id: framework.id, version: framework.version, sha256: Self.sha256),
      background: nil, campaign: ID("spring"))
    return try SharedFile(bytes: Array(text.utf8), file: "m.json", expecting: expectation)
  }
}
