/// A framework as another document names it: id and version, whatever its bytes.
package struct FrameworkReference: Hashable, Sendable {
  /// The framework's id.
  package let id: FrameworkID
  /// The version.
  package let version: String

  /// Names a framework.
  package init(id: FrameworkID, version: String) {
    self.id = id
    self.version = version
  }
}

extension Framework {
  /// The framework as other documents name it.
  package var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}

extension Framework.Key {
  /// The framework as other documents name it, whatever its bytes.
  package var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}
