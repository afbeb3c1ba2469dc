import WaymarkBasics

/// What is wrong with a file of level counts.
package enum CountsProblem: Problem {
  /// Its columns, or the length of a row.
  case shape(TableProblem)
  /// A column that people cannot be grouped by.
  case grouping(ReportProblem)
  /// A group that the column does not have.
  case unknownGroup(UnknownGroup)
  /// A competency or area that the framework does not have.
  case unknownCompetency(String)
  /// A level that the competency cannot have.
  case unknownLevel(String)
  /// A count that is no whole number from 0 to `MarginsTable.countLimit`.
  case notACount(String)
  /// A row by more than two groupings.
  case tooFine
  /// The same row twice in one file.
  case repeated(line: Int)
  /// Answers to a competency that are not as many as the people of the group.
  case unequal(String, group: String, answers: Int, people: Int)
  /// The campaign of a store that another file counts already.
  case sameCampaign(as: String)
  /// Every row the same as in another file.
  case same(as: String)
  /// Made-up people beside real ones, in all files together.
  case mixed
  /// More people than `MarginsTable.countLimit` in all files together.
  case tooMany(Int)

  /// A group that a column does not have.
  package struct UnknownGroup: Hashable, Sendable {
    let name: String
    let column: String
    let near: String?
  }

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .grouping(let problem): problem.what
    case .unknownGroup(let group): "\(group.name.excerpt) is no group of '\(group.column)'"
    case .unknownCompetency(let name): name.isNo("competency")
    case .unknownLevel(let level): "\(level.excerpt) is no level here"
    case .notACount(let text): "\(text.excerpt) is no number of people"
    case .tooFine: "the row is by more than two groupings besides the role"
    case .repeated(let line): "the same group, competency and level stand in line \(line) already"
    case .unequal(let competency, let group, let answers, let people):
      "\(group): the answers to '\(competency)' are \(answers), the people \(people)"
    case .sameCampaign(let file): "it counts the same people as \(file)"
    case .same(let file): "it says the same as \(file), row by row"
    case .mixed: "it would mix people who were made up with real ones"
    case .tooMany(let people): "the files count \(people) people"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .grouping(let problem): problem.mend
    case .unknownGroup(let group):
      group.near.map(\.didYouMean) ?? "take the ids of '\(group.column)'"
    case .unknownCompetency: "take the ids from: waymark framework show"
    case .unknownLevel: "write 1 to the highest level, na, unsure, skipped or not-asked"
    case .notACount: "write a whole number of 0 or more, in digits alone"
    case .tooFine: "leave '*' in all but two of them"
    case .repeated: "leave one of the two out"
    case .unequal: "count every answer, also skipped and not-asked"
    case .sameCampaign:
      "leave one of them out; `waymark counts --by A --by B` writes several tables into one file"
    case .same: "leave one of them out"
    case .mixed: "report on them apart from each other"
    case .tooMany: "leave files out until there are at most \(MarginsTable.countLimit)"
    }
  }
}
