package import WaymarkBasics

/// Why nothing is published or exported beside what was before; says which campaign it is about,
/// never how many people.
package enum LedgerProblem: Problem, Error {
  /// Nearly the same people are in a campaign that was published or exported already.
  case nearlySamePeople(as: ID<Campaign>)
  /// Nearly all people of a group are in several campaigns that were published already.
  case leftByOthers([ID<Campaign>])
  /// An export of the same people on a day left empty what another number of people share.
  case otherMinimum(of: ID<Campaign>, on: CalendarDate, people: Int)
  /// A few people have come, gone or changed since an export on a day.
  case changedSinceExport(of: ID<Campaign>, on: CalendarDate)

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .nearlySamePeople(let campaign):
      "nearly the same people are in the campaign '\(campaign)', which was given out already, so that "
        + "one less the other would show a few people by themselves"
    case .leftByOthers(let campaigns):
      "nearly all people of a group are in \(Self.names(campaigns)), which were given out already, so "
        + "that it less those would show a few people by themselves"
    case .otherMinimum(let campaign, let day, let people):
      "the responses of '\(campaign)' were exported on \(day) with groups of \(people) people; joined "
        + "by the answers, two exports with other groups would show rarer combinations"
    case .changedSinceExport(let campaign, let day):
      "a few responses were added, changed or taken back since '\(campaign)' was exported on \(day), so "
        + "that they would be known by themselves"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .nearlySamePeople(let campaign):
      "give out what came late as a campaign of its own, without the people of '\(campaign)'"
    case .leftByOthers: "publish the whole or its parts, but not both"
    case .otherMinimum(_, _, let people): "export with --min-group \(people)"
    case .changedSinceExport:
      "use what was given out then, or go on gathering and try again with more new responses"
    }
  }

  private static func names(_ campaigns: [ID<Campaign>]) -> String {
    campaigns.map { "'\($0)'" }.joined(separator: " and ")
  }
}
