import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// The documents that people copy from, and those that Waymark ships.
@Suite struct DocumentationTests {
  @Test func `The examples of the format's guide are sound, each and together`() throws {
    let guide = try String(
      contentsOfFile: Samples.repository + "/docs/framework-format.md", encoding: .utf8)
    let examples = guide.split(separator: "\n```").filter { $0.hasPrefix("xml\n") }
      .map { String($0.dropFirst("xml\n".count)) }
    let documents = try Samples.loader.load(
      examples.enumerated().map {
        SourceFile(name: "example \($0 + 1)", bytes: Array($1.utf8))
      }
    ).map { try $0.get() }
    #expect(documents.map(\.kind) == DocumentKind.allCases)
  }

  @Test func `All shipped documents are sound, each and together`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Samples.schemas)
      .filter { $0.hasSuffix(".xml") }.sorted()
      .map { name in
        SourceFile(
          name: name,
          bytes: Array(try Data(contentsOf: URL(filePath: Samples.schemas + "/" + name))))
      }
    for result in try Samples.loader.load(files) {
      if case .failure(let findings) = result {
        Issue.record("\(findings.listed.map(\.description).joined(separator: "\n"))")
      }
    }
  }

  @Test func `The schemas allow the words that the values have`() throws {
    let schema =
      try String(
        contentsOfFile: Samples.schemas + "/catalogue.xsd", encoding: .utf8)
      + String(contentsOfFile: Samples.schemas + "/plan.xsd", encoding: .utf8)
    let words =
      // Practice has an element of its own.
      LearningResource.Format.allCases.filter { $0 != .practice }.map(\.rawValue)
      + LearningResource.Access.allCases.map(\.rawValue)
      + LearningResource.Status.allCases.map(\.rawValue)
      + LearningResource.Look.allCases.map(\.rawValue)
      + PracticePart.Kind.allCases.map(\.rawValue)
      + StrategicPlan.Measure.allCases.map(\.rawValue)
    for word in words { #expect(schema.contains("<xs:enumeration value=\"\(word)\"/>"), "\(word)") }
  }
}
