import Foundation
import Synchronization
import Testing

@testable import WaymarkCommands

@Suite struct BatchQueueTests {
  private struct Fault: Error, Equatable { let number: Int }

  @Test(arguments: [0, 1, 7, 8, 9, 1000])
  func `Every batch is used once and in order, and the value comes last`(count: Int) throws {
    var used: [Int] = []
    let value = try BatchQueue<Int, String>.run(
      make: { emit in
        for batch in 0..<count { try emit(batch) }
        return "done"
      }, use: { used.append($0) })
    #expect(used == Array(0..<count))
    #expect(value == "done")
  }

  @Test func `What was made before a fault is used before the fault is told`() {
    var used: [Int] = []
    #expect(throws: Fault(number: 3)) {
      try BatchQueue<Int, Void>.run(
        make: { emit in
          for batch in 0..<3 { try emit(batch) }
          throw Fault(number: 3)
        }, use: { used.append($0) })
    }
    #expect(used == [0, 1, 2])
  }

  @Test(arguments: 0..<200)
  func `A fault of the user ends both, whatever is still waiting`(number: Int) {
    #expect(throws: Fault(number: number % 20)) {
      try BatchQueue<Int, Void>.run(
        make: { emit in for batch in 0..<10_000 { try emit(batch) } },
        use: { if $0 == number % 20 { throw Fault(number: $0) } })
    }
  }

  @Test func `The maker does not run ahead by more than a few batches`() throws {
    let made = Atomic(0)
    var furthest = 0
    try BatchQueue<Int, Void>.run(
      make: { emit in
        for batch in 0..<500 {
          try emit(batch)
          made.add(1, ordering: .relaxed)
        }
      },
      use: { batch in
        // Until the maker has run ahead as far as it always may.
        while batch == 0, made.load(ordering: .relaxed) < 8 { Thread.sleep(forTimeInterval: 0.001) }
        furthest = max(furthest, made.load(ordering: .relaxed) - batch)
      })
    #expect((8...10).contains(furthest))
  }
}
