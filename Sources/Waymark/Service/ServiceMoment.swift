/// The time for which someone says what level their library's service needs.
package enum ServiceMoment: String, CaseIterable, Sendable {
  /// As things are.
  case now
  /// In five years from then.
  case inFiveYears

  /// The time in words, as they stand after "needs".
  package var inWords: String {
    switch self {
    case .now: "now"
    case .inFiveYears: "in five years"
    }
  }
}
