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

extension JSONObjectReader {
  /// The text of the proof, which every file has since there are proofs, and none had before.
  mutating func proof(in schema: Int?) -> String? {
    Self.hasProof(schema) ? value("proof", "a text") : nil
  }

  /// Notes every key that is not among these, nor that of the proof where there is to be one.
  mutating func allow(_ keys: Set<String>, in schema: Int?) {
    allow(Self.hasProof(schema) ? keys.union(["proof"]) : keys)
  }

  private static func hasProof(_ schema: Int?) -> Bool {
    schema.map { $0 > SharedFile.schemas.lowerBound } ?? false
  }
}

/// The JSON of a shared file, which knows the place of everything that can be wrong with it.
struct ReadJSON: Sendable {
  let tree: JSONTree
  private let file: String
  private let bytes: [UInt8]

  /// Reads the bytes of a file, named as the person named it.
  ///
  /// - Throws: the fault that keeps them from being JSON.
  init(_ bytes: [UInt8], file: String) throws(Findings<ResponseFileProblem>) {
    self.file = file
    self.bytes = bytes
    do throws(JSONFault.Placed) {
      tree = try JSONScanner.tree(of: bytes)
    } catch {
      throw Findings(Finding(.notJSON(error.fault), at: Place(file: file, at: error.place)))
    }
  }

  /// A problem at the key or value that it is about.
  func finding(_ problem: ResponseFileProblem) -> Finding<ResponseFileProblem> {
    let offset = tree.offset(of: problem.path[...])
    return Finding(problem, at: Place(file: file, at: JSONScanner.place(of: offset, in: bytes)))
  }

  /// A problem after which nothing else can be said of the file.
  func failure(_ problem: ResponseFileProblem) -> Findings<ResponseFileProblem> {
    Findings(finding(problem))
  }
}
