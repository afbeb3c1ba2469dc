internal import CLibXML2

/// The attributes of an element while the parser stands on it.
struct Attributes {
  // Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  private static let stride = 5

  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  /// How many there are.
  let count: Int

  init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    self.pointers = pointers
    self.count = pointers == nil ? 0 : count
  }

  /// The value of an attribute, whatever its namespace (the schema sees to that).
  subscript(_ name: StaticString) -> String? {
    for index in 0..<count {
      // Most names differ in their first letter.
      if let written = pointers?[index * Self.stride], written[0] == name.utf8Start[0],
        xmlStrEqual(written, name.utf8Start) != 0
      {
        return value(index).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return nil
  }

  /// The value of an attribute as a whole number, blanks around it left out.
  subscript(number name: StaticString) -> Int? {
    self[word: name].flatMap { Int($0) }
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

  private func value(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let pointers, let begin = pointers[index * Self.stride + 3],
      let end = pointers[index * Self.stride + 4]
    else { return nil }
    return UnsafeBufferPointer(start: begin, count: end - begin)
  }
}
