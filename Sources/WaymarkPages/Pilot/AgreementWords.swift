import Waymark
import WaymarkBasics

/// What is said of how far two ratings of the same people agree.
package struct AgreementWords: Sendable {
  let common = CommonWords()
  let data = DataWords()

  package init() {}

  func title(_ occasion: RatingAgreement.Occasion) -> String {
    switch occasion {
    case .twoRaters: "Do two raters agree?"
    case .sameAgain: "Do people rate themselves alike the second time?"
    }
  }

  /// What the files are of, the first one first.
  func files(_ first: String, _ second: String, _ occasion: RatingAgreement.Occasion) -> String {
    switch occasion {
    case .twoRaters: "Two raters of the same people: \(first), then \(second)."
    case .sameAgain: "The same people on two days: \(first), then \(second)."
    }
  }

  // MARK: - What comes first

  func pairs(_ both: Int) -> String {
    both == 1 ? "1 person is in both files." : "\(both) people are in both files."
  }

  func tooFewPairs(_ fewest: Int) -> String {
    guard fewest == RatingAgreement.fewestPairs else {
      return "That is fewer than the \(fewest) of whom alone anything is to be said; so nothing is."
    }
    return
      "That is too few: from fewer than \(fewest) pairs a kappa says next to nothing, and it could "
      + "show how one person was rated. So none is shown; gather more pairs."
  }

  /// - Parameter compared: how many statements have a kappa.
  func agreeing(_ agreeing: Int, of compared: Int, weak: Int) -> String {
    "Of \(common.statements(compared)) that can be compared, \(agreeing) "
      + "\(agreeing == 1 ? "agrees" : "agree") at \(number(RatingAgreement.goodFrom)) or more "
      + "(weighted kappa), and \(weak) \(weak == 1 ? "is" : "are") below "
      + "\(number(RatingAgreement.weakBelow))."
  }

  let nothingCompared = "No statement can be compared yet."

  /// - Parameter weakest: the statements of the lowest kappas with these.
  func weakest(_ weakest: [(name: String, kappa: Double)]) -> String {
    "Weakest: " + weakest.map { "\($0.name) (\(number($0.kappa)))" }.joined(separator: ", ") + "."
  }

  /// What no number on the page proves.
  func limits(_ occasion: RatingAgreement.Occasion) -> String {
    switch occasion {
    case .twoRaters:
      "None of these numbers proves that a rating is right: two raters can be wrong alike, and where "
        + "they differ it may be the statement, or what each of them gets to see."
    case .sameAgain:
      "None of these numbers proves that a rating is right: a steady one can be wrong, and a changed "
        + "one may be what somebody learned in between."
    }
  }

  // MARK: - Statements to look at

  let lookFirst = "Statements to look at first"
  func lookFirst(below: Double) -> String { "\(lookFirst): kappa below \(number(below))" }

  /// The agreement of a statement in a sentence or two.
  func agreement(
    _ ratings: RatingAgreement.Ratings, _ kappa: WeightedKappa,
    _ occasion: RatingAgreement.Occasion
  ) -> [String] {
    [
      "Kappa \(number(kappa.value))\(interval(kappa.interval)) of \(ratings.people) pairs: "
        + "\(part(ratings.change.same, of: ratings.people)) on the same level, "
        + "\(part(ratings.withinOne, of: ratings.people)) at most one level apart.",
      direction(ratings.change.mean, occasion),
    ]
      + ((kappa.interval?.upperBound ?? 0) >= RatingAgreement.goodFrom ? [mayBeChance] : [])
  }

  private func direction(_ mean: Double, _ occasion: RatingAgreement.Occasion) -> String {
    let size = number(abs(mean))
    guard size != number(0) else { return "Both are as high on average." }
    let way = "\(size) levels \(mean < 0 ? "lower" : "higher") on average."
    switch occasion {
    case .twoRaters: return "The second rater is \(way)"
    case .sameAgain: return "The second time they are \(way)"
    }
  }

  private let mayBeChance = "With more pairs it could prove to be good enough."

  // MARK: - Who is paired

  let paired = "Who is paired"
  func onlyIn(_ file: String, _ people: Int) -> String {
    "\(common.people(people)) only in \(file): counted in the statistics of that file alone."
  }
  let everybodyPaired = "Nobody is in one file alone."
  func withoutLevel(_ pairs: Int) -> String {
    "\(common.count(pairs, "pair", "pairs")) with a side that gives no level to any statement."
  }
  func askedOnlyIn(_ file: String, _ statements: Int) -> String {
    "\(common.statements(statements)) asked only in \(file): nothing to compare."
  }
  func constant(_ names: [String]) -> String {
    "No kappa, as on one side everybody has the same level: \(names.joined(separator: ", "))."
  }
  func withheld(_ statements: Int, fewest: Int) -> String {
    "Withheld (\(Absence.withheldMark)), as fewer than \(fewest) pairs have a level on both sides: "
      + "\(common.statements(statements))."
  }

  // MARK: - Numbers

  func number(_ value: Double) -> String { Decimal.text(value, places: 2) }

  /// An interval after its number, ` (0.12 to 0.88)`; nothing where there is none.
  func interval(_ interval: ClosedRange<Double>?) -> String {
    interval.map { " (\(number($0.lowerBound)) to \(number($0.upperBound)))" } ?? ""
  }

  /// So many of some: `4 of 12`, or per cent from thirty on.
  func part(_ count: Int, of people: Int) -> String {
    people < GapReport.Below.fewestForShares
      ? FigureWords().count(count, of: people)
      : Decimal.percent(Double(count) / Double(people))
  }

  /// What stands in a table where there is no number.
  func mark(_ absence: Absence) -> String { absence == .withheld ? absence.mark : "-" }

  /// Why there is no number.
  func reason(_ absence: Absence) -> String {
    switch absence {
    case .withheld, .noTarget, .oneStatement, .unequalScales: common.reason(absence)
    case .noAnswers: "no pair has a level on both sides"
    case .oneAnswer: "one pair does not vary"
    case .noVariation: "on one side all have the same level"
    }
  }

  // MARK: - How it was made

  func method(_ agreement: RatingAgreement) -> [String] {
    [
      "Kappa is Cohen's with quadratic weights (Cohen 1968): two levels apart counts four times as much "
        + "as one. Its 95 % interval is that of Fleiss, Cohen and Everitt (1969), for large samples.",
      "ICC is ICC(2,1), two-way random, absolute agreement (Shrout and Fleiss 1979; McGraw and Wong "
        + "1996), of the mean levels of an area; r is Pearson's, with Fisher's interval. Only statements "
        + "with a level on both sides count, at least half of those that both files asked.",
      "0.6 and 0.4 are marks by convention (Landis and Koch 1977), and kappa is low where nearly all are "
        + "on one level, however well they agree: look at the share on the same level too.",
      "Nothing is shown of fewer than \(agreement.fewestPairs) pairs, nor of fewer than "
        + "\(agreement.minimumGroup.people) people of a file.",
    ] + (agreement.occasion == .sameAgain ? [common.afterLearning] : [])
  }
}

