import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

/// What paths remember from one to the next.
struct PathMemoryTests {
  private let today = CalendarDate(year: 2026, month: 11, day: 25)

  private func resources() throws -> [LearningResource] {
    [
      try SampleCatalogue.resource("first", [("talk.ask", 1, 2)]),
      try SampleCatalogue.resource("then", [("talk.ask", 2, 3)]),
      try SampleCatalogue.resource("listen", [("talk.listen", 1, 3)]),
    ]
  }

  private func path(
    _ resources: [LearningResource], log: LearningLog, wishes: LearningPath.Wishes = .init()
  ) throws -> LearningPath {
    var wishes = wishes
    (wishes.done, wishes.dropped) = (log.done, log.dropped)
    return try LearningPath(
      profile: SampleProfile.withGaps(), catalogue: SampleCatalogue.make(resources),
      wishes: wishes, since: log.path, solver: .coinOR)
  }

  private func record(
    _ step: KeptPath.Step, on day: CalendarDate, assessment: UUID, note: String? = nil
  ) -> DoneStep {
    DoneStep(
      resource: step.resource, title: step.title, day: day, note: note, serves: step.serves,
      assessment: assessment)
  }

  @Test func `A path that has not changed keeps its revision, and says nothing`() throws {
    let day = try #require(today)
    var log = LearningLog(calendar: UUID())
    log.keep(try path(resources(), log: log), on: day)
    #expect(log.path?.revision == 0)
    let again = try path(resources(), log: log)
    #expect(again.changes.isEmpty && again.earlier == day)
    log.keep(again, on: day.adding(days: 1))
    #expect(log.path?.revision == 0 && log.path?.made == day)
  }

  @Test func `What was done raises the levels until a later assessment`() throws {
    let day = try #require(today)
    var log = LearningLog(calendar: UUID())
    let before = try path(resources(), log: log)
    log.keep(before, on: day)
    let step = try #require(log.path?.steps.first { $0.resource.description == "first" })
    log.keep(record(step, on: day, assessment: before.profile.assessment))
    let after = try path(resources(), log: log)
    #expect(after.steps.map(\.resource.id.description) == ["listen", "then"])
    #expect(after.steps.last?.gains.first?.held.rank == 2)
    #expect(after.changes == [.done(log.done[0])])

    var rated = LearningLog(calendar: UUID())
    rated.keep(record(step, on: day, assessment: UUID()))
    let later = try path(resources(), log: rated)
    #expect(later.steps.map(\.resource.id.description) == ["listen"])
    #expect(later.leftOut.map(\.reason).contains(.done))
  }

  @Test func `A resource that left the catalogue after it was begun can still be done`() throws {
    let day = try #require(today)
    var log = LearningLog(calendar: UUID())
    log.keep(try path(resources(), log: log), on: day)
    let step = try #require(log.path?.steps.first { $0.resource.description == "first" })
    let rest = try Array(resources().dropFirst())
    let without = try path(rest, log: log)
    #expect(without.changes.contains(.vanished(title: "Title of first")))
    log.keep(record(step, on: day, assessment: without.profile.assessment))
    #expect(try path(rest, log: log).steps.map(\.resource.id.description) == ["listen", "then"])
  }

  @Test func `Changes say what was dropped, what is new and what moved`() throws {
    let day = try #require(today)
    let calendar = PathCalendar(start: day, minutesPerWeek: 60, until: nil)
    var wishes = LearningPath.Wishes(calendar: calendar, steps: 2)
    var log = LearningLog(calendar: UUID())
    let all = try resources() + [SampleCatalogue.resource("money", [("plan.money", 1, 2)])]
    log.keep(try path(all, log: log, wishes: wishes), on: day)
    #expect(log.path?.steps.map(\.resource.description) == ["money", "listen"])
    log.drop(try SampleAssessment.id("money"), title: "Money")
    let next = try path(all, log: log, wishes: wishes)
    let moved = PathChange.moved(all[2], from: day.adding(days: 13), to: day.adding(days: 6))
    #expect(next.changes == [.removed(all[3], .dropped), moved, .added(all[0])])
    wishes.steps = 0
    log.keep(next, on: day)
    #expect(
      try path(all, log: log, wishes: wishes).changes.contains(.removed(all[2], .later)))
  }

  @Test func `Taking back puts what was done or dropped among the candidates again`() throws {
    let day = try #require(today)
    var log = LearningLog(calendar: UUID(), wishes: AskedWishes([.hours(minutes: 240)]))
    log.keep(try path(resources(), log: log), on: day)
    let step = try #require(log.path?.steps.first)
    log.keep(record(step, on: day, assessment: UUID(), note: "Tried it"))
    log.drop(try SampleAssessment.id("then"), title: "Then")
    let (first, second) = (log.takeBack(step.resource), log.takeBack(step.resource))
    #expect(first && !second)
    #expect(log.done.isEmpty)
    log.startAfresh()
    // What was dropped does not come back unasked.
    #expect(log.dropped.count == 1 && log.wishes.isEmpty && log.path != nil)
  }

  @Test func `Of one day what was done first raises the levels first`() throws {
    let day = try #require(today)
    var log = LearningLog(calendar: UUID())
    let resources = [
      try SampleCatalogue.resource("z-first", [("talk.ask", 1, 2)]),
      try SampleCatalogue.resource("a-then", [("talk.ask", 2, 3)]),
      try SampleCatalogue.resource("last", [("talk.ask", 3, 4)]),
    ]
    let before = try path(resources, log: log)
    log.keep(before, on: day)
    for step in try #require(log.path).steps.prefix(2) {
      log.keep(record(step, on: day, assessment: before.profile.assessment))
    }
    let after = try path(resources, log: log)
    #expect(after.steps.map(\.resource.id.description) == ["last"])
    #expect(after.steps.first?.gains.first?.held.rank == 3)
  }

  @Test func `Records stand in the order of their days, one for each resource`() throws {
    let day = try #require(today)
    var log = LearningLog(calendar: UUID())
    for (name, later) in [("b", 2), ("a", 2), ("c", 1), ("b", 0)] {
      log.keep(
        DoneStep(
          resource: try SampleAssessment.id(name), title: name, day: day.adding(days: later),
          serves: [], assessment: UUID()))
    }
    #expect(log.done.map(\.title) == ["b", "c", "a"])
  }

  @Test func `What was ever done or dropped keeps its number, taken back or not`() throws {
    let day = try #require(today)
    var log = LearningLog(calendar: UUID())
    for name in ["b", "a"] {
      log.keep(
        DoneStep(
          resource: try SampleAssessment.id(name), title: name, day: day, serves: [],
          assessment: nil))
    }
    log.drop(try SampleAssessment.id("c"), title: "C")
    _ = log.takeBack(try SampleAssessment.id("b"))
    log.drop(try SampleAssessment.id("d"), title: "D")
    log.drop(try SampleAssessment.id("b"), title: "B")
    #expect(log.marked.map(\.resource.description) == ["b", "a", "c", "d"])
    #expect(log.number(of: try SampleAssessment.id("d")) == 4)
    // Those of a log that was kept without numbers: what was done first, then what was dropped.
    let older = LearningLog(calendar: UUID(), done: log.done, dropped: log.dropped)
    #expect(older.marked.map(\.resource.description) == ["a", "b", "c", "d"])
  }
}
