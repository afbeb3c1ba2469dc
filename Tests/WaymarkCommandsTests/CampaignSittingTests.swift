import Foundation
import Testing
import Waymark
import WaymarkTestSupport

/// From a campaign's invitation to its report, through the program.
struct CampaignSittingTests {
  private static let asked = ["--store", "council.sqlite"]

  /// Begins the campaign `spring` in the council's store and writes its invitation.
  private func invite(_ place: Workplace, _ options: [String]) throws {
    let begun = try place.run(
      ["campaign", "new", "spring", "--title", "Spring 2027", "--closes", "2027-05-31"] + options
        + Self.asked)
    #expect(begun.exit == 0, "\(begun)")
    let invited = try place.run(
      [
        "campaign", "invite", "spring", "-o", "campaign.xml", "--from", "The Council",
        "--send", "Put the file into the folder Waymark.",
      ] + Self.asked)
    #expect(invited.exit == 0 && invited.stdout.isEmpty, "\(invited)")
  }

  private func response(_ place: Workplace) throws -> [String: Any] {
    let bytes = try place.bytes(place.folder + "/waymark-response.json")
    let object = try JSONSerialization.jsonObject(with: Data(bytes))
    return try #require(object as? [String: Any])
  }

  /// The numbers of statements in the areas, and the area that comes first, from the screen.
  private func areas(of screen: String) throws -> (counts: [Int], first: Int) {
    let lines = screen.split(separator: "\n")
    let list = try #require(lines.firstIndex(of: "Areas"))
    let counts = lines[(list + 1)...].prefix { $0.first?.isNumber == true }.compactMap {
      $0.firstMatch(of: #/: ([0-9]+) statements/#).flatMap { Int($0.1) }
    }
    let way = try #require(lines.first { $0.contains("; Enter alone begins with ") })
    let number = way.split(separator: " begins with ").last?.prefix(1) ?? ""
    return (counts, try #require(Int(number)))
  }

  @Test func `A campaign goes from the invitation to the report`() throws {
    try withWorkplace { place in
      try invite(place, ["--importance", "rated", "--ask", "state", "--ask", "years"])
      try place.expect(
        "framework", "validate", "campaign.xml", stdout: "campaign.xml: no problems\n")

      let first = try place.run(
        "assess", "--campaign", "campaign.xml", "--script", "-", input: "3\n\n4\nq\n")
      #expect(first.exit == 0)
      for line in [
        "Spring 2027", "You are asked by: The Council.",
        "Answers are asked for until 31 May 2027.", "How important is this for your own work?",
      ] {
        #expect(first.stdout.contains("\n\(line)\n"), "\(line)")
      }
      let (counts, start) = try areas(of: first.stdout)
      #expect(counts.count == 7 && counts.reduce(0, +) == 63)

      // The level is there, its importance is not: the same command goes on with that.
      var lines = ["5"]
      var number = 1
      for area in (0..<7).map({ (start - 1 + $0) % 7 }) {
        for _ in 0..<(counts[area] - (number == 1 ? 1 : 0)) {
          lines += [String(3 + number % 2), String(1 + number % 5)]
          number += 1
        }
        lines.append("")
      }
      let last = try place.run(
        "assess", "--script", "-", input: (lines + ["s", "oh", "f"]).joined(separator: "\n") + "\n")
      #expect(last.exit == 0)
      #expect(last.stdout.contains("Only for tables about groups, never shown singly."))
      #expect(last.stdout.hasSuffix("Finished and saved.\nNext: waymark share\n"), "\(last)")

      // Importance and background answers could be saved from a damaged store too.
      let saved = try place.salvagedRows().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(saved.count { ["1", "2", "3", "4", "5"].contains($0[5]) && $0[6].isEmpty } == 63)
      #expect(
        saved.filter { !$0[6].isEmpty }.map { $0.joined(separator: ",") }.contains(
          "1,,.,,,,state,\"[\"\"OH\"\"]\""))

      #expect(try place.run().stdout.contains("\nNext: waymark share\n"))
      #expect(
        try place.run("store", "info").stdout.contains(
          "63 answers, finished 2026-11-23, for the campaign 'spring'\n"))

      let shared = try place.run("share")
      #expect(shared.exit == 0)
      #expect(
        shared.stderr.contains(
          "- for the campaign 'Spring 2027'\n- your answers: 63 of 63 statements rated\n"))
      #expect(shared.stderr.contains(" Ohio\n"), "\(shared)")
      #expect(
        shared.stderr.contains("\nHow to send it: Put the file into the folder Waymark.\n"))
      let file = try response(place)
      #expect(file["campaign"] as? String == "spring")
      #expect(file["background"] as? [String: [String]] == ["state": ["OH"]])
      #expect((file["importance"] as? [String: Int])?.count == 63)
      #expect(file["important"] as? [String] == [])
      let name = try #require(file["response"] as? String)
      let id = try #require(UUID(uuidString: name))
      #expect(Rotation.start(of: id, areas: 7) == start - 1)

