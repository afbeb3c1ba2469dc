import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

/// Mentoring from the person's own offer to the pairs of a campaign.
@Suite struct MentoringTests {
  /// Answers every statement with one level.
  private func answer(_ place: Workplace, level: Int, person: String? = nil) throws {
    let template = try place.run("assess", "--template").stdout.split(separator: "\n")
    let table = template.map {
      $0.hasPrefix("competency,") ? String($0) : "\($0.prefix { $0 != "," }),\(level),,"
    }.joined(separator: "\n")
    let given = try place.run(
      "assess", "--answers", "-", "--role", "librarian", input: table + "\n", person: person)
    #expect(given.exit == 0, "\(given)")
  }

  private func object(_ place: Workplace, _ name: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(
      with: Data(try place.bytes(place.folder + "/" + name)))
    return try #require(value as? [String: Any])
  }

  private static let offer = [
    "share", "--teach", "client.respect", "admin.hiring", "--contact", "Ana, ana@lib.example",
  ]

  @Test func `Nothing of mentoring is written unless it is asked for`() throws {
    try withWorkplace { place in
      try answer(place, level: 4)
      let plain = try place.run("share")
      #expect(plain.exit == 0)
      #expect(!plain.stdout.contains("waymark-mentoring") && !plain.stdout.contains("contact"))
      #expect(!plain.stderr.contains("mentoring"))
      #expect(try place.run("share", "--withdraw").exit == 0)
      #expect(
        try place.names(in: place.folder) == ["waymark-response.json", "waymark-withdrawal.json"])
    }
  }

  @Test func `The offer is a second file with an id of its own, and the response has no contact`()
    throws
  {
    try withWorkplace { place in
      try answer(place, level: 4)
      let shared = try place.run(
        Self.offer + ["--seek", "profession.growth", "--region", "oh", "--speak", "es-mx"])
      #expect(shared.exit == 0, "\(shared)")
      #expect(shared.stderr.contains("Two files leave, and only if you send them."))
      #expect(
        shared.stderr.contains(
          "In words: for the mentoring program alone, your contact 'Ana, ana@lib.example'"))
      let (response, card) = (
        try place.text("waymark-response.json"), try place.text("waymark-mentoring.json")
      )
      #expect(shared.stdout == response + card)
      #expect(!response.contains("Ana") && !response.contains("ana@"))
      let ids = { (text: String) in
        Set(text.matches(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/).map { String($0.output) })
      }
      #expect(ids(response).count == 1 && ids(card).count == 1)
      #expect(ids(response).isDisjoint(with: ids(card)))
      #expect(try place.mode(of: place.folder + "/waymark-mentoring.json") == 0o600)
      let file = try object(place, "waymark-mentoring.json")
      #expect(file["teaches"] as? [String] == ["client.respect", "admin.hiring"])
      #expect(file["seeks"] as? [String] == ["profession.growth"])
      #expect(file["region"] as? String == "OH")
      #expect(file["languages"] as? [String] == ["es-MX"])
      #expect(file["pairs"] as? Int == 1)
      #expect(file["for"] as? [String] == ["mentoring"])
      #expect(file["revision"] as? Int == 1)
      #expect(file["campaign"] is NSNull)
      for field in ["answers", "role", "month", "response", "link"] { #expect(file[field] == nil) }
    }
  }

  static let refused: [(arguments: [String], says: String)] = [
    (["--teach", "client.respect"], "you can be reached by it alone."),
    (["--seek", "client.respect"], "you can be reached by it alone."),
    (["--contact", "Ana"], "--contact goes with --teach ID or --seek ID."),
    (["--for", "training"], "--for goes with --teach ID or --seek ID."),
    (["--region", "OH"], "--region goes with --teach ID or --seek ID."),
    (
      ["--seek", "client.respect", "--contact", "A", "--mentees", "2"],
      "--mentees goes with --teach"
    ),
    (["--teach", "client.respect", "--contact", "A", "--mentees", "11"], "a number from 1 to 10."),
    (
      ["--teach", "client.respct", "--contact", "A"],
      "--teach: there is no statement 'client.respct'; did you mean 'client.respect'?"
    ),
    (
      ["--teach", "client.bias", "--contact", "A"],
      "--teach 'Act on rules that shut families out': you chose 2, and what you teach you rated 4 or 5; see"
    ),
    (
      ["--teach", "client.culture", "--contact", "A"],
      "--teach 'Ask about customs before I plan': you gave it no level, and what you teach you rated 4 or 5; see"
    ),
    (
      ["--seek", "admin.x", "--contact", "A"],
      "--seek: there is no statement 'admin.x'; see them"
    ),
    (
      ["--teach", "client.respect", "--seek", "client.respect", "--contact", "A"],
      "--seek 'Speak with the child first': you offer to teach it as well; leave one of the two out"
    ),
    (
      ["--seek", "client.respect", "--contact", "  "], "--contact: write your name and how to reach"
    ),
    (["--seek", "client.respect", "--contact", "a\nb"], "--contact: write your name and how to"),
    (["--seek", "client.respect", "--contact", "a\u{1B}[31mb"], "--contact: write your name"),
    (["--seek", "client.respect", "--contact", "a\u{202E}b"], "--contact: write your name and"),
    (
      ["--seek", "client.respect", "--contact", "A", "--region", "Ohio"],
      "--region: there is no region 'Ohio'; "
    ),
    (
      ["--seek", "client.respect", "--contact", "A", "--speak", "?"],
      "--speak: '?' is no language tag; use one such as en or es-MX"
    ),
    (
      ["--withdraw", "--seek", "client.respect", "--contact", "A"],
      "--withdraw takes the offer back; leave --teach and --seek out."
    ),
    (
      ["--seek", "client.respect", "--contact", "A", "-o", "waymark-mentoring.json"],
      "-o 'waymark-mentoring.json': the second file has this name; choose another"
    ),
  ]

  @Test func `An offer that cannot stand says why, and nothing is written`() throws {
    try withWorkplace { place in
      let template = try place.run("assess", "--template").stdout.split(separator: "\n")
      let table = template.map { row in
        let id = row.prefix { $0 != "," }
        let level = ["client.bias": "2", "client.culture": "na"][String(id)] ?? "5"
        return row.hasPrefix("competency,") ? String(row) : "\(id),\(level),,"
      }.joined(separator: "\n")
      #expect(try place.run("assess", "--answers", "-", input: table + "\n").exit == 0)
      for (arguments, says) in Self.refused {
        let outcome = try place.run(["share"] + arguments)
        #expect(outcome.exit == 64, "\(outcome)")
        #expect(outcome.stderr.contains(says), "\(outcome)")
        #expect(outcome.stdout.isEmpty, "\(outcome)")
        #expect(ControlBytes.found(in: outcome.errors) == [], "\(arguments)")
      }
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }

  @Test func `Both files are written or none, and no revision is raised for nothing`() throws {
    try withWorkplace { place in
      try answer(place, level: 5)
      try place.write(Array("mine".utf8), to: place.folder + "/waymark-mentoring.json")
      let refused = try place.run(Self.offer)
      #expect(refused.exit == 74)
      #expect(
        refused.stderr == "waymark-mentoring.json: it is there already; --force replaces it\n")
      #expect(try place.names(in: place.folder) == ["waymark-mentoring.json"])
      let missing = try place.run(Self.offer + ["-o", "none/r.json"])
      #expect(missing.exit == 74)
      #expect(try place.run(Self.offer + ["--dry-run"]).stderr.hasSuffix("Nothing was written.\n"))
      #expect(try place.text("waymark-mentoring.json") == "mine")

      let folder = place.folder + "/out"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false)
      let full = try place.shell(
        "ulimit -f 4; \"$waymark\" share --seek client.respect --contact A -o out/r.json")
      #expect(full.exit == 74, "\(full)")
      #expect(try place.names(in: folder).isEmpty)

      #expect(try place.run(Self.offer + ["-o", "out/r.json"]).exit == 0)
      #expect(try place.names(in: folder) == ["r.json", "waymark-mentoring.json"])
      #expect(try object(place, "out/r.json")["revision"] as? Int == 1)
      #expect(try object(place, "out/waymark-mentoring.json")["revision"] as? Int == 1)
      #expect(try place.run(Self.offer + ["-o", "out/r.json", "--force"]).exit == 0)
      #expect(try object(place, "out/r.json")["revision"] as? Int == 2)
      #expect(try object(place, "out/waymark-mentoring.json")["revision"] as? Int == 2)
    }
  }

  @Test func `Pairs are made of what was taken in, and a withdrawal takes a name out again`() throws
  {
    try withWorkplace { place in
      try answer(place, level: 5, person: "Ana")
      try answer(place, level: 2, person: "Ben")
      let contact = "<script>alert(1)</script>"
      for (person, arguments) in [
        ("Ana", ["--teach", "client.respect", "--contact", contact]),
        ("Ben", ["--seek", "client.respect", "--contact", "=1+1 Ben"]),
      ] {
        let shared = try place.run(
          ["share", "-o", "\(person).json", "--person", person] + arguments)
        #expect(shared.exit == 0, "\(shared)")
        #expect(
          rename(
            place.folder + "/waymark-mentoring.json", place.folder + "/\(person)-mentoring.json")
            == 0)
      }
      #expect(try place.run("campaign", "new", "spring").exit == 0)
      let none = try place.run("mentors", "--campaign", "spring")
      #expect(none.exit == 0)
      #expect(none.stdout.contains("\nNobody in this campaign offers to teach"))
      #expect(none.stderr == "Next: waymark import responses FILE --campaign spring\n")

      let taken = try place.run("import", "responses", ".", "--campaign", "spring", "--new")
      #expect(taken.stdout == "Responses: 2 new; 2 mentoring offers: 2 new\n", "\(taken)")
      #expect(taken.stderr.hasSuffix("\nPairs: waymark mentors --campaign spring\n"))
      let again = try place.run("import", "responses", ".", "--campaign", "spring", "--new")
      #expect(
        again.stdout
          == "Responses: 0 new, 2 known already; 2 mentoring offers: 2 known already\n")

      let shown = try place.run("mentors", "--campaign", "SPRING")
      #expect(shown.stdout.contains("\n1  \(contact) with =1+1 Ben\n"), "\(shown)")
      #expect(shown.stdout.contains("- Speak with the child first\n"), "\(shown)")
      #expect(
        shown.stderr == "Keep it: waymark mentors --campaign spring -o mentors.html\n")
      for ending in ["csv", "html", "json", "txt"] {
        let written = try place.run("mentors", "--campaign", "spring", "-o", "m.\(ending)")
        #expect(written.exit == 0)
        #expect(try place.mode(of: place.folder + "/m.\(ending)") == 0o600)
      }
      #expect(!(try place.text("m.html").contains("<script")))
      #expect(try place.text("m.csv").contains(",\"'=1+1 Ben\","))
      #expect(
        try place.run("mentors", "--campaign", "sprin").stderr
          == "there is no campaign 'sprin'; did you mean 'spring'?\n")
      #expect(try place.run("mentors", "--campaign", "spring", "--mentees", "0").exit == 64)

      let back = try place.run("share", "--withdraw", person: "Ana")
      #expect(back.exit == 0)
      let gone = try place.run(
        "import", "responses", "waymark-mentoring-withdrawal.json", "Ana-mentoring.json",
        "--campaign", "spring", "--new")
      #expect(
        gone.stdout
          == "Responses: 0 new; 2 mentoring offers: 1 older than what is there, 1 withdrawn\n",
        "\(gone)")
      let left = try place.run("mentors", "--campaign", "spring")
      #expect(left.stdout.contains("No pairs: 1 person seeks a mentor"), "\(left)")
      #expect(!left.stdout.contains("script"))
    }
  }

  @Test func `A file with a fault is refused with all its faults, and nothing is taken in`() throws
  {
    try withWorkplace { place in
      try answer(place, level: 5)
      #expect(try place.run(Self.offer).exit == 0)
      let text = try place.text("waymark-mentoring.json")
        .replacing("\"pairs\" : 1", with: "\"pairs\" : 0")
        .replacing("Ana,", with: #"Ana\u001b]52;c;eA==\u0007"#)
      try place.write(Array(text.utf8), to: place.folder + "/bad.json")
      let refused = try place.run("import", "responses", ".", "--campaign", "spring", "--new")
      #expect(refused.exit == 65)
      #expect(
        refused.stderr.contains("./bad.json:3:3: 'contact' is 'Ana\\u{1B}]52;c;eA=="), "\(refused)")
      #expect(refused.stderr.contains("'pairs' is '0', not a number from 1 to 10; ask"))
      #expect(refused.stderr.hasSuffix("Nothing was taken in.\n"))
      #expect(ControlBytes.found(in: refused.errors) == [])
      #expect(try place.run("mentors", "--campaign", "spring").exit == 65)
    }
  }

  @Test func `Real people do not offer themselves among made-up ones`() throws {
    try withWorkplace { place in
      try answer(place, level: 5)
      #expect(try place.run(Self.offer).exit == 0)
      #expect(try place.run("demo", "--people", "9", "-o", "demo.csv").exit == 0)
      for files in [
        ["demo.csv", "waymark-mentoring.json"], ["waymark-mentoring.json", "demo.csv"],
      ] {
        let mixed = try place.run(
          ["import", "responses"] + files + ["--campaign", "demo", "--new"])
        #expect(mixed.exit == 65)
        #expect(mixed.stderr.contains(": made-up people would be mixed with real ones;"))
      }
      #expect(
        try place.run(
          "import", "responses", "waymark-mentoring.json", "--campaign", "real", "--new"
        ).exit
          == 0)
      #expect(
        try place.run("import", "responses", "demo.csv", "--campaign", "real", "--new").exit == 65)
    }
  }
}
