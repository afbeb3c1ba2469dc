import Foundation
import Testing
import WaymarkTestSupport

@testable import WaymarkCommands

/// `waymark` alone: a page at a terminal, that leads to what the commands do.
@Suite struct HomePageTests {
  private static let cursor = "Number (Enter shows the list): "

  @Test func `A newcomer goes from the page to the first question and back, by numbers`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal()
      try terminal.wait(for: "You have not begun yet.")
      try terminal.wait(for: "1  Begin your assessment                  waymark assess")
      try terminal.wait(for: Self.cursor)
      terminal.type("1\r")
      try terminal.wait(for: "This is: waymark assess")
      try terminal.wait(for: "Role: ")
      terminal.type("3\r")
      try terminal.wait(for: "Area: ")
      terminal.type("\r")
      try terminal.wait(for: "> ")
      terminal.type("4")
      try terminal.wait(for: "Saved.")
      terminal.type("q")
      try terminal.wait(for: Self.cursor)
      terminal.type("\r")
      try terminal.wait(for: "You have answered 1 of 63 statements; last time 23 November 2026.")
      try terminal.wait(for: "1  Go on with your assessment")
      try terminal.wait(for: Self.cursor)
      terminal.type("0\r")
      try terminal.wait(for: "To come back: waymark")
      #expect(try terminal.end().exit == 0)
      #expect(terminal.hasUsualMode)
      #expect(try place.answers() == ["client.respect": "4"])
    }
  }

  @Test(arguments: [
    ("waymark path --note \"Showed it to Sam\"", ["path", "--note", "Showed it to Sam"]),
    ("waymark  settings  keys ''", ["settings", "keys", ""]),
    ("waymark path --note 'a \"b\"'c", ["path", "--note", "a \"b\"c"]),
    ("waymark path --note \"no end", nil), ("waymark path > file", nil), ("waymark", nil),
    ("way path", nil),
  ])
  func `A command is typed as it is said, with quotes around what has blanks`(
    typed: String, words: [String]?
  ) {
    #expect(HomePage.command(typed) == words)
  }

  @Test func `A round begun by mistake is dropped from the page, and what is finished stays`()
    throws
  {
    try withWorkplace { place in
      #expect(try place.run("assess", "--drop", "--force").exit == 65)
      #expect(!FileManager.default.fileExists(atPath: place.store))
      try place.finishAssessment()
      #expect(try place.run("assess", "--drop", "--force").exit == 65)
      #expect(try place.run("assess", "--new", "--set", "client.respect=1").exit == 0)
      #expect(try place.run("assess", "--drop").exit == 64)
      #expect(try place.run("assess", "--drop", "--new").exit == 64)
      let terminal = try place.terminal()
      try terminal.wait(for: "You have answered 1 of 63")
      let list = try terminal.wait(for: "Drop the round you began")
      let number = list.split(separator: "\n").last?.prefix { $0 != "D" }.filter(\.isNumber) ?? ""
      try terminal.wait(for: Self.cursor)
      terminal.type("\(number)\r")
      try terminal.wait(for: "what you finished")
      try terminal.wait(for: "> ")
      terminal.type("n\n")
      try terminal.wait(for: "Nothing is dropped.")
      try terminal.wait(for: Self.cursor)
      terminal.type("\(number)\r")
      try terminal.wait(for: "y/N:")
      try terminal.wait(for: "> ")
      terminal.type("y\n")
      try terminal.wait(for: "is dropped.")
      try terminal.wait(for: "You finished your assessment on 23 November 2026.")
      try terminal.wait(for: Self.cursor)
      terminal.type("0\r")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test func `Whoever is named stays named in what the page leads to`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("--person", "Ana", "--accessible")
      try terminal.wait(for: "1. Begin your assessment: waymark assess --person Ana")
      try terminal.wait(for: Self.cursor)
      terminal.type("3\r")
      try terminal.wait(for: "accessible: ")
      try terminal.wait(for: "Choice: ")
      terminal.type("\r")
      try terminal.wait(for: Self.cursor)
      terminal.type("1\r")
      try terminal.wait(for: "Ana")
      try terminal.wait(for: "Choice: ")
      terminal.type("q\r")
      try terminal.wait(for: Self.cursor)
      terminal.type("q\r")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test(arguments: [
    "9\r", "-1\r", "x\r", "1 2\r", "99999999999999999999\r", "\u{1B}[200~1\r2\r\u{1B}[201~\r",
    "\u{1B}]11;rgb:0000/0000/0000\u{7}x\r",
  ])
  func `What is none of the numbers is told, and does nothing`(typed: String) throws {
    try withWorkplace { place in
      let terminal = try place.terminal()
      try terminal.wait(for: Self.cursor)
      terminal.type(typed)
      try terminal.wait(for: "Type a number from 1 to 3 and Enter, or 0 to stop;")
      try terminal.wait(for: Self.cursor)
      // What comes with other keys is no key of its own.
      terminal.pause(milliseconds: 100)
      terminal.type("\u{4}")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test func `What was finished leads to its results, and the page goes on`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let terminal = try place.terminal()
      try terminal.wait(for: "You finished your assessment on 23 November 2026.")
      try terminal.wait(for: "See your results")
      try terminal.wait(for: Self.cursor)
      terminal.type("1\r")
      try terminal.wait(for: "This is: waymark profile")
      // What is longer than the screen is read a page at a time.
      try terminal.wait(for: "Start with these three")
      terminal.type("q")
      try terminal.wait(for: "All your answers: ")
      try terminal.wait(for: Self.cursor)
      terminal.type("0\r")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test func `What to learn is asked for with the time there is, or as last time`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let terminal = try place.terminal("--accessible")
      try terminal.wait(for: "2. See what to learn next: waymark path")
      for (typed, command) in [("1h30", "waymark path --hours 1h30"), ("", "waymark path")] {
        try terminal.wait(for: Self.cursor)
        terminal.type("2\r")
        try terminal.wait(for: "How much time have you got for it in all")
        terminal.type("\(typed)\r")
        try terminal.wait(for: "This is: \(command)\n")
        try terminal.wait(for: "of the 90 minutes you have")
      }
      try terminal.wait(for: Self.cursor)
      terminal.type("0\r")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test func `Whoever has twelve minutes begins with the core form`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal()
      try terminal.wait(for: Self.cursor)
      terminal.type("2\r")
      try terminal.wait(for: "This is: waymark assess --core")
      try terminal.wait(for: "Role: ")
      terminal.type("q\r")
      try terminal.wait(for: Self.cursor)
      terminal.type("0\r")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test func `Without a terminal, or where nothing is to be asked, it says what comes next`() throws
  {
    try withWorkplace { place in
      let alone = try place.run()
      #expect(
        alone.exit == 0
          && alone.stdout.hasSuffix("Next: waymark assess\nAll commands: waymark --help\n"))
      let terminal = try place.terminal("--no-input")
      try terminal.wait(for: "All commands: waymark --help")
      #expect(try terminal.end().exit == 0)
    }
  }
}
