import Foundation
import Testing

/// What is said to people stands in types of words and nowhere else.
@Suite struct WordsApartTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What a file is called that holds words.
  private static func isForWords(_ path: String) -> Bool { path.hasSuffix("Words.swift") }

  /// Literals of a source text that hold two words or more one after the other.
  static func sentences(in source: String) -> [String] {
    source.split(separator: "\n").flatMap { line -> [String] in
      let code = line.drop { $0 == " " }
      guard !code.hasPrefix("//") else { return [] }
      return code.matches(of: #/"(?:[^"\\]|\\.)*"/#).map { String($0.output) }
        .filter { $0.contains(#/[A-Za-z]{2,} [A-Za-z]{2,}/#) }
    }
  }

  /// Files that say something beside their structure, each with why.
  private static let exempt: [String: String] = [:]

  @Test(arguments: ["WaymarkPages"])
  func `Nothing is said to people outside of types of words`(module: String) throws {
    let folder = Self.root.appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(atPath: folder.path)
    var found: [String] = []
    while let path = files?.nextObject() as? String {
      guard path.hasSuffix(".swift"), !Self.isForWords(path), Self.exempt[path] == nil else {
        continue
      }
      let source = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      found += Self.sentences(in: source).map { "\(path): \($0)" }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test func `Sentences are told from names, marks and comments`() {
    #expect(Self.sentences(in: #"let a = "Nobody has answered so far.""#).count == 1)
    #expect(Self.sentences(in: #"  // "Nobody has answered""#).isEmpty)
    #expect(Self.sentences(in: #"let a = "h2.lead > p"; let b = "x \(y) z""#).isEmpty)
  }
}
