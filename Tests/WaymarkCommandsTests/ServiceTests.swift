import Foundation
import Testing
import WaymarkTestSupport

/// What a service needs, from the questionnaire to the report.
@Suite struct ServiceTests {
  private func table(_ place: Workplace, level: Int) throws -> String {
    try place.run("assess", "--template").stdout.split(separator: "\n").map {
      $0.hasPrefix("competency,") ? String($0) : "\($0.prefix { $0 != "," }),\(level),,"
    }.joined(separator: "\n") + "\n"
  }

  /// Says what the service needs: one level now, another in five years.
  private func say(_ place: Workplace, now: Int, inFiveYears: Int, isAnew: Bool = false) throws {
    for (level, anew) in [(now, isAnew), (inFiveYears, false)] {
      let said = try place.run(
        ["assess", "--as", "service", "--answers", "-"] + (anew ? ["--new"] : []),
        input: try table(place, level: level))
      #expect(said.exit == 0, "\(said)")
    }
  }

  @Test func `After now comes in five years, each resumed, and then there is no more to say`()
    throws
  {
    try withWorkplace { place in
      let first = try place.run("assess", "--as", "service", "--script", "-", input: "\n3\nq\n")
      #expect(first.stdout.contains("What our service needs now:"))
      #expect(first.stdout.hasSuffix("Saved. Go on with: waymark assess --as service\n"))
      let rest = try place.run(
        "assess", "--as", "service", "--answers", "-", input: try table(place, level: 4))
      #expect(rest.stderr.contains("Next: waymark assess --as service"))
      let later = try place.run("assess", "--as", "service", "--script", "-", input: "\n\nq\n")
      #expect(later.stdout.contains("Enter says the same as for now: 4, In new cases."))
      #expect(later.stdout.contains("Saved: 4, In new cases."))
      let last = try place.run(
        "assess", "--as", "service", "--answers", "-", input: try table(place, level: 5))
      #expect(last.stderr.contains("Next: waymark share --as service --dry-run"))
      let more = try place.run("assess", "--as", "service", "--set", "client.respect=1")
      #expect(more.exit == 64 && more.stderr.contains("waymark assess --as service --new"))
    }
  }

