internal import CLibXML2
import Waymark
import WaymarkBasics

/// The attributes of an element while the parser stands on it.
package struct Attributes {
  // Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  private static let stride = 5

  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  /// How many there are.
  let count: Int

  init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    self.pointers = pointers
    self.count = pointers == nil ? 0 : count
  }

  /// The value of an attribute as XML means it, whatever its namespace: the schema
  /// sees to that, and in a workbook no element has two of one name.
  ///
  /// Without `XML_PARSE_NOENT`, which would also let entities in, libxml2 resolves every reference
  /// of a value but those to an ampersand, however written: it hands them on as `&#38;` for a tree
  /// to resolve, and no other ampersand is left in the value.
  package subscript(_ name: StaticString) -> String? { bytes(of: name).map(Self.value) }

  /// The value of an attribute whose name belongs to a namespace.
  package subscript(_ name: StaticString, in namespace: StaticString) -> String? {
    for index in 0..<count {
      if let written = pointers?[index * Self.stride], name.stands(at: written),
        let place = pointers?[index * Self.stride + 2], namespace.stands(at: place)
      {
        return value(index).map(Self.value)
      }
    }
    return nil
  }

  private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let value = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(UInt8(ascii: "&")) ? value.replacing("&#38;", with: "&") : value
  }

  /// The value of an attribute as a whole number; `nil` for what is no digits, which the schema
  /// reports.
  subscript(number name: StaticString) -> Int? {
    guard let bytes = bytes(of: name) else { return nil }
    // Nearly all numbers are one digit, and a document has tens of thousands of them.
    if bytes.count == 1, let digit = bytes.first, (0x30...0x39).contains(digit) {
      return Int(digit) - 0x30
    }
    return self[name].flatMap { Int(digits: $0) }
  }

  /// The value of an attribute without blanks around it: a word of a list.
  subscript(word name: StaticString) -> String? {
    self[name].map { $0.utf8.contains(0x20) ? $0.split(separator: " ").joined(separator: " ") : $0 }
  }

  /// The bytes of the longest value.
  var longest: Int {
    var longest = 0
    for index in 0..<count { longest = max(longest, value(index)?.count ?? 0) }
    return longest
  }

  /// The bytes of the value of an attribute as they stand, an ampersand as `&#38;`.
  package func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<count {
      if let written = pointers?[index * Self.stride], name.stands(at: written) {
        return value(index)
      }
    }
    return nil
  }

  private func value(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let pointers, let begin = pointers[index * Self.stride + 3],
      let end = pointers[index * Self.stride + 4]
    else { return nil }
    return UnsafeBufferPointer(start: begin, count: end - begin)
  }
}

extension StaticString {
  /// Whether this is the text at an address, which a zero ends.
  func stands(at address: UnsafePointer<xmlChar>) -> Bool {
    // Most names differ in their first letter.
    address[0] == utf8Start[0] && xmlStrEqual(address, utf8Start) != 0
  }
}

/// The names of elements in all kinds of document.
enum ElementName: String, CaseIterable {
  case framework, background, catalogue, plan, campaign
  case title, source
  case scale, level, label, meaning, roles, role
  case area, short, competency, statement, anchor, target, reason, supports, buildsOn
  case leadIn, field, question, option, derived, group, member, positions, position
  case resource, description, serves, requires, event, practice, workshop
  case `do`, alone, watch
  case vision, value, sphere, action, objective, note, speaks
  case from, send, ask

  /// Whether the element holds words.
  var holdsText: Bool {
    switch self {
    case .title, .source, .label, .meaning, .short, .statement, .anchor, .reason, .leadIn,
      .question,
      .description, .vision, .note, .from, .send, .do, .alone, .watch:
      true
    case .framework, .background, .catalogue, .plan, .campaign, .ask, .scale, .level, .roles, .role,
      .area, .competency, .target, .supports, .buildsOn, .field, .option, .derived, .group, .member,
      .positions, .position, .resource, .serves, .requires, .event, .practice, .workshop, .value,
      .sphere, .action, .objective, .speaks:
      false
    }
  }
}

/// Recognises element names by the addresses of their interned strings.
///
/// libxml2 keeps one copy of each name for the life of a parser, so after a name's first time a
/// comparison of addresses is enough.
struct NameTable {
  private var known: [(address: UnsafePointer<xmlChar>, name: ElementName)] = []

  /// The name, or `nil` when no document has an element of that name.
  mutating func name(_ address: UnsafePointer<xmlChar>) -> ElementName? {
    for entry in known where entry.address == address { return entry.name }
    guard let name = ElementName(rawValue: String(cString: address)) else { return nil }
    known.append((address, name))
    return name
  }
}
