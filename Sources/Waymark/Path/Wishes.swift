package import WaymarkBasics

extension LearningPath {
  /// What a person wants of a path.
  package struct Wishes: Hashable, Sendable {
    /// The minutes there are in all; `nil` when time is no limit.
    package var minutes: Int?
    /// The weeks that the steps are laid into; `nil` for steps without days.
    package var calendar: PathCalendar?
    /// The US dollars there are in all; `nil` when money is no limit.
    package var usDollars: Int?
    /// The languages the person learns in; a regional form of the same language fits as well.
    package var languages: [LanguageTag]
    /// Whether only what costs nothing is wanted; an account that costs nothing is fine.
    package var freeOnly: Bool
    /// How many steps there are at most.
    package var steps: Int
    /// The formats that come first where others would do as well.
    package var preferred: Set<LearningResource.Format> = []
    /// What the person does not want.
    package var dropped: Set<ID<LearningResource>> = []
    /// What the person has done, the earliest first: it is no step again, and what came after the
    /// profile's assessment raises its levels.
    package var done: [DoneStep] = []

    /// The most courses of a path.
    package static let courses = 3

    /// Joins the wishes; a negative number counts as 0.
    package init(
      minutes: Int? = nil, calendar: PathCalendar? = nil, usDollars: Int? = nil,
      languages: [LanguageTag] = [.english], freeOnly: Bool = false, steps: Int = 5
    ) {
      self.minutes = minutes.map { max(0, $0) }
      self.calendar = calendar
      self.usDollars = usDollars.map { max(0, $0) }
      self.languages = languages
      self.freeOnly = freeOnly
      self.steps = max(0, steps)
    }

    /// The minutes that all steps may take together; `nil` when time is no limit.
    package var minutesInAll: Int? {
      [minutes, calendar?.minutes].compactMap { $0 }.min()
    }

    package var doneResources: Set<ID<LearningResource>> { Set(done.map(\.resource)) }

    /// Why a resource does not suit, whatever the person's levels are.
    func obstacle(_ resource: LearningResource) -> Obstacle? {
      let wanted = languages.map(\.language)
      if done.contains(where: { $0.resource == resource.id }) { return .done }
      if dropped.contains(resource.id) { return .dropped }
      if resource.status == .past { return .past }
      if !resource.languages.contains(where: { wanted.contains($0.language) }) {
        return .otherLanguage
      }
      if !resource.cost.isFree {
        if freeOnly || usDollars == 0 { return .notFree }
        if let usDollars {
          guard let price = resource.cost.usDollars else { return .noPriceKnown }
          if price > usDollars { return .overMoney(left: usDollars) }
        }
      }
      guard let calendar, !resource.features.days.isEmpty else { return nil }
      return resource.features.days.contains(where: calendar.contains) ? nil : .past
    }
  }
}

extension LanguageTag {
  /// The language without its region and script.
  fileprivate var language: LanguageTag { fallbacks.last ?? self }
}
