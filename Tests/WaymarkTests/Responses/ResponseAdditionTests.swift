import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What a person adds to a response file by their own choice.
struct ResponseAdditionTests {
  private static let addition = """
      "did" : [
        "film",
        "pairs"
      ],
    """
  private static let lookingBack = """
      "lookingBack" : {
        "levels" : {
          "talk.ask" : 1,
          "talk.listen" : 2
        },
        "month" : "2026-09"
      },
    """
  private static let text = SharedFileTests.text
    .replacing("  \"framework\" :", with: addition + "\n  \"framework\" :")
    .replacing("  \"month\" :", with: lookingBack + "\n  \"month\" :")

  private func read(_ text: String) throws(Findings<SharedFileProblem>) -> SharedFile? {
    guard let framework = try? SampleFramework.small() else { return nil }
    return try SharedFile(
      bytes: Array(text.utf8), file: "r.json",
      expecting: SharedFile.Expectation(
        framework: framework,
        key: .init(id: framework.id, version: "1", sha256: SharedFileTests.sha256),
        background: try? SampleBackgroundQuestions.small(), campaign: nil))
  }

  private func problems(_ text: String) -> [String] {
    do throws(Findings<SharedFileProblem>) {
      _ = try read(text)
      return []
    } catch {
      return error.listed.map(\.problem.what)
    }
  }

  @Test func `Looking back and what was done are read and written back byte for byte`() throws {
    let file = try #require(try read(Self.text))
    let response = try SharedFileTests.response(in: file)
    let lookingBack = try #require(response.addition.lookingBack)
    #expect(lookingBack.month == "2026-09")
    #expect(
      Dictionary(
        lookingBack.levels.map { ($0.key.description, $0.value.rank) }, uniquingKeysWith: { $1 })
        == ["talk.ask": 1, "talk.listen": 2])
    #expect(response.addition.did.map(\.description) == ["film", "pairs"])
    #expect(try file.json() == Self.text)
    // Neither is an answer.
    let framework = try SampleFramework.small()
    #expect(AnswerSheet(response.answers, framework: framework).description == "309-.")
  }

  @Test func `A file without them has no key for them`() throws {
    let file = try #require(try read(SharedFileTests.text))
    #expect(try SharedFileTests.response(in: file).addition == .none)
    let json = try file.json()
    #expect(!json.contains("did") && !json.contains("lookingBack"))
  }

  @Test(arguments: [
    (
      "\"talk.ask\" : 1,", "\"talk.ask\" : 6,",
      "'lookingBack.levels.talk.ask' is '6', not a number from 1 to 5"
    ),
    (
      "\"talk.ask\" : 1,", "\"talk.aks\" : 1,",
      "lookingBack.levels: no competency has the id 'talk.aks'"
    ),
    (
      "\"2026-09\"", "\"2026-13\"",
      "'lookingBack.month' is '2026-13', not a month such as 2026-11, of the years 1900 to 2199"
    ),
    (
      "\"month\" : \"2026-09\"", "\"day\" : \"2026-09-01\"",
      "the key 'lookingBack.day' has no meaning here"
    ),
    ("\"film\",", "\"my film\",", "'did' is 'my film', not the id of a catalogue entry"),
    ("\"film\",", "7,", "'did.1' is not a list of texts"),
  ])
  func `What is wrong with them is said`(old: String, new: String, message: String) {
    let found = problems(Self.text.replacing(old, with: new))
    #expect(found.contains(message), "\(found)")
  }

  @Test func `Another addition is another response, and none leaves the fingerprint as it was`()
    throws
  {
    let response = try SharedFileTests.response(in: try #require(try read(Self.text)))
    let record = CodedResponse(
      response, framework: try SampleFramework.small(),
      background: try SampleBackgroundQuestions.small())
    let whole = response.addition
    let then = try #require(whole.lookingBack)
    let additions = [
      .none, whole, ResponseAddition(lookingBack: then), ResponseAddition(did: whole.did),
      ResponseAddition(did: whole.did.prefix(1)),
      ResponseAddition(lookingBack: LookingBack(month: "2026-08", levels: then.levels)),
      ResponseAddition(lookingBack: LookingBack(month: then.month, levels: [:])),
    ]
    let fingerprints = additions.map { SheetArrival(record, addition: $0).fingerprint }
    #expect(fingerprints[0] == record.fingerprint)
    #expect(Set(fingerprints).count == additions.count)
  }
}
