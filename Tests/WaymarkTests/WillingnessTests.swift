import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

struct WillingnessTests {
  private func tally(_ people: [(role: Int?, state: String, serves: String?)]) throws
    -> WillingnessTally
  {
    let questions = try SampleBackground.small(service: true)
    let groupings = try Grouping.named(
      ["role", "division"], framework: SampleFramework.small(), background: questions)
    var tally = WillingnessTally(questions, groupings: groupings)
    for person in people {
      var answers: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [
        try SampleAssessment.id("state"): [try SampleAssessment.id(person.state)]
      ]
      if let serves = person.serves {
        answers[try SampleAssessment.id("serve-committees")] = [try SampleAssessment.id(serves)]
      }
      BackgroundSheet(answers, questions: questions).codes.withUnsafeBytes {
        tally.add(role: person.role, background: $0)
      }
    }
    return tally
  }

  // By hand: willing are two of Ohio, one of New York, one of `other`, which is in no division; of
  // them two have the first role, one the second, one none. A no and no answer count alike.
  private let first = [
    (role: 0 as Int?, state: "OH", serves: "yes" as String?), (0, "OH", "yes"), (0, "OH", nil),
    (1, "CA", "no"),
  ]
  private let second = [
    (role: 1 as Int?, state: "NY", serves: "yes" as String?), (nil, "other", "yes"),
    (nil, "PA", nil),
  ]

  @Test func `The willing are counted in their groups, in one go or in two`() throws {
    let whole = try tally(first + second)
    var halves = try tally(first)
    halves += try tally(second)
    for counted in [whole, halves] {
      #expect(counted.overall == [4])
      #expect(counted.groups[0].map { $0[0] } == [2, 1, 1])
      #expect(counted.groups[1].map { $0[0] } == [1, 2, 0, 1])
    }
  }

  @Test func `Where no question is about service, nobody is counted`() throws {
    var tally = WillingnessTally(try SampleBackground.small(), groupings: [])
    BackgroundSheet([:], questions: try SampleBackground.small()).codes.withUnsafeBytes {
      tally.add(role: nil, background: $0)
    }
    #expect(tally.isEmpty)
  }
}
