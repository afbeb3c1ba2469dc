import Foundation
import Testing
import WaymarkTestSupport

/// The sources of the store, which never take a value of a file for what it should be.
@Suite struct ForcedReadingTests {
  @Test func `Nothing is read from a row but through StoredRow`() throws {
    let sources = Checkout.root.appending(path: "Sources/WaymarkStore")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var found: [String] = []
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      count += 1
      guard file.lastPathComponent != "StoredRow.swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      // GRDB ends the program where a value that is fetched so is of another type.
      let forced = /\w+\["|fetch(?:One|All|Cursor|Set)\(/
      found += text.matches(of: forced).map { "\(file.lastPathComponent): \($0.output)" }
    }
    #expect(count > 20)
    #expect(found.isEmpty)
  }
}
