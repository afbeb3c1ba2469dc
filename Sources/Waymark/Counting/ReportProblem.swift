import WaymarkBasics

/// Why a report cannot be made as it was asked for.
package enum ReportProblem: Problem, Error {
  /// No grouping has this name; the nearest name, and all names there are.
  case unknownGrouping(String, near: String?, known: [String])
  /// No question about people has this name; the nearest name, and all names there are.
  case unknownQuestion(String, near: String?, known: [String])
  /// A grouping has no group of this name; the nearest id.
  case unknownGroup(String, of: String, near: String?)
  /// A respondent can be in several groups at once.
  case severalAnswers(String)
  /// The same grouping was asked for twice.
  case repeatedGrouping(String)
  /// A table by more than two groupings.
  case tooFine(String)
  /// Another target that is not written `ROLE:COMPETENCY=LEVEL`.
  case targetForm(String)
  /// No role has this id; the nearest id, and all there are.
  case unknownRole(String, near: String?, known: [String])
  /// No competency has this id; the nearest id.
  case unknownCompetency(String, near: String?)
  /// The scale has no such level; it goes from 1 to the highest.
  case unknownLevel(String, highest: Int)
  /// The smallest group asked for is smaller than privacy allows.
  case groupBelowFloor(Int)

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .unknownGrouping(let name, _, _): "answers cannot be grouped by \(name.excerpt)"
    case .unknownQuestion(let name, _, _): name.isNo("question about people")
    case .unknownGroup(let name, let grouping, _): "\(name.excerpt) is no group of '\(grouping)'"
    case .severalAnswers(let name):
      "answers cannot be grouped by \(name.excerpt), where a person may choose several answers"
    case .repeatedGrouping(let name): "\(name.excerpt) was asked for twice"
    case .tooFine(let name): "a table by \(name.excerpt) would show single people"
    case .targetForm(let text): "\(text.excerpt) is no target"
    case .unknownRole(let id, _, _): id.isNo("role")
    case .unknownCompetency(let id, _): id.isNo("competency")
    case .unknownLevel(let text, _): "there is no level \(text.excerpt)"
    case .groupBelowFloor(let people): "groups of \(people) people would show single people"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .unknownGrouping(_, .some(let near), _): near.didYouMean
    case .unknownGrouping(_, nil, let known):
      "choose one of \(known.joined(separator: ", ")); questions of your own come with the campaign "
        + "(waymark campaign new --background FILE)"
    case .unknownQuestion(_, .some(let near), _), .unknownGroup(_, _, .some(let near)):
      near.didYouMean
    case .unknownGroup(_, let grouping, nil):
      grouping == "role"
        ? "see the roles with: waymark framework show"
        : "see the groups with: waymark framework show background"
    case .severalAnswers: "group by a question with one answer"
    case .repeatedGrouping: "leave one of them out"
    case .tooFine: "name one or two groupings"
    case .targetForm: "write it as ROLE:COMPETENCY=LEVEL"
    case .unknownRole(_, .some(let near), _), .unknownCompetency(_, .some(let near)):
      near.didYouMean
    case .unknownQuestion(_, nil, let known), .unknownRole(_, nil, let known):
      "choose one of " + known.joined(separator: ", ")
    case .unknownCompetency(_, nil): "look it up with: waymark framework show"
    case .unknownLevel(_, let highest): "choose a level from 1 to \(highest)"
    case .groupBelowFloor: "ask for groups of at least \(MinimumGroup.floor)"
    }
  }

  /// Whether the rules of privacy refuse it.
  package var isRefusal: Bool {
    switch self {
    case .tooFine, .groupBelowFloor: true
    case .unknownGrouping, .unknownQuestion, .unknownGroup, .severalAnswers, .repeatedGrouping,
      .targetForm, .unknownRole, .unknownCompetency, .unknownLevel:
      false
    }
  }
}
