import Foundation
import Testing
import WaymarkTestSupport

/// `waymark report --publish --yes` through the program.
struct PublishTests {
  /// How many made-up people are in each group; every number is found nowhere by chance.
  private static let cells: [(role: String, years: String, people: Int)] = [
    ("assistant", "under-1", 163), ("assistant", "1-2", 907), ("assistant", "3-5", 1013),
    ("librarian", "under-1", 811), ("librarian", "1-2", 173), ("librarian", "3-5", 1117),
    ("manager", "under-1", 1223), ("manager", "1-2", 1327), ("manager", "3-5", 197),
    ("consultant", "under-1", 1427), ("consultant", "1-2", 1523), ("consultant", "3-5", 1627),
  ]

  /// Writes the answers of that many made-up people, or of the first few of each group.
  private func people(
    _ place: Workplace, _ cells: [(role: String, years: String, people: Int)] = cells,
    atMost limit: Int = .max
  ) throws {
    let groups = cells.flatMap { cell in
      Array(repeating: (cell.role, cell.years), count: min(cell.people, limit))
    }
    let demo = try place.run("demo", "--people", "\(groups.count)").stdout
    let lines = demo.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let role = try #require(lines[0].firstIndex(of: "role"))
    let years = try #require(lines[0].firstIndex(of: "years"))
    let table =
      [lines[0]]
      + zip(lines.dropFirst(), groups).map { line, group in
        var line = line
        line[role] = group.0
        line[years] = group.1
        return line
      }
    let text = table.map { $0.joined(separator: ",") + "\r\n" }.joined()
    try place.write(Array(text.utf8), to: place.folder + "/people.csv")
  }

  /// Begins the campaign `spring` with the table role,years and takes the people in.
  private func begin(_ place: Workplace) throws {
    for arguments in [
      ["campaign", "new", "spring", "--table", "role,years"],
      ["import", "responses", "people.csv", "--campaign", "spring", "--new"],
    ] {
      let outcome = try place.run(arguments)
      #expect(outcome.exit == 0, "\(outcome)")
    }
  }

  /// The files of a release, and each part of its spreadsheet, which is an archive.
  private func files(
    below folder: String, _ place: Workplace
  ) throws -> [(name: String, text: String)] {
    let unpacked = try place.python(
      ["-m", "zipfile", "-e", folder + "/report.xlsx", folder + "/report-xlsx"])
    #expect(unpacked.exit == 0, "\(unpacked)")
    try FileManager.default.removeItem(atPath: folder + "/report.xlsx")
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().compactMap { name in
      let file = URL(fileURLWithPath: "\(folder)/\(name)")
      guard !(try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false) else {
        return nil
      }
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      // A spreadsheet numbers its texts: what stands in such a cell is the place of a text in the list.
      return (name, text.replacing(/t="s"><v>[0-9]+<\/v>/, with: ""))
    }
  }

  /// Whether a number stands in a text by itself, not as a part of another number or of a hash.
  private func stands(_ number: Int, in text: String) throws -> Bool {
    let plain = String(number)
    let thousands =
      plain.count > 3 ? "|\(plain.dropLast(3))[, .\u{A0}]\(plain.suffix(3))" : ""
    let regex = try Regex("(^|[^0-9A-Za-z.])(\(plain)\(thousands))($|[^0-9A-Za-z])")
    return text.contains(regex)
  }

