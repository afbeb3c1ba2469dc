import Foundation

/// Runs shell scripts in a home and a working folder of their own, where `waymark` is the program
/// that was built with the tests.
///
/// Standard input is no terminal there. A plain `waymark assess`, which would ask, is given what a
/// person would type: the n-th run of it types the n-th sitting, and nothing when there is none.
struct ShellRun {
  /// What came of a script.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder that scripts run in.
  let work: String
  private let base: String
  private let program: String

  /// - Parameter sittings: lines as they would be typed.
  init(in base: String, sittings: [[String]] = []) throws {
    self.base = base
    work = base + "/work"
    program = try Self.program()
    for folder in [work, base + "/home", base + "/bin", base + "/typed"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    for (place, lines) in sittings.enumerated() {
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: base + "/typed/\(place + 1)", atomically: false, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: base + "/bin/waymark", withDestinationPath: Self.wrapper)
  }

  // A program that was just written can be busy: a child that another test starts at that moment
  // holds it open for writing. So the wrapper is a file of the package, and only a link is made.
  private static let wrapper = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Programs/waymark").path

  /// Runs a script to its end, stopping at the first command that fails.
  func run(_ script: String) throws -> Outcome {
    let (output, errors) = (base + "/output", base + "/errors")
    for path in [output, errors] {
      try "".write(toFile: path, atomically: false, encoding: .utf8)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-e", "-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: work)
    process.environment = [
      "HOME": base + "/home", "PATH": base + "/bin:/usr/local/bin:/usr/bin:/bin",
      "PROGRAM": program, "TYPED": base + "/typed", "LC_ALL": "C", "COLUMNS": "80",
      "SOURCE_DATE_EPOCH": "1795392000",
    ]
    process.standardInput = FileHandle.nullDevice
    // Files, because a pipe that nobody drains stops the program at 64 KiB.
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// The root of the checkout.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private struct NotBuilt: Error {}

  /// The program beside the tests' own executable.
  static func program() throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    for place in [tests, CommandLine.arguments.first ?? ""] {
      let program = (place as NSString).deletingLastPathComponent + "/waymark"
      if FileManager.default.isExecutableFile(atPath: program) { return program }
    }
    throw NotBuilt()
  }
}
