/// Takes a response back: campaigns forget it until they are published.
public struct Withdrawal: Equatable, Sendable {
  /// The value of `format`.
  public static let format = "waymark-withdrawal"

  /// The id of the response, a UUID in lower case.
  public let response: String
  /// Withdraws every revision up to this one.
  public let revision: Int

  /// Joins the parts.
  public init(response: String, revision: Int) {
    self.response = response
    self.revision = revision
  }

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  public func json() throws -> String { try JSON.document(self) }
}

extension Withdrawal: Encodable {
  private enum CodingKeys: String, CodingKey { case format, response, revision, schema }

  /// Writes every key.
  public func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(Self.format, forKey: .format)
    try file.encode(ResponseFile.schema, forKey: .schema)
    try file.encode(response, forKey: .response)
    try file.encode(revision, forKey: .revision)
  }
}
