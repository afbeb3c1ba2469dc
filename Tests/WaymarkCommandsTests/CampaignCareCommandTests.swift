import Foundation
import Testing
import WaymarkTestSupport

/// Campaigns and cohorts that are mended, through the program.
struct CampaignCareCommandTests {
  private func begin(_ place: Workplace, _ options: [String] = []) throws {
    #expect(try place.run("demo", "--people", "20", "-o", "demo.csv").exit == 0)
    let made = try place.run(["campaign", "new", "spring"] + options)
    try #require(made.exit == 0, "\(made)")
  }

  private func importDemo(_ place: Workplace, into name: String = "spring") throws {
    let outcome = try place.run("import", "responses", "demo.csv", "--campaign", name)
    #expect(outcome.exit == 0, "\(outcome)")
  }

  @Test func `Tables are declared until the first answer and left out until the publication`()
    throws
  {
    try withWorkplace { place in
      try begin(place)
      try place.expect(
        "campaign", "change", "spring", "--table", "role", "--table", "role,years",
        stdout: "Changed the campaign 'spring'\n")
      try importDemo(place)
      try place.expect(
        "campaign", "change", "spring", "--table", "state",
        stderr:
          "--table: the table 'state' was not declared before the first answer, and can be no "
          + "more; name only tables that are declared, to keep these alone\n", exit: 64)
      try place.expect(
        "campaign", "change", "spring", "--table", "years,role",
        stdout: "Changed the campaign 'spring'\n")
      #expect(
        try place.run("campaign", "show", "spring").stdout.contains(
          "Tables that may be published: years by role\n"))
      let none = try place.run("campaign", "change", "spring", "--no-table")
      #expect(none.exit == 0 && none.stderr.contains("No table is declared"), "\(none)")
      #expect(
        try place.run("campaign", "show", "spring").stdout.contains(
          "Tables that may be published: none, only figures of everybody\n"))
      try place.expect(
        "campaign", "change", "spring",
        stderr: "campaign change: say what is to change, such as --closes 2027-01-31\n", exit: 64)
      try place.expect(
        "campaign", "change", "spring", "--table", "role", "--no-table",
        stderr: "--table and --no-table exclude each other; use one of them\n", exit: 64)
    }
  }

  @Test func `It is said when no table is declared`() throws {
    try withWorkplace { place in
      let new = try place.run("campaign", "new", "spring")
      #expect(new.stderr.contains("No table is declared"), "\(new)")
      let invite = try place.run("campaign", "invite", "spring", "-o", "campaign.xml")
      #expect(invite.stderr.contains("No table is declared"), "\(invite)")
      let table = try place.run("campaign", "new", "fall", "--table", "role")
      #expect(!table.stderr.contains("No table"), "\(table)")
    }
  }

  @Test(
    arguments: [
      (
        ["--table", "role,state", "--ask", "years"], "",
        "--table: a table by 'state', which is not asked; add --ask state, or leave the table out\n",
        64
      ),
      (
        ["--table", "division", "--ask", "years"], "",
        "--table: a table by 'division', which follows from 'state', and that is not asked; add --ask "
          + "state, or leave the table out\n", 64
      ),
      (
        ["--closes", "2020-01-01"], "",
        "--closes: 2020-01-01 is over, today is 2026-11-23; give a day that is still to come\n", 64
      ),
      (
        ["--opens", "2027-02-01", "--closes", "2027-01-01"], "",
        "--closes: 2027-01-01 is before --opens 2027-02-01; give a later day\n", 64
      ),
      (
        [], "*,*,5\nrole,librarian,10\n",
        "invited.csv: by role 10 people were invited, and in all 5; mend the numbers so that they "
          + "agree\n", 65
      ),
      (
        [], "*,*,9000\nonly-youth,yes,10\nonly-youth,no,5\n",
        "invited.csv: by only-youth 15 people were invited, and in all 9000; mend the numbers so that "
          + "they agree\n", 65
      ),
      (
        [], "only-youth,yes,10\nonly-youth,no,5\nrole,librarian,16\n",
        "invited.csv: by role 16 people were invited, and in all 15; mend the numbers so that they "
          + "agree\n", 65
      ),
    ] as [([String], String, String, Int32)])
  func `What cannot be is refused`(options: [String], rows: String, message: String, exit: Int32)
    throws
  {
    try withWorkplace { place in
      var arguments = ["campaign", "new", "spring"] + options
      if !rows.isEmpty {
        try place.write(
          Array("variable,category,count\n\(rows)".utf8), to: place.folder + "/invited.csv")
        arguments += ["--invited", "invited.csv"]
      }
      try place.expect(arguments, stderr: message, exit: exit)
      #expect(try place.run("campaign", "list").exit == 65)
    }
  }

  @Test func `Where only some groups of those invited are named it is said`() throws {
    try withWorkplace { place in
      try place.write(
        Array("variable,category,count\n*,*,9000\nrole,librarian,10\n".utf8),
        to: place.folder + "/invited.csv")
      let made = try place.run("campaign", "new", "spring", "--invited", "invited.csv")
      #expect(made.exit == 0)
      #expect(
        made.stderr.replacing("\n", with: " ").contains(
          "the groups of role that it names have 10 of the 9000 people invited"), "\(made)")
    }
  }

  @Test func `A name with a slip makes no campaign`() throws {
    try withWorkplace { place in
      try begin(place)
      for options in [[], ["--dry-run"]] {
        try place.expect(
          ["import", "responses", "demo.csv", "--campaign", "sprign"] + options,
          stderr: "--campaign: there is no campaign 'sprign'; did you mean 'spring'? Else make it: "
            + "add --new\n", exit: 65)
      }
      // The first name of a store can be a slip of none.
      let first = try place.run(
        "import", "responses", "demo.csv", "--campaign", "nope-x", "--store", "none.sqlite")
      #expect(first.exit == 0)
      #expect(first.stderr.contains("Made the campaign 'nope-x', the first here.\n"), "\(first)")
      try place.expect(
        "import", "responses", "demo.csv", "--campaign", "winter", "--store", "none.sqlite",
        stderr: "--campaign: there is no campaign 'winter'; to make it, add --new\n", exit: 65)
      let terminal = try place.terminal("import", "responses", "demo.csv", "--campaign", "sprign")
      try terminal.wait(
        for: "No campaign is called 'sprign'; did you mean 'spring'? Make it? y/N:")
      terminal.type("\r")
      try terminal.wait(for: "Nothing was taken in.")
      #expect(try terminal.end().exit == 0)
      #expect(try place.run("campaign", "list").stdout.split(separator: "\n").count == 1)
      let meant = try place.terminal("import", "responses", "demo.csv", "--campaign", "fall")
      try meant.wait(for: "No campaign is called 'fall'. Make it? y/N:")
      meant.type("y\r")
      try meant.wait(for: "Responses: 20 new")
      #expect(try meant.end().exit == 0)
      try place.expect(
        "import", "responses", "demo.csv", "--campaign", "winter", "--new", "--dry-run",
        stdout: "Responses: 20 new (made-up people)\n",
        stderr: "Nothing was taken in; it would be:\n")
    }
  }

  @Test func `An import is undone, and a campaign renamed, opened again and deleted`() throws {
    try withWorkplace { place in
      try begin(place)
      try importDemo(place)
      try place.expect(
        "campaign", "undo", "spring",
        stderr: "campaign undo: it asks first; --yes goes on without asking\n", exit: 64)
      try place.expect(
        "campaign", "undo", "spring", "--yes",
        stdout: "Undid the import into 'spring' of 23 November 2026: 20 responses taken out\n")
      try place.expect(
        "campaign", "undo", "spring", "--yes",
        stderr:
          "campaign 'spring': it has no import that could be undone; only the last one can be, "
          + "and only once\n", exit: 65)
      let renamed = try place.run("campaign", "rename", "SPRING", "fall")
      #expect(renamed.stdout == "The campaign 'spring' is called 'fall' now\n", "\(renamed)")
      #expect(try place.run("campaign", "close", "fall").exit == 0)
      #expect(try place.run("import", "responses", "demo.csv", "--campaign", "fall").exit == 65)
      try place.expect(
        "campaign", "reopen", "fall", "--closes", "2027-01-31",
        stdout: "Opened the campaign 'fall' again\n")
      try importDemo(place, into: "fall")
      #expect(
        try place.run("cohort", "new", "all", "--campaign", "fall", "--where", "role=librarian")
          .exit
          == 0)
      try place.expect(
        "campaign", "delete", "fall", "--yes",
        stderr: "campaign 'fall': people of it are in the cohort 'all'; delete that first: waymark "
          + "cohort delete all\n", exit: 65)
      try place.expect(
        "cohort", "rename", "all", "everybody",
        stdout: "The cohort 'all' is called 'everybody' now\n")
      try place.expect(
        "cohort", "delete", "everybody",
        stderr: "cohort delete: it asks first; --yes goes on without asking\n", exit: 64)
      try place.expect(
        "cohort", "delete", "everybody", "--yes", stdout: "Deleted the cohort 'everybody'\n")
      let terminal = try place.terminal("campaign", "delete", "fall")
      let asked = try terminal.wait(for: "Type delete to go on, or press Enter to keep it: ")
      #expect(asked.contains("its 20 responses (made-up people) for good"), "\(asked)")
      terminal.type("delete\r")
      try terminal.wait(for: "Deleted the campaign 'fall'")
      #expect(try terminal.end().exit == 0)
      #expect(try place.run("campaign", "list").stdout.isEmpty)
    }
  }

  @Test func `A published campaign is not opened, renamed or undone, and its name stays`() throws {
    try withWorkplace { place in
      try begin(place)
      try importDemo(place)
      let made = try place.shell(
        """
        set -e
        "$waymark" campaign close spring
        "$waymark" report --campaign spring --publish --yes -o out
        """)
      #expect(made.exit == 0, "\(made)")
      let frozen =
        "campaign 'spring': it was published on 23 November 2026 and is frozen since; take late "
        + "answers into a campaign of their own\n"
      try place.expect("campaign", "reopen", "spring", stderr: frozen, exit: 65)
      try place.expect("campaign", "undo", "spring", "--yes", exit65: "is frozen since")
      try place.expect("campaign", "rename", "spring", "fall", exit65: "the ledger keeps its name")
      try place.expect("campaign", "change", "spring", "--table", "role", exit65: nil)
      let deleted = try place.run("campaign", "delete", "spring", "--yes")
      #expect(deleted.exit == 0 && deleted.stdout.hasPrefix("Deleted the campaign 'spring'\n"))
      let said = deleted.stdout.replacing("\n", with: " ")
      #expect(said.contains("publish no tables of the same people again"), "\(deleted)")
      try place.expect("campaign", "new", "spring", exit65: "the ledger keeps its name")
    }
  }

  @Test
  func `Beside a published campaign that was deleted somebody has to say that people are others`()
    throws
  {
    try withWorkplace { place in
      try begin(place)
      try importDemo(place)
      let made = try place.shell(
        """
        set -e
        "$waymark" report --campaign spring --publish --yes -o out
        "$waymark" campaign delete spring --yes
        "$waymark" demo --people 30 --seed 8 -o others.csv
        "$waymark" campaign new fall
        "$waymark" import responses others.csv --campaign fall
        """)
      #expect(made.exit == 0, "\(made)")
      let refusal =
        "campaign 'fall': something was given out of 'spring' before it was deleted, and nothing can "
        + "tell any more whether the same people are in this one: who is in one alone could be worked "
        + "out; if none of these people are in it, add --other-people\n"
      let publish = ["report", "--campaign", "fall", "--publish", "--yes", "-o", "fall"]
      let export = ["export", "--campaign", "fall", "-o", "rows"]
      for arguments in [publish, export] {
        let refused = try place.run(arguments)
        #expect(refused.exit == 77 && refused.stderr == refusal, "\(refused)")
      }
      let terminal = try place.terminal("report", "--campaign", "fall", "--publish", "-o", "asked")
      let asked = try terminal.wait(for: "Type publish to go on")
      #expect(
        asked.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          .contains("Beware: something was given out of 'spring'"), "\(asked)")
      terminal.type("\r")
      #expect(try terminal.end().exit == 0)
      func saysThatItIsOpen() throws -> Bool {
        try place.run("report", "--campaign", "fall", "--brief").stdout
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
          .contains("The campaign is open: answers may still come.")
      }
      #expect(try saysThatItIsOpen())
      #expect(try place.run(publish + ["--other-people"]).exit == 0)
      #expect(try !saysThatItIsOpen())
      // What was published already is written again without a question about others.
      let again = try place.run(publish.dropLast() + ["again"])
      #expect(again.exit == 0, "\(again)")
    }
  }

  @Test func `More answers than people invited are corrected before they are published`() throws {
    try withWorkplace { place in
      try place.write(
        Array("variable,category,count\n*,*,12\n".utf8), to: place.folder + "/invited.csv")
      try begin(place, ["--invited", "invited.csv"])
      try importDemo(place)
      try place.expect(
        "report", "--campaign", "spring", "--publish", "--yes",
        exit65: "20 people answered and 12 were invited")
    }
  }

  @Test func `Lists remind of answers that should be deleted, and delete nothing`() throws {
    try withWorkplace { place in
      try begin(place, ["--keep-until", "2026-11-22"])
      try importDemo(place)
      try place.expect(
        "campaign", "list",
        stdout: "spring: spring, 20 responses (made-up people), open until it is closed, to be "
          + "deleted since 22 November 2026\n", stderr: "Next: waymark campaign show NAME\n")
      #expect(
        try place.run("campaign", "show", "spring").stdout.contains(
          "To be deleted since 22 November 2026; nothing is deleted by itself.\n"))
      #expect(try place.run("campaign", "change", "spring", "--keep-until", "2029-12-31").exit == 0)
      #expect(
        try place.run("campaign", "show", "spring").stdout.contains(
          "Kept until 31 December 2029.\n"))
    }
  }

  @Test func `Answers after the last day are told apart`() throws {
    try withWorkplace { place in
      try begin(place, ["--closes", "2026-11-30"])
      place.environment["SOURCE_DATE_EPOCH"] = "1796083200"  // 2026-12-01
      let late = try place.run("import", "responses", "demo.csv", "--campaign", "spring")
      #expect(late.exit == 0)
      #expect(
        late.stderr.contains("The last day of answers, 30 November 2026, is over"), "\(late)")
      let shown = try place.run("campaign", "show", "spring").stdout
      #expect(shown.contains("State: last day 30 November 2026 is over, not closed; "))
      #expect(
        shown.replacing("\n", with: " ").contains(
          "Answered: 20 responses (made-up people), 20 of them after the last day"), "\(shown)")
    }
  }
}

extension Workplace {
  /// Runs a command that a campaign refuses with the exit 65, and what it says of it.
  fileprivate func expect(_ arguments: String..., exit65 part: String?) throws {
    let outcome = try run(arguments)
    #expect(outcome.exit == (part == nil ? 64 : 65), "\(outcome)")
    #expect(part.map { outcome.stderr.contains($0) } ?? true, "\(outcome)")
  }
}
