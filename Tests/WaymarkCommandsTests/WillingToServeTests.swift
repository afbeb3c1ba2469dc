import Foundation
import Testing
import WaymarkTestSupport

/// Who is willing to serve: said when sharing, counted by groups in reports.
struct WillingToServeTests {
  private static let ways = ["committees", "mentoring", "teaching"]

  /// The rows of a CSV file that has no quotes, by the names of its columns.
  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  // Counted again from the table that was imported.
  @Test(arguments: [120, 2000])
  func `A report counts the willing of every group`(people: Int) throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people \(people) --seed 3 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" report --campaign demo --by role --by locale -o report
        """)
      #expect(made.exit == 0, "\(made)")
      let answers = rows(try place.text("demo.csv"))
      let willing = rows(
        try place.text("report/data/willing.csv").replacing("\"", with: ""))
      func count(_ column: String, _ value: String?, _ way: String) -> Int {
        answers.count { row in
          row["serve-\(way)"] == "yes" && value.map { row[column] == $0 } ?? true
        }
      }
      let everybody = try #require(willing.first)
      #expect(everybody["group"] == "Everybody" && everybody["n"] == "\(people)")
      for (place, way) in Self.ways.enumerated() {
        #expect(everybody["willing_\(place + 1)"] == "\(count("", nil, way))")
      }
      let labels = [
        ("role", "librarian", "Children's librarian"), ("locale", "rural", "In a rural area"),
      ]
      for (column, value, label) in labels {
        let row = try #require(willing.first { $0["group"] == label })
        let inGroup = answers.count { $0[column] == value }
        let isWithheld = inGroup < 10
        #expect(row["n"] == (isWithheld ? "[c]" : "\(inGroup)"))
        for (place, way) in Self.ways.enumerated() {
          #expect(
            row["willing_\(place + 1)"]
              == (isWithheld ? "[c]" : "\(count(column, value, way))"))
        }
      }
      #expect(willing.contains { $0["n"] == "[c]" } == (people == 120))
    }
  }

  @Test func `A person says so when sharing, and otherwise nothing is said`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let silent = try place.run("share", "--dry-run")
      #expect(!silent.stdout.contains("serve-"))
      let said = try place.run(
        "share", "--serve", "committees", "--serve", "serve-teaching", "-o", "response.json")
      #expect(said.exit == 0, "\(said)")
      for question in ["on a committee of the association?", "in a workshop or a course?"] {
        #expect(said.stderr.contains("\(question) Yes\n"), "\(said)")
      }
      let taken = try place.shell(
        """
        "$waymark" campaign new board --ask years -q
        "$waymark" import responses response.json --campaign board --new
        "$waymark" report --campaign board --min-group 5 -o report
        """)
      #expect(taken.stdout.contains("Responses: 1 new\n"), "\(taken)")
      let table = rows(try place.text("report/data/willing.csv").replacing("\"", with: ""))
      #expect(table.first?["n"] == "[c]" && table.first?["willing_1"] == "[c]")
      let unknown = try place.run("share", "--serve", "comittees", "--dry-run")
      #expect(
        unknown.exit == 64
          && unknown.stderr == "there is no way to serve 'comittees'; did you mean 'committees'?\n")
    }
  }

  @Test func `What is asked by default is about work alone`() throws {
    try withWorkplace { place in
      #expect(try place.run("campaign", "new", "plain", "-q").exit == 0)
      let invitation = try place.run(
        "campaign", "invite", "plain", "--from", "Us", "--send", "Send it.", "-o", "c.xml")
      #expect(invitation.exit == 0, "\(invitation)")
      let text = try place.text("c.xml")
      #expect(text.contains("\"position\"") && !text.contains("serve-"))
    }
  }

  @Test func `The willing are published under the same proof as everybody`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" campaign new open --ask serve-committees --table role,serve-committees -q
        "$waymark" demo --people 400 --seed 5 -o demo.csv
        "$waymark" import responses demo.csv --campaign open --new
        "$waymark" campaign close open
        "$waymark" report --campaign open --publish --yes -o release
        """)
      #expect(made.exit == 0, "\(made)")
      let page = try place.text("release/report.md")
      #expect(page.contains("Are you willing to serve on a committee"))
      let export = try place.run("export", "--campaign", "open", "-o", "export")
      #expect(export.exit == 0)
      let shared = rows(try place.text("export/responses.csv"))
      #expect(shared.allSatisfy { ($0["serve-committees"] ?? "").isEmpty })
    }
  }
}
