/// What ratings of importance beside levels say of the need to learn, for one competency.
///
/// Over the respondents who gave both.
package struct NeedScores: Hashable, Sendable {
  /// How many respondents gave both.
  package let people: Int
  /// The mean importance.
  package let importance: Double
  /// The mean level.
  package let level: Double
  /// How far the level is from the importance; `nil` where the two scales have not the same steps, since
  /// a step of one is then none of the other.
  package let discrepancy: Discrepancy?

  /// Importance and level subtracted step by step.
  package struct Discrepancy: Hashable, Sendable {
    /// Borich's mean weighted discrepancy score: mean importance times mean importance less mean level
    /// (Borich 1980).
    package let meanWeighted: Double
    /// The ranked discrepancy score: the share whose level is above the importance less the share whose
    /// level is below, from -100 to 100; the most negative is the greatest need (Narine & Harder 2021).
    package let ranked: Double
  }

  /// Scores one competency from how many people gave each importance and level.
  ///
  /// - Parameter counts: a row for each importance from 1, a column for each level from 1.
  /// - Returns: `nil` where nobody gave both.
  init?(counts: [[Int]]) {
    var people = 0
    var (importance, level) = (0, 0)
    var (below, above) = (0, 0)
    for (row, levels) in counts.enumerated() {
      for (column, count) in levels.enumerated() {
        people += count
        importance += (row + 1) * count
        level += (column + 1) * count
        if column < row { below += count }
        if column > row { above += count }
      }
    }
    guard people > 0 else { return nil }
    let size = Double(people)
    self.people = people
    self.importance = Double(importance) / size
    self.level = Double(level) / size
    discrepancy =
      counts.allSatisfy { $0.count == counts.count }
      ? Discrepancy(
        meanWeighted: Double(importance) / size * Double(importance - level) / size,
        ranked: 100 * Double(above - below) / size) : nil
  }
}
