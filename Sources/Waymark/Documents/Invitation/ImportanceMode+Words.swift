extension ImportanceMode {
  /// What is asked, as campaigns and refusals of shared files say it.
  package var words: String {
    switch self {
    case .none: "not asked"
    case .picks: "up to two statements an area, and the top three of all"
    case .rated: "each statement from 1 to 5"
    }
  }
}
