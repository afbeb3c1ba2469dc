/// The bytes of a document and the name that the person knows it by.
public struct SourceFile: Hashable, Sendable {
  /// The file as the person named it; messages begin with it.
  public let name: String
  /// The whole content.
  public let bytes: [UInt8]

  /// Joins name and bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
