package import WaymarkBasics

/// What may be said of a plan of workshops; what is withheld is not in the value at all.
package struct SeasonReport: Sendable {
  /// What a session closes of one statement.
  package struct Gain: Hashable, Sendable {
    package struct Amounts: Hashable, Sendable {
      /// For how many people it closes something.
      package let people: Int
      /// How much it closes, in levels times importance.
      package let closed: Int
    }

    package let competency: Competency
    package let amounts: Figure<Amounts>
  }

  /// How many of a session's seats people of one group have.
  package struct Share: Hashable, Sendable {
    package let group: Grouping.Group
    package let seats: Figure<Int>
  }

  /// Where a session is held.
  package enum Venue: Hashable, Sendable {
    case online
    /// On site, where there are no regions.
    case onSite
    /// In a region, by its place among the groups.
    case region(Grouping.Group, place: Int)
  }

  package struct Session: Sendable {
    package let offer: WorkshopOffer
    package let venue: Venue
    /// The place of its day among the days that have sessions, counted from 0.
    package let day: Int
    /// How many people to invite.
    package let seats: Int
    /// What it costs with travel, in US dollars.
    package let usDollars: Int
    /// What it closes statement by statement, the most first.
    package let gains: [Gain]
    /// What it closes in all; withheld where that would tell what is withheld of a statement.
    package let closed: Figure<Int>
    /// The groups that have seats; empty without groups.
    package let shares: [Share]
  }

  /// What the people of one group lack and get.
  package struct Region: Sendable {
    package struct Amounts: Hashable, Sendable {
      package let people: Int
      /// In levels times importance.
      package let lacking: Int
    }

    package let group: Grouping.Group
    package let amounts: Figure<Amounts>
    /// What the plan closes of what they lack.
    package let closed: Figure<Int>
    /// How many seats they have in all sessions.
    package let seats: Figure<Int>
  }

  /// A region that has less closed than was asked for.
  package struct Shortfall: Sendable {
    package enum Reason: Hashable, Sendable {
      /// Workshops lead to so much of what is lacking at most from where its people are.
      case reachable(Int, of: Int)
      /// All sessions that there may be are taken: so many.
      case sessionsTaken(Int)
      case limits
    }

    package let group: Grouping.Group
    /// How much is closed of how much.
    package let part: Figure<Part>
    package let reason: Reason

    package struct Part: Hashable, Sendable {
      package let closed: Int
      package let lacking: Int
    }
  }

  /// What stays open of one statement.
  package struct Remainder: Sendable {
    package struct Amounts: Hashable, Sendable {
      /// In levels times importance.
      package let open: Int
      /// How much of it no workshop leads to from where people are.
      package let withoutWorkshop: Int
    }

    package let competency: Competency
    package let amounts: Figure<Amounts>
  }

  /// What the plan comes to.
  package enum Finding: Hashable, Sendable {
    /// Too few people answered for anything to be said.
    case tooFew
    case nobody
    /// Too few people have a role that asks for something they rated, or nobody has.
    case nothingCompared(hasUsualLevels: Bool)
    /// All are at or above what is usual.
    case nothingLacking(people: Int)
    case noWorkshops
    case noSessionAllowed
    case nothingFits
    case planned
  }

  /// How good a plan is, in levels times importance.
  package struct Outcome: Hashable, Sendable {
    package let people: Int
    package let closed: Int
    package let lacking: Int
    /// What no plan within the limits exceeds.
    package let bound: Int
    /// How far it is from the bound at most, as a share of it.
    package let gapToBound: Double
  }

  /// The statements' framework.
  package let framework: Framework
  package let minimumGroup: MinimumGroup
  package let limits: SeasonLimits
  /// By what sessions on site are held; `nil` for nothing.
  package let grouping: Grouping?
  package let finding: Finding
  /// How good the plan is.
  package let outcome: Figure<Outcome>
  /// The sessions in the order in which they are held.
  package let sessions: [Session]
  /// The groups in which somebody answered.
  package let regions: [Region]
  package let shortfalls: [Shortfall]
  /// What stays open, the most first.
  package let remainders: [Remainder]
  /// Those who agreed to be named, where enough others are counted.
  package let named: NamedPeople

  /// Decides what may be said.
  ///
  /// - Parameter named: those who agreed to be named to their trainer.
  package init(_ plan: WorkshopPlan, named: NamedPeople = .none, minimumGroup: MinimumGroup) {
    let people = plan.demand.people.reduce(0, +)
    let isWithheld = minimumGroup.withholds(people)
    framework = plan.demand.framework
    self.minimumGroup = minimumGroup
    limits = plan.limits
    grouping = plan.demand.grouping
    self.named = isWithheld ? .none : named.besides(plan.demand.people, minimumGroup)
    finding = Self.finding(of: plan, people: people, isWithheld: isWithheld, minimumGroup)
    outcome =
      isWithheld
      ? .none(.withheld)
      : .value(
        Outcome(
          people: people, closed: plan.closed, lacking: plan.lacking, bound: plan.bound,
          gapToBound: plan.gapToBound))
    guard !isWithheld else {
      (sessions, regions, shortfalls, remainders) = ([], [], [], [])
      return
    }
    let withheldRegions = Self.withheldRegions(plan, minimumGroup)
    sessions = Self.sessions(of: plan, minimumGroup)
    regions = Self.regions(of: plan, withheldRegions, minimumGroup)
    shortfalls = Self.shortfalls(of: plan, withheldRegions, minimumGroup)
    let hidden = minimumGroup.withheld(of: plan.remainders.map(\.compared))
    let competencies = framework.competencies
    remainders = zip(plan.remainders, hidden).map { remainder, isHidden in
      Remainder(
        competency: competencies[remainder.competency],
        amounts: isHidden
          ? .none(.withheld)
          : .value(
            Remainder.Amounts(open: remainder.open, withoutWorkshop: remainder.withoutWorkshop)))
    }
  }

  private static func finding(
    of plan: WorkshopPlan, people: Int, isWithheld: Bool, _ minimumGroup: MinimumGroup
  ) -> Finding {
    if isWithheld { return .tooFew }
    if people == 0 { return .nobody }
    if plan.lacking == 0 {
      return plan.mostCompared == 0 || minimumGroup.withholds(plan.mostCompared)
        ? .nothingCompared(hasUsualLevels: plan.demand.framework.hasUsualLevels)
        : .nothingLacking(people: people)
    }
    guard plan.sessions.isEmpty else { return .planned }
    if plan.demand.offersInOrder.isEmpty { return .noWorkshops }
    return plan.limits.sessions == 0 ? .noSessionAllowed : .nothingFits
  }

  /// What the plan closes in all is told, so that of one statement for few people alone another is
  /// withheld too.
  private static func sessions(
    of plan: WorkshopPlan, _ minimumGroup: MinimumGroup
  ) -> [Session] {
    let hidden = minimumGroup.withheld(of: plan.sessions.flatMap(\.gains).map(\.people))
    var rest = hidden[...]
    return plan.sessions.map { session in
      defer { rest = rest.dropFirst(session.gains.count) }
      let gains = zip(session.gains, rest)
      let few = gains.filter { $1 }.map(\.0.people)
      let tells = few.count == 1 || minimumGroup.withholds(few.reduce(0, +))
      return Session(
        offer: session.offer, venue: venue(of: session, in: plan.demand.grouping),
        day: session.day, seats: session.people.count, usDollars: session.usDollars,
        gains: gains.map { gain, isHidden in
          Gain(
            competency: plan.demand.framework.competencies[gain.competency],
            amounts: isHidden
              ? .none(.withheld)
              : .value(Gain.Amounts(people: gain.people, closed: gain.closed)))
        },
        closed: tells
          ? .none(.withheld) : .value(session.gains.reduce(0) { $0 + $1.closed }),
        shares: shares(of: session, in: plan.demand.grouping, minimumGroup))
    }
  }

  private static func venue(of session: WorkshopPlan.Session, in grouping: Grouping?) -> Venue {
    guard let region = session.region else { return .online }
    return grouping.map { .region($0.groups[region], place: region) } ?? .onSite
  }

  private static func shares(
    of session: WorkshopPlan.Session, in grouping: Grouping?, _ minimumGroup: MinimumGroup
  ) -> [Share] {
    guard let grouping else { return [] }
    return zip(zip(grouping.groups, session.seats), minimumGroup.withheld(of: session.seats))
      .filter { $0.0.1 > 0 }
      .map { Share(group: $0.0, seats: $1 ? .none(.withheld) : .value($0.1)) }
  }

  /// Of which groups it is not told how many seats they have, and what these close: those of which some
  /// session does not tell it either.
  private static func withheldRegions(
    _ plan: WorkshopPlan, _ minimumGroup: MinimumGroup
  ) -> [Bool] {
    let seats = seats(of: plan)
    var known = seats.map(minimumGroup.withholds)
    for session in plan.sessions {
      for (place, isHidden) in minimumGroup.withheld(of: session.seats).enumerated() where isHidden
      {
        known[place] = true
      }
    }
    return minimumGroup.withheld(of: seats, beside: known)
  }

  /// How many seats the people of each group have in all sessions.
  private static func seats(of plan: WorkshopPlan) -> [Int] {
    plan.demand.people.indices.map { place in plan.sessions.reduce(0) { $0 + $1.seats[place] } }
  }

  private static func regions(
    of plan: WorkshopPlan, _ withheld: [Bool], _ minimumGroup: MinimumGroup
  ) -> [Region] {
    let small = minimumGroup.withheld(of: plan.demand.people)
    let seats = seats(of: plan)
    let groups = plan.demand.grouping?.groups ?? []
    return groups.enumerated().filter { plan.demand.people[$0.offset] > 0 }.map { place, group in
      func figure<Value>(_ value: Value, _ isHidden: Bool) -> Figure<Value> {
        isHidden || small[place] ? .none(.withheld) : .value(value)
      }
      let amounts = Region.Amounts(
        people: plan.demand.people[place], lacking: plan.lackingByGroup[place])
      return Region(
        group: group, amounts: figure(amounts, false),
        closed: figure(plan.closedByGroup[place], withheld[place]),
        seats: figure(seats[place], withheld[place]))
    }
  }

  private static func shortfalls(
    of plan: WorkshopPlan, _ withheld: [Bool], _ minimumGroup: MinimumGroup
  ) -> [Shortfall] {
    guard let grouping = plan.demand.grouping, plan.limits.floor > 0 else { return [] }
    return plan.demand.people.indices.dropLast().compactMap { place in
      let (lacking, closed) = (plan.lackingByGroup[place], plan.closedByGroup[place])
      guard minimumGroup.admits(plan.demand.people[place]), lacking > 0,
        closed * 100 < lacking * plan.limits.floor
      else { return nil }
      let reachable = plan.reachableByGroup[place]
      let reason: Shortfall.Reason =
        if reachable * 100 < lacking * plan.limits.floor {
          .reachable(reachable, of: lacking)
        } else {
          plan.sessions.count >= plan.limits.sessions
            ? .sessionsTaken(plan.limits.sessions) : .limits
        }
      return Shortfall(
        group: grouping.groups[place],
        part: withheld[place]
          ? .none(.withheld) : .value(Shortfall.Part(closed: closed, lacking: lacking)),
        reason: reason)
    }
  }
}
