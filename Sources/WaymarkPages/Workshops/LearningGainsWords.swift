import Waymark
import WaymarkBasics

/// What is said of what people gained who did a resource or a workshop.
package struct LearningGainsWords: Sendable {
  let common = CommonWords()
  let columns = Columns()
  private let change = ChangeWords()

  package init() {}

  let title = "What people gained who did it"

  func nobody(_ before: String, _ after: String) -> String {
    "Nobody who \(change.both(before, after)) said what they did in between."
  }
  let howToSay = "They say it with: waymark share --link --did."

  func compared(_ before: String, _ after: String) -> String {
    "People who \(change.both(before, after)), by what they did in between."
  }
  let trend = "What would have changed anyway is in it too."

  func gain(_ statement: String, _ gain: Figure<LearningGains.Gain>) -> String {
    switch gain {
    case .none(let absence): return "\(statement): \(common.reason(absence))."
    case .value(let gain):
      let (from, to) = (
        Decimal.text(gain.before, places: 2), Decimal.text(gain.after, places: 2)
      )
      return "\(statement): \(gain.change.people) people went from \(from) to \(to), a change of "
        + "\(change.mean(gain.change))."
    }
  }

  let tableMeaning = "How the levels of people changed who did a resource or a workshop."
  let resource = "a resource"
  let workshop = "a workshop"

  struct Columns: Sendable {
    private let data = DataWords()

    var madeUp: ColumnWords { data.madeUpPeople }
    let kind = ColumnWords("Kind", "What was done.")
    let entry = ColumnWords("Entry", "The id of what was done.")
    let name = ColumnWords("Name", "The name of what was done.")
    var statementID: ColumnWords { data.statementID }
    var statement: ColumnWords { data.statement }
    let before = ColumnWords("Before", "The mean level before.")
    let after = ColumnWords("After", "The mean level after.")
    var change: ChangeWords.Columns { ChangeWords().columns("Did it") }
  }
}
