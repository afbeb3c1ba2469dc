package import WaymarkBasics

/// What a season of workshops has to keep to.
package struct SeasonLimits: Hashable, Sendable {
  /// A workshop, wherever it is held or at one place.
  package struct Choice: Hashable, Sendable {
    package let workshop: ID<WorkshopOffer>
    /// The place of the region among the regions; `nil` for any and for online.
    package let region: Int?

    package init(_ workshop: ID<WorkshopOffer>, region: Int? = nil) {
      self.workshop = workshop
      self.region = region
    }
  }

  /// How many sessions there are at most, 0 or more.
  package var sessions: Int
  /// How many minutes all sessions take at most together.
  package var minutes: Int?
  /// What all sessions cost at most together, in US dollars.
  package var usDollars: Int?
  /// How many seats all sessions have at most together.
  package var seats: Int?
  /// How many whole days of trainers there are.
  package var trainerDays: Int?
  /// How many people a room holds, where `rooms` names none; online sessions have no room.
  package var room: Int?
  /// How many people the room of a region holds.
  ///
  /// With some named and no `room`, others have none, and nothing is held there on site.
  package var rooms: [Int: Int] = [:]
  /// How many days there are for sessions; `nil` for as many as it takes.
  package var days: Int?
  /// How many sessions a day has at most, none of them for the same people; 1 or more.
  package var sessionsPerDay = 1
  /// How many sessions one person goes to at most, 1 or more.
  package var sessionsPerPerson = 3
  /// How many people a session is held for at least, 1 or more.
  package var leastPeople = 1
  /// What travelling to a session on site costs, in US dollars.
  package var travel = 0
  /// How many per cent of its need each region is to have closed, 0 to 100.
  package var floor = 0
  /// The workshops that are held at least once.
  package var keep: Set<Choice> = []
  /// The workshops that are not held.
  package var without: Set<Choice> = []

  /// Begins with a number of sessions and no other limit.
  package init(sessions: Int) { self.sessions = sessions }

  /// How many people fit into one session of a workshop in a region; 0 where it has no room.
  func capacity(of offer: WorkshopOffer, in region: Int) -> Int {
    guard offer.place != .online else { return offer.seats }
    let room = rooms[region] ?? room ?? (rooms.isEmpty ? offer.seats : 0)
    return min(offer.seats, room)
  }

  /// What one session of a workshop costs, in US dollars.
  func cost(of offer: WorkshopOffer) -> Int {
    offer.place == .online ? offer.usDollars : clampedSum(offer.usDollars, travel)
  }

  private func clampedSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? .max : sum
  }
}
