/// How a campaign asks what matters most to its respondents.
package enum ImportanceMode: String, Hashable, Sendable, CaseIterable {
  /// Not at all.
  case none
  /// Up to two statements an area and the top three of all.
  case picks
  /// Each statement from 1, not important for one's work, to 5, essential.
  case rated
}

extension ImportanceMode {
  /// What is asked, in words.
  package var words: String {
    switch self {
    case .none: "not asked"
    case .picks: "up to two statements an area, and the top three of all"
    case .rated: "each statement from 1 to 5"
    }
  }
}
