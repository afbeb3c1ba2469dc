import Foundation
import Testing
import WaymarkTestSupport

/// Publishing as a decision: seen before it is made, asked for, and made whole or not at all.
struct PublishingTests {
  private static let hasStrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  /// Makes the campaign `spring` with the answers of made-up people.
  private func begin(
    _ place: Workplace, _ options: String = "--table role", people: Int = 60
  ) throws {
    try place.prepare("\(people) people to publish \(options)") { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people \(people) -o demo.csv -q
        "$waymark" demo --people \(people + 1) -o late.csv -q
        "$waymark" campaign new spring -q \(options)
        "$waymark" import responses demo.csv --campaign spring -q
        """)
      try #require(made.exit == 0, "\(made)")
    }
  }

  /// Whether another answer is still taken in.
  private func isOpen(_ place: Workplace) throws -> Bool {
    let late = try place.run("import", "responses", "late.csv", "--campaign", "spring", "--dry-run")
    #expect(late.exit == 0 || late.stderr.contains("is frozen since"), "\(late)")
    return late.exit == 0
  }

  private func state(_ place: Workplace) throws -> String {
    try place.run("campaign", "list").stdout
  }

  @Test
  func `A release says what changed since an earlier one, and what weights to the profession do`()
    throws
  {
    try withWorkplace { place in
      try begin(place, people: 160)
      try place.write(
        Array(
          (["variable,category,count"]
            + ["assistant", "new-librarian", "librarian", "manager", "solo", "consultant"]
            .map { "role,\($0),100" }).joined(separator: "\n").utf8),
        to: place.folder + "/members.csv")
      try place.write(
        Array("variable,category,count\nstate,OH,300\n".utf8), to: place.folder + "/states.csv")
      let made = try place.shell(
        """
        set -e
        "$waymark" report --campaign spring --publish --yes --while-open -o first -q
        "$waymark" demo --people 170 --seed 5 -o later.csv -q
        "$waymark" campaign new autumn -q --table role
        "$waymark" import responses later.csv --campaign autumn -q
        """)
      try #require(made.exit == 0, "\(made)")
      let again = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "--while-open", "-o", "again")
      #expect(
        again.exit == 0
          && again.stdout.contains("release 1 of the ledger; the campaign was published on")
          && !again.stderr.contains("is frozen now"), "\(again)")
      func preview(_ options: String...) throws -> ProgramRun.Outcome {
        try place.run(
          ["report", "--campaign", "autumn", "--publish", "--preview", "--force", "-o", "seen"]
            + options)
      }
      let seen = try preview("--earlier", "first", "--population", "members.csv")
      #expect(seen.exit == 0, "\(seen)")
      let page = try place.text("seen/report.html")
      #expect(page.contains("<h2>What changed since") && page.contains("<h2>Weighted by"))
      for table in ["changes", "weighted"] {
        let rows = try place.text("seen/data/\(table).csv").split(separator: "\r\n")
        #expect(rows.count > 20 && rows.allSatisfy { $0.contains(",") }, "\(table)")
      }
      // A preview is no release, and a release by role alone says nothing of states.
      let unpublished = try preview("--earlier", "seen")
      #expect(unpublished.exit == 65 && unpublished.stderr.contains("was not published"))
      let none = try preview("--earlier", "nowhere")
      #expect(
        none.exit == 65 && none.stderr.contains("--earlier 'nowhere': no release is there"),
        "\(none)")
      let compared = try preview("--compare", "spring")
      #expect(
        compared.exit == 77 && compared.stderr.contains("use --earlier FOLDER"), "\(compared)")
      try place.write(Array("role,count\nlibrarian,300\n".utf8), to: place.folder + "/short.csv")
      let short = try preview("--population", "short.csv")
      #expect(short.exit == 65 && short.stderr.contains("'variable'"), "\(short)")
      try place.write(
        Array("variable,category,count\nrole,librarian,300\n".utf8),
        to: place.folder + "/part.csv")
      let part = try preview("--population", "part.csv")
      #expect(part.exit == 65 && part.stderr.contains("has nobody there"), "\(part)")
      let states = try preview("--population", "states.csv")
      #expect(states.exit == 64 && states.stderr.contains("weight by role"), "\(states)")
      let alone = try place.run("report", "--campaign", "autumn", "--earlier", "first")
      #expect(
        alone.exit == 64 && alone.stderr.contains("--earlier goes with --publish"), "\(alone)")
    }
  }

  @Test func `A preview is the whole release, marked in every file, and freezes nothing`() throws {
    try withWorkplace { place in
      try begin(place)
      let info = try place.run("campaign", "show", "spring")
      let preview = try place.run(
        "report", "--campaign", "spring", "--publish", "--preview", "-o", "seen")
      #expect(preview.exit == 0, "\(preview)")
      #expect(
        preview.stdout
          == "Wrote seen/report.html, a preview: nothing is published, and nothing is frozen\n")
      #expect(preview.stderr.contains("Withheld would be ") || preview.stderr.contains("No group"))
      let names = try FileManager.default.subpathsOfDirectory(atPath: place.folder + "/seen")
      #expect(!names.contains("ledger.json") && !names.contains("not-in-the-ledger.txt"))
      for name in names.filter({ $0.contains(".") && !$0.hasSuffix(".xlsx") }) {
        let text = try place.text("seen/" + name).lowercased()
        #expect(text.contains("not published") || text.contains("preview"), "\(name)")
      }
      #expect(try place.run("campaign", "show", "spring") == info)
      #expect(try isOpen(place))

      // What is published says the same, and may take the preview's place.
      let published = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "--publisher", "Ohio Libraries",
        "-o", "seen", "--force")
      #expect(published.exit == 0, "\(published)")
      #expect(
        try place.text("seen/report.md").contains("Published on 23 November 2026 by Ohio Lib"))
      #expect(try !place.text("seen/report.html").contains("Not published."))
      #expect(try !isOpen(place))
      #expect(try state(place).contains(", published on 23 November 2026 and frozen\n"))
      // But no preview takes the place of what was published.
      let over = try place.run(
        "report", "--campaign", "spring", "--publish", "--preview", "-o", "seen", "--force")
      #expect(over.exit == 74, "\(over)")
    }
  }

  @Test func `On a terminal it is asked, and only the whole word publishes`() throws {
    try withWorkplace { place in
      try begin(place)
      for (answer, exit) in [("\r", false), ("y\r", false), ("publish\r", true)] {
        let terminal = try place.terminal(
          "report", "--campaign", "spring", "--publish", "-o", "out")
        let said = try terminal.wait(
          for: "Type publish to go on, or press Enter to publish nothing: ")
        #expect(said.contains("60 people") && said.contains("the campaign freezes"), "\(said)")
        terminal.type(answer)
        try terminal.wait(for: exit ? "release 1 of the ledger" : "Nothing was published.")
        #expect(try terminal.end().exit == 0)
        #expect(try isOpen(place) == !exit)
        #expect(try place.names(in: place.folder).contains("out") == exit)
      }
    }
  }

  @Test func `Without a terminal it needs to be agreed to`() throws {
    try withWorkplace { place in
      try begin(place)
      try place.expect(
        "report", "--campaign", "spring", "--publish", "-o", "out",
        stderr: "report --publish: it asks first, as it cannot be undone; look with --preview, and "
          + "go on with --yes\n", exit: 64)
      #expect(try !place.names(in: place.folder).contains("out"))
      for option in ["--preview", "--yes", "--while-open", "--publisher=Me"] {
        let alone = try place.run("report", "--campaign", "spring", option)
        #expect(alone.exit == 64 && alone.stderr.contains(" goes with --publish; add it"))
      }
    }
  }

  @Test func `What people were told they can still answer is published only where that is meant`()
    throws
  {
    try withWorkplace { place in
      try begin(place, "--table role --closes 2027-05-31")
      #expect(try state(place).contains(", open until 31 May 2027\n"))
      let refused = try place.run("report", "--campaign", "spring", "--publish", "--yes", "-o", "o")
      #expect(refused.exit == 64, "\(refused)")
      #expect(
        refused.stderr.hasPrefix(
          "campaign 'spring': open until 31 May 2027, and publishing would freeze it"))
      #expect(
        try place.run(
          "report", "--campaign", "spring", "--publish", "--preview", "-o", "seen"
        ).exit == 0)
      #expect(try isOpen(place))
      let meant = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "--while-open", "-o", "o")
      #expect(meant.exit == 0, "\(meant)")
    }
  }

  @Test func `A campaign that was closed is published, and one of a few people never`() throws {
    try withWorkplace { place in
      try begin(place, "--table role --closes 2027-05-31")
      #expect(try place.run("campaign", "close", "spring").exit == 0)
      #expect(
        try place.run("report", "--campaign", "spring", "--publish", "--yes", "-o", "o").exit == 0)
      let few = try place.shell(
        """
        head -n 10 demo.csv > few.csv
        "$waymark" import responses few.csv --campaign few --new -q
        for how in --yes --preview "--yes --while-open" ""; do
          "$waymark" report --campaign few --publish $how -o few; echo $?
        done
        """)
      #expect(few.stdout.hasSuffix("\n77\n77\n77\n77\n"), "\(few)")
    }
  }

  @Test func `A campaign without tables publishes the figures of everybody`() throws {
    try withWorkplace { place in
      try begin(place, "")
      let published = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "-o", "out")
      #expect(published.exit == 0, "\(published)")
      #expect(
        try place.text("out/data/groups.csv").hasPrefix("measure,value,note\r\nn,60,made up\r\n"))
    }
  }

  // Whichever call is the last one: either nothing is frozen, or the folder is whole and in the ledger.
  @Test(
    .enabled(if: hasStrace, "strace is not installed"),
    arguments: [
      ("renameat2", 1), ("unlink", 1), ("fsync", 3), ("fsync", 12), ("ftruncate", 1),
      ("fdatasync", 1),
    ])
  func `A run that is killed leaves nothing frozen that is not there`(call: String, number: Int)
    throws
  {
    try withWorkplace { place in
      try begin(place)
      let killed = try place.shell(
        "exec strace -f -qq -o ../trace -e trace=\(call) "
          + "-e inject=\(call):signal=KILL:when=\(number) "
          + "\"$waymark\" report --campaign spring --publish --yes -o out")
      #expect(killed.exit != 0 || !killed.stdout.isEmpty)
      let names = try place.names(in: place.folder)
      if try !isOpen(place) {
        #expect(names.contains("out"), "\(call) \(number)")
      } else if names.contains("out") {
        // It says itself that nobody may have it.
        #expect(
          try place.text("out/not-in-the-ledger.txt").contains("nobody may have it"),
          "\(call) \(number)")
      }
      let again = try place.run(
        "report", "--campaign", "spring", "--publish", "--yes", "-o", "out", "--force")
      #expect(again.exit == 0, "\(again)")
      #expect(try !place.names(in: place.folder + "/out").contains("not-in-the-ledger.txt"))
    }
  }

  @Test(.enabled(if: hasStrace, "strace is not installed"), arguments: [1, 5, 9, 14, 20, 27])
  func `Where the disk refuses, nothing is frozen and no folder is left`(number: Int) throws {
    try withWorkplace { place in
      try begin(place)
      let refused = try place.shell(
        "exec strace -f -qq -o ../trace -e trace=fsync,fdatasync "
          + "-e inject=fsync,fdatasync:error=ENOSPC:when=\(number) "
          + "\"$waymark\" report --campaign spring --publish --yes -o out")
      guard refused.exit != 0 else { return }
      #expect(refused.exit == 74, "\(refused)")
      // Where only the last word of the disk is missing, the release is there and frozen.
      let isThere = try place.names(in: place.folder).contains("out")
      #expect(try isOpen(place) == !isThere, "\(refused)")
    }
  }

  @Test func `Whoever takes answers back after a publication leaves every later report`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let made = try place.shell(
        """
        set -e
        "$waymark" share -o 1.json 2>share.txt
        "$waymark" share --withdraw -o 2.json 2>/dev/null
        for person in 1 2 3 4 5 6 7 8 9 10 11; do
          "$waymark" assess --template | sed "2~2s/,.*/,$((person % 5 + 1)),,/
            3~2s/,.*/,$(((person + 2) % 5 + 1)),,/" > a.csv
          "$waymark" assess --answers a.csv --role librarian --person P$person >/dev/null
          "$waymark" share --person P$person -o p$person.json 2>/dev/null
        done
        export WAYMARK_STORE=council.sqlite
        "$waymark" campaign new spring --table role -q
        "$waymark" import responses 1.json p*.json --campaign spring
        "$waymark" report --campaign spring --publish --yes -o out
        "$waymark" import responses 2.json --campaign spring
        "$waymark" campaign show spring
        """)
      #expect(made.exit == 0, "\(made)")
      #expect(
        try place.text("share.txt").replacing("\n", with: " ").contains(
          "a report that is published by then stays"))
      #expect(made.stdout.contains("Responses: 12 new\n"))
      #expect(made.stdout.contains("Responses: 0 new, 1 withdrawn\n"), "\(made)")
      #expect(made.stdout.contains("Answered: 11 responses\n"))
      // Less the release, another one would tell what the one who left answered.
      for command in [
        "report --campaign spring --publish --yes -o again", "export --campaign spring -o rows",
      ] {
        let refused = try place.run(
          command.split(separator: " ").map(String.init) + ["--store", "council.sqlite"])
        #expect(refused.exit == 77, "\(refused)")
        #expect(refused.stderr.contains("people have taken their answers back since"))
      }
      #expect(try place.text("out/report.md").contains("12 people answered."))
      let report = try place.run(
        "report", "--campaign", "spring", "-o", "own", "--store", "council.sqlite")
      #expect(report.exit == 0)
      #expect(try place.text("own/report.md").contains("11 people answered."))
    }
  }
}
