import Foundation
import Testing
import WaymarkTestSupport

/// The questionnaire, killed, stopped, hung up, put to sleep.
struct InterruptionTests {
  private static let lastLine = "Saved. Go on with: waymark assess\n"

  /// A sitting that stands at the second statement, with 3 as the first answer.
  private func secondQuestion(of terminal: PseudoTerminal) throws {
    try terminal.wait(for: "Role: ")
    terminal.type("3\n")
    try terminal.wait(for: "Area: ")
    terminal.type("\n")
    try terminal.wait(for: "1 of 63 in all")
    try terminal.wait(for: "> ")
    terminal.type("3")
    try terminal.wait(for: "3  On my own. Saved.\n")
    try terminal.wait(for: "2 of 63 in all")
    try terminal.wait(for: "> ")
  }

  // MARK: - Killed

  @Test func `After a kill every answer that was called saved is there, and the next is asked`()
    throws
  {
    try withWorkplace { place in
      let answers = ["3", "0", "9", "1", "s"]
      for (number, key) in answers.enumerated() {
        let terminal = try place.terminal("assess")
        if number == 0 {
          try terminal.wait(for: "Role: ")
          terminal.type("3\n")
          try terminal.wait(for: "Area: ")
          terminal.type("\n")
        } else {
          try terminal.wait(for: "Welcome back. \(number) of 63 answered")
        }
        try terminal.wait(for: "\(number + 1) of 63 in all")
        try terminal.wait(for: "> ")
        terminal.type(key)
        try terminal.wait(for: "Saved.\n")
        terminal.running.signal(SIGKILL)
        #expect(try terminal.running.exit() == -SIGKILL)
      }
      try place.expect("store", "check", stdout: "The store is sound.\n")
      #expect(
        try place.answers() == [
          "client.respect": "3", "client.welcome": "na", "client.development": "unsure",
          "client.culture": "1", "client.bias": "",
        ])
    }
  }

  @Test(arguments: 1...6)
  func `Killed while it reads a script, it loses nothing that it called saved`(seed: UInt64) throws
  {
    try withWorkplace { place in
      var random = SampleRandom(seed: seed)
      var command = place.command(
        "assess", "--script", "-",
        input: "3\n\n"
          + [8, 10, 10, 9, 9, 8, 8].map { statements in
            // Enter picks nothing, Enter goes on with the next area.
            (0..<statements).map { _ in "\(Int.random(in: 1...5, using: &random))\n" }.joined()
              + "\n\n"
          }.joined())
      command.kill = .afterBytes(Int.random(in: 1500...20_000, using: &random))
      let outcome = try command.run()
      #expect(outcome.exit == -SIGKILL)
      let saved = outcome.stdout.components(separatedBy: "Saved: ").count - 1
      try place.expect("store", "check", stdout: "The store is sound.\n")
      let kept = try place.answers().count
      #expect((saved...saved + 1).contains(kept))
      let resumed = try place.run("assess", "--script", "-", input: "q\n")
      #expect(resumed.stdout.contains("Welcome back. \(kept) of 63 answered"))
      #expect(resumed.exit == 0)
    }
  }

  // MARK: - Stopped

  private enum Stop: CaseIterable {
    case quit, endOfInput, interrupt, interruptSignal, terminate, hangUpSignal

    var exit: Int32 {
      switch self {
      case .quit, .endOfInput: 0
      case .interrupt, .interruptSignal: 130
      case .terminate: 143
      case .hangUpSignal: 129
      }
    }

    func happen(to terminal: PseudoTerminal, isLine: Bool) {
      switch self {
      case .quit: terminal.type(isLine ? "q\n" : "q")
      case .endOfInput: terminal.type("\u{4}")
      case .interrupt: terminal.type("\u{3}")
      case .interruptSignal: terminal.running.signal(SIGINT)
      case .terminate: terminal.running.signal(SIGTERM)
      case .hangUpSignal: terminal.running.signal(SIGHUP)
      }
    }
  }

  @Test(arguments: Stop.allCases, [false, true])
  private func `Every way to stop saves, says how to go on, and leaves the terminal as it was`(
    stop: Stop, isLine: Bool
  ) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try secondQuestion(of: terminal)
      if isLine {
        terminal.type("a")
        try terminal.wait(for: "Area: ")
      }
      stop.happen(to: terminal, isLine: isLine)
      let end = try terminal.end()
      let text = end.text.replacing("\u{1B}[?2004l", with: "")
      #expect(text.hasSuffix("\n" + Self.lastLine))
      #expect(end.exit == stop.exit)
      #expect(terminal.hasUsualMode)
      #expect(terminal.marksPastes == false)
      #expect(try place.answers() == ["client.respect": "3"])
    }
  }

  @Test(arguments: [false, true])
  func `A terminal that is closed is a stop too`(isLine: Bool) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try secondQuestion(of: terminal)
      if isLine {
        terminal.type("a")
        try terminal.wait(for: "Area: ")
      }
      terminal.hangUp()
      #expect(try terminal.running.exit() == 129)
      #expect(try place.answers() == ["client.respect": "3"])
      try place.expect("store", "check", stdout: "The store is sound.\n")
    }
  }

  @Test func `Whoever stops before the first answer is told how to begin again`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try terminal.wait(for: "Role: ")
      terminal.type("\u{3}")
      let end = try terminal.end()
      #expect(end.text.hasSuffix("\nBegin again with: waymark assess\n"))
      #expect(end.exit == 130)
      #expect(terminal.hasUsualMode)
    }
  }

  // MARK: - Asleep, resized

  @Test(arguments: [false, true])
  func `Put to sleep and woken, it shows the screen again and takes what was typed meanwhile`(
    isLine: Bool
  ) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try secondQuestion(of: terminal)
      if isLine {
        terminal.type("a")
        try terminal.wait(for: "Area: ")
      }
      terminal.running.signal(SIGTSTP)
      try terminal.running.stop()
      #expect(terminal.hasUsualMode)
      terminal.type(isLine ? "2\n" : "4")
      terminal.running.signal(SIGCONT)
      if isLine {
        try terminal.wait(for: "Enter alone goes on with 1 Client group.")
        try terminal.wait(for: "2 Reference - 1 of 10 here")
      } else {
        try terminal.wait(for: "2 of 63 in all")
        try terminal.wait(for: "4  In new cases. Saved.\n")
      }
      terminal.running.signal(SIGTERM)
      #expect(try terminal.end().exit == 143)
      #expect(terminal.hasUsualMode)
      #expect(try place.answers()["client.welcome"] == (isLine ? nil : "4"))
    }
  }

  @Test func `Stopped from outside and woken, it shows the screen again`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try secondQuestion(of: terminal)
      terminal.running.signal(SIGSTOP)
      try terminal.running.stop()
      terminal.running.signal(SIGCONT)
      try terminal.wait(for: "2 of 63 in all")
      try terminal.wait(for: "> ")
      terminal.type("q")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test func `After a resize the next screens take the new width`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess", columns: 100)
      try terminal.wait(for: "Role: ")
      terminal.type("3\n")
      try terminal.wait(for: "Area: ")
      terminal.resize(columns: 44)
      terminal.type("\n")
      let narrow = try terminal.wait(for: "> ")
      #expect(narrow.split(separator: "\n").map(\.count).max() ?? 0 <= 44 + 9)
      terminal.resize(columns: 100)
      terminal.type("3")
      let wide = try terminal.wait(for: "\n> ")
      #expect(wide.split(separator: "\n").map(\.count).max() ?? 0 > 60)
      terminal.type("q")
      #expect(try terminal.end().exit == 0)
    }
  }
}
