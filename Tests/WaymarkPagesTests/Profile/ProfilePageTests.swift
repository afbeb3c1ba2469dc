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
}