  @Test func `What was said of the service is nowhere taken for the person's own`() throws {
    try withWorkplace { place in
      try say(place, now: 3, inFiveYears: 5)
      for command in ["profile", "path", "share"] {
        let outcome = try place.run(command)
        #expect(
          outcome.exit == 65 && outcome.stderr.contains("You have not rated yourself yet"),
          "\(outcome)")
      }
      #expect(try place.run([]).stdout.contains("You have not begun yet."))
      let info = try place.run("store", "info").stdout
      let id = try #require(info.firstMatch(of: /Assessment ([0-9a-f]{8})/)?.output.1)
      let named = try place.run("profile", "--assessment", String(id))
      #expect(named.exit == 65 && named.stderr.contains("not where you are"))
      let own = try place.run("assess", "--script", "-", input: "q\n")
      #expect(own.stdout.contains("Which role should your results be compared with?"))
    }
  }

  static let refused = [
    ["assess", "--as", "self"], ["assess", "--as", "service", "--role", "solo"],
    ["assess", "--as", "service", "--review"], ["share", "--as", "service", "--link"],
    ["share", "--as", "service", "--seek", "client.bias", "--contact", "A"],
    ["share", "--campaign", "x.xml"],
  ]

  @Test(arguments: refused)
  func `What does not go with it is refused before anything is read`(arguments: [String]) throws {
    try withWorkplace { place in
      let outcome = try place.run(arguments)
      #expect(outcome.exit == 64 && outcome.stdout.isEmpty, "\(outcome)")
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }

  @Test func `The file has nothing but the answers and an id of its own, and can be taken back`()
    throws
  {
    try withWorkplace { place in
      let early = try place.run("share", "--as", "service")
      #expect(early.exit == 65)
      try say(place, now: 3, inFiveYears: 5)
      let never = try place.run("share", "--as", "service", "--withdraw")
      #expect(never.exit == 65 && never.stderr.contains("it was never shared"))
      let shared = try place.run("share", "--as", "service")
      #expect(shared.exit == 0, "\(shared)")
      #expect(shared.stderr.contains("It stays here: your name, your role, your notes"))
      #expect(shared.stdout == (try place.text("waymark-service.json")))
      #expect(try place.mode(of: place.folder + "/waymark-service.json") == 0o600)
      #expect(try place.run("share", "--as", "service", "--withdraw").exit == 0)
      let taken = try place.run(
        "import", "responses", "waymark-service.json", "waymark-service-withdrawal.json",
        "--campaign", "spring", "--new")
      #expect(
        taken.stdout == "Responses: 0 new; 2 views of services: 1 new, 1 withdrawn\n", "\(taken)")
    }
  }

  // Said anew, one manager would otherwise count twice, and the first file could not be taken back.
  @Test func `What is said anew replaces what was shared, under the same id`() throws {
    try withWorkplace { place in
      try say(place, now: 3, inFiveYears: 5)
      #expect(try place.run("share", "--as", "service", "-o", "one.json").exit == 0)
      try say(place, now: 2, inFiveYears: 4, isAnew: true)
      #expect(try place.run("share", "--as", "service", "-o", "two.json").exit == 0)
      #expect(
        try place.run("share", "--as", "service", "--withdraw", "-o", "gone.json").exit == 0)
      let taken = try place.run(
        "import", "responses", "one.json", "two.json", "--campaign", "spring", "--new")
      #expect(taken.stdout.contains("2 views of services: 1 new, 1 "), "\(taken)")
      let gone = try place.run("import", "responses", "gone.json", "--campaign", "spring", "--new")
      #expect(gone.stdout.contains("1 withdrawn"), "\(gone)")
    }
  }

  /// The answers of six managers to two statements, now and in five years.
  private static let managers = [
    (now: ["2", "3"], inFiveYears: ["4", "4"]), (now: ["3", "3"], inFiveYears: ["4", "4"]),
    (now: ["3", "3"], inFiveYears: ["5", "4"]), (now: ["4", "3"], inFiveYears: ["5", "2"]),
    (now: ["5", "na"], inFiveYears: ["5", "2"]), (now: ["5", "unsure"], inFiveYears: ["5", "2"]),
  ]

  @Test func `The report sets staff's levels beside what managers say is needed`() throws {
    try withWorkplace { place in
      let staff =
        "respondent_id,client.respect,client.bias\n"
        + [1, 2, 2, 3, 4, 5].enumerated().map { "p\($0.offset),\($0.element),3\n" }.joined()
      #expect(
        try place.run(
          "import", "responses", "-", "--campaign", "spring", "--new", "--partial", input: staff
        ).exit == 0)
      try say(place, now: 3, inFiveYears: 5)
      #expect(try place.run("share", "--as", "service").exit == 0)
      let text = try place.text("waymark-service.json")
      var file = try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let statements = ["client.respect", "client.bias"]
      for (number, manager) in Self.managers.enumerated() {
        file["id"] = UUID().uuidString.lowercased()
        file["now"] = Dictionary(uniqueKeysWithValues: zip(statements, manager.now))
        file["inFiveYears"] = Dictionary(uniqueKeysWithValues: zip(statements, manager.inFiveYears))
        try JSONSerialization.data(withJSONObject: file).write(
          to: URL(filePath: place.folder + "/m\(number).json"))
      }
      let names = Self.managers.indices.map { "m\($0).json" }
      let taken = try place.run(["import", "responses"] + names + ["--campaign", "spring"])
      #expect(taken.stdout == "Responses: 0 new; 6 views of services: 6 new\n", "\(taken)")
      let report = try place.run(
        "report", "--campaign", "spring", "--min-group", "5", "--by", "role", "-o", "r")
      #expect(report.exit == 0, "\(report)")
      let rows = try place.text("r/data/service_need.csv").split(separator: "\r\n")
      // Staff 1 2 2 3 4 5: the third of six is 2; three are at 3 or above, one is at 5.
      #expect(rows[1].contains("client.respect,") && rows[1].hasSuffix(",6,3,6,5,6,2,3,1,"))
      // All six of staff are on 3; managers 2 2 2 4 4 4 in five years: the third is 2.
      let bias = try #require(rows.first { $0.contains("client.bias,") })
      #expect(bias.hasSuffix(",[c],[c],6,2,6,3,[c],6,\"withheld, too few people\""), "\(bias)")
      let page = try place.text("r/report.html")
      let finding =
        "6 managers said what their service needs. Of the statements that can be compared they need a "
        + "higher level now than staff have in 1 of 1, and in five years in 1 of 2."
      for page in [page, try place.text("r/report.md")] {
        #expect(page.contains(finding))
        #expect(page.contains("the managers' view") || page.contains("the managers&#39; view"))
      }
      #expect(try place.text("r/report.json").contains("\"serviceNeed\""))
    }
  }
}
