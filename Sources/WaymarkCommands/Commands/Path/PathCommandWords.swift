import WaymarkBasics

/// What is said beside a learning path.
struct PathCommandWords: Sendable {
  let sheetIsOfSeenPath = "--supervisor shows the path you saw last; say the rest before it."
  let stepsNotSeen =
    "--goal: these are not the steps that you saw last; see them with: waymark path"

  // MARK: - What is asked of it

  func lastDayOver(_ day: CalendarDate) -> String {
    "Your last day, \(day.inWords), is over or too near; give another with --until."
  }

  /// - Parameter options: what was asked last time, as it was typed.
  func asLastTime(_ options: String) -> String { "As last time: \(options)." }

  func toForget(_ suffix: String) -> String { "To forget it: waymark path --fresh\(suffix)" }

  // MARK: - What becomes of it

  let calendarNeedsDays =
    "a calendar needs days; say how much time: --minutes-per-week 60"
  let calendarIsEmpty =
    "no step has a day, so there is nothing for a calendar; see why with: waymark path"

  func notRemembered(_ reason: String) -> String { "This path is not remembered: \(reason)" }

  func wrote(_ file: String) -> String { "Wrote \(file.printableLine)" }

  // MARK: - What comes next

  func toRateAgain(_ suffix: String) -> String {
    "Rate again what you have worked on: waymark assess --review\(suffix)"
  }

  func toCompare(_ suffix: String) -> String {
    "Compare with a role: waymark path --role ID\(suffix)"
  }

  func toMark(_ suffix: String) -> String {
    "When you have done a step: waymark path --done 1\(suffix)"
  }

  /// - Parameter role: the role that was named.
  func toKeep(_ role: String?, _ suffix: String) -> String {
    let option = role.map { " --role \($0.shellWord)" } ?? ""
    return "Keep it: waymark path\(option) -o waymark-path.html\(suffix)"
  }
}
