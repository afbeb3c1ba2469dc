/// A value of JSON that somebody else wrote, with the byte at which it begins.
package struct JSONTree: Equatable, Sendable {
  /// A key of an object with its value.
  package struct Member: Equatable, Sendable {
    package let key: String
    /// Where the key begins.
    package let offset: Int
    package let value: JSONTree

    package init(key: String, offset: Int, value: JSONTree) {
      self.key = key
      self.offset = offset
      self.value = value
    }
  }

  package enum Content: Equatable, Sendable {
    /// Keys in the order of the file, none twice.
    case object([Member])
    case list([JSONTree])
    case text(String)
    /// A number as it is written.
    case number(String)
    case truth(Bool)
    case null
  }

  package let offset: Int
  package let content: Content

  package init(offset: Int, content: Content) {
    self.offset = offset
    self.content = content
  }

  /// The value of an object's key.
  package subscript(key: String) -> JSONTree? { members?.first { $0.key == key }?.value }

  /// The text; `nil` for every other value.
  package var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  /// Whether it is true; `nil` for every other value.
  package var truth: Bool? {
    guard case .truth(let truth) = content else { return nil }
    return truth
  }

  /// The whole number that is written in digits, perhaps behind a minus; `nil` for every other value.
  ///
  /// `1.0` and `1e0` are whole, but no way to write a count.
  package var wholeNumber: Int? {
    guard case .number(let text) = content else { return nil }
    let isNegative = text.hasPrefix("-")
    return Int(digits: text.dropFirst(isNegative ? 1 : 0)).map { isNegative ? -$0 : $0 }
  }

  /// The keys and values of an object; `nil` for every other value.
  package var members: [Member]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// The byte at which what a path names begins, such as `answers.plan.time`: a key or a text of a list,
  /// or the nearest value around it that there is.
  package func offset(of path: Substring) -> Int {
    if case .list(let values) = content {
      return values.last { $0.text.map { path == $0 } ?? false }?.offset ?? offset
    }
    // Keys may hold full stops themselves.
    if let member = members?.first(where: { path == $0.key }) { return member.offset }
    for member in members ?? [] where path.hasPrefix(member.key) {
      let rest = path.dropFirst(member.key.count)
      guard rest.first == "." else { continue }
      let inside = member.value.offset(of: rest.dropFirst())
      return inside == member.value.offset ? member.offset : inside
    }
    return offset
  }
}

/// What a value of JSON can be read as.
package protocol JSONReadable {
  /// What one such value is called, and what several are.
  static var words: (one: String, many: String) { get }

  /// - Throws: when it is a value of another type.
  init(_ json: JSONTree) throws(JSONMismatch)
}

/// A value of JSON of another type than is expected.
package struct JSONMismatch: Error, Equatable {
  /// The keys that lead to it from the value that was read.
  package var path: [String] = []

  package init(path: [String] = []) {
    self.path = path
  }
}

extension String: JSONReadable {
  package init(_ json: JSONTree) throws(JSONMismatch) {
    guard let text = json.text else { throw JSONMismatch() }
    self = text
  }
}

extension Int: JSONReadable {
  package init(_ json: JSONTree) throws(JSONMismatch) {
    guard let number = json.wholeNumber else { throw JSONMismatch() }
    self = number
  }
}

extension Optional: JSONReadable where Wrapped: JSONReadable {
  package init(_ json: JSONTree) throws(JSONMismatch) {
    self = json.content == .null ? nil : try Wrapped(json)
  }
}

extension Array: JSONReadable where Element: JSONReadable {
  package init(_ json: JSONTree) throws(JSONMismatch) {
    guard case .list(let values) = json.content else { throw JSONMismatch() }
    self = []
    for (place, value) in values.enumerated() {
      append(try Element(value, at: String(place + 1)))
    }
  }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
  package init(_ json: JSONTree) throws(JSONMismatch) {
    guard let members = json.members else { throw JSONMismatch() }
    self = [:]
    for member in members { self[member.key] = try Value(member.value, at: member.key) }
  }
}

extension JSONReadable {
  /// Reads a part of a value, and names it when it is of another type.
  fileprivate init(_ json: JSONTree, at key: String) throws(JSONMismatch) {
    do throws(JSONMismatch) {
      self = try Self(json)
    } catch {
      throw JSONMismatch(path: [key] + error.path)
    }
  }
}

// MARK: - Words

/// What values of JSON are called.
extension String {
  package static let words = (one: "a text", many: "texts")
}

extension Int {
  package static let words = (one: "a whole number", many: "whole numbers")
}

extension Optional where Wrapped: JSONReadable {
  package static var words: (one: String, many: String) {
    ("\(Wrapped.words.one) or null", "\(Wrapped.words.many) or null")
  }
}

extension Array where Element: JSONReadable {
  package static var words: (one: String, many: String) {
    ("a list of \(Element.words.many)", "lists of \(Element.words.many)")
  }
}

extension Dictionary where Key == String, Value: JSONReadable {
  package static var words: (one: String, many: String) {
    ("an object of \(Value.words.many)", "objects of \(Value.words.many)")
  }
}

extension JSONTree {
  /// Any object, whatever it holds.
  package static let object = "an object"
}
