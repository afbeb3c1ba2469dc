import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// Documents that the tests make, and the way they are read.
enum Samples {
  static let root = "urn:waymark:framework"

  /// The folder of the schemas, found from this file.
  static let schemas = repository + "/competencies"

  static let repository = String(
    #filePath.dropLast("/Tests/WaymarkXMLTests/Samples.swift".count))

  static func load(
    _ text: String, name: String = "f.xml"
  ) throws -> Result<Document, Findings<DocumentProblem>> {
    try load(Array(text.utf8), name: name)
  }

  static func load(
    _ bytes: [UInt8], name: String = "f.xml"
  ) throws -> Result<Document, Findings<DocumentProblem>> {
    try #require(try loader.load([SourceFile(name: name, bytes: bytes)]).first)
  }

  static let loader = DocumentLoader(schemas: schemas)

  /// The messages that a document gives, empty when it is sound.
  static func messages(_ text: String, name: String = "f.xml") throws -> [String] {
    try messages(Array(text.utf8), name: name)
  }

  static func messages(_ bytes: [UInt8], name: String = "f.xml") throws -> [String] {
    switch try load(bytes, name: name) {
    case .success: []
    case .failure(let findings): findings.listed.map(\.description)
    }
  }

  static func framework(_ text: String) throws -> Framework {
    guard case .framework(let framework) = try load(text).get() else {
      throw SampleProblem.notAFramework
    }
    return framework
  }

  enum SampleProblem: Error { case notAFramework }

  /// A framework of two levels, one role, one area and the competencies given; `head` replaces the
  /// XML declaration, `extra` stands in front of the end.
  static func framework(
    head: String = "", attributes: String = "schema=\"1\"", title: String = "Sample",
    competencies: [String] = [competency("a.one")], extra: String = ""
  ) -> String {
    """
    \(head)<framework xmlns="urn:waymark:framework" \(attributes) id="sample" version="1" \
    xml:lang="en" licence="CC-BY-4.0">
      <title>\(title)</title>
      <source>Made for tests.</source>
      <scale>
        <level rank="1"><label>Not yet</label></level>
        <level rank="2"><label>Yes</label></level>
      </scale>
      <roles><role id="page"><title>Page</title></role></roles>
      <area id="I">
        <title>Area</title>
        <short>Area</short>
    \(competencies.joined(separator: "\n"))
      </area>\(extra)
    </framework>

    """
  }

  /// A competency of the sample framework; `rest` stands behind its two anchors.
  static func competency(_ id: String, rest: String = "") -> String {
    """
        <competency id="\(id)">
          <title>Title</title>
          <statement>I do it.</statement>
          <anchor level="1">I have not done it.</anchor>
          <anchor level="2">I have done it.</anchor>\(rest)
        </competency>
    """
  }
}
