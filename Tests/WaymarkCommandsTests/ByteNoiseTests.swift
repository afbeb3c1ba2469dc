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

  @Test(arguments: places, [false, true])
  func `What is no deliberate key answers nothing, and the terminal is left as it was`(
    place: Place, isAccessible: Bool
  ) async throws {
    try await withWorkplace { work in
      for command in place.prepares {
        let arguments = command[0] == "fill" ? try fill(command[1], work) : command
        let outcome = try work.run(arguments)
        try #require(outcome.exit == 0, "\(outcome)")
      }
      let terminal = try work.terminal(place.arguments + (isAccessible ? ["--accessible"] : []))
      try await atPrompt(terminal, isAccessible)
      for (number, typed) in place.way.enumerated() {
        terminal.type(typed + (isAccessible || place.lines.contains(number) ? "\r" : ""))
        try await atPrompt(terminal, isAccessible)
      }
      _ = try work.run("store", "check", "--salvage", "before.csv")
      var noise = ByteNoise(seed: UInt64(place.name.count), inLines: isAccessible)
      for _ in 0..<max(5, Self.bursts / (Self.places.count * 2)) {
        terminal.type(bytes: noise.next())
        try await terminal.rest(milliseconds: 20)
        try #require(
          !terminal.running.hasEnded,
          "\(String(decoding: terminal.printed.suffix(800), as: UTF8.self))")
      }
      terminal.type("\u{3}")
      #expect(try terminal.end().exit == 130)
      #expect(terminal.hasUsualMode && terminal.marksPastes != true)
      _ = try work.run("store", "check", "--salvage", "after.csv")
      let difference = try work.shell(
        """
        [ ! -e before.csv ] || python3 -c 'import csv, sys
        # Assessment, statement, answer, importance; a note may well have been written.
        rows = [[row[:4] for row in csv.reader(open(name, newline=""))] for name in sys.argv[1:]]
        sys.exit(0 if rows[0] == rows[1] else str(rows))' before.csv after.csv
        """)
      #expect(
        difference.exit == 0,
        "\(difference)\n\(String(decoding: terminal.printed.suffix(3000), as: UTF8.self))")
    }
  }

  /// Waits until the program asks: nothing more is printed for a while behind a cursor.
  private func atPrompt(_ terminal: PseudoTerminal, _ isAccessible: Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      try await terminal.rest(milliseconds: 30)
      let end = String(decoding: terminal.printed.suffix(20), as: UTF8.self)
      if end.hasSuffix(": ") || end.hasSuffix("> ") { return }
    }
    Issue.record("no prompt: \(String(decoding: terminal.printed, as: UTF8.self))")
  }

  private func fill(_ level: String, _ work: Workplace) throws -> [String] {
    let ids = try work.run("assess", "--template").stdout.split(separator: "\n").dropFirst()
      .map { row in String(row.prefix { $0 != "," }) }
    return ["assess", "--role", "none"]
      + ids.filter { $0.hasPrefix("client.") }.dropFirst().flatMap { ["--set", "\($0)=\(level)"] }
  }
}
