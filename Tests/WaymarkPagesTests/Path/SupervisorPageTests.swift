import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import WaymarkPages

/// The sheet for a talk with a supervisor, and why something is no step; written by hand.
@Suite struct SupervisorPageTests {
  @Test func `A sheet shows what was chosen, and no level that was given`() throws {
    let profile = try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make(
        ["talk.listen": "1", "talk.ask": "1", "plan.time": "5", "plan.money": "1"],
        role: "librarian", picked: ["plan.money"], top: ["plan.money"]))
    let path = try LearningPath(
      profile: profile,
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource(
          "money", [("plan.money", 1, 2), ("talk.ask", 1, 2)], duration: .stated(minutes: 150)),
        SampleCatalogue.resource("ask", [("talk.ask", 2, 3)], cost: .account),
      ]), solver: .coinOR)
    let words = SupervisorWords()
    let sheet = try SupervisorSheet(
      SupervisorSheet.Ticks(
        strengths: ["Plan.Time"], goals: [1, 2],
        needs: SupervisorPage.needs(of: path.steps, words: words)), of: path)
    let text = SupervisorPage.page(sheet, words: words, language: .english).text()
    #expect(
      text == """
        For a talk about my work
        Name: ____________________________
        Date: ____________________________

        What I can build on
        - I do plan.time at work.

        What I want to learn
        - Title of money (Sample Library). For: Title of plan.money. It takes 2 hours 30
          minutes and is free. I am there when: What level 2 of plan.money looks like.
        - Title of ask (Sample Library). For: Title of talk.ask. It takes about 60
          minutes and is free with an account. I am there when: What level 3 of talk.ask
          looks like.

        What I need for it
        - 3 hours 30 minutes of working time
        - A colleague to learn from
        - A talk about how it went

        What we agree on
        ______________________________________
        ______________________________________
        ______________________________________

        I chose what stands here. It is my own view, made for learning and not for
        appraisal.

        """)
    #expect(!text.contains("Not yet") && !text.contains("You chose"))
  }

  @Test func `What costs money is among what is needed`() throws {
    let path = try LearningPath(
      profile: SampleProfile.withGaps(),
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource("ask", [("talk.ask", 1, 2)], cost: .paid(usd: 45))
      ]), solver: .coinOR)
    #expect(
      SupervisorPage.needs(of: path.steps, words: SupervisorWords()) == [
        "60 minutes of working time", "45 US dollars", "A colleague to learn from",
        "A talk about how it went",
      ])
  }

  /// Resources beside a step of 30 minutes that leads to level 2 of `talk.ask`, with why they are none
  /// for somebody with 60 minutes and 10 US dollars.
  private static func leftOut() throws -> [(LearningResource, String)] {
    let level = try #require(Level(rank: 4))
    return [
      (
        try SampleCatalogue.resource("dear", [("talk.ask", 1, 2)], cost: .paid(usd: 45)),
        "it costs 45 US dollars, and 10 US dollars are left"
      ),
      (
        try SampleCatalogue.resource("price", [("talk.ask", 1, 2)], cost: .paid(usd: nil)),
        "nobody noted what it costs"
      ),
      (
        try SampleCatalogue.resource("spanish", [("talk.ask", 1, 2)], languages: ["es"]),
        "only in Spanish"
      ),
      (try SampleCatalogue.resource("dropped", [("talk.ask", 1, 2)]), "you dropped it"),
      (
        try SampleCatalogue.resource("high", [("talk.ask", 3, 4)]),
        "it starts at 3 of Title of talk.ask, and you are at 2"
      ),
      (
        try SampleCatalogue.resource(
          "level", [("plan.money", 1, 2)],
          requires: [.level(try SampleAssessment.id("plan.time"), level)]),
        "it asks for level 4 of Title of plan.time first"
      ),
      (
        try SampleCatalogue.resource(
          "other", [("plan.money", 1, 2)],
          requires: [.resource(try SampleAssessment.id("gone"))]),
        "it asks for 'gone' first"
      ),
      (
        try SampleCatalogue.resource("endless", [("talk.listen", 1, 2)], duration: .unknown),
        "nobody says how long it takes, so it is not scheduled"
      ),
      (
        try SampleCatalogue.resource(
          "long", [("talk.listen", 1, 3)], duration: .stated(minutes: 90)),
        "it takes 90 minutes, and 30 minutes of your time are left"
      ),
      (
        try SampleCatalogue.resource("same", [("talk.ask", 1, 2)]),
        "the steps lead to the same levels"
      ),
    ]
  }

  @Test func `What is left out says why`() throws {
    var wishes = LearningPath.Wishes(minutes: 60, usDollars: 10)
    wishes.dropped = [try SampleAssessment.id("dropped")]
    let others = try Self.leftOut()
    let step = try SampleCatalogue.resource(
      "step", [("talk.ask", 1, 2)], duration: .stated(minutes: 30))
    let path = try LearningPath(
      profile: SampleProfile.withGaps(), catalogue: SampleCatalogue.make([step] + others.map(\.0)),
      wishes: wishes, solver: .coinOR)
    let text = PathPage.page(path, words: PathWords()).text(TextStyle(width: 200))
    #expect(path.steps.map(\.resource) == [step])
    for (resource, reason) in others {
      #expect(text.contains("- Title of \(resource.id) (Sample Library): \(reason).\n"))
    }
  }
}
