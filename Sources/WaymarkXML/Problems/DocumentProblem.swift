internal import CLibXML2
package import Waymark
import WaymarkBasics

/// What can be wrong with a document, from its bytes to what it says.
package enum DocumentProblem: Problem {
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
  package enum Measure: Hashable, Sendable {
    case file, value, depth, attributes, tag, competencies
  }

  /// An element, or an attribute of it.
  package struct Subject: Hashable, Sendable {
    /// The element's name.
    package let element: String
    /// The attribute's name; `nil` for the element's own text.
    package let attribute: String?

    /// Names an element or one of its attributes.
    package init(element: String, attribute: String? = nil) {
      self.element = element
      self.attribute = attribute
    }
  }

  /// How XML can fail to be well-formed.
  package enum SyntaxFault: Hashable, Sendable {
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
