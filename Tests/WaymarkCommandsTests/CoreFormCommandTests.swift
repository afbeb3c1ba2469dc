import Foundation
import Testing
import WaymarkTestSupport

/// `waymark assess --core` and campaigns that ask the core form; today is 23 November 2026.
struct CoreFormCommandTests {
  private static let council = ["--store", "council.sqlite"]

  /// An answers file in which every statement of a form has level 3.
  private func answers(_ place: Workplace, _ options: String..., in file: String) throws {
    let template = try place.run(["assess", "--template"] + options)
    let rows = template.stdout.split(separator: "\n", omittingEmptySubsequences: true)
    let table = [rows[0]] + rows.dropFirst().map { "\($0.prefix { $0 != "," }),3,," }
    try place.write(
      Array((table.joined(separator: "\n") + "\n").utf8), to: place.folder + "/" + file)
  }

  private func ids(_ place: Workplace, _ options: String...) throws -> [Substring] {
    try place.run(["assess", "--template"] + options).stdout.split(separator: "\n").dropFirst()
      .map { $0.prefix { $0 != "," } }
  }

  @Test(arguments: [
    ["--all"], ["--area", "V"], ["--workshop", "one-more-question"], ["--review"],
    ["--then", "2026-09-01"], ["--as", "service"],
  ])
  func `It is asked alone`(options: [String]) throws {
    try withWorkplace { place in
      let outcome = try place.run(["assess", "--core"] + options)
      #expect(outcome.exit == 64)
      #expect(
        outcome.stderr.contains(
          "--core asks the core statements alone; leave --all, --area, --workshop, --review, --then "
            + "and --as out."), "\(outcome)")
    }
  }

  @Test func `It says what it is, goes on without being named, and offers the rest after it`()
    throws
  {
    try withWorkplace { place in
      let first = try place.run("assess", "--core", "--script", "-", input: "2\n\n3\nq\n")
      #expect(first.exit == 0)
      for line in [
        "Serving Children in Libraries 2020: the core form, 21 of 63 statements",
        "About 12 minutes; after it you may go on with the others",
        "Question 1 of 21. Client group, 1 of 3. About 12 minutes left.",
      ] {
        #expect(first.stdout.contains("\n\(line)\n"), "\(line)")
      }
      #expect(first.stdout.hasSuffix("Saved. Go on with: waymark assess\n"))
      #expect(
        try place.run().stdout.contains("\nYou have answered 1 of 21 statements of the core form;"))
      #expect(
        try place.run("store", "info").stdout.contains(", begun as the core form\n"))
      var input = "3\n3\n\n\n"
      for _ in 0..<6 { input += "3\n3\n3\n\n\n" }
      let second = try place.run("assess", "--script", "-", input: input + "2\nf\n")
      #expect(
        second.stdout.replacing("\n", with: " ").contains(
          "That was the core form. There are 42 more, about 7 minutes: go on, or finish here?"),
        "\(second)")
      #expect(second.stdout.hasSuffix("Finished and saved.\nNext: waymark profile\n"), "\(second)")
    }
  }

  @Test func `A profile and a file of it say so, and a path is made from it`() throws {
    try withWorkplace { place in
      try answers(place, "--core", in: "me.csv")
      try place.expect(
        "assess", "--core", "--answers", "me.csv", "--role", "solo",
        stderr: """
          Saved 21 answers; every statement has one.
          This assessment is finished and does not change.
          Next: waymark profile

          """)
      let profile = try place.run("profile").stdout
      #expect(
        profile.contains(
          "\nThe core form: 21 of 63 statements. It says nothing about the others.\n"))
      #expect(!profile.contains("not asked"), "\(profile)")
      #expect(try place.run("profile", "--format", "json").stdout.contains("\"form\" : \"core\""))
      #expect(try place.run("path").exit == 0)
      let share = try place.run("share", "--json")
      #expect(
        share.stderr.contains("your answers: 21 of 21 statements of the core form rated"),
        "\(share)")
      let file = String(
        decoding: try place.bytes(place.folder + "/waymark-response.json"), as: UTF8.self)
      #expect(file.contains("\n  \"form\" : \"core\",\n"))
      // A year later everything: what both asked is set beside each other.
      try answers(place, in: "all.csv")
      #expect(try place.run("assess", "--new", "--answers", "all.csv").exit == 0)
      let compared = try place.run("profile", "--compare", "last").stdout
      #expect(!compared.contains("The core form"))
      #expect(
        compared.contains("21 statements have a level now and on 23 November 2026."), "\(compared)")
    }
  }

  @Test func `A campaign that asks it takes no other answers`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" campaign new pulse --form core --importance none --ask state -q --store council.sqlite
        "$waymark" campaign new whole -q --store council.sqlite
        "$waymark" campaign invite pulse -o pulse.xml -q --store council.sqlite
        "$waymark" campaign invite whole -o whole.xml -q --store council.sqlite
        """)
      #expect(made.exit == 0, "\(made)")
      #expect(
        try place.run(["campaign", "list"] + Self.council).stdout
          == "pulse: pulse, core form, 0 responses, open until it is closed\n"
          + "whole: whole, 0 responses, open until it is closed\n")
      #expect(
        try place.run(["campaign", "show", "pulse"] + Self.council).stdout.contains(
          "\nStatements: the core form, 21 of 63\n"))
      let refused = try place.run("assess", "--core", "--campaign", "whole.xml", "--script", "-")
      #expect(
        refused.exit == 64
          && refused.stderr.hasPrefix("--core: the campaign 'whole' asks all statements;"),
        "\(refused)")
      let other = try place.run("assess", "--campaign", "pulse.xml", "--set", "client.culture=3")
      #expect(
        other.stderr
          == "client.culture: the campaign asks the core form, and this statement is none of it; leave "
          + "it out\n")

      try answers(place, "--core", in: "me.csv")
      #expect(
        try place.run("assess", "--campaign", "pulse.xml", "--answers", "me.csv", "--role", "solo")
          .exit == 0)
      let end = try place.run("assess", "--script", "-", input: "\ns\nf\n")
      #expect(end.stdout.hasSuffix("Finished and saved.\nNext: waymark share\n"), "\(end)")
      #expect(try place.run("share").exit == 0)
      let taken = try place.run(
        ["import", "responses", "waymark-response.json", "--campaign", "pulse", "--new"]
          + Self.council)
      #expect(taken.stdout == "Responses: 1 new\n", "\(taken)")

      try answers(place, in: "all.csv")
      let own = ["--store", "other.sqlite"]
      #expect(try place.run(["assess", "--answers", "all.csv", "--role", "solo"] + own).exit == 0)
      #expect(try place.run(["share", "-o", "all.json"] + own).exit == 0)
      let mixed = try place.run(
        ["import", "responses", "all.json", "--campaign", "pulse", "--new"] + Self.council)
      #expect(mixed.exit == 65)
      #expect(
        mixed.stderr.contains(
          "the campaign asks the core form; the file answers 42 other statements"),
        "\(mixed)")
    }
  }

  @Test func `A report over both forms says how many answered which, and so do the counts`() throws
  {
    try withWorkplace { place in
      let (all, core) = (try ids(place), Set(try ids(place, "--core")))
      let rows = (0..<30).map { person in
        "p\(person),librarian,"
          + all.map { person < 15 ? "1" : core.contains($0) ? "3" : "" }.joined(separator: ",")
      }
      let table = (["respondent_id,role," + all.joined(separator: ",")] + rows)
        .joined(separator: "\n")
      try place.write(Array((table + "\n").utf8), to: place.folder + "/mixed.csv")
      #expect(
        try place.run("import", "responses", "mixed.csv", "--campaign", "mixed", "--new").exit == 0)
      #expect(
        try place.run("counts", "--campaign", "mixed").stdout.contains("*,*,core-form,15\r\n"))
      let report = try place.run("report", "--campaign", "mixed", "-o", "report")
      #expect(report.exit == 0, "\(report)")
      let page = String(
        decoding: try place.bytes(place.folder + "/report/report.md"), as: UTF8.self)
      #expect(
        page.contains(
          "15 of the 30 people answered the core form alone, 21 of the 63 statements."
        ))
      // Nobody is below in what the core forms say, and everybody in the others: by all seven
      // statements it would be 105 of 150.
      let areas = String(
        decoding: try place.bytes(place.folder + "/report/data/areas.csv"), as: UTF8.self)
      #expect(areas.contains("mixed,no,I,Commitment to Client Group,3,30,"), "\(areas)")
    }
  }

  @Test func `A framework without core statements has no core form`() throws {
    try withWorkplace { place in
      let text = try Checkout.text("competencies/children-services-2020.xml")
        .replacing(" core=\"yes\"", with: "")
      try place.write(Array(text.utf8), to: place.folder + "/own.xml")
      let campaign = try place.run(
        "campaign", "new", "pulse", "--form", "core", "--framework", "own.xml")
      #expect(
        campaign.exit == 65
          && campaign.stderr
            == "--form core: no statement of 'children-services' is marked core; ask the full form, or "
            + "mark a few of each area in its file with core=\"yes\"\n",
        "\(campaign)")
      #expect(try place.run("campaign", "new", "pulse", "--form", "short").exit == 64)
    }
  }

  @Test func `The offer stands once at the beginning, on a terminal`() throws {
    try withWorkplace { place in
      let terminal = try place.terminal("assess")
      try terminal.wait(for: "waymark assess --core")
      try terminal.wait(for: "Role: ")
      terminal.type("q\n")
      _ = try terminal.end()
      #expect(!(try place.run("assess", "--script", "-", input: "q\n").stdout.contains("--core")))
    }
  }

  @Test
  func `A table of a campaign that asks the core form needs columns of core statements alone`()
    throws
  {
    try withWorkplace { place in
      let core = try place.run("assess", "--template", "--core").stdout.split(separator: "\n")
        .dropFirst().map { $0.prefix { $0 != "," } }
      #expect(core.count == 21)
      func table(_ columns: [Substring]) -> String {
        let rows = (0..<12).map { "p\($0)" + columns.map { _ in ",3" }.joined() }
        return (["respondent_id," + columns.joined(separator: ",")] + rows).joined(separator: "\n")
          + "\n"
      }
      try place.write(Array(table(core).utf8), to: place.folder + "/core.csv")
      try place.write(Array(table(core.dropLast()).utf8), to: place.folder + "/less.csv")
      let made = try place.shell(
        """
        set -e
        "$waymark" campaign new pulse --form core -q
        "$waymark" import responses core.csv --campaign pulse --new -q
        "$waymark" report --campaign pulse -o report -q
        """)
      #expect(made.exit == 0, "\(made)")
      let report = try place.text("report/report.md").replacing("\n", with: " ")
      #expect(report.contains("Everybody answered the core form, 21 of the 63 statements"))
      let less = try place.run("import", "responses", "less.csv", "--campaign", "pulse", "--new")
      #expect(less.exit == 65 && less.stderr.contains("\(core[20])"), "\(less)")

      // What the table has beyond it is not mixed with what everybody was asked, and that is said.
      let all = try ids(place)
      try place.write(Array(table(all).utf8), to: place.folder + "/all.csv")
      let more = try place.run("import", "responses", "all.csv", "--campaign", "pulse", "--dry-run")
      #expect(more.exit == 0)
      #expect(
        more.stderr.contains(
          "all.csv: 42 statements passed over: the campaign asks the core form, which has 21; "),
        "\(more)")
    }
  }

  @Test func `The paper form can be that of the core statements`() throws {
    try withWorkplace { place in
      let outcome = try place.run(
        "framework", "show", "children-services", "--core", "-o", "form.html")
      #expect(outcome.exit == 0, "\(outcome)")
      let page = String(decoding: try place.bytes(place.folder + "/form.html"), as: UTF8.self)
      #expect(page.ranges(of: "<section class=\"question\">").count == 21)
      #expect(page.contains("21 statements, about 10 to 15 minutes."))
    }
  }
}
