import Foundation
import Waymark
import WaymarkBasics

extension Session {
  /// Asks before something that cannot be undone; only the whole word goes on with it.
  ///
  /// - Parameters:
  ///   - isAgreed: whether an option has agreed to it already.
  ///   - refusal: what is said where nobody can be asked.
  /// - Throws: `Failure` of how the command was used where nobody can be asked.
  func agrees(
    to question: String, typing word: String, isAgreed: Bool, orElse refusal: String
  ) throws -> Bool {
    if isAgreed { return true }
    guard canAsk else { throw Failure(.usage, refusal) }
    try Console.write(Array(question.utf8), to: STDERR_FILENO)
    return readLine() == word
  }
}
