import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

/// The list of what was done and dropped, written by hand.
@Suite struct LearningLogPageTests {
  private func log() throws -> LearningLog {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 20))
    var log = LearningLog(calendar: UUID())
    log.keep(
      DoneStep(
        resource: try SampleAssessment.id("books"), title: "Pick six books", day: day,
        note: "Tried it", serves: [], assessment: nil))
    log.drop(try SampleAssessment.id("tour"), title: "Sketch a tour")
    log.drop(try SampleAssessment.id("old"), title: "An old title")
    _ = log.takeBack(try SampleAssessment.id("tour"))
    return log
  }

  @Test func `What was done and dropped has a number that stays, and how to take it back`() throws {
    let titles = [try SampleAssessment.id("old") as ID<LearningResource>: "A new title"]
    let page = LearningLogPage.page(
      try log(), titles: titles, suffix: " --person 'Ana'", words: PathWords())
    #expect(
      page.text() == """
        What you have done and dropped

        1. Pick six books
          Done on 20 November 2026. Your note: Tried it

        3. A new title
          You dropped it.

        The numbers stay. To take one back: waymark path --again NUMBER --person 'Ana'

        """)
    let without = LearningLogPage.page(try log(), notes: false, words: PathWords()).html
    #expect(!without.contains("Tried it") && without.contains("3. An old title"))
  }

  @Test func `Before anything was done the list says so`() throws {
    let page = LearningLogPage.page(LearningLog(calendar: UUID()), words: PathWords())
    #expect(
      page.text() == "What you have done and dropped\nNothing was done or dropped yet.\n")
  }
}
