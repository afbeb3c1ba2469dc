import Foundation
import Testing

/// The records of decisions say all that a record has to say.
@Suite struct DecisionsTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/decisions")

  private static func records() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
  }

  @Test func `Every record has its day, its status and what else was looked at, in one order`()
    throws
  {
    let parts = ["Date.", "Context.", "Decision.", "Alternatives.", "Consequence."]
    for name in try Self.records() {
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      let found = text.matches(of: #/(?m)^\*\*([A-Z][a-z]+\.)\*\*/#).map { String($0.output.1) }
      #expect(found == parts, "\(name)")
      #expect(text.contains(#/\*\*Date\.\*\* \d{4}-\d\d-\d\d\. \*\*Status\.\*\* [A-Z]/#), "\(name)")
    }
  }

  @Test func `Every record stands in the list, under its number and its title`() throws {
    let list = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    let lines = list.split(separator: "\n").filter { $0.contains(#/^\d+\. /#) }.map(String.init)
    let expected = try Self.records().enumerated().map { place, name in
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      let title = text.prefix { $0 != "\n" }.drop { $0 != "." }.dropFirst(2)
      return "\(place + 1). [\(title)](\(name))"
    }
    #expect(lines == expected)
  }
}
