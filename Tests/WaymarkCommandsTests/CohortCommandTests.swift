import Foundation
import Testing
import WaymarkTestSupport

/// `waymark cohort` through the program.
struct CohortCommandTests {
  // Counted again from the table that was imported, with the usual levels of the framework.
  @Test func `A cohort's needs are those of the people it names`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 400 --seed 4 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" cohort new rural --campaign demo --where locale=rural --where locale=town \\
          --where role=librarian
        "$waymark" cohort show rural -o rural.csv
        "$waymark" cohort show rural -o rural.html
        "$waymark" cohort show RURAL -o rural.json
        "$waymark" cohort show rural -o again.csv
        """)
      #expect(made.exit == 0, "\(made)")
      #expect(
        try place.bytes(place.folder + "/rural.csv") == place.bytes(place.folder + "/again.csv"))
      func rows(_ name: String) throws -> [[String: String]] {
        let lines = try place.text(name).split(separator: "\r\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
      }
      let members = try rows("demo.csv").filter {
        ["rural", "town"].contains($0["locale"]) && $0["role"] == "librarian"
      }
      #expect(members.count > 10)
      let needs = try rows("rural.csv")
      #expect(needs.count == 63)
      let row = try #require(needs.first { $0["competency"] == "advocacy.publicity" })
      // Usual for a children's librarian: 3.
      let ranks = members.compactMap { $0["advocacy.publicity"].flatMap(Int.init) }
      #expect(row["n"] == "\(ranks.count)")
      #expect(row["below"] == "\(ranks.count { $0 < 3 })")
      #expect(row["missing"] == "\(ranks.reduce(0) { $0 + max(0, 3 - $1) })")
      #expect(row["could_teach"] == "\(ranks.count { $0 >= 4 })")
      #expect(row["level_2"] == "\(ranks.count { $0 == 2 })")
      let page = try place.text("rural.html")
      #expect(page.contains("nobody is named") && page.contains("These people were made up"))
    }
  }

  @Test func `Cohorts are named once, of what there is, and listed`() throws {
    try withWorkplace { place in
      try place.write(Array("made-up-4-1\n made-up-4-2\r\n\n".utf8), to: place.folder + "/ids.txt")
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 20 --seed 4 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" cohort new two --campaign demo --responses ids.txt
        """)
      #expect(made.exit == 0, "\(made)")
      #expect(try place.run("cohort", "list").stdout == "two: demo; 2 response ids\n")
      let small = try place.run("cohort", "show", "two")
      #expect(small.stdout.replacing("\n", with: " ").contains("nothing is said of them"))
      for (arguments, exit, message) in [
        (
          ["new", "two", "--campaign", "demo"], 64,
          "there is a cohort 'two' already; choose another name\n"
        ),
        (
          ["new", "a/b", "--campaign", "demo"], 64,
          "'a/b' is no name of a cohort; use letters, digits, '.', '_', '-'\n"
        ),
        (
          ["new", "x", "--campaign", "demo", "--where", "locale"], 64,
          "--where 'locale': write FIELD=GROUP, such as locale=rural\n"
        ),
        (
          ["new", "x", "--campaign", "demo", "--where", "locale=rurl"], 64,
          "--where: 'rurl' is no group of 'locale'; did you mean 'rural'?\n"
        ),
        (["show", "tow"], 65, "there is no cohort 'tow'; did you mean 'two'?\n"),
        (["show", "two", "--min-group", "4"], 77, nil),
      ] as [([String], Int32, String?)] {
        let outcome = try place.run(["cohort"] + arguments)
        #expect(outcome.exit == exit, "\(outcome)")
        if let message { #expect(outcome.stderr == message) }
      }
    }
  }
}
