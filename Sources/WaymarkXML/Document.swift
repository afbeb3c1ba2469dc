public import Waymark

/// A document of one of the kinds that Waymark reads.
public enum Document: Hashable, Sendable {
  /// A framework.
  case framework(Framework)
  /// Background questions.
  case background(BackgroundQuestions)
  /// A catalogue of learning resources.
  case catalogue(Catalogue)
  /// A strategic plan.
  case plan(StrategicPlan)

  /// Which kind it is.
  public var kind: DocumentKind {
    switch self {
    case .framework: .framework
    case .background: .background
    case .catalogue: .catalogue
    case .plan: .plan
    }
  }
}

extension DocumentKind {
  /// The namespace of the kind's elements.
  public var namespace: String { "urn:waymark:\(rawValue)" }

  /// The kind as messages name it.
  var words: String {
    switch self {
    case .framework: "Waymark framework"
    case .background: "Waymark background questions"
    case .catalogue: "Waymark catalogue"
    case .plan: "Waymark plan"
    }
  }
}
