public import FoundationEssentials

/// Takes a mentoring card back: campaigns forget it with its contact.
public struct MentoringWithdrawal: Hashable, Sendable {
  /// The value of `format`.
  public static let format = "waymark-mentoring-withdrawal"

  /// The id of the card.
  public let id: UUID
  /// Withdraws every revision up to this one.
  public let revision: Int

  /// Joins the parts.
  public init(id: UUID, revision: Int) {
    self.id = id
    self.revision = revision
  }

  /// The id as files and stores have it.
  public var name: String { id.uuidString.lowercased() }

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  public func json() throws -> String { try JSON.document(self) }
}

extension MentoringWithdrawal: Encodable {
  private enum CodingKeys: String, CodingKey { case format, id, revision, schema }

  /// Writes every key.
  public func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(Self.format, forKey: .format)
    try file.encode(MentoringFile.schema, forKey: .schema)
    try file.encode(name, forKey: .id)
    try file.encode(revision, forKey: .revision)
  }
}
