import Testing

@testable import Waymark

// Expected values: the R package survey 4.1.1 through Tests/References/expected_weights.R.
@Suite struct WeightingTests {
  private static let people = [10, 4, 3, 8, 5]
  private static let places = [[0, 0], [0, 1], [1, 0], [1, 1], [2, 1]]
  private static let variables = [
    Raking.Variable(id: "a", categories: ["x", "y", "z"], population: [400, 400, 200]),
    Raking.Variable(id: "b", categories: ["p", "q"], population: [550, 450]),
  ]
  /// What the people of each cell answered, one left it out.
  private static let answers = [
    [1, 2, 3, 4, 5, 1, 2, 2, 3, 3], [5, 4, 4, 1], [2, 2, 5], [3, 3, 1, 1, 4, 5, 5, 2],
    [3, 2, 4, 4],
  ]

  private func raking() throws -> Raking {
    try Raking(places: Self.places, people: Self.people, variables: Self.variables)
  }

  @Test func `Raked weights are those of survey's rake`() throws {
    let raking = try raking()
    let expected = [
      1.0455059319802402, 0.38623517004951236, 2.0149802267325327, 0.74438241497529234, 1.2,
    ]
    for (weight, expected) in zip(raking.weights, expected) {
      #expect(abs(weight - expected) < 1e-9)
    }
    #expect(abs(raking.effectiveSize - 25.466306215398678) < 1e-8)
    #expect(raking.marginError < 1e-10)
  }

  @Test func `Trimmed weights are those of survey's trimWeights`() throws {
    var raking = try raking()
    raking.trim(to: 1.5)
    let expected = [
      1.1027259571727439, 0.44345519524201593, 1.5, 0.80160244016779603, 1.2572200251924266,
    ]
    for (weight, expected) in zip(raking.weights, expected) {
      #expect(abs(weight - expected) < 1e-9)
    }
    #expect(raking.marginError > 0.001)
  }

  private func cells(_ value: (Int) -> Double) throws -> [WeightedEstimate.Cell] {
    zip(try raking().weights, Self.answers).map { weight, answers in
      WeightedEstimate.Cell(weight: weight, values: answers.map { (value: value($0), people: 1) })
    }
  }

  @Test func `A weighted mean has the interval of survey's svymean`() throws {
    let mean = try #require(WeightedEstimate.mean(try cells(Double.init), sample: 30))
    let interval = try #require(mean.interval)
    #expect(abs(mean.value - 2.9232793962561803) < 1e-9)
    #expect(abs(interval.lowerBound - 2.3759039208248023) < 1e-8)
    #expect(abs(interval.upperBound - 3.4706548716875583) < 1e-8)
  }

  @Test func `A weighted share has Wilson's interval for the effective size`() throws {
    let share = try #require(WeightedEstimate.share(try cells { $0 < 3 ? 1 : 0 }))
    let interval = try #require(share.interval)
    #expect(abs(share.value - 0.45405807390074798) < 1e-9)
    #expect(abs(share.effectiveSize - 24.466668899746143) < 1e-8)
    #expect(abs(interval.lowerBound - 0.27677720170875769) < 1e-8)
    #expect(abs(interval.upperBound - 0.64380773378484801) < 1e-8)
  }

  @Test func `Nobody has no estimate, and one person no interval`() throws {
    #expect(WeightedEstimate.mean([], sample: 3) == nil)
    #expect(WeightedEstimate.share([.init(weight: 0, values: [(1, 5)])]) == nil)
    let one = [WeightedEstimate.Cell(weight: 2, values: [(value: 1, people: 1)])]
    #expect(WeightedEstimate.mean(one, sample: 3)?.interval == nil)
    #expect(WeightedEstimate.share(one)?.interval == nil)
  }

  @Test func `Margins that cannot be met are refused with the reason`() {
    func problem(_ people: [Int], _ a: [Double], _ b: [Double]) -> RakingProblem? {
      do throws(RakingProblem) {
        _ = try Raking(
          places: Self.places, people: people,
          variables: [
            Raking.Variable(id: "a", categories: ["x", "y", "z"], population: a),
            Raking.Variable(id: "b", categories: ["p", "q"], population: b),
          ])
        return nil
      } catch {
        return error
      }
    }
    #expect(
      problem([1, 1, 1, 1, 0], [4, 4, 2], [5, 5]) == .nobody(variable: "a", category: "z"))
    #expect(
      problem([1, 1, 1, 1, 1], [4, 4, 0], [4, 4]) == .notInPopulation(variable: "a", category: "z"))
    #expect(
      problem([1, 1, 1, 1, 1], [4, 4, 2], [5, 6]) == .unequalTotals("a", 10, other: "b", 11))
    #expect(problem([0, 0, 0, 0, 0], [4, 4, 2], [5, 5]) == .emptySample)
    // Nobody is in x and q, so that p is at least x: 7 of 10 cannot be within 5 of 10.
    guard case .notConverged(_, _, let error)? = problem([3, 0, 0, 2, 1], [7, 2, 1], [5, 5]) else {
      Issue.record("it should not converge")
      return
    }
    #expect(error > 0.1)
  }
}
