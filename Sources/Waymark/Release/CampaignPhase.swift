package import WaymarkBasics

/// Where a campaign stands on a day, between its first answer and its publication.
package enum CampaignPhase: Hashable, Sendable {
  /// Something of it was published, first on this day: no answer is taken in any more.
  case published(on: CalendarDate)
  /// It was closed: no answer is taken in any more.
  case closed(on: CalendarDate)
  /// Its first day is still to come.
  case notYet(from: CalendarDate)
  /// Answers are asked for, up to a last day where one is set.
  case open(until: CalendarDate?)
  /// Its last day is over, and nobody closed it: what comes now is told apart.
  case over(since: CalendarDate)

  /// - Parameter published: the first day on which anything of it was published.
  package init(_ campaign: Campaign, published: CalendarDate?, on today: CalendarDate) {
    if let published {
      self = .published(on: published)
    } else if let closed = campaign.closed {
      self = .closed(on: closed)
    } else if let first = campaign.opens, today < first {
      self = .notYet(from: first)
    } else if let last = campaign.closes, last < today {
      self = .over(since: last)
    } else {
      self = .open(until: campaign.closes)
    }
  }

  /// Whether people were told a day that is still to come, up to which they can answer.
  package var isPromised: Bool {
    switch self {
    case .open(.some), .notYet: true
    case .open(nil), .over, .closed, .published: false
    }
  }

  /// Whether answers are still taken in.
  package var takesAnswers: Bool {
    switch self {
    case .notYet, .open, .over: true
    case .published, .closed: false
    }
  }

  /// The day since which nothing that is published can change; `nil` where nothing was.
  package var published: CalendarDate? {
    if case .published(let day) = self { day } else { nil }
  }
}

/// Looks whether what a campaign is begun or changed with can be true.
package enum CampaignTerms {
  /// Refuses tables by what the campaign does not ask.
  ///
  /// - Parameters:
  ///   - tables: those that it may publish.
  ///   - asked: the background questions that it asks.
  package static func check(
    tables: [[Grouping]], asked: [ID<BackgroundQuestions.Field>], of background: BackgroundQuestions
  ) throws(CampaignProblem) {
    let places = asked.map { BackgroundSheet.place(of: $0, in: background) }
    for grouping in tables.joined() {
      guard let code = grouping.code, !places.contains(code.position) else { continue }
      let field = background.fields.first {
        BackgroundSheet.place(of: $0.id, in: background) == code.position
      }
      throw .notAsked(grouping.id, asks: field?.id.description ?? grouping.id)
    }
  }

  /// Refuses a last day that is over already.
  package static func check(
    closes: CalendarDate?, opens: CalendarDate?, on today: CalendarDate
  ) throws(CampaignProblem) {
    guard let closes else { return }
    if closes < today { throw .isPast(closes, today: today) }
    if let opens, closes < opens { throw .endsEarly(closes, opens: opens) }
  }

  /// Refuses numbers of people invited that cannot all be true.
  ///
  /// The groups of one grouping are together no more than everybody; where all of its groups are named,
  /// they are everybody.
  /// - Parameter groupings: those that the numbers are by.
  /// - Returns: the groupings of which only some groups are named, with how many people are in these, and
  ///   how many everybody is.
  @discardableResult
  package static func check(
    invited: [Campaign.Invited], groupings: [Grouping]
  ) throws(CampaignProblem) -> [(grouping: String, named: Int, all: Int)] {
    let said = invited.first { $0.grouping == Grouping.everybody }?.people
    let sums = groupings.map { grouping in
      let rows = invited.filter { $0.grouping == grouping.id }
      let named = Set(rows.map(\.group))
      return (
        grouping: grouping.id, people: rows.reduce(0) { $0 + $1.people },
        isWhole: grouping.groups.allSatisfy { $0.id == Grouping.noAnswer || named.contains($0.id) }
      )
    }
    guard let all = said ?? sums.filter(\.isWhole).map(\.people).max() else { return [] }
    for sum in sums where sum.people > all || sum.isWhole && sum.people != all {
      throw .otherSum(sum.grouping, people: sum.people, all: all)
    }
    return sums.filter { !$0.isWhole && $0.people < all }.map { ($0.grouping, $0.people, all) }
  }

  /// Refuses tables that are declared when they can only be left out any more.
  ///
  /// Before the first answer any can be declared. After it they can only become fewer: what is told of
  /// people is not chosen by what they answered.
  package static func check(
    tables: [[String]], insteadOf declared: [[String]], answered: Int
  ) throws(CampaignProblem) {
    guard answered > 0 else { return }
    let known = Set(declared.map(Set.init))
    if let new = tables.first(where: { !known.contains(Set($0)) }) {
      throw .answered(table: new.joined(separator: ","))
    }
  }
}

/// Why a campaign cannot be begun or changed so.
package enum CampaignProblem: Problem, Error {
  /// A table is by what follows from a question that is not asked.
  case notAsked(String, asks: String)
  case isPast(CalendarDate, today: CalendarDate)
  case endsEarly(CalendarDate, opens: CalendarDate)
  /// Those invited by a grouping are not as many as there are.
  case otherSum(String, people: Int, all: Int)
  /// A table is new, and somebody has answered.
  case answered(table: String)

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .notAsked(let grouping, let field) where grouping == field:
      "a table by '\(grouping)', which is not asked"
    case .notAsked(let grouping, let field):
      "a table by '\(grouping)', which follows from '\(field)', and that is not asked"
    case .isPast(let day, let today): "\(day) is over, today is \(today)"
    case .endsEarly(let day, let first): "\(day) is before --opens \(first)"
    case .otherSum(let grouping, let people, let all):
      "by \(grouping) \(people) people were invited, and in all \(all)"
    case .answered(let table):
      "the table '\(table)' was not declared before the first answer, and can be no more"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .notAsked(_, let field): "add --ask \(field), or leave the table out"
    case .isPast: "give a day that is still to come"
    case .endsEarly: "give a later day"
    case .otherSum: "mend the numbers so that they agree"
    case .answered: "name only tables that are declared, to keep these alone"
    }
  }
}
