import CTestSystem
import Foundation
package import Testing

/// A program on a terminal of its own: a test types, reads, resizes and hangs up.
///
/// Line feeds come through as the program wrote them, without carriage returns.
package final class PseudoTerminal {
  /// The program.
  package let running: RunningProgram
  /// Everything that was printed so far.
  package private(set) var printed: [UInt8] = []
  private var seen = 0
  private var master: Int32
  /// Kept open, so that what the program leaves behind can be looked at.
  private let slave: Int32

  /// Starts a program on a new terminal.
  package init(_ run: ProgramRun, columns: Int = 80) throws {
    var name = [UInt8](repeating: 0, count: 64)
    master = name.withUnsafeMutableBytes {
      waymark_open_terminal(
        O_RDWR | O_NOCTTY | O_CLOEXEC, $0.baseAddress?.assumingMemoryBound(to: CChar.self),
        UInt($0.count))
    }
    guard master >= 0 else {
      throw ProgramError("a terminal: \(String(cString: strerror(errno)))")
    }
    let path = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var mode = termios()
    guard slave >= 0, tcgetattr(slave, &mode) == 0 else {
      throw ProgramError("\(path): \(String(cString: strerror(errno)))")
    }
    mode.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(slave, TCSANOW, &mode)
    Self.resize(slave, columns: columns)
    running = try RunningProgram(run, streams: .terminal(path: path))
  }

  deinit {
    hangUp()
    close(slave)
  }

  /// Types keys.
  package func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    write(master, bytes, bytes.count)
  }

  /// Waits until a text is printed that was not waited for before.
  ///
  /// - Returns: what was printed since the last call, up to the end of that text.
  @discardableResult
  package func wait(
    for text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let deadline = ContinuousClock.now + RunningProgram.patience
    let wanted = Array(text.utf8)
    while true {
      let mayPrintMore = !running.hasEnded && ContinuousClock.now < deadline
      if !mayPrintMore { while readOn(for: 0) {} }
      if let range = printed[seen...].firstRange(of: wanted) {
        defer { seen = range.upperBound }
        return String(decoding: printed[seen..<range.upperBound], as: UTF8.self)
      }
      let found = String(decoding: printed[seen...], as: UTF8.self)
      try #require(
        mayPrintMore, "'\(text)' was not printed, only:\n\(found)",
        sourceLocation: sourceLocation)
      readOn(for: 1000)
    }
  }

  /// Whether the program has the terminal set marks around what is pasted; `nil` when it never said.
  package var marksPastes: Bool? {
    let on = printed.lastRange(of: Array("\u{1B}[?2004h".utf8))
    let off = printed.lastRange(of: Array("\u{1B}[?2004l".utf8))
    return on.map { on in off.map { $0.lowerBound < on.lowerBound } ?? true }
  }

  /// Types bytes that are no text in UTF-8.
  package func type(bytes: [UInt8]) { write(master, bytes, bytes.count) }

  /// Types nothing for a while, and takes what is printed meanwhile.
  package func pause(milliseconds: Int32) {
    let end = ContinuousClock.now + .milliseconds(Int(milliseconds))
    while ContinuousClock.now < end, !running.hasEnded { readOn(for: milliseconds) }
  }

  /// Waits until the program has ended.
  ///
  /// - Returns: what was printed since the last wait, and the exit status.
  package func end(
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (text: String, exit: Int32) {
    let deadline = ContinuousClock.now + RunningProgram.patience
    // A program whose output nobody takes cannot end.
    while !running.hasEnded, ContinuousClock.now < deadline { readOn(for: 1000) }
    let exit = try running.exit(sourceLocation: sourceLocation)
    while readOn(for: 0) {}
    defer { seen = printed.count }
    return (String(decoding: printed[seen...], as: UTF8.self), exit)
  }

  /// Changes how wide the terminal is; the program is told by a signal.
  package func resize(columns: Int) { Self.resize(master, columns: columns) }

  /// Closes the terminal, as closing its window does.
  package func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the terminal collects lines (`ICANON`) and shows what is typed (`ECHO`).
  package var hasUsualMode: Bool {
    var mode = termios()
    let usual = tcflag_t(ICANON | ECHO)
    return tcgetattr(slave, &mode) == 0 && mode.c_lflag & usual == usual
  }

  /// Takes what is printed, and waits for it while the program runs.
  @discardableResult
  private func readOn(for milliseconds: Int32) -> Bool {
    var waiting = [
      pollfd(fd: master, events: Int16(POLLIN), revents: 0),
      pollfd(fd: running.ending, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waiting, 2, milliseconds) > 0, waiting[0].revents != 0 else { return false }
    let bytes = readAvailable(master)
    printed += bytes
    return !bytes.isEmpty
  }

  private static func resize(_ descriptor: Int32, columns: Int) {
    var size = winsize()
    size.ws_row = 24
    size.ws_col = UInt16(columns)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }
}
