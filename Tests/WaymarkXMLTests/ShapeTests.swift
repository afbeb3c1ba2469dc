import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// The words for faults of shape.
@Suite struct ShapeTests {
  @Test(arguments: [
    (
      Samples.competency("a.one").replacing("anchor", with: "ancor"),
      "f.xml:15:7: <ancor> cannot stand here; did you mean <anchor>?"
    ),
    (
      Samples.competency("a.one", rest: "<supports objective=\"X\" strength=\"fully\"/>"),
      "f.xml:16:49: strength of <supports> cannot be 'fully'; use direct or partly"
    ),
    (
      Samples.competency("a.one", rest: "<supports objective=\"X\" strength=\"part\"/>"),
      "f.xml:16:49: strength of <supports> cannot be 'part'; did you mean 'partly'?"
    ),
    (
      Samples.competency("a.one", rest: "<target role=\"page\"/>"),
      "f.xml:16:49: <target> has no level; add level=\"...\""
    ),
    (
      Samples.competency("a.one", rest: "<target role=\"page\" level=\"2\" x=\"\"/>"),
      "f.xml:16:49: <target> takes no x; remove it or correct its name"
    ),
    (
      Samples.competency("a.one", rest: "stray"),
      "f.xml:12:5: there is text in <competency> where none may stand; "
        + "remove it or put it in an element"
    ),
    (
      Samples.competency("a.one", rest: "<buildsOn competency=\"a.one\">x</buildsOn>"),
      "there is text in <buildsOn> where none may stand; remove it or put it in an element"
    ),
    (
      "<competency id=\"a.one\"><title>x</title></competency>",
      "f.xml:12:1: <competency> ends too early; it still needs <title> or <statement>"
    ),
    (
      Samples.competency("a.one").replacing("I do it.", with: "I <b>do</b> it."),
      "f.xml:14:20: there is an element in the text of <statement>; leave only words there"
    ),
  ])
  func `Faults of shape are told in our own words`(_ competency: String, _ message: String) throws {
    let messages = try Samples.messages(Samples.framework(competencies: [competency]))
    #expect(messages.first?.hasSuffix(message) == true, "\(messages)")
  }

  @Test(arguments: [
    "0", "-1", "1e400", "NaN", "1.5", " 1 ", "1,5", "99999999999999999999", "٣", "0x2", "", "+1",
    "1 ", "1_0",
  ])
  func `Levels are whole numbers in plain digits`(_ level: String) throws {
    let messages = try Samples.messages(
      Samples.framework(competencies: [
        Samples.competency("a.one", rest: "<target role=\"page\" level=\"\(level)\"/>")
      ]))
    #expect(
      messages == [
        "f.xml:16:49: level of <target> cannot be '\(level)'; write a whole number, 1 or more, in the "
          + "digits 0 to 9"
      ])
  }

  @Test func `Blanks around a word do not matter, its case does`() throws {
    func text(_ strength: String) -> String {
      Samples.framework(competencies: [
        Samples.competency(
          "a.one", rest: "<supports objective=\"X\" strength=\"\(strength)\"/>")
      ])
    }
    let framework = try Samples.framework(text(" direct "))
    #expect(framework.competencies.first?.objectives.values.first == .direct)
    let message = try #require(try Samples.messages(text("Direct")).first)
    #expect(message.hasSuffix("cannot be 'Direct'; did you mean 'direct'?"))
  }

  @Test func `Faults of shape and of content come together in the order of the file`() throws {
    let messages = try Samples.messages(
      Samples.framework(competencies: [
        Samples.competency("a one"), Samples.competency("a.two", rest: "<nothing/>"),
        Samples.competency("a.two"),
      ]))
    #expect(
      messages == [
        "f.xml:12:5: 'a one' cannot be the competency id; use 1 to 64 of the characters "
          + "A-Z a-z 0-9 . _ -, a letter or digit first",
        "f.xml:22:49: <nothing> cannot stand here; expected here: <anchor>, <target>, <supports> or"
          + " <buildsOn>",
        "f.xml:24:5: the competency id 'a.two' is used before, in line 18; "
          + "give one of them another id",
      ])
  }

  @Test func `What may stand in an unread part is not said to be missing`() throws {
    let messages = try Samples.messages(
      Samples.framework(
        competencies: [Samples.competency("a.one", rest: "<buildsOn competency=\"b.two\"/>")],
        extra: "<areas id=\"II\"><competency id=\"b.two\"/></areas>"))
    #expect(messages == ["f.xml:18:10: <areas> cannot stand here; did you mean <area>?"])
  }

  @Test func `No message speaks of namespaces or of the XML library`() throws {
    let kinds = DocumentKind.allCases.map {
      "<\($0.rawValue) xmlns=\"\($0.namespace)\" schema=\"1\" x=\"\"><y/>z</\($0.rawValue)>"
    }
    for text in kinds {
      let messages = try Samples.messages(text)
      #expect(messages.count >= 5)
      #expect(messages.allSatisfy { !$0.contains("{") && !$0.contains("facet") }, "\(messages)")
    }
  }

  @Test func `More than fifty faults are counted but not listed`() throws {
    let text = Samples.framework(
      competencies: (0..<60).map { Samples.competency("not an id \($0)") })
    guard case .failure(let findings) = try Samples.load(text) else {
      Issue.record("accepted")
      return
    }
    #expect(findings.listed.count == 50)
    #expect(findings.unlisted == 10)
  }

  @Test func `Without schemas nothing is read`() {
    #expect(throws: Findings<DocumentProblem>.self) {
      try DocumentLoader(schemas: "/nowhere").load([SourceFile(name: "f.xml", bytes: [])])
    }
  }
}
