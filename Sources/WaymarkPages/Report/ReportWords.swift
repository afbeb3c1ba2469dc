import Waymark
import WaymarkBasics

/// What a gap report says, on its page and in its files.
package struct ReportWords: Sendable {
  package init() {}

  let common = CommonWords()
  let board = BoardWords()
  let data = DataWords()
  let figures = FigureWords()
  let headings = HeadingWords()
  let charts = ChartWords()
  let map = StateMapWords()
  let plan = StrategicPlanWords()
  let levels = LevelTableWords()
  let scales = ScaleWords()
  let comparison = ComparisonWords()
  let population = PopulationWords()

  /// What every report says of itself that was not proved to expose nobody.
  let internalNotice = "internal, not for publication"
  var pageIsInternal: String { "This report is \(internalNotice)." }
  var fileIsInternal: String { "This file is \(internalNotice)." }

  /// What protects people and what does not.
  func protection(_ minimum: Int) -> String {
    "Groups of fewer than \(minimum) people are withheld and marked "
      + "\(Absence.withheldMark), but they could still be worked out from other figures."
  }

  /// When people answered.
  func answers(from opens: CalendarDate, to closes: CalendarDate) -> String {
    "Answers from \(opens) to \(closes)."
  }
  func answers(from opens: CalendarDate) -> String { "Answers from \(opens)." }
  func answers(upTo closed: CalendarDate) -> String { "Answers up to \(closed)." }
  /// Of a campaign that nobody has closed, which may go on.
  func answers(from opens: CalendarDate?, lastDay: CalendarDate) -> String {
    (opens.map { "Answers from \($0); the" } ?? "The") + " last day of answers is \(lastDay)."
  }
  func campaign(_ id: String) -> String { "Campaign \(id)." }
  func made(on day: CalendarDate) -> String { "Made on \(day.inWords)." }
  /// Of a campaign that nobody has closed.
  let mayGrow = "The campaign is open: answers may still come."

  let ownView = ["People rated themselves.", "This is their own view, not a test."]
}

/// The finding.
extension ReportWords {
  func tooFewAnswered(_ minimum: Int) -> [String] {
    [
      "Too few people answered to say anything: fewer than \(minimum).",
      "Every figure is withheld and written \(Absence.withheldMark).",
    ]
  }

  var nobodyAnswered: [String] { [nobody, "There is nothing to show yet."] }

  /// Nobody is below usual in anything that is shown.
  func nothingBelow(_ respondents: Int) -> [String] {
    [
      answered(respondents),
      "No statement is shown where any of them is below what is usual for their own role.",
    ]
  }

  /// Where the largest share is below usual.
  func furthest(_ respondents: Int, _ statement: String, _ below: GapReport.Below) -> [String] {
    [
      answered(respondents),
      "Most often they are below what is usual for their own role in "
        + "“\(statement)”: \(figures.people(below)) who were compared.",
    ]
  }

  /// That no statement stands out, with the share of all ratings that is below usual.
  func nothingStandsOut(_ respondents: Int, below: Int, of ratings: Int) -> [String] {
    let all =
      ratings > 0
      ? ": \(share(below, of: ratings)) of all ratings together are below what is usual for "
        + "people's own roles (\(figures.count(below, of: ratings)))" : ""
    return [
      answered(respondents), "No statement stands out from the others by more than chance\(all).",
    ]
  }
}

/// Who answered, and what is withheld.
extension ReportWords {
  var answeredHeading: String { "Who answered, and what is withheld" }
  var nobody: String { "Nobody has answered so far." }
  func fewAnswered(_ minimum: Int) -> String { "Fewer than \(minimum) people answered." }
  func answered(_ number: Int) -> String { "\(common.people(number)) answered." }

  func fewerInvited(_ asked: Int) -> String {
    "\(common.people(asked)) were invited, fewer than answered."
  }
  func invited(_ asked: Int, answered people: Int) -> String {
    "\(common.people(asked)) were invited: "
      + "\(Decimal.percent(Double(people) / Double(asked))) answered, \(asked - people) did not."
  }
  var notKnown: String { "not known" }

  /// How many of the answers asked for were given.
  func completion(_ given: Int, of asked: Int) -> String {
    "Of the answers asked for, \(share(given, of: asked)) were given; the rest were skipped."
  }

  private func share(_ part: Int, of whole: Int) -> String {
    Decimal.percent(Double(part) / Double(whole))
  }

