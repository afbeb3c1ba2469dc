/// What a document of Waymark's is.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case framework, background, catalogue, plan, campaign
}

extension DocumentKind {
  /// The namespace of the kind's elements.
  public var namespace: String { "urn:waymark:\(rawValue)" }
}
