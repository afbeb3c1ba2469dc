import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

@Suite struct ProfilePageTests {
  @Test func `A page reads as in its snapshot`() throws {
    try snapshot(
      ProfilePage.page(ProfileTextTests.sample(), person: "Ana", words: ProfileWords()).html,
      named: "profile.html")
  }

  @Test func `A page without a role reads as in its snapshot`() throws {
    let profile = try ProfileTextTests.sample(role: nil, second: nil)
    try snapshot(
      ProfilePage.page(profile, words: ProfileWords()).html, named: "profile-levels.html")
  }

  @Test func `A document reads as in its snapshot`() throws {
    try snapshot(
      ProfileJSON.document(ProfileTextTests.sample(), words: ProfileWords()), named: "profile.json")
  }

  // Row C3 of the list of faults.
  @Test func `A hostile framework cannot break out of the page`() throws {
    for role in ["librarian", nil] {
      let profile = try Profile(
        framework: HostileSample.framework(),
        assessment: SampleAssessment.make(["talk.listen": "1", "talk.ask": "5"], role: role),
        earlier: SampleAssessment.make(["talk.listen": "2"]))
      let page = ProfilePage.page(profile, person: HostileSample.text, words: ProfileWords()).html
      #expect(!page.contains("<script") && !page.contains("onload='"))
      #expect(page.components(separatedBy: "</style>").count == 2)
      #expect(!page.contains("<a ") && !page.contains("href"))
      #expect(
        page.unicodeScalars.allSatisfy {
          $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E)
        })
    }
  }

  @Test func `A page fetches nothing, runs nothing and says its language`() throws {
    let page = ProfilePage.page(try ProfileTextTests.sample(), words: ProfileWords()).html
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("default-src &#39;none&#39;"))
    for word in ["<script", "<link", "<img", "src=", "url(", "@import", "<iframe", "style=\""] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func `The figure's numbers stand in the table in the same words`() throws {
    let page = ProfilePage.page(try ProfileTextTests.sample(), words: ProfileWords()).html
    #expect(
      page.contains("<title id=\"areas-title\">") && page.contains("<desc id=\"areas-words\">"))
    for words in ["0 of 2", "1 of 1"] {
      #expect(page.contains(": \(words)</text>"))
      #expect(page.contains("<td class=\"number\">\(words)</td>"))
    }
  }

  @Test func `Another program reads the document as the values that went in`() throws {
    let profile = try Profile(
      framework: HostileSample.framework(),
      assessment: SampleAssessment.make(["talk.listen": "1", "talk.ask": "na"]))
    let text = try ProfileJSON.document(profile, words: ProfileWords())
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let items = try #require(read["competencies"] as? [[String: Any]])
    #expect(
      items.map { $0["answer"] as? String } == [
        "level", "not-part-of-my-work", "not-asked", "not-asked", "not-asked",
      ])
    #expect(items.first?["title"] as? String == HostileSample.text)
  }

  private static func notes() throws -> NoteList {
    var assessment = try SampleAssessment.make(["talk.listen": "1"])
    assessment.notes = [
      try SampleAssessment.id("talk.ask"): "Felt board <b>\nsecond line",
      try SampleAssessment.id("plan.money"): "=1+1",
    ]
    return NoteList(of: assessment, in: try SampleFramework.small())
  }

  @Test func `Notes read as in their snapshots`() throws {
    let page = NotesPage.page(
      try Self.notes(), person: "Ana", words: NotesWords(), language: .english)
    try snapshot(page.text(), named: "notes.txt")
    try snapshot(page.markdown, named: "notes.md")
    try snapshot(NotesPage.table(try Self.notes(), language: .english), named: "notes.csv")
    try snapshot(try NotesJSON.document(try Self.notes()), named: "notes.json")
  }

  @Test func `Notes and all answers are in a profile only where they are asked for`() throws {
    let profile = try ProfileTextTests.sample()
    let words = ProfileWords()
    let whole = ProfilePage.page(
      profile, notes: try Self.notes(), showsAll: true, words: words)
    try snapshot(whole.text(), named: "profile-all.txt")
    try snapshot(whole.markdown, named: "profile.md")
    #expect(whole.html.contains("Felt board &lt;b&gt;"))
    let plain = ProfilePage.page(profile, words: words)
    for text in [plain.text(), plain.html, plain.markdown] {
      #expect(!text.contains("Felt board") && !text.contains("Your notes"))
    }
    let document = try ProfileJSON.document(
      profile, notes: try Self.notes(), words: words, language: .english)
    #expect(document.contains("second line"))
    #expect(!(try ProfileJSON.document(profile, words: words)).contains("note"))
  }

  @Test
  func `Another author's framework speaks for itself, and without usual levels of levels alone`()
    throws
  {
    let framework = try SampleFramework.make(areas: [
      ("I", "Talking with Children", "Talking", [("talk.listen", [nil, nil], nil)])
    ])
    let profile = try Profile(
      framework: framework, assessment: SampleAssessment.make(["talk.listen": "3"]))
    let page = ProfilePage.page(profile, words: ProfileWords())
    for text in [page.text(TextStyle(width: 200)), page.html, page.markdown] {
      #expect(!text.contains("ALSC") && !text.contains("Waymark's authors"))
      #expect(text.contains("Made for tests."))
      #expect(!text.contains("this role") && !text.contains("Your library may set"))
      #expect(text.contains("It does not say which levels are usual for a role"))
    }
  }

  @Test func `A text in the language of its framework says so`() throws {
    let hebrew = try #require(LanguageTag("he"))
    let text = LocalizedText("Plan", translations: [hebrew: "x"])
    #expect(text.language(in: hebrew, of: .english) == hebrew)
    #expect(text.language(in: .english, of: hebrew) == hebrew)
    #expect(text.language(in: try #require(LanguageTag("fr")), of: .english) == .english)
  }
}
