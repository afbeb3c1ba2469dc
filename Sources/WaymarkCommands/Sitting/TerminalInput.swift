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
    /// A line without its line feed; a note may have several.
    case line(String)
    /// One key.
    case key(Character)
    /// Letters that came in one burst where one key is waited for: a word, or nothing.
    case word(String)
    /// Text that was pasted where none is wanted.
    case pasted
    /// Bytes that are no UTF-8, and what was written before them.
    case noText(draft: String)
    /// What was being written is not wanted.
    case cancelled
    /// What is asked is to be shown again.
    case redraw
    /// There is no more.
    case end
    /// The person or the system wants the program to stop.
    case stop(Exit)
    /// The program was put to sleep and woken; what was on the screen may be gone.
    case woken
  }

  /// How the terminal hands over what is typed.
  enum Mode: Equatable {
    /// Lines, with its own editing.
    case lines
    /// Keys as they are pressed, without showing them.
    case keys
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT]
  /// What comes within so many milliseconds came at once: nobody presses keys so fast.
  private static let burst: Int32 = 12
  /// What is kept of a line; a note has its own, lower limit.
  private static let lineLimit = 1 << 16
  /// How much more of a line is read and dropped.
  private static let patience = 1 << 24
  private static let words = CommandWords.english.sitting

  private let descriptor: Int32
  private let signalDescriptor: Int32
  /// How the terminal was before; `nil` when the input is no terminal.
  private let usualMode: termios?
  private var mode = Mode.lines
  private var keys = TerminalKeys()
  /// Keys that were read and not given out yet.
  private var ahead: [TerminalKeys.Key] = []
  private var earlierMask = sigset_t()
  private var pending: [UInt8] = []
  private var dropped = 0
  private var hasEnded = false
  /// Whether the terminal was closed, which the signal that says so may come after.
  private var hasHungUp = false
  private var ending: Event { hasHungUp ? .stop(.hangUp) : .end }

  /// Whether a person sits before it.
  var isTerminal: Bool { usualMode != nil }

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
    listen(.lines)
    close(signalDescriptor)
    pthread_sigmask(SIG_SETMASK, &earlierMask, nil)
  }

  /// Settles how the terminal hands over what is typed; nothing that was typed already is lost.
  func listen(_ wanted: Mode) {
    guard mode != wanted else { return }
    mode = wanted
    setMode(wanted)
  }

  /// Waits for a line; of one that is far too long for anything, the beginning comes.
  ///
  /// - Parameter isText: whether any text may be written, and nothing is chosen.
  func nextLine(isText: Bool = false) throws -> Event {
    while true {
      if let end = lineEnd {
        let line = pending[..<end]
        pending.removeSubrange(...end)
        dropped = 0
        return event(of: line.last == 0x0D ? line.dropLast() : line, isText: isText)
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
        guard !pending.isEmpty, !hasHungUp else { return ending }
        defer { pending = [] }
        return event(of: pending[...], isText: isText)
      }
      if let event = try wait() { return event }
    }
  }

  /// What a line says; of a terminal's only what is text, and without the replies that stand in it.
  ///
  /// Bytes that are no UTF-8 make it none. Where something is chosen, a reply may stand before the letters
  /// and not behind them: what was cut off may have taken some of them.
  private func event(of line: ArraySlice<UInt8>, isText: Bool) -> Event {
    guard usualMode != nil else {
      return String(validating: line, as: UTF8.self).map(Event.line) ?? .noText(draft: "")
    }
    var keys = TerminalKeys()
    keys.add(line)
    var text = ""
    var endsWithReply = false
    while let key = keys.next(isQuiet: true) {
      endsWithReply = false
      switch key {
      case .character(let character): text.append(character)
      case .tab: text.append("\t")
      case .paste(let pasted): text += pasted
      case .noText: return .noText(draft: text)
      case .other: endsWithReply = true
      default: break
      }
    }
    guard endsWithReply, !isText else { return .line(text) }
    return text.isEmpty ? .redraw : .pasted
  }

  /// Waits for a line, with those that a terminal hands over in the same moment: they were pasted.
  ///
  /// - Parameter isText: whether any text may be written, and nothing is chosen.
  func nextLines(isText: Bool = false) throws -> [Event] {
    var lines = [try nextLine(isText: isText)]
    guard usualMode != nil, case .line = lines[0] else { return lines }
    while true {
      if lineEnd == nil, try !isReady(within: Self.burst) { return lines }
      let next = try nextLine(isText: isText)
      lines.append(next)
      guard case .line = next else { return lines }
    }
  }

  /// Waits for one key; letters that come at once are a word, and lines that do were pasted.
  ///
  /// A letter that comes with a report of the terminal may be the end of that report, and is none.
  func nextKey() throws -> Event {
    while true {
      if let event = try fillAhead() { return event }
      try gather()
      let burst = ahead
      ahead = []
      if burst.contains(.noText) { return .noText(draft: "") }
      switch burst.first {
      case .endOfInput: return .end
      case .redraw: return .redraw
      default: break
      }
      let text = Self.text(of: burst.last == .enter ? burst.dropLast() : burst[...])
      if let text {
        return text.isEmpty ? .key("\n") : text.count == 1 ? .key(Character(text)) : .word(text)
      }
      if burst.contains(where: \.isText) { return .pasted }
    }
  }

  /// The letters of keys that are nothing else.
  private static func text(of keys: ArraySlice<TerminalKeys.Key>) -> String? {
    var text = ""
    for key in keys {
      switch key {
      case .character(let character): text.append(character)
      case .tab where !text.isEmpty: text.append(" ")
      default: return nil
      }
    }
    return text
  }

  /// Waits for a line that is written here, key by key.
  ///
  /// - Parameters:
  ///   - draft: what stands in it to begin with.
  ///   - takesLines: whether it may have several: by what is pasted, or behind a backslash.
  ///   - show: puts the editor on the screen.
  func nextEdited(
    _ draft: String, takesLines: Bool, show: (LineEditor, _ appended: Character?) throws -> Void
  ) throws -> Event {
    var editor = LineEditor(draft)
    if !draft.isEmpty { try show(editor, nil) }
    while true {
      if let event = try fillAhead() {
        // What nobody sent off with Enter is no answer; of what is only interrupted nothing is lost.
        guard event == .woken, !editor.text.isEmpty else { return event }
        try show(editor, nil)
        continue
      }
      let key = ahead.removeFirst()
      switch key {
      case .enter:
        try gather()
        let goesOn = ahead.contains(where: \.isText)
        if goesOn, !takesLines {
          forget()
          return .pasted
        }
        if goesOn {
          editor.insert("\n")
        } else if !takesLines || !editor.continueLine() {
          return .line(editor.text)
        }
      case .paste where !takesLines: return .pasted
      case .escape: return .cancelled
      case .discard where takesLines: return .line("")
      case .redraw where editor.text.isEmpty: return .redraw
      case .endOfInput where editor.text.isEmpty: return .end
      case .noText:
        try gather()
        forget()
        return .noText(draft: editor.text)
      case .character(let character) where editor.right.isEmpty:
        editor.take(key)
        try show(editor, character)
        continue
      case .other:
        // An Enter that comes with a reply may be the end of it.
        try gather()
        if ahead.first == .enter { ahead.removeFirst() }
        continue
      default: editor.take(key == .endOfInput ? .delete : key)
      }
      try show(editor, nil)
    }
  }

  /// Reads on as long as more comes at once.
  private func gather() throws {
    while true {
      while let key = keys.next() { ahead.append(key) }
      guard !hasEnded, try isReady(within: keys.patience ?? Self.burst) else {
        while let key = keys.next(isQuiet: true) { ahead.append(key) }
        return
      }
      try readBytes()
    }
  }

  /// Waits until there is a key to give out.
  ///
  /// - Returns: what came instead of one.
  private func fillAhead() throws -> Event? {
    if !pending.isEmpty {
      keys.add(pending)
      pending = []
    }
    while ahead.isEmpty {
      if let key = keys.next() {
        ahead.append(key)
      } else if hasEnded {
        guard !hasHungUp, let key = keys.next(isQuiet: true) else { return ending }
        ahead.append(key)
      } else if let patience = keys.patience, try !isReady(within: patience) {
        if let key = keys.next(isQuiet: true) { ahead.append(key) }
      } else if let event = try wait() {
        return event
      } else {
        keys.add(pending)
        pending = []
      }
    }
    return nil
  }

  /// Forgets what came and is no answer to anything.
  private func forget() {
    ahead = []
    keys.clear()
  }

  private func isReady(within milliseconds: Int32) throws -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
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
    try readBytes()
    return nil
  }

  /// Reads what there is; bytes go to `pending`, or, where keys are waited for, to them.
  private func readBytes() throws {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 {
      if mode == .keys { keys.add(bytes[..<count]) } else { pending += bytes[..<count] }
    } else if count == 0 || errno == EIO {
      hasEnded = true
      var state = pollfd(fd: descriptor, events: 0, revents: 0)
      hasHungUp = isTerminal && poll(&state, 1, 0) > 0 && state.revents & Int16(POLLHUP) != 0
    } else if errno != EINTR && errno != EAGAIN {
      throw Failure(.failed, Self.words.cannotRead(String(cString: strerror(errno))))
    }
  }

  private func signal() -> Event? {
    var info = signalfd_siginfo()
    guard read(signalDescriptor, &info, MemoryLayout.size(ofValue: info)) > 0 else { return nil }
    switch Int32(info.ssi_signo) {
    case SIGINT: return .stop(.interrupted)
    case SIGTERM: return .stop(.terminated)
    case SIGHUP: return .stop(.hangUp)
    case SIGCONT:
      setMode(mode)
      return .woken
    default:
      // Who wakes the program sends SIGCONT, which is read next.
      setMode(.lines)
      raise(SIGSTOP)
      return nil
    }
  }

  private func setMode(_ mode: Mode) {
    guard let usualMode else { return }
    switch mode {
    case .keys: TerminalGuard.handOverKeys(descriptor, usual: usualMode)
    case .lines: TerminalGuard.handOverLines(descriptor, usual: usualMode)
    }
  }
}

