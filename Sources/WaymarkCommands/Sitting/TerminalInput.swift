import CSystem
import Foundation

/// Where a dialogue's input comes from, a key or a line at a time, with the signals that may come
/// between.
///
/// Signals are held back from their usual effect while this lives, so that none can come between an
/// answer and its being saved; they are read here, where the dialogue waits anyway.
final class TerminalInput {
  /// What came.
  enum Event: Equatable {
    /// A line without its line feed.
    case line(String)
    /// One key.
    case key(Character)
    /// There is no more.
    case end
    /// The person or the system wants the program to stop.
    case stop(Exit)
    /// The program was put to sleep and woken; what was on the screen may be gone.
    case woken
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT]
  /// What is kept of a line; a note has its own, lower limit.
  private static let lineLimit = 1 << 16
  /// How much more of a line is read and dropped.
  private static let patience = 1 << 24
  private static let words = CommandWords.english.sitting

  private let descriptor: Int32
  private let signalDescriptor: Int32
  /// How the terminal was before; `nil` when the input is no terminal.
  private let usualMode: termios?
  private var listensForKeys = false
  private var earlierMask = sigset_t()
  private var pending: [UInt8] = []
  private var dropped = 0
  private var hasEnded = false

  /// Listens to a descriptor.
  ///
  /// It must come before the first prompt and before any thread is started.
  init(_ descriptor: Int32) throws {
    self.descriptor = descriptor
    var mode = termios()
    usualMode = tcgetattr(descriptor, &mode) == 0 ? mode : nil
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in Self.signals { sigaddset(&mask, signal) }
    pthread_sigmask(SIG_BLOCK, &mask, &earlierMask)
    signalDescriptor = signalfd(-1, &mask, Int32(SFD_CLOEXEC))
    guard signalDescriptor >= 0 else {
      throw Failure(.output, Self.words.cannotHearSignals(String(cString: strerror(errno))))
    }
  }

  deinit {
    listen(forKeys: false)
    close(signalDescriptor)
    pthread_sigmask(SIG_SETMASK, &earlierMask, nil)
  }

  /// Settles whether the terminal hands over keys as they are pressed, without showing them, or
  /// lines, with its own editing.
  ///
  /// Nothing that was typed already is lost.
  func listen(forKeys: Bool) {
    guard listensForKeys != forKeys else { return }
    listensForKeys = forKeys
    setMode(forKeys: forKeys)
  }

  /// Waits for a line; of one that is far too long for anything, the beginning comes.
  func nextLine() throws -> Event {
    while true {
      if let end = lineEnd {
        let line = pending[..<end]
        pending.removeSubrange(...end)
        dropped = 0
        return .line(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
      }
      if pending.count > Self.lineLimit {
        dropped += pending.count - Self.lineLimit
        pending.removeLast(pending.count - Self.lineLimit)
      }
      guard dropped <= Self.patience else {
        throw Failure.input(
          Self.words.input, Self.words.lineWithoutEnd(mebibytes: Self.patience >> 20))
      }
      if hasEnded {
        guard !pending.isEmpty else { return .end }
        defer { pending = [] }
        return .line(String(decoding: pending, as: UTF8.self))
      }
      if let event = try wait() { return event }
    }
  }

  /// Waits for one key.
  func nextKey() throws -> Event {
    while true {
      if let key = takeKey() { return key }
      if hasEnded { return .end }
      if let event = try wait() { return event }
    }
  }

  /// Where the first line feed is, found by the system, which is quick in long lines too.
  private var lineEnd: Int? {
    pending.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let end = memchr(start, 0x0A, bytes.count) else {
        return nil
      }
      return UnsafeRawPointer(end) - start
    }
  }

  private func takeKey() -> Event? {
    while let first = pending.first {
      switch first {
      case 0x04:
        pending.removeFirst()
        return .end
      case 0x1B:
        pending.removeFirst(Self.lengthOfEscape(pending))
      case 0x0D, 0x0A:
        pending.removeFirst()
        return .key("\n")
      default:
        let text = String(decoding: pending, as: UTF8.self)
        guard let character = text.first else { return nil }
        pending.removeFirst(min(pending.count, character.utf8.count))
        return .key(character)
      }
    }
    return nil
  }

  /// How many bytes an arrow or function key has sent: none of them is an answer.
  private static func lengthOfEscape(_ bytes: [UInt8]) -> Int {
    switch bytes.dropFirst().first {
    case UInt8(ascii: "["):
      (bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) } ?? bytes.count - 1) + 1
    case UInt8(ascii: "O"): min(3, bytes.count)
    default: min(2, bytes.count)
    }
  }

  /// Waits until there are bytes or a signal; bytes go to `pending`.
  private func wait() throws -> Event? {
    var waiting = [
      pollfd(fd: signalDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waiting, 2, -1) >= 0 else {
      if errno == EINTR { return nil }
      throw Failure(.failed, Self.words.cannotRead(String(cString: strerror(errno))))
    }
    if waiting[0].revents != 0 { return signal() }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 {
      pending += bytes[..<count]
    } else if count == 0 || errno == EIO {
      hasEnded = true
    } else if errno != EINTR && errno != EAGAIN {
      throw Failure(.failed, Self.words.cannotRead(String(cString: strerror(errno))))
    }
    return nil
  }

  private func signal() -> Event? {
    var info = signalfd_siginfo()
    guard read(signalDescriptor, &info, MemoryLayout.size(ofValue: info)) > 0 else { return nil }
    switch Int32(info.ssi_signo) {
    case SIGINT: return .stop(.interrupted)
    case SIGTERM: return .stop(.terminated)
    case SIGHUP: return .stop(.hangUp)
    case SIGCONT:
      setMode(forKeys: listensForKeys)
      return .woken
    default:
      // Who wakes the program sends SIGCONT, which is read next.
      setMode(forKeys: false)
      raise(SIGSTOP)
      return nil
    }
  }

  private func setMode(forKeys: Bool) {
    guard var mode = usualMode else { return }
    if forKeys { mode.c_lflag &= ~tcflag_t(ICANON | ECHO) }
    tcsetattr(descriptor, TCSADRAIN, &mode)
  }
}

/// The size of the terminal that standard output is.
enum TerminalSize {
  /// The columns, or `nil` when standard output is no terminal or does not say.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
