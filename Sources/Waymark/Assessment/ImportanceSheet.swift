/// What matters most to one respondent as a fixed-position string, beside the answer sheet.
///
/// One ASCII character a competency, in the framework's order: `-` not picked, `+` picked, `1` to
/// `3` its place in the top of all.
public struct ImportanceSheet: Hashable, Sendable, CustomStringConvertible {
  /// The sheet as text.
  public let description: String

  /// Lays out picks by the positions of a framework.
  public init(_ importance: Assessment.Importance, framework: Framework) {
    description = String(
      framework.competencies.map { competency -> Character in
        if let place = importance.top.firstIndex(of: competency.id) {
          return Character(String(place + 1))
        }
        return importance.picked.contains(competency.id) ? "+" : "-"
      })
  }
}
