extension CalendarDate {
  /// The day in words: `23 November 2026`.
  package var inWords: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

  /// What is expected where there should be a month.
  package static let monthWords = "a month such as 2026-11, \(yearWords)"

  /// The years that are expected, behind an example.
  package static let yearWords =
    "of the years \(writtenYears.lowerBound) to \(writtenYears.upperBound)"

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
