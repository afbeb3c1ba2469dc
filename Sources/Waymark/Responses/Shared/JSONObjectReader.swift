/// Reads the keys of a JSON object one by one, and goes on after a problem.
struct JSONObjectReader {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  private(set) var problems: [ResponseFileProblem] = []
  private let container: KeyedDecodingContainer<Key>
  private let path: String

  /// Opens the object that the decoder stands at; keys that are not among `keys` are problems.
  init(_ decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: Key.self)
    path = decoder.codingPath.map { $0.stringValue + "." }.joined()
  }

  /// Notes every key that is not among these.
  mutating func allow(_ keys: Set<String>) {
    for key in container.allKeys.map(\.stringValue).sorted() where !keys.contains(key) {
      problems.append(.unknownKey(path + key))
    }
  }

  /// The value of a key that must be there.
  mutating func value<Value: Decodable>(
    _ name: String, _ expected: String, as type: Value.Type = Value.self
  ) -> Value? {
    guard container.contains(Key(name)) else {
      problems.append(.missingKey(path + name))
      return nil
    }
    do {
      return try container.decode(Value.self, forKey: Key(name))
    } catch {
      problems.append(.otherType(Self.path(of: error) ?? path + name, expected: expected))
      return nil
    }
  }

  /// The value of a key that must be there but may be null.
  mutating func optional<Value: Decodable>(
    _ name: String, _ expected: String, as type: Value.Type = Value.self
  ) -> Value? {
    let value = value(name, "\(expected) or null", as: Value?.self)
    return value ?? nil
  }

  /// The value of a key that may be absent.
  mutating func ifPresent<Value: Decodable>(
    _ name: String, _ expected: String, as type: Value.Type = Value.self
  ) -> Value? {
    container.contains(Key(name)) ? value(name, expected) : nil
  }

  private static func path(of error: any Error) -> String? {
    switch error as? DecodingError {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? nil : context.codingPath.map(\.stringValue).joined(separator: ".")
    case nil: nil
    @unknown default: nil
    }
  }
}
