import Testing

@testable import Waymark

/// What the audit of a release remembers of the solutions it has seen.
struct EvidenceTests {
  @Test func `The truth and the latest solutions are kept, and no interval shrinks`() {
    var evidence = Evidence(truth: [5, 7])
    for size in 0..<1_000 { evidence.add([Double(size), 7], isWhole: true) }
    #expect(evidence.solutions.count == 300)
    #expect(evidence.solutions.first?.sizes == [5, 7])
    let latest = Set(evidence.solutions.dropFirst().map { $0.sizes[0] })
    #expect(latest == Set((701..<1_000).map(Double.init)))
    #expect(evidence.whole(0) == 0...999)
    #expect(evidence.wholeWidth(1) == 0)
  }
}
