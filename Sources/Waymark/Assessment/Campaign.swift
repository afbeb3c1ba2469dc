/// A gathering of responses to one version of one framework.
public struct Campaign: Hashable, Sendable {
  /// The name that commands use.
  public let id: ID<Campaign>
  /// The framework that every response answers, down to the bytes.
  public let framework: Framework.Key
  /// Whether the people in it were made up by `waymark demo`; said in every output made from it.
  public let isMadeUp: Bool

  /// Joins the parts.
  public init(id: ID<Campaign>, framework: Framework.Key, isMadeUp: Bool) {
    self.id = id
    self.framework = framework
    self.isMadeUp = isMadeUp
  }
}