/// How wide the terminals of standard streams are.
enum TerminalSize {
  /// The columns of the one that standard output is.
  static var columns: Int? { columns(of: STDOUT_FILENO) }

  /// The columns, or `nil` when a stream is no terminal or does not say.
  static func columns(of stream: Int32) -> Int? {
    var size = winsize()
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Changes how a terminal behaves, and changes it back whatever happens.
///
/// While keys are waited for, the terminal sets marks around what is pasted (bracketed paste of xterm), where
/// standard output is a terminal that knows how. A crash sets everything back first, as every other end does.
enum TerminalGuard {
  /// Whether the terminal understands more than text.
  static let knowsMarks: Bool = {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDOUT_FILENO) == 1 && !["", "dumb"].contains(name)
  }()

  /// Has a terminal hand over keys as they are pressed, without showing them.
  static func handOverKeys(_ descriptor: Int32, usual: termios) {
    var (mode, usual) = (usual, usual)
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard_terminal(descriptor, &usual, knowsMarks ? 1 : 0)
    if knowsMarks { set_paste_marks(1) }
    tcsetattr(descriptor, TCSADRAIN, &mode)
  }

  /// Has it hand over lines again, as it did before.
  static func handOverLines(_ descriptor: Int32, usual: termios) {
    var usual = usual
    if knowsMarks { set_paste_marks(0) }
    release_terminal()
    tcsetattr(descriptor, TCSADRAIN, &usual)
  }
}
