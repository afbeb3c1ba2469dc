/// A framework as another document names it: id and version, whatever its bytes.
public struct FrameworkReference: Hashable, Sendable {
  /// The framework's id.
  public let id: FrameworkID
  /// The version.
  public let version: String

  /// Names a framework.
  public init(id: FrameworkID, version: String) {
    self.id = id
    self.version = version
  }
}

extension Framework {
  /// The framework as other documents name it.
  public var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}

extension Framework.Key {
  /// The framework as other documents name it, whatever its bytes.
  public var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}
