import WaymarkBasics

/// The sentences about what there is to learn from.
package struct CoverageWords: Sendable {
  let common = CommonWords()

  package init() {}

  let title = "What there is to learn from"

  /// A level step that nothing but practice leads over.
  func nothing(from: Int, to: Int, practice: Int) -> String {
    "\(from) to \(to): no resource, \(self.practice(practice))."
  }

  /// A level step with its resources.
  ///
  /// - Parameters:
  ///   - minutes: those of the shortest and the longest; `nil` where nobody knows.
  ///   - month: since when all were looked at; `nil` where one never was.
  func step(
    from: Int, to: Int, resources: Int, minutes: ClosedRange<Int>?, languages: [LanguageTag],
    checkedSince month: String?, practice: Int
  ) -> String {
    "\(from) to \(to): \(common.count(resources, "resource", "resources")), "
      + "\(minutes.map(time) ?? "nobody says how long"), in \(common.languages(languages)), "
      + (month.map { "all looked at since \($0)" } ?? "not all looked at")
      + ", \(self.practice(practice))."
  }

  func summary(steps: Int, served: Int, practiceAlone: Int, nothing: Int) -> String {
    "\(served) of \(steps) level steps have a resource; \(practiceAlone) have practice alone, "
      + "\(nothing) nothing."
  }

  private func time(_ minutes: ClosedRange<Int>) -> String {
    minutes.lowerBound == minutes.upperBound
      ? common.time(minutes.lowerBound)
      : "\(common.time(minutes.lowerBound)) to \(common.time(minutes.upperBound))"
  }

  private func practice(_ count: Int) -> String {
    count == 0 ? "no practice step" : common.count(count, "practice step", "practice steps")
  }
}
