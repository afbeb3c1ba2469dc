import Foundation
import Testing
import WaymarkTestSupport

@testable import Waymark

@Suite struct ServiceFileTests {
  static let id = "0f8b2c1e-3d4a-4f5b-8c6d-7e8f90a1b2c3"
  static let text = """
    {
      "campaign" : null,
      "framework" : {
        "id" : "sample",
        "sha256" : "\(String(repeating: "ab", count: 32))",
        "version" : "1"
      },
      "id" : "\(id)",
      "inFiveYears" : {
        "plan.money" : "unsure",
        "talk.ask" : "5"
      },
      "kind" : "waymark-service",
      "month" : "2026-11",
      "now" : {
        "plan.money" : "na",
        "talk.ask" : "3"
      },
      "revision" : 2,
      "schema" : 1
    }

    """

  private static func withdrawal() throws -> SharedFile {
    SharedFile(Withdrawal(of: .service, try SampleMentoring.id(7).name, revision: 3))
  }

  private func read(_ text: String) throws -> SharedFile {
    let framework = try SampleFramework.small()
    let key = Framework.Key(
      id: framework.id, version: "1", sha256: String(repeating: "ab", count: 32))
    return try SharedFile(
      bytes: Array(text.utf8), file: "her.json",
      expecting: .init(framework: framework, key: key, background: nil, campaign: nil))
  }

  @Test func `A file is read and written back byte for byte`() throws {
    let file = try read(Self.text)
    guard case .payload(.service(let view), _, nil) = file.content, file.proof == nil else {
      Issue.record("not about a service")
      return
    }
    #expect(try file.json() == Self.text)
    #expect(view.revision == 2 && view.month == "2026-11")
    let money: CompetencyID = try SampleAssessment.id("plan.money")
    #expect(view.now[money] == .notPartOfMyWork && view.inFiveYears[money] == .cannotJudge)
  }

  @Test func `A withdrawal is read and written back`() throws {
    let file = try Self.withdrawal()
    #expect(try read(try file.json()) == file)
  }

  static let refused: [(old: String, new: String, finding: String)] = [
    ("\"schema\" : 1", "\"schema\" : 9", "the file needs a Waymark that reads schema 9, this"),
    ("\"schema\" : 1", "\"role\" : \"x\", \"schema\" : 1", "the key 'role' has no meaning here"),
    ("\"month\" : \"2026-11\",", "", "the key 'month' is missing"),
    ("2026-11", "9999-12", "'month' is '9999-12', not a month such as 2026-11"),
    ("\"revision\" : 2", "\"revision\" : 2, \"revision\" : 3", "'revision' is there twice, first"),
    ("\"revision\" : 2", "\"revision\" : 2.0", "'revision' is not a whole number"),
    ("\"schema\" : 1", "\"schema\" : 1,", "nothing follows the comma"),
    ("2026-11", "2026-13", "'month' is '2026-13', not a month such as 2026-11"),
    (id, "me", "'id' is 'me', not a UUID"),
    ("\"revision\" : 2", "\"revision\" : 0", "'revision' is '0', not a number from 1 to 999"),
    ("talk.ask\" : \"5\"", "talk.ask\" : \"6\"", "inFiveYears.talk.ask"),
    ("talk.ask\" : \"3\"", "talk.aks\" : \"3\"", "talk.aks"),
    ("\"version\" : \"1\"", "\"version\" : \"2\"", "the file answers sample '2'"),
  ]

  @Test(arguments: refused)
  func `Every fault is said`(old: String, new: String, finding: String) throws {
    do {
      _ = try read(Self.text.replacing(old, with: new))
      Issue.record("it was taken")
    } catch {
      #expect("\(error)".contains(finding), "\(error)")
    }
  }

  @Test(arguments: ["view", "withdrawal"])
  func `A file has exactly the keys of the published schema`(kind: String) throws {
    func object(_ value: Any?) throws -> [String: Any] { try #require(value as? [String: Any]) }
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/service.schema.json")
    let schema = try object(JSONSerialization.jsonObject(with: Data(contentsOf: path)))
    let definition = try object(try object(schema["$defs"])[kind])
    let text =
      kind == "view"
      ? Self.text : try Self.withdrawal().json()
    let keys = Set(try object(JSONSerialization.jsonObject(with: Data(text.utf8))).keys)
    // The proof is in every file of the second version, and in none of the first, as this one is.
    #expect(Set(try object(definition["properties"]).keys) == keys.union(["proof"]))
    #expect(Set(try #require(definition["required"] as? [String])) == keys)
    #expect(definition["additionalProperties"] as? Bool == false)
  }
}
