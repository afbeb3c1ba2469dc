import Foundation
import Testing
import WaymarkTestSupport

/// Notes are read, written and deleted after an assessment is finished too, and never leave in a share.
struct NotesCommandTests {
  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test func `Notes are written and deleted without a terminal, by id or title`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      try place.expect(
        "notes", "--set", "client.respect=One = two\nthree", "--delete",
        "Make families feel welcome",
        stderr: """
          Saved your note beside 'Speak with the child first'.
          Deleted your note beside 'Make families feel welcome'.

          """)
      let shown = try place.run("notes").stdout
      #expect(shown.contains("1  Speak with the child first\n   One = two\n   three\n"))
      #expect(!shown.contains("My note on client.welcome"))
      #expect(!shown.contains("client.respect"))
      #expect(try place.run("notes", "--ids").stdout.contains("child first (client.respect)\n"))
      #expect(try place.answers().count == 63)
      #expect(try place.run("profile").stdout.contains("   three\n") == false)
      #expect(try place.run("profile").stdout.contains("  One = two\n  three\n"))
    }
  }

  @Test func `All that is wrong with notes is said at once, and nothing is kept`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let before = try place.run("notes")
      let long = String(repeating: "x", count: 2001)
      let typed = try place.run(
        "notes", "--set", "nothing", "--set", "client.bias=", "--set", "client.bias=\(long)",
        "--format", "pdf")
      #expect(typed.exit == 64 && typed.stdout.isEmpty)
      #expect(
        lines(typed.stderr) == [
          "--set 'nothing': write the id of the statement, = and the note, such as "
            + "'client.respect=Sam showed me how'",
          "--set 'client.bias': there is no text; to delete the note: --delete client.bias",
          "--set 'client.bias': a note has at most 2000 characters, and none that steers a terminal",
          "there is no form 'pdf' of this; use --format txt, md, csv, json",
        ])
      let unknown = try place.run(
        "notes", "--set", "client.bais=x", "--delete", "client.bias", "--set", "client.bias=y")
      #expect(unknown.exit == 64)
      #expect(
        lines(unknown.stderr) == [
          "there is no statement 'client.bais'; did you mean 'client.bias'?",
          "'Act on rules that shut families out' is named twice; say once what becomes of its note",
        ])
      let bytes = try place.shell(
        "exec \"$waymark\" notes --set \"$(printf 'client.bias=\\377')\"")
      #expect(bytes.exit == 64 && bytes.stderr.contains("not in UTF-8"), "\(bytes)")
      #expect(try place.run("notes") == before)
    }
  }

  @Test(arguments: ["md", "txt", "csv", "json"])
  func `Notes go into a file of their owner`(form: String) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("notes", "-o", "n.\(form)").exit == 0)
      #expect(try place.text("n.\(form)").contains("My note on client.respect"))
      #expect(try place.mode(of: place.folder + "/n.\(form)") == 0o600)
    }
  }

  @Test(arguments: ["html", "md", "json", "txt"])
  func `A profile in a file has notes only where they are asked for, and a share never`(
    form: String
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("profile", "-o", "p.\(form)").exit == 0)
      #expect(!(try place.text("p.\(form)")).contains("My note on"))
      #expect(try place.run("profile", "--notes", "--force", "-o", "p.\(form)").exit == 0)
      #expect(try place.text("p.\(form)").contains("My note on"))
      let shared = try place.run("share", "--json")
      #expect(!shared.stdout.contains("My note") && !shared.stderr.contains("My note"))
      #expect(!(try place.text("waymark-response.json")).contains("note"))
    }
  }

  @Test func `At a terminal a note is changed in place, deleted and added by number`() throws {
    try withWorkplace { place in
      let noted = try place.run(
        "assess", "--set", "client.respect=3", "--set", "client.welcome=4")
      #expect(noted.exit == 0)
      #expect(try place.run("notes", "--set", "client.respect=One").exit == 0)
      let terminal = try place.terminal("notes")
      try terminal.wait(for: "Enter alone leaves.\n")
      try terminal.wait(for: "> ")
      terminal.type("1\n")
      try terminal.wait(for: "Note: One")
      terminal.type(" and two\n")
      try terminal.wait(for: "Saved your note beside 'Speak with the child first'.")
      try terminal.wait(for: "> ")
      terminal.type("a\n")
      try terminal.wait(for: "Which area is it about?")
      try terminal.wait(for: "> ")
      terminal.type("1\n")
      try terminal.wait(for: "Which statement?")
      try terminal.wait(for: "> ")
      terminal.type("Make families feel welcome\n")
      try terminal.wait(for: "Note: ")
      terminal.type("new\\\n")
      try terminal.wait(for: " | ")
      terminal.type("line\n")
      try terminal.wait(for: "Saved your note")
      try terminal.wait(for: "> ")
      terminal.type("1\n")
      try terminal.wait(for: "Note: One and two")
      terminal.type("\u{15}")
      terminal.type("\n")
      try terminal.wait(for: "Deleted your note")
      try terminal.wait(for: "> ")
      terminal.type("2\n")
      try terminal.wait(for: "line")
      terminal.type("\u{1B}")
      try terminal.wait(for: "Your note stays as it was.")
      try terminal.wait(for: "> ")
      terminal.type("\n")
      #expect(try terminal.end().exit == 0)
      #expect(terminal.hasUsualMode)
      #expect(terminal.marksPastes == false)
      let left = try place.run("notes").stdout
      #expect(left.contains("1  Make families feel welcome\n   new\n   line\n"), "\(left)")
      #expect(!left.contains("with respect"))
    }
  }

  @Test func `Read aloud a note is written on lines, and Enter keeps what there is`() throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.respect=3").exit == 0)
      #expect(try place.run("notes", "--set", "client.respect=One").exit == 0)
      let terminal = try place.terminal("notes", "--accessible")
      try terminal.wait(for: "Choice: ")
      terminal.type("1\n")
      try terminal.wait(for: "Note: ")
      terminal.type("\n")
      try terminal.wait(for: "Your note stays as it was.")
      try terminal.wait(for: "Choice: ")
      terminal.type("1\n")
      try terminal.wait(for: "Note: ")
      terminal.type("0\n")
      try terminal.wait(for: "Deleted your note")
      try terminal.wait(for: "Choice: ")
      terminal.type("q\n")
      #expect(try terminal.end().exit == 0)
      #expect(try place.run("notes").stdout.contains("There are no notes yet."))
      #expect(ControlBytes.found(in: terminal.printed) == [])
    }
  }
}
