import ArgumentParser
import Waymark
import WaymarkBasics

/// The limits of a season, as options.
struct SeasonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "At most so many sessions (4, or what each --date has room for).", valueName: "n"),
    transform: { try Int(typed: $0) })
  var sessions: Int?

  @Option(
    help: ArgumentHelp("At most so many hours of sessions in all.", valueName: "n"),
    transform: { try Double(typed: $0) })
  var hours: Double?

  @Option(
    help: ArgumentHelp("At most so many US dollars in all.", valueName: "usd"),
    transform: { try Int(typed: $0) })
  var budget: Int?

  @Option(
    help: ArgumentHelp("At most so many seats in all.", valueName: "n"),
    transform: { try Int(typed: $0) })
  var seats: Int?

  @Option(
    help: ArgumentHelp("At most so many days of trainers in all.", valueName: "n"),
    transform: { try Int(typed: $0) })
  var trainerDays: Int?

  @Option(
    help: ArgumentHelp(
      "At most so many people in a room; @REGION for there alone.", valueName: "n[@region]"))
  var room: [String] = []

  @Option(
    help: ArgumentHelp(
      "At most so many sessions on one --date; nobody goes to two. (default: 1)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var parallel = 1

  @Option(
    help: ArgumentHelp("At most so many sessions a person. (default: 3)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var perPerson = 3

  @Option(
    help: ArgumentHelp("At least so many people a session (5).", valueName: "n"),
    transform: { try Int(typed: $0) })
  var least: Int?

  @Option(
    help: ArgumentHelp(
      "What travelling to a session on site costs. (default: 0)", valueName: "usd"),
    transform: { try Int(typed: $0) })
  var travel = 0

  @Option(
    help: ArgumentHelp(
      "Close at least this part of each region's need, where it can be. (default: 0)",
      valueName: "percent"),
    transform: { try Int(typed: $0) })
  var floor = 0

  @Option(
    help: ArgumentHelp("Hold this workshop; @REGION for where.", valueName: "id[@region]"))
  var keep: [String] = []

  @Option(
    help: ArgumentHelp("Do not hold this workshop.", valueName: "id[@region]"))
  var without: [String] = []

  /// The limits, checked.
  func limits(
    _ offers: [WorkshopOffer], grouping: Grouping?, days: [CalendarDate], minimum: MinimumGroup,
    words: SeasonOptionsWords
  ) throws -> SeasonLimits {
    let bounds: [(name: String, value: Int?, least: Int, most: Int)] = [
      ("sessions", sessions, 0, 1000),
      ("budget", budget, 0, 1_000_000_000), ("seats", seats, 0, 10_000_000),
      ("trainer-days", trainerDays, 0, 100_000), ("parallel", parallel, 1, 100),
      ("per-person", perPerson, 1, 1000), ("least", least, minimum.people, 1_000_000),
      ("travel", travel, 0, 1_000_000_000), ("floor", floor, 0, 100),
    ]
    for bound in bounds {
      guard let value = bound.value, !(bound.least...bound.most).contains(value) else { continue }
      throw Failure(
        .usage,
        words.outside(
          "--\(bound.name)", value, least: bound.least, most: bound.most,
          exposes: bound.name == "least"))
    }
    guard parallel == 1 || !days.isEmpty else { throw Failure(.usage, words.parallelNeedsDays) }
    let most = days.isEmpty ? 1000 : min(days.count * parallel, 1000)
    if let sessions, sessions > most {
      throw Failure(.usage, words.tooManySessions(sessions, most: most))
    }
    guard floor == 0 || grouping != nil else { throw Failure(.usage, words.floorNeedsRegions) }
    var limits = SeasonLimits(sessions: sessions ?? (days.isEmpty ? 4 : most))
    if !days.isEmpty {
      limits.days = days.count
      limits.breaks = Set(
        zip(days, days.dropFirst()).enumerated()
          .filter { $1.1.daysSince1970 - $1.0.daysSince1970 > 1 }.map(\.offset))
    }
    limits.sessionsPerDay = parallel
    if let hours {
      guard (0...100_000).contains(hours) else {
        throw Failure(.usage, words.outside(hours: hours))
      }
      limits.minutes = Int(hours * 60)
    }
    limits.usDollars = budget
    limits.seats = seats
    limits.trainerDays = trainerDays
    for name in room { try add(room: name, to: &limits, grouping, words) }
    limits.sessionsPerPerson = perPerson
    limits.leastPeople = least ?? minimum.people
    limits.travel = travel
    limits.floor = floor
    limits.keep = try choices(keep, "--keep", offers, grouping, words)
    limits.without = try choices(without, "--without", offers, grouping, words)
    let both = limits.keep.filter {
      limits.without.contains($0) || limits.without.contains(.init($0.workshop))
    }.map(\.workshop).min()
    if let both {
      throw Failure(.usage, words.bothNamed(both))
    }
    return limits
  }

  /// Reads how many people a room holds, such as `24` or `24@pacific`.
  private func add(
    room name: String, to limits: inout SeasonLimits, _ grouping: Grouping?,
    _ words: SeasonOptionsWords
  ) throws {
    let option = words.subject("--room", name.printableLine)
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let people = parts.first.flatMap({ Int(digits: $0) }), (1...1_000_000).contains(people)
    else {
      throw Failure(.usage, words.noRoom(option))
    }
    guard parts.count == 2 else {
      limits.room = people
      return
    }
    limits.rooms[try region(parts[1], in: grouping, of: option, words)] = people
  }

  /// The place of a region among the regions.
  private func region(
    _ name: String, in grouping: Grouping?, of option: String, _ words: SeasonOptionsWords
  ) throws -> Int {
    guard let groups = grouping?.groups.dropLast() else {
      throw Failure(.usage, words.regionNeedsGrouping(option))
    }
    if let region = groups.firstIndex(where: { $0.id.lowercased() == name.lowercased() }) {
      return region
    }
    throw Failure.unknown(words.regionKind, name, among: groups.map(\.id), for: option)
  }

  /// What was typed of a workshop that is to be held, its region with it; its id where it was more than one.
  func typedToKeep(_ id: ID<WorkshopOffer>) -> String {
    let typed = keep.filter { $0.split(separator: "@").first?.lowercased() == id.folded }
    return typed.count == 1 ? typed[0].printableLine : id.description
  }

  private func choices(
    _ names: [String], _ option: String, _ offers: [WorkshopOffer], _ grouping: Grouping?,
    _ words: SeasonOptionsWords
  ) throws -> Set<SeasonLimits.Choice> {
    Set(
      try names.map { name in
        let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
        let offer = try offers.named(parts.first ?? name, option: option)
        guard parts.count == 2 else { return SeasonLimits.Choice(offer.id) }
        let subject = words.subject(option, name.printableLine)
        let region = try region(parts[1], in: grouping, of: subject, words)
        guard offer.place == .onSite else { throw Failure(.usage, words.isOnline(subject)) }
        return SeasonLimits.Choice(offer.id, region: region)
      })
  }
}

extension [WorkshopOffer] {
  /// The workshop that an option names.
  ///
  /// - Throws: `Failure` when none has this id.
  func named(_ name: String, option: String) throws -> WorkshopOffer {
    if let offer = first(where: { $0.id.folded == name.lowercased() }) { return offer }
    let words = CommandWords.english.season
    throw Failure.unknown(
      words.workshopKind, name, among: map(\.id.description), for: option, mend: words.whereListed)
  }
}
