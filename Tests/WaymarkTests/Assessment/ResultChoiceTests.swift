import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Which assessment results are made from, and which they are compared with; what is kept is written
/// in words, the one begun last first.
struct ResultChoiceTests {
  @Test(
    arguments: [
      ([], nil, nil),
      (["everything begun"], 0, 0),
      // What is finished comes before what is begun.
      (["everything begun", "everything finished"], 1, 1),
      (["everything finished", "everything finished"], 0, 0),
      // The very short form: only where there is nothing else, or where it may be.
      (["workshop=a finished", "everything begun"], 1, 0),
      (["workshop=a finished"], 0, 0),
      (["workshop=a begun", "workshop=b finished"], 1, 1),
      // Neither looking back nor the service is where the person is.
      (["back=2026-09-01 finished", "service=now finished"], nil, nil),
      (["back=2026-09-01 finished", "everything begun"], 1, 1),
    ] as [([String], Int?, Int?)])
  func `Results are made from the last that was finished, of everything before a short one`(
    kept: [String], expected: Int?, withShort: Int?
  ) throws {
    let all = try kept.map(SampleStored.init).map(\.stored)
    func place(_ includesShort: Bool) throws -> Int? {
      try ResultChoice(nil, among: all, includesShort: includesShort).flatMap { choice in
        all.firstIndex(of: choice.stored)
      }
    }
    #expect(try place(false) == expected)
    #expect(try place(true) == withShort)
  }

  private func named() throws -> [StoredAssessment] {
    let ids = [
      "aa000000-0000-4000-8000-000000000001", "ab000000-0000-4000-8000-000000000002",
      "b0000000-0000-4000-8000-000000000003", "c0000000-0000-4000-8000-000000000004",
    ]
    let kept = ["everything begun", "back=2026-09-01 finished", "workshop=a finished"]
    return try zip(ids, kept + ["service=now finished"]).map { id, words in
      var sample = try SampleStored(words)
      sample.id = try #require(UUID(uuidString: id))
      return sample.stored
    }
  }

  @Test(arguments: [("aa", 0), ("AB0", 1), ("b", 2)])
  func `The beginning of an id names one, whatever it is about`(name: String, place: Int) throws {
    let all = try named()
    #expect(try ResultChoice(name, among: all)?.stored == all[place])
  }

  @Test(arguments: [
    ("a", ResultChoice.Problem.severalNamed("a")), ("d", .noneNamed("d")),
    ("", .severalNamed("")), ("c0", .ofService("c0")),
  ])
  func `A name that is not one's is told apart from a service's`(
    name: String, problem: ResultChoice.Problem
  ) throws {
    let all = try named()
    #expect(throws: problem) { try ResultChoice(name, among: all) }
  }

  @Test(
    arguments: [
      (["everything finished", "everything finished"], 1, nil),
      (["everything finished", "workshop=a finished", "everything finished"], 2, nil),
      (["everything finished", "everything begun"], nil, nil),
      (["everything finished"], nil, nil),
      // What was begun after it is nothing before it.
      (["everything begun", "everything finished", "everything finished"], 2, nil),
      (["everything finished", "back=2026-09-01 finished"], nil, 1),
      (["back=2026-09-02 finished", "everything finished", "back=2026-09-01 finished"], nil, 0),
      (["everything finished", "back=2026-09-01 begun"], nil, nil),
      (["everything finished", "service=now finished"], nil, nil),
    ] as [([String], Int?, Int?)])
  func `A result is compared with the last of its kind before it, or the last that looked back`(
    kept: [String], last: Int?, lookingBack: Int?
  ) throws {
    let all = try kept.map(SampleStored.init).map(\.stored)
    let choice = try #require(try ResultChoice(nil, among: all))
    func place(_ comparison: ResultChoice.Comparison) throws -> Int? {
      do throws(ResultChoice.Problem) {
        let found = try choice.earlier(comparison)
        return all.firstIndex(of: found)
      } catch {
        #expect(error == .nothingBefore(comparison))
        return nil
      }
    }
    #expect(try place(.last) == last)
    #expect(try place(.lookingBack) == lookingBack)
  }

  @Test func `What was rated is every whole one that is finished, and the one that is shown`()
    throws
  {
    let kept = ["everything begun", "workshop=a finished", "everything finished"]
    let all = try kept.map(SampleStored.init).map(\.stored)
    let days = try ["2026-11-03", "2026-11-23"].map { try #require(CalendarDate($0)) }
    let latest = try #require(try ResultChoice(nil, among: all))
    #expect(latest.rated.map(\.id) == [all[2].assessment.id])
    let begun = try #require(
      try ResultChoice(all[0].assessment.id.uuidString, among: all))
    #expect(begun.rated.map(\.id) == [all[0], all[2]].map(\.assessment.id))
    #expect(begun.rated.map(\.day) == days)
  }

  @Test(
    arguments: [
      (["everything finished"], nil),
      (["everything finished", "back=2026-09-01 begun"], nil),
      (["everything finished", "back=2026-09-01 finished old"], nil),
      (["everything finished", "back=2026-09-01 finished"], "2026-09"),
      (["back=2026-10-05 finished", "everything finished", "back=2026-09-01 finished"], "2026-10"),
    ] as [([String], String?)])
  func `What is added is what was looked back to last, in the same words`(
    kept: [String], month: String?
  ) throws {
    let all = try kept.map(SampleStored.init).map(\.stored)
    let choice = try #require(try ResultChoice(nil, among: all))
    guard let month else {
      #expect(throws: ResultChoice.LookingBackProblem.never) { try choice.lookingBack() }
      return
    }
    let found = try choice.lookingBack()
    #expect(found.month == month && found.levels.count == 5)
  }

  @Test func `Looking back to statements without a level now adds nothing`() throws {
    let all = try ["everything begun answers=none", "back=2026-09-01 finished"]
      .map(SampleStored.init).map(\.stored)
    let choice = try #require(try ResultChoice(nil, among: all))
    let day = try #require(CalendarDate("2026-09-01"))
    #expect(throws: ResultChoice.LookingBackProblem.nothingInCommon(day)) {
      try choice.lookingBack()
    }
  }

  @Test(arguments: [
    ("workshop=a finished", "everything finished", true),
    ("workshop=a finished", "everything begun", false),
    ("everything finished", "everything finished", false),
  ])
  func `Beside a short one there may be one of everything`(
    first: String, second: String, isThere: Bool
  ) throws {
    let all = try [first, second].map(SampleStored.init).map(\.stored)
    let choice = try #require(try ResultChoice(nil, among: all, includesShort: true))
    #expect(choice.wholeBeside?.id == (isThere ? all[1].assessment.id : nil))
  }

  // MARK: - The service

  @Test(arguments: [
    [], ["service=now finished"], ["service=inFiveYears begun", "service=now finished"],
  ])
  func `What is not said to the end is not shared`(kept: [String]) throws {
    #expect(ServiceChoice(among: try kept.map(SampleStored.init).map(\.stored)) == nil)
  }

  @Test func `What is said anew bears the id of what was shared before`() throws {
    var samples = try [
      "service=inFiveYears finished", "service=now finished answers=others",
      "service=inFiveYears finished", "service=now finished answers=none",
    ].map(SampleStored.init)
    samples[2].revision = 3
    let all = samples.map(\.stored)
    let choice = try #require(ServiceChoice(among: all))
    #expect(choice.inFiveYears == all[0] && choice.shared == all[2])
    #expect(choice.now.count == 4)
  }
}
