import Foundation
import Testing
import WaymarkTestSupport

/// Sharing says in words what leaves, asks, and can be taken back later by what it says.
struct ShareReviewTests {
  /// Answers everything once more, in a round of its own.
  private func answerAgain(_ place: Workplace) throws {
    let template = try place.run("assess", "--template").stdout
    let table = template.split(separator: "\n").enumerated().map { number, row in
      number == 0 ? String(row) : "\(row.prefix { $0 != "," }),4,,"
    }.joined(separator: "\n")
    let outcome = try place.run(
      "assess", "--new", "--answers", "-", "--role", "librarian", input: table + "\n")
    try #require(outcome.exit == 0, "\(outcome)")
  }

  /// The id under which a file is shared.
  private static func id(of file: String) -> String? {
    file.firstMatch(of: /"response" : "([^"]*)"/).map { String($0.output.1) }
  }

  @Test func `At a terminal nothing is written before the person agrees`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for (typed, writes) in [("\n", false), ("n\n", false), ("maybe\ny\n", true)] {
        let terminal = try place.terminal("share")
        try terminal.wait(for: "- your answers: 63 of 63 statements rated\n")
        try terminal.wait(for: "It stays here: your name, your notes")
        try terminal.wait(for: "Write waymark-response.json?")
        try terminal.wait(for: "> ")
        terminal.type(typed)
        let (text, exit) = try terminal.end()
        #expect(exit == 0)
        #expect(text.contains(writes ? "nothing was sent" : "Nothing was written."), "\(text)")
        #expect(try place.names(in: place.folder).isEmpty != writes)
        #expect(!String(decoding: terminal.printed, as: UTF8.self).contains("\"answers\""))
      }
      let shown = try place.terminal("share", "--dry-run", "--json")
      #expect(try shown.end().text.contains("\"answers\""))
      let agreed = try place.terminal("share", "--yes")
      #expect(try agreed.end().text.contains("is replaced."))
    }
  }

  @Test func `What was shared before a second assessment can be taken back without being named`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("share").exit == 0)
      try answerAgain(place)
      let listed = try place.run("share", "--list").stdout
      #expect(listed.contains("- Your answers of 23 November 2026, shared on 23 November 2026."))
      #expect(listed.contains("waymark share --withdraw --assessment "))
      let back = try place.run("share", "--withdraw")
      #expect(back.exit == 0, "\(back)")
      #expect(back.stderr.contains("This takes back what you shared"))
      let after = try place.run("share", "--list").stdout.split(whereSeparator: \.isWhitespace)
      #expect(
        after.joined(separator: " ").contains("takes it back was written on 23 November 2026"))
    }
  }

  @Test func `Of several that were shared one is chosen, or the choices are said`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("share", "-o", "one.json").exit == 0)
      try answerAgain(place)
      #expect(try place.run("share", "-o", "two.json").exit == 0)
      let several = try place.run("share", "--withdraw")
      #expect(several.exit == 64)
      let choices = several.stderr.split(separator: "\n")
      #expect(choices.count == 3, "\(several)")
      let terminal = try place.terminal("share", "--withdraw")
      try terminal.wait(for: "Which of these do you take back?")
      try terminal.wait(for: "> ")
      terminal.type("2\n")
      try terminal.wait(for: "Write waymark-withdrawal.json?")
      try terminal.wait(for: "> ")
      terminal.type("y\n")
      #expect(try terminal.end().exit == 0)
      #expect(
        try Self.id(of: place.text("waymark-withdrawal.json"))
          == Self.id(of: place.text("one.json")))
      // What the message says to type works.
      let command = try #require(choices.last?.firstMatch(of: /waymark (share .*)$/)?.output.1)
      let named = try place.run(command.split(separator: " ").map(String.init) + ["-o", "w.json"])
      #expect(named.exit == 0, "\(named)")
    }
  }

  @Test func `A file of the same thing is replaced and another is not`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("share").exit == 0)
      let again = try place.run("share")
      #expect(again.exit == 0, "\(again)")
      #expect(again.stderr.replacing("\n", with: " ").contains("it is replaced."))
      #expect(try place.text("waymark-response.json").contains("\"revision\" : 2"))
      try answerAgain(place)
      let other = try place.run("share")
      #expect(other.exit == 74 && other.stderr.contains("it is there already"), "\(other)")
      try place.write(Array("{}".utf8), to: place.folder + "/mine.json")
      #expect(try place.run("share", "-o", "mine.json").exit == 74)
      #expect(try place.text("mine.json") == "{}")
    }
  }

  @Test func `A result of an older assessment says that a newer one waits`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("assess", "--new", "--set", "client.bias=2").exit == 0)
      for command in ["profile", "share"] {
        let outcome = try place.run(command)
        #expect(outcome.exit == 0, "\(outcome)")
        let said = outcome.stderr.replacing("\n", with: " ")
        #expect(
          said.contains(
            "This is what you finished on 23 November 2026. A newer one, begun on 23 November 2026, "
              + "waits to be finished: 1 statement answered. Go on with it: waymark assess"),
          "\(outcome)")
        guard command != "share" else { continue }
        let line = try #require(said.firstMatch(of: /waymark ([a-z]+ --assessment [0-9a-f]{8})/))
        let newer = try place.run(line.output.1.split(separator: " ").map(String.init))
        #expect(newer.exit == 0, "\(newer)")
        #expect(!newer.stderr.contains("A newer one"))
      }
    }
  }

  @Test(arguments: [40, 57, 80])
  func `On a terminal no message breaks a word or a command that fits`(columns: Int) throws {
    try withWorkplace { place in
      for command in ["profile", "notes", "share", "path"] {
        let terminal = try place.terminal([command], columns: columns)
        let (text, exit) = try terminal.end()
        #expect(exit == 65)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= columns }, "\(text)")
        #expect(
          lines.joined(separator: " ")
            == "You have not rated yourself yet; begin with: waymark assess")
        #expect(lines.contains { $0.contains("waymark assess") }, "\(text)")
      }
    }
  }
}
