import Foundation
import Testing
import WaymarkTestSupport

/// What no result is written over, whatever the command and the option.
struct OutputRuleTests {
  /// Every command that writes a result to a place that is named; the place comes last.
  private static let commands = [
    "profile --format html -o", "notes --format csv -o", "path --format md -o",
    "path --log --format md -o",
    "path --supervisor --format html -o",
    "share -o", "share --teach client.respect --contact Ana -o",
    "share --offer-alone --teach client.respect --contact Ana -o", "share --as service -o",
    "counts --campaign one -o", "plan --campaign one --format csv -o",
    "plan --campaign one --format xlsx -o", "cohort show all --format csv -o",
    "evaluate --workshop one-more-question --before one --after two --format csv -o",
    "mentors --campaign real --format html -o", "catalogue coverage --format csv -o",
    "catalogue coverage --before one --after two --format csv -o",
    "framework list --format json -o",
    "framework show V --format html -o", "demo --people 3 -o", "campaign invite real -o",
    "report --campaign one -o", "report --counts counts.csv -o",
    "report --agreement demo.csv again.csv --retest --format md -o",
    "report --campaign public --publish --yes -o", "export --campaign one -o",
    "report --campaign one --brief --format md -o", "import map demo.csv -o", "store backup",
    "store check --salvage",
  ]

  /// A store with a person's answers and with campaigns, so that every command has something to write.
  private func fill(_ place: Workplace) throws {
    try place.finishAssessment()
    let made = try place.shell(
      """
      set -e
      "$waymark" assess --template | sed '2,$s/,.*/,4,,/' > four.csv
      "$waymark" assess --as service --answers four.csv
      "$waymark" assess --as service --answers four.csv
      "$waymark" assess --new --answers four.csv --role librarian
      "$waymark" demo --people 60 -o demo.csv
      "$waymark" demo --people 60 --again -o again.csv
      for name in one two; do "$waymark" import responses demo.csv --campaign $name --new; done
      "$waymark" campaign new public --table role
      "$waymark" import responses demo.csv --campaign public --new
      "$waymark" campaign new real
      "$waymark" share --teach client.respect --contact Ana -o r.json
      "$waymark" import responses waymark-mentoring.json --campaign real --new
      "$waymark" cohort new all --campaign one --where role=librarian --where role=assistant
      "$waymark" counts --campaign one -o counts.csv
      "$waymark" settings color no
      "$waymark" store backup copy.sqlite
      head -c 20000 /dev/zero > zeros
      { printf 'SQLite format 3\\0'; cat zeros; } > foreign.db
      { head -c 100 zeros; tail -c +101 copy.sqlite; } > lost.sqlite
      ln "$HOME/.local/share/waymark/waymark.sqlite" second.sqlite
      ln -s demo.csv link.html
      rm r.json waymark-mentoring.json four.csv zeros
      """)
    #expect(made.exit == 0, "\(made)")
  }

  @Test(arguments: [
    (
      ["", "-wal", "-journal", ".lock"].map { "../home/.local/share/waymark/waymark.sqlite" + $0 }
        + ["second.sqlite"], 64,
      "this belongs to the store of your answers; no result replaces that"
    ),
    (
      [
        "../home/.local/share/waymark/waymark.sqlite.before-2", "copy.sqlite", "copy.sqlite-wal",
        "lost.sqlite", "foreign.db",
      ], 74,
      "this is a store of answers or another database, or belongs to one; no result replaces that"
    ),
    (
      ["../home/.config/waymark/settings.json"], 64,
      "these are your settings; no result replaces that"
    ),
    (["link.html"], 74, "this is a link; name what it leads to"),
  ])
  func `No command writes over a store, what belongs to one, the settings or through a link`(
    targets: [String], exit: Int32, what: String
  ) throws {
    try withWorkplace { place in
      try fill(place)
      let data = place.home + "/.local/share/waymark"
      let kept = [
        place.home + "/.config/waymark/settings.json", place.folder + "/copy.sqlite",
        place.folder + "/lost.sqlite", place.folder + "/foreign.db", place.folder + "/demo.csv",
      ]
      let before = try kept.map(place.bytes)
      let names = try place.names(in: place.folder)
      // SQLite makes its own journal there when it needs one.
      let journals: Set = ["waymark.sqlite-shm", "waymark.sqlite-wal"]
      let stores = try place.names(in: data).filter { !journals.contains($0) }
      let info = try place.run("store", "info")
      // Each command meets each kind of place, and each place several commands.
      for (number, command) in Self.commands.enumerated() {
        for (turn, name) in targets.enumerated()
        where EveryCase.isAsked || number % targets.count == turn {
          let outcome = try place.run(
            command.split(separator: " ").map(String.init) + [name, "--force"])
          #expect(outcome.exit == exit, "\(command): \(outcome)")
          #expect(outcome.stderr.contains("\(name): \(what)"), "\(command): \(outcome)")
          #expect(!outcome.stderr.contains("Wrote"), "\(command)")
        }
      }
      #expect(try place.run("store", "info") == info)
      try place.expect("store", "check", stdout: "The store is sound.\n")
      #expect(try kept.map(place.bytes) == before)
      #expect(try place.names(in: place.folder) == names)
      #expect(try place.names(in: data).filter { !journals.contains($0) } == stores)
    }
  }

