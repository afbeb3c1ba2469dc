import CTestSystem
import Foundation
package import Testing

/// A program that a test started; it is killed when nobody needs it any more.
package final class RunningProgram {
  /// How long anything of a program may take: a last resort against one that hangs, and far more
  /// than the slowest machine needs.
  package static let patience: Duration = .seconds(600)

  /// What its standard streams are connected to.
  enum Streams {
    /// Three descriptors of the test's own.
    case descriptors(input: Int32, output: Int32, errors: Int32)
    /// One terminal, which the program is to be controlled by.
    case terminal(path: String)
  }

  /// The process id.
  package let id: Int32
  /// Can be read when the program has ended.
  let ending: Int32
  private let name: String
  private var status: Int32?

  /// Starts a program with exactly its arguments and environment.
  init(_ run: ProgramRun, streams: Streams) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    waymark_spawn_in_folder(&actions, run.folder)
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    switch streams {
    case .descriptors(let input, let output, let errors):
      for (place, descriptor) in [input, output, errors].enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
      }
    case .terminal(let path):
      // The first terminal that the leader of a new session opens comes to control it.
      flags |= Int32(waymark_spawn_in_session)
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    waymark_spawn_without_others(&actions)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ([run.program] + run.arguments).map { strdup($0) }
    let variables = run.environment.sorted { $0.key < $1.key }
      .map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + variables { free(text) } }
    var id = pid_t()
    let failure = posix_spawn(
      &id, run.program, &actions, &attributes, words + [nil], variables + [nil])
    guard failure == 0 else {
      throw ProgramError("\(run.program): \(String(cString: strerror(failure)))")
    }
    self.id = id
    name = run.line
    ending = waymark_watch_process(id)
  }

  deinit {
    if ending >= 0 { close(ending) }
    guard status == nil else { return }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  /// Sends a signal.
  package func signal(_ number: Int32) { kill(id, number) }

  /// Whether the program has ended.
  package var hasEnded: Bool {
    guard status == nil else { return true }
    var found: Int32 = 0
    guard waitpid(id, &found, WNOHANG) == id else { return false }
    status = found & 0x7F == 0 ? (found >> 8) & 0xFF : -(found & 0x7F)
    return true
  }

  /// Waits until the program has ended.
  ///
  /// - Returns: its exit status, or the number of the signal that ended it, negated.
  package func exit(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    let deadline = ContinuousClock.now + Self.patience
    var waiting = pollfd(fd: ending, events: Int16(POLLIN), revents: 0)
    // A system that has no such descriptors is asked again and again.
    while !hasEnded, ContinuousClock.now < deadline { poll(&waiting, 1, ending < 0 ? 2 : 1000) }
    try #require(
      hasEnded, "\(name) has not ended within \(Self.patience)", sourceLocation: sourceLocation)
    return status ?? -1
  }

  /// Waits until the program has been put to sleep by a signal.
  package func stop(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = ContinuousClock.now + Self.patience
    var found: Int32 = 0
    while waitpid(id, &found, WNOHANG | WUNTRACED) != id || found & 0xFF != 0x7F {
      try #require(
        ContinuousClock.now < deadline, "\(name) has not fallen asleep within \(Self.patience)",
        sourceLocation: sourceLocation)
      poll(nil, 0, 2)
    }
  }
}

/// A program that could not be started, or a pipe or a terminal that could not be made for it.
package struct ProgramError: Error, CustomStringConvertible {
  /// What happened.
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// Does what mostly waits on a thread of its own, so that the few threads on which tests run stay free for
/// those that work.
package func whileOthersRun<Result: Sendable>(
  _ waits: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: waits)) }
  }
}