/// What the tables of agreement say.
extension AgreementWords {
  struct Columns: Sendable {
    let pairs = ColumnWords("Pairs", "How many people have a level on both sides.")
    let oneSided = ColumnWords("One side only", "How many have a level on one side alone.")
    let kappa = ColumnWords("Kappa", "Cohen's kappa with quadratic weights.")
    let kappaLow = ColumnWords("Kappa, low", "Where its 95 % interval begins.")
    let kappaHigh = ColumnWords("Kappa, high", "Where its 95 % interval ends.")
    let standardError = ColumnWords("Standard error", "The standard error of kappa.")
    let linear = ColumnWords("Kappa, linear", "Cohen's kappa with linear weights.")
    let same = ColumnWords("Same level", "How many pairs are on the same level.")
    let withinOne = ColumnWords("Within one", "How many pairs are at most one level apart.")
    let difference = ColumnWords("Difference", "The mean of second less first, in levels.")
    let differenceLow = ColumnWords(
      "Difference, low", "Where its 95 % interval begins (Student).")
    let differenceHigh = ColumnWords(
      "Difference, high", "Where its 95 % interval ends (Student).")
    let wording = ColumnWords("Wording", "What the statement says.")
    let look = ColumnWords("Look first", "Whether kappa is below 0.4.")

    let statements = ColumnWords("Statements", "How many statements both files asked.")
    let agreement = ColumnWords("ICC", "ICC(2,1) of the mean levels.")
    let agreementLow = ColumnWords("ICC, low", "Where its 95 % interval begins (McGraw and Wong).")
    let agreementHigh = ColumnWords("ICC, high", "Where its 95 % interval ends (McGraw and Wong).")
    let correlation = ColumnWords("r", "Pearson's correlation of the mean levels.")
    let correlationLow = ColumnWords("r, low", "Where its 95 % interval begins (Fisher).")
    let correlationHigh = ColumnWords("r, high", "Where its 95 % interval ends (Fisher).")
    let firstAlpha = ColumnWords("Alpha, first", "Cronbach's alpha in the first file.")
    let secondAlpha = ColumnWords("Alpha, second", "Cronbach's alpha in the second file.")

    let deviation = ColumnWords("SD", "The standard deviation of the levels, by n - 1.")
    let itemRest = ColumnWords(
      "Item-rest",
      "The correlation with the sum of the other statements of the area that were asked.")
    let lowest = ColumnWords("Lowest", "The share on the lowest level, 0 to 1: the floor.")
    let highest = ColumnWords("Highest", "The share on the highest level, 0 to 1: the ceiling.")
    func level(_ number: Int, _ label: String, title: String) -> ColumnWords {
      ColumnWords(title, "How many people are on level \(number), \"\(label)\".")
    }
  }

  var columns: Columns { Columns() }

  var areas: String { "The areas" }
  var areasMeaning: String {
    "The mean levels of each area. ICC says how far the very levels agree (below 0.5 poor, from 0.75 good, "
      + "from 0.9 excellent: Koo and Li 2016), r how far the order of the people does. Shift: the mean of "
      + "second less first, in levels."
  }
  var statements: String { "Every statement" }
  var statementsMeaning: String {
    "How far the two agree on each statement. Same: on the same level. Within 1: at most one level apart. "
      + "Shift: the mean of second less first, in levels."
  }
  func items(_ file: String) -> String { "The statements in \(file)" }
  var itemsMeaning: String {
    "All of the file, paired or not. Item-rest near 0 or below: the statement is about something else, or "
      + "is read in another way. Many on the lowest or highest level: it tells few people apart. A dash: it cannot "
      + "be worked out, as all answered alike or the area has no other statement."
  }

  // Headings of the tables in text, which have little room.
  var area: String { data.area.title }
  var statement: String { data.statement.title }
  var kappaHeading: String { "Kappa (95 %)" }
  var sameHeading: String { "Same" }
  var withinOneHeading: String { "Within 1" }
  var shiftHeading: String { "Shift" }
  var agreementHeading: String { "ICC (95 %)" }
  var correlationHeading: String { "r (95 %)" }
}
