import Waymark
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

/// What the tables say of people beside their levels: what their service needs, who is willing to serve,
/// and whom those who answered stand for.
struct PopulationWords: Sendable {
  let service = Service()
  let willing = Willing()
  let weighted = Weighted()
  let representation = Representation()

  /// What the service needs.
  struct Service {
    let title = "What the service needs"

    /// How many managers answered, and in how many statements they need more than staff have.
    ///
    /// - Parameters:
    ///   - now: in so many of those that can be compared a higher level is needed now.
    ///   - later: the same in five years.
    func needed(
      _ managers: Int, now: (higher: Int, of: Int), later: (higher: Int, of: Int)
    ) -> String {
      "\(managers) managers said what their service needs. Of the statements that can be compared "
        + "they need a higher level now than staff have in \(now.higher) of \(now.of), and in five "
        + "years in \(later.higher) of \(later.of)."
    }
    func largestGaps(_ gaps: [(statement: String, needed: Int, staff: Int)]) -> String {
      let gaps = gaps.map { "\($0.statement) (needed \($0.needed), staff \($0.staff))" }
      return "Largest gaps now: \(gaps.joined(separator: ", "))."
    }
    let tooFew = "Too few managers said what their service needs; it is withheld."
    let howToRead = [
      "This is the managers' view: the level that at least one person in a library should have.",
      "Levels are medians, of an even number the lower one of the two in the middle.",
      "The largest gaps between the level needed now and that of staff come first.",
    ]

    let managersNow = ColumnWords("Managers, now", "How many managers gave a level for now.")
    let neededNow = ColumnWords(
      "Needed now", "The median level that they say is needed now.")
    let managersLater = ColumnWords(
      "Managers, in 5 years", "How many managers gave a level for in five years.")
    let neededLater = ColumnWords(
      "Needed in 5 years", "The median level that they say is needed in five years.")
    let staff = ColumnWords("Staff", "How many of the staff gave a level.")
    let staffLevel = ColumnWords("Staff's level", "The median level of staff.")
    let reachNow = ColumnWords(
      "Reach now", "How many of the staff are at or above the level needed now.")
    let reachLater = ColumnWords(
      "Reach in 5 years",
      "How many of the staff are at or above the level needed in five years.")
  }

  /// Who is willing to serve.
  struct Willing {
    let title = "Willing to serve"
    let meaning =
      "How many people said so when they shared their answers; who said nothing counts as not willing."
    let people = ColumnWords("People", "How many people are in the group.")
    func yes(_ question: String) -> ColumnWords { ColumnWords(question, "How many said yes.") }
  }

  /// What weights change.
  struct Weighted {
    let title = "Weighted to the population"
    let method =
      "Everybody counts by a weight that brings those who answered to the margins of the population "
      + "(raking, Deming & Stephan 1940)."
    let tooFew =
      "Too few people gave the answers that the weights need; it is withheld."

    func worth(_ people: Int, _ effectiveSize: Double, isWeak: Bool) -> String {
      "The \(people) people are worth \(Decimal.text(effectiveSize, places: 0)) without weights"
        + (isWeak ? ", less than half: take care." : ".")
    }
    func cut(_ cap: Double, marginError: Double) -> String {
      "Weights are cut at \(Decimal.text(cap, places: 1)) times the mean, which leaves a margin "
        + "\(Decimal.text(marginError * 100, places: 1)) % off."
    }
    let someUnanswered = "A few people left an answer out that the weights need."
    func unanswered(_ people: Int, _ treatment: Weighting.Unanswered) -> String {
      "\(people) people left an answer out that the weights need: they "
        + (treatment == .meanWeight ? "keep the mean weight." : "are left out.")
    }

    /// The share of the finding as weights make it.
    func finding(_ share: WeightedEstimate) -> String {
      let interval = share.interval.map { " (95 % interval \(FigureWords().interval($0)))" } ?? ""
      return
        "Weighted to the population, \(Decimal.percent(share.value))\(interval) are below in the "
        + "statement named above."
    }

    let share = ColumnWords("Below, unweighted", "The share below usual, 0 to 1.")
    let shareWeighted = ColumnWords("Below, weighted", "The weighted share, 0 to 1.")
    let shareLow = ColumnWords("Below, low", "Where its 95 % interval begins (Wilson).")
    let shareHigh = ColumnWords("Below, high", "Where its 95 % interval ends (Wilson).")
    let mean = ColumnWords("Mean, unweighted", "The mean level.")
    let meanWeighted = ColumnWords("Mean, weighted", "The weighted mean level.")
    let meanLow = ColumnWords("Mean, low", "Where its 95 % interval begins.")
    let meanHigh = ColumnWords("Mean, high", "Where its 95 % interval ends.")
    let effectivePeople = ColumnWords(
      "Effective people", "Kish's effective size of those who gave a level.")
  }

  /// Who is over- and under-represented.
  struct Representation {
    let title = "Who is represented"
    let meaning =
      "Those who answered beside the population. Above 1: more of them answered than their share; below "
      + "1: fewer."
    let by = ColumnWords("By", "What people are sorted by.")
    let people = ColumnWords("People", "How many answered.")
    let sample = ColumnWords("Share here", "Their share of those who answered, 0 to 1.")
    let population = ColumnWords("Share there", "The share of the population, 0 to 1.")
    let ratio = ColumnWords("Ratio", "The first share divided by the second.")
  }
}

/// What the tables say on the scales of a report and on how they were filled in.
struct ScaleWords: Sendable {
  let reliability = Reliability()
  let itemRest = ItemRest()
  let picks = Picks()
  let need = Need()
  let quality = Quality()

