import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// The counter that reads sheets sixteen competencies at a time, against counts made one by one.
struct SheetCounterTests {
  private let framework: Framework
  private let questions: BackgroundQuestions

  init() throws {
    framework = try SampleFramework.small()
    questions = try SampleBackground.small()
  }

  private struct Person {
    let sheet: String
    let role: Int?
    let background: String
  }

  /// People whose codes are chosen at random; `position`, `years` and `state` take one character
  /// each, `ages` three.
  private func people(_ count: Int, seed: UInt64) -> [Person] {
    var random = SplitMix64(seed: seed)
    func pick(_ codes: String) -> Character {
      Array(codes)[random.number(below: codes.count)]
    }
    return (0..<count).map { _ in
      Person(
        sheet: String((0..<5).map { _ in pick("1234509-.") }),
        role: [nil, 0, 1][random.number(below: 3)],
        background: String([pick("-012"), pick("-012"), pick("-01234")]) + "-+-")
    }
  }

  private func counts(_ people: [Person], by tables: [[String]]) throws -> CampaignCounts {
    let tables = try tables.map {
      try Grouping.named($0, framework: framework, background: questions)
    }
    var counter = SheetCounter(framework: framework, tables: tables)
    for person in people {
      counter.add(
        role: person.role, background: Array(person.background.utf8).span.bytes,
        sheet: Array(person.sheet.utf8).span.bytes)
    }
    return try counter.counts()
  }

  /// How many people of a list gave each code to each competency.
  private func expect(_ counts: LevelCounts, toCount people: [Person]) throws {
    #expect(counts.respondents == people.count)
    let one = try #require(Level(rank: 1))
    let answers: [(Character, Answer?)] = [
      ("1", .level(one)), ("0", .notPartOfMyWork), ("9", .cannotJudge), ("-", .skipped),
      (".", nil),
    ]
    for position in 0..<5 {
      for (code, answer) in answers {
        for role in [nil, 0, 1] {
          let expected = people.count {
            $0.role == role && Array($0.sheet)[position] == code
          }
          #expect(counts.count(of: answer, competency: position, role: role) == expected)
        }
      }
    }
  }

  @Test(arguments: [0, 1, 254, 255, 256, 511, 2000])
  func `Everybody and every cell are counted as one by one`(size: Int) throws {
    let people = people(size, seed: UInt64(size))
    let counts = try counts(people, by: [["state"], ["state", "position"], ["role"]])
    try expect(counts.overall, toCount: people)
    // Groups come in the order of the options, no answer last.
    for (group, code) in "01234-".enumerated() {
      let inState = people.filter { Array($0.background)[2] == code }
      try expect(counts.tables[0].cells[group], toCount: inState)
      for (position, other) in "012-".enumerated() {
        try expect(
          counts.tables[1].cells[group * 4 + position],
          toCount: inState.filter { Array($0.background)[0] == other })
      }
    }
    for (group, role) in [0, 1, nil].enumerated() {
      try expect(counts.tables[2].cells[group], toCount: people.filter { $0.role == role })
    }
  }

  @Test func `A table of the role and a question has a cell for each pair`() throws {
    let people = people(300, seed: 3)
    let counts = try counts(people, by: [["years", "role"]])
    for (group, code) in "012-".enumerated() {
      for (place, role) in [0, 1, nil].enumerated() {
        try expect(
          counts.tables[0].cells[group * 3 + place],
          toCount: people.filter { Array($0.background)[1] == code && $0.role == role })
      }
    }
  }

  @Test func `Counts of parts add up to the counts of the whole, in any order`() throws {
    let people = people(700, seed: 4)
    let tables = [["state", "years"], ["role"]]
    let whole = try counts(people, by: tables)
    #expect(try counts(people.reversed(), by: tables) == whole)
    for cut in [0, 1, 350, 700] {
      var sum = try counts(Array(people[cut...]), by: tables)
      sum += try counts(Array(people[..<cut]), by: tables)
      #expect(sum == whole)
    }
  }

