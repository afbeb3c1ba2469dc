import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Level counts written as a table, and tables of counts added up.
struct CountsFileTests {
  private let framework: Framework
  private let questions: BackgroundQuestions

  init() throws {
    framework = try SampleFramework.small()
    questions = try SampleBackground.small()
  }

  private func tables(_ names: [String]) throws -> [[Grouping]] {
    try Grouping.tables(names, framework: framework, background: questions, source: "--by")
  }

  private func counts(people: Int, skipping: Int = 0, by names: [String]) throws -> CampaignCounts {
    var counter = SheetCounter(framework: framework, tables: try tables(names))
    let demo = DemoCampaign(framework: framework, background: questions, people: people, seed: 5)
    for person in demo.dropFirst(skipping) {
      counter.add(
        AnswerSheet(person.answers, framework: framework), role: person.role,
        background: person.background, framework: framework, questions: questions)
    }
    return try counter.counts()
  }

  /// A table as text, split by hand: none of its cells is quoted.
  private func rows(_ text: String) -> [TableRow] {
    text.split(separator: "\r\n").enumerated().map { place, line in
      TableRow(
        line: place + 1,
        fields: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private func text(
    of counts: CampaignCounts, isMadeUp: Bool, origin: String = "0123"
  ) -> String {
    var text = ""
    CountsText.write(counts, framework: framework, origin: origin, isMadeUp: isMadeUp) {
      text += $0
    }
    return text
  }

  private func problems(_ text: String) throws -> [String] {
    var table = CountsFile(framework: framework, background: questions)
    let rows = rows(text.replacing("\n", with: "\r\n"))
    let findings = try #require(throws: Findings<CountsProblem>.self) {
      try table.read(rows, file: "c.csv")
    }
    return findings.listed.map(\.description)
  }

  @Test(arguments: [["state"], ["state,years", "position"], ["role", "state,role"], []])
  func `Counts that were written are read as they were`(names: [String]) throws {
    let counts = try counts(people: 400, by: names)
    var table = CountsFile(framework: framework, background: questions)
    let text = text(of: counts, isMadeUp: false)
    try table.read(rows(text), file: "c.csv")
    let read = try table.counts(by: try tables(names)).get()
    #expect(read.overall == counts.overall)
    #expect(read.tables == counts.tables)
    #expect(!table.isMadeUp)
  }

  @Test func `The files of two libraries add up to the counts of both`() throws {
    let both = try counts(people: 300, by: ["state"])
    let first = try counts(people: 120, by: ["state"])
    let second = try counts(people: 300, skipping: 120, by: ["state"])
    var table = CountsFile(framework: framework, background: questions)
    for (part, origin) in [(first, "01"), (second, "02")] {
      try table.read(
        rows(text(of: part, isMadeUp: true, origin: origin)), file: "c.csv")
    }
    let read = try table.counts(by: try tables(["state"])).get()
    #expect(read.overall == both.overall)
    #expect(read.tables == both.tables)
    #expect(table.isMadeUp)
  }

  /// What is wrong with the last of several files; the others are sound.
  private func problems(ofLast files: [(name: String, text: String)]) throws -> [String] {
    var table = CountsFile(framework: framework, background: questions)
    for file in files.dropLast() { try table.read(rows(file.text), file: file.name) }
    let last = try #require(files.last)
    let findings = try #require(throws: Findings<CountsProblem>.self) {
      try table.read(rows(last.text), file: last.name)
    }
    return findings.listed.map(\.description)
  }

  @Test func `The same people are not added up twice, by whatever they are grouped`() throws {
    let plain = text(of: try counts(people: 30, by: []), isMadeUp: false, origin: "ab")
    let grouped = text(of: try counts(people: 30, by: ["state"]), isMadeUp: false, origin: "ab")
    let more = text(of: try counts(people: 31, by: []), isMadeUp: true, origin: "ab")
    let other = text(of: try counts(people: 9, by: []), isMadeUp: false, origin: "cd")
    for (last, line) in [(grouped, 2), (more, 2)] {
      #expect(
        try problems(ofLast: [("a.csv", plain), ("x.csv", other), ("b.csv", last)]) == [
          "b.csv:\(line): it counts the same people as a.csv; leave one of them out; "
            + "`waymark counts --by A --by B` writes several tables into one file"
        ])
    }
  }

