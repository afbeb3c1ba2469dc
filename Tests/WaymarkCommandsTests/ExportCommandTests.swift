import Foundation
import Testing
import WaymarkTestSupport

@Suite struct ExportCommandTests {
  @Test func `An export is taken in again, and frictionless finds no fault with it`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 300 --seed 7 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo
        "$waymark" export --campaign demo -o out
        "$waymark" import responses out/responses.csv --campaign again
        "$waymark" report --campaign demo -o one
        "$waymark" report --campaign again -o two
        """)
      #expect(made.exit == 0, "\(made)")
      #expect(made.stdout.contains("Responses: 300 new (made-up people)\nWrote one/"))
      #expect(
        made.stdout.contains("No combination of background answers is held by fewer than 10"))
      #expect(
        try place.names(in: place.folder + "/out") == [
          "datapackage.json", "responses.csv", "waymark-files.json",
        ])
      let outcome = try RunCommand(
        ShellRun.root.appendingPathComponent(".venv/bin/python").path,
        [
          "-c",
          """
          import frictionless
          r = frictionless.validate("out/datapackage.json")
          print(r.valid, r.flatten(["title", "message"])[:3])
          """,
        ], environment: place.environment, folder: place.folder
      ).run()
      #expect(outcome.stdout == "True []\n", "\(outcome)")
    }
  }

  @Test(arguments: [0, 9])
  func `Too few people are refused, and nothing is written`(people: Int) throws {
    try withWorkplace { place in
      let made = try place.shell(
        people == 0
          ? "\"$waymark\" campaign new demo"
          : """
          "$waymark" demo --people \(people) -o demo.csv &&
            "$waymark" import responses demo.csv --campaign demo
          """)
      #expect(made.exit == 0, "\(made)")
      let outcome = try place.run("export", "--campaign", "demo", "-o", "out")
      #expect(outcome.exit == 77)
      #expect(
        outcome.stderr
          == "demo: fewer than 10 people answered, so that nothing can be given out about any of "
          + "them; wait for more answers\n")
      #expect(try !place.names(in: place.folder).contains("out"))
    }
  }

  @Test func `A group below five is refused`() throws {
    try withWorkplace { place in
      #expect(try place.run("campaign", "new", "demo").exit == 0)
      let outcome = try place.run("export", "--campaign", "demo", "--min-group", "4")
      #expect(outcome.exit == 77 && outcome.stdout.isEmpty)
    }
  }
}
