import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

/// `waymark settings`, and what becomes of a file that somebody wrote by hand.
struct SettingsTests {
  private func write(_ text: String, in place: Workplace) throws -> String {
    let path = place.home + "/.config/waymark/settings.json"
    try FileManager.default.createDirectory(
      atPath: place.home + "/.config/waymark", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static let wrong = "{\"color\":\"maybe\",\"keys\":\"line\",\"lnguage\":\"es\"}"

  @Test func `What cannot be used is named with its file, its setting and what mends it`() throws {
    try withWorkplace { place in
      let path = try write(Self.wrong, in: place)
      for arguments in [["profile"], ["framework", "list"], ["store", "info"]] {
        let outcome = try place.run(arguments)
        #expect(outcome.exit == 65, "\(outcome)")
        #expect(
          outcome.stderr == """
            \(path): color: 'maybe' is no value for it; use yes or no, or go back to the default \
            with: waymark settings color ""
            \(path): there is no setting 'lnguage'; take it out with: waymark settings lnguage ""

            """)
      }
    }
  }

  @Test func `At a terminal a setting is changed by number, and a value that does not fit is told`()
    throws
  {
    try withWorkplace { place in
      let terminal = try place.terminal("settings")
      for (typed, said) in [
        ("9", "Type a number from 1 to 4"), ("3", "keys: 1 single, 2 line, 0 the default."),
        ("7", "no value for it"), ("keys", "keys: 1 single"), ("2", "Saved in"),
        ("1", "accessible: 1 yes, 2 no"), ("yes", "Saved in"), ("2", "color: "),
        ("", "accessible: yes"),
      ] {
        try terminal.wait(for: "\n> ")
        terminal.type(typed + "\n")
        try terminal.wait(for: said)
      }
      try terminal.wait(for: "\n> ")
      terminal.type("\n")
      #expect(try terminal.end().exit == 0)
      #expect(try place.run("settings", "keys").stdout == "line\n")
      #expect(try place.run("settings", "accessible").stdout == "yes\n")
      #expect(try place.run("settings", "color").stdout == "default\n")
    }
  }

  @Test func `The command that is said mends it, and keeps the rest`() throws {
    try withWorkplace { place in
      let path = try write(Self.wrong, in: place)
      #expect(try place.run("settings", "color", "no").exit == 0)
      #expect(try place.run("framework", "list").exit == 65)
      #expect(try place.run("settings", "lnguage", "").exit == 0)
      #expect(try place.run("framework", "list").exit == 0)
      #expect(
        try String(contentsOfFile: path, encoding: .utf8)
          == """
          {
            "color" : "no",
            "keys" : "line",
            "kind" : "settings",
            "schema" : 1
          }

          """)
      _ = try write("{\"language\":\"xx yy\"}", in: place)
      #expect(try place.run("settings", "language", "").exit == 0)
      #expect(try place.run("framework", "list").exit == 0)
    }
  }

  @Test(arguments: [
    (
      "{\"color\":\"no\",}", ":1:14: the file is not JSON: nothing follows the comma; mend the file"
    ),
    (
      "{\"color\":\"no\",\n\"color\":\"yes\"}",
      ":2:1: the key 'color' is there twice, first on line 1"
    ),
    ("{\"color\":true}", ": it does not hold settings as Waymark writes them; mend the file"),
    ("[]", ": it does not hold settings as Waymark writes them; mend the file"),
    ("nonsense", ":1:1: the file is not JSON: 'nonsense' cannot stand here; mend the file"),
  ])
  func `A file that cannot be read is named with line and column`(text: String, message: String)
    throws
  {
    try withWorkplace { place in
      let path = try write(text, in: place)
      let outcome = try place.run("profile")
      #expect(outcome.exit == 65)
      #expect(outcome.stderr.hasPrefix(path + message), "\(outcome)")
    }
  }
}
