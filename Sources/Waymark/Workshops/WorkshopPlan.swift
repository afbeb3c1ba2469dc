package import WaymarkBasics

/// Which workshops to hold in a season, where, and for how many, so that most is closed of what a
/// cohort lacks.
///
/// What is closed counts in levels times importance. People go to a session in their region or online,
/// when they hold what it begins at and requires or come to it in an earlier session, and each level
/// closes once. How good the plan is stands beside a bound that no plan within the limits exceeds.
package struct WorkshopPlan: Sendable {
  /// One session.
  package struct Session: Hashable, Sendable {
    /// What it closes of one competency.
    package struct Gain: Hashable, Sendable {
      /// The position of the competency in the framework.
      package let competency: Int
      /// How many people it closes something for.
      package let people: Int
      /// How much it closes, in levels times importance.
      package let closed: Int
    }

    package let offer: WorkshopOffer
    /// The place of its region among the groups; `nil` online.
    package let region: Int?
    /// The place of its day among the days that have sessions, counted from 0.
    package let day: Int
    /// The places of its people in the order in which they were added.
    package let people: [Int]
    /// How many of them are from each group; the last gave no answer.
    package let seats: [Int]
    /// What it closes, the most first, ties in the framework's order.
    package let gains: [Gain]
    /// What it costs with travel, in US dollars.
    package let usDollars: Int
  }

  /// Why something of a competency stays open.
  package struct Remainder: Hashable, Sendable {
    /// The position of the competency in the framework.
    package let competency: Int
    /// How many people have a level and one to come to.
    package let compared: Int
    /// How much stays open, in levels times importance.
    package let open: Int
    /// How much of it no workshop leads to from where people are.
    package let withoutWorkshop: Int
  }

  /// What it was made for.
  package let demand: WorkshopDemand
  /// What it had to keep to.
  package let limits: SeasonLimits
  /// The sessions in the order in which they are held.
  package let sessions: [Session]
  /// What is closed, in levels times importance.
  package let closed: Int
  /// What no plan within the limits exceeds; with floors, none that reaches as much of them.
  package let bound: Int
  /// What all lack, in levels times importance.
  package let lacking: Int
  /// What each group lacks; the last gave no answer.
  package let lackingByGroup: [Int]
  /// What is closed in each group.
  package let closedByGroup: [Int]
  /// What workshops lead to in each group from where its people are, were there no limits.
  package let reachableByGroup: [Int]
  /// What stays open, the most first, ties in the framework's order.
  package let remainders: [Remainder]
  /// How many people have a role that asks for the statement that most of them rated.
  package let mostCompared: Int

  /// How far the plan is from the bound at most, as a share of the bound: 0 for the best there is.
  package var gapToBound: Double {
    bound > 0 ? Double(bound - closed) / Double(bound) : 0
  }

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  ///   - outright: up to how many possible seats the best plan is found outright; in larger seasons a
  ///     good one is, and a bound.
  /// - Throws: `WorkshopPlanProblem` when what is to be kept is unknown or cannot be held within the limits.
  package init(
    _ demand: WorkshopDemand, limits: SeasonLimits, solver: ProgramSolver, outright: Int = 300
  ) throws(WorkshopPlanProblem) {
    for choice in limits.keep.union(limits.without) {
      guard demand.offersInOrder.contains(where: { $0.id == choice.workshop }) else {
        throw .unknownWorkshop(choice.workshop)
      }
    }
    let season = demand.season
    let problem = SeasonProblem(season, limits)
    if let kept = problem.withoutKind {
      let offer = demand.offersInOrder.first { $0.id == kept.workshop }
      throw .cannotHold(
        kept.workshop, offer.map { limits.hindrance($0, in: kept.region) } ?? .people)
    }
    guard let solution = SeasonSolution(problem, solver: solver, outright: outright) else {
      throw .cannotKeep
    }
    self.demand = demand
    self.limits = limits
    let trimmed = solution.trimmed(problem)
    sessions = trimmed.sessions(problem)
    let outcome = problem.outcome(of: trimmed.attendances)
    closed = outcome.closed.reduce(0, +)
    bound = solution.bound
    lacking = season.lacking.reduce(0, +)
    lackingByGroup = season.lacking
    closedByGroup = outcome.closed
    let reachable = season.reachable
    reachableByGroup = reachable.closed
    mostCompared = season.comparedByCompetency.max() ?? 0
    remainders = season.lackingByCompetency.enumerated().map { competency, lacking in
      Remainder(
        competency: competency, compared: season.comparedByCompetency[competency],
        open: lacking - outcome.closedByCompetency[competency],
        withoutWorkshop: lacking - reachable.closedByCompetency[competency])
    }.filter { $0.open > 0 }.sorted { ($1.open, $0.competency) < ($0.open, $1.competency) }
  }
}

/// Why no plan of workshops can be made.
package enum WorkshopPlanProblem: Error, Hashable, Sendable {
  /// There is no workshop with this id.
  case unknownWorkshop(ID<WorkshopOffer>)
  /// What is to be kept cannot be held within the limits.
  case cannotKeep
  /// This workshop alone cannot be held within the limits.
  case cannotHold(ID<WorkshopOffer>, SeasonHindrance)
}

