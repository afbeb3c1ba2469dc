import Foundation

/// A place of a test's own to run the program in: home, data, settings and a working folder.
package struct Workplace {
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
    environment = [
      "HOME": home, "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "TMPDIR": folder + "/tmp", "TERM": "xterm", "SOURCE_DATE_EPOCH": "1795392000",
    ]
    program = try RunCommand.waymark()
  }

  /// Runs the program with arguments and an input.
  package func run(
    _ arguments: String..., input: String = "", person: String? = nil
  ) throws -> RunCommand.Outcome {
    try run(arguments + (person.map { ["--person", $0] } ?? []), input: input)
  }

  /// Runs the program with arguments and an input.
  package func run(_ arguments: [String], input: String = "") throws -> RunCommand.Outcome {
    try command(program, arguments, input: input).run()
  }

  /// Runs a shell script; `$waymark` is the program.
  package func shell(
    _ script: String, input: String = "", limit: Duration = .seconds(30)
  ) throws -> RunCommand.Outcome {
    var command = command("/bin/sh", ["-c", script], input: input)
    command.limit = limit
    command.environment["waymark"] = program
    return try command.run()
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
    try PseudoTerminal(
      program, arguments, environment: environment, folder: folder, columns: columns)
  }

  /// Runs the program and states all that comes of it.
  ///
  /// - Throws: `UnexpectedOutcome` when anything differs, down to the byte.
  package func expect(
    _ arguments: String..., input: String = "", stdout: String = "", stderr: String = "",
    exit: Int32 = 0
  ) throws {
    try expect(arguments, input: input, stdout: stdout, stderr: stderr, exit: exit)
  }

  /// Runs the program and states all that comes of it.
  ///
  /// - Throws: `UnexpectedOutcome` when anything differs, down to the byte.
  package func expect(
    _ arguments: [String], input: String = "", stdout: String = "", stderr: String = "",
    exit: Int32 = 0
  ) throws {
    let outcome = try command(program, arguments, input: input).run()
    let expected = RunCommand.Outcome(
      output: Array(stdout.utf8), errors: Array(stderr.utf8), exit: exit)
    guard outcome == expected else {
      throw UnexpectedOutcome(arguments: arguments, outcome: outcome, expected: expected)
    }
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
  package func finishAssessment() throws {
    let template = try run("assess", "--template").stdout.split(separator: "\n")
    let rows = template.dropFirst().map { row in
      let id = row.prefix { $0 != "," }
      return "\(id),3,,My note on \(id)"
    }
    let table = ([template[0]] + rows.map { $0[...] }).joined(separator: "\n") + "\n"
    let outcome = try command(
      program, ["assess", "--answers", "-", "--role", "librarian"], input: table
    ).run()
    guard outcome.exit == 0 else { throw ProgramError(outcome.description) }
  }

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
  package func answers() throws -> [String: String] {
    Dictionary(
      try salvagedRows().map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return (cells[1], cells[2])
      }, uniquingKeysWith: { $1 })
  }

  /// What `store check --salvage` reads, row by row.
  package func salvagedRows() throws -> [String] {
    // In a folder of its own, as more than one file is written.
    let saved = folder + "/.saved"
    try FileManager.default.createDirectory(atPath: saved, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: saved) }
    let outcome = try run("store", "check", "--salvage", saved + "/answers.csv")
    guard outcome.exit == 0 else { throw ProgramError(outcome.description) }
    return try text(".saved/answers.csv").split(separator: "\r\n").dropFirst().map(String.init)
  }

  /// A file of the working folder as text.
  package func text(_ name: String) throws -> String {
    String(decoding: try bytes(folder + "/" + name), as: UTF8.self)
  }

  /// A run of the program, to be changed before it is started.
  package func command(_ arguments: String..., input: String = "") -> RunCommand {
    command(program, arguments, input: input)
  }

  private func command(_ program: String, _ arguments: [String], input: String) -> RunCommand {
    var command = RunCommand(program, arguments, environment: environment, folder: folder)
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

/// A run that did not come out as a test states.
package struct UnexpectedOutcome: Error, CustomStringConvertible {
  let arguments: [String]
  let outcome: RunCommand.Outcome
  let expected: RunCommand.Outcome

  /// What was run, what came of it and what was expected.
  package var description: String {
    "waymark \(arguments.joined(separator: " "))\n\(outcome)\n--- expected\n\(expected)"
  }
}
