import Foundation
import Synchronization

/// Hands batches from a thread that makes them to the caller's, which uses them, a few at a time.
///
/// Memory stays bounded, as the maker waits while the user is behind.
final class BatchQueue<Batch: Sendable, Value: Sendable>: Sendable {
  /// Thrown to a maker whose batches nobody uses any more.
  private struct Abandoned: Error {}

  private struct State {
    var batches: [Batch] = []
    var result: Result<Value, any Error>?
    var isAbandoned = false
  }

  /// What was made and not yet used, and how the making ended.
  private let state = Mutex(State())
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  private init() {
    // Counted up, not begun with: a semaphore may not end below what it began with, and an abandoned
    // handover ends with batches that nobody took.
    for _ in 0..<8 { free.signal() }
  }

  /// Makes batches in one thread and uses them in the caller's, in order.
  ///
  /// - Returns: what `make` returns, after the last batch was used.
  /// - Throws: what `use` throws; what `make` throws, after the batches before it were used.
  static func run(
    make: @escaping @Sendable (_ emit: (Batch) throws -> Void) throws -> Value,
    use: (Batch) throws -> Void
  ) throws -> Value {
    let handover = BatchQueue()
    DispatchQueue.global().async { handover.make(make) }
    do {
      while true {
        handover.filled.wait()
        let (batch, result) = handover.state.withLock {
          ($0.batches.isEmpty ? nil : $0.batches.removeFirst(), $0.result)
        }
        handover.free.signal()
        if let batch { try use(batch) } else if let result { return try result.get() }
      }
    } catch {
      handover.state.withLock { $0.isAbandoned = true }
      handover.free.signal()
      throw error
    }
  }

  private func make(_ make: (_ emit: (Batch) throws -> Void) throws -> Value) {
    let result = Result {
      try make { batch in
        free.wait()
        try state.withLock { state in
          guard !state.isAbandoned else { throw Abandoned() }
          state.batches.append(batch)
        }
        filled.signal()
      }
    }
    state.withLock { $0.result = result }
    filled.signal()
  }
}
