import Waymark
import WaymarkBasics

/// What is said where pairs are proposed.
struct MentorsCommandWords: Sendable {
  func toKeep(_ campaign: ID<Campaign>, _ suffix: String) -> String {
    "Keep it: waymark mentors --campaign \(campaign) -o mentors.html\(suffix)"
  }
}
