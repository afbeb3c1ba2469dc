import Foundation
import Testing
import WaymarkTestSupport

/// Only a deliberate key answers: what comes otherwise is kept where it belongs, or nothing is.
@Suite struct DeliberateKeyTests {
  private func atQuestion(_ terminal: PseudoTerminal) throws {
    try terminal.wait(for: "Role: ")
    terminal.type("3\n")
    try terminal.wait(for: "Area: ")
    terminal.type("\r")
    try terminal.wait(for: "\n> ")
  }

  private func notes(_ place: Workplace) throws -> [String: String] {
    try pairs("competency, text FROM note", place)
  }

  private func ratings(_ place: Workplace) throws -> [String: String] {
    try pairs("competency, answer FROM rating", place)
  }

  private func pairs(_ columns: String, _ place: Workplace) throws -> [String: String] {
    let found = try place.shell(
      """
      python3 -c 'import json, sqlite3, sys
      rows = sqlite3.connect(sys.argv[1]).execute("SELECT \(columns)")
      print(json.dumps(dict(rows)))' '\(place.store)'
      """)
    return try JSONDecoder().decode([String: String].self, from: Data(found.stdout.utf8))
  }

  @Test(arguments: [
    "\u{1B}[200~3\u{1B}[201~", "\u{1B}[200~Monday: 3 toddlers\r2 cried\r\u{1B}[201~",
    "3 toddlers cried\r1. signs\r", "333", "sss", "skipp",
  ])
  func `What is pasted at a question, or comes at once, answers nothing and is told`(
    pasted: String
  ) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type(pasted)
      try terminal.wait(for: "\n> ")
      terminal.type("4")
      try terminal.wait(for: "4  In new cases. Saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try place.answers() == ["client.respect": "4"])
    }
  }

  @Test(arguments: [("stop", "Saved. Go on"), ("back", "first one"), ("help", "skip for now")])
  func `A word that comes at once is that word`(word: String, said: String) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type("3")
      try terminal.wait(for: "2 of 7 here")
      try terminal.wait(for: "> ")
      if word == "back" {
        terminal.type("b")
        try terminal.wait(for: "> ")
      }
      terminal.type(word)
      try terminal.wait(for: said)
      if word == "help" {
        try terminal.wait(for: "to go on: ")
        terminal.type("\r")
        try terminal.wait(for: "> ")
      }
      terminal.type("q")
      _ = try terminal.end()
      #expect(try place.answers() == ["client.respect": "3"])
    }
  }

  @Test func `A terminal's late reply answers nothing, in pieces too`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type("\u{1B}]11;rgb:30")
      usleep(30_000)
      terminal.type("30/3030/3030\u{1B}\\\u{1B}[24;80R\u{1B}[?1;2c")
      usleep(30_000)
      terminal.type("5")
      try terminal.wait(for: "5  Leading. Saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try place.answers() == ["client.respect": "5"])
    }
  }

  @Test(arguments: [
    ("\u{1B}[", "y3"), ("\u{1B}O", "99"), ("\u{1B}[<0;3", "M3"), ("\u{1B}P1", "\u{7}3"),
  ])
  func `A letter that ends a reply cut off, or comes at once with one, answers nothing`(
    begun: String, more: String
  ) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type(begun)
      terminal.pause(milliseconds: 40)
      terminal.type(more)
      try terminal.wait(for: "answers nothing")
      try terminal.wait(for: "\n> ")
      terminal.type("3\u{1B}[24;80R")
      try terminal.wait(for: "answers nothing")
      try terminal.wait(for: "\n> ")
      terminal.type("5")
      try terminal.wait(for: "5  Leading. Saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try place.answers() == ["client.respect": "5"])
    }
  }

  @Test(arguments: ["\u{1B}[200~one\r2. two\u{1B}[201~\r", "one\r2. two\r", "one\\\r2. two\r"])
  func `A note has the lines that were pasted or written behind a backslash`(typed: String) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type("n")
      try terminal.wait(for: "Note: ")
      if typed.contains("\\") {
        terminal.type("one\\")
        usleep(50_000)
        terminal.type("\r")
        usleep(50_000)
        terminal.type("2. two\r")
      } else {
        terminal.type(typed)
      }
      try terminal.wait(for: "Note saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try ratings(place) == [:])
      #expect(try notes(place) == ["client.respect": "one\n2. two"])
    }
  }

  @Test func `A note is edited in place, left by Escape, and deleted by one key or by erasing it`()
    throws
  {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      for (typed, said) in [
        ("felt bord\r", "Note saved."), ("\u{1B}[D\u{1B}[Da\r", "Note saved."),
        ("zzz", "felt board"), ("\u{1B}", "stays as it was"),
      ] {
        if typed != "\u{1B}" {
          terminal.type("n")
          try terminal.wait(for: "Note: ")
        }
        terminal.type(typed)
        try terminal.wait(for: said == "felt board" ? "zzz" : said)
        if said != "felt board" { try terminal.wait(for: "\n> ") }
      }
      #expect(try notes(place) == ["client.respect": "felt board"])
      for deletes in ["\u{15}\r", "\u{18}"] {
        for (typed, said) in [
          (deletes, "Note deleted."), ("again\r", "Note saved."),
        ] {
          terminal.type("n")
          try terminal.wait(for: "Note: ")
          terminal.type(typed)
          try terminal.wait(for: said)
          try terminal.wait(for: "\n> ")
          #expect(try notes(place).isEmpty == (typed == deletes))
        }
      }
      // Help is no note, and gives the note back to be changed.
      terminal.type("n")
      try terminal.wait(for: "Note: again")
      terminal.type("\u{15}?\r")
      try terminal.wait(for: "Note: again")
      terminal.type("!\r")
      try terminal.wait(for: "Note saved.")
      try terminal.wait(for: "\n> ")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try notes(place) == ["client.respect": "again!"])
    }
  }

  @Test func `A note that is too long is there to be made shorter`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type("n")
      try terminal.wait(for: "Note: ")
      terminal.type("\u{1B}[200~\(String(repeating: "x", count: 2001))\u{1B}[201~")
      usleep(50_000)
      terminal.type("\r")
      try terminal.wait(for: "at most 2000 characters")
      try terminal.wait(for: "xxx")
      terminal.type("\u{7F}")
      usleep(50_000)
      terminal.type("\r")
      try terminal.wait(for: "Note saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try notes(place)["client.respect"]?.count == 2000)
    }
  }

  @Test func `A letter in another encoding is refused, and what was written before it stays`()
    throws
  {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type("n")
      try terminal.wait(for: "Note: ")
      terminal.type(bytes: Array("See caf".utf8) + [0xE9, 0x0D])
      try terminal.wait(for: "no text in UTF-8")
      try terminal.wait(for: "See caf")
      terminal.type("é\r")
      try terminal.wait(for: "Note saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try notes(place) == ["client.respect": "See café"])
    }
  }

  @Test func `Lines that were pasted behind a note are the note's for a screen reader too`() throws
  {
    try withWorkplace { place in
      let terminal = try place.terminal("assess", "--accessible")
      for (awaited, line) in [("Choice: ", "3\n"), ("Choice: ", "\n"), ("Choice: ", "n\n")] {
        try terminal.wait(for: awaited)
        terminal.type(line)
      }
      try terminal.wait(for: "Note: ")
      terminal.type("it was busy\n3 toddlers cried\n1\n")
      try terminal.wait(for: "Note saved.")
      try terminal.wait(for: "Choice: ")
      terminal.type("4\n5\n")
      try terminal.wait(for: "answers nothing")
      try terminal.wait(for: "Choice: ")
      terminal.type("q\n")
      _ = try terminal.end()
      #expect(try ratings(place) == [:])
      #expect(try notes(place) == ["client.respect": "it was busy\n3 toddlers cried\n1"])
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGABRT, SIGSEGV])
  func `However it ends, the terminal sets no marks around pastes any more`(number: Int32) throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      #expect(terminal.marksPastes == true)
      terminal.running.signal(number)
      _ = try terminal.end()
      #expect(terminal.marksPastes == false)
      #expect(terminal.hasUsualMode)
    }
  }

  @Test func `Asleep, the terminal sets no marks; woken, it does again`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.running.signal(SIGTSTP)
      try terminal.running.stop()
      try terminal.wait(for: "\u{1B}[?2004l")
      terminal.running.signal(SIGCONT)
      try terminal.wait(for: "\u{1B}[?2004h")
      terminal.type("q")
      _ = try terminal.end()
      #expect(terminal.marksPastes == false)
    }
  }

  @Test func `A line that means nothing does not stand in the next one`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try terminal.wait(for: "Role: ")
      terminal.type("3\n")
      try terminal.wait(for: "Area: ")
      terminal.type("xyz\r")
      try terminal.wait(for: "Area: ")
      terminal.type("2\r")
      try terminal.wait(for: "\n> ")
      terminal.type("4")
      try terminal.wait(for: "Saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try ratings(place).values.sorted() == ["4"])
    }
  }

  @Test func `A line that nobody sent off with Enter is no answer when the terminal is closed`()
    throws
  {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try atQuestion(terminal)
      terminal.type("n")
      try terminal.wait(for: "Note: ")
      terminal.type("half")
      try terminal.wait(for: "half")
      terminal.hangUp()
      #expect(try terminal.running.exit() == 129)
      #expect(try notes(place) == [:])
    }
  }
}