  @Test func `No byte of a release tells a number that is withheld`() throws {
    try withWorkplace { place in
      try people(place)
      try begin(place)
      let outcome = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "--min-group", "200", "-o", "out")
      #expect(outcome.exit == 0, "\(outcome)")
      let files = try files(below: place.folder + "/out", place)
      let groups = try #require(files.first { $0.name == "data/groups.csv" }).text
      let said = files + [("standard output", outcome.stdout), ("standard error", outcome.stderr)]
      var withheld = 0
      for cell in Self.cells {
        let row = try #require(
          groups.split(separator: "\r\n").first { $0.hasPrefix("\(cell.role),\(cell.years),n,") })
        let isWithheld = row.contains(",n,[c],")
        #expect(isWithheld || cell.people >= 200)
        withheld += isWithheld ? 1 : 0
        for file in said {
          let stands = try stands(cell.people, in: file.text)
          #expect(!isWithheld || !stands, "\(file.name) tells \(cell)")
        }
        // What is published is found, so that the search itself is known to work.
        if !isWithheld { #expect(try stands(cell.people, in: groups), "\(cell)") }
      }
      #expect(withheld >= 6 && withheld < Self.cells.count)
      for file in files {
        #expect(
          file.text.lowercased().contains("made up")
            || file.text.contains("\"madeUp\" : true") || file.text.contains("made_up")
            || ["ledger.json", "waymark-files.json"].contains(file.name)
            || file.name.hasPrefix("report-xlsx/"), "\(file.name)")
      }
    }
  }

  @Test func `Only the declared tables are published, no smaller groups or changes`()
    throws
  {
    try withWorkplace { place in
      try place.prepare("twelve groups of twenty people") { place in
        try people(place, atMost: 20)
        try begin(place)
      }
      for option in [
        ["--by", "role"], ["--min-group", "9"], ["--min-group", "4"],
        ["--target", "assistant:client.respect=3"], ["--compare", "winter"],
        ["--trim", "3"], ["--leave-out-unanswered"],
      ] {
        let outcome = try place.run(
          ["report", "--campaign", "spring", "--publish", "--yes"] + option)
        #expect(outcome.exit == 77 && outcome.stdout.isEmpty, "\(option) \(outcome)")
      }
      #expect(try place.run("counts", "--campaign", "spring", "-o", "counts.csv").exit == 0)
      #expect(try place.run("report", "--counts", "counts.csv", "--publish", "--yes").exit == 77)
    }
  }

  // 2 and 3 hide behind 50. Where no more than these were invited in the two, 50 would be known to
  // be 50 to 55, so that a fourth group is withheld too.
  @Test
  func `Nothing is published about fewer people than a group has, and no release is replaced`()
    throws
  {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 60 --seed 7 -o people.csv
        head -n 10 people.csv > few.csv
        "$waymark" campaign new few --table role
        "$waymark" import responses few.csv --campaign few --new
        "$waymark" campaign new spring --table role
        "$waymark" import responses people.csv --campaign spring --new
        "$waymark" report --campaign spring --publish --yes -o spring
        """)
      #expect(made.exit == 0, "\(made)")
      let few = try place.run("report", "--campaign", "few", "--publish", "--yes", "-o", "few")
      #expect(few.exit == 77 && few.stderr.contains("fewer than 10 people answered"), "\(few)")
      #expect(try !place.names(in: place.folder).contains("few"))
      let over = try place.run("report", "--campaign", "spring", "-o", "spring", "--force")
      #expect(over.exit == 74 && over.stderr.contains("not written by the same command"), "\(over)")
      let again = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "-o", "spring", "--force")
      #expect(again.exit == 0, "\(again)")
    }
  }

  @Test func `How many were invited is taken for known when a release is proved`() throws {
    try withWorkplace { place in
      try people(
        place,
        [
          ("assistant", "1-2", 2), ("librarian", "1-2", 3), ("manager", "1-2", 50),
          ("consultant", "1-2", 60), ("solo", "1-2", 70),
        ])
      try place.write(
        Array("variable,category,count\nrole,assistant,2\nrole,librarian,3\n".utf8),
        to: place.folder + "/invited.csv")
      var withheld: [Int] = []
      for (name, option) in [("open", []), ("known", ["--invited", "invited.csv"])] {
        for arguments in [
          ["campaign", "new", name, "--table", "role"] + option,
          ["import", "responses", "people.csv", "--campaign", name, "--new"],
          ["report", "--campaign", name, "--publish", "--yes", "-o", name],
        ] {
          // The same people twice in one store would be proved as one.
          let outcome = try place.run(arguments + ["--store", name + ".sqlite"])
          #expect(outcome.exit == 0, "\(outcome)")
        }
        let groups = String(
          decoding: try place.bytes(place.folder + "/\(name)/data/groups.csv"), as: UTF8.self)
        withheld.append(
          groups.split(whereSeparator: \.isNewline).count { $0.contains(",n,[c],") })
      }
      #expect(withheld == [3, 4])
    }
  }

  @Test func `Regions are published beside their states, but not in one table with them`() throws {
    try withWorkplace { place in
      let outcome = try place.run("campaign", "new", "spring", "--table", "state,division")
      #expect(outcome.exit == 77)
      #expect(
        outcome.stderr
          == "--table: a table by 'state' and 'division' sorts people twice by the same "
          + "answer; declare a table by each\n")

      for arguments in [
        ["demo", "--people", "1200", "-o", "people.csv"],
        ["campaign", "new", "spring", "--table", "state", "--table", "division"],
        ["import", "responses", "people.csv", "--campaign", "spring", "--new"],
      ] {
        #expect(try place.run(arguments).exit == 0)
      }
      #expect(
        try place.run("report", "--campaign", "spring", "--publish", "--yes", "-o", "out").exit == 0
      )
      let rows = String(
        decoding: try place.bytes(place.folder + "/out/data/groups.csv"), as: UTF8.self
      )
      .split(whereSeparator: \.isNewline).filter { $0.contains(",n,") }
      #expect(rows.contains { $0.hasPrefix("TX,*,n,") })
      #expect(rows.contains { $0.hasPrefix("*,pacific,n,") })
    }
  }

  @Test func `A published campaign takes in no response, and its ledger is not to be edited`()
    throws
  {
    try withWorkplace { place in
      try place.prepare("twelve groups of twenty people") { place in
        try people(place, atMost: 20)
        try begin(place)
      }
      #expect(
        try place.run("report", "--campaign", "spring", "--publish", "--yes", "-o", "first").exit
          == 0)
      let again = try place.run(
        "import", "responses", "people.csv", "--campaign", "spring", "--new")
      #expect(again.exit == 0 && again.stdout.hasPrefix("Responses: 0 new, "), "\(again)")
      let late = try place.shell(
        """
        (head -n 1 people.csv; tail -n 1 people.csv | sed 's/^[^,]*/made-up-late/') > late.csv
        "$waymark" import responses late.csv --campaign spring --new
        """)
      #expect(late.exit == 65 && late.stderr.contains("is frozen since"), "\(late)")
      // The same once more is the same release, down to the byte.
      #expect(
        try place.run("report", "--campaign", "spring", "--publish", "--yes", "-o", "second").exit
          == 0)
      #expect(
        try place.bytes(place.folder + "/first/report.xlsx")
          == place.bytes(place.folder + "/second/report.xlsx"))
      let first = try files(below: place.folder + "/first", place)
      let second = try files(below: place.folder + "/second", place)
      #expect(first.map(\.name) == second.map(\.name))
      #expect(first.map(\.text) == second.map(\.text))
      let entry = try #require(first.first { $0.name == "ledger.json" }).text
      #expect(entry.contains("\"previous\" : \"\(String(repeating: "0", count: 64))\""))

      let edited = try place.shell(
        """
        python3 -c 'import sqlite3, sys
        with sqlite3.connect(sys.argv[1]) as store:
            store.execute("UPDATE release SET day = ?", ("2020-01-01",))' "$HOME/.local/share/waymark/waymark.sqlite"
        """)
      #expect(edited.exit == 0, "\(edited)")
      let outcome = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "-o", "third")
      #expect(outcome.exit == 77, "\(outcome)")
      #expect(outcome.stderr.contains("the ledger of releases is damaged or was changed by hand"))
      #expect(!FileManager.default.fileExists(atPath: place.folder + "/third"))
    }
  }

  @Test func `A campaign of nearly the same people is refused, the very same are proved as one`()
    throws
  {
    try withWorkplace { place in
      try place.prepare("twelve groups of twenty people") { place in
        try people(place, atMost: 20)
        try begin(place)
      }
      let made = try place.shell(
        """
        set -e
        "$waymark" report --campaign spring --publish --yes -o spring
        (head -n 1 people.csv; tail -n +2 people.csv | sed 's/^[^,]*/made-up-&x/') > same.csv
        "$waymark" demo --people 240 --seed 99 -o others.csv
        for name in same others; do
          "$waymark" campaign new $name --table role --table years
          "$waymark" import responses $name.csv --campaign $name --new
        done
        sed -n '1p;$p' others.csv > late.csv
        "$waymark" campaign new more --table role
        "$waymark" import responses people.csv --campaign more --new
        "$waymark" import responses late.csv --campaign more --new
        """)
      #expect(made.exit == 0, "\(made)")
      for (name, exit) in [("more", 77), ("same", 0), ("others", 0)] as [(String, Int32)] {
        let outcome = try place.run("report", "--campaign", name, "--publish", "--yes", "-o", name)
        #expect(outcome.exit == exit, "\(outcome)")
        guard exit == 77 else { continue }
        #expect(
          outcome.stderr == "campaign 'more': nearly the same people are in the campaign 'spring', "
            + "which was given out already, so that one less the other would show a few people by "
            + "themselves; give out what came late as a campaign of its own, without the people of "
            + "'spring'\n")
        #expect(!FileManager.default.fileExists(atPath: place.folder + "/more"))
        #expect(try place.run("export", "--campaign", name, "-o", "rows").exit == 77)
      }
    }
  }

  // The attacker knows the rows and the tables together, and solves with HiGHS.
  @Test(arguments: [true, false])
  func `Neither an export before nor one after a publication tells what is withheld`(
    isFirst: Bool
  ) throws {
    try withWorkplace { place in
      let (export, publication) = (
        ["export", "--campaign", "spring", "-o", "rows"],
        ["report", "--campaign", "spring", "--publish", "--yes", "-o", "tables"]
      )
      for arguments in [
        ["demo", "--people", "150", "--seed", "1", "-o", "people.csv"],
        ["campaign", "new", "spring", "--table", "role,years"],
        ["import", "responses", "people.csv", "--campaign", "spring", "--new"],
      ] + (isFirst ? [export, publication] : [publication, export]) {
        let outcome = try place.run(arguments)
        #expect(outcome.exit == 0, "\(outcome)")
      }
      // Something about what the tables sort by is left in the rows, so that there is a question.
      let header = try place.text("rows/responses.csv").prefix { $0 != "\r\n" }
      #expect(header.contains(",role,") || header.contains(",years,"))
      let outcome = try place.python([
        Checkout.path("Tests/WaymarkSolverTests/Attacker/attacker.py"),
        "--export", "rows/responses.csv", "tables/data/groups.csv",
      ])
      #expect(outcome.exit == 0 && outcome.stdout.contains(", 0 worked out"), "\(outcome)")
    }
  }
}