  @Test func `Counts that name no campaign are told by what they say`() throws {
    let text = text(of: try counts(people: 30, by: []), isMadeUp: false)
      .split(separator: "\r\n").filter { !$0.contains("from:") }
    let one = text.joined(separator: "\r\n") + "\r\n"
    #expect(
      try problems(ofLast: [("a.csv", one), ("a.csv", one)]) == [
        "a.csv: it says the same as a.csv, row by row; leave one of them out"
      ])
    var table = CountsFile(framework: framework, background: questions)
    let rest = [text[0]] + text.dropFirst().reversed()
    try table.read(rows(one), file: "a.csv")
    try table.read(rows(rest.joined(separator: "\r\n")), file: "b.csv")
    #expect(try table.counts(by: []).get().overall.respondents == 60)
  }

  @Test func `A table that only some of the files have is named, and so is the role with it`()
    throws
  {
    var table = CountsFile(framework: framework, background: questions)
    for (groupings, origin) in [(["state"], "01"), (["years"], "02")] {
      let text = text(of: try counts(people: 30, by: groupings), isMadeUp: false, origin: origin)
      try table.read(rows(text), file: "c.csv")
    }
    #expect(try table.counts(by: try tables(["role"])).get().overall.respondents == 60)
    for wanted in [["state"], ["role", "state"], ["years"]] {
      let missing = try #require(wanted.last)
      #expect(throws: CountsFile.MissingTable(groupings: [missing])) {
        try table.counts(by: try tables(wanted)).get()
      }
    }
  }

  @Test func `People who were made up are not added to real ones`() throws {
    let made = text(of: try counts(people: 30, by: []), isMadeUp: true, origin: "01")
    let real = text(of: try counts(people: 20, by: []), isMadeUp: false, origin: "02")
    for files in [[("a.csv", made), ("b.csv", real)], [("a.csv", real), ("b.csv", made)]] {
      #expect(
        try problems(ofLast: files) == [
          "b.csv: it would mix people who were made up with real ones; report on them apart from each "
            + "other"
        ])
    }
  }

  @Test func `A table that no file has is named`() throws {
    var table = CountsFile(framework: framework, background: questions)
    let text = text(of: try counts(people: 30, by: ["years"]), isMadeUp: false)
    try table.read(rows(text), file: "c.csv")
    let wanted = try tables(["state"])
    #expect(throws: CountsFile.MissingTable(groupings: ["state"])) {
      try table.counts(by: wanted).get()
    }
  }

  @Test func `Everything wrong with a file is said at once, with its place`() throws {
    let text = """
      role,state,competency,level,count
      assistant,*,talk.listen,7,3
      assistent,*,talk.listen,1,3
      assistant,Ohio,talk.listen,1,3
      assistant,*,talk.lissen,1,3
      assistant,*,talk.ask,1,3.5
      assistant,*,talk.ask,2,4
      assistant,*,talk.ask,2,4
      assistant,*,area:IX,rated,4
      assistant,*,talk.ask,2

      """
    #expect(
      try problems(text) == [
        "c.csv:2: '7' is no level here; "
          + "write 1 to the highest level, na, unsure, skipped or not-asked",
        "c.csv:3:1: 'assistent' is no group of 'role'; did you mean 'assistant'?",
        "c.csv:4:2: 'Ohio' is no group of 'state'; take the ids of 'state'",
        "c.csv:5: no competency has the id 'talk.lissen'; "
          + "take the ids from: waymark framework show",
        "c.csv:6:5: '3.5' is no number of people; "
          + "write a whole number of 0 or more, in digits alone",
        "c.csv:8: the same group, competency and level stand in line 7 already; "
          + "leave one of the two out",
        "c.csv:9: no competency has the id 'area:IX'; "
          + "take the ids from: waymark framework show",
        "c.csv:10: the row has 4 fields, the header has 5; "
          + "look for a comma or a quote too many or too few",
      ])
  }

  @Test func `More people than there can be are refused, and not lost in a sum`() throws {
    let rows =
      (["assistant", "librarian"].flatMap { role in
        ["\(role),*,*,600000000"]
          + framework.competencies.map { "\(role),\($0.id),not-asked,600000000" }
      })
    let text = "role,competency,level,count\n" + rows.joined(separator: "\n") + "\n"
    #expect(
      try problems(text) == [
        "c.csv: the files count 1200000000 people; "
          + "leave files out until there are at most 1000000000"
      ])
  }

  @Test func `Answers that are not as many as the people are refused`() throws {
    let text = """
      role,competency,level,count
      assistant,*,*,3
      assistant,talk.listen,1,2

      """
    let found = try problems(text)
    #expect(found.count == 5)
    #expect(
      found[0] == "c.csv: assistant: the answers to 'talk.listen' are 2, the people 3; "
        + "count every answer, also skipped and not-asked")
  }
}
