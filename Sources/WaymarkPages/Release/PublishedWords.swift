import Waymark
import WaymarkBasics

/// What is said of a report that everybody may have.
package struct PublishedWords: Sendable {
  let common = CommonWords()
  let tables = PublishedTableWords()
  let map = StateMapWords()
  let extras = ReleaseExtrasWords()

  package init() {}

  // MARK: - The finding

  /// How many answered; `nil` where that is withheld.
  func answered(_ people: Int?) -> String {
    "\(people.map(String.init) ?? "Too few") people answered."
  }

  let fewAnswered = "These are few: a few answers change the shares much."

  let nobodyBelow = "No statement is shown where people are below what is usual for their role."

  /// Where most are below, the most first, each with how many were compared where that is said.
  ///
  /// - Parameter isOfAll: whether the share of no statement is withheld.
  func mostBelow(
    _ gaps: [(statement: String, below: PublishedFigure, compared: Int?)], isOfAll: Bool
  ) -> String {
    (isOfAll
      ? "Most often they are" : "Of the statements whose share is shown, most often they are")
      + " below what is usual for their own role: "
      + gaps.map { gap in
        "\(figure(gap.below))\(gap.compared.map { " of \($0)" } ?? "") in “\(gap.statement)”"
      }.joined(separator: ", ") + "."
  }

  /// What is withheld, and why.
  func withheld(_ groups: Int, of all: Int, fewest: Int) -> String {
    let said =
      groups == 0
      ? "No group is withheld."
      : "\(groups) of \(all) groups are withheld, those of fewer than "
        + "\(fewest) people and others from which these could be worked out."
    return
      "\(said) \(Absence.withheldMark) stands for what is withheld: a number that rests on fewer than "
      + "\(fewest) people, or that such a number could be worked out from."
  }

  /// Who published it, and when.
  func published(on day: CalendarDate, by publisher: String?) -> String {
    "Published on \(day.inWords)\(publisher.map { " by \($0)" } ?? "")."
  }

  /// How many of those who were invited answered; `nil` where nobody knows who was.
  func turnout(_ invited: PublishedReport.Invited?) -> String {
    guard let invited else {
      return "How many were invited in all is not known, so that there is no response rate."
    }
    let rate = invited.percent.map { ", \(percent($0))" } ?? ""
    return
      "\(common.number(invited.answered)) of the \(common.number(invited.invited)) people who were invited "
      + "answered\(rate)."
  }

  // MARK: - A preview

  let notPublished = "Not published."
  let notPublishedNotice =
    "This is a preview for those who decide: it is in no ledger, and nobody else may have it."
  let notPublishedFooter = "Preview, not published."

  func previewed(on day: CalendarDate, for publisher: String?) -> String {
    "Previewed on \(day.inWords)\(publisher.map { ", to be published by \($0)" } ?? "")."
  }

  // MARK: - Figures

  /// A figure as people read it.
  func figure(_ figure: PublishedFigure) -> String {
    switch figure {
    case .withheld: Absence.withheldMark
    case .notAsked: ""
    case .percent(let percent): self.percent(percent)
    case .about(let percent): "about \(self.percent(percent))"
    case .atMost(let percent), .atLeast(let percent): "\(percent) % \(note(figure))"
    case .mean(let mean): Decimal.text(mean, places: 1)
    }
  }

  /// The share of an area, with how many statements it is the mean of where that is not all.
  func share(_ share: PublishedReport.AreaShare) -> String {
    figure(share.below) + part(share)
  }

  /// Of how many statements the share of an area is the mean; nothing where it is of all.
  func part(_ share: PublishedReport.AreaShare) -> String {
    share.isPart ? " (\(share.statements) of \(share.all))" : ""
  }

  /// What stands beside a share that stands for several; empty otherwise.
  func note(_ figure: PublishedFigure) -> String {
    switch figure {
    case .atMost: "or less"
    case .atLeast: "or more"
    case .about: "to the nearest 10"
    case .withheld, .notAsked, .percent, .mean: ""
    }
  }

  func percent(_ percent: Int) -> String { "\(percent) %" }

  func interval(_ interval: ClosedRange<Int>) -> String {
    "\(interval.lowerBound) to \(interval.upperBound) %"
  }

  // MARK: - Sections

  let everyStatement = "Every statement"
  func everyStatementNote(_ levels: [String]) -> String {
    let names = levels.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
    return
      "People who rated it, those of them whose role asks for it, the share of these below what is "
      + "usual with its 95 % interval, the mean level, and the share of each level in per cent: \(names)."
  }
  /// The column of the shares of all levels.
  func levels(_ count: Int) -> String { "Levels 1 to \(count), %" }
  /// The shares of the levels, lowest first, in per cent.
  func levels(_ shares: [Int]) -> String { shares.map(String.init).joined(separator: " \u{B7} ") }

  let areas = "Areas"
  /// - Parameter isCore: whether of core statements alone.
  func areasNote(_ isCore: Bool) -> String {
    "The mean of the shares below usual of the area's \(isCore ? "core " : "")statements. \(ofSome)"
  }
  /// How to read the number of statements beside a share.
  let ofSome =
    "“(2 of 11)” says that shares of only so many of them are shown: do not compare it with others."
  func coreForm(_ core: Int, of all: Int) -> [String] {
    [
      "People answered the core form too, \(core) of the \(all) statements.",
      "So that the two are not mixed, areas are made of their core statements alone; each statement "
        + "counts whoever rated it.",
    ]
  }
  func area(_ title: String, id: String) -> String { "\(id) \(title)" }

  /// What is asked before the groups of a dimension are shown.
  func by(_ dimension: String) -> String { "By \(dimension)" }
  func byNote(_ question: String, _ isCore: Bool) -> String {
    question + (question.hasSuffix("?") ? " " : ". ")
      + "The mean of the shares below usual of each area's \(isCore ? "core " : "")statements that the "
      + "group is asked. \(ofSome) An empty cell: nobody in the group is asked any. The margin is how many "
      + "points chance alone may move a share of so many people, up or down, and more where fewer of them "
      + "could be compared: groups whose figures are closer than their margins are in no order."
  }
  /// How far chance may move the shares of a group.
  func margin(_ points: Int) -> String { "±\(points)" }

  func by(_ dimension: String, and other: String) -> String { "By \(dimension) and \(other)" }
  let byTwoNote =
    "How many people are in each group. The shares of each are in data/groups.csv."

  var methodHeading: String { tables.data.book.method }

  let whoWasInvited = "Who was invited"
  let whoWasInvitedNote =
    "How many people were invited, as the campaign was told, and how many people answered who say that "
    + "they are of the group. Who left that out answered too, so that the rates of groups can be below "
    + "that of everybody."
  let invited = "Invited"
  let answeredHeading = "Answered"
  let rate = "Response rate"
  let moreThanInvited = "more than were invited"
  let everybody = "Everybody"

  /// A number of people of whom little can be said.
  func few(_ people: Int) -> String { "\(people) (\(tables.few))" }

  // MARK: - Drawings

  let largest = "The largest shares below usual that are shown"
  let areasFigure = "Mean share below usual of each area's statements"

  /// A dot of a drawing.
  func dot(_ name: String, _ below: PublishedFigure) -> String { "\(name): \(figure(below))" }

  /// The drawing for those who do not see it.
  func description(_ dots: [String]) -> String { dots.map { "\($0)." }.joined(separator: " ") }

  func caption(_ title: String, hasIntervals: Bool) -> String {
    let line =
      hasIntervals
      ? " Line: its 95 % interval, which covers chance, not who chose to answer." : ""
    return "\(title). Dot: the share.\(line) The table has the same numbers."
  }

  // MARK: - Files

  let noNumber = "there is no number"
  var withheldMeaning: String { common.reason(.withheld) }
  var withheldNote: String {
    "Withheld: too few people, or it would show such a figure."
  }

  // MARK: - How it was made

  /// How the numbers were made and what they do not say.
  ///
  /// - Parameters:
  ///   - framework: the sentence that names the framework.
  ///   - fewest: the fewest people of a group.
  ///   - detailed: the fewest for intervals and levels.
  ///   - hasTens: whether any share is to the nearest ten per cent.
  ///   - isRecorded: whether it is in a ledger.
  func method(
    framework: String, fewest: Int, detailed: Int, hasTens: Bool, isRecorded: Bool
  ) -> [String] {
    [
      framework,
      "People rated themselves: these are their own views, not a test. Those who answered chose to.",
      "Everybody is compared with the level that is usual for their own role.",
      "Only levels count. “Not part of my work”, “can't judge” and skipped are no gap.",
      "The 95 % interval is Wilson's. It covers chance, not who chose to answer.",
      "Shares are in whole per cent; near both ends they are written “5 % or less” and “95 % or "
        + "more”, or 10 and 90 where fewer than 20 answered. The share of an area is the mean of what is "
        + "shown of its statements, where a bounded one counts as the middle of its range. Intervals and levels stand where at least "
        + "\(detailed) people answered.",
      "How many people rated a statement is withheld where fewer than \(fewest) did not, and how many of "
        + "these were compared where it would tell such a number or one of a role."
        + " Where such a number is withheld, the interval or the split by level that could "
        + "tell it is too."
        + (hasTens
          ? " The share of fewer than \(100 + fewest) people could tell it as well: it is to the nearest "
            + "ten per cent, “about”, and below 15 and from 85 per cent on it is joined." : ""),
      "Groups of fewer than \(detailed) people are marked “\(tables.few)”: a few answers change what is "
        + "said of them much.",
      "Before this was written, Waymark solved the systems of numbers that a reader could set up "
        + "from all tables together, and withheld until no withheld number could be worked out "
        + "within \(fewest) people, and no withheld figure within a level or a quarter of the "
        + "group."
        + (isRecorded ? " ledger.json records what was published." : ""),
    ]
  }
}

