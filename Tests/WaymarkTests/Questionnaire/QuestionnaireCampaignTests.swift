import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What the questionnaire asks for a campaign.
@Suite struct QuestionnaireCampaignTests {
  /// Begun at the first statement of the area that comes first, here the second.
  private func begun(
    importance: ImportanceMode = .rated, background: [String] = ["state", "ages"]
  ) throws -> Questionnaire {
    var questionnaire = Questionnaire(
      try SampleFramework.small(),
      occasion: try SampleInvitation.occasion(importance: importance, background: background),
      role: .settled(nil))
    _ = questionnaire.start()
    _ = questionnaire.receive(.next(at: questionnaire.prompt))
    return questionnaire
  }

  /// At the first background question, with nothing rated important.
  private func atBackground() throws -> Questionnaire {
    var questionnaire = try begun(importance: .none)
    _ = type(["3", "2", "", "3", "2", "4", ""], into: &questionnaire)
    return questionnaire
  }

  private func competency(_ text: String) throws -> CompetencyID {
    try #require(CompetencyID(text))
  }

  private func area(_ text: String) throws -> AreaID { try #require(AreaID(text)) }

  private func field(_ text: String) throws -> ID<BackgroundQuestions.Field> {
    try #require(ID(text))
  }

  private func option(_ text: String) throws -> ID<BackgroundQuestions.Option> {
    try #require(ID(text))
  }

  private func rating(_ rank: Int) throws -> ImportanceRating {
    try #require(ImportanceRating(rank: rank))
  }

  private func type(_ lines: [String], into questionnaire: inout Questionnaire)
    -> [Questionnaire.Effect]
  {
    var effects: [Questionnaire.Effect] = []
    for line in lines { effects = questionnaire.receive(questionnaire.input(typed: line)) }
    return effects
  }

  // MARK: - Where it begins

  @Test func `The campaign is shown first, and the areas begin at a rotated place and go round`()
    throws
  {
    var questionnaire = Questionnaire(
      try SampleFramework.small(), occasion: try SampleInvitation.occasion(), role: .settled(nil))
    let second = try area("II")
    let effects = questionnaire.start()
    #expect(
      effects.prefix(2) == [.show(.invitation(try SampleInvitation.made())), .show(.welcome)])
    #expect(effects.last == .show(.areas(next: second)))
    #expect(questionnaire.scope.map(\.description) == ["II", "I"])
    _ = type(["", "0", "0", ""], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try competency("talk.listen")))
  }

  @Test func `Every place is as likely as another, and the same id gives the same place`() throws {
    var counts = Array(repeating: 0, count: 7)
    for number in 0..<7_000 {
      let hex = String(number, radix: 16)
      let id = try #require(
        UUID(
          uuidString: "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - hex.count)
            + hex))
      counts[Rotation.start(of: id, areas: 7)] += 1
      #expect(Rotation.start(of: id, areas: 7) == Rotation.start(of: id, areas: 7))
    }
    // 1,000 each; five standard deviations of a binomial count are 146.
    #expect(counts.allSatisfy { (854...1_146).contains($0) }, "\(counts)")
    #expect(Rotation.start(of: UUID(), areas: 0) == 0)
  }

  @Test func `For one's own use the areas stay in their order`() throws {
    #expect(Questionnaire(try SampleFramework.small()).scope.map(\.description) == ["I", "II"])
  }

  @Test func `An area of nothing but not-my-work is left by Enter`() throws {
    var questionnaire = try begun(importance: .picks)
    _ = type(["0", "0"], into: &questionnaire)
    #expect(questionnaire.prompt == .areaEnd(try area("II")))
    _ = type([""], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try competency("talk.listen")))
  }

  // MARK: - Importance

  @Test func `A level is followed by its importance, saved before it is said to be`() throws {
    var questionnaire = try begun()
    let id = try competency("plan.time")
    #expect(type(["3"], into: &questionnaire).last == .show(.rating(id, earlier: nil)))
    let effects = type(["4"], into: &questionnaire)
    #expect(
      effects.prefix(2) == [.keep(.rating(id, try rating(4))), .say(.rated(id, try rating(4)))])
    #expect(questionnaire.prompt == .question(try competency("plan.money")))
    #expect(questionnaire.importance.ratings == [id: try rating(4)])
  }

  @Test(arguments: ["0", "9", "s"])
  func `What has no level has no importance`(answer: String) throws {
    var questionnaire = try begun()
    _ = type([answer], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try competency("plan.money")))
  }

  @Test func `Importance can be left open, and Enter alone does not do that`() throws {
    var questionnaire = try begun()
    let id = try competency("plan.time")
    _ = type(["3"], into: &questionnaire)
    for typed in ["", "0", "6", "9", "x"] {
      _ = type([typed], into: &questionnaire)
      #expect(questionnaire.prompt == .rating(id), "\(typed)")
    }
    #expect(type(["s"], into: &questionnaire).first == .keep(.rating(id, nil)))
    #expect(questionnaire.prompt == .question(try competency("plan.money")))
    #expect(questionnaire.importance.ratings.isEmpty)
  }

  @Test func `Back from importance asks the statement again, and Enter keeps both`() throws {
    var questionnaire = try begun()
    let (time, money) = (try competency("plan.time"), try competency("plan.money"))
    _ = type(["3", "4", "2", "b"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(money))
    _ = type(["b"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(time))
    #expect(type([""], into: &questionnaire).last == .show(.rating(time, earlier: try rating(4))))
    #expect(type([""], into: &questionnaire).first == .say(.rated(time, try rating(4))))
    #expect(questionnaire.importance.ratings == [time: try rating(4)])
  }

  @Test func `A level that is gone takes its importance with it`() throws {
    var questionnaire = try begun()
    let id = try competency("plan.time")
    _ = type(["3", "4", "b"], into: &questionnaire)
    #expect(type(["0"], into: &questionnaire).contains(.keep(.rating(id, nil))))
    #expect(questionnaire.importance.ratings.isEmpty)
  }

  @Test(arguments: [ImportanceMode.none, .rated])
  func `Nothing is picked where nobody asks for picks`(mode: ImportanceMode) throws {
    var questionnaire = try begun(importance: mode, background: [])
    let step = mode == .rated ? ["3", "1", "2", "5"] : ["3", "2"]
    #expect(
      type(step, into: &questionnaire).last == .show(.areaEnd(next: try area("I"))))
    let rest = mode == .rated ? ["", "3", "1", "2", "1", "4", "1", ""] : ["", "3", "2", "4", ""]
    #expect(type(rest, into: &questionnaire) == [.show(.review)])
    #expect(questionnaire.importance.picked.isEmpty)
  }

  @Test func `Picks come before the background questions`() throws {
    var questionnaire = try begun(importance: .picks)
    _ = type(["3", "2", "1", "", "3", "2", "4", "1 2", ""], into: &questionnaire)
    #expect(questionnaire.prompt == .topThree)
    _ = type(["1"], into: &questionnaire)
    #expect(questionnaire.prompt == .background(try field("state")))
    _ = type(["b"], into: &questionnaire)
    #expect(questionnaire.prompt == .topThree)
  }

  // MARK: - Background questions

  @Test func `Background questions come last, the first with what they are for`() throws {
    var questionnaire = try begun(importance: .none)
    let state = try field("state")
    #expect(
      type(["3", "2", "", "3", "2", "4", ""], into: &questionnaire)
        == [.show(.background(state, showsPurpose: true))])
    let ohio = [try option("OH")]
    #expect(
      type(["2"], into: &questionnaire) == [
        .keep(.background(state, ohio)), .say(.chosen(state, ohio)),
        .show(.background(try field("ages"), showsPurpose: false)),
      ])
  }

  @Test(arguments: [
    ("2", ["OH"]), ("oh", ["OH"]), ("OHIO", ["OH"]), ("0", []), ("s", []), ("skip", []), ("", []),
  ])
  func `One answer is a number, an id or its words, or none`(typed: String, options: [String])
    throws
  {
    var questionnaire = try atBackground()
    _ = type([typed], into: &questionnaire)
    #expect(questionnaire.background[try field("state")]?.map(\.description) == options)
    #expect(questionnaire.prompt == .background(try field("ages")))
  }

  @Test(arguments: ["4", "Texas", "1 9", "-1", "n"])
  func `What is no answer is said so and asked again`(typed: String) throws {
    var questionnaire = try atBackground()
    let effects = type([typed], into: &questionnaire)
    #expect(questionnaire.prompt == .background(try field("state")))
    #expect(effects.count == 2 && effects.last == questionnaire.standing.first)
    #expect(questionnaire.background.isEmpty)
  }

  @Test func `Several answers only where several may be chosen`() throws {
    var questionnaire = try atBackground()
    #expect(
      type(["1 2"], into: &questionnaire) == [.say(.tooMany(limit: 1))] + questionnaire.standing)
    _ = type(["s", "3, 1 3"], into: &questionnaire)
    #expect(
      questionnaire.background[try field("ages")]?.map(\.description) == ["caregivers", "0-2"])
    #expect(questionnaire.prompt == .review)
  }

  @Test func `Back goes through the background questions to the last statement`() throws {
    var questionnaire = try atBackground()
    _ = type(["2", "1", "b"], into: &questionnaire)
    #expect(questionnaire.prompt == .background(try field("ages")))
    _ = type(["b"], into: &questionnaire)
    #expect(questionnaire.prompt == .background(try field("state")))
    #expect(
      type(["b"], into: &questionnaire).first
        == .say(
          .backTo(
            try competency("talk.teach"), .level(try #require(Level(rank: 4))))))
  }

  @Test func `Enter keeps what was answered, 0 takes it back`() throws {
    var questionnaire = try atBackground()
    _ = type(["2", "b", ""], into: &questionnaire)
    #expect(questionnaire.background[try field("state")]?.map(\.description) == ["OH"])
    _ = type(["b", "0"], into: &questionnaire)
    #expect(questionnaire.background[try field("state")] == [])
  }

  @Test func `All that is left can be skipped at once`() throws {
    var questionnaire = try atBackground()
    #expect(type(["f"], into: &questionnaire) == [.show(.review)])
    #expect(type(["f"], into: &questionnaire) == [.keep(.finished), .show(.finished), .leave])
    #expect(questionnaire.background.isEmpty)
  }

  // MARK: - Resuming

  private func resumed(
    _ questionnaire: Questionnaire, occasion: Questionnaire.Occasion
  ) throws -> Questionnaire {
    let framework = questionnaire.framework
    let assessment = Assessment(
      id: UUID(), framework: .init(id: framework.id, version: "1", sha256: "x"), role: nil,
      started: try #require(CalendarDate("2026-11-23")), answers: questionnaire.answers,
      importance: questionnaire.importance, background: questionnaire.background)
    return Questionnaire(
      resuming: assessment, of: framework, occasion: occasion, history: questionnaire.history,
      seconds: [])
  }

  @Test func `It goes on at the importance that was not given yet`() throws {
    var questionnaire = try begun()
    _ = type(["3"], into: &questionnaire)
    var again = try resumed(questionnaire, occasion: try SampleInvitation.occasion())
    let effects = again.start()
    #expect(effects.first == .show(.invitation(try SampleInvitation.made())))
    #expect(again.prompt == .rating(try competency("plan.time")))
  }

  @Test func `It goes on at the background question that was not asked yet`() throws {
    var questionnaire = try atBackground()
    _ = type(["s"], into: &questionnaire)
    var again = try resumed(
      questionnaire, occasion: try SampleInvitation.occasion(importance: .none))
    _ = again.start()
    #expect(again.prompt == .background(try field("ages")))
  }
}