  /// How the statements of an area hold together.
  struct Reliability {
    let title = "How areas hold together"
    let meaning =
      "Cronbach's alpha of each area with Feldt's 95 % interval, over the people who gave a level to "
      + "every statement of it. Below 0 or near it: check whether a statement runs against the others."
    let people = ColumnWords("People", "How many people gave a level to every statement.")
    let leftOut = ColumnWords("Left out", "How many rated the area and not every statement.")
    let alpha = ColumnWords("Alpha", "Cronbach's alpha.")
    let low = ColumnWords("Alpha, low", "Where its 95 % interval begins (Feldt).")
    let high = ColumnWords("Alpha, high", "Where its 95 % interval ends (Feldt).")
    let note = ColumnWords("Note", "Why a number is missing, or what to look at.")
    let isNegative = "check reversed items"
    let isShort = "more than a tenth left a statement out"
  }

  /// How a statement goes with the others of its area.
  struct ItemRest {
    let title = "Statements beside their area"
    let meaning =
      "The correlation of each statement with the sum of the others of its area, over those who gave "
      + "a level to all of them. Near 0 or below: the statement is about something else, or is read in "
      + "another way."
    let people = ColumnWords("People", "How many people gave a level to the whole area.")
    let correlation = ColumnWords("Correlation", "Pearson's correlation, -1 to 1.")
    let runsAgainst = "runs against its area: is it worded the other way round?"
  }

  /// What people picked as important.
  struct Picks {
    let title = "What people picked as important"
    func meaning(_ people: Int) -> String {
      "How many of the \(people) people who picked anything picked a statement."
    }
    let picked = ColumnWords("Picked", "How many people picked it.")
    let share = ColumnWords("Share", "Their share of those who picked anything, 0 to 1.")
  }

  /// Importance beside levels.
  struct Need {
    let title = "Importance and need"
    let meaning =
      "Importance from 1 to 5 beside the level, over those who gave both. The most negative ranked "
      + "discrepancy and the highest Borich score are the greatest needs."
    let unequalMeaning =
      "Importance from 1 to 5 beside the level, over those who gave both. The levels have not five steps, "
      + "so that no level is subtracted from an importance: there is no Borich score and no ranked "
      + "discrepancy."
    func cut(importance: Double, level: Double) -> String {
      "The quadrants are cut at the grand means, importance "
        + "\(Decimal.text(importance, places: 2)) and level \(Decimal.text(level, places: 2))."
    }
    let people = ColumnWords("People", "How many people gave both.")
    let importance = ColumnWords("Importance", "The mean importance.")
    let level = ColumnWords("Mean level", "The mean level of the same people.")
    let borich = ColumnWords(
      "Borich score", "The mean weighted discrepancy score (Borich 1980).")
    let rank = ColumnWords("Rank", "Its rank, 1 for the greatest need; ties share one.")
    let discrepancy = ColumnWords(
      "Ranked discrepancy", "The ranked discrepancy score, -100 to 100.")
    let quadrant = ColumnWords(
      "Quadrant", "Importance-performance analysis (Martilla & James 1977).")

    func name(_ quadrant: StatedImportance.Quadrant) -> String {
      switch quadrant {
      case .keepUp: "keep up"
      case .concentrateHere: "concentrate here"
      case .possibleOverkill: "possible overkill"
      case .lowPriority: "low priority"
      }
    }
  }

  /// How people filled the questionnaire in.
  struct Quality {
    let title = "How people filled it in"
    let meaning =
      "About the sample, never about a person. How long people took is not recorded."
    let sign = ColumnWords("Sign", "What is counted.")
    let count = ColumnWords("Sheets", "How many sheets show it.")
    let share = ColumnWords("Share", "Their share of all sheets, 0 to 1.")
    func straightLined(_ fewest: Int) -> String { "one level throughout, of at least \(fewest)" }
    let brokenOff = "broken off: the last area has no answer"
  }
}

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
    /// - Parameters:
    ///   - titles: what changed by more than chance explains.
    ///   - tested: how many statements were tested.
    func beyondChance(_ titles: [String], of tested: Int) -> String {
      guard tested > 0 else { return "No change could be tested." }
      let all = "all \(tested) tested together (Welch's test of the mean level, Holm 1979)"
      guard !titles.isEmpty else {
        return "No mean level changed by more than chance explains, \(all)."
      }
      let named = titles.prefix(3).map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
      let more = titles.count > 3 ? " and \(titles.count - 3) more" : ""
      return "More than chance explains changed the mean level of \(titles.count) of \(tested) "
        + "statement\(tested == 1 ? "" : "s"), \(all): \(named)\(more)."
    }
    /// The same as one of several findings.
    func since(_ earlier: String, _ found: String) -> String {
      "Since \u{201C}\(earlier)\u{201D}: " + found.prefix(1).lowercased() + found.dropFirst()
    }
    let chance = ColumnWords(
      "Chance", "The chance of so large a change of the mean where nothing changed (Holm), 0 to 1.")
    let peopleBefore = ColumnWords("People before", "How many people gave a level then.")
    let people = ColumnWords("People", "How many people gave a level now.")
    let shareBefore = ColumnWords("Below before", "The share below usual then, 0 to 1.")
    let share = ColumnWords("Below usual", "The share below usual now, 0 to 1.")
    let comparedBefore = ColumnWords(
      "Compared before", "How many of them had a role then that asks for it: the base of the share."
    )
    let compared = ColumnWords(
      "Compared now", "How many of them have a role now that asks for it: the base of the share.")
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
