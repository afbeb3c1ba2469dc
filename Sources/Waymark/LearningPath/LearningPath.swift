/// A few resources in an order, each with the gap it closes, and what was left out and why.
///
/// A resource closes part of a gap when the person holds at least the level it starts from and less
/// than the level it leads to; levels above the person's goal do not count. Resources are ordered by
/// the levels they close times importance (3 for the top three, 2 for a pick, else 1), then the
/// shorter, then the cheaper, then by id. The first that fits the time that is left is taken, the
/// levels it leads to count as held, and the rest is ordered anew.
public struct LearningPath: Equatable, Sendable {
  /// What a person wants of a path.
  public struct Wishes: Hashable, Sendable {
    /// The minutes there are in all; `nil` when time is no limit.
    public let minutes: Int?
    /// The languages the person learns in; a regional form of the same language fits as well.
    public let languages: [LanguageTag]
    /// Whether only what costs nothing is wanted; an account that costs nothing is fine.
    public let freeOnly: Bool
    /// How many steps there are at most.
    public let steps: Int

    /// Joins the wishes; a negative number counts as 0.
    public init(
      minutes: Int? = nil, languages: [LanguageTag] = [.english], freeOnly: Bool = false,
      steps: Int = 5
    ) {
      self.minutes = minutes.map { max(0, $0) }
      self.languages = languages
      self.freeOnly = freeOnly
      self.steps = max(0, steps)
    }
  }

  /// Where the gaps come from.
  public let profile: Profile
  /// What was wanted.
  public let wishes: Wishes
  /// The steps in order.
  public let steps: [Step]
  /// The resources that serve a gap but are no step, the strongest first.
  public let leftOut: [LeftOut]
  /// The gaps that no resource serves now: none that is still offered, in a language that was asked
  /// for and at a cost that was asked for, starts where the person is.
  public let uncovered: [Profile.Item]

  /// The minutes of all steps.
  public var minutes: Int { steps.reduce(0) { $0 + $1.minutes } }

  /// Orders the resources of a catalogue for one person.
  ///
  /// - Throws: When the catalogue serves another framework, or another version of it.
  /// - Complexity: O(steps × services) of the catalogue.
  public init(
    profile: Profile, catalogue: Catalogue, wishes: Wishes = Wishes()
  ) throws(PathProblem) {
    let expected = profile.framework.reference
    guard catalogue.framework == expected else {
      throw .otherFramework(catalogue.framework, expected: expected)
    }
    let start = LevelsHeld(profile)
    var held = start
    var steps: [Step] = []
    var minutesLeft = wishes.minutes ?? .max
    var candidates = catalogue.resources.filter { wishes.obstacle($0) == nil }
    while steps.count < wishes.steps,
      let step = held.best(candidates, minutes: minutesLeft)
    {
      steps.append(step)
      held.raise(by: step)
      minutesLeft -= step.minutes
      candidates.removeAll { $0.id == step.resource.id }
    }
    self.profile = profile
    self.wishes = wishes
    self.steps = steps
    let taken = Set(steps.map(\.resource.id))
    leftOut = catalogue.resources.filter { !taken.contains($0.id) }.compactMap { resource in
      let reach = start.reach(of: resource)
      guard reach > 0 else { return nil }
      return LeftOut(
        resource: resource, strength: reach,
        reason: wishes.obstacle(resource) ?? held.obstacle(resource, minutes: minutesLeft))
    }.sorted { ($1.strength, $0.resource.id) < ($0.strength, $1.resource.id) }
    let served = Set(
      (candidates.flatMap(start.gains) + steps.flatMap(\.gains)).map(\.item.competency.id))
    uncovered = profile.gaps.filter { !served.contains($0.competency.id) }
  }
}
