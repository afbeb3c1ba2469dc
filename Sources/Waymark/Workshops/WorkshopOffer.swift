package import WaymarkBasics

/// A workshop that a trainer could give: what a planner chooses from.
package struct WorkshopOffer: Hashable, Sendable {
  /// Where it is held.
  package enum Place: String, Hashable, Sendable, CaseIterable {
    /// Everybody can come.
    case online
    /// It is held where its people are.
    case onSite = "on-site"
  }

  /// What a person needs before.
  package enum Requirement: Hashable, Sendable {
    /// A level of a competency.
    case level(CompetencyID, Level)
    /// Another workshop.
    case workshop(ID<WorkshopOffer>)
  }

  /// The workshop's id.
  package let id: ID<WorkshopOffer>
  /// Its name.
  package let title: LocalizedText
  /// What people do there, in a sentence.
  package let description: LocalizedText
  /// How long it takes, in minutes, 1 or more.
  package let minutes: Int
  /// How many people can take part, 1 or more.
  package let seats: Int
  /// What holding it once costs, in US dollars, 0 or more.
  package let usDollars: Int
  /// The whole days that holding it once takes of a trainer, 0 or more.
  package let trainerDays: Int
  /// Where it is held.
  package let place: Place
  /// The languages it can be held in.
  package let languages: [LanguageTag]
  /// What it serves, and from which level to which.
  package let serves: [LearningResource.Service]
  /// What a person needs before.
  package let requires: [Requirement]

  /// Joins the parts.
  package init(
    id: ID<WorkshopOffer>, title: LocalizedText, description: LocalizedText, minutes: Int,
    seats: Int, usDollars: Int, trainerDays: Int, place: Place, languages: [LanguageTag],
    serves: [LearningResource.Service], requires: [Requirement] = []
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.minutes = minutes
    self.seats = seats
    self.usDollars = usDollars
    self.trainerDays = trainerDays
    self.place = place
    self.languages = languages
    self.serves = serves
    self.requires = requires
  }
}
