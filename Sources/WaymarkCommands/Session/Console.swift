import CSystem
import Foundation
import Synchronization
import Waymark
import WaymarkBasics

/// The three standard streams, as file descriptors.
///
/// Results go to standard output, everything else to standard error. What is written is complete
/// when the call returns.
struct Console {
  /// An output was closed by its reader, as `| head` does: no failure, nothing more to say.
  struct Closed: Error {}

  /// The system did not take what was written, for this reason.
  struct Refusal: Error {
    let reason: String
  }

  /// Whether remarks that are not results are left out.
  var isQuiet = false

  /// Writes a result to standard output.
  func write(_ text: String) throws { try Self.write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes a remark for the person to standard error, unless they asked for quiet.
  func remark(_ text: String) {
    guard !isQuiet else { return }
    complain(text)
  }

  /// Writes an error to standard error, on a terminal in lines that are no wider; when that fails there is
  /// nobody left to tell.
  func complain(_ text: String) {
    let isTerminal = Self.isTerminal(STDERR_FILENO)
    let width = isTerminal ? TextStyle(width: Environment().width(of: STDERR_FILENO)).width : 0
    let lines = isTerminal ? TextLayout.message(text, width: width) : [text]
    try? Self.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: STDERR_FILENO)
  }

  /// Whether a stream is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether a stream is a terminal, or was one before it was closed.
  private static func isDevice(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }

  /// - Throws: `Closed` and `Refusal`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno == EPIPE || (errno == EIO && isDevice(descriptor)) {
        throw Closed()
      } else if errno != EINTR {
        throw Refusal(reason: String(cString: strerror(errno)))
      }
    }
  }
}

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

/// The file descriptors of the process, put in order before anything is opened.
enum Descriptors {
  /// How many the program and its libraries have open at once, with some to spare.
  private static let needed = 16

  /// Takes the places of standard streams that are closed, and refuses to begin with too few
  /// descriptors left: libdispatch traps where it gets none.
  static func prepare() throws {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
      // Else the next file would come to be standard output. Using the stream stays an error.
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    var probes: [Int32] = []
    defer { for probe in probes { close(probe) } }
    while probes.count < needed {
      let probe = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
      guard probe >= 0 else {
        throw Failure(
          .output,
          CommandWords.english.session.tooFewDescriptors(String(cString: strerror(errno))))
      }
      probes.append(probe)
    }
  }
}
