import Foundation
import Testing
import WaymarkTestSupport

/// What leaves in a shared file, beside the schema of such files.
struct SharedFieldsTests {
  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The properties that the schema has for a kind of file.
  private func properties(of kind: String) throws -> [String: Any] {
    let path = Checkout.path("docs/response.schema.json")
    let schema = try object([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    let kinds = try #require(schema["$defs"] as? [String: Any])
    let definition = try #require(kinds[kind] as? [String: Any])
    #expect(definition["additionalProperties"] as? Bool == false)
    return try #require(definition["properties"] as? [String: Any])
  }

  @Test func `A shared file has the fields of the schema and none for a name, a note or a mode`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      let back = try place.run(
        ["assess", "--workshop", "one-more-question", "--then", "2026-09-01", "--answers", "-"],
        input: "competency,level,important,note\nreference.trust,1,,\nreference.interview,2,,\n")
      #expect(back.exit == 0, "\(back)")
      #expect(try place.run("path", "--done", "one-more-question").exit == 0)
      #expect(try place.run("share", "--looking-back", "--did").exit == 0)
      let response = try object(try place.bytes(place.folder + "/waymark-response.json"))
      let known = try properties(of: "response")
      // The form is there where it is the core form (`CoreFormCommandTests`).
      #expect(Set(response.keys) == Set(known.keys).subtracting(["form"]))
      let framework = try #require(response["framework"] as? [String: Any])
      let part = try #require(known["framework"] as? [String: Any])
      #expect(Set(framework.keys) == Set(try #require(part["properties"] as? [String: Any]).keys))
      let then = try #require(response["lookingBack"] as? [String: Any])
      let ofThen = try #require(known["lookingBack"] as? [String: Any])
      #expect(Set(then.keys) == Set(try #require(ofThen["properties"] as? [String: Any]).keys))
      let words = ["name", "person", "note", "access", "mode", "user", "host", "seconds", "day"]
      for field in known.keys {
        #expect(!words.contains { field.lowercased().contains($0) }, "\(field)")
      }
      #expect(try place.run("share", "--withdraw").exit == 0)
      let withdrawal = try object(try place.bytes(place.folder + "/waymark-withdrawal.json"))
      #expect(Set(withdrawal.keys) == Set(try properties(of: "withdrawal").keys))
    }
  }

  @Test func `Names, notes, days and the accessible mode leave no trace in a shared file`() throws {
    try withWorkplace { place in
      place.environment["USER"] = "users-login"
      place.environment["LOGNAME"] = "users-login"
      let answers = try place.run("assess", "--template").stdout.split(separator: "\n").map {
        $0.hasPrefix("competency") ? "\($0)" : "\($0.prefix { $0 != "," }),3,,A private note"
      }.joined(separator: "\n")
      let given = try place.run("assess", "--answers", "-", input: answers, person: "Zebedee Quux")
      #expect(given.exit == 0)
      let plain = try place.run("share", "--dry-run", person: "Zebedee Quux")
      let accessible = try place.run(
        "share", "--dry-run", "--accessible", person: "Zebedee Quux")
      #expect(plain.stdout == accessible.stdout)
      for trace in ["Zebedee", "Quux", "private", "users-login", "2026-11-23", place.home] {
        #expect(!plain.stdout.contains(trace))
      }
      #expect(plain.stdout.contains("\"2026-11\""))
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }
}
