import Testing

@testable import Waymark

@Suite struct PaceTests {
  @Test func `Before five answers the usual pace counts`() {
    // 62 x 34 s = 2108 s = 35.13 minutes, rounded up.
    #expect(Pace([5, 5, 5, 5]).minutes(for: 62) == 36)
  }

  @Test func `From five answers on the median of the person's own counts`() {
    // Sorted 4 6 10 60 90: the median is 10 s; 10 x 30 = 300 s.
    #expect(Pace([60, 4, 10, 90, 6]).minutes(for: 30) == 5)
  }

  @Test func `A long pause counts as two minutes, and quick keys as ten seconds each`() {
    #expect(Pace(Array(repeating: 3600, count: 5)).minutes(for: 1) == 2)
    // 55 x 10 s = 550 s = 9.17 minutes: quick keys promise no two minutes for 55 statements.
    #expect(Pace(Array(repeating: 0, count: 5)).minutes(for: 55) == 10)
  }

  @Test func `Only the last twenty answers count`() {
    let pace = Pace(Array(repeating: 100, count: 30) + Array(repeating: 12, count: 20))
    #expect(pace.minutes(for: 10) == 2)
  }

  @Test func `Sixty-two statements take thirty to forty minutes`() {
    #expect(Pace.usualMinutes(for: 62) == 30...40)
  }
}
