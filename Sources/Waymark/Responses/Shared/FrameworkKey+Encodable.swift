import WaymarkBasics

extension Framework.Key: Encodable {
  private enum CodingKeys: String, CodingKey { case id, sha256, version }

  /// Writes the key as shared files hold it.
  package func encode(to encoder: any Encoder) throws {
    var key = encoder.container(keyedBy: CodingKeys.self)
    try key.encode(id.description, forKey: .id)
    try key.encode(version, forKey: .version)
    try key.encode(sha256, forKey: .sha256)
  }
}
