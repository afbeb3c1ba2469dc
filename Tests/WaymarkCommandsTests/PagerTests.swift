import Testing
import WaymarkTestSupport

/// A path that is longer than the terminal, whose 24 lines are few.
struct PagerTests {
  /// What the program printed on a terminal where a pager would leave a copy of what it shows.
  private func shown(
    _ place: Workplace, pager: String = "tee paged", _ arguments: String...
  ) throws -> String {
    var place = place
    place.environment["PAGER"] = pager
    let terminal = try place.terminal(["path"] + arguments)
    let end = try terminal.end()
    #expect(end.exit == 0, "\(end.text)")
    return end.text
  }

  @Test func `A path is handed to the program that PAGER names, once and whole`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      place.environment["NO_COLOR"] = "1"
      let plain = try place.run("path").stdout
      #expect(plain.split(separator: "\n").count > 24)
      let text = try shown(place)
      #expect(text.ranges(of: "Your learning path\n").count == 1)
      #expect(try place.text("paged") == plain)
      // Said when it has ended, where it is seen.
      #expect(text.hasSuffix("Keep it: waymark path -o waymark-path.html\n"))
    }
  }

  @Test(arguments: [
    (["--no-pager"], "xterm"), (["--accessible"], "xterm"), (["--no-input"], "xterm"),
    ([], "dumb"), ([], ""), (["--hours", "0.5"], "xterm"),
    (["--format", "json"], "xterm"),
  ])
  func `Nobody turns pages who did not want to, cannot, or need not`(
    arguments: [String], terminal: String
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      place.environment["TERM"] = terminal
      place.environment["PAGER"] = "tee paged"
      let end = try place.terminal(["path"] + arguments).end()
      #expect(end.exit == 0 && end.text.utf8.count > 200, "\(end.text)")
      #expect(try !place.names(in: place.folder).contains("paged"))
    }
  }

  // What a pager did not show is printed, so that nothing is lost.
  @Test(arguments: [
    "", "  ", "cat", "false", "no-such-program", "cat >taken; exit 3", "cat >taken; kill -9 $$",
  ])
  func `Where the pager fails or is none, the path is printed`(pager: String) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let text = try shown(place, pager: pager)
      #expect(text.contains("\n5  "), "\(text)")
      #expect(text.hasSuffix("Keep it: waymark path -o waymark-path.html\n"))
    }
  }

  @Test func `A pager that is left before the end is no failure`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let text = try shown(place, pager: "head -n 1")
      #expect(text.ranges(of: "Your learning path").count == 1 && !text.contains("\n5  "))
    }
  }

  @Test func `less gets options that suit, unless a person has their own`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try shown(place, pager: "echo \"LESS: $LESS\"").contains("LESS: FRXPs"))
      place.environment["LESS"] = "-S"
      #expect(try shown(place, pager: "echo \"LESS: $LESS\"").contains("LESS: -S\n"))
    }
  }
}
