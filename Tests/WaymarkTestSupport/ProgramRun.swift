import CTestSystem
import Foundation
package import Testing

/// One run of a program with exactly these arguments, this environment, folder and input.
package struct ProgramRun {
  /// What came of a run.
  package struct Outcome: Equatable, Sendable, CustomStringConvertible {
    /// The bytes on standard output.
    package let output: [UInt8]
    /// The bytes on standard error.
    package let errors: [UInt8]
    /// The exit status, or the number of the signal that ended it, negated.
    package let exit: Int32

    /// Standard output as text.
    package var stdout: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    package var stderr: String { String(decoding: errors, as: UTF8.self) }
    /// All of it, for a test that failed.
    package var description: String { "exit \(exit)\nstdout: \(stdout)\nstderr: \(stderr)" }
  }

  /// When a program is killed, without a chance to clean up.
  package enum Kill: Sendable {
    /// Once it has printed so many bytes.
    case afterBytes(Int)
    /// Once it has printed this; its input stays open until then.
    case afterText(String)
  }

  /// The program's path.
  package var program: String
  /// What follows the program's name.
  package var arguments: [String]
  /// The whole environment.
  package var environment: [String: String]
  /// The working folder.
  package var folder: String
  /// What standard input holds.
  package var input: [UInt8] = []
  /// When it is killed, if ever.
  package var kill: Kill?

  /// What every program of the tests finds around it: nothing of the environment of the tests.
  package static let usualEnvironment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "PYTHONUTF8": "1",
  ]

  /// Describes a run.
  package init(
    _ program: String, _ arguments: [String],
    environment: [String: String] = Self.usualEnvironment, folder: String
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }

  /// The `waymark` that is tested: the one that `WAYMARK_PROGRAM` names, else the one that was built with
  /// these tests.
  package static func waymark() throws -> String {
    if let named = ProcessInfo.processInfo.environment["WAYMARK_PROGRAM"] {
      guard access(named, X_OK) == 0 else { throw ProgramError("WAYMARK_PROGRAM: no \(named)") }
      return named
    }
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let places = [tests, CommandLine.arguments.first ?? "", Bundle.main.executablePath ?? ""]
    for place in places {
      let program = (place as NSString).deletingLastPathComponent + "/waymark"
      if access(program, X_OK) == 0 { return program }
    }
    throw ProgramError("waymark was not built beside \(tests); build it with: swift build")
  }

  /// The program and its arguments, as a message names them.
  var line: String {
    ([(program as NSString).lastPathComponent] + arguments).joined(separator: " ")
  }

  /// Runs it to its end; all streams are drained while it runs.
  package func run(sourceLocation: SourceLocation = #_sourceLocation) throws -> Outcome {
    let (input, output, errors) = (try PipeEnds(), try PipeEnds(), try PipeEnds())
    let running = try RunningProgram(
      self,
      streams: .descriptors(input: input.reader, output: output.writer, errors: errors.writer))
    input.closeReader()
    output.closeWriter()
    errors.closeWriter()
    let deadline = ContinuousClock.now + RunningProgram.patience
    var rest = self.input[...]
    var isOpen = [true, true]
    var texts: [[UInt8]] = [[], []]
    while isOpen.contains(true) {
      if rest.isEmpty, !keepsInputOpen { input.closeWriter() }
      var waiting = [
        pollfd(fd: isOpen[0] ? output.reader : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen[1] ? errors.reader : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: rest.isEmpty ? -1 : input.writer, events: Int16(POLLOUT), revents: 0),
      ]
      try #require(
        ContinuousClock.now < deadline, "\(line) took longer than \(RunningProgram.patience)",
        sourceLocation: sourceLocation)
      guard poll(&waiting, 3, 1000) > 0 else { continue }
      for place in 0...1 where waiting[place].revents != 0 {
        let bytes = readAvailable(waiting[place].fd)
        texts[place] += bytes
        if bytes.isEmpty { isOpen[place] = false }
      }
      if isToBeKilled(texts[0]) { running.signal(SIGKILL) }
      if waiting[2].revents != 0 {
        let count = rest.withUnsafeBytes {
          write(input.writer, $0.baseAddress, min($0.count, 4096))
        }
        rest = count < 0 ? [] : rest.dropFirst(count)
      }
    }
    return Outcome(
      output: texts[0], errors: texts[1], exit: try running.exit(sourceLocation: sourceLocation))
  }

  private var keepsInputOpen: Bool {
    switch kill {
    case .afterText: true
    case .afterBytes, nil: false
    }
  }

  private func isToBeKilled(_ printed: [UInt8]) -> Bool {
    switch kill {
    case .afterBytes(let count): printed.count >= count
    case .afterText(let text): printed.firstRange(of: Array(text.utf8)) != nil
    case nil: false
    }
  }
}

/// The two ends of a pipe, closed when nobody needs them any more.
private final class PipeEnds {
  private(set) var reader: Int32 = -1
  private(set) var writer: Int32 = -1

  init() throws {
    // A program that went away shows in the result of `write`.
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    guard waymark_pipe(&ends, O_CLOEXEC) == 0 else {
      throw ProgramError("a pipe: \(String(cString: strerror(errno)))")
    }
    (reader, writer) = (ends[0], ends[1])
  }

  deinit {
    closeReader()
    closeWriter()
  }

  func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }
}

/// The bytes that a descriptor has ready; none when it has ended.
func readAvailable(_ descriptor: Int32) -> [UInt8] {
  let size = 1 << 16
  return [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
    count = max(0, read(descriptor, bytes.baseAddress, size))
  }
}
