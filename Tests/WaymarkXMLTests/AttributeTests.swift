import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkXML

/// The value of an attribute is what XML says it is, in every kind of document.
@Suite struct AttributeTests {
  // By section 4.4.5 of XML 1.0; `&amp;#38;` is the text `&#38;`.
  private static let values = [
    ("Reed &amp; Sons", "Reed & Sons"), ("Reed &#38; Sons", "Reed & Sons"),
    ("Reed &#x26; Sons", "Reed & Sons"), ("&amp;#38;", "&#38;"), ("&amp;amp;", "&amp;"),
    ("&amp;&amp;", "&&"), ("&lt;b&gt;", "<b>"), ("&quot;x&quot;", "\"x\""),
    ("O&apos;Neil", "O'Neil"),
    ("&#233;&#x1F4DA;", "é📚"), ("a\nb", "a b"),
  ]

  private func shipped(_ name: String) throws -> String {
    let path = Samples.schemas + "/" + name
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  private func provider(_ written: String) throws -> LearningResource? {
    let text = try shipped("learning-resources.xml").replacing(
      "provider=\"Montana State Library\"", with: "provider=\"\(written)\"")
    let framework = try Samples.framework(shipped("children-services-2020.xml"))
    let file = SourceFile(name: "c.xml", bytes: Array(text.utf8))
    guard case .catalogue(let catalogue) = try Samples.loader.load(file, installed: [framework])
    else { return nil }
    return catalogue.resources.first { $0.id.description == "youth-collection" }
  }

  @Test(arguments: values)
  func `A reference in an attribute stands for its character`(written: String, read: String) throws
  {
    #expect(try provider(written)?.provider == read)
  }

  // This program has to give the address as it stands on the web.
  @Test func `A shipped address is whole`() throws {
    #expect(
      try provider("x")?.url
        == "https://mtstatelibrary.moonami.com/mod/book/view.php?chapterid=115&id=204")
  }

  @Test(arguments: [
    "children-services-2020.xml", "background-2020.xml", "learning-resources.xml",
    "plan-2020-2023.xml", "invitation",
  ])
  func `Every kind of document is read so`(name: String) throws {
    let text = try name == "invitation" ? SampleInvitation.made().xml : shipped(name)
    let start = try #require(text.firstRange(of: " id=\"")).upperBound
    let end = try #require(text[start...].firstIndex(of: "\""))
    let changed = text.replacingCharacters(in: start..<end, with: "a&amp;b&#38;c")
    let messages = try Samples.messages(changed)
    #expect(messages.contains { $0.contains("'a&b&c' cannot be the ") }, "\(messages)")
  }

  // What is written must read back as what it was, in attributes too.
  @Test func `An invitation with an ampersand in an attribute is read back`() throws {
    let made = try SampleInvitation.made()
    let key = Framework.Key(id: made.framework.id, version: "a&b", sha256: made.framework.sha256)
    let written = Invitation(
      campaign: made.campaign, language: made.language, title: made.title, asker: made.asker,
      sending: made.sending, framework: key, form: made.form, importance: made.importance,
      backgroundDocument: made.backgroundDocument, background: made.background,
      closes: made.closes
    ).xml
    #expect(written.contains("frameworkVersion=\"a&amp;b\""))
    #expect(
      try Samples.messages(written).contains { $0.contains("'a&b' cannot be the version") })
  }
}
