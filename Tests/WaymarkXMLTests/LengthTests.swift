import Testing
import Waymark
import WaymarkXML

/// How long names and texts may be, and where it is told.
@Suite struct LengthTests {
  private func framework(_ element: String, _ count: Int, language: String = "") -> String {
    let words = String(repeating: "é", count: count)
    let text = Samples.framework()
    return language.isEmpty
      ? text.replacing(Self.sound[element] ?? "?", with: "<\(element)>\(words)</")
      : text.replacing(
        Self.sound[element] ?? "?",
        with:
          "<\(element) xml:lang=\"\(language)\">\(words)</\(element)>\(Self.sound[element] ?? "")")
  }

  private static let sound = [
    "label": "<label>Yes</", "title": "<title>Page</", "short": "<short>Area</",
    "statement": "<statement>I do it.</",
    "anchor level=\"2\"": "<anchor level=\"2\">I have done it.</",
    "source": "<source>Made for tests.</",
  ]

  // Lines and columns of the sample framework, counted by hand.
  @Test(arguments: [
    ("label", 120, "f.xml:6:21"), ("title", 120, "f.xml:8:26"), ("short", 120, "f.xml:11:5"),
    ("statement", 4_000, "f.xml:14:7"), ("anchor level=\"2\"", 4_000, "f.xml:16:7"),
    ("source", 4_000, "f.xml:3:3"),
  ])
  func `A text may be so long and no longer`(element: String, limit: Int, place: String) throws {
    #expect(try Samples.messages(framework(element, limit)).isEmpty)
    let messages = try Samples.messages(framework(element, limit + 1))
    let name = element.hasPrefix("anchor") ? "anchor of level 2" : element
    #expect(
      messages == ["\(place): the \(name) is longer than \(limit) characters; shorten it"])
  }

  @Test func `A translation keeps to the limit as well`() throws {
    #expect(
      try Samples.messages(framework("label", 121, language: "es")) == [
        "f.xml:6:21: the label is longer than 120 characters; shorten it"
      ])
  }
}
