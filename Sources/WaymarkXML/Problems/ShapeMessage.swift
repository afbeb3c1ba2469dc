internal import CLibXML2
import Waymark

/// Turns a message of the schema validator into facts.
///
/// libxml2 gives its facts only inside sentences: `Element '{ns}name', attribute 'name': words`.
struct ShapeMessage {
  /// What the message is about.
  let subject: DocumentProblem.Subject
  /// The fault.
  let problem: DocumentProblem
  /// Whether the message only repeats, less clearly, that a value was refused.
  let isEcho: Bool

  init(code: Int, _ message: String) {
    let (subject, words) = Self.subject(of: message)
    self.subject = subject
    isEcho = code == Int(XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1.rawValue)
    problem =
      Self.problem(code: code, subject, words)
      ?? .otherShape(subject)
  }

  private static func problem(
    code: Int, _ subject: DocumentProblem.Subject, _ words: Substring
  ) -> DocumentProblem? {
    let element = subject.element
    switch xmlParserErrors(UInt32(code)) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      let expected = words.between("( ", " )")?.split(separator: ", ").map { localName($0) } ?? []
      return words.hasPrefix("Missing")
        ? .missingElement(in: element, expected: expected)
        : .unexpectedElement(element, expected: expected)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      return words.between("attribute '", "' is").map {
        .missingAttribute(localName($0), of: element)
      }
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
      return subject.attribute.map { .unexpectedAttribute($0, of: element) }
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      guard let value = words.between("The value '", "' is not an element of the set {"),
        let set = words.suffix(from: value.endIndex).between("{'", "'}")
      else { return nil }
      return .unknownWord(
        String(value), of: subject, allowed: set.split(separator: "', '").map(String.init))
    case XML_SCHEMAV_CVC_PATTERN_VALID:
      return words.between("The value '", "' is not accepted by the pattern").map {
        .notNumber(String($0), of: subject)
      }
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
      return words.between("'", "' is not a valid value").map {
        .notNumber(String($0), of: subject)
      }
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
      return words.hasPrefix("Character")
        ? .unexpectedText(in: element) : .elementInText(in: element)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2:
      return .elementInText(in: element)
    default: return nil
    }
  }

  private static func subject(of message: String) -> (DocumentProblem.Subject, Substring) {
    guard let element = message.between("Element '", "'") else {
      return (.init(element: "?"), message[...])
    }
    var rest = message[element.endIndex...].dropFirst()
    var attribute: String?
    if rest.hasPrefix(", attribute '"), let name = rest.between("'", "'") {
      attribute = localName(name)
      rest = rest[name.endIndex...].dropFirst()
    }
    let words = rest.hasPrefix(": ") ? rest.dropFirst(2) : rest
    return (
      .init(element: localName(element), attribute: attribute),
      words.prefix { $0 != "\n" }
    )
  }

  private static func localName(_ name: Substring) -> String {
    let local =
      name.last == "}"
      ? name : name[(name.lastIndex(of: "}").map(name.index(after:)) ?? name.startIndex)...]
    return name.hasPrefix("{http://www.w3.org/XML/1998/namespace}") ? "xml:\(local)" : String(local)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The text between the first occurrence of one text and the next occurrence of another.
  fileprivate func between(_ before: String, _ after: String) -> Substring? {
    guard let start = self[...].firstRange(of: before)?.upperBound,
      let end = self[start...].firstRange(of: after)?.lowerBound
    else { return nil }
    return self[start..<end]
  }
}
