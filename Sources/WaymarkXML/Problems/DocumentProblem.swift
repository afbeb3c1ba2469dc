internal import CLibXML2
public import Waymark
public import WaymarkBasics

/// What can be wrong with a document, from its bytes to what it says.
public enum DocumentProblem: Problem {
  /// The schemas that documents are checked with cannot be read.
  case schemasUnreadable
  /// A limit is passed.
  case tooLarge(Measure, limit: Int)
  /// Nothing or nothing but white space.
  case empty
  /// A byte, counted from 1, that begins no character of UTF-8.
  case notUTF8(byte: Int)
  /// The file is, or says that it is, in another encoding than UTF-8.
  case otherEncoding(String)
  /// A character that XML does not allow, with its place in bytes counted from 1 where known.
  case forbiddenCharacter(byte: Int?)
  /// Another version of XML than 1.0.
  case otherXMLVersion
  /// A document type declaration, whatever it declares.
  case doctype
  /// XML that is not well-formed.
  case notWellFormed(SyntaxFault)
  /// The root element is none of ours.
  case notWaymark
  /// A document of ours, but of another kind.
  case otherKind(DocumentKind, expected: DocumentKind)
  /// The document was written for a later version of the format.
  case newerSchema(needs: String, ours: Int)
  /// An element in a place that is not for it.
  case unexpectedElement(String, expected: [String])
  /// An element without one that must stand in it.
  case missingElement(in: String, expected: [String])
  /// An element without an attribute that it must have.
  case missingAttribute(String, of: String)
  /// An attribute that the element does not have.
  case unexpectedAttribute(String, of: String)
  /// A word that is none of those allowed.
  case unknownWord(String, of: Subject, allowed: [String])
  /// A value that is not a whole number, or out of bounds.
  case notNumber(String, of: Subject)
  /// Words between elements, where only elements may stand.
  case unexpectedText(in: String)
  /// Elements inside a text.
  case elementInText(in: String)
  /// Another fault of shape.
  case otherShape(Subject)
  /// There was no memory to read it with.
  case outOfMemory
  /// The shape is right, but not what the document says.
  case content(ContentProblem)

  /// What has a limit.
  public enum Measure: Hashable, Sendable {
    case file, value, depth, attributes, tag, competencies
  }

  /// An element, or an attribute of it.
  public struct Subject: Hashable, Sendable {
    /// The element's name.
    public let element: String
    /// The attribute's name; `nil` for the element's own text.
    public let attribute: String?

    /// Names an element or one of its attributes.
    public init(element: String, attribute: String? = nil) {
      self.element = element
      self.attribute = attribute
    }
  }

  /// How XML can fail to be well-formed.
  public enum SyntaxFault: Hashable, Sendable {
    case unclosed(String)
    case mismatched(opened: String, line: Int, closed: String)
    case afterEnd
    case ampersand
    case unknownEntity(String)
    case repeatedAttribute(String)
    case attribute
    case unboundPrefix(String)
    case unclosedCDATA
    case strayCDATAEnd
    case unclosedComment
    case other
  }
}

extension DocumentProblem {
  /// What an error of the XML parser means; `nil` for warnings that do not matter.
  init?(syntax error: xmlError) {
    let fault: SyntaxFault
    switch xmlParserErrors(UInt32(max(0, error.code))) {
    case XML_WAR_UNKNOWN_VERSION, XML_ERR_UNKNOWN_VERSION:
      self = .otherXMLVersion
      return
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF:
      self = .forbiddenCharacter(byte: nil)
      return
    case XML_ERR_TAG_NAME_MISMATCH:
      fault = .mismatched(
        opened: Self.text(error.str1), line: Int(error.int1), closed: Self.text(error.str2))
    case XML_ERR_TAG_NOT_FINISHED: fault = .unclosed(Self.text(error.str1))
    case XML_ERR_DOCUMENT_END: fault = .afterEnd
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_NAME_REQUIRED: fault = .ampersand
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      fault = .unknownEntity(Self.text(error.str1))
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      fault = .repeatedAttribute(Self.text(error.str1))
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_LT_IN_ATTRIBUTE:
      fault = .attribute
    case XML_NS_ERR_UNDEFINED_NAMESPACE: fault = .unboundPrefix(Self.text(error.str1))
    case XML_ERR_CDATA_NOT_FINISHED: fault = .unclosedCDATA
    case XML_ERR_MISPLACED_CDATA_END: fault = .strayCDATAEnd
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT: fault = .unclosedComment
    default:
      guard error.level != XML_ERR_WARNING else { return nil }
      fault = .other
    }
    self = .notWellFormed(fault)
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}

extension DocumentProblem {
  /// What is wrong.
  public var what: String { words.what }

  /// How to mend it, in one short sentence; empty where `what` says it.
  public var mend: String { words.mend }

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
        // No number is nearer to what was meant than another.
        (word.allSatisfy(\.isNumber) ? nil : word.closest(among: allowed)).map(\.didYouMean)
          ?? "use \(allowed.alternatives)"
      )
    case .notNumber(let text, let subject):
      (
        "\(subject.words) cannot be \(text.excerpt)",
        "write a whole number, \(subject.isAboveZero ? "1" : "0") or more, in the digits 0 to 9"
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
  /// Whether the number of an attribute is 1 or more; what a workshop takes, and years, can be none.
  fileprivate var isAboveZero: Bool {
    !["usd", "trainerDays", "from", "to"].contains(attribute)
      || ["serves", "requires", "practice"].contains(element)
  }

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
