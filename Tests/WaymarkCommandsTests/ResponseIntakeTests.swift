import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

@testable import WaymarkCommands

/// Imports into a store, of files that the tests make, for the shipped framework.
@Suite struct ResponseIntakeTests {
  private let installed: InstalledDocuments
  private let documents: CampaignDocuments

  private var framework: Framework { documents.framework }
  private var background: BackgroundQuestions { documents.background }

  init() throws {
    installed = try InstalledDocuments.find(from: #filePath)
    documents = try installed.campaignDocuments()
  }

  private func demo(people: Int, seed: UInt64 = 7) -> String {
    let text = WideTableText(framework: framework, background: background)
    let campaign = DemoCampaign(
      framework: framework, background: background, people: people, seed: seed)
    return text.header + campaign.map(text.line).joined()
  }

  @Test func `Of many faults in one file, all that are not listed are counted`() throws {
    try withWorkplace { place in
      // 30 rows with 4 faults each are 120: 50 are listed.
      let rows = demo(people: 30).split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let bad = rows.enumerated().map { place, row in
        place == 0
          ? row.joined(separator: ",") : row.dropLast(4).joined(separator: ",") + ",x,x,x,x"
      }
      try place.write(
        Array(bad.map { $0 + "\n" }.joined().utf8), to: place.folder + "/bad.csv")
      let outcome = try place.run("import", "responses", "bad.csv", "--campaign", "c", "--new")
      #expect(outcome.exit == 65)
      #expect(outcome.stderr.split(separator: "\n").count { $0.contains("is no answer") } == 50)
      #expect(
        outcome.stderr.contains(
          "\n50 of 120 are shown, and 70 more are not; all are written by --problems FILE\n"),
        "\(outcome.stderr.suffix(400))")
    }
  }

