import Foundation
import Testing
import WaymarkTestSupport

/// Several runs on one store at the same time.
struct TwoRunsTests {
  @Test func `A second questionnaire is told who holds the store, results are there meanwhile`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      let terminal = try place.terminal("assess", "--new")
      try terminal.wait(for: "Role: ")
      terminal.type("3\n")
      try terminal.wait(for: "Area: ")
      terminal.type("\n")
      try terminal.wait(for: "> ")
      terminal.type("4")
      try terminal.wait(for: "Saved.\n")
      let message =
        "\(place.store): process \(terminal.running.id) (waymark assess) is using it; "
        + "go on in its window, or stop it there; another person uses --person NAME\n"
      try place.expect("assess", "--set", "client.bias=2", stderr: message, exit: 75)
      try place.expect("assess", "--script", "-", input: "2\n", stderr: message, exit: 75)
      try place.expect("store", "erase", "--force", stderr: message, exit: 75)
      #expect(try place.run("assess", "--person", "Ana", "--set", "client.bias=2").exit == 0)
      #expect(try place.run("profile").exit == 0)
      try place.expect("store", "check", stdout: "The store is sound.\n")
      terminal.type("2")
      try terminal.wait(for: "Saved.\n")
      terminal.type("q")
      #expect(try terminal.end().exit == 0)
      let answers = try place.salvagedRows().filter { $0.hasPrefix("2,") }
      #expect(answers == ["2,client.respect,4,,,,,", "2,client.welcome,2,,,,,"])
    }
  }

  @Test func `While somebody answers, a campaign is reported and another store takes one in`()
    throws
  {
    try withWorkplace { place in
      #expect(try place.run("demo", "--people", "30", "-o", "demo.csv").exit == 0)
      let arguments = ["import", "responses", "demo.csv", "--campaign", "demo", "--new"]
      let new = "Responses: 30 new (made-up people)\n"
      #expect(try place.run(arguments).stdout == new)
      let terminal = try place.terminal("assess")
      try terminal.wait(for: "Role: ")
      #expect(try place.run("report", "--campaign", "demo", "-o", "report").exit == 0)
      let refused = try place.run(arguments)
      #expect(refused.exit == 75)
      #expect(
        refused.stderr.contains("process \(terminal.running.id) (waymark assess) is using it; "))
      #expect(try place.run(arguments + ["--store", "other.sqlite"]).stdout == new)
      terminal.type("3\n")
      try terminal.wait(for: "Area: ")
      terminal.type("q\n")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test(arguments: ["", "process 1", "process 4194304", "\u{1B}[31mprocess 1\n"])
  func `A lock file that nobody holds does not stop anybody`(contents: String) throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      try place.write(Array(contents.utf8), to: place.store + ".lock")
      #expect(try place.run("assess", "--set", "client.bias=3").exit == 0)
      #expect(try place.answers() == ["client.bias": "3"])
    }
  }

  @Test func `Many runs that answer at once lose nothing of those that were let in`() throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      let outcome = try place.shell(
        """
        for id in client.respect client.welcome client.culture client.needs; do
          { "$waymark" -q assess --set $id=3 2>&1; echo $id $?; } &
        done; wait
        """)
      let done = outcome.stdout.split(separator: "\n").filter { $0.hasSuffix(" 0") }
        .map { $0.dropLast(2) }
      let held = outcome.stdout.split(separator: "\n").filter { $0.hasSuffix(" 75") }
      #expect(done.count + held.count == 4)
      #expect(!done.isEmpty)
      #expect(Set(try place.answers().keys) == Set(done.map(String.init) + ["client.bias"]))
    }
  }
}
