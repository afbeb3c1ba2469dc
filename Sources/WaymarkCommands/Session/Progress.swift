import Foundation
import Synchronization

/// Says how far long work is: a line on standard error every few seconds, on a terminal only.
///
/// Lines, not a bar that is drawn again: a screen reader can follow them. May be told from several
/// threads.
final class Progress: Sendable {
  private static let interval = Duration.seconds(2)

  private let isShown: Bool
  private let console: Console
  /// When the last line was written.
  private let last = Mutex(ContinuousClock.now)

  init(_ console: Console) {
    self.console = console
    isShown = !console.isQuiet && Console.isTerminal(STDERR_FILENO)
  }

  /// Says something when it is time to.
  func note(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isTime = last.withLock { last in
      guard now - last >= Self.interval else { return false }
      last = now
      return true
    }
    if isTime { console.remark(text()) }
  }
}
