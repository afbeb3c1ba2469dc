import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

/// Every document that Waymark writes as JSON says what it is and in which version, in keys of one kind.
@Suite struct JSONDocumentTests {
  /// The keys under which things stand by their ids, or by tags of languages.
  private static let byID: Set = [
    "answers", "areas", "background", "categories", "competencies", "importance", "inFiveYears",
    "levels", "now", "objectives", "targets", "translations", "usual",
  ]

  /// Another's standard, with its keys.
  private static let foreign = "datapackage.json"

  @Test func `Every kind of document is written with its kind, its version and keys in camel case`()
    throws
  {
    var seen: Set<String> = []
    for (name, document) in try Self.samples() + Self.shared() + (try Self.written()) {
      let kind = try #require(document["kind"] as? String, "\(name)")
      #expect(JSON.Kind(rawValue: kind) != nil, "\(name)")
      #expect(document["schema"] is Int, "\(name)")
      Self.check(document, name)
      seen.insert(kind)
    }
    #expect(seen == Set(JSON.Kind.allCases.map(\.rawValue)))
  }

  @Test func `Nothing else writes or reads JSON`() throws {
    // Foundation's coders keep what a store and the ledger hold for themselves, and read what the parser of
    // arguments says of its options.
    let coders: Set = [
      "WaymarkStore/StoredRow.swift",
      "Waymark/Release/Release.swift", "Waymark/Release/Ledger/DeidentifiedResponses.swift",
      "WaymarkCommands/Help/DeclaredOptions.swift",
    ]
    let texts: Set = ["WaymarkBasics/Formats/JSON.swift", "WaymarkPages/Data/DataPackage.swift"]
    for (path, text) in try SourceText.all() {
      let hasCoder = ["JSONEncoder", "JSONDecoder", "JSONSerialization"].contains(
        where: text.contains)
      #expect(!hasCoder || coders.contains(path), "\(path)")
      #expect(!text.contains("JSON.text(") || texts.contains(path), "\(path)")
      #expect(!text.contains("\"kind\": .string(\""), "\(path)")
    }
  }

  /// The files of `exports/sample` and of snapshots, which other tests compare with what is written.
  private static func samples() throws -> [(String, [String: Any])] {
    try ["exports/sample", "Tests/WaymarkPagesTests/Snapshots"].flatMap { folder in
      let folder = Checkout.root.appendingPathComponent(folder)
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".json") && !$0.hasSuffix(foreign) }
        .map { ($0, try object(Data(contentsOf: folder.appendingPathComponent($0)))) }
    }
  }

  /// What people share, and what takes it back.
  private static func shared() throws -> [(String, [String: Any])] {
    let framework = try SampleFramework.small()
    let key = Framework.Key(id: framework.id, version: "1", sha256: "")
    let id = try SampleMentoring.id(1)
    let files =
      SharedFile.Kind.allCases.map { SharedFile(Withdrawal(of: $0, id.name, revision: 1)) } + [
        SharedFile(
          .service(
            ServiceView(
              id: id, revision: 1, month: "2026-11",
              now: [try SampleAssessment.id("talk.ask"): .skipped], inFiveYears: [:])),
          framework: key, campaign: nil)
      ]
    return try files.map { ("a shared file", try object(Data(try $0.json().utf8))) }
  }

  /// What commands write of a campaign without anybody, which takes no time.
  private static func written() throws -> [(String, [String: Any])] {
    let outputs = [
      "cohort show all", "plan --campaign empty",
      "evaluate --workshop one-more-question --before empty --after later",
      "catalogue coverage --before empty --after later", "framework show V", "framework list",
    ]
    return try withWorkplace { place in
      let begun = try place.shell(
        """
        set -e
        "$waymark" settings keys line
        "$waymark" campaign new empty
        "$waymark" campaign new later
        "$waymark" cohort new all --campaign empty
        """)
      #expect(begun.exit == 0, "\(begun)")
      let settings = place.home + "/.config/waymark/settings.json"
      let written = try outputs.map { output in
        let arguments = output.split(separator: " ").map(String.init) + ["--format", "json"]
        let outcome = try place.run(arguments)
        #expect(outcome.exit == 0, "\(outcome)")
        return (output, try object(Data(outcome.output)))
      }
      return written + [
        ("settings", try object(Data(contentsOf: URL(fileURLWithPath: settings))))
      ]
    }
  }

  private static func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func check(_ value: Any, _ path: String) {
    if let members = value as? [String: Any] {
      for (key, value) in members {
        #expect(key.wholeMatch(of: /[a-z]+([A-Z0-9][a-z]*)*/) != nil, "\(path).\(key)")
        if byID.contains(key), let members = value as? [String: Any] {
          for (id, value) in members { check(value, "\(path).\(key).\(id)") }
        } else {
          check(value, "\(path).\(key)")
        }
      }
    } else if let values = value as? [Any] {
      for value in values { check(value, path) }
    }
  }
}
