import Foundation
import Testing
import WaymarkTestSupport

/// Reports with weights and with an earlier campaign, through the program.
@Suite struct ReportSupplementTests {
  /// The rows of a CSV file whose fields hold no quotes and no line ends, by the names of its columns.
  private func rows(_ file: String, _ place: Workplace) throws -> [[String: String]] {
    let lines = try place.text(file).components(separatedBy: "\r\n").filter { !$0.isEmpty }
    let names = Self.fields(try #require(lines.first))
    return lines.dropFirst().map { line in
      Dictionary(zip(names, Self.fields(line)), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func fields(_ line: String) -> [String] {
    // Every second piece stands between quotes.
    line.components(separatedBy: "\"").enumerated().map { place, piece in
      place.isMultiple(of: 2) ? piece.replacing(",", with: "\n") : piece
    }.joined().components(separatedBy: "\n")
  }

  private func campaign(_ name: String, seed: Int, _ place: Workplace) throws {
    #expect(
      try place.run("demo", "--people", "300", "--seed", "\(seed)", "-o", "\(name).csv").exit == 0)
    #expect(
      try place.run("import", "responses", "\(name).csv", "--campaign", name, "--new").exit == 0)
  }

  @Test func `Weighted to itself, a sample gives the figures that it has without weights`() throws {
    try withWorkplace { place in
      try campaign("spring", seed: 5, place)
      let people = try rows("spring.csv", place)
      var counts: [String: Int] = [:]
      for person in people where !(person["role"] ?? "").isEmpty {
        counts[person["role"] ?? "", default: 0] += 1
      }
      let margins =
        "variable,category,count\n"
        + counts.sorted { $0.key < $1.key }.map { "role,\($0.key),\($0.value)\n" }.joined()
      try place.write(Array(margins.utf8), to: place.folder + "/members.csv")
      let outcome = try place.run(
        "report", "--campaign", "spring", "--population", "members.csv", "-o", "report")
      #expect(outcome.exit == 0, "\(outcome)")
      let weighted = try rows("report/data/weighted.csv", place)
      #expect(weighted.count == 63)
      for row in weighted {
        #expect(row["share"] == row["share_weighted"])
        #expect(row["mean"] == row["mean_weighted"])
      }
      let plain = try rows("report/data/competencies.csv", place)
      #expect(weighted.map { $0["mean"] } == plain.map { $0["mean"] })
      let ratios = try rows("report/data/representation.csv", place).compactMap { $0["ratio"] }
      #expect(ratios.allSatisfy { $0 == "1.00" || $0 == "[c]" })
      #expect(ratios.contains("1.00"))
    }
  }

  @Test(arguments: [
    ("variable,category,count\nrole,librarian,100\n", 65, "has people who answered and nobody"),
    ("variable,category,count\n*,*,100\n", 65, "it has margins of nothing"),
    ("variable,category,count\nrole,librarian,-1\n", 65, "'-1' is no number of people"),
    ("variable,category,count\nrole,boss,1\n", 65, "boss"),
  ])
  func `Margins that cannot be used are refused before anything is written`(
    margins: String, exit: Int32, message: String
  ) throws {
    try withWorkplace { place in
      try campaign("spring", seed: 5, place)
      try place.write(Array(margins.utf8), to: place.folder + "/members.csv")
      let outcome = try place.run(
        "report", "--campaign", "spring", "--population", "members.csv", "-o", "report")
      #expect(outcome.exit == exit)
      #expect(outcome.stderr.contains(message), "\(outcome.stderr)")
      #expect(outcome.stderr.hasPrefix("members.csv"))
      #expect(!FileManager.default.fileExists(atPath: place.folder + "/report"))
    }
  }

  @Test func `Two campaigns are set side by side, and nobody is paired who is not linked`() throws {
    try withWorkplace { place in
      try campaign("before", seed: 5, place)
      try campaign("after", seed: 6, place)
      let outcome = try place.run(
        "report", "--campaign", "after", "--compare", "before", "-o", "report")
      #expect(outcome.exit == 0, "\(outcome)")
      let earlier = try place.run("report", "--campaign", "before", "-o", "earlier")
      #expect(earlier.exit == 0)
      let change = try rows("report/data/change.csv", place)
      let before = try rows("earlier/data/competencies.csv", place)
      let after = try rows("report/data/competencies.csv", place)
      func column(_ name: String, _ rows: [[String: String]]) -> [String?: String?] {
        Dictionary(uniqueKeysWithValues: rows.map { ($0["competency"], $0[name]) })
      }
      #expect(column("share_before", change) == column("below_share", before))
      #expect(column("share", change) == column("below_share", after))
      // What chance explains least stands first.
      let chances = change.compactMap { $0["chance"].flatMap(Double.init) }
      #expect(chances.count == change.count && chances == chances.sorted())
      let page = try place.text("report/report.md")
      #expect(page.contains("tested together (Welch's test of the mean level, Holm 1979)"))
      for row in change {
        let difference = try #require(row["share_change"].flatMap(Double.init))
        let low = try #require(row["share_low"].flatMap(Double.init))
        let high = try #require(row["share_high"].flatMap(Double.init))
        #expect(low <= difference && difference <= high)
      }
      // Made-up people are not linked.
      #expect(!FileManager.default.fileExists(atPath: place.folder + "/report/data/paired.csv"))
      #expect(
        try place.run("report", "--campaign", "after", "--compare", "after", "-o", "x").exit == 64)
      #expect(
        try place.run("report", "--campaign", "after", "--compare", "never", "-o", "x").exit == 65)
      #expect(try place.run("report", "--campaign", "after", "--trim", "3", "-o", "x").exit == 64)
    }
  }
}
