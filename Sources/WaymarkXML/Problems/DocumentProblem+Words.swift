import Waymark
import WaymarkBasics

extension DocumentProblem {
  /// What is wrong.
  package var what: String { words.what }

  package var mend: String { words.mend }

  private var words: (what: String, mend: String) {
    switch self {
    case .schemasUnreadable:
      (
        "the schemas (waymark.xsd and its siblings) cannot be read here",
        "install Waymark again, or name the folder that holds them"
      )
    case .tooLarge(let measure, let limit): measure.words(limit: limit)
    case .outOfMemory: ("there is not memory enough to read the file", "end other programs first")
    case .empty: ("the file is empty", "name a file with a document in it")
    case .notUTF8(let byte):
      ("byte \(byte) begins no character of UTF-8", "save the file as UTF-8")
    case .otherEncoding(let name):
      ("the encoding is \(name.clipped)", "save the file as UTF-8, and say so in its first line")
    case .forbiddenCharacter(let byte):
      (
        "XML does not allow the character" + (byte.map { " at byte \($0)" } ?? " here"),
        "remove it"
      )
    case .otherXMLVersion:
      ("this is not XML 1.0", "write version=\"1.0\" in the first line")
    case .doctype:
      ("a document type declaration is not allowed", "remove <!DOCTYPE ...>")
    case .notWellFormed(let fault): fault.words
    case .notWaymark:
      (
        "this is not a Waymark framework, nor background questions, a catalogue, a plan or an"
          + " invitation of Waymark's",
        "begin it like <framework xmlns=\"\(DocumentKind.framework.namespace)\" ...>"
      )
    case .otherKind(let kind, let expected):
      ("this is not a \(expected.words) but a \(kind.words)", "name another file")
    case .newerSchema(let needs, let ours):
      (
        "needs Waymark with schema >= \(needs.clipped), this is \(ours)",
        "install a newer Waymark"
      )
    case .unexpectedElement(let name, let expected):
      ("<\(name.clipped)> cannot stand here", Self.mend(name, expected))
    case .missingElement(let name, let expected):
      (
        "<\(name)> ends too early",
        "it still needs \(expected.map { "<\($0)>" }.alternatives)"
      )
    case .missingAttribute(let name, let element):
      ("<\(element)> has no \(name)", "add \(name)=\"...\"")
    case .unexpectedAttribute(let name, let element):
      ("<\(element)> takes no \(name.clipped)", "remove it or correct its name")
    case .unknownWord(let word, let subject, let allowed):
      (
        "\(subject.words) cannot be \(word.excerpt)",
        word.closest(among: allowed).map(\.didYouMean)
          ?? "use \(allowed.alternatives)"
      )
    case .notNumber(let text, let subject):
      (
        "\(subject.words) cannot be \(text.excerpt)",
        "write a whole number above 0 in the digits 0 to 9"
      )
    case .unexpectedText(let element):
      ("there is text in <\(element)> where none may stand", "remove it or put it in an element")
    case .elementInText(let element):
      ("there is an element in the text of <\(element)>", "leave only words there")
    case .otherShape(let subject):
      ("\(subject.words) is not as it can be here", "see docs/framework-format.md")
    case .content(let problem): (problem.what, problem.mend)
    }
  }

  private static func mend(_ name: String, _ expected: [String]) -> String {
    if let near = name.closest(among: expected) { return .didYouMean("<\(near)>") }
    return expected.isEmpty
      ? "remove it" : "expected here: \(expected.map { "<\($0)>" }.alternatives)"
  }
}

extension DocumentProblem.Subject {
  fileprivate var words: String {
    attribute.map { "\($0.clipped) of <\(element.clipped)>" } ?? "<\(element.clipped)>"
  }
}

extension DocumentProblem.Measure {
  fileprivate func words(limit: Int) -> (what: String, mend: String) {
    switch self {
    case .file: ("the file is larger than \(limit / (1 << 20)) MiB", "split it or shorten it")
    case .value:
      ("a text or an attribute is longer than \(limit / 1024) KiB", "shorten it")
    case .tag:
      ("a tag with the text behind it is longer than \(limit / 1024) KiB", "shorten it")
    case .depth: ("elements stand more than \(limit) deep in one another", "remove some")
    case .attributes: ("an element has more than \(limit) attributes", "remove some")
    case .competencies:
      ("there are more than \(limit) competencies", "split the framework")
    }
  }
}

extension DocumentProblem.SyntaxFault {
  fileprivate var words: (what: String, mend: String) {
    switch self {
    case .unclosed(let name):
      ("the file ends before <\(name.clipped)> is closed", "add </\(name.clipped)>")
    case .mismatched(let opened, let line, let closed):
      (
        "</\(closed.clipped)> closes <\(opened.clipped)> of line \(line)",
        "close it with </\(opened.clipped)>"
      )
    case .afterEnd: ("there is something after the end of the document", "remove it")
    case .ampersand: ("an & stands alone", "write &amp;")
    case .unknownEntity(let name):
      (
        "&\(name.clipped); is not known",
        "write the character itself; only &amp; &lt; &gt; &quot; &apos; have names"
      )
    case .repeatedAttribute(let name):
      ("the attribute \(name.clipped) is given twice", "remove one of the two")
    case .attribute:
      ("an attribute is not written like name=\"value\"", "check its quotes and the = sign")
    case .unboundPrefix(let name):
      ("the prefix \(name.clipped) belongs to no namespace", "remove the prefix")
    case .unclosedCDATA: ("a CDATA section is not closed", "close it with ]]>")
    case .strayCDATAEnd: ("]]> stands outside a CDATA section", "write ]]&gt;")
    case .unclosedComment: ("a comment is not closed, or holds --", "close it with -->")
    case .other:
      ("this is not well-formed XML", "look here for a mark that is missing or one too many")
    }
  }
}

extension DocumentKind {
  /// The kind as messages name it.
  fileprivate var words: String {
    switch self {
    case .framework: "Waymark framework"
    case .background: "Waymark background questions"
    case .catalogue: "Waymark catalogue"
    case .plan: "Waymark plan"
    case .campaign: "Waymark invitation"
    }
  }
}