  /// That no whole group and no statement is withheld.
  func nothingWithheld(_ minimum: Int) -> String {
    "No whole group and no statement for everybody is withheld. What rests on fewer than "
      + "\(minimum) people is written \(Absence.withheldMark)."
  }

  /// What is withheld; how much of it, never how large.
  func withheld(everything: Bool, groups: Int, statements: Int, minimum: Int) -> String {
    let parts = [
      everything ? "every figure" : nil,
      groups == 0 ? nil : groups == 1 ? "1 group" : "\(groups) groups",
      statements == 0
        ? nil
        : statements == 1
          ? "1 statement for everybody" : "\(statements) statements for everybody",
    ].compactMap { $0 }
    let isOne = parts.count == 1 && groups + statements <= 1
    return "Withheld and written \(Absence.withheldMark): " + parts.joined(separator: " and ")
      + ", as fewer than \(minimum) people stand behind \(isOne ? "it" : "them")."
  }

  /// What the mark means.
  func mark(_ minimum: Int) -> String {
    "Withheld: from 1 to \(minimum - 1) people stand behind the figure."
  }
}

/// The summary for a board.
extension ReportWords {
  var invitedNotKnown: String { "How many were invited is not known." }

  func given(_ given: Int, of asked: Int) -> String {
    "\(share(given, of: asked)) of the answers asked for were given."
  }
  var nothingAsked: String { "No answers were asked for." }

  func ratingsBelow(_ below: Int, of ratings: Int) -> String {
    "\(share(below, of: ratings)) of the ratings are below what is usual "
      + "(\(figures.count(below, of: ratings)))."
  }
  var nothingCompared: String { "No rating could be compared with what is usual." }

  func furthestArea(_ title: String, _ below: GapReport.Below) -> String {
    "The area furthest from usual is \(title): \(figures.shareOfRatings(below))."
  }
  var noAreaCompared: String { "No area could be compared with what is usual." }
  var noAreaStandsOut: String { "No area stands out from the others." }

  func mostlyBelow(_ number: Int, of statements: Int) -> String {
    "In \(figures.count(number, of: statements)) statements shown, more than half of those compared "
      + "are below usual."
  }

  /// - Parameter order: how they are ordered, where that is not by their shares alone.
  func largestGaps(order: [String]) -> String {
    figures.joined(["The largest gaps:"] + order)
  }

  /// What follows the name of a statement.
  func gap(_ below: GapReport.Below) -> String {
    ": \(figures.shareOfPeople(below)), 95 % interval \(figures.interval(below))."
  }

  var howToRead: String {
    "People rated themselves against what is usual for their own role; the intervals cover "
      + "chance, not who chose to answer."
  }
}

/// How the numbers were made, and the files they are in.
extension ReportWords {
  var methodHeading: String { data.book.method }

  /// How the numbers were made and what they do not say, a sentence or two each.
  ///
  /// - Parameters:
  ///   - framework: the sentence that names the framework.
  ///   - fewest: the fewest people whose share is written in per cent.
  func method(framework: String, fewest: Int, minimum: Int) -> [String] {
    [
      framework,
      "People rated themselves, and people judge themselves unevenly.",
      "Everybody is compared with the level that is usual for their own role. People without "
        + "a role, and statements that a role does not ask for, have no share: “\(common.none)”.",
      "Only levels count. “Not part of my work”, “can't judge”, skipped and not asked are "
        + "counted apart; none of them is a gap.",
      "The 95 % interval is Wilson's. It covers chance, not who chose to answer. For an area "
        + "each person counts once, so that it is rather too wide than too narrow. That of a mean, in "
        + "the data, is Student's.",
      "Where fewer than \(fewest) people were compared, counts stand in place of per cent.",
      "A statement is named as the one most often below only where at least \(fewest) people were "
        + "compared (or, where no statement has so many, as many as in any other), at least one in "
        + "ten is below, and its share is above that of all ratings together by more than chance "
        + "(two-sided normal test of 5 %, all statements together by Holm).",
      "\(Absence.withheldMark) is withheld: from 1 to \(minimum - 1) people "
        + "stand behind the figure.",
    ]
  }

  /// - Parameters:
  ///   - people: how many answered the core form; `nil` where that is withheld.
  ///   - core: how many statements it has, of so many.
  func answeredCore(_ people: Int?, of respondents: Int?, _ core: Int, _ all: Int) -> [String] {
    let who =
      if let people, let respondents {
        "\(people) of the \(common.people(respondents))"
      } else {
        "Some people (\(Absence.withheldMark))"
      }
    return [
      "\(who) answered the core form alone, \(core) of the \(all) statements.",
      "So that the two are not mixed, every figure that joins statements (an area, a part of the plan, "
        + "all together) joins core statements alone; each statement counts whoever rated it.",
    ]
  }

