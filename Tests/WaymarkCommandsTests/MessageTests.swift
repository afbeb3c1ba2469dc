import Foundation
import Testing
import WaymarkTestSupport

/// What messages repeat of a file: little of it, on one line, and nothing in the words of a library.
struct MessageTests {
  private static let sha = String(repeating: "0", count: 64)

  /// Files in which X stands for what is far too long, or for two lines, each with the command that reads it.
  private static let files: [(name: String, text: String, command: String)] = [
    (
      "id.csv", "respondent_id,client.respect\nX,3\n",
      "import responses id.csv --campaign c --new --partial"
    ),
    (
      "cell.csv", "respondent_id,client.respect\nr,X\n",
      "import responses cell.csv --campaign c --new --partial"
    ),
    (
      "role.csv", "respondent_id,role,client.respect\nr,X,3\n",
      "import responses role.csv --campaign c --new --partial"
    ),
    (
      "field.csv", "respondent_id,state,client.respect\nr,X,3\n",
      "import responses field.csv --campaign c --new --partial"
    ),
    (
      "head.csv", "respondent_id,X\nr,3\n", "import responses head.csv --campaign c --new --partial"
    ),
    (
      "twice.csv", "respondent_id,X,X\nr,3,3\n",
      "import responses twice.csv --campaign c --new --partial"
    ),
    (
      "map.csv", "column,field\nX,state\nX,role\n",
      "import responses id.csv --campaign c --new --map map.csv"
    ),
    (
      "mapped.csv", "column,field\nX,client.respect\n",
      "import responses id.csv --campaign c --new --partial --map mapped.csv"
    ),
    ("answers.csv", "competency,level\nX,3\n", "assess --new --answers answers.csv --no-input"),
    (
      "level.csv", "competency,level\nclient.respect,X\n",
      "assess --new --answers level.csv --no-input"
    ),
    (
      "counts.csv", "competency,level,people,X\nclient.respect,3,5,a\n",
      "report --counts counts.csv -o r"
    ),
    (
      "people.csv", "competency,level,people\nclient.respect,3,X\n",
      "report --counts people.csv -o r"
    ),
    (
      "key.json", "{\"X\": 1, \"format\": \"waymark-response\", \"schema\": 1}",
      "import responses key.json --campaign c --new"
    ),
    ("bad.json", "{X", "import responses bad.json --campaign c --new"),
    ("doubled.json", "{\"X\": 1, \"X\": 2}", "import responses doubled.json --campaign c --new"),
    (
      "sha.json",
      "{\"format\": \"waymark-response\", \"schema\": 1, \"response\": \"X\", \"revision\": 1, \"month\": \"X\","
        + " \"campaign\": \"X\", \"link\": \"X\", \"role\": \"X\", \"answers\": {\"X\": \"X\"},"
        + " \"background\": {\"X\": [\"X\"]}, \"importance\": {\"X\": 1}, \"important\": [\"X\"], \"top\": [\"X\"],"
        + " \"framework\": {\"id\": \"children-services\", \"version\": \"X\", \"sha256\": \"X\"}}",
      "import responses sha.json --campaign c --new"
    ),
    ("root.xml", "<X/>", "framework validate root.xml"),
    (
      "part.xml",
      "<framework xmlns=\"urn:waymark:framework\" schema=\"1\" id=\"X\" version=\"X\" xml:lang=\"X\""
        + " licence=\"X\" X=\"X\"><X>X</X></framework>", "framework validate part.xml"
    ),
    (
      "schema.xml", "<framework xmlns=\"urn:waymark:framework\" schema=\"X\"/>",
      "framework validate schema.xml"
    ),
    (
      "encoding.xml", "<?xml version=\"1.0\" encoding=\"X\"?><a/>",
      "framework validate encoding.xml"
    ),
    (
      "entity.xml", "<framework xmlns=\"urn:waymark:framework\">&X;</framework>",
      "framework validate entity.xml"
    ),
    ("prefix.xml", "<X:a/>", "framework validate prefix.xml"),
  ]

  @Test func `No message repeats more than two hundred characters of a file`() throws {
    try withWorkplace { place in
      // Twenty thousand letters, no twenty of which stand anywhere else.
      let long = String(repeating: "qz", count: 10_000)
      for (name, text, command) in Self.files {
        let path = place.folder + "/" + name
        try Data(text.replacing("X", with: long).utf8).write(to: URL(fileURLWithPath: path))
        let outcome = try place.run(command.split(separator: " ").map(String.init))
        #expect(outcome.exit == 65, "\(command): \(outcome)")
        for line in outcome.stderr.split(separator: "\n") {
          #expect(line.count { $0 == "q" || $0 == "z" } <= 200, "\(command): \(line.prefix(900))")
          #expect(line.count < 1_500, "\(command): \(line.count)")
        }
      }
    }
  }

  @Test func `A line feed in a file makes no line of a message`() throws {
    try withWorkplace { place in
      for (name, text, command) in Self.files where !name.hasSuffix(".xml") {
        let feed =
          name.hasSuffix(".csv") ? "\"a\nwaymark: all is well\"" : "a\\nwaymark: all is well"
        let path = place.folder + "/" + name
        try Data(text.replacing("X", with: feed).utf8).write(to: URL(fileURLWithPath: path))
        let outcome = try place.run(command.split(separator: " ").map(String.init))
        #expect(outcome.exit == 65, "\(command): \(outcome)")
        #expect(
          !outcome.stderr.split(separator: "\n").contains { $0.hasPrefix("waymark: all") },
          "\(command): \(outcome)")
      }
    }
  }

  @Test func `No message speaks of types or in the words of a library`() throws {
    try withWorkplace { place in
      for (name, text, command) in Self.files {
        let path = place.folder + "/" + name
        try Data(text.replacing("X", with: "x y").utf8).write(to: URL(fileURLWithPath: path))
        let outcome = try place.run(command.split(separator: " ").map(String.init))
        for word in [
          "Error", "Swift", "Codable", "Optional(", "xmlns:xs", "facet", "libxml", "Domain=",
        ] {
          #expect(!outcome.stderr.contains(word), "\(command): \(outcome)")
        }
      }
    }
  }
}
