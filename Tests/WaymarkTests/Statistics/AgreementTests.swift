import Testing
import WaymarkBasics

@testable import Waymark

// Expected values: R 4.2.2 with vcd 1.4-11 and psych 2.2.9 through Tests/References/expected_agreement.R;
// the kappas and standard errors also by statsmodels 0.15.0.
@Suite struct AgreementTests {
  private static let five = [
    [3, 2, 0, 0, 0], [1, 6, 3, 0, 0], [0, 2, 7, 4, 1], [0, 0, 3, 5, 2], [0, 0, 0, 1, 4],
  ]
  private static let three = [[4, 3, 5], [2, 1, 3], [4, 5, 2]]
  private static let opposed = [[0, 1, 6], [1, 2, 1], [5, 1, 0]]
  private static let unused = [
    [0, 0, 0, 0, 0], [0, 5, 2, 0, 0], [0, 1, 6, 1, 0], [0, 0, 2, 4, 0], [0, 0, 0, 0, 0],
  ]

  @Test(arguments: [
    (five, WeightedKappa.Weights.quadratic, 0.82258064516129037, 0.047298605851722381),
    (five, .linear, 0.65732087227414326, 0.069867485923040942),
    (three, .quadratic, -0.1395348837209302, 0.17593296075167839),
    (three, .linear, -0.14231257941550191, 0.1410911659953277),
    (opposed, .quadratic, -0.83783783783783783, 0.09320398828277511),
    (opposed, .linear, -0.61313868613138711, 0.11589713443233605),
    (unused, .quadratic, 0.74900398406374491, 0.099082326297849369),
    (unused, .linear, 0.65000000000000036, 0.12790015275234792),
  ])
  func `Kappa and its standard error are those of R`(
    pairs: [[Int]], weights: WeightedKappa.Weights, value: Double, error: Double
  ) throws {
    let kappa = try #require(WeightedKappa.of(pairs, weights).value)
    #expect(isClose(kappa.value, value) && isClose(kappa.standardError, error))
    let interval = try #require(kappa.interval)
    #expect(isClose(interval.lowerBound, max(-1, value - 1.959963984540054 * error)))
    #expect(isClose(interval.upperBound, min(1, value + 1.959963984540054 * error)))
  }

  // Cohen (1968), table 1: 200 cases, three diagnoses, weights of disagreement of his own: 0.348.
  @Test func `Kappa with weights of one's own is Cohen's`() throws {
    let weights = [[0, 1, 3], [1, 0, 6], [3, 6, 0]]
    let kappa = try #require(
      WeightedKappa.of([[88, 14, 18], [10, 40, 10], [2, 6, 12]]) { weights[$0][$1] }.value)
    #expect(abs(kappa.value - 0.348) < 0.0005)
    #expect(isClose(kappa.value, 0.34782608695652162))
    #expect(isClose(kappa.standardError, 0.075504015254822948))
  }

  @Test func `Where all agree kappa is 1 without an interval`() {
    for weights in [WeightedKappa.Weights.quadratic, .linear] {
      let kappa = WeightedKappa.of([[6, 0, 0], [0, 5, 0], [0, 0, 4]], weights).value
      #expect(kappa?.value == 1 && kappa?.standardError == 0 && kappa?.interval == nil)
    }
  }

  @Test func `Where nobody agrees on two levels kappa is -1`() throws {
    // By hand: 10 of 20 each way, so found 1 and expected a half: 1 - 1 / 0.5.
    let kappa = try #require(WeightedKappa.of([[0, 10], [10, 0]], .quadratic).value)
    #expect(kappa.value == -1 && kappa.interval == nil)
  }

  @Test(arguments: [
    ([[0, 0], [0, 12]], Absence.noVariation), ([[3, 9], [0, 0]], .noVariation),
    ([[4, 0], [8, 0]], .noVariation), ([[0, 0], [0, 0]], .noAnswers),
    ([[0, 1], [0, 0]], .oneAnswer),
  ])
  func `Where one side gave everybody one level there is no kappa`(
    pairs: [[Int]], absence: Absence
  ) {
    #expect(WeightedKappa.of(pairs, .quadratic) == .none(absence))
  }

  private static let first = [2, 2.5, 3, 3.25, 3.5, 2.75, 4, 1.5, 2.25, 3.75, 4.5, 3]
  private static let second = [2.25, 2.5, 3.5, 3, 4, 2.5, 4.25, 2, 2, 4, 4.5, 3.25]

  // Shrout & Fleiss (1979), table 2: six targets, four judges; ICC(2,1) is 0.29.
  @Test func `The intraclass correlation is that of Shrout and Fleiss`() throws {
    let found = IntraclassCorrelation.of([
      [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ])
    let icc = try #require(found.value)
    #expect(abs(icc.value - 0.29) < 0.005)
    try check(icc, 0.28976377952755922, 0.018786513374712047, 0.7610843696489531)
  }

  @Test(arguments: [
    (second, 0.93721838389906897, 0.78941304770239296, 0.9817386455004723),
    (first.map { $0 + 1 }, 0.59999999999999987, 0.0015392110932817022, 0.90979772176379725),
    (second.reversed(), -0.58216604031431496, -0.96777863862657854, 0.058584565638468318),
  ])
  func `The intraclass correlation of pairs is that of psych`(
    other: [Double], value: Double, low: Double, high: Double
  ) throws {
    let icc = try #require(
      IntraclassCorrelation.of(zip(Self.first, other).map { [$0, $1] }).value)
    try check(icc, value, low, high)
  }

  private func check(
    _ icc: IntraclassCorrelation, _ value: Double, _ low: Double, _ high: Double
  ) throws {
    let interval = try #require(icc.interval)
    #expect(isClose(icc.value, value))
    #expect(isClose(interval.lowerBound, low) && isClose(interval.upperBound, high))
  }

  @Test func `An intraclass correlation needs two things that differ for each rater`() {
    #expect(IntraclassCorrelation.of([]) == .none(.noAnswers))
    #expect(IntraclassCorrelation.of([[1, 2]]) == .none(.oneAnswer))
    #expect(IntraclassCorrelation.of([[1, 3], [2, 3], [4, 3]]) == .none(.noVariation))
    let same = IntraclassCorrelation.of([[1.1, 1.1], [2.3, 2.3], [3.7, 3.7]]).value
    #expect(same?.value == 1 && same?.interval == nil)
  }

  @Test(arguments: [
    (second, 0.94648764124130469, 0.81562721212898404, 0.98522442609338501),
    (second.reversed(), -0.51692786560102022, -0.84125727293429153, 0.081005226794902227),
  ])
  func `A correlation has Fisher's interval`(
    other: [Double], value: Double, low: Double, high: Double
  ) throws {
    let found = try #require(Correlation.of(Array(zip(Self.first, other))).value)
    let interval = try #require(found.interval)
    #expect(isClose(found.value, value))
    #expect(isClose(interval.lowerBound, low) && isClose(interval.upperBound, high))
  }

  @Test func `A correlation needs people who differ`() {
    #expect(Correlation.of([]) == .none(.noAnswers))
    #expect(Correlation.of([(1, 2)]) == .none(.oneAnswer))
    #expect(Correlation.of([(1, 2), (1, 3), (1, 4)]) == .none(.noVariation))
    let line = Correlation.of([(1, 3), (2, 5), (3, 7), (4, 9), (5, 11)]).value
    #expect(line.map { abs($0.value - 1) < 1e-12 } == true && line?.interval == nil)
  }
}
