import Testing
import Waymark
import WaymarkXML

/// Documents made to harm: entities, files that are not asked for, sizes, depths.
@Suite struct HostileXMLTests {
  private static let laughs =
    "<!DOCTYPE framework [<!ENTITY a \"ha\">"
    + (1...20).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined()
    .replacing("&a0;", with: "&a;") + "]>"

  @Test(arguments: [
    laughs,
    "<!DOCTYPE framework [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>",
    "<!DOCTYPE framework [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE framework [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/x\"> %a;]>",
    "<!DOCTYPE framework SYSTEM \"http://127.0.0.1:1/x.dtd\">",
    "<!DOCTYPE framework SYSTEM \"/dev/zero\">",
    "<!DOCTYPE framework PUBLIC \"-//x//y\" \"http://127.0.0.1:1/x.dtd\">",
  ])
  func `Every document type declaration is refused before it is read`(_ declaration: String) throws
  {
    var messages: [String] = []
    let cost = try costInReadings {
      messages = try Samples.messages(
        Samples.framework(head: "<?xml version=\"1.0\"?>\n" + declaration, title: "&a20;"))
    }
    #expect(
      messages == [
        "f.xml:2:1: a document type declaration is not allowed; remove <!DOCTYPE ...>"
      ])
    #expect(cost < 10, "\(cost)")
  }

  @Test func `XInclude is an unknown element and fetches nothing`() throws {
    let messages = try Samples.messages(
      Samples.framework(
        extra: "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>"))
    #expect(messages == ["f.xml:18:10: <include> cannot stand here; expected here: <area>"])
  }

  @Test func `A style sheet instruction is passed over`() throws {
    let text = Samples.framework(
      head: "<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?>\n")
    #expect(try Samples.messages(text).isEmpty)
  }

  @Test(arguments: [100_000, 65])
  func `Elements too deep in one another are refused at the limit`(_ depth: Int) throws {
    let text =
      "<framework xmlns=\"urn:waymark:framework\">\n"
      + String(repeating: "<area>\n", count: depth)
    #expect(
      try Samples.messages(text).contains {
        $0.hasPrefix("f.xml:65:1: elements stand more than 64 deep in one another")
      })
  }

  @Test func `A file above 8 MiB is refused unread`() throws {
    let text = Samples.framework(title: String(repeating: "x", count: 8 << 20))
    #expect(
      try Samples.messages(text) == [
        "f.xml: the file is larger than 8 MiB; split it or shorten it"
      ])
  }

  // What is read whole is told by its own, lower limit.
  @Test func `A text of 64 KiB is read and one byte more is refused`() throws {
    let most = String(repeating: "x", count: Limits.value)
    #expect(
      try Samples.messages(Samples.framework(title: most)) == [
        "f.xml:2:3: the title is longer than 120 characters; shorten it"
      ])
    #expect(
      try Samples.messages(Samples.framework(title: most + "x")) == [
        "f.xml:2:3: a text or an attribute is longer than 64 KiB; shorten it"
      ])
  }

  @Test func `A text cannot grow beyond its limit in pieces`() throws {
    let piece = String(repeating: "x", count: 40_000)
    #expect(
      try Samples.messages(Samples.framework(title: piece + "<!-- -->" + piece)) == [
        "f.xml:2:3: a text or an attribute is longer than 64 KiB; shorten it"
      ])
  }

  @Test func `An attribute of 64 KiB is read and one byte more is refused`() throws {
    func text(_ length: Int) -> String {
      Samples.framework(competencies: [
        Samples.competency("a.one").replacing(
          "id=\"a.one\"",
          with: "id=\"a.one\" official=\"\(String(repeating: "x", count: length))\"")
      ])
    }
    #expect(
      try Samples.messages(text(Limits.value)) == [
        "f.xml:12:5: the official is longer than 120 characters; shorten it"
      ])
    #expect(
      try Samples.messages(text(Limits.value + 1)) == [
        "f.xml:12:5: a text or an attribute is longer than 64 KiB; shorten it"
      ])
  }

  @Test func `A hundred thousand attributes are refused at once`() throws {
    let attributes = (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    var messages: [String] = []
    let cost = try costInReadings {
      messages = try Samples.messages(Samples.framework(attributes: attributes))
    }
    #expect(
      messages == [
        "f.xml:1:1: a tag with the text behind it is longer than 128 KiB; shorten it"
      ])
    #expect(cost < 100, "\(cost)")
  }

  @Test func `Attributes that fit into the longest tag are refused quickly`() throws {
    let attributes = (0..<13_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    var messages: [String] = []
    let cost = try costInReadings {
      messages = try Samples.messages(Samples.framework(attributes: attributes))
    }
    #expect(messages == ["f.xml:1:1: an element has more than 64 attributes; remove some"])
    // libxml2 compares each attribute with those before it, which takes longest under a sanitizer.
    #expect(cost < 1000, "\(cost)")
  }

  @Test func `Ten thousand competencies are read and one more is refused`() throws {
    func text(_ count: Int) -> String {
      Samples.framework(competencies: (0..<count).map { Samples.competency("c\($0)") })
    }
    #expect(try Samples.framework(text(Limits.competencies)).competencies.count == 10_000)
    let messages = try Samples.messages(text(Limits.competencies + 1))
    #expect(messages.count == 1)
    #expect(messages.first?.contains("there are more than 10000 competencies") == true)
  }

  @Test func `A megabyte of faults are told in a moment`() throws {
    for fault in ["<q/>", "&", "<a:b/>", "<competency/>", "<short/>"] {
      let count = 1_000_000 / fault.utf8.count
      let text = Samples.framework(extra: String(repeating: fault, count: count))
      var messages: [String] = []
      let cost = try costInReadings { messages = try Samples.messages(text) }
      #expect(!messages.isEmpty && messages.count <= 50, "\(fault)")
      #expect(cost < 300, "\(fault) \(cost)")
    }
  }

  @Test func `Ten thousand references that lead nowhere are told in a moment`() throws {
    let text = Samples.framework(
      competencies: (0..<10_000).map {
        Samples.competency("topic.skill\($0)", rest: "<buildsOn competency=\"topic.skil\($0)\"/>")
      })
    var messages: [String] = []
    let cost = try costInReadings { messages = try Samples.messages(text) }
    #expect(messages.count == 50)
    #expect(messages.first?.hasSuffix("did you mean 'topic.skill0'?") == true)
    #expect(cost < 500, "\(cost)")
  }
}