      let taken = try place.run(
        ["import", "responses", "waymark-response.json", "--campaign", "spring", "--new"]
          + Self.asked)
      #expect(taken.stdout == "Responses: 1 new\n", "\(taken)")
      let table = try place.run(["counts", "--campaign", "spring"] + Self.asked)
      #expect(table.stdout.split(separator: "\r\n").contains("librarian,*,*,1"), "\(table)")
      let shown = try place.run(["campaign", "show", "spring"] + Self.asked)
      #expect(shown.stdout.contains("Importance: each statement from 1 to 5\n"))
      #expect(shown.stdout.contains("Answered: 1 response\n"))
      #expect(
        try place.run(["report", "--campaign", "spring", "-o", "report"] + Self.asked).exit == 0)
    }
  }

  @Test func `A response for another campaign is refused, and nothing of it is kept`() throws {
    try withWorkplace { place in
      try invite(place, ["--importance", "none", "--ask", "state"])
      #expect(try finish(place).exit == 0)
      #expect(try place.run("share").exit == 0)
      #expect(try place.run(["campaign", "new", "fall"] + Self.asked).exit == 0)
      let refused = try place.run(
        ["import", "responses", "waymark-response.json", "--campaign", "fall", "--new"] + Self.asked
      )
      #expect(refused.exit == 65)
      #expect(
        refused.stderr.contains(
          "waymark-response.json:72:3: the file is meant for the campaign 'spring', this is 'fall'; "
            + "import it into that campaign\n"))
      let shown = try place.run(["campaign", "show", "fall"] + Self.asked)
      #expect(shown.stdout.contains("Answered: 0 responses\n"), "\(shown)")
    }
  }

  /// Answers every statement for the invitation, and all questions at its end.
  private func finish(_ place: Workplace) throws -> ProgramRun.Outcome {
    let template = try place.run("assess", "--template").stdout.split(separator: "\n")
    let table = template.map {
      $0.hasPrefix("competency,") ? String($0) : "\($0.prefix { $0 != "," }),3,,"
    }.joined(separator: "\n")
    let given = try place.run(
      ["assess", "--campaign", "campaign.xml", "--answers", "-", "--role", "librarian"],
      input: table + "\n")
    #expect(given.exit == 0)
    #expect(!given.stderr.contains("finished"), "\(given)")
    return try place.run("assess", "--script", "-", input: "\n\noh\nf\n")
  }

  @Test func `Background answers are left out of the file when the person says so`() throws {
    try withWorkplace { place in
      try invite(place, ["--importance", "none", "--ask", "state"])
      let last = try finish(place)
      #expect(last.stdout.contains("\nSaved: Ohio.\n"), "\(last)")
      #expect(try place.run("share", "--leave-out", "state").exit == 0)
      #expect(try response(place)["background"] as? [String: [String]] == [:])
      let wrong = try place.run("share", "--leave-out", "stat", "--dry-run")
      #expect(wrong.exit == 64)
      #expect(wrong.stderr.contains("did you mean 'state'?"))
      // What was left out stays out for this campaign, until the person says otherwise.
      let again = try place.run("share")
      #expect(again.stderr.contains("Left out, as last time: "), "\(again)")
      #expect(try response(place)["background"] as? [String: [String]] == [:])
      let dry = try place.run("share", "--leave-out", "none", "--dry-run")
      #expect(dry.stderr.contains(" Ohio\n") && !dry.stderr.contains("Left out"), "\(dry)")
      #expect(try place.run("share").stderr.contains("Left out, as last time: "))
      #expect(try place.run("share", "--leave-out", "none").exit == 0)
      #expect(try response(place)["background"] as? [String: [String]] == ["state": ["OH"]])
      #expect(!(try place.run("share").stderr.contains("Left out")))
    }
  }

  @Test func `Other statements than those that are asked are refused before anything is kept`()
    throws
  {
    try withWorkplace { place in
      try invite(place, [])
      let text = try place.text("campaign.xml")
      let hash = try #require(text.split(separator: "frameworkSha256=\"").last?.prefix(64))
      let cases = [
        (
          String(hash), String(repeating: "0", count: 64),
          "it asks children-services 2020, but in other words than this Waymark has; "
        ),
        (
          "frameworkVersion=\"2020\"", "frameworkVersion=\"2030\"",
          "it asks children-services 2030, and this Waymark has children-services 2020; "
        ),
      ]
      for (old, new, message) in cases {
        try place.write(Array(text.replacing(old, with: new).utf8), to: place.folder + "/c.xml")
        try place.expect(
          "assess", "--campaign", "c.xml", "--script", "-", input: "3\n\n4\n",
          stderr: "c.xml: " + message + "ask the people who invited you for the file of "
            + "their statements, and name it with --framework FILE\n", exit: 65)
      }
      #expect(!FileManager.default.fileExists(atPath: place.store))
    }
  }

  /// The framework of the format's guide: one area, two statements.
  private static func guideExample() throws -> String {
    let guide = try Checkout.text("docs/framework-format.md")
    let parts = guide.components(separatedBy: "```xml\n")
    let example = parts.dropFirst().first?.components(separatedBy: "```").first
    return try #require(example)
  }

  @Test func `Statements of one's own go with the invitation, and are kept with the answers`()
    throws
  {
    try withWorkplace { place in
      try place.write(Array(try Self.guideExample().utf8), to: place.folder + "/own.xml")
      try invite(place, ["--framework", "own.xml", "--ask", "years"])
      let without = try place.run(
        "assess", "--campaign", "campaign.xml", "--script", "-", input: "q\n")
      #expect(without.exit == 65)
      let first = try place.run(
        "assess", "--campaign", "campaign.xml", "--framework", "own.xml", "--script", "-",
        input: "1\n1\n")
      #expect(first.exit == 0)
      let last = try place.run("assess", "--script", "-", input: "2\n\n\n2\nf\n")
      #expect(last.stdout.contains("\nSaved: 1 to 2 years.\n"), "\(last)")
      #expect(last.stdout.hasSuffix("Next: waymark share\n"))
      #expect(!last.stderr.contains("have changed"))
      #expect(try place.run("share").exit == 0)
      let taken = try place.run(
        ["import", "responses", "waymark-response.json", "--campaign", "spring", "--new"]
          + Self.asked)
      #expect(taken.stdout == "Responses: 1 new\n", "\(taken)")
      #expect(
        try place.run(["report", "--campaign", "spring", "-o", "report"] + Self.asked).exit == 0)
    }
  }

  @Test func `Nobody is invited to a campaign that is closed or made up`() throws {
    try withWorkplace { place in
      let demo = try place.run("demo", "--people", "3", "-o", "demo.csv")
      #expect(demo.exit == 0)
      #expect(
        try place.run("import", "responses", "demo.csv", "--campaign", "demo", "--new").exit == 0)
      try place.expect(
        "campaign", "invite", "demo",
        stderr: "campaign 'demo': its people are made up, and nobody else can be asked; "
          + "begin a campaign with: waymark campaign new NAME\n", exit: 65)
      #expect(try place.run("campaign", "new", "old").exit == 0)
      #expect(try place.run("campaign", "close", "old").exit == 0)
      try place.expect(
        "campaign", "invite", "old",
        stderr: "campaign 'old': it was closed on 23 November 2026; "
          + "begin a new campaign with: waymark campaign new NAME\n", exit: 65)
    }
  }

  @Test func `What is no invitation is refused`() throws {
    try withWorkplace { place in
      try place.write(Array("<x/>".utf8), to: place.folder + "/c.xml")
      let other = try place.run("assess", "--campaign", "c.xml", "--script", "-", input: "q\n")
      #expect(other.exit == 65)
      let missing = try place.run("assess", "--campaign", "d.xml", "--script", "-", input: "q\n")
      #expect(missing.exit == 65)
      #expect(!FileManager.default.fileExists(atPath: place.store))
    }
  }

  @Test func `An assessment of one's own is neither taken for the campaign nor lost`() throws {
    try withWorkplace { place in
      try invite(place, [])
      #expect(try place.run("assess", "--set", "client.respect=3").exit == 0)
      let refused = try place.run(
        "assess", "--campaign", "campaign.xml", "--script", "-", input: "q\n")
      #expect(refused.exit == 64)
      #expect(refused.stderr.contains("add --new to begin one for the campaign"))
      let begun = try place.run(
        "assess", "--campaign", "campaign.xml", "--new", "--script", "-", input: "3\n\n4\nq\n")
      #expect(begun.exit == 0)
      #expect(try place.salvagedRows().count == 2)
    }
  }

  @Test func `Who begins anew beside a campaign that was answered is told what that does to it`()
    throws
  {
    try withWorkplace { place in
      try invite(place, [])
      let first = try place.run(
        "assess", "--campaign", "campaign.xml", "--script", "-", input: "3\n\n4\na\nf\nf\nf\n")
      #expect(first.stdout.contains("Finished and saved."), "\(first)")
      let own = try place.run("assess", "--new", "--script", "-", input: "q\n")
      #expect(own.stderr.contains("stay as they are."), "\(own)")
      let twice = ["assess", "--campaign", "campaign.xml", "--new", "--script", "-"]
      let unsent = try place.run(twice, input: "q\n")
      #expect(unsent.stderr.contains("Whoever sends both counts twice: send only one of them."))
      #expect(
        unsent.stdout.hasSuffix(
          "Begin again with: waymark assess --campaign campaign.xml --new\n"))
      #expect(try place.run("share", "-o", "mine.json").exit == 0)
      let sent = try place.run(twice, input: "q\n")
      #expect(sent.stderr.contains("take the earlier one back with waymark share --withdraw."))
    }
  }

  @Test func `On a terminal one key rates the importance, and background questions take a line`()
    throws
  {
    try withWorkplace { place in
      try invite(place, ["--importance", "rated", "--ask", "state"])
      let terminal = try place.terminal("assess", "--campaign", "campaign.xml")
      try terminal.wait(for: "Press Enter to go on: ")
      terminal.type("\n")
      try terminal.wait(for: "Role: ")
      terminal.type("3\n")
      try terminal.wait(for: "Area: ")
      terminal.type("\n")
      try terminal.wait(for: "> ")
      terminal.type("3")
      try terminal.wait(for: "Importance: ")
      terminal.type("4")
      try terminal.wait(for: "Saved: importance 4, Very.")
      terminal.type("q")
      try terminal.wait(for: "Saved. Go on with: waymark assess")
    }
  }
}