  @Test func `Every command with -o stands in the table of this test`() throws {
    let reference = try Checkout.text("docs/commands.md")
    let sections = reference.components(separatedBy: "\n## waymark ").dropFirst()
    let writing = sections.filter { $0.contains("\n  -o, --output") }
      .map { String($0.prefix { $0 != "\n" }) }
    #expect(writing.count > 12)
    for command in writing {
      #expect(Self.commands.contains { $0.hasPrefix(command + " ") }, "\(command)")
    }
  }

  @Test(arguments: [
    "demo --framework ../install/competencies/children-services-2020.xml -o "
      + "../install/competencies/children-services-2020.xml",
    "framework show V --format html -o ../install/competencies/children-services-2020.xml",
    "report --counts counts.csv -o counts.csv", "report --counts - -o counts.csv",
    "report --counts second-name.csv -o counts.csv",
    "report --agreement demo.csv again.csv --format csv -o again.csv",
    "report --campaign one --population margins.csv -o margins.csv",
    "evaluate --workshop one-more-question --before one --after one2 --attended ids.txt --format "
      + "csv -o ids.txt",
  ])
  func `No command writes over what it reads`(command: String) throws {
    try withWorkplace { place in
      _ = try place.installCopy()
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 60 -o demo.csv
        "$waymark" demo --people 60 --again -o again.csv
        for name in one one2; do "$waymark" import responses demo.csv --campaign $name --new; done
        "$waymark" counts --campaign one -o counts.csv
        ln counts.csv second-name.csv
        printf 'variable,category,count\\nrole,librarian,1\\n' > margins.csv
        sed -n 2,20p demo.csv | cut -d , -f 1 > ids.txt
        """)
      #expect(made.exit == 0, "\(made)")
      let target = command.split(separator: " ").last.map { place.folder + "/" + $0 } ?? ""
      let before = try place.bytes(target)
      let outcome = try place.shell("exec \"$waymark\" \(command) --force < counts.csv")
      #expect(outcome.exit == 64, "\(outcome)")
      #expect(
        outcome.stderr.contains("this is also an input; no result replaces that; "), "\(outcome)")
      let isAsBefore = try place.bytes(target) == before
      #expect(isAsBefore)
    }
  }

  @Test func `A store that is not there yet keeps its name`() throws {
    try withWorkplace { place in
      for name in [place.store, "mine.sqlite", "mine.sqlite-wal"] {
        let outcome = try place.run(
          ["demo", "--people", "3", "-o", name]
            + (name == place.store ? [] : ["--store", "mine.sqlite"]))
        #expect(outcome.exit == 64)
        #expect(outcome.stderr.contains("this belongs to the store of your answers"))
      }
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }

  @Test func `A published report that cannot be written leaves the campaign as it was`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 400 -o demo.csv
        "$waymark" demo --people 400 --seed 2 -o late.csv
        "$waymark" campaign new demo --table role
        "$waymark" import responses demo.csv --campaign demo --new
        mkdir there
        """)
      #expect(made.exit == 0, "\(made)")
      let refused = try place.run(
        "report", "--campaign", "demo", "--publish", "--yes", "-o", "there")
      #expect(refused.exit == 74)
      // A published campaign would be frozen.
      let late = try place.run(
        "import", "responses", "late.csv", "--campaign", "demo", "--new", "--on-duplicate", "last")
      #expect(late.exit == 0, "\(late)")
    }
  }
}
