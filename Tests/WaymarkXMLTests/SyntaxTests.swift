import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// XML that is not well-formed, not ours, or written for another Waymark.
@Suite struct SyntaxTests {
  @Test(arguments: [
    ("", "f.xml: the file is empty; name a file with a document in it"),
    (" \n\t ", "f.xml: the file is empty; name a file with a document in it"),
    (
      String(Samples.framework().dropLast("</framework>\n".count)),
      "f.xml:19:1: the file ends before <framework> is closed; add </framework>"
    ),
    (
      Samples.framework() + "<framework/>",
      "f.xml:20:1: there is something after the end of the document; remove it"
    ),
    (
      Samples.framework(title: "x</tilte>"),
      "f.xml:2:19: </tilte> closes <title> of line 2; close it with </title>"
    ),
    (Samples.framework(title: "Time & money"), "f.xml:2:16: an & stands alone; write &amp;"),
    (
      Samples.framework(title: "a&nbsp;b"),
      "f.xml:2:17: &nbsp; is not known; write the character itself; only &amp; &lt; &gt; &quot; "
        + "&apos; have names"
    ),
    (
      Samples.framework(attributes: "schema=\"1\" schema=\"1\""),
      "f.xml:1:121: the attribute schema is given twice; remove one of the two"
    ),
    (
      Samples.framework(title: "<![CDATA[x"),
      "a CDATA section is not closed; close it with ]]>"
    ),
    (
      Samples.framework(title: "a]]>b"),
      "f.xml:2:11: ]]> stands outside a CDATA section; write ]]&gt;"
    ),
    (
      Samples.framework(attributes: "schema=1"),
      "f.xml:1:49: an attribute is not written like name=\"value\"; check its quotes and the = sign"
    ),
    (
      Samples.framework(extra: "<!-- a -- b -->"),
      "f.xml:18:17: a comment is not closed, or holds --; close it with -->"
    ),
  ])
  func `What is not well-formed is refused with its place`(_ text: String, _ message: String) throws
  {
    let messages = try Samples.messages(text)
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix(message) == true, "\(messages)")
  }

  @Test(arguments: [
    "<frame xmlns=\"urn:waymark:framework\"/>", "<framework/>",
    "<framework xmlns=\"urn:waymark:plan\"/>",
    "<framework xmlns=\"URN:waymark:framework\"/>", "<html><body/></html>",
    "<area xmlns=\"urn:waymark:framework\"/>",
  ])
  func `A root that is none of ours is no Waymark framework`(_ text: String) throws {
    let messages = try Samples.messages(text)
    #expect(
      messages == [
        "f.xml:1:1: this is not a Waymark framework, nor background questions, a catalogue, a plan "
          + "or an invitation of Waymark's; begin it like <framework xmlns=\"urn:waymark:framework\" ...>"
      ])
  }

  @Test func `A root with an unbound prefix is no Waymark framework`() throws {
    let messages = try Samples.messages("<w:framework/>")
    #expect(messages.count == 2)
    #expect(messages.contains { $0.contains("the prefix w belongs to no namespace") })
    #expect(messages.contains { $0.contains("this is not a Waymark framework") })
  }

  @Test func `A prefix that is bound is as good as none`() throws {
    let text = Samples.framework()
      .replacing("<framework xmlns=", with: "<framework xmlns:w=\"urn:waymark:framework\" xmlns=")
      .replacing("<title>Title</title>", with: "<w:title>Title</w:title>")
    #expect(try Samples.messages(text).isEmpty)
  }

  @Test(arguments: ["999", "2", "99999999999999999999", "002"])
  func `A document for a later Waymark is refused before it is looked at`(_ version: String) throws
  {
    let text = Samples.framework(attributes: "schema=\"\(version)\" later=\"yes\"", extra: "<new/>")
    #expect(
      try Samples.messages(text) == [
        "f.xml:1:1: needs Waymark with schema >= \(version), this is 1; install a newer Waymark"
      ])
  }

  @Test(arguments: ["0", "-1", "one", "1.5", "", "+1", "+999", " 1", " 999", "1 ", "٣", "1e0"])
  func `A version of the format that is no number above zero is refused`(_ version: String) throws {
    #expect(
      try Samples.messages(Samples.framework(attributes: "schema=\"\(version)\"")) == [
        "f.xml:1:1: schema of <framework> cannot be '\(version)'; write a whole number, 1 or more, in "
          + "the digits 0 to 9"
      ])
  }

  @Test(arguments: [
    ("<![CDATA[a < b & c]]>", "a < b & c"),
    ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
    ("a <!-- not this -->b", "a b"),
    ("\n    over\n    two   lines\t", "over two lines"),
    ("&lt;&amp;&#233;&#x1F4DA;", "<&é📚"),
    ("a<?pi not this?>b", "ab"),
  ])
  func `Texts are read as XML means them`(_ written: String, _ read: String) throws {
    #expect(try Samples.framework(Samples.framework(title: written)).title.original == read)
  }

  @Test func `Line ends of any system make the same framework`() throws {
    let text = Samples.framework(title: "one\ntwo")
    let framework = try Samples.framework(text)
    #expect(try Samples.framework(text.replacing("\n", with: "\r\n")) == framework)
  }

  @Test func `Columns count characters, whatever stands before them on the line`() throws {
    let line = Samples.framework(competencies: [Samples.competency("ñ")])
      .replacing("\n", with: " ").replacing("Sample", with: "Niños 📚 <!-- <&> -->")
    let column =
      try #require(line.firstRange(of: "<competency")).lowerBound.utf16Offset(in: line)
    // Of the characters before it, only the books are two UTF-16 units.
    #expect(
      try Samples.messages(line) == [
        "f.xml:1:\(column): 'ñ' cannot be the competency id; use 1 to 64 of the characters "
          + "A-Z a-z 0-9 . _ -, a letter or digit first"
      ])
  }
}
