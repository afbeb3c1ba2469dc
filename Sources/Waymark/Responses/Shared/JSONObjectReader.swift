import WaymarkBasics

/// Reads the keys of a JSON object one by one, and goes on after a problem.
struct JSONObjectReader {
  private(set) var problems: [ResponseFileProblem] = []
  private let json: JSONTree
  private let path: String

  /// Opens an object; `path` leads to it from the file's own object, `framework` for one in its key.
  ///
  /// - Throws: when the value is no object.
  init(_ json: JSONTree, at path: String? = nil) throws(JSONMismatch) {
    guard json.members != nil else { throw JSONMismatch() }
    self.json = json
    self.path = path.map { $0 + "." } ?? ""
  }

  /// Notes every key that is not among these.
  mutating func allow(_ keys: Set<String>) {
    for member in json.members ?? [] where !keys.contains(member.key) {
      problems.append(.unknownKey(path + member.key))
    }
  }

  /// The value of a key that must be there.
  mutating func value<Value: JSONReadable>(
    _ name: String, _ expected: String, as type: Value.Type = Value.self
  ) -> Value? {
    guard let value = json[name] else {
      problems.append(.missingKey(path + name))
      return nil
    }
    do throws(JSONMismatch) {
      return try Value(value)
    } catch {
      let place = ([name] + error.path).joined(separator: ".")
      problems.append(.otherType(path + place, expected: expected))
      return nil
    }
  }

  /// The value of a key that must be there but may be null.
  mutating func optional<Value: JSONReadable>(
    _ name: String, _ expected: String, as type: Value.Type = Value.self
  ) -> Value? {
    let value = value(name, "\(expected) or null", as: Value?.self)
    return value ?? nil
  }

  /// The value of a key that may be absent.
  mutating func ifPresent<Value: JSONReadable>(
    _ name: String, _ expected: String, as type: Value.Type = Value.self
  ) -> Value? {
    json[name] == nil ? nil : value(name, expected)
  }
}
