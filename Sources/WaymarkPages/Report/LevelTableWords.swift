import WaymarkBasics

/// What the tables of levels say for spreadsheets and programs: statements, areas, groups.
struct LevelTableWords: Sendable {
  let areas = "Areas"
  let areasMeaning = "A row for each area: the answers to its statements together."
  let joined = ColumnWords("Statements", "How many statements are counted together.")
  let groupsByStatement = "A row for each group and statement: what the group answered."

  let below = ColumnWords(
    "Below usual",
    "How many ratings are below the level that is usual for the person's own role.")
  let compared = ColumnWords(
    "Compared", "Out of how many: the ratings of people whose role has a usual level.")
  let share = ColumnWords("Share below", "The share below usual, 0 to 1.")
  let shareLow = ColumnWords(
    "Share, low", "Where the 95 % interval of the share begins (Wilson).")
  let shareHigh = ColumnWords("Share, high", "Where the 95 % interval of the share ends (Wilson).")
  let meanLow = ColumnWords(
    "Mean, low", "Where the 95 % interval of a statement's mean begins (Student).")
  let meanHigh = ColumnWords(
    "Mean, high", "Where the 95 % interval of a statement's mean ends (Student).")
  let deviation = ColumnWords(
    "Standard deviation", "The standard deviation of the levels, by n - 1.")
  let notMyWork = ColumnWords("Not my work", "How many answers are \"not part of my work\".")
  let cannotJudge = ColumnWords("Can't judge", "How many answers are \"can't judge\".")
  let skipped = ColumnWords("Skipped", "How many answers were skipped.")
  let notAsked = ColumnWords("Not asked", "How many people were not asked.")
  let relevance = ColumnWords(
    "Part of the work", "The share of levels among levels and \"not part of my work\", 0 to 1.")

  /// The ratings on a level.
  ///
  /// - Parameter title: the level with its number.
  func level(_ number: Int, _ label: String, title: String) -> ColumnWords {
    ColumnWords(title, "How many ratings are on level \(number), \"\(label)\".")
  }

  /// Why a column has no number.
  func note(_ column: String, _ reason: String) -> String { "\(column): \(reason)" }
}

/// The groups in long form.
extension LevelTableWords {
  var groupsMeaning: String { "A row for each group and measure, in long form." }
  func grouping(_ question: String) -> ColumnWords {
    ColumnWords(question, "The group, * for everybody.")
  }
  var measure: ColumnWords {
    ColumnWords(
      "Measure",
      "n: the people of the group; n:ID: those who gave a level to a statement; below:ID: the "
        + "share below usual, of of:ID people, from low:ID to high:ID; mean:ID: the mean level.")
  }
  var value: ColumnWords { ColumnWords("Value", "The number.") }
  var noteWithMarks: ColumnWords { ColumnWords("Note", "Why a number is missing, and marks.") }
  var madeUp: String { "made up" }
}

/// How groups stand to everybody else.
extension LevelTableWords {
  var differences: String { "Groups and everybody else" }
  var differencesMeaning: String {
    "How the levels of a group stand to those of everybody else who answered: Cliff's delta, "
      + "from -1 (all of the group below) to 1 (all above), and Hedges' g."
  }
  var delta: ColumnWords { ColumnWords("Delta", "Cliff's delta.") }
  var deltaLow: ColumnWords {
    ColumnWords("Delta, low", "Where its 95 % interval begins (Cliff 1993).")
  }
  var deltaHigh: ColumnWords {
    ColumnWords("Delta, high", "Where its 95 % interval ends (Cliff 1993).")
  }
  var hedges: ColumnWords { ColumnWords("g", "Hedges' g, in standard deviations.") }
}
