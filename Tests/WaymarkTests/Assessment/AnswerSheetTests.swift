import Testing
import Waymark
import WaymarkTestSupport

struct AnswerSheetTests {
  @Test(arguments: ["12345", "0-9..", "....."])
  func `A sheet is read as it was written`(text: String) throws {
    let sheet = try #require(AnswerSheet(text, framework: SampleFramework.small()))
    #expect(sheet.description == text)
  }

  // The sample has five competencies on five levels.
  @Test(arguments: ["", "1234", "123451", "1234a", "1234 ", "12346", "1234é"])
  func `What cannot be the answers to a framework is no sheet`(text: String) throws {
    #expect(AnswerSheet(text, framework: try SampleFramework.small()) == nil)
  }
}
