/// What a document of Waymark's is.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case framework, background, catalogue, plan
}
