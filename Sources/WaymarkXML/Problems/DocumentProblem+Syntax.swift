internal import CLibXML2
import Waymark

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
