import Testing
import WaymarkBasics

@testable import Waymark

// Expected values: scipy 1.17.1, statsmodels 0.15.0 and pingouin 0.7.0 through
// Tests/References/expected_estimates.py.
@Suite struct EstimateTests {
  @Test(arguments: [
    ([1, 1], -4.853102368087347, 7.853102368087347),
    ([2, 0, 1], -1.2017684864996412, 4.535101819832975),
    ([3, 7, 12, 6, 2], 2.5034880062224705, 3.2965119937775293),
    ([100000, 250000, 400000, 200000, 50000], 2.848013265885867, 2.851986734114133),
  ])
  func `The interval of a mean is Student's`(counts: [Int], low: Double, high: Double) throws {
    let interval = try #require(Statistics.meanInterval(countsByLevel: counts))
    #expect(isClose(interval.lowerBound, low) && isClose(interval.upperBound, high))
  }

  @Test func `A mean of one has no interval, and one without variation has no width`() {
    #expect(Statistics.meanInterval(countsByLevel: [0, 1]) == nil)
    #expect(Statistics.meanInterval(countsByLevel: []) == nil)
    #expect(Statistics.meanInterval(countsByLevel: [0, 7, 0]) == 2...2)
  }

  @Test(arguments: [
    (
      [3, 7, 12, 6, 2], [1, 5, 9, 11, 4], 0.5, -0.04249867354340975, 1.0424986735434096,
      0.07015871602998575
    ),
    (
      [1, 1], [0, 4, 1], 0.7000000000000002, -3.1552757147149375, 4.555275714714938,
      0.3737090715138673
    ),
    (
      [500, 800, 900], [100, 1300, 900], 0.1660079051383403, 0.1262685484278916, 0.205747261848789,
      3.4793937448107497e-16
    ),
  ])
  func `The change of a mean has Welch's interval and test`(
    earlier: [Int], later: [Int], difference: Double, low: Double, high: Double, chance: Double
  ) throws {
    let change = try #require(Change.ofMeans(earlier: earlier, later: later))
    let interval = try #require(change.interval)
    #expect(isClose(change.difference, difference))
    #expect(isClose(interval.lowerBound, low) && isClose(interval.upperBound, high))
    let found = try #require(change.chance)
    #expect(abs(found / chance - 1) < 1e-9)
  }

  @Test(arguments: [
    ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
    (
      [0.9, 0.02, 0.02, 1e-09, 0.3, 0.049],
      [0.9, 0.1, 0.1, 6.000000000000001e-09, 0.6, 0.14700000000000002]
    ),
    ([0.5], [0.5]), ([], []),
  ])
  func `Several tests are taken together as Holm does`(chances: [Double], expected: [Double]) {
    let found = Holm.adjusted(chances)
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) { #expect(abs(one - other) <= 1e-15) }
  }

  @Test func `A change without variation or with one person has no interval`() throws {
    #expect(try #require(Change.ofMeans(earlier: [3], later: [0, 4])).interval == nil)
    #expect(try #require(Change.ofMeans(earlier: [1], later: [2, 4])).interval == nil)
    #expect(Change.ofMeans(earlier: [0, 0], later: [2, 4]) == nil)
    #expect(Change.ofShares(earlier: (0, of: 0), later: (1, of: 2)) == nil)
  }