/// What keeps a workshop out of a season.
package enum SeasonHindrance: Hashable, Sendable {
  /// It costs so many US dollars, the way there included.
  case usDollars(Int)
  /// It takes so many minutes.
  case minutes(Int)
  /// It takes so many days of a trainer.
  case trainerDays(Int)
  /// It takes so many days that follow one another.
  case days(Int)
  /// No room, or not the seats there are, holds as many as a session is held for at least.
  case seats
  /// It would help fewer people than a session is held for.
  case people
}

extension SeasonLimits {
  /// What keeps a workshop out, the first of what can be told without its people.
  ///
  /// - Parameter region: where it is to be held; `nil` for anywhere.
  fileprivate func hindrance(_ offer: WorkshopOffer, in region: Int?) -> SeasonHindrance {
    let largest =
      region.map { capacity(of: offer, in: $0) }
      ?? (offer.place == .online ? nil : (rooms.values + [room].compactMap { $0 }).max())
    if cost(of: offer) > usDollars ?? .max { return .usDollars(cost(of: offer)) }
    if offer.minutes > minutes ?? .max { return .minutes(offer.minutes) }
    if offer.trainerDays > trainerDays ?? .max { return .trainerDays(offer.trainerDays) }
    if let days, !(0..<days).contains(where: { runs($0, for: offer.days) }) {
      return .days(offer.days)
    }
    return min(offer.seats, largest ?? .max, seats ?? .max) < leastPeople ? .seats : .people
  }
}

/// What the people of a cohort lack, and which workshops could close it for whom.
package struct WorkshopDemand: Sendable {
  /// The framework that was answered.
  package let framework: Framework
  /// What regions are told apart by; `nil` where all are in one place.
  package let grouping: Grouping?
  /// How many people were added from each group, the last of which gave no answer.
  package private(set) var people: [Int]

  /// The workshops with nobody who could come.
  private let offered: SeasonDemand
  private var members: [SeasonDemand.Person] = []
  private let importance: ImportanceMode
  private let targets: [[UInt8]]

  /// Begins with nobody.
  ///
  /// - Parameters:
  ///   - offers: the workshops that could be held; of two with an id the first counts.
  ///   - grouping: what tells regions apart; people go to sessions on site in their own.
  ///   - importance: how the campaign asked what is important.
  package init(
    framework: Framework, offers: [WorkshopOffer], grouping: Grouping?, importance: ImportanceMode
  ) {
    self.framework = framework
    self.grouping = grouping
    self.importance = importance
    let regions = grouping.map { $0.groups.count - 1 } ?? 1
    people = Array(repeating: 0, count: regions + 1)
    var ids: Set<ID<WorkshopOffer>> = []
    offered = SeasonDemand(
      offers.filter { ids.insert($0.id).inserted },
      positions: Dictionary(
        framework.competencies.enumerated().map { ($1.id, $0) },
        uniquingKeysWith: { first, _ in first }), regions: regions)
    targets = framework.roles.map { role in
      framework.competencies.map { UInt8($0.targets[role.id]?.rank ?? 0) }
    }
  }

  /// The workshops in the order in which they are held: what others build on comes first.
  package var offersInOrder: [WorkshopOffer] { offered.offers }

  /// Adds one person, who lacks what is below what is usual for the own role.
  ///
  /// A level counts 1; 2 where the person marked the statement as important, 3 among the top three, as
  /// in a learning path; where importance was rated, 2 for a 4 and 3 for a 5.
  package mutating func add(_ record: CodedResponse) {
    let none = Array(repeating: UInt8(0), count: framework.competencies.count)
    let region = grouping?.group(of: record) ?? 0
    people[region] += 1
    let levels = none.indices.map { place in
      record.sheet.indices.contains(place)
        ? UInt8(AnswerSheet.rank(of: record.sheet[place]) ?? 0) : 0
    }
    let weights = none.indices.map { place in
      record.importance.indices.contains(place) ? weight(record.importance[place]) : 1
    }
    let role = record.role.flatMap { targets.indices.contains($0) ? $0 : nil }
    members.append(
      SeasonDemand.Person(
        levels: levels, targets: role.map { targets[$0] } ?? none, weights: weights,
        region: region))
  }

  /// What all could gain.
  ///
  /// Laid out by what people hold and lack, not by when they arrived: a search that stops before it has
  /// tried everything must find the same in the same answers.
  /// - Complexity: O(*n* log *n*) in the number of people.
  var season: SeasonDemand {
    var season = offered
    let order = members.indices.sorted { (members[$0], $0) < (members[$1], $1) }
    for place in order { season.add(members[place], at: place) }
    return season
  }

  private func weight(_ code: UInt8) -> UInt8 {
    switch (importance, code) {
    case (.rated, UInt8(ascii: "5")): 3
    case (.rated, UInt8(ascii: "4")): 2
    case (.rated, _): 1
    case (_, UInt8(ascii: "+")): 2
    case (_, UInt8(ascii: "1")...UInt8(ascii: "3")): 3
    default: 1
    }
  }
}
