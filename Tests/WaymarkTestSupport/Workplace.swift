import Foundation
import Synchronization
package import Testing

/// A place of a test's own to run the program in: home, data, settings and a working folder.
package struct Workplace: Sendable {
  /// The working folder, empty at first.
  package let folder: String
  /// The home folder.
  package let home: String
  /// The environment of every run, made by hand: nothing of the test's own.
  package var environment: [String: String]
  /// The program that is run.
  package var program: String

  /// Where the program keeps answers here.
  package var store: String { home + "/.local/share/waymark/waymark.sqlite" }

  init(in folder: String) throws {
    self.folder = folder + "/work"
    home = folder + "/home"
    for path in [self.folder, home, folder + "/tmp"] {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    environment = ProgramRun.usualEnvironment.merging([
      "HOME": home, "TMPDIR": folder + "/tmp", "TERM": "xterm", "SOURCE_DATE_EPOCH": "1795392000",
    ]) { $1 }
    program = try ProgramRun.waymark()
  }

  /// Runs the program with arguments and an input.
  package func run(
    _ arguments: String..., input: String = "", person: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ProgramRun.Outcome {
    try run(
      arguments + (person.map { ["--person", $0] } ?? []), input: input,
      sourceLocation: sourceLocation)
  }

  /// Runs the program with arguments and an input.
  package func run(
    _ arguments: [String], input: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ProgramRun.Outcome {
    try command(program, arguments, input: input).run(sourceLocation: sourceLocation)
  }

  /// Runs a shell script; `$waymark` is the program.
  package func shell(
    _ script: String, input: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ProgramRun.Outcome {
    var command = command("/bin/sh", ["-c", script], input: input)
    command.environment["waymark"] = program
    return try command.run(sourceLocation: sourceLocation)
  }

  /// Runs the Python of `.venv`.
  package func python(
    _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ProgramRun.Outcome {
    try command(Checkout.python, arguments, input: "").run(sourceLocation: sourceLocation)
  }

  /// From now on scripts find the program as `waymark`, as people type it.
  ///
  /// Standard input is no terminal there. A plain `waymark assess`, which would ask, is given what a
  /// person would type: the n-th run of it types the n-th sitting, and nothing when there is none.
  /// - Parameter sittings: lines as they would be typed.
  package mutating func putOnPath(typing sittings: [[String]] = []) throws {
    let base = (folder as NSString).deletingLastPathComponent
    for name in ["bin", "typed"] {
      try FileManager.default.createDirectory(
        atPath: "\(base)/\(name)", withIntermediateDirectories: true)
    }
    for (place, lines) in sittings.enumerated() {
      try write(
        Array((lines.joined(separator: "\n") + "\n").utf8), to: "\(base)/typed/\(place + 1)")
    }
    // A program that was just written can be busy: a child that another test starts at that moment
    // holds it open for writing. So this is a file of the package, and only a link is made.
    try FileManager.default.createSymbolicLink(
      atPath: base + "/bin/waymark",
      withDestinationPath: Checkout.path("Tests/WaymarkTestSupport/Programs/waymark"))
    environment["TYPED"] = base + "/typed"
    environment["PATH"] = "\(base)/bin:\(environment["PATH"] ?? "")"
  }

  /// Puts the program and a copy of its documents into a folder of this place and runs that one
  /// from now on.
  ///
  /// - Returns: the folder of the documents.
  package mutating func installCopy() throws -> String {
    let manager = FileManager.default
    let install = (folder as NSString).deletingLastPathComponent + "/install"
    try manager.createDirectory(atPath: install, withIntermediateDirectories: true)
    let copy = install + "/waymark"
    // The program is large, so a second name for it is tried first.
    if link(program, copy) != 0 { try manager.copyItem(atPath: program, toPath: copy) }
    var place = (program as NSString).deletingLastPathComponent
    while access(place + "/competencies/framework.xsd", R_OK) != 0 {
      guard place != "/" else { throw ProgramError("there are no competencies above \(program)") }
      place = (place as NSString).deletingLastPathComponent
    }
    try manager.copyItem(atPath: place + "/competencies", toPath: install + "/competencies")
    program = copy
    return install + "/competencies"
  }

  /// Runs the program on a terminal of its own.
  package func terminal(_ arguments: String..., columns: Int = 80) throws -> PseudoTerminal {
    try terminal(arguments, columns: columns)
  }

  /// Runs the program on a terminal of its own.
  package func terminal(_ arguments: [String], columns: Int = 80) throws -> PseudoTerminal {
    try PseudoTerminal(command(program, arguments, input: ""), columns: columns)
  }

  /// Runs the program and states all that comes of it, down to the byte.
  package func expect(
    _ arguments: String..., input: String = "", stdout: String = "", stderr: String = "",
    exit: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(
      arguments, input: input, stdout: stdout, stderr: stderr, exit: exit,
      sourceLocation: sourceLocation)
  }

  /// Runs the program and states all that comes of it, down to the byte.
  package func expect(
    _ arguments: [String], input: String = "", stdout: String = "", stderr: String = "",
    exit: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = command(program, arguments, input: input)
    let outcome = try run.run(sourceLocation: sourceLocation)
    let expected = ProgramRun.Outcome(
      output: Array(stdout.utf8), errors: Array(stderr.utf8), exit: exit)
    guard outcome != expected else { return }
    let difference = LineDifference(
      expected: expected.description, actual: outcome.description)
    Issue.record("\(run.line)\n\(difference)", sourceLocation: sourceLocation)
  }

  /// The contents of a file.
  package func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Writes a file.
  package func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Answers every statement with 3, writes a note beside each, and so finishes an assessment.
  ///
  /// Where nothing was answered before, tests share what came of it, as with `prepare`.
  package func finishAssessment(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let isFirst =
      try !FileManager.default.fileExists(atPath: store) && program == ProgramRun.waymark()
    guard isFirst else { return try answerAll(sourceLocation: sourceLocation) }
    try prepare("a finished assessment", in: (store as NSString).deletingLastPathComponent) {
      try $0.answerAll(sourceLocation: sourceLocation)
    }
  }

  private func answerAll(sourceLocation: SourceLocation) throws {
    let template = try run("assess", "--template", sourceLocation: sourceLocation).stdout.split(
      separator: "\n")
    let rows = template.dropFirst().map { row in
      let id = row.prefix { $0 != "," }
      return "\(id),3,,My note on \(id)"
    }
    let table = ([template[0]] + rows.map { $0[...] }).joined(separator: "\n") + "\n"
    let outcome = try command(
      program, ["assess", "--answers", "-", "--role", "librarian"], input: table
    ).run(sourceLocation: sourceLocation)
    try #require(outcome.exit == 0, "\(outcome)", sourceLocation: sourceLocation)
  }

  /// Leaves in this place, where nothing was done yet, what `make` leaves in one.
  ///
  /// This is done once for all tests that ask for it in the same environment, and they share what came
  /// of it: the same random ids, in files of their own.
  /// - Parameters:
  ///   - name: what is made, the same for the same `make` only.
  ///   - part: the folder that everything is in that `make` leaves; the whole place without one.
  package func prepare(
    _ name: String, in part: String? = nil, _ make: (Workplace) throws -> Void
  ) throws {
    let place = part ?? (folder as NSString).deletingLastPathComponent
    var key = environment.filter { !["HOME", "TMPDIR"].contains($0.key) }
    key[""] = name
    if let known = Self.prepared.withLock({ $0[key] }) { return try known.write(to: place) }
    try make(self)
    let made = try FolderContents(of: place)
    Self.prepared.withLock { $0[key] = made }
  }

  /// What was made for all tests, by its name and the environment that it was made in.
  private static let prepared = Mutex<[[String: String]: FolderContents]>([:])

  /// The names in a folder, sorted.
  package func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// The permission bits of a file or a folder.
  package func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return attributes[.posixPermissions] as? Int ?? -1
  }

  /// The words in the store: statement ids and answers, as `store check --salvage` reads them.
  package func answers(
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: String] {
    Dictionary(
      try salvagedRows(sourceLocation: sourceLocation).map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return (cells[1], cells[2])
      }, uniquingKeysWith: { $1 })
  }

  /// What `store check --salvage` reads, row by row.
  package func salvagedRows(
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    // In a folder of its own, as more than one file is written.
    let saved = folder + "/.saved"
    try FileManager.default.createDirectory(atPath: saved, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: saved) }
    let outcome = try run(
      "store", "check", "--salvage", saved + "/answers.csv", sourceLocation: sourceLocation)
    try #require(outcome.exit == 0, "\(outcome)", sourceLocation: sourceLocation)
    return try text(".saved/answers.csv").split(separator: "\r\n").dropFirst().map(String.init)
  }

  /// A file of the working folder as text.
  package func text(_ name: String) throws -> String {
    String(decoding: try bytes(folder + "/" + name), as: UTF8.self)
  }

  /// A run of the program, to be changed before it is started.
  package func command(_ arguments: String..., input: String = "") -> ProgramRun {
    command(program, arguments, input: input)
  }

  private func command(_ program: String, _ arguments: [String], input: String) -> ProgramRun {
    var command = ProgramRun(program, arguments, environment: environment, folder: folder)
    command.input = Array(input.utf8)
    return command
  }
}

/// Makes a workplace and removes it when the test is over.
package func withWorkplace<Result>(_ body: (inout Workplace) throws -> Result) throws -> Result {
  try withTemporaryFolder { folder in
    var workplace = try Workplace(in: folder)
    return try body(&workplace)
  }
}

/// Makes a workplace for a test that mostly waits, and removes it when the test is over.
package func withWorkplace<Result>(
  isolation: isolated (any Actor)? = #isolation,
  _ body: (inout Workplace) async throws -> Result
) async throws -> Result {
  try await withTemporaryFolder { folder in
    var workplace = try Workplace(in: folder)
    return try await body(&workplace)
  }
}
