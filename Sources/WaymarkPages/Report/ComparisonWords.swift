import WaymarkBasics

/// What the tables say on changes since an earlier campaign.
struct ComparisonWords: Sendable {
  let change = ChangeTable()
  let paired = PairedTable()

  /// Everybody, then and now.
  struct ChangeTable {
    let title = "What changed"
    func meaning(_ earlier: String) -> String {
      "Since the campaign \(earlier): statements that both asked. The people are not the same: a change "
        + "can come from who answered. An interval that holds 0 says that chance alone could do it."
    }
    let peopleBefore = ColumnWords("People before", "How many people gave a level then.")
    let people = ColumnWords("People", "How many people gave a level now.")
    let shareBefore = ColumnWords("Below before", "The share below usual then, 0 to 1.")
    let share = ColumnWords("Below usual", "The share below usual now, 0 to 1.")
    let shareChange = ColumnWords("Change", "Now less then, in shares.")
    let shareLow = ColumnWords("Change, low", "Where the 95 % interval begins (Newcombe).")
    let shareHigh = ColumnWords("Change, high", "Where the 95 % interval ends (Newcombe).")
    let meanChange = ColumnWords("Change of mean", "The mean level now less then.")
    let meanLow = ColumnWords("Mean, low", "Where the 95 % interval begins (Welch).")
    let meanHigh = ColumnWords("Mean, high", "Where the 95 % interval ends (Welch).")
  }

  /// The same people, then and now.
  struct PairedTable {
    let title = "The same people, then and now"
    func meaning(_ linked: Int) -> String {
      "The \(linked) people who agreed to be linked and answered both times. A lower rating "
        + "can be honest: who learns more sees more."
    }
    let people = ColumnWords("People", "How many gave a level both times.")
    let change = ColumnWords("Change", "The mean of later less earlier level.")
    let low = ColumnWords("Change, low", "Where its 95 % interval begins (Student).")
    let high = ColumnWords("Change, high", "Where its 95 % interval ends (Student).")
    let cohen = ColumnWords("d", "Cohen's d for pairs.")
    let up = ColumnWords("Up", "The share that went up, 0 to 1.")
    let same = ColumnWords("Same", "The share that stayed, 0 to 1.")
    let down = ColumnWords("Down", "The share that went down, 0 to 1.")
    let balance = ColumnWords("Balance", "Up less down, -1 to 1.")
  }
}
