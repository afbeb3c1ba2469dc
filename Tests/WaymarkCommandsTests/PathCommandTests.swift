import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

/// `waymark path` from one run to the next; today is 23 November 2026.
struct PathCommandTests {
  /// The steps of the path now, by what JSON says.
  private func steps(_ place: Workplace, _ arguments: String...) throws -> [[String: Any]] {
    try steps(of: try place.run(["path", "--format", "json"] + arguments))
  }

  private func steps(of outcome: ProgramRun.Outcome) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output))
    return try #require((object as? [String: Any])?["steps"] as? [[String: Any]])
  }

  private func ids(_ steps: [[String: Any]]) -> [String] {
    steps.compactMap { ($0["resource"] as? [String: Any])?["id"] as? String }
  }

  @Test func `What was asked for is remembered until it is forgotten`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let first = try place.run(
        "path", "--hours", "3", "--free", "--prefer", "webinar", "--steps", "2")
      #expect(first.exit == 0 && !first.stderr.contains("As last time"))
      let second = try place.run("path", "--no-free")
      #expect(
        second.stderr.hasPrefix(
          "As last time: --hours 3 --prefer webinar --steps 2.\nTo forget it: waymark path --fresh\n"
        ),
        "\(second.stderr)")
      let third = try place.run("path")
      #expect(third.stderr.hasPrefix("As last time: --no-free --hours 3 --prefer webinar"))
      let fresh = try place.run("path", "--fresh")
      #expect(
        fresh.stderr.hasPrefix("Forgotten: --no-free --hours 3 --prefer webinar --steps 2.\n"))
      #expect(!fresh.stderr.contains("As last time"))
      #expect(try steps(place).count == 5)
    }
  }

  @Test func `A step is done or dropped by its number, and the next path says so`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let before = ids(try steps(place))
      let done = try place.run(
        "path", "--done", "2", "--on", "2026-11-23", "--note", "Showed it to <Sam>")
      #expect(done.exit == 0, "\(done)")
      #expect(done.stdout.isEmpty && done.stderr.hasPrefix("Done on 23 November 2026: '"))
      #expect(done.stderr.contains("\nTo take it back: waymark path --again 1\n"))
      #expect(done.stderr.contains("Still to do of the path you saw: steps 1, 3, 4 and 5.\n"))
      #expect(done.stderr.contains("waymark assess --review"))
      let log = try place.run("path", "--log")
      #expect(log.stdout.contains("Done on 23 November 2026. Your note: Showed it to <Sam>"))
      let shown = try place.run("path")
      #expect(shown.stdout.contains("Changed since your path of 23 November 2026\n- "))
      #expect(shown.stdout.contains("\n- Done: "))
      #expect(shown.stdout.contains("Done so far: 1. See it with: waymark path --log\n"))
      let after = ids(try steps(place))
      #expect(!after.contains(before[1]))
      let dropped = try place.run("path", "--drop", "1")
      #expect(dropped.stderr.contains("\nTo take it back: waymark path --again 2\n"))
      #expect(!(try ids(steps(place))).contains(after[0]))
      #expect(try place.run("path", "--again", "2", "--again", before[1]).exit == 0)
      #expect(try ids(steps(place)) == before)
    }
  }

  // Up-arrow and Enter send the same line off once more.
  @Test func `A step that is marked twice is marked once, under the number that was seen`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let before = ids(try steps(place))
      for mark in ["--done", "--drop"] {
        let step = mark == "--done" ? "2" : "4"
        let first = try place.run("path", mark, step)
        let second = try place.run("path", mark, step)
        #expect(first.exit == 0 && second.exit == 0)
        #expect(second.stderr.hasPrefix("Nothing was changed: '"), "\(second)")
      }
      let log = try place.run("path", "--log").stdout
      #expect(log.contains("\n1. ") && log.contains("\n2. ") && !log.contains("\n3. "), "\(log)")
      // Numbers of the log stay when one before them is taken back, and that twice.
      #expect(try place.run("path", "--again", "1").stderr.hasPrefix("Taken back, and open again"))
      #expect(try place.run("path", "--again", "1").stderr.hasPrefix("Nothing was changed"))
      let left = try place.run("path", "--log").stdout
      #expect(left.contains("\n2. ") && !left.contains("\n1. "), "\(left)")
      // What was dropped stays so when what was asked is forgotten.
      let fresh = try place.run("path", "--fresh")
      #expect(fresh.stderr.contains("What you dropped stays dropped"))
      #expect(try !ids(steps(place)).contains(before[3]))
    }
  }

  @Test(arguments: [
    (["--done", "9"], "--done: your last path has 5 steps; give a number from 1 to 5\n"),
    (["--drop", "0"], "--drop: your last path has 5 steps; give a number from 1 to 5\n"),
    (
      ["--done", "1", "--on", "2026-11-24"],
      "--on: 2026-11-24 is still to come; mark it when you have done it\n"
    ),
    (
      ["--again", "ready"],
      "--again: nothing was done or dropped\n"
    ),
    (["--until", "2027-01-01"], "--until needs --minutes-per-week\n"),
    (
      ["--hours", "0.001"],
      "--hours: '0.001' is no time you can have; give one such as 4, 2.5, 1h30 or 90m\n"
    ),
    (["--steps", "0"], "--steps: '0' does not do; give a number from 1 to 20\n"),
    (
      ["-o", "x.ics"],
      "a calendar needs days; say how much time: --minutes-per-week 60\n"
    ),
  ])
  func `What cannot be is refused, and nothing is remembered`(
    arguments: [String], message: String
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let before = ids(try steps(place))
      let outcome = try place.run(["path"] + arguments)
      #expect(outcome.exit == 64 && outcome.stderr == message, "\(outcome)")
      let after = try place.run("path", "--format", "json")
      #expect(try ids(steps(of: after)) == before && !after.stderr.contains("As last time"))
    }
  }

  // Next to nothing in the catalogue is in Spanish; what is done at work needs no language.
  @Test func `A language limits what there is to learn from, not what is done at work`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let found = try place.run(
        "path", "--language", "Spanish", "--hours", "4", "--format", "json")
      #expect(found.exit == 0, "\(found)")
      let resources = try steps(of: found).compactMap { $0["resource"] as? [String: Any] }
      #expect(resources.contains { $0["format"] as? String == "practice" })
      for resource in resources where resource["format"] as? String != "practice" {
        #expect((resource["languages"] as? [String])?.contains("es") == true)
      }
    }
  }

  @Test(arguments: [
    ("Spanish", "es"), ("espanol", "es"), ("ESPAÑOL", "es"), ("es-mx", "es-MX"), ("english", "en"),
  ])
  func `A language is named as people name it`(typed: String, tag: String) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("path", "--language", typed).exit == 0)
      #expect(try place.run("path").stderr.hasPrefix("As last time: --language \(tag)."))
    }
  }

  @Test func `A language that nothing is in is refused with those there are, and not remembered`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      for language in ["klingon", "German", "de"] {
        let outcome = try place.run("path", "--language", language)
        #expect(
          outcome.exit == 64
            && outcome.stderr.hasPrefix("--language: nothing in the catalogue is in "))
        #expect(
          outcome.stderr.hasSuffix("; there is English (en), Spanish (es), Ukrainian (uk)\n"),
          "\(outcome)")
      }
      let outcome = try place.run("path", "--language", "no language")
      #expect(outcome.exit == 64 && outcome.stderr.contains("is no language; use a name or a tag"))
      #expect(try !place.run("path").stderr.contains("As last time"))
    }
  }

  @Test func `Where nothing fits, what was asked for is named first, and no gap is listed`() throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      place.environment["COLUMNS"] = "200"
      let none = try place.run("path", "--language", "uk", "--hours", "5m")
      #expect(none.stdout.contains("\nNo whole step fits what you asked for: "), "\(none)")
      #expect(none.stdout.contains("in other languages than Ukrainian (--language)"), "\(none)")
      #expect(!none.stdout.contains("client."))
    }
  }

  // Five steps are the most only where no time was said.
  @Test func `The time that was given is used, and what keeps more out is named`() throws {
    try withWorkplace { place in
      let ids = try statements(place)
      place.environment["COLUMNS"] = "200"
      try assess(place, role: "manager", ids, level: 1)
      let long = try place.run("path", "--minutes-per-week", "90", "--until", "1 June 2027")
      #expect(long.exit == 0, "\(long)")
      #expect(
        long.stdout.contains("More fits with more time (--minutes-per-week, --until)"), "\(long)")
      let lead = try #require(
        long.stdout.firstMatch(
          of: #/(\d+) steps, about (\d+) hours.* of the 40 hours 30 minutes you have/#))
      #expect(Int(lead.output.1) ?? 0 > 20 && Int(lead.output.2) ?? 0 >= 36, "\(lead.output.0)")
      let few = try place.run("path", "--fresh")
      #expect(few.stdout.contains("\n5 steps, ") && few.stdout.contains("more steps (--steps)"))
    }
  }

  @Test(arguments: [
    ("4h", "4"), ("1h30", "1.5"), ("90m", "1.5"), ("90 minutes", "1.5"), ("4 hours", "4"),
    ("1:30", "1.5"),
  ])
  func `Times are typed as people write them`(typed: String, hours: String) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("path", "--hours", typed).exit == 0)
      #expect(try place.run("path").stderr.hasPrefix("As last time: --hours \(hours)."))
    }
  }

  @Test func `Days are typed as people write them`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let path = try place.run(
        "path", "--minutes-per-week", "1h30", "--start", "tomorrow", "--until", "1 jun 2027")
      #expect(path.exit == 0, "\(path)")
      let again = try place.run("path")
      #expect(
        again.stderr.hasPrefix(
          "As last time: --minutes-per-week 90 --start 2026-11-24 --until 2027-06-01."), "\(again)")
      let done = try place.run("path", "--done", "1", "--on", "yesterday")
      #expect(done.stderr.hasPrefix("Done on 22 November 2026: "), "\(done)")
      #expect(try place.run("path", "--done", "2", "--on", "tomorrow").exit == 64)
    }
  }

  @Test(arguments: [
    (
      ["--hours", "-4"],
      "--hours: '-4' is no time you can have; give one such as 4, 2.5, 1h30 or 90m\n"
    ),
    (["--steps", "-1"], "--steps: '-1' does not do; give a number from 1 to 20\n"),
    (
      ["-hours", "4"],
      "waymark path: there is no option '-hours'; did you mean '--hours'?\nHow it is used: waymark help path\n"
    ),
    (
      ["-langage", "es"],
      "waymark path: there is no option '-langage'; did you mean '--language'?\nHow it is used: waymark help path\n"
    ),
  ])
  func `A slip of an option says what is wrong`(arguments: [String], message: String) throws {
    try withWorkplace { place in
      try place.expect(["path"] + arguments, stderr: message, exit: 64)
    }
  }

  @Test func `Steps are the last of what is shown, and what was left out is listed when asked`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      let path = try place.run("path").stdout
      let left = try #require(path.firstRange(of: "\nLeft out of the catalogue: "))
      let first = try #require(path.firstRange(of: "\n1  "))
      #expect(left.lowerBound < first.lowerBound && path.contains("waymark path --why\n"))
      #expect(!path.contains("(client.") && !path.contains("Left out, the strongest"))
      let why = try place.run("path", "--why").stdout
      #expect(why.contains("\nLeft out, the strongest first\n- ") && !why.contains(" more\n"))
      let withIDs = try place.run("path", "--ids").stdout
      #expect(withIDs.contains(#/For: [^(]+ \([a-z]+\.[a-z]+\)/#), "\(withIDs)")
    }
  }

  private func statements(_ place: Workplace) throws -> [String] {
    try place.run("assess", "--template").stdout.split(separator: "\n").dropFirst()
      .map { row in String(row.prefix { $0 != "," }) }
  }

  /// Answers every statement with one level but some, and finishes.
  private func assess(
    _ place: Workplace, role: String, _ ids: [String], level: Int, but others: [String: Int] = [:]
  ) throws {
    let rows = ids.map { "\($0),\(others[$0] ?? level),,\n" }.joined()
    let outcome = try place.run(
      ["assess", "--new", "--role", role, "--answers", "-"],
      input: "competency,level,important,note\n" + rows)
    #expect(outcome.exit == 0, "\(outcome)")
  }

  // The constraints, reckoned again from what the JSON says.
  @Test func `Twenty gaps and 90 minutes a week until June give a path that keeps to all of it`()
    throws
  {
    try withWorkplace { place in
      let ids = try statements(place)
      let gaps = Dictionary(uniqueKeysWithValues: ids.prefix(20).map { ($0, 1) })
      try assess(place, role: "new-librarian", ids, level: 5, but: gaps)
      let steps = try steps(
        place, "--minutes-per-week", "90", "--until", "2027-06-01", "--budget", "50",
        "--steps", "20")
      #expect(steps.count > 5)
      let weeks = (27 * 7 + 1) / 7
      var minutes = 0
      var dollars = 0
      var courses = 0
      var last = ""
      var held = gaps
      for step in steps {
        minutes += try #require(step["minutes"] as? Int)
        let resource = try #require(step["resource"] as? [String: Any])
        dollars += resource["usDollars"] as? Int ?? 0
        courses += resource["format"] as? String == "course" ? 1 : 0
        #expect((resource["languages"] as? [String])?.contains("en") == true)
        // What takes several weeks begins within the limits, and goes on beside the steps after it.
        let date = try #require(step["beginsBy"] as? String ?? step["date"] as? String)
        #expect(date >= last && date <= "2027-06-01")
        last = date
        let closes = try #require(step["closes"] as? [[String: Any]])
        for gain in closes {
          let id = try #require(gain["competency"] as? String)
          let from = try #require(gain["from"] as? Int)
          #expect(gaps[id] != nil && held[id] ?? 0 >= from, "\(id)")
          held[id] = try #require(gain["reached"] as? Int)
        }
        let reason = closes.isEmpty ? "Prepares for: " : "You chose 1, Not yet."
        #expect((step["reason"] as? String)?.contains(reason) == true, "\(step)")
      }
      #expect(minutes <= weeks * 90 && dollars <= 50 && courses <= 3)
    }
  }

  @Test(arguments: [
    "assistant", "new-librarian", "librarian", "manager", "solo", "consultant",
  ])
  func `No gap that came with the program is without a next step, for any role`(role: String)
    throws
  {
    try withWorkplace { place in
      let ids = try statements(place)
      for level in EveryCase.isAsked ? [1, 2, 3, 4] : [2] {
        try assess(place, role: role, ids, level: level)
        let path = try place.run("path", "--format", "json", "--free", "--hours", "1")
        #expect(path.exit == 0 && path.stdout.contains("\"nothingFits\" : [\n\n  ]"), "\(path)")
      }
    }
  }

  @Test func `What was done before the assessment was rated with it in mind`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let before = ids(try steps(place))
      let done = try place.run("path", "--done", "1", "--on", "2026-11-20")
      #expect(done.exit == 0 && !done.stdout.contains("Until you rate again"), "\(done)")
      #expect(done.stderr.replacing("\n", with: " ").contains("You have rated yourself since then"))
      #expect(!done.stderr.contains("--review"))
      #expect(!(try ids(steps(place))).contains(before[0]))
    }
  }

  @Test func `A remembered last day that is over is passed over, and said`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let first = try place.run("path", "--minutes-per-week", "60", "--until", "2026-12-10")
      #expect(first.exit == 0, "\(first)")
      place.environment["SOURCE_DATE_EPOCH"] = "1797206400"
      let done = try place.run("path", "--done", "1")
      #expect(done.exit == 0 && done.stderr.hasPrefix("Done on"), "\(done)")
      let later = try place.run("path")
      #expect(later.stderr.contains("Your last day, 10 December 2026, is over or too near"))
      let given = try place.run("path", "--until", "2026-12-10")
      #expect(given.exit == 64)
    }
  }

  @Test func `When the file cannot be written nothing is kept either`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let before = ids(try steps(place))
      for output in ["missing/x.html", "/dev/full"] {
        let outcome = try place.run("path", "--done", "1", "--minutes-per-week", "60", "-o", output)
        #expect(outcome.exit == 74, "\(outcome)")
      }
      #expect(try ids(steps(place)) == before)
      #expect(try !place.run("path").stdout.contains("Done so far"))
      // A file that was to be replaced is as it was.
      try place.write(Array("mine".utf8), to: place.folder + "/mine.html")
      #expect(try place.run("path", "--drop", "1", "-o", "mine.html", "--force").exit == 0)
      #expect(try place.text("mine.html").hasPrefix("<!DOCTYPE html>"))
      #expect(try place.names(in: place.folder) == ["mine.html"])
    }
  }

  @Test func `Before there is a path no step has a number`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      try place.expect(
        "path", "--done", "1",
        stderr:
          "--done: there is no path yet whose steps have numbers; see one with: waymark path\n",
        exit: 64)
    }
  }

  @Test func `A file that cannot be written leaves the last path as it was`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let before = ids(try steps(place))
      try place.write([], to: place.folder + "/there.md")
      #expect(try place.run("path", "--drop", "1", "-o", "there.md").exit == 74)
      #expect(try ids(steps(place)) == before)
    }
  }

  // Another program holds the store for writing, which nobody may wait for for ever.
  @Test func `A store that cannot be written to still shows a path, and says what is lost`()
    async throws
  {
    try await withWorkplace { place in
      try place.finishAssessment()
      let holder = """
        import os, sqlite3, subprocess, sys
        store = sqlite3.connect(sys.argv[1])
        store.execute("BEGIN IMMEDIATE")
        for arguments in [[], ["--drop", "1"]]:
            print(subprocess.run([os.environ["waymark"], "path", *arguments]).returncode)
        """
      try place.write(Array(holder.utf8), to: place.folder + "/held.py")
      #expect(try place.run("path").exit == 0)
      let waiting = place
      let outcome = try await whileOthersRun {
        try waiting.shell(
          "export waymark; \"$waymark\" path --fresh --hours 1 -q >/dev/null; "
            + "'\(Checkout.python)' held.py '\(waiting.store)'")
      }
      #expect(outcome.stdout.hasPrefix("Your learning path\n"), "\(outcome)")
      #expect(outcome.stdout.contains("\n0\n") && outcome.stdout.hasSuffix("75\n"), "\(outcome)")
    }
  }

  @Test func `The steps stay in their weeks while the weeks go on`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      func dates(_ day: String) throws -> [String] {
        place.environment["SOURCE_DATE_EPOCH"] = day
        return try steps(place, "--minutes-per-week", "90").compactMap { $0["date"] as? String }
      }
      let first = try dates("1795392000")
      #expect(first.first == "2026-11-29")
      // Three days later: the same week. Eight days later: a week later.
      #expect(try dates("1795651200") == first)
      #expect(try dates("1796083200").first == "2026-12-06")
    }
  }

  // Opened by another program: RFC 5545 as `icalendar` reads it.
  @Test func `Another program reads the calendar, and a second one updates the first`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let reader = Checkout.path("Tests/read_calendar.py")
      let first = try place.run("path", "--minutes-per-week", "90", "-o", "one.ics")
      #expect(first.exit == 0, "\(first)")
      #expect(try place.run("path", "--drop", "2", "-o", "two.ics").exit == 0)
      #expect(try place.run("path", "-o", "three.ics").exit == 0)
      let outcome = try place.python([reader, "one.ics", "two.ics"])
      #expect(outcome.exit == 0, "\(outcome)")
      // What prepares for the practice that was dropped goes with it, where nothing else needs it.
      let counts = #/one.ics: 5 events, 0 cancelled\ntwo.ics: (\d) events, (\d) cancelled\n/#
      let found = try #require(outcome.stdout.wholeMatch(of: counts), "\(outcome)").output
      let (events, cancelled) = (Int(found.1) ?? 0, Int(found.2) ?? 0)
      #expect(events == 5 + cancelled && (1...2).contains(cancelled), "\(outcome)")
      #expect(
        try place.bytes(place.folder + "/two.ics") == place.bytes(place.folder + "/three.ics"))
      #expect(try place.mode(of: place.folder + "/two.ics") == 0o600)
    }
  }

  @Test func `The page for a supervisor holds what was ticked and nothing else`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("assess", "--new", "--set", "client.respect=5").exit == 0)
      try place.expect(
        "path", "--supervisor",
        stderr: "--supervisor: nothing is asked here; tick with --strength ID, --goal N and "
          + "--need TEXT\n", exit: 64)
      #expect(try place.run("path").exit == 0)
      let sheet = try place.run(
        "path", "--supervisor", "--goal", "1", "--need", "Two <hours>", "-o", "talk.html")
      #expect(sheet.exit == 0, "\(sheet)")
      let page = try place.text("talk.html")
      #expect(page.contains("<li>Two &lt;hours&gt;</li>"))
      #expect(page.ranges(of: "<li>").count == 2)
      #expect(page.contains("Name: ____") && page.contains("What we agree on"))
      for secret in ["You chose", "level 3", "My note", "at or above"] {
        #expect(!page.contains(secret), "\(secret)")
      }
      for goal in ["0", "6", "-9223372036854775808", "9223372036854775807"] {
        #expect(try place.run("path", "--supervisor", "--goal=\(goal)").exit == 64)
      }
      // Steps that were never shown are nobody's goals, and the path seen last stays.
      let other = try place.run(
        "path", "--supervisor", "--prefer", "book", "--goal", "1", "--hours", "1")
      #expect(
        other.exit == 64 && other.stderr.contains("not the steps that you saw last"), "\(other)")
      let unknown = try place.run("path", "--supervisor", "--strength", "client.welcome")
      #expect(unknown.exit == 64)
    }
  }

  @Test func `On a terminal the page for a supervisor is seen before it is written`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("path").exit == 0)
      func sheet(_ answer: String) throws -> String {
        let terminal = try place.terminal(
          "path", "--supervisor", "--goal", "1", "-o", "talk.html", "--force")
        let shown = try terminal.wait(for: "writes nothing.")
        #expect(shown.contains("What I want to learn") && shown.contains("For:"))
        terminal.type(answer)
        let end = try terminal.end()
        #expect(end.exit == 0)
        return end.text
      }
      #expect(try sheet("\n").contains("Nothing was written."))
      #expect(try sheet("n\n").contains("Nothing was written."))
      #expect(try place.names(in: place.folder).isEmpty)
      #expect(try sheet("y\n").contains("Wrote talk.html"))
      #expect(try place.names(in: place.folder) == ["talk.html"])
    }
  }

  // What is asked for names the headings that will stand on the page, in their words.
  @Test func `Goals are ticked under the names that they have on the page, three at most`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("path").exit == 0)
      let terminal = try place.terminal("path", "--supervisor")
      let goals = try terminal.wait(for: "most 3.")
      let first = try #require(goals.firstMatch(of: #/\n1  ((?:.|\n)+?)\n2  /#)?.output.1)
      #expect(first.contains("For: "))
      terminal.type("1,2,3,4\n")
      try terminal.wait(for: "Those are 4; choose at most 3.")
      terminal.type("one\n")
      try terminal.wait(for: "Type numbers from 1 to 5 with spaces between them")
      terminal.type("1 and 2\n")
      try terminal.wait(for: "What do you need for it?")
      terminal.type("\n")
      try terminal.wait(for: "Enter for nothing.")
      terminal.type("\n")
      let end = try terminal.end()
      func plain(_ text: some StringProtocol) -> String {
        text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      }
      #expect(end.exit == 0 && plain(end.text).contains(plain(first)), "\(end.text)")
    }
  }
}
