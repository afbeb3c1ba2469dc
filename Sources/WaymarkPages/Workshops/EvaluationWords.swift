import Waymark
import WaymarkBasics

/// What is said of whether a workshop helped.
package struct EvaluationWords: Sendable {
  let common = CommonWords()
  let columns = Columns()
  let change = ChangeWords()

  package init() {}

  func title(_ workshop: String) -> String { "Did it help? \(workshop)" }

  // MARK: - The answer

  /// Whether it helped, with the figure behind it.
  func verdict(_ verdict: WorkshopEvaluation.Verdict) -> String {
    switch verdict {
    case .cannotTell:
      return "It cannot be told: too few people gave a level both times."
    case .changed(let tally):
      return "Levels \(moved(tally)). Whether by the workshop cannot be told."
    case .alone(let tally):
      return
        "The levels of those who attended \(moved(tally)). Whether by the workshop cannot be told: too "
        + "few of the others gave a level both times to compare them."
    case .beside(let tally, let others):
      let found =
        switch (tally.higher, tally.lower) {
        case (0, 0):
          "It cannot be told from chance: in none of \(all(tally)) did those who attended rise more, or "
            + "less, than the others"
        case (let higher, 0):
          "Yes, as far as this can tell: in \(higher) of \(all(tally)) those who attended rose more than "
            + "the others"
        case (0, let lower):
          "No: in \(lower) of \(all(tally)) those who attended rose less than the others"
        case (let higher, let lower):
          "In part: in \(higher) of \(all(tally)) those who attended rose more than the others, in \(lower) "
            + "less"
        }
      return
        "\(found). On average \(change.signed(tally.mean)), the others \(change.signed(others))."
    }
  }

  /// How levels changed, after what they are of.
  private func moved(_ tally: WorkshopEvaluation.Tally) -> String {
    let found =
      switch (tally.higher, tally.lower) {
      case (0, 0): "changed by no more than chance in \(all(tally))"
      case (let higher, 0): "rose in \(higher) of \(all(tally))"
      case (0, let lower): "fell in \(lower) of \(all(tally))"
      case (let higher, let lower): "rose in \(higher) of \(all(tally)) and fell in \(lower)"
      }
    return "\(found): \(change.signed(tally.mean)) on average"
  }

  private func all(_ tally: WorkshopEvaluation.Tally) -> String {
    common.count(tally.statements, "statement", "statements")
  }

  // MARK: - Who is compared

  /// How many are looked at where nobody knows who attended.
  ///
  /// - Parameters:
  ///   - people: `nil` where they are fewer than the fewest.
  ///   - between: the names of the campaigns.
  func everybody(_ people: Int?, fewest: Int, between: (before: String, after: String)) -> String {
    "\(count(people, fewest, isFirst: true)) \(change.both(between.before, between.after))."
  }

  /// How many attended and how many did not.
  ///
  /// - Parameter haveSaid: whether they said it themselves.
  func attended(
    _ people: Int?, others: Int?, haveSaid: Bool, fewest: Int,
    between: (before: String, after: String)
  ) -> String {
    "\(count(people, fewest, isFirst: true)) "
      + (haveSaid ? "who said that they attended" : "who attended")
      + ", and \(count(others, fewest)) " + (haveSaid ? "who did not say so" : "who did not")
      + ", \(change.both(between.before, between.after))."
  }

  private func count(_ people: Int?, _ fewest: Int, isFirst: Bool = false) -> String {
    people.map(common.people) ?? "\(isFirst ? "Fewer" : "fewer") than \(fewest) people"
  }

  let howToAgree =
    "They agree to it with: waymark share --link. The rows of a form tool's table have no link, whatever "
    + "ids they have."
  let attendanceUnknown =
    "It is not known who attended, so that nothing tells the workshop from everything else."
  let mayDiffer = "They may differ in other ways than by the workshop."

  // MARK: - A statement

  /// What is said of a statement.
  ///
  /// - Parameter lookingBack: how it looks to those who looked back.
  func finding(
    _ statement: String, _ attended: Figure<PairedChange>, others: Figure<PairedChange>?,
    lookingBack: String?
  ) -> String {
    "\(statement): \(counts(attended))" + (others.map { "; the others: \(counts($0))" } ?? "") + "."
      + (lookingBack.map { " \($0)" } ?? "")
  }

  private func counts(_ change: Figure<PairedChange>) -> String {
    switch change {
    case .none(let absence): common.reason(absence)
    case .value(let change):
      "\(change.up) up, \(change.same) the same, \(change.down) down, "
        + "\(self.change.levels(change.mean)) on average\(self.change.interval(change))"
    }
  }

  /// How far those who looked back see themselves from where they said that they were.
  func lookingBack(shift: Figure<PairedChange>, sinceThen: PairedChange?) -> String {
    switch shift {
    case .none(let absence): return "Looking back: \(common.reason(absence))."
    case .value(let shift):
      let size = change.levels(abs(shift.mean))
      let way =
        size == change.levels(0)
        ? "as high as they did" : "\(size) \(shift.mean < 0 ? "lower" : "higher") than they did"
      return "Looking back, \(shift.people) people rate where they were \(way) at the time"
        + "\(change.interval(shift))."
        + (sinceThen.map { " Measured from there, the change is \(change.mean($0))." } ?? "")
    }
  }

  // MARK: - How it was made

  var method: [String] {
    [
      common.afterLearning,
      "Changes are later less earlier levels of the same person; intervals are Student's, d is the mean "
        + "divided by the standard deviation of the changes, delta is Cliff's, of those who attended over "
        + "the others.",
    ]
  }

  let lookingBackMethod =
    "Looking back: some also rated, later, where they had been, with what they know now. That less the "
    + "level they gave at the time is the response shift (Howard 1980): they may have come to see the "
    + "scale in another way. Only those who gave all three levels count there."

  // MARK: - The tables

  /// Whose changes stand beside one another.
  let sides = (
    all: "All", attended: "Attended", others: "Others", sinceThen: "Since then", shift: "Shift"
  )
  let deltaHeading = "Delta, 95 % interval"
  let inNumbers = "The same in numbers"

  /// What became of levels, in the order in which they are drawn.
  let ways = ["Fell", "Stayed", "Rose"]

  /// Names a bar of those who fell, stayed and rose.
  func bar(_ statement: String, _ who: String, _ change: PairedChange) -> String {
    "\(statement). \(who): \(change.up) of \(change.people) rose, \(change.down) fell."
  }

  /// Cliff's delta with its interval.
  func delta(_ difference: GroupDifference.Delta?) -> String {
    guard let difference else { return common.none }
    return Decimal.text(difference.value, places: 2) + change.interval(difference.interval)
  }

  let table = "Every statement of the workshop"
  let lookingBackTable = "Looking back"
  let tableMeaning = "How the levels of the same people changed."

  struct Columns: Sendable {
    private let data = DataWords()
    private let change = ChangeWords()

    var madeUp: ColumnWords { data.madeUpPeople }
    var statementID: ColumnWords { data.statementID }
    var statement: ColumnWords { data.statement }
    var all: ChangeWords.Columns { change.columns("All") }
    var attended: ChangeWords.Columns { change.columns("Attended") }
    var others: ChangeWords.Columns { change.columns("Others") }
    var sinceThen: ChangeWords.Columns { change.columns("Since then") }
    var shift: ChangeWords.Columns { change.columns("Shift") }
    let delta = ColumnWords("Delta", "Cliff's delta, from -1 to 1.")
    let deltaLow = ColumnWords("Delta, low", "Where its 95 % interval begins.")
    let deltaHigh = ColumnWords("Delta, high", "Where its 95 % interval ends.")
  }
}