/// What the tables of a report that everybody may have and their columns are called.
struct PublishedTableWords: Sendable {
  let data = DataWords()

  var statements: String { data.statements }
  var statementsMeaning: String { data.statementsMeaning }
  var statement: ColumnWords { data.statement }
  var statementID: ColumnWords { data.statementID }
  var area: ColumnWords { data.areaOfStatement }
  var people: ColumnWords { data.people }
  var meanLevel: ColumnWords { data.meanLevel }
  let compared = ColumnWords(
    "Compared", "How many of these have a role that asks for it; the share below usual is of them.")
  let below = ColumnWords(
    "Below usual", "The share of those compared who are below what is usual, in per cent.")
  let belowNote = ColumnWords("Note", "How to read the share where it is bounded.")
  let belowLow = ColumnWords(
    "From", "Where the 95 % interval of the share begins, in per cent.")
  let belowHigh = ColumnWords("To", "Where the 95 % interval of the share ends, in per cent.")
  let interval = "95 % interval"

  func level(_ number: Int, _ label: String) -> ColumnWords {
    ColumnWords(
      data.level(number, label),
      "The share of ratings on level \(number), \"\(label)\", in per cent.")
  }

  let measures = "Groups and measures"
  let measuresMeaning = "A row for each group and measure, in long form."
  let measure = ColumnWords(
    "Measure",
    "n: the people of the group; below:ID: the share below usual in per cent; mean:ID: the mean "
      + "level.")
  let value = ColumnWords("Value", "The number.")
  let note = ColumnWords("Note", "How to read the number where it is bounded.")
  let madeUp = "made up"
  let notPublished = "not published"
  let few = "few people"
  func group(_ dimension: String) -> ColumnWords {
    ColumnWords(dimension, "The group, * for everybody.")
  }
  func notes(_ notes: [String]) -> String { data.notes(notes) }

  let areas = "Groups by area"
  let areasMeaning =
    "A row for each group: its people, and for each area the mean of the shares below usual of "
    + "its statements, in per cent; “(2 of 11)” says that shares of only so many of them are shown."
  func everybodyOrGroup(_ dimension: String) -> ColumnWords {
    ColumnWords(dimension, "The group; everybody where it is *.")
  }
  let peopleOfGroup = ColumnWords("People", "How many people are in the group.")
  let margin = ColumnWords(
    "Margin",
    "How many points chance alone may move a share of so many people: half of Wilson's 95 % interval "
      + "around a half.")
  func meanBelow(_ area: String) -> ColumnWords {
    ColumnWords(area, "The mean share below usual.")
  }
  var groupHeading: String { data.group.title }
}