  func everybodyAnsweredCore(_ core: Int, of all: Int) -> [String] {
    [
      "Everybody answered the core form, \(core) of the \(all) statements: nothing is said of the "
        + "others."
    ]
  }

  var areasMethod: String { "An area joins the ratings of those of its statements that are shown." }

  var filesHeading: String { "The data" }
  var chartFiles: String { file("the drawings of this page, for slides and documents") }
  var reportPage: String { file("this report to read and to print") }
  var reportBook: String { file("the tables as a spreadsheet") }
  var reportText: String { file("the same to read as plain text, with a summary for a board") }
  var reportJSON: String { file("the same for programs") }
  var dataPackage: String {
    file("what every column of the data means, for people and programs")
  }
  var statementsFile: String { file("a row a statement") }
  var areasFile: String { file("a row an area") }
  var groupsFile: String { file("the groups") }

  /// What follows the name of a file.
  func file(_ meaning: String) -> String { ": \(meaning)" }

  /// What an empty cell of the data means.
  var noNumber: String { "there is no number; the note says why" }
}

/// The tables of levels on the page.
extension ReportWords {
  var everybody: String { "Everybody" }
  var areas: String { "Areas" }
  func glance(_ groups: String) -> String { "Share below usual. \(groups)" }

  /// The groups by one question; its name where it says more than its id.
  func by(_ id: String, _ title: String?) -> String {
    title.map { "By \(id): \($0)" } ?? "By \(id)"
  }

  func peopleAnswered(_ number: Int) -> String { "People: \(number)" }

  /// That a group is withheld as a whole.
  func groupWithheld(_ minimum: Int) -> [String] {
    [
      "People: \(Absence.withheldMark).",
      "Fewer than \(minimum), so that every figure is withheld: \(Absence.withheldMark).",
    ]
  }
}

/// What the page for a board says beyond the words of its report.
struct BoardWords: Sendable {
  private let common = CommonWords()
  private let figures = FigureWords()

  func title(_ campaign: String) -> String { "For the board: \(campaign)" }

  let gaps = "The largest gaps"

  // MARK: - What to do

  let toDo = "What to do about it"

  /// A statement that learning is to be offered on.
  func learnFirst(_ statement: String) -> String { "Offer learning on “\(statement)”." }

  /// Why a statement comes first.
  ///
  /// - Parameter objectives: the ids of the objectives of the strategic plan that it speaks to.
  func why(_ below: GapReport.Below, objectives: [String]) -> String {
    "\(figures.people(below)) are below what is usual."
      + (objectives.isEmpty
        ? ""
        : " It speaks to \(common.list(objectives)) of the plan.")
  }

  /// What the catalogue has for those who are below in a statement.
  ///
  /// - Parameter below: how many these are.
  func offered(_ offer: GapReport.Offer, below: Int) -> String {
    switch offer {
    case .noWorkshop: "The catalogue has no workshop for it."
    case .startsElsewhere: "The catalogue has no workshop that starts where most of them are."
    case .workshop(let workshop, .value(let people)):
      "The catalogue has “\(workshop.title.original)” (\(common.time(workshop.minutes))) for "
        + "\(people) of the \(below) who are below: it starts from their level."
    case .workshop(let workshop, .none):
      "The catalogue has “\(workshop.title.original)” (\(common.time(workshop.minutes))), which "
        + "starts from the level of at least half of them."
    }
  }

  /// That none of so many things to do speaks to an objective.
  func missesPlan(_ things: Int) -> String {
    (things == 1 ? "It is not" : "Neither is") + " tied to an objective of the strategic plan."
  }

  /// Why nothing is advised.
  let nothingFirst =
    "Nothing is named to do first, since no statement stands out from the others by more than "
    + "chance."
  func fewCompared(_ fewest: Int) -> String {
    "Nothing is named to do first, since fewer than \(fewest) people were compared in each "
      + "statement."
  }

  /// How to see what else there is, before the command.
  let whatIsOffered = "Which workshops close most of all gaps for the most people says: "
  func plan(_ campaign: String) -> String { "waymark plan --campaign \(campaign)" }

  // MARK: - How far it can be trusted

  let trust = "How far to trust it"
  let wholeReport = "The whole report has every statement, the groups and the method."
}
