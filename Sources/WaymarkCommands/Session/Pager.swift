import Foundation
import Waymark
import WaymarkBasics

/// Shows a text that is longer than the terminal a screen at a time, with the program that the person
/// reads with.
struct Pager {
  /// The command, as a shell reads it.
  private let command: String
  private let variables: [String: String]

  /// - Parameter variables: the environment; `PAGER` names the program, empty or `cat` for none, and
  ///   `LESS` its options where it is `less`.
  /// - Returns: `nil` where nothing can be shown so.
  init?(_ variables: [String: String]) {
    guard let terminal = variables["TERM"], !terminal.isEmpty, terminal != "dumb",
      Console.isTerminal(STDOUT_FILENO)
    else { return nil }
    if let named = variables["PAGER"] {
      let named = named.trimmed
      guard !named.isEmpty, named != "cat" else { return nil }
      command = named
    } else {
      guard let less = Environment.program("less", onPath: variables["PATH"] ?? "") else {
        return nil
      }
      command = less.shellWord
    }
    // What fits is left on the screen, colors are shown, what was read stays when it ends, and the last
    // line says which keys there are.
    let options = "FRXPs\(CommandWords.english.pager.keys)$"
    // `less` would write files, too, for who does not know its keys.
    self.variables = ["LESS": options].merging(variables) { $1 }
      .merging(["LESSSECURE": "1"]) { $1 }
  }

  /// Whether a text has more lines than the terminal shows.
  static func isNeeded(for text: String) -> Bool {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return false }
    return text.utf8.count { $0 == UInt8(ascii: "\n") } >= Int(size.ws_row)
  }

  /// Hands a text to the program and waits until it has ended.
  ///
  /// - Returns: whether it could be read there; else nobody has seen it.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    // Ctrl-C is for the program that is read with, as long as it is there.
    let before = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, before.0)
      signal(SIGQUIT, before.1)
    }
    guard let child = start(reading: ends[0]) else {
      close(ends[1])
      return false
    }
    // Whoever ends it before the last line has read enough.
    try? Console.write(Array(text.utf8), to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return false } }
    return status == 0
  }

  private func start(reading input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // What this program does not listen to, the other may have to.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let texts = ["/bin/sh", "-c", command]
    let arguments: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    let environment: [UnsafeMutablePointer<CChar>?] = variables.map {
      strdup("\($0.key)=\($0.value)")
    }
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    let result = posix_spawn(
      &child, "/bin/sh", &actions, &attributes, arguments + [nil], environment + [nil])
    return result == 0 ? child : nil
  }
}

extension Session {
  /// Writes a text to standard output; what is longer than the terminal is shown a screen at a time,
  /// where the person can turn pages.
  ///
  /// - Parameter paged: whether it may be shown so.
  func show(_ text: String, paged: Bool = true) throws {
    if paged, !options.noPager, !isAccessible, !options.noInput, Pager.isNeeded(for: text),
      let pager = Pager(surroundings.variables), pager.show(text)
    {
      return
    }
    try console.write(text)
  }
}

/// What is said where a text is shown a screen at a time.
struct PagerWords: Sendable {
  /// The keys of `less`, as it is told its prompt: `?e` and what follows to `:` at the end, then the rest.
  let keys = "?eThat is all, q goes back:Space goes on, b goes back, q ends."
}
