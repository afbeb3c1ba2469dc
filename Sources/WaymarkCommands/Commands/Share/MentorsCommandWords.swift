import Waymark
import WaymarkBasics

/// What is said where pairs are proposed.
struct MentorsCommandWords: Sendable {
  /// The command that whoever has no answers begins with.
  let beginning = "import responses FILE --campaign NAME"

  func toImport(into campaign: ID<Campaign>, _ suffix: String) -> String {
    "Next: waymark import responses FILE --campaign \(campaign)\(suffix)"
  }

  func toKeep(_ campaign: ID<Campaign>, _ suffix: String) -> String {
    "Keep it: waymark mentors --campaign \(campaign) -o mentors.html\(suffix)"
  }

  func toReport(on campaign: ID<Campaign>, _ suffix: String) -> String {
    "Next: waymark report --campaign \(campaign)\(suffix)"
  }
}
