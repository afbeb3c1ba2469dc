import Testing
import Waymark
import WaymarkBasics

// Expected values: statsmodels 0.15.0, scipy 1.17.1 and numpy 2.4.6 through
// Tests/References/expected_statistics.py.
struct StatisticsTests {
  private func wilson(_ count: Int, of total: Int) -> ClosedRange<Double>? {
    Statistics.wilson(share: Double(count) / Double(total), sampleSize: total)
  }

  @Test(arguments: [
    (0, 1, 0.0, 0.7934506856227627), (1, 1, 0.2065493143772374, 1.0),
    (0, 10, 0.0, 0.27753279986288926), (1, 10, 0.017876213095072924, 0.40415002679523854),
    (5, 10, 0.23659309051256394, 0.7634069094874361),
    (9, 10, 0.5958499732047614, 0.982123786904927), (10, 10, 0.7224672001371106, 1.0),
    (3, 29, 0.035814891350677044, 0.26385081090773804),
    (744, 1200, 0.5921954393898385, 0.647038720465505),
    (1, 1_000_000, 1.7652457674537176e-07, 5.664911804311445e-06),
    (500_000, 1_000_000, 0.4990200198900048, 0.5009799801099952),
  ])
  func `Wilson's interval is that of statsmodels`(
    count: Int, total: Int, lower: Double, upper: Double
  ) throws {
    let interval = try #require(wilson(count, of: total))
    #expect(abs(interval.lowerBound - lower) < 1e-12)
    #expect(abs(interval.upperBound - upper) < 1e-12)
  }

  @Test(arguments: [1, 2, 7, 10, 49, 1000, 999_983])
  func `Wilson's interval ends exactly at 0 and at 1`(total: Int) throws {
    #expect(try #require(wilson(0, of: total)).lowerBound == 0)
    #expect(try #require(wilson(total, of: total)).upperBound == 1)
  }

  /// `prop.test(n / 2, n, correct = FALSE)` of R 4.2: 0.2538 to 0.7462, 0.4038 to 0.5962, 0.4691 to 0.5309.
  @Test(arguments: [(12, 25), (100, 10), (1000, 4)])
  func `The margin of a group is half of the widest interval, rounded up`(
    people: Int, points: Int
  ) {
    #expect(Statistics.largestMargin(people: people) == points)
  }

  @Test func `Nobody has no interval, no mean and no deviation`() {
    #expect(Statistics.largestMargin(people: 0) == nil)
    #expect(wilson(0, of: 0) == nil)
    #expect(Statistics.mean(countsByLevel: [0, 0, 0]) == nil)
    #expect(Statistics.mean(countsByLevel: []) == nil)
    #expect(Statistics.standardDeviation(countsByLevel: [0, 0, 0]) == nil)
  }

  @Test(
    arguments: [
      ([0, 0, 1], 3.0, nil), ([1, 1], 1.5, 0.7071067811865476),
      ([2, 0, 1], 1.6666666666666667, 1.1547005383792517),
      ([3, 7, 12, 6, 2], 2.9, 1.0618786215460558), ([0, 0, 0, 9, 0], 4.0, 0.0),
      ([100_000, 250_000, 400_000, 200_000, 50_000], 2.85, 1.0136572534644182),
      ([1, 0, 0, 0, 0, 0, 0, 999_999], 7.999993, 0.006999999999999999),
    ] as [([Int], Double, Double?)])
  func `Mean and deviation are those of numpy`(
    counts: [Int], mean: Double, deviation: Double?
  ) throws {
    #expect(abs(try #require(Statistics.mean(countsByLevel: counts)) - mean) < 1e-9)
    let found = Statistics.standardDeviation(countsByLevel: counts)
    if let deviation {
      #expect(abs(try #require(found) - deviation) < 1e-9)
    } else {
      #expect(found == nil)
    }
  }

  // Published test values of SplitMix64 for the seed 1234567, also on Rosetta Code.
  @Test func `SplitMix64 gives the published numbers`() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }
}
