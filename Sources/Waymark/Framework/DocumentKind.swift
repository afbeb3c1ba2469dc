/// What a document of Waymark's is.
package enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case framework, background, catalogue, plan, campaign
}

extension DocumentKind {
  /// The namespace of the kind's elements.
  package var namespace: String { "urn:waymark:\(rawValue)" }
}