  private func shared(_ id: String, revision: Int, level: Int) throws -> String {
    let answer = Answer.level(try #require(Level(rank: level)))
    let competency = framework.competencies[0].id
    return try SharedFile(
      .response(
        Response(
          id: id, revision: revision, link: nil, month: "2026-11", role: RoleID("librarian"),
          answers: [competency: answer], importance: .init(), background: [:])),
      framework: documents.key, campaign: nil
    ).json()
  }

  /// Imports files into the campaign `test`; gives the summary, or throws and changes nothing.
  private func take(
    _ files: [(name: String, text: String)], into store: Store, at folder: String,
    table: WideTableOptions = WideTableOptions()
  ) throws -> String {
    let paths = try files.map { file in
      let path = folder + "/" + file.name
      try Data(file.text.utf8).write(to: URL(fileURLWithPath: path))
      return path
    }
    return try ResponseIntake.take(
      paths, into: try #require(ID<Campaign>("test")), of: store, installed: installed,
      format: ResponseReader.Format(table: table), progress: Progress(Console(isQuiet: true)),
      words: CommandWords.english.import
    ).intake.summary
  }

  private func rows(_ store: Store) throws -> [CodedResponse] {
    var rows: [CodedResponse] = []
    try store.records(of: try #require(ID<Campaign>("test"))) { rows.append($0) }
    return rows
  }

  /// The digit on a sheet for the first competency, of every respondent.
  private func firstAnswers(_ store: Store) throws -> [String] {
    try rows(store).map { String(decoding: $0.sheet.prefix(1), as: UTF8.self) }
  }

  private func withStore(_ body: (Store, String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try body(try Store(path: folder + "/s.sqlite", for: .writing), folder)
    }
  }

  private let first = "11111111-1111-4111-8111-111111111111"
  private let second = "22222222-2222-4222-8222-222222222222"

  @Test func `A table is taken in once, marked as made up, and recognised the second time`() throws
  {
    try withStore { store, folder in
      let table = [("demo.csv", demo(people: 40))]
      let summary = try take(table, into: store, at: folder)
      #expect(summary == "Responses: 40 new (made-up people)")
      let again = try take(table, into: store, at: folder)
      #expect(again == "Responses: 0 new, 40 known already (made-up people)")
      #expect(try rows(store).count == 40)
      let campaign = try store.campaign(try #require(ID("TEST")))
      #expect(campaign?.isMadeUp == true)
    }
  }

  @Test func `What was taken in is what the table said`() throws {
    try withStore { store, folder in
      _ = try take([("demo.csv", demo(people: 25))], into: store, at: folder)
      let people = Array(
        DemoCampaign(
          framework: framework, background: background, people: 25, seed: 7))
      let stored = try rows(store)
      for (record, person) in zip(stored, people) {
        let sheet = AnswerSheet(person.answers, framework: framework)
        #expect(String(decoding: record.sheet, as: UTF8.self) == sheet.description)
        #expect(record.role.map { framework.roles[$0].id } == person.role)
        let text = String(decoding: record.background, as: UTF8.self)
        let answers = BackgroundSheet(text, questions: background)?.answers(to: background)
        #expect(answers == person.background)
      }
      #expect(stored.count == people.count)
    }
  }

  @Test func `A higher revision replaces a lower one, in any order`() throws {
    try withStore { store, folder in
      _ = try take(
        [("a.json", try shared(first, revision: 1, level: 2))], into: store, at: folder)
      let higher = try take(
        [("b.json", try shared(first, revision: 3, level: 4))], into: store, at: folder)
      #expect(higher == "Responses: 0 new, 1 replaced")
      let older = try take(
        [("c.json", try shared(first, revision: 2, level: 1))], into: store, at: folder)
      #expect(older == "Responses: 0 new, 1 older than what is there")
      #expect(try firstAnswers(store) == ["4"])
    }
  }

  @Test func `A withdrawal removes the answers and keeps them out`() throws {
    try withStore { store, folder in
      let response = try shared(first, revision: 1, level: 2)
      let withdrawal = try SharedFile(Withdrawal(of: .response, first, revision: 2)).json()
      _ = try take([("a.json", response)], into: store, at: folder)
      let withdrawn = try take([("w.json", withdrawal)], into: store, at: folder)
      #expect(withdrawn == "Responses: 0 new, 1 withdrawn")
      let again = try take([("a.json", response)], into: store, at: folder)
      #expect(again == "Responses: 0 new, 1 older than what is there")
      #expect(try rows(store).isEmpty)
    }
  }

  @Test func `The same revision with other answers is refused`() throws {
    try withStore { store, folder in
      _ = try take(
        [("a.json", try shared(first, revision: 1, level: 2))], into: store, at: folder)
      let failure = #expect(throws: Failure.self) {
        try take([("b.json", try shared(first, revision: 1, level: 5))], into: store, at: folder)
      }
      #expect(failure?.exit == .input)
      #expect(failure?.message.contains("taken in before with other answers") == true)
      #expect(try firstAnswers(store) == ["2"])
    }
  }

  @Test func `One fault anywhere leaves the store as it was, and every fault is listed`() throws {
    try withStore { store, folder in
      var lines = demo(people: 3).split(separator: "\r\n").map(String.init)
      lines[2] = lines[2].replacing("made-up-7-2,", with: "made-up-7-1,")
      lines[3] += ",extra"
      let failure = #expect(throws: Failure.self) {
        try take(
          [
            ("good.json", try shared(first, revision: 1, level: 2)), ("broken.json", "{\"a\": 1"),
            ("table.csv", lines.joined(separator: "\r\n")),
          ], into: store, at: folder)
      }
      let message = try #require(failure?.message)
      #expect(message.contains("broken.json"))
      #expect(message.contains("table.csv:4"))
      #expect(message.hasSuffix("Nothing was taken in."))
      #expect(try store.campaigns().isEmpty)
    }
  }

  @Test func `Rows with a fault are passed over, counted and listed when they may be`() throws {
    try withStore { store, folder in
      var lines = demo(people: 4).split(separator: "\r\n").map(String.init)
      lines[2] += ",extra"
      var options = WideTableOptions()
      options.skipsBadRows = true
      let table = lines.joined(separator: "\r\n")
      let summary = try take([("d.csv", table)], into: store, at: folder, table: options)
      #expect(summary == "Responses: 3 new, 1 with a fault passed over (made-up people)")
      #expect(try rows(store).count == 3)
    }
  }

  @Test(arguments: [(WideTableOptions.Repeated.first, "3"), (.last, "5")])
  func `Of a respondent who is in a table twice, the row that was asked for is kept`(
    repeated: WideTableOptions.Repeated, level: String
  ) throws {
    try withStore { store, folder in
      var options = WideTableOptions()
      options.repeated = repeated
      options.isPartial = true
      let id = framework.competencies[0].id
      let summary = try take(
        [("d.csv", "respondent_id,\(id)\na,3\nb,1\na,5\n")], into: store, at: folder,
        table: options)
      #expect(summary == "Responses: 2 new, 1 repeated, the \(repeated.rawValue) row taken")
      #expect(try firstAnswers(store) == [level, "1"])
    }
  }

  @Test func `Made-up people and real ones do not mix`() throws {
    try withStore { store, folder in
      _ = try take(
        [("a.json", try shared(first, revision: 1, level: 2))], into: store, at: folder)
      let failure = #expect(throws: Failure.self) {
        try take([("demo.csv", demo(people: 2))], into: store, at: folder)
      }
      #expect(failure?.message.contains("made-up people") == true)
      #expect(try rows(store).count == 1)
    }
  }

  @Test func `Two people's files are two responses`() throws {
    try withStore { store, folder in
      let summary = try take(
        [
          ("a.json", try shared(first, revision: 1, level: 2)),
          ("b.json", try shared(second, revision: 1, level: 2)),
        ], into: store, at: folder)
      #expect(summary == "Responses: 2 new")
    }
  }
}
