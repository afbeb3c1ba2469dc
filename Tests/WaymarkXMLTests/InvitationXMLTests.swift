import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkXML

/// Invitations as XML: written, read back, damaged and made to harm.
@Suite struct InvitationXMLTests {
  private static let hash = String(repeating: "0", count: 64)

  private func read(_ text: String) throws -> Result<Document, Findings<DocumentProblem>> {
    try Samples.load(text, name: "c.xml")
  }

  private func invitation(_ text: String) throws -> Invitation? {
    if case .campaign(let invitation) = try read(text).get() { invitation } else { nil }
  }

  private func messages(_ text: String) throws -> [String] {
    try Samples.messages(text, name: "c.xml")
  }

  @Test(arguments: ImportanceMode.allCases, [["state", "ages"], []])
  func `What is written is read back equal`(mode: ImportanceMode, background: [String]) throws {
    let made = try SampleInvitation.made(importance: mode, background: background)
    #expect(try invitation(made.xml) == made)
    #expect(made.xml == made.xml)
  }

  @Test(arguments: QuestionnaireForm.allCases)
  func `The form is read back, and not written where it is the full one`(
    form: QuestionnaireForm
  ) throws {
    let made = try SampleInvitation.made(form: form)
    #expect(made.xml.contains("form=") == (form == .core))
    #expect(try invitation(made.xml) == made)
  }

  @Test func `Without a last day it is read back without one`() throws {
    let made = try SampleInvitation.made(closes: nil)
    #expect(!made.xml.contains("closes"))
    #expect(try invitation(made.xml) == made)
  }

  @Test func `Translations are read back, and chosen by language`() throws {
    let text = try SampleInvitation.made().xml.replacing(
      "</title>", with: "</title>\n  <title xml:lang=\"es\">Primavera</title>")
    let read = try #require(try invitation(text))
    #expect(read.title.text(in: try #require(LanguageTag("es"))) == "Primavera")
    #expect(try invitation(read.xml) == read)
  }

  // Another reader of XML than ours: Python's expat finds the same words.
  @Test func `Markup in texts stays text`() throws {
    let title = "Q&A <b>\"one\"</b> ]]> 'two' ñ 📚"
    let made = try SampleInvitation.made(title: title)
    #expect(try invitation(made.xml)?.title.original == title)
    let script =
      "import sys, xml.etree.ElementTree as e; "
      + "sys.stdout.write(e.fromstring(sys.stdin.buffer.read())[0].text)"
    var command = ProgramRun(Checkout.python, ["-c", script], folder: "/tmp")
    command.input = Array(made.xml.utf8)
    #expect(try command.run().stdout == title)
  }

  @Test func `Characters that XML does not allow are written as U+FFFD`() throws {
    let made = try SampleInvitation.made(title: "a\u{0}b\u{1B}c\u{FFFE}d")
    #expect(try invitation(made.xml)?.title.original == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
  }

  static let faults: [(old: String, new: String, message: String)] = [
    ("id=\"spring\"", "id=\"a b\"", "c.xml:2:1: 'a b' cannot be the campaign id; use 1 to 64 of"),
    (
      "importance=\"rated\"", "importance=\"stars\"",
      "c.xml:2:1: importance of <campaign> cannot be 'stars'; use none, picks or rated"
    ),
    (
      "importance=\"rated\"", "importance=\"rated\" form=\"short\"",
      "c.xml:2:1: form of <campaign> cannot be 'short'; use full or core"
    ),
    (
      "frameworkSha256=\"\(hash)\"", "frameworkSha256=\"ABC\"",
      "c.xml:2:1: frameworkSha256 is 'ABC', which is no SHA-256; copy its 64 digits from"
    ),
    ("backgroundSha256=\"\(hash)\"", "", "c.xml:2:1: <campaign> has no backgroundSha256; add"),
    (
      "closes=\"2026-12-31\"", "closes=\"2026-02-30\"",
      "c.xml:2:1: closes is '2026-02-30', which is no day; write year, month and day like"
    ),
    (
      "closes=\"2026-12-31\"", "closes=\"9999-12-31\"",
      "c.xml:2:1: closes is '9999-12-31', which is no day; write year, month and day like"
    ),
    (
      "<ask field=\"ages\"/>", "<ask field=\"STATE\"/>",
      "c.xml:17:3: the field 'STATE' is named before, in line 16; keep one of the two"
    ),
    (
      "<ask field=\"ages\"/>", "<ask field=\"../x\"/>",
      "c.xml:17:3: '../x' cannot be the field id; use"
    ),
    ("<ask field=\"ages\"/>", "<script>1</script>", "c.xml:17:3: <script> cannot stand here"),
    ("<from>The Council</from>", "", "c.xml:15:3: <send> cannot stand here; expected here:"),
    (
      "<from>The Council</from>", "<from> </from>", "c.xml:14:3: the from is empty; write its words"
    ),
  ]

  @Test(arguments: faults)
  func `Every fault is said with its place`(_ fault: (old: String, new: String, message: String))
    throws
  {
    let sound = try SampleInvitation.made().xml
    let text = sound.replacing(fault.old, with: fault.new)
    #expect(text != sound)
    let messages = try messages(text)
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { $0.hasPrefix(fault.message) }, "\(messages)")
  }

  @Test(arguments: [("Spring", 200, "title"), ("Put the file on the shared drive.", 1_000, "send")])
  func `Texts longer than a screen takes are refused`(old: String, limit: Int, element: String)
    throws
  {
    let sound = try SampleInvitation.made().xml
    let text = { sound.replacing(">\(old)<", with: ">\(String(repeating: "é", count: $0))<") }
    #expect(try messages(text(limit)).isEmpty)
    #expect(
      try messages(text(limit + 1)).first?.contains(
        "the \(element) is longer than \(limit) characters; shorten it") == true)
  }

  @Test(arguments: [
    "<!DOCTYPE campaign [<!ENTITY a \"ha\">]>",
    "<!DOCTYPE campaign [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE campaign SYSTEM \"http://127.0.0.1:1/x.dtd\">",
  ])
  func `No declaration of entities is read`(declaration: String) throws {
    let text = try SampleInvitation.made().xml
      .replacing("?>\n", with: "?>\n" + declaration + "\n")
      .replacing(">Spring<", with: ">&a;<")
    #expect(
      try messages(text) == [
        "c.xml:2:1: a document type declaration is not allowed; remove <!DOCTYPE ...>"
      ])
  }

  @Test func `An invitation cut at any byte is refused`() throws {
    let bytes = Array(try SampleInvitation.made().xml.utf8)
    // The last byte is a line feed behind the end.
    for length in 0..<bytes.count - 1 {
      #expect(!(try Samples.messages(Array(bytes[..<length]), name: "c.xml")).isEmpty, "\(length)")
    }
  }
}
