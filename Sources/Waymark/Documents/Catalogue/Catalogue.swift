public import WaymarkBasics

/// Learning resources mapped to the competencies of one framework.
public struct Catalogue: Hashable, Sendable {
  /// The catalogue's id, the same in all its versions.
  public let id: ID<Catalogue>
  /// Written as a year; two versions of an id are two catalogues.
  public let version: String
  /// The language of the original texts.
  public let language: LanguageTag
  /// The framework whose competencies the resources serve.
  public let framework: FrameworkReference
  /// The catalogue's name.
  public let title: LocalizedText
  /// The resources in the order of the document.
  public let resources: [LearningResource]
  /// The workshops that could be held, in the order of the document.
  public let workshops: [WorkshopOffer]

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
  public init?(joining catalogues: [Catalogue]) {
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

  /// The ids of workshops and of resources, practice apart, that catalogues for the same framework have
  /// too, which these take the place of when they are joined.
  package func ids(alsoIn others: [Catalogue]) -> [String] {
    let others = others.filter { $0.framework == framework }
    let (known, offers) = (
      Set(others.flatMap(\.resources).map(\.id)), Set(others.flatMap(\.workshops).map(\.id))
    )
    return resources.filter { !$0.isPractice }.map(\.id).filter(known.contains).map(\.description)
      + workshops.map(\.id).filter(offers.contains).map(\.description)
  }
}

/// A workshop that a trainer could give: what a planner chooses from.
public struct WorkshopOffer: Hashable, Sendable {
  /// Where it is held.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// Everybody can come.
    case online
    /// It is held where its people are.
    case onSite = "on-site"
  }

  /// What a person needs before.
  public enum Requirement: Hashable, Sendable {
    case level(CompetencyID, Level)
    /// Another workshop.
    case workshop(ID<WorkshopOffer>)
  }

  /// The workshop's id.
  public let id: ID<WorkshopOffer>
  /// Its name.
  public let title: LocalizedText
  /// What people do there, in a sentence.
  public let description: LocalizedText
  /// How long it takes, in minutes, 1 or more.
  public let minutes: Int
  /// How many people can take part, 1 or more.
  public let seats: Int
  /// What holding it once costs, in US dollars, 0 or more.
  public let usDollars: Int
  /// The whole days that holding it once takes of a trainer, 0 or more.
  public let trainerDays: Int
  /// Where it is held.
  public let place: Place
  /// The languages it can be held in.
  public let languages: [LanguageTag]
  /// What it serves, and from which level to which.
  public let serves: [LearningResource.Service]
  /// What a person needs before.
  public let requires: [Requirement]

  /// How many days it takes one after another, of at most eight hours each, 1 or more.
  public var days: Int { (minutes - 1) / 480 + 1 }

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

extension Catalogue {
  /// The languages that something can be learned in, in the order of their tags.
  package var languages: [LanguageTag] {
    Set(resources.flatMap(\.languages)).sorted { $0.description < $1.description }
  }
}
