import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

@Suite struct FrameworkPageTests {
  /// The small framework with one text in Spanish, an official number and an objective.
  private func framework() throws -> Framework {
    try SampleFramework.small().replacing("talk.listen") { competency in
      guard let spanish = LanguageTag("es") else { throw SampleError() }
      return Competency(
        id: competency.id, official: "I.1",
        title: LocalizedText("Listen", translations: [spanish: "Escuchar"]),
        statement: competency.statement, anchors: competency.anchors, targets: competency.targets,
        reasons: [
          try SampleAssessment.id("librarian"): LocalizedText("Children come to talk every day.")
        ], isCore: true, objectives: [try SampleAssessment.id("TALK-1"): .partly])
    }
  }

  private func key() throws -> Framework.Key {
    Framework.Key(id: try SampleAssessment.id("sample"), version: "1", sha256: "00")
  }

  @Test func `A framework is shown with its levels, roles, areas and every statement`() throws {
    let text = FrameworkPage.page(
      try framework(), plan: try SamplePlan.small(), words: DocumentWords()
    ).text(TextStyle())
    try snapshot(text, named: "framework.txt")
  }

  @Test func `A framework in Markdown has the reasons and says which statements are core`() throws {
    let text = FrameworkPage.page(
      try framework(), plan: try SamplePlan.small(), words: DocumentWords()
    ).markdown
    #expect(
      text.contains("\n- Why Children's librarian 3: Children come to talk every day.\n"), "\(text)"
    )
    #expect(
      text.contains("\n- Core: it is one of those that stand for their area in a short form.\n"))
    #expect(text.contains("3 statements, 1 of them core"))
    #expect(text.components(separatedBy: "Core: ").count == 2)
  }

  @Test func `In the accessible form every line of a framework stands alone`() throws {
    let text = FrameworkPage.page(
      try framework(), plan: try SamplePlan.small(), words: DocumentWords()
    ).text(TextStyle(accessible: true))
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") })
    #expect(text.contains("\n1. Not yet. What level 1 of talk.listen looks like.\n"))
  }

  @Test(arguments: [40, 80, 200]) func `No line of a framework is wider than asked`(width: Int)
    throws
  {
    let text = FrameworkPage.page(try framework(), words: DocumentWords()).text(
      TextStyle(width: width))
    #expect(text.split(separator: "\n").allSatisfy { TextLayout.columns($0) <= width })
  }

  @Test func `An area is shown with its statements alone, a statement alone`() throws {
    let framework = try framework()
    let area = FrameworkPage.page(
      framework, part: .area(try SampleAssessment.id("II")), words: DocumentWords()
    ).text(TextStyle())
    #expect(area.contains("plan.time"))
    #expect(!area.contains("talk."))
    #expect(!area.contains("Made for tests."))
    let one = FrameworkPage.page(
      framework, part: .competency(try SampleAssessment.id("plan.money")), words: DocumentWords()
    ).text(TextStyle())
    #expect(one.contains("Builds on: plan.time."))
    #expect(one.contains("Usual level: Children's librarian 2."))
    #expect(one.contains("Not asked of: Library assistant."))
    #expect(!one.contains("(plan.time)"))
  }

  @Test func `The words of a framework are shown in the language asked for`() throws {
    let spanish = try #require(LanguageTag("es-MX"))
    let text = FrameworkPage.page(try framework(), words: DocumentWords(), language: spanish).text(
      TextStyle())
    #expect(text.contains("Escuchar"))
  }

  @Test func `A part is found by its id in any case`() throws {
    let framework = try framework()
    #expect(FrameworkPart(named: "ii", in: framework) == .area(try SampleAssessment.id("II")))
    #expect(
      FrameworkPart(named: "TALK.ASK", in: framework)
        == .competency(try SampleAssessment.id("talk.ask")))
    #expect(FrameworkPart(named: "talk", in: framework) == nil)
  }

  @Test func `A framework as JSON holds every text with its translations`() throws {
    try snapshot(
      try FrameworkPage.json(try framework(), key: try key()), named: "framework.json")
  }

  @Test func `A part as JSON holds that part and says so`() throws {
    let json = try FrameworkPage.json(
      try framework(), key: try key(), part: .competency(try SampleAssessment.id("talk.ask")))
    #expect(json.contains("\"kind\" : \"framework-part\""))
    #expect(json.contains("\"id\" : \"talk.ask\""))
    #expect(!json.contains("\"id\" : \"talk.listen\""))
  }

  @Test func `The form has a box for each level, for 0 and for 9, and space for a note`() throws {
    let page = FrameworkForm.page(try framework(), words: DocumentWords()).html
    try snapshot(page, named: "form.html")
    // Five statements of five levels, with 0 and 9 each.
    #expect(page.components(separatedBy: "class=\"box\"").count - 1 == 5 * 7)
    #expect(page.components(separatedBy: "class=\"note\"").count - 1 == 5)
  }

  @Test func `No text of a framework becomes markup in its form or steers a terminal`() throws {
    let framework = try HostileSample.framework()
    let page = FrameworkForm.page(framework, words: DocumentWords()).html
    #expect(!page.contains("<script"))
    #expect(!page.contains("<a "))
    let text = FrameworkPage.page(framework, words: DocumentWords()).text(TextStyle())
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value))
      })
  }
}
