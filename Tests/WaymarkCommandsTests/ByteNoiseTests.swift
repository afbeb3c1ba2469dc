import Foundation
import Testing
import WaymarkTestSupport

/// No answer without a deliberate key, whatever else comes from a terminal.
///
/// `WAYMARK_BURSTS` sets how many bursts are sent in all; `.ci/run` sends 10,000.
@Suite struct ByteNoiseTests {
  /// A prompt, and the way to it: what is typed, each with what is printed then.
  struct Place: CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    /// Keys where a key answers, else a line without its end.
    let way: [String]
    var prepares: [[String]] = []
    /// Which of the ways' steps are lines where keys answer.
    var lines: Set<Int> = []

    var testDescription: String { name }
  }

  private static let places = [
    Place(name: "role", arguments: ["assess"], way: []),
    Place(name: "areas", arguments: ["assess", "--role", "assistant"], way: []),
    Place(name: "question", arguments: ["assess", "--role", "assistant"], way: [""], lines: [0]),
    Place(name: "note", arguments: ["assess", "--role", "assistant"], way: ["", "n"], lines: [0]),
    Place(
      name: "none of the area", arguments: ["assess", "--role", "none"], way: ["", "0", "0", "0"],
      lines: [0]),
    Place(
      name: "area of one level", arguments: ["assess"], way: ["", "3"], prepares: [filled("3")],
      lines: [0]),
    Place(
      name: "picks", arguments: ["assess"], way: ["", "4"], prepares: [filled("3")], lines: [0]),
    Place(
      name: "end of an area", arguments: ["assess"], way: ["", "4", ""], prepares: [filled("3")],
      lines: [0, 2]),
    Place(name: "review", arguments: ["assess"], way: ["f"], prepares: [filled("3")], lines: [0]),
    Place(
      name: "beyond the role", arguments: ["assess"], way: ["", ""], prepares: [["fill", "asked"]],
      lines: [0, 1]),
    Place(
      name: "top three", arguments: ["assess"], way: ["3", "", "", ""],
      prepares: [["fill", "but one", "--role", "none"]], lines: [1, 2, 3]),
    Place(
      name: "background", arguments: ["assess", "--campaign", "inv.xml"],
      way: ["", "3", "", ""],
      prepares: [
        ["campaign", "new", "c", "--importance", "none"],
        ["campaign", "invite", "c", "-o", "inv.xml"],
        ["fill", "but one", "--role", "none", "--campaign", "inv.xml"],
      ], lines: [0, 2, 3]),
    Place(
      name: "importance", arguments: ["assess", "--campaign", "inv.xml", "--role", "assistant"],
      way: ["", "", "3"],
      prepares: [
        ["campaign", "new", "c", "--importance", "rated"],
        ["campaign", "invite", "c", "-o", "inv.xml"],
      ], lines: [0, 1]),
  ]

  /// The answers of an area but for its first statement.
  private static func filled(_ level: String) -> [String] { ["fill", level] }

  private static let bursts =
    Int(ProcessInfo.processInfo.environment["WAYMARK_BURSTS"] ?? "") ?? 100

  /// What is left when the bursts are over.
  private struct Result: Sendable {
    let exit: Int32
    let hasUsualMode: Bool
    let marksPastes: Bool?
    /// What was answered otherwise than before.
    let difference: ProgramRun.Outcome
    let printed: String
  }

  @Test(arguments: places, [false, true])
  func `What is no deliberate key answers nothing, and the terminal is left as it was`(
    place: Place, isAccessible: Bool
  ) async throws {
    let result = try await whileOthersRun {
      try withWorkplace { try send(to: place, isAccessible: isAccessible, in: $0) }
    }
    #expect(result.exit == 130)
    #expect(result.hasUsualMode && result.marksPastes != true)
    #expect(result.difference.exit == 0, "\(result.difference)\n\(result.printed.suffix(3000))")
  }

  private func send(
    to place: Place, isAccessible: Bool, in work: Workplace
  ) throws -> Result {
    for command in place.prepares {
      let outcome = try work.run(command[0] == "fill" ? try fill(command, work) : command)
      guard outcome.exit == 0 else { throw ProgramError("\(outcome)") }
    }
    let terminal = try work.terminal(place.arguments + (isAccessible ? ["--accessible"] : []))
    try atPrompt(terminal, after: 0)
    for (number, typed) in place.way.enumerated() {
      let before = terminal.printed.count
      terminal.type(typed + (isAccessible || place.lines.contains(number) ? "\r" : ""))
      try atPrompt(terminal, after: before)
    }
    _ = try work.run("store", "check", "--salvage", "before.csv")
    var noise = ByteNoise(seed: UInt64(place.name.count), inLines: isAccessible)
    for _ in 0..<max(5, Self.bursts / (Self.places.count * 2)) where !terminal.running.hasEnded {
      terminal.type(bytes: noise.next())
      terminal.pause(milliseconds: 20)
    }
    terminal.type("\u{3}")
    let exit = try terminal.end().exit
    _ = try work.run("store", "check", "--salvage", "after.csv")
    let difference = try work.shell(
      """
      python3 -c 'import csv, os, sys
      # Assessment, statement, answer, importance; a note alone may well have been written.
      def answers(name):
          rows = csv.reader(open(name, newline="")) if os.path.exists(name) else []
          return [row[:4] for row in rows if row[2:4] not in (["level", "important"], [".", ""])]
      before, after = answers("before.csv"), answers("after.csv")
      sys.exit(0 if before == after else str([before, after]))'
      """)
    return Result(
      exit: exit, hasUsualMode: terminal.hasUsualMode, marksPastes: terminal.marksPastes,
      difference: difference, printed: String(decoding: terminal.printed, as: UTF8.self))
  }

  /// Waits until the program asks: nothing more is printed for a while behind a cursor, and the prompt is
  /// not that of `count` bytes ago, which a slow program still stands at.
  private func atPrompt(_ terminal: PseudoTerminal, after count: Int) throws {
    let deadline = ContinuousClock.now + RunningProgram.patience
    while ContinuousClock.now < deadline {
      terminal.pause(milliseconds: 30)
      let end = String(decoding: terminal.printed.suffix(20), as: UTF8.self)
      if terminal.printed.count > count, end.hasSuffix(": ") || end.hasSuffix("> ") { return }
    }
    throw ProgramError("no prompt: \(String(decoding: terminal.printed, as: UTF8.self))")
  }

  /// The command that gives answers beforehand: to an area but for its first statement, to all that a role
  /// asks, or to all statements but the last, with some that matter most in each area.
  private func fill(_ words: [String], _ work: Workplace) throws -> [String] {
    let competencies = try Checkout.text("competencies/children-services-2020.xml")
      .split(separator: "<competency id=\"").dropFirst()
    let ids = competencies.map { $0.prefix { $0 != "\"" } }
    switch words[1] {
    case "asked":
      let asked = zip(ids, competencies).filter { $0.1.contains("role=\"assistant\"") }
      return ["assess", "--role", "assistant"] + asked.flatMap { ["--set", "\($0.0)=3"] }
    case "but one":
      let picks = !words.contains("--campaign")
      let rows = ids.dropLast().enumerated().map { place, id in
        "\(id),3,\(picks && place.isMultiple(of: 9) ? "yes" : "")\n"
      }
      try work.write(
        Array(("competency,level,important\n" + rows.joined()).utf8), to: work.folder + "/me.csv")
      return ["assess", "--answers", "me.csv", "--no-input"] + words.dropFirst(2)
    case let level:
      return ["assess", "--role", "none"]
        + ids.filter { $0.hasPrefix("client.") }.dropFirst()
        .flatMap { ["--set", "\($0)=\(level)"] }
    }
  }
}
