import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What stands on the screen is taken where it is typed.
struct TypedWordsTests {
  private func id<Subject>(_ text: String) throws -> ID<Subject> { try SampleAssessment.id(text) }

  private func at(_ lines: [String]) throws -> Questionnaire {
    var questionnaire = Questionnaire(try SampleFramework.small())
    _ = questionnaire.start()
    for line in lines { _ = questionnaire.receive(questionnaire.input(typed: line)) }
    return questionnaire
  }

  private static let words = Questionnaire.Vocabulary(
    notPartOfMyWork: ["Nada de mi trabajo"], cannotJudge: ["I can't judge this"],
    skip: ["Skip for now"], importance: ["Low", "Middling", "High"], noRole: ["No comparison"],
    none: ["none"], and: ["and", "y"], goOn: ["Go on"], finish: ["Finish here"])

  @Test(arguments: [
    ("Children's librarian", "librarian"), ("children\u{2019}s  LIBRARIAN", "librarian"),
    ("librarian", "librarian"), ("chil", "librarian"), ("library assistant", "assistant"),
    ("1. Library assistant", "assistant"), ("2) children's librarian", "librarian"),
    ("2.", "librarian"), ("no comparison", "none"), ("0", "none"),
    ("1. Children's librarian", nil), ("c", nil), ("x", nil), ("1 2", nil), ("-1", nil),
    ("3", nil), ("", nil),
  ])
  func `A role by its number, its words, their beginning or its id`(
    typed: String, role: String?
  ) throws {
    let input = try at([]).input(typed: typed, in: Self.words)
    switch role {
    case nil:
      switch input {
      case .unknown, .next: break
      default: Issue.record("\(input)")
      }
    case "none": #expect(input == .role(nil))
    case let role?: #expect(input == .role(try id(role)))
    }
  }

  @Test(arguments: [
    ("2", "II"), ("ii", "II"), ("planning", "II"), ("Planning and Money", "II"), ("plan", "II"),
    ("Talking", "I"), ("2 Planning", "II"), ("1 planning", nil), ("p", nil), ("3", nil),
    ("2 1", nil),
  ])
  func `An area by its number, its names, their beginning or its id`(
    typed: String, area: String?
  ) throws {
    for questionnaire in [try at(["2"]), try at(["2", "", "3", "a", "f"])] {
      let input = questionnaire.input(typed: typed, in: Self.words)
      if let area {
        #expect(input == .area(try id(area)))
      } else {
        #expect(input == .unknown(typed))
      }
    }
  }

  @Test(arguments: [
    ("nada de mi TRABAJO", Answer.notPartOfMyWork), ("na", .notPartOfMyWork),
    ("I can\u{2019}t judge this", .cannotJudge), ("unsure", .cannotJudge),
    ("skip for now", .skipped), ("s", .skipped), ("skip", .skipped),
  ])
  func `An answer that is no level by its words`(typed: String, answer: Answer) throws {
    let input = try at(["2", ""]).input(typed: typed, in: Self.words)
    #expect(input == .answer(answer, for: try id("talk.listen")))
  }

  // Keys that come at once must be a whole name, or nothing.
  @Test(arguments: ["on my", "on", "lead", "3.", "3. On my own", "1.", "nada", "3 4", "33", "3,"])
  func `At a statement no beginning and no number with more is an answer`(typed: String) throws {
    #expect(try at(["2", ""]).input(typed: typed, in: Self.words) == .unknown(typed))
  }

  @Test(arguments: [
    ("1 and 2", ["talk.listen", "talk.ask"]), ("1, 2", ["talk.listen", "talk.ask"]),
    ("2 1", ["talk.ask", "talk.listen"]), ("1,2", ["talk.listen", "talk.ask"]),
    ("1 & 2", ["talk.listen", "talk.ask"]), ("1; 2", ["talk.listen", "talk.ask"]),
    ("1 y 2", ["talk.listen", "talk.ask"]), ("2, and 1", ["talk.ask", "talk.listen"]),
    ("none", []), ("0", []), ("Title of talk.ask", ["talk.ask"]), ("2.", ["talk.ask"]),
    ("and", nil), ("1 and", ["talk.listen"]), ("4", nil), ("1 or 2", nil), ("1.5", nil),
  ])
  func `Picks by their numbers in a list as people write it`(
    typed: String, picks: [String]?
  ) throws {
    let input = try at(["2", "", "3", "3", "9"]).input(typed: typed, in: Self.words)
    if let picks {
      #expect(input == .pick(try picks.map { try id($0) }, in: try id("I")))
    } else {
      #expect(input == .unknown(typed))
    }
  }

  @Test func `At the end of an area, words go on or name a statement`() throws {
    let questionnaire = try at(["2", "", "9", "9", "9"])
    func means(_ typed: String) -> Questionnaire.Input {
      questionnaire.input(typed: typed, in: Self.words)
    }
    #expect(means("go on") == .next(at: .areaEnd(try id("I"))))
    #expect(means("title of talk.ask") == .again(try id("talk.ask")))
    #expect(means("2. Title of talk.ask") == .again(try id("talk.ask")))
    #expect(means("areas") == .areas && means("finish") == .finish && means("STOP") == .stop)
    #expect(means("title of") == .unknown("title of"))
  }

  @Test func `How important a statement is by its words`() throws {
    var questionnaire = Questionnaire(
      try SampleFramework.small(), occasion: try SampleInvitation.occasion(), role: .settled(nil))
    _ = questionnaire.start()
    for line in ["", "3"] { _ = questionnaire.receive(questionnaire.input(typed: line)) }
    let three: ImportanceRating = try #require(ImportanceRating(rank: 3))
    #expect(
      questionnaire.input(typed: "HIGH", in: Self.words) == .rate(three, for: try id("plan.time")))
    #expect(questionnaire.input(typed: "hi", in: Self.words) == .unknown("hi"))
  }
}
