import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@Suite struct SharedFileTests {
  static let id = "0f8b2c1e-3d4a-4f5b-8c6d-7e8f90a1b2c3"

  static let text = """
    {
      "answers" : {
        "plan.time" : "",
        "talk.ask" : "na",
        "talk.listen" : "3",
        "talk.teach" : "unsure"
      },
      "background" : {
        "ages" : [
          "0-2",
          "caregivers"
        ],
        "state" : [
          "OH"
        ]
      },
      "campaign" : null,
      "framework" : {
        "id" : "sample",
        "sha256" : "\(sha256)",
        "version" : "1"
      },
      "importance" : {

      },
      "important" : [
        "plan.time",
        "talk.listen"
      ],
      "kind" : "waymark-response",
      "link" : null,
      "month" : "2026-11",
      "response" : "\(id)",
      "revision" : 2,
      "role" : "librarian",
      "schema" : 1,
      "top" : [
        "talk.listen"
      ]
    }

    """
  static let sha256 = String(repeating: "ab", count: 32)

  @Test func `A response is read and written back byte for byte`() throws {
    let file = try read(Self.text)
    let response = try Self.response(in: file)
    let framework = try SampleFramework.small()
    #expect(response.id == Self.id)
    #expect(response.revision == 2)
    #expect(AnswerSheet(response.answers, framework: framework).description == "309-.")
    #expect(try file.json() == Self.text)
  }

  @Test func `A link and a campaign are read and written back`() throws {
    let link = "5D9E4B7A-1111-4222-8333-444455556666"
    let text = Self.text
      .replacing("\"link\" : null", with: "\"link\" : \"\(link)\"")
      .replacing("\"campaign\" : null", with: "\"campaign\" : \"spring\"")
    let file = try read(text, campaign: "spring")
    let response = try Self.response(in: file)
    #expect(response.link?.uuidString == link)
    #expect(try file.json() == text.replacing(link, with: link.lowercased()))
  }

  @Test func `Importance that was rated is read and written back`() throws {
    let text = Self.text
      .replacing(
        "\"importance\" : {\n\n  }", with: "\"importance\" : {\n    \"plan.time\" : 5\n  }"
      )
      .replacing(
        "\"important\" : [\n    \"plan.time\",\n    \"talk.listen\"\n  ]",
        with: "\"important\" : [\n\n  ]"
      )
      .replacing("\"top\" : [\n    \"talk.listen\"\n  ]", with: "\"top\" : [\n\n  ]")
    let file = try read(text, importance: .rated)
    let response = try Self.response(in: file)
    #expect(try file.json() == text)
    let framework = try SampleFramework.small()
    // Positions: talk.listen, talk.ask, talk.teach, plan.time, plan.money.
    #expect(
      ImportanceSheet(response.importance, framework: framework).description == "---5-")
    for mode in [ImportanceMode.none, .picks] {
      #expect(
        refusal(Array(text.utf8), importance: mode)?.listed.map(\.problem)
          == [.otherImportance(.rated, expected: mode)])
    }
  }

  @Test(arguments: [ImportanceMode.none, .rated])
  func `Picks are refused where importance is not picked`(mode: ImportanceMode) {
    #expect(
      refusal(Array(Self.text.utf8), importance: mode)?.listed.map(\.problem)
        == [.otherImportance(.picks, expected: mode)])
  }

  @Test func `A withdrawal is read and written back`() throws {
    let text = """
      {
        "kind" : "waymark-withdrawal",
        "response" : "\(Self.id)",
        "revision" : 3,
        "schema" : 1
      }

      """
    let withdrawal = SharedFile(Withdrawal(of: .response, Self.id, revision: 3))
    #expect(try read(text) == withdrawal)
    #expect(try withdrawal.json() == text)
  }

  @Test func `The id is one whatever its case`() throws {
    let upper = Self.text.replacing(Self.id, with: Self.id.uppercased())
    #expect(try read(upper) == (try read(Self.text)))
  }

  static let refused: [(old: String, new: String, findings: [String])] = [
    (
      "\"schema\"", "\"schema",
      ["the file is not JSON: this text holds a character that must be written otherwise; ask"]
    ),
    ("waymark-response", "other", ["the file is neither a response nor a withdrawal of Waymark;"]),
    (
      "\"schema\" : 1", "\"schema\" : 999",
      ["the file needs a Waymark that reads schema 999, this one reads 2; update Waymark"]
    ),
    ("\"schema\" : 1", "\"schema\" : 0", ["'schema' is '0', not 1 or 2;"]),
    ("\"schema\" : 1", "\"schema\" : \"1\"", ["'schema' is not a whole number;"]),
    (
      "\"schema\" : 1", "\"schema\" : 1, \"name\" : \"Ann\", \"notes\" : {}",
      [
        "the key 'name' has no meaning here; take it out",
        "the key 'notes' has no meaning here; take it out",
      ]
    ),
    (
      "\"version\" : \"1\"", "\"version\" : \"1\", \"accessible\" : true",
      ["the key 'framework.accessible' has no meaning here;"]
    ),
    ("\"month\" : \"2026-11\",", "", ["the key 'month' is missing;"]),
    (
      "\"month\" : \"2026-11\"", "\"month\" : \"2026-11-23\"",
      ["'month' is '2026-11-23', not a month such as 2026-11, of the years 1900 to"]
    ),
    ("\"revision\" : 2", "\"revision\" : 0", ["'revision' is '0', not a number from 1 to 999;"]),
    ("\"revision\" : 2", "\"revision\" : 2.5", ["'revision' is not a whole number;"]),
    (id, "me", ["'response' is 'me', not a UUID;"]),
    ("\"librarian\"", "\"Librarian\"", ["role: no role has the id 'Librarian'; did you mean"]),
    ("\"librarian\"", "7", ["'role' is not a text or null;"]),
    (
      "\"talk.ask\" : \"na\"", "\"talk.ask\" : \"NA\", \"talk.as\" : \"3\"",
      [
        "'answers.talk.ask': 'NA' can mean two things:",
        "answers: no competency has the id 'talk.as'; did you mean 'talk.ask'?",
      ]
    ),
    ("\"3\"", "\"6\"", ["'answers.talk.listen': '6' is no answer; write \"1\" to \"5\", \"na\""]),
    ("\"3\"", "\".\"", ["'answers.talk.listen': '.' is no answer; write \"1\" to \"5\", \"na\""]),
    ("\"3\"", "3", ["'answers.talk.listen' is not an object of texts;"]),
    ("\"OH\"", "\"Ohio\"", ["'Ohio' is no answer to the background question 'state'; did you"]),
    ("\"OH\"", "\"OH\", \"CA\"", ["the background question 'state' takes one answer;"]),
    (
      "\"state\" :", "\"stat\" :", ["background: no background question has the id 'stat'; did you"]
    ),
    ("\"top\" : [", "\"top\" : [ \"talk.listen\",", ["top names 'talk.listen' twice;"]),
    (
      "\"top\" : [", "\"top\" : [ \"talk.ask\", \"talk.teach\", \"plan.time\",",
      ["top names 4 competencies; leave the 3 that matter most"]
    ),
    (
      "\"important\" : [", "\"important\" : [ \"talk.ask\", \"talk.teach\",",
      ["important names 3 competencies of area I; leave the 2"]
    ),
    (
      "\"importance\" : {", "\"importance\" : { \"plan.time\" : 6, \"plan.tim\" : 1",
      [
        "'importance.plan.time' is '6', not a number from 1 to 5;",
        "importance: no competency has the id 'plan.tim'; did you mean 'plan.time'?",
      ]
    ),
    (
      "\"importance\" : {", "\"importance\" : { \"plan.time\" : \"5\"",
      ["'importance.plan.time' is not an object of whole numbers;"]
    ),
    ("\"campaign\" : null", "\"campaign\" : \"a b\"", ["'campaign' is 'a b', not the id of a"]),
    (
      "\"campaign\" : null", "\"campaign\" : \"fall\"",
      ["the file is meant for the campaign 'fall', this is 'spring'; import it into that campaign"]
    ),
    (
      sha256, String(repeating: "cd", count: 32),
      [
        """
        the file answers sample '1' (sha256 \(String(repeating: "cd", count: 32))), the campaign \
        asks sample '1' (sha256 \(sha256)); import it into a campaign with that framework
        """
      ]
    ),
  ]

  @Test(arguments: refused)
  func `Every fault of a file is listed`(
    _ sample: (old: String, new: String, findings: [String])
  ) throws {
    let text = Self.text.replacing(sample.old, with: sample.new)
    #expect(text != Self.text)
    let findings = try #require(refusal(Array(text.utf8)))
    #expect(findings.listed.count == sample.findings.count)
    for (finding, beginning) in zip(findings.listed, sample.findings) {
      let message = "\(finding.problem.what); \(finding.problem.mend)"
      #expect(message.hasPrefix(beginning), "\(finding)")
      #expect(finding.place.line != nil && finding.place.column != nil, "\(finding)")
    }
  }

  static let unreadable: [(bytes: [UInt8], problem: SharedFileProblem)] = [
    ([], .notJSON(.endsEarly)),
    (Array("[1]".utf8), .otherFormat),
    (Array("{}".utf8), .otherFormat),
    (Array("null".utf8), .otherFormat),
    (Array(text.utf8.dropLast(3)), .notJSON(.endsEarly)),
    (Array(text.utf8) + Array("{}".utf8), .notJSON(.afterEnd)),
    (Array(text.utf8) + [0xE9], .notJSON(.notUTF8)),
    ([0x7B, 0x00, 0x7D, 0x00], .notJSON(.unexpected("\u{0}"))),
  ]

  @Test(arguments: unreadable)
  func `A file that is no response at all is refused`(
    _ sample: (bytes: [UInt8], problem: SharedFileProblem)
  ) throws {
    #expect(refusal(sample.bytes)?.listed.map(\.problem) == [sample.problem])
  }

  // Made inside the test: as arguments, a million bytes would be printed one by one.
  @Test(arguments: [
    (UInt8(ascii: "["), 1_048_576, SharedFileProblem.notJSON(.tooDeep)),
    (UInt8(ascii: " "), 1_048_577, .tooLarge(bytes: 1_048_577)),
  ])
  func `A file at the limit of size is read, one beyond it is not`(
    byte: UInt8, count: Int, problem: SharedFileProblem
  ) throws {
    let bytes = [UInt8](repeating: byte, count: count)
    #expect(refusal(bytes)?.listed.map(\.problem) == [problem])
  }

  // Lines and columns were counted in the text above: `answers` opens line 2, `"3"` is on line 5.
  @Test(arguments: [
    ("\"3\"", "\"6\"", 5, 5), ("\"talk.ask\"", "\"talk.aks\"", 4, 5),
    ("\"month\" : \"2026-11\",", "", 1, 1), ("\"2026-11\"", "\"9999-12\"", 32, 3),
    ("\"OH\"", "\"Ohio\"", 14, 7), ("\"version\" : \"1\"", "\"version\" : 1", 21, 5),
  ])
  func `A fault is told with its line and column`(old: String, new: String, line: Int, column: Int)
    throws
  {
    let finding = try #require(
      refusal(Array(Self.text.replacing(old, with: new).utf8))?.listed.first)
    #expect(finding.place.line == line && finding.place.column == column, "\(finding)")
  }

  // What other readers of JSON let pass; RFC 8259 has none of it, or leaves it open.
  @Test(arguments: [
    ("\"revision\" : 2,", "\"revision\" : 2, \"revision\" : 9,"),
    ("\"revision\" : 2,", "\"revision\" : 2, \"re\\u0076ision\" : 9,"),
    ("\"plan.time\" : \"\",", "\"plan.time\" : \"\", \"plan.time\" : \"5\","),
    ("\"schema\" : 1", "\"schema\" : 1.0"), ("\"schema\" : 1", "\"schema\" : 1e0"),
    ("\"revision\" : 2,", "\"revision\" : 2.0,"), ("\"revision\" : 2,", "\"revision\" : 02,"),
    ("\"revision\" : 2,", "\"revision\" : +2,"), ("\"revision\" : 2,", "\"revision\" : 2e0,"),
    ("\"top\" : [\n    \"talk.listen\"\n  ]", "\"top\" : [\"talk.listen\",]"),
    ("\"talk.listen\"\n  ]\n}", "\"talk.listen\"\n  ],\n}"),
    ("\"revision\" : 2,", "\"revision\" : 2, // the second\n"),
    ("\"revision\" : 2,", "/* */ \"revision\" : 2,"), ("2026-11", "9999-12"),
    ("2026-11", "2026-13"), ("2026-11", "0000-00"), ("2026-11", "0001-01"), ("2026-11", "+026-11"),
    ("\"librarian\"", "'librarian'"), ("\"librarian\"", "\"librarian\\ud800\""),
  ])
  func `What other readers let pass is refused`(old: String, new: String) throws {
    let text = Self.text.replacing(old, with: new)
    #expect(text != Self.text)
    #expect(refusal(Array(text.utf8)) != nil)
  }

  @Test func `A byte order mark in front changes nothing`() throws {
    #expect(try read("\u{FEFF}" + Self.text) == read(Self.text))
  }

  @Test func `A withdrawal with other keys is refused`() throws {
    let text = """
      {"kind": "waymark-withdrawal", "response": "\(Self.id)", "revision": 3, "schema": 1,
      "reason": "private"}
      """
    #expect(refusal(Array(text.utf8))?.listed.map(\.problem) == [.unknownKey("reason")])
  }

  @Test(arguments: ["response", "withdrawal"])
  func `A file has exactly the keys of the published schema`(kind: String) throws {
    let path = Checkout.root.appending(path: "docs/response.schema.json")
    let schema = try JSONDecoder().decode(Schema.self, from: Data(contentsOf: path))
    let object = try #require(schema.definitions[kind])
    let text =
      kind == "response"
      ? Self.text : try SharedFile(Withdrawal(of: .response, Self.id, revision: 3)).json()
    let keys = Set(try JSONDecoder().decode(Keys.self, from: Data(text.utf8)).names)
    // What a person adds by their own choice has keys of its own, which no file must have.
    // The proof is in every file of the second version, and in none of the first, as this one is.
    let added: Set = kind == "response" ? ["did", "form", "lookingBack", "proof"] : ["proof"]
    #expect(Set(object.properties?.names ?? []) == keys.union(added))
    #expect(Set(object.required ?? []) == keys)
    #expect(object.additionalProperties == false)
    #expect(keys.isDisjoint(with: ["name", "notes", "note", "accessible", "evidence"]))
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

  /// What is shared in a file that is a response.
  static func response(in file: SharedFile) throws -> Response {
    guard case .payload(.response(let response), _, _) = file.content else { throw SampleError() }
    return response
  }

  @Test func `A file that named its kind by another key is read as before`() throws {
    let before = Self.text.replacing("\"kind\"", with: "\"format\"")
    #expect(try read(before) == read(Self.text))
    let both = Self.text.replacing("\"schema\"", with: "\"format\" : \"other\", \"schema\"")
    #expect(refusal(Array(both.utf8))?.listed.map(\.problem) == [.unknownKey("format")])
  }

  func refusal(
    _ bytes: [UInt8], importance: ImportanceMode? = nil
  ) -> Findings<SharedFileProblem>? {
    do {
      _ = try read(bytes, campaign: "spring", importance: importance)
      return nil
    } catch {
      return error as? Findings<SharedFileProblem>
    }
  }

  func read(
    _ text: String, campaign: String? = nil, importance: ImportanceMode? = nil
  ) throws -> SharedFile {
    try read(Array(text.utf8), campaign: campaign, importance: importance)
  }

  private func read(
    _ text: String, core: Set<String>, campaignAsks form: QuestionnaireForm
  ) throws -> SharedFile {
    let framework = try SampleFramework.small(core: core)
    return try SharedFile(
      bytes: Array(text.utf8), file: "r.json",
      expecting: SharedFile.Expectation(
        framework: framework,
        key: Framework.Key(id: framework.id, version: framework.version, sha256: Self.sha256),
        background: try SampleBackgroundQuestions.small(), campaign: nil, form: form))
  }

  // Answered are talk.ask, talk.listen and talk.teach; plan.time was skipped.
  private static let forms: [([String], Bool, QuestionnaireForm, String?)] = [
    (["talk.ask", "talk.listen", "talk.teach"], true, .core, nil),
    (["talk.ask", "talk.listen", "talk.teach"], true, .full, nil),
    (["talk.ask", "talk.listen", "talk.teach"], false, .core, nil),
    (["talk.ask", "talk.listen"], false, .full, nil),
    (
      ["talk.ask", "talk.listen"], true, .full,
      "r.json:6:5: the file is of the core form, and 'talk.teach' is none of it; ask for the file "
        + "again, as `waymark share` wrote it"
    ),
    (
      ["talk.ask"], false, .core,
      "r.json:5:5: the campaign asks the core form; the file answers 2 other statements, first "
        + "'talk.listen'; ask for answers given with `waymark assess --campaign FILE`"
    ),
  ]

  @Test(arguments: forms)
  func `The core form is read and written back, and never mixed with other answers`(
    core: [String], saysSo: Bool, campaign: QuestionnaireForm, expected: String?
  ) throws {
    let text =
      saysSo
      ? Self.text.replacing("  \"framework\" :", with: "  \"form\" : \"core\",\n  \"framework\" :")
      : Self.text
    do {
      let file = try read(text, core: Set(core), campaignAsks: campaign)
      #expect(expected == nil)
      #expect(try Self.response(in: file).form == (saysSo ? .core : .full))
      #expect(try file.json() == text)
    } catch let error as Findings<SharedFileProblem> {
      #expect(
        error.listed.map(\.description).first?.hasPrefix(expected ?? "nothing") == true, "\(error)")
    }
  }

  func read(
    _ bytes: [UInt8], campaign: String? = nil, importance: ImportanceMode? = nil
  ) throws -> SharedFile {
    let framework = try SampleFramework.small()
    let expectation = SharedFile.Expectation(
      framework: framework,
      key: Framework.Key(id: framework.id, version: framework.version, sha256: Self.sha256),
      background: try SampleBackgroundQuestions.small(), campaign: campaign.flatMap { ID($0) },
      importance: importance)
    return try SharedFile(bytes: bytes, file: "r.json", expecting: expectation)
  }
}