  @Test(arguments: [
    (12, 40, 30, 60, 0.0028921333169241725, 0.3710669303663697),
    (0, 12, 3, 15, -0.0749180624397019, 0.45185448715169363),
    (500, 1200, 430, 1100, -0.06572729225397708, 0.014388050274536213),
    (7, 7, 0, 9, -1.0000000000000002, -0.536278297673616),
  ])
  func `The change of a share has Newcombe's interval`(
    earlier: Int, of: Int, later: Int, ofLater: Int, low: Double, high: Double
  ) throws {
    let change = try #require(
      Change.ofShares(
        earlier: (Double(earlier) / Double(of), of: of),
        later: (Double(later) / Double(ofLater), of: ofLater)))
    let interval = try #require(change.interval)
    #expect(abs(interval.lowerBound - low) < 1e-9 && abs(interval.upperBound - high) < 1e-9)
  }

  @Test(arguments: [
    (
      ["1223", "3323", "4434", "2123", "5545", "3334", "2222", "4535", "1112", "3435"],
      0.9526802863628427, 0.8755086669587777, 0.9867986208332071
    ),
    (["15", "24", "33", "42", "51", "32"], -48.0, -349.17270960790876, -5.856616561263206),
    (
      ["111", "123", "321", "555", "444"], 0.9382716049382716, 0.688109122384968, 0.9931256927151587
    ),
  ])
  func `Alpha is Cronbach's, with Feldt's interval`(
    sheets: [String], alpha: Double, low: Double, high: Double
  ) throws {
    let reliability = try #require(Reliability.of(sums(sheets)).value)
    let interval = try #require(reliability.interval)
    #expect(isClose(reliability.alpha, alpha))
    #expect(isClose(interval.lowerBound, low) && isClose(interval.upperBound, high))
    #expect(reliability.people == sheets.count)
  }

  // Whoever answers all alike differs from others by as much in each: alpha is 1, and never above it.
  @Test(arguments: 2...63)
  func `Where all statements are answered alike alpha is 1`(statements: Int) throws {
    let sheets = ["1", "2", "4", "4", "5"].map { String(repeating: $0, count: statements) }
    let reliability = try #require(Reliability.of(sums(sheets)).value)
    #expect(reliability.alpha <= 1 && abs(reliability.alpha - 1) < 1e-12)
    let interval = try #require(reliability.interval)
    #expect(abs(interval.lowerBound - 1) < 1e-9 && abs(interval.upperBound - 1) < 1e-9)
  }

  @Test func `Where alpha cannot be estimated, the reason is given`() {
    #expect(Reliability.of(sums(["1", "2", "3"])) == .none(.oneStatement))
    #expect(Reliability.of(sums(["12"])) == .none(.oneAnswer))
    #expect(Reliability.of(AreaSums(competencies: 3)) == .none(.noAnswers))
    #expect(Reliability.of(sums(["15", "24", "33"])) == .none(.noVariation))
    #expect(Reliability.of(sums(["12", "23"])).value?.interval == nil)
  }

  @Test(
    arguments: [
      (
        [-1: 2, 0: 5, 1: 9, 2: 1], 0.5294117647058824, 0.11818424349305912, 0.9406392859187056,
        0.6619168182176299
      ),
      ([0: 1, 1: 1], 0.5, -5.853102368087347, 6.853102368087347, 0.7071067811865475),
      (
        [-2: 40, 0: 300, 1: 220, 3: 8], 0.2887323943661972, 0.21910998167851342,
        0.35835480705388095, 0.3417813832767874
      ),
    ] as [([Int: Int], Double, Double, Double, Double)])
  func `Paired change has Student's interval and Cohen's d`(
    _ sample: (steps: [Int: Int], mean: Double, low: Double, high: Double, d: Double)
  ) throws {
    let change = try #require(PairedChange(differences: sample.steps))
    let interval = try #require(change.interval)
    #expect(isClose(change.mean, sample.mean))
    #expect(isClose(interval.lowerBound, sample.low))
    #expect(isClose(interval.upperBound, sample.high))
    #expect(isClose(try #require(change.standardizedMean), sample.d))
    #expect(change.up + change.same + change.down == change.people)
  }

  @Test func `One pair has no interval, and pairs without variation have no d`() throws {
    let one = try #require(PairedChange(differences: [1: 1]))
    #expect(one.interval == nil && one.standardizedMean == nil && one.mean == 1)
    let alike = try #require(PairedChange(differences: [1: 5]))
    #expect(alike.interval == 1...1 && alike.standardizedMean == nil && alike.balance == 1)
    #expect(PairedChange(differences: [:]) == nil)
  }

  @Test(arguments: [
    (
      [3, 7, 12, 6, 2], [1, 5, 9, 11, 4], -0.2644444444444444, -0.5122635087139106,
      0.024027084362517163, -0.47016716968367944
    ),
    (
      [5, 1], [1, 5], -0.6666666666666666, -0.9284301936912841, 0.03743872791921619,
      -1.506837268082842
    ),
    ([0, 2, 2], [4, 3, 1], 0.625, -0.021582100903842244, 0.9029417591895751, 1.1563857460424085),
  ])
  func `Two groups differ by Cliff's delta and Hedges' g`(
    first: [Int], second: [Int], delta: Double, low: Double, high: Double, g: Double
  ) throws {
    let found = try #require(GroupDifference.delta(first, second))
    let interval = try #require(found.interval)
    #expect(isClose(found.value, delta))
    #expect(isClose(interval.lowerBound, low) && isClose(interval.upperBound, high))
    #expect(isClose(try #require(GroupDifference.hedges(first, second)), g))
  }

  @Test func `A group of one gives a difference without an interval, and none gives nothing`() {
    #expect(GroupDifference.delta([0, 1], [3, 2])?.interval == nil)
    #expect(GroupDifference.delta([], [1]) == nil)
    #expect(GroupDifference.hedges([0, 1], [3, 2]) == nil)
    #expect(GroupDifference.hedges([3], [3]) == nil)
  }

  @Test(arguments: [
    ([(5, 2), (4, 4), (5, 3), (3, 4), (4, 1)], 5.880000000000001, -40.0),
    ([(1, 1)], 0.0, 0.0),
    ([(2, 5), (2, 5), (5, 5)], -6.0, 66.66666666666666),
  ])
  func `Need is scored as Borich and as Narine and Harder do`(
    pairs: [(Int, Int)], borich: Double, ranked: Double
  ) throws {
    var counts = Array(repeating: Array(repeating: 0, count: 5), count: 5)
    for (importance, level) in pairs { counts[importance - 1][level - 1] += 1 }
    let scores = try #require(NeedScores(counts: counts))
    let discrepancy = try #require(scores.discrepancy)
    #expect(abs(discrepancy.meanWeighted - borich) < 1e-12)
    #expect(abs(discrepancy.ranked - ranked) < 1e-12)
    #expect(NeedScores(counts: [[0, 0]]) == nil)
    // Of three levels, none can be taken from an importance of five steps.
    let unequal = try #require(
      NeedScores(counts: [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 1, 0], [1, 0, 0]]))
    #expect(unequal.discrepancy == nil && unequal.importance == 4.5 && unequal.level == 1.5)
  }

  private func sums(_ sheets: [String]) -> AreaSums {
    var sums = AreaSums(competencies: sheets.first?.count ?? 0)
    for sheet in sheets {
      let levels = sheet.compactMap(\.wholeNumberValue)
      let total = levels.reduce(0, +)
      sums.people += 1
      sums.squares += levels.reduce(0) { $0 + $1 * $1 }
      sums.squaredTotals += total * total
      for (place, level) in levels.enumerated() { sums.levels[place] += level }
    }
    return sums
  }
}
