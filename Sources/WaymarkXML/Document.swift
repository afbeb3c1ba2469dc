package import Waymark

/// A document of one of the kinds that Waymark reads.
package enum Document: Hashable, Sendable {
  /// A framework.
  case framework(Framework)
  /// Background questions.
  case background(BackgroundQuestions)
  /// A catalogue of learning resources.
  case catalogue(Catalogue)
  /// A strategic plan.
  case plan(StrategicPlan)
  /// An invitation to a campaign.
  case campaign(Invitation)

  /// Which kind it is.
  package var kind: DocumentKind {
    switch self {
    case .framework: .framework
    case .background: .background
    case .catalogue: .catalogue
    case .plan: .plan
    case .campaign: .campaign
    }
  }
}

extension DocumentKind {
  /// The kind as messages name it.
  var words: String {
    switch self {
    case .framework: "Waymark framework"
    case .background: "Waymark background questions"
    case .catalogue: "Waymark catalogue"
    case .plan: "Waymark plan"
    case .campaign: "Waymark invitation"
    }
  }
}
