import CTestSystem
import Foundation

/// A program that a test started; it is killed when nobody needs it any more.
package final class ChildProcess {
  /// What a child's standard streams are connected to.
  enum Streams {
    /// Three descriptors of the test's own.
    case descriptors(input: Int32, output: Int32, errors: Int32)
    /// One terminal, which the child is to be controlled by.
    case terminal(path: String)
  }

  /// The process id.
  package let id: Int32
  private var status: Int32?

  /// Starts a program with exactly these arguments and this environment.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    streams: Streams
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    waymark_spawn_in_folder(&actions, folder)
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
    let words = ([program] + arguments).map { strdup($0) }
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + variables { free(text) } }
    var id = pid_t()
    let failure = posix_spawn(
      &id, program, &actions, &attributes, words + [nil], variables + [nil])
    guard failure == 0 else {
      throw ProgramError("\(program): \(String(cString: strerror(failure)))")
    }
    self.id = id
  }

  deinit {
    guard status == nil else { return }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  /// Sends a signal.
  package func signal(_ number: Int32) { kill(id, number) }

  /// Whether the child has ended.
  package var hasEnded: Bool {
    guard status == nil else { return true }
    var found: Int32 = 0
    guard waitpid(id, &found, WNOHANG) == id else { return false }
    status = found & 0x7F == 0 ? (found >> 8) & 0xFF : -(found & 0x7F)
    return true
  }

  /// Waits until the child has ended.
  ///
  /// - Returns: its exit status, or the number of the signal that ended it, negated.
  package func exit(within limit: Duration = .seconds(20)) throws -> Int32 {
    try wait(within: limit, while: "ending") { hasEnded }
    return status ?? -1
  }

  /// Waits until the child has been put to sleep by a signal.
  package func stop(within limit: Duration = .seconds(20)) throws {
    var found: Int32 = 0
    try wait(within: limit, while: "falling asleep") {
      waitpid(id, &found, WNOHANG | WUNTRACED) == id && found & 0xFF == 0x7F
    }
  }

  private func wait(
    within limit: Duration, while state: String, until isOver: () -> Bool
  ) throws {
    let deadline = ContinuousClock.now + limit
    while !isOver() {
      guard ContinuousClock.now < deadline else {
        throw ProgramError("the program took longer than \(limit) while \(state)")
      }
      poll(nil, 0, 2)
    }
  }
}

/// A program that could not be started or did not do what it was waited for.
package struct ProgramError: Error, CustomStringConvertible {
  /// What happened.
  package let description: String

  init(_ description: String) { self.description = description }
}
