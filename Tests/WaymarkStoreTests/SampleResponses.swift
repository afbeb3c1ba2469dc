import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

/// Campaigns of the small sample framework, and responses for them.
struct SampleResponses {
  private let xml = Array("<framework/>".utf8)
  private let questions = Array("<background/>".utf8)

  func documents() throws -> CampaignDocuments {
    CampaignDocuments(
      framework: try SampleFramework.small(), frameworkXML: xml,
      background: try SampleBackgroundQuestions.small(), backgroundXML: questions)
  }

  func campaign(_ name: String) throws -> Campaign {
    Campaign(
      id: try #require(ID(name)), title: name,
      framework: .init(
        id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
      backgroundDocument: SHA256.hex(of: questions))
  }

  func record(_ respondent: String, _ sheet: String, link: UUID? = nil) throws
    -> CodedResponse
  {
    CodedResponse(
      respondent: respondent, revision: 1, link: link, month: nil, role: 0,
      sheet: Array(sheet.utf8), importance: Array("-----".utf8),
      background: BackgroundSheet([:], questions: try SampleBackgroundQuestions.small()).codes)
  }

  func take(
    _ records: [CodedResponse], into name: String, _ store: Store
  ) throws {
    try store.receive(into: try campaign(name), documents: try documents()) { put in
      for record in records { try put(.response(SheetArrival(record))) }
    }
  }
}
