import Testing
import WaymarkTestSupport

@Suite struct MainTests {
  /// A line of arguments, the exit status, and what is said.
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    let status: Int32
    let says: String
    var testDescription: String { line }

    init(_ line: String, _ status: Int32, _ says: String) {
      self.line = line
      self.status = status
      self.says = says
    }
  }

  static let helpful = [
    Case("waymark help", 0, "For yourself:\n  assess "),
    Case("waymark -h", 0, "Topics, such as waymark help privacy:\n"),
    Case("waymark help help", 0, "See where you stand"),
    Case("waymark help assess", 0, "Rate yourself, or go on where you stopped.\n\nUsage:\n"),
    Case("waymark assess --help", 0, "Rate yourself, or go on where you stopped.\n\nUsage:\n"),
    Case("waymark -h assess", 0, "Rate yourself, or go on where you stopped.\n\nUsage:\n"),
    Case("waymark help privacy", 0, "Privacy\n\n"),
    Case("waymark help store info", 0, "  waymark store info\n"),
    Case("waymark store help info", 0, "  waymark store info\n"),
    Case("waymark store", 0, "  info     Say where"),
    Case("waymark --accessible store", 0, "\ninfo: Say where"),
    Case("waymark help keys --accessible", 0, "\n0: not part of my work"),
    Case("waymark --version", 0, "0.1.0\n"), Case("waymark store --version", 0, "0.1.0\n"),
    Case("waymark --generate-completion-script bash", 0, "#!/bin/bash"),
  ]

  static let mistaken = [
    Case("waymark hlep", 64, "did you mean 'waymark help'?"),
    Case("waymark framwork list", 64, "did you mean 'waymark framework'?"),
    Case("waymark framework lsit", 64, "did you mean 'waymark framework list'?"),
    Case("waymark help privcy", 64, "did you mean 'waymark help privacy'?"),
    Case("waymark import demo.csv", 64, "the commands are responses, map"),
    Case("waymark xyzzy", 64, "the commands are assess, profile,"),
    Case(
      "waymark store --bogus", 64, "unknown option '--bogus'\nHow it is used: waymark help store"),
    Case(
      "waymark assess --aera V", 64, "Did you mean '--area'?\nHow it is used: waymark help assess"),
    Case("waymark report", 64, "name what to report on with --campaign NAME or --counts FILE"),
    Case("waymark --lang", 64, "missing value for '--lang <tag>'"),
    Case("waymark framework show advocacy.decison", 64, "did you mean 'advocacy.decisions'?"),
    Case("waymark framework show zzzzz", 64, "see what there is with: waymark framework list"),
    Case("waymark framework show alsc-plan -o x.html", 64, "use --format txt, md, json"),
  ]

  @Test(arguments: helpful) func `Help and the version are a result`(example: Case) throws {
    try withWorkplace { place in
      try place.putOnPath()
      let outcome = try place.shell(example.line)
      #expect(outcome.exit == example.status)
      #expect(outcome.stdout.contains(example.says))
      #expect(outcome.stderr.isEmpty)
    }
  }

  @Test(arguments: mistaken) func `A mistake is named with the way to mend it`(
    example: Case
  ) throws {
    try withWorkplace { place in
      try place.putOnPath()
      let outcome = try place.shell(example.line)
      #expect(outcome.exit == example.status)
      #expect(outcome.stderr.contains(example.says))
      #expect(outcome.stdout.isEmpty)
    }
  }

  @Test func `Options of every command stand before it or after it`() throws {
    try withWorkplace { place in
      try place.putOnPath()
      let before = try place.shell("waymark --accessible --format txt framework show V")
      let after = try place.shell("waymark framework show V --format txt --accessible")
      #expect(before.exit == 0)
      #expect(before.stdout.contains("\n1. Not yet. "))
      #expect(before.stdout == after.stdout)
    }
  }

  @Test func `Help comes even when the settings are damaged`() throws {
    try withWorkplace { place in
      try place.putOnPath()
      let outcome = try place.shell(
        "echo nonsense > s.json; WAYMARK_CONFIG=$PWD/s.json waymark help store")
      #expect(outcome.exit == 0)
      #expect(outcome.stdout.hasPrefix("Look after the file"))
    }
  }
}
