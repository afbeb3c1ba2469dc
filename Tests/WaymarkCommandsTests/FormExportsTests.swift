import Foundation
import Testing
import WaymarkTestSupport

/// Exports in the style of seven form tools, of the same made-up people: written by somebody who did not
/// know the reader, with the levels, positions, states and years that are in them.
struct FormExportsTests {
  private static let folder = Checkout.path("Tests/WaymarkCommandsTests/FormExports")

  /// The rows of a table without quotes, by the names of its columns.
  private static func table(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
  }

  /// How many people gave each answer to each statement, as a file of counts names them.
  private static func levels() throws -> [String: Int] {
    // Who answered nothing is no respondent.
    let silent = try table("expected-background.csv").filter { $0["position"] == "" }
      .compactMap { $0["person"] }
    #expect(silent.count == 1)
    let rows = try table("expected.csv").filter { !silent.contains($0["person"] ?? "") }
    return Dictionary(
      rows.compactMap { row -> (String, Int)? in
        guard let statement = row["statement"], let level = row["level"] else { return nil }
        return ("\(statement) \(level.isEmpty ? "skipped" : level)", 1)
      }, uniquingKeysWith: +)
  }

  /// The same of a file of counts: rows without a group, over all roles.
  private func levels(_ counts: String) -> [String: Int] {
    Dictionary(
      counts.split(whereSeparator: \.isNewline).compactMap { line -> (String, Int)? in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == 4, cells[1].contains("."), cells[2] != "not-asked" else { return nil }
        return Int(cells[3]).map { ("\(cells[1]) \(cells[2])", $0) }
      }, uniquingKeysWith: +)
  }

  /// How many people are in each group of a file of counts by one question.
  private func groups(_ counts: String) -> [String: Int] {
    Dictionary(
      counts.split(whereSeparator: \.isNewline).compactMap { line -> (String, Int)? in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == 5, cells[1] != "*", cells[2] == "*", cells[3] == "*" else {
          return nil
        }
        return Int(cells[4]).map { (String(cells[1]), $0) }
      }, uniquingKeysWith: +)
  }

  // Codes that only the form's author knows are for a person to write: two lines of the map.
  @Test(arguments: [
    ("google.csv", []), ("google.xlsx", []), ("kobo.csv", []), ("kobo.xlsx", []),
    ("limesurvey.csv", []), ("limesurvey.xlsx", ["AO06,na", "AO07,unsure"]),
    ("msforms.csv", []), ("msforms.xlsx", []), ("qualtrics.tsv", []), ("qualtrics.xlsx", []),
    ("redcap.csv", ["6,na", "7,unsure"]), ("redcap.xlsx", []), ("surveymonkey.csv", []),
    ("surveymonkey.xlsx", []),
  ])
  func `It goes in by the map that is proposed`(file: String, written: [String]) throws {
    try withWorkplace { place in
      try FileManager.default.copyItem(
        atPath: "\(Self.folder)/\(file)", toPath: "\(place.folder)/\(file)")
      let proposed = try place.run("import", "map", file, "-o", "map.csv")
      #expect(proposed.exit == 0, "\(proposed)")
      var map = try place.text("map.csv")
      #expect(map.split(separator: "\n").count { $0.hasSuffix(",?") } == written.count)
      for line in written {
        let label = line.prefix { $0 != "," }
        map = map.replacing("*,statements,\(label),?", with: "*,statements,\(line)")
      }
      try place.write(Array(map.utf8), to: place.folder + "/map.csv")
      let taken = try place.run(
        "import", "responses", file, "--campaign", "c", "--new", "--map", "map.csv", "--partial")
      #expect(taken.exit == 0, "\(taken)")
      #expect(taken.stdout.hasPrefix("Responses: 11 new"), "\(taken)")

      #expect(try place.run("counts", "--campaign", "c", "-o", "all.csv").exit == 0)
      #expect(levels(try place.text("all.csv")) == (try Self.levels()))
      for question in ["position", "state", "years"] {
        let counted = try place.run(
          "counts", "--campaign", "c", "--by", question, "-o", "\(question).csv")
        #expect(counted.exit == 0, "\(counted)")
        let expected = try Self.table("expected-background.csv").compactMap { row -> String? in
          guard row["position"] != "" else { return nil }
          return row[question].flatMap { $0.isEmpty ? "(no answer)" : $0 }
        }
        #expect(
          groups(try place.text("\(question).csv"))
            == Dictionary(expected.map { ($0, 1) }, uniquingKeysWith: +), "\(question)")
      }
    }
  }
}
