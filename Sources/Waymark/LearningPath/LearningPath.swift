package import WaymarkBasics

/// The best few resources in an order, each with the gap it closes, and what was left out and why.
///
/// A resource closes part of a gap when the person holds at least the level it starts from and less
/// than the level it leads to; levels above the person's goal do not count. Of all sets of steps that
/// keep to the wishes and can be done in some order, the one is taken that closes most, in levels
/// times importance (3 for the top three, 2 for a pick, else 1), found by an integer program. Among
/// those that close as much, what is preferred, free and short comes first.
package struct LearningPath: Equatable, Sendable {
  /// Where the gaps come from.
  package let profile: Profile
  /// What was wanted.
  package private(set) var wishes: Wishes
  /// The steps in order.
  package let steps: [Step]
  /// The resources that serve a gap but are no step, the strongest first.
  package let leftOut: [LeftOut]
  /// The gaps that no resource serves now: none that is still offered, in a language that was asked
  /// for and at a cost that was asked for, starts where the person is.
  package let uncovered: [Profile.Item]
  /// Whether it is proved that no other steps close more.
  package let isProved: Bool
  /// The day of the path that was seen before; `nil` when there was none.
  package let earlier: CalendarDate?
  /// What has changed since then.
  package let changes: [PathChange]

  /// The same without the notes on what was done, for files that others may see.
  package var withoutNotes: LearningPath {
    var path = self
    path.wishes.done = wishes.done.map(\.withoutNote)
    return path
  }

  /// The minutes of all steps.
  package var minutes: Int { steps.reduce(0) { $0 + $1.minutes } }

  /// The levels that all steps close times importance.
  package var strength: Int { steps.reduce(0) { $0 + $1.strength } }

  /// Finds the steps for one person.
  ///
  /// - Parameters:
  ///   - kept: the path that was seen before, to say what has changed.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  /// - Throws: When the catalogue serves another framework, or another version of it, and when the
  ///   solver fails.
  package init(
    profile: Profile, catalogue: Catalogue, wishes: Wishes = Wishes(), since kept: KeptPath? = nil,
    solver: ProgramSolver
  ) throws(PathProblem) {
    let expected = profile.framework.reference
    guard catalogue.framework == expected else {
      throw .otherFramework(catalogue.framework, expected: expected)
    }
    var start = LevelsHeld(profile)
    for record in wishes.done where record.assessment == profile.assessment {
      start.raise(by: record.serves)
    }
    let suitable = catalogue.resources.filter { wishes.obstacle($0) == nil }
    let candidates = PathCandidates(suitable, levels: start, wishes: wishes)
    var program = PathProgram(start, candidates.resources, wishes)
    guard let found = program.solve(solver) else { throw .unsolved }
    var held = start
    var done = wishes.doneResources
    var steps: [Step] = []
    for entry in found.steps {
      steps.append(
        Step(
          resource: entry.resource, gains: held.gains(of: entry.resource),
          minutes: entry.resource.duration.minutes ?? 0, day: entry.day))
      held.raise(by: entry.resource.serves)
      done.insert(entry.resource.id)
    }
    self.profile = profile
    self.wishes = wishes
    self.steps = steps
    isProved = found.isProved && candidates.isWhole
    let taken = Set(steps.map(\.resource.id))
    let left = Remainder(wishes, steps, held, done: done)
    let leftOut = catalogue.resources.filter { !taken.contains($0.id) }.compactMap {
      resource -> LeftOut? in
      let reach = start.reach(of: resource)
      guard reach > 0 else { return nil }
      return LeftOut(
        resource: resource, strength: reach,
        reason: wishes.obstacle(resource) ?? left.obstacle(resource))
    }.sorted { ($1.strength, $0.resource.id) < ($0.strength, $1.resource.id) }
    self.leftOut = leftOut
    let served = Set(
      (suitable.flatMap(start.gains) + steps.flatMap(\.gains)).map(\.item.competency.id))
    uncovered = profile.gaps.filter {
      start.missing($0.competency.id) > 0 && !served.contains($0.competency.id)
    }
    earlier = kept?.made
    changes =
      kept.map {
        PathChange.changes(
          from: $0, to: steps, leftOut: leftOut, done: wishes.done, catalogue: catalogue)
      } ?? []
  }
}
