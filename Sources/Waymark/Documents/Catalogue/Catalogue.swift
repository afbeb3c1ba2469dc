package import WaymarkBasics

/// Learning resources mapped to the competencies of one framework.
package struct Catalogue: Hashable, Sendable {
  /// The catalogue's id, the same in all its versions.
  package let id: ID<Catalogue>
  package let version: String
  /// The language of the original texts.
  package let language: LanguageTag
  /// The framework whose competencies the resources serve.
  package let framework: FrameworkReference
  /// The catalogue's name.
  package let title: LocalizedText
  /// The resources in the order of the document.
  package let resources: [LearningResource]
  /// The workshops that could be held, in the order of the document.
  package let workshops: [WorkshopOffer]

  package init(
    id: ID<Catalogue>, version: String, language: LanguageTag, framework: FrameworkReference,
    title: LocalizedText, resources: [LearningResource], workshops: [WorkshopOffer] = []
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.framework = framework
    self.title = title
    self.resources = resources
    self.workshops = workshops
  }

  /// Joins what several catalogues for one framework hold under the name of the first.
  ///
  /// `nil` when there is none. Of two resources, or two workshops, with the same id the first counts.
  package init?(joining catalogues: [Catalogue]) {
    guard let first = catalogues.first else { return nil }
    let fitting = catalogues.filter { $0.framework == first.framework }
    var ids: Set<ID<LearningResource>> = []
    var workshopIDs: Set<ID<WorkshopOffer>> = []
    self.init(
      id: first.id, version: first.version, language: first.language, framework: first.framework,
      title: first.title,
      resources: fitting.flatMap(\.resources).filter { ids.insert($0.id).inserted },
      workshops: fitting.flatMap(\.workshops).filter { workshopIDs.insert($0.id).inserted })
  }
}

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
