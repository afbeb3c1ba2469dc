import Foundation
import Testing
import WaymarkTestSupport

/// What people are told at the start: an empty table, no answers yet, what would leave.
struct FirstStepsTests {
  @Test func `The template tells where its ids are explained, and alone fills no assessment`()
    throws
  {
    try withWorkplace { place in
      let template = try place.run("assess", "--template")
      #expect(
        template.stderr == "What each id means: waymark framework show children-services\n")
      #expect(template.stdout.split(separator: "\n").count == 64)
      try place.write(Array(template.stdout.utf8), to: place.folder + "/me.csv")
      try place.expect(
        "assess", "--answers", "me.csv",
        stderr: "me.csv: no statement is answered; fill in the column 'level'\n", exit: 65)
    }
  }

  @Test func `Skipped statements are counted, and so is the end of the assessment`() throws {
    try withWorkplace { place in
      let template = try place.run("assess", "--template").stdout
      let table = template.replacing("client.respect,", with: "client.respect,3")
      // A spreadsheet's file: a byte order mark, carriage returns, rows without text below.
      let bytes =
        [0xEF, 0xBB, 0xBF] + Array(table.replacing("\n", with: "\r\n").utf8)
        + Array(",,,\r\n\r\n".utf8)
      try place.write(bytes, to: place.folder + "/me.csv")
      try place.expect(
        "assess", "--answers", "me.csv",
        stderr: """
          Saved 63 answers, 62 of them skipped; every statement has one.
          This assessment is finished and does not change.
          Next: waymark profile

          """)
    }
  }

  @Test(arguments: [["profile"], ["path"], ["share"]])
  func `Where nothing was answered, the way to begin is that of the same person`(
    command: [String]
  ) throws {
    try withWorkplace { place in
      let outcome = try place.run(command + ["--person", "Ana María"])
      #expect(outcome.exit == 65)
      #expect(
        outcome.stderr
          == "You have not rated yourself yet; begin with: waymark assess --person 'Ana María'\n")
      #expect(!FileManager.default.fileExists(atPath: place.home + "/.local"))
    }
  }

  @Test func `Whoever stops a new round is told a command that works then`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let stopped = try place.run("assess", "--new", "--script", "-", input: "q\n")
      #expect(
        stopped.stdout.contains("You chose Children's librarian before; Enter alone keeps it."))
      #expect(stopped.stdout.hasSuffix("Begin again with: waymark assess --new\n"))
      let begun = try place.run("assess", "--new", "--all", "--script", "-", input: "1\nq\n")
      #expect(begun.stdout.hasSuffix("Begin again with: waymark assess --all\n"))
      #expect(!begun.stdout.contains("beyond what your role asks"))
      let again = try place.run("assess", "--script", "-", input: "a\nq\n")
      #expect(again.exit == 0)
      #expect(
        again.stdout.contains(
          "29 of the 63 statements come first; the rest goes beyond what your role asks."))
    }
  }

  @Test func `Tab and the space bar keep no answer unawares`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try terminal.wait(for: "Role: ")
      terminal.type("3\n")
      try terminal.wait(for: "Area: ")
      terminal.type("\n")
      try terminal.wait(for: "\n> ")
      terminal.type("3")
      try terminal.wait(for: "2 of 7 here")
      terminal.type("b")
      try terminal.wait(for: "Enter keeps your answer: 3, On my own.")
      try terminal.wait(for: "\n> ")
      terminal.type("\t")
      terminal.pause(milliseconds: 50)
      terminal.type(" ")
      try terminal.wait(for: "Choose 1 to 5")
      terminal.type("4")
      try terminal.wait(for: "> 4  In new cases. Saved.")
      terminal.type("q")
      _ = try terminal.end()
      #expect(try place.answers() == ["client.respect": "4"])
    }
  }

  @Test func `A report without a store tells how responses are taken in`() throws {
    try withWorkplace { place in
      let outcome = try place.run("report", "--campaign", "spring")
      #expect(outcome.exit == 65)
      #expect(
        outcome.stderr.hasSuffix(
          "begin with: waymark import responses FILE --campaign NAME --new\n"))
    }
  }

  @Test func `What leaves is said in words, and shown as it is to programs`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.run("share", "--dry-run")
      #expect(outcome.stdout.hasPrefix("{"))
      #expect(
        outcome.stderr == """
          This is all that leaves, and only if you send it:
          - your answers: 63 of 63 statements rated
          - what matters most to you: nothing picked
          - the role: Children's librarian
          - the month, a random id, and a proof for later files
          It stays here: your name, your notes, on which days and how fast you answered.
          Nothing was written.

          """)
    }
  }
}