  @Test(arguments: ["8", "6", "a", "\u{0}"])
  func `A sheet with a character that is no answer is noticed`(code: String) throws {
    var people = people(600, seed: 5)
    people[300] = Person(sheet: "11\(code)11", role: 0, background: "------")
    #expect(throws: SheetCounter.Unreadable.self) { try counts(people, by: [["state"]]) }
  }

  /// Areas that end before, at and after the end of a vector, on scales that need the vectors once
  /// and twice.
  @Test(arguments: [2, 4, 5, 8], [[15, 16], [17, 1, 33], [1]])
  func `Areas and scales of any size are counted as one by one`(
    levels: Int, sizes: [Int]
  ) throws {
    let framework = try SampleFramework.make(
      areas: sizes.enumerated().map { area, size in
        ("A\(area)", "Area", "Area", (0..<size).map { ("a\(area).c\($0)", [1, nil], nil) })
      }, levels: (1...levels).map { "Level \($0)" })
    let codes = (1...levels).map { Character(String($0)) } + Array("09-.")
    var random = SplitMix64(seed: UInt64(levels))
    // Some rate everything, so that there are complete areas.
    let sheets = (0..<400).map { person in
      (0..<sizes.reduce(0, +)).map { _ in
        codes[random.number(below: person % 2 == 0 ? levels : codes.count)]
      }
    }
    var counter = SheetCounter(framework: framework)
    for sheet in sheets {
      counter.add(
        role: 1, background: [UInt8]().span.bytes, sheet: Array(String(sheet).utf8).span.bytes)
    }
    let counts = try counter.counts()
    for position in 0..<sizes.reduce(0, +) {
      for rank in 1...levels {
        let level = try #require(Level(rank: rank))
        #expect(
          counts.overall.count(of: .level(level), competency: position, role: 1)
            == sheets.count { $0[position] == codes[rank - 1] })
      }
      for (answer, code) in [
        (Answer.notPartOfMyWork, Character("0")), (.cannotJudge, "9"), (.skipped, "-"),
      ] {
        #expect(
          counts.overall.count(of: answer, competency: position)
            == sheets.count { $0[position] == code })
      }
      #expect(
        counts.overall.count(of: nil, competency: position)
          == sheets.count { $0[position] == "." })
    }
    for (area, positions) in framework.positionsByArea.enumerated() {
      let levels = sheets.map { sheet in
        sheet[positions].compactMap { $0.wholeNumberValue }.filter { (1...levels).contains($0) }
      }
      #expect(counts.overall.raters(ofArea: area) == levels.count { !$0.isEmpty })
      let complete = levels.filter { $0.count == positions.count }
      let sums = counts.areas[area]
      #expect(sums.people == complete.count)
      #expect(
        sums.levels
          == (0..<positions.count).map { place in
            complete.reduce(0) { $0 + $1[place] }
          })
      #expect(sums.squares == complete.joined().reduce(0) { $0 + $1 * $1 })
      #expect(
        sums.squaredTotals == complete.map { $0.reduce(0, +) }.reduce(0) { $0 + $1 * $1 })
    }
  }

  @Test(arguments: [-1, 2, Int.min, Int.max])
  func `A place that is no role's counts as no role`(place: Int) throws {
    let counts = try counts(
      [Person(sheet: "12345", role: place, background: "------")], by: [["state"]])
    #expect(counts.overall.respondents(role: 2) == 1)
    #expect(counts.overall.respondents == 1)
  }

  // By hand: of the first area (three statements) only 123 and 455 are complete.
  @Test func `Sums for an area's reliability take only complete sheets`() throws {
    let people = ["1239.", "455-5", "4-5..", "0335.", "99911"].map {
      Person(sheet: $0, role: nil, background: "------")
    }
    let areas = try counts(people, by: []).areas
    #expect(areas[0].people == 2)
    #expect(areas[0].levels == [5, 7, 8])
    #expect(areas[0].squares == 1 + 4 + 9 + 16 + 25 + 25)
    #expect(areas[0].squaredTotals == 6 * 6 + 14 * 14)
    #expect(areas[1].people == 1)
    #expect(areas[1].levels == [1, 1])
  }
}
