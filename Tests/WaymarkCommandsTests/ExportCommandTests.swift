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
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" export --campaign demo -o out
        "$waymark" import responses out/responses.csv --campaign again --new
        "$waymark" report --campaign demo -o one
        "$waymark" report --campaign again -o two
        """)
      #expect(made.exit == 0, "\(made)")
      #expect(made.stdout.contains("Responses: 300 new (made-up people)\nWrote one/"))
      #expect(
        made.stdout.contains("No combination of background answers is held by fewer than 10"))
      #expect(
        try place.names(in: place.folder + "/out") == [
          "datapackage.json", "ledger.json", "responses.csv", "waymark-files.json",
        ])
      let outcome = try place.python(
        [
          "-c",
          """
          import frictionless
          r = frictionless.validate("out/datapackage.json")
          print(r.valid, r.flatten(["title", "message"])[:3])
          """,
        ])
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
            "$waymark" import responses demo.csv --campaign demo --new
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

  @Test func `An export is entered in the ledger, freezes nothing and is given out once more`()
    throws
  {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 301 --seed 7 -o all.csv
        head -n 301 all.csv > people.csv
        "$waymark" import responses people.csv --campaign demo --new
        "$waymark" export --campaign demo -o one
        "$waymark" export --campaign demo -o two
        "$waymark" import responses all.csv --campaign demo --new
        """)
      #expect(
        made.exit == 0
          && made.stdout.hasSuffix("Responses: 1 new, 300 known already (made-up people)\n"),
        "\(made)")
      for file in try place.names(in: place.folder + "/one") {
        #expect(try place.text("one/\(file)") == place.text("two/\(file)"))
      }
      #expect(try place.text("one/ledger.json").contains("\"number\" : 1,"))
      // The one who came late would be known by the second file.
      let late = try place.run("export", "--campaign", "demo", "-o", "late")
      #expect(late.exit == 77 && late.stderr.contains("a few responses were added"), "\(late)")
      #expect(!late.stderr.contains("1 "))
      let published = try place.shell(
        """
        "$waymark" campaign new again --table role
        "$waymark" import responses all.csv --campaign again --new
        "$waymark" report --campaign again --publish --yes -o again
        """)
      #expect(
        published.exit == 77 && published.stderr.contains("since 'demo' was exported"),
        "\(published)")
      #expect(try !place.names(in: place.folder).contains { ["late", "again"].contains($0) })
    }
  }

  @Test func `Answers about people that were asked for are kept, and no others`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 240 --seed 7 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        """)
      #expect(made.exit == 0, "\(made)")
      try place.expect(
        "export", "--campaign", "demo", "--keep", "role,yeers", "-o", "kept",
        stderr: "--keep: no question about people has the id 'yeers'; did you mean 'years'?\n",
        exit: 64)
      let nothing = try place.run("export", "--campaign", "demo", "--keep", "", "-o", "kept")
      #expect(nothing.exit == 64 && nothing.stderr.hasPrefix("--keep: no question"), "\(nothing)")
      let kept = try place.run(
        "export", "--campaign", "demo", "--keep", "role,locale", "-o", "kept")
      #expect(
        kept.exit == 0 && kept.stdout.contains("Left out, as others were asked for: "), "\(kept)")
      let text = try place.text("kept/responses.csv")
      let lines = text.split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(
        lines[0].prefix(4) == ["respondent_id", "role", "locale", "client.respect"], "\(lines[0])")
      // Without --keep no answer about where people work is left.
      #expect(lines.dropFirst().count { !$0[2].isEmpty } > 120)
      var groups: [[Substring]: Int] = [:]
      for line in lines.dropFirst() { groups[Array(line[1...2]), default: 0] += 1 }
      #expect(groups.values.allSatisfy { $0 >= 10 }, "\(groups)")
      #expect(
        try place.run("export", "--campaign", "demo", "--keep", "role,locale", "-o", "again").exit
          == 0)
      let other = try place.run("export", "--campaign", "demo", "--keep", "state", "-o", "other")
      #expect(other.exit == 77 && other.stderr.contains("export without --keep"), "\(other)")
      #expect(try place.run("export", "--campaign", "demo", "-o", "same").exit == 0)
      #expect(try place.text("same/responses.csv") == text)
    }
  }

  @Test func `A second export with other groups is refused, and says with which it is not`() throws
  {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 300 --seed 7 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" export --campaign demo -o ten
        "$waymark" import responses demo.csv --campaign copy --new
        """)
      #expect(made.exit == 0, "\(made)")
      for campaign in ["demo", "copy"] {
        let outcome = try place.run(
          "export", "--campaign", campaign, "--min-group", "20", "-o", "twenty")
        #expect(outcome.exit == 77 && outcome.stderr.contains("--min-group 10"), "\(outcome)")
        #expect(try place.run("export", "--campaign", campaign, "-o", campaign).exit == 0)
        #expect(
          try place.text("\(campaign)/responses.csv") == place.text("ten/responses.csv"))
      }
      let edited = try place.shell(
        """
        python3 -c 'import sqlite3, sys
        with sqlite3.connect(sys.argv[1]) as store:
            store.execute("DELETE FROM exported WHERE entry = 1")' "$HOME/.local/share/waymark/waymark.sqlite"
        """)
      #expect(edited.exit == 0, "\(edited)")
      let outcome = try place.run("export", "--campaign", "demo", "-o", "more")
      #expect(outcome.exit == 77 && outcome.stderr.contains("changed by hand"), "\(outcome)")
    }
  }
}
