import Foundation
import Testing
import WaymarkTestSupport

/// What is worded, written or quoted in one place alone.
@Suite struct OnePlaceTests {
  @Test(arguments: [
    ("\"did you mean", ["WaymarkBasics/Findings/Findings.swift"]),
    ("\"standard input\"", ["WaymarkCommands/Files/BoundedFile.swift"]),
    ("has the id \\(", ["WaymarkBasics/Findings/Findings.swift"]),
    ("has the id '", []),
    ("there is no \\(kind)", ["WaymarkCommands/Exit.swift"]),
    ("with: \"\\\"\\\"\")", ["WaymarkBasics/Formats/CSV.swift"]),
  ])
  func `It is said in one place`(words: String, places: [String]) throws {
    let found = try SourceText.all().filter { _, text in
      text.split(separator: "\n").contains {
        $0.contains(words) && $0.firstMatch(of: /^\s*\/\//) == nil
      }
    }
    #expect(found.map(\.path) == places)
  }
}

/// The source of all modules.
enum SourceText {
  static func all() throws -> [(path: String, text: String)] {
    let folder = Checkout.root.appendingPathComponent("Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map {
        ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
      }
  }
}
