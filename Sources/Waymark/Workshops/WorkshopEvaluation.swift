package import WaymarkBasics

/// Whether a workshop helped: how the same people's levels changed from a campaign before it to one
/// after it, in the statements that it serves.
///
/// It tells what changed, not why: only beside people who did not attend can a change be laid to the
/// workshop, and these may differ in other ways too.
package struct WorkshopEvaluation: Hashable, Sendable {
  /// One statement.
  package struct Row: Hashable, Sendable {
    package let competency: Competency
    /// How those who attended changed.
    package let attended: Figure<PairedChange>
    /// How the others changed; `nil` where nobody said who attended.
    package let others: Figure<PairedChange>?
    /// How those who attended changed against where they say, looking back, that they were, only those
    /// who gave all three levels; `nil` where nobody looked back.
    package let sinceThen: Figure<PairedChange>?
    /// The response shift of the same people: where they say that they were, less where they said it
    /// at the time (Howard 1980); `nil` where nobody looked back.
    package let shift: Figure<PairedChange>?
    /// Cliff's delta of the changes of those who attended over those of the others; `nil` where one
    /// of them is not there.
    package let difference: GroupDifference.Delta?
  }

  /// Who of the people of both campaigns attended the workshop.
  package enum Attendance: Hashable, Sendable {
    /// Nobody knows: everybody is looked at as if they had.
    case unknown
    /// Those with these response ids, as a trainer listed them.
    case listed(Set<String>)
    /// Those with these response ids, as they said themselves.
    case said(Set<String>)

    /// Takes what is known of it.
    ///
    /// Of few who said so nothing could be told, and many others may have attended as well: then nobody
    /// knows.
    /// - Parameters:
    ///   - listed: who is on a trainer's list; `nil` without one.
    ///   - said: who said that they attended.
    package init(listed: Set<String>?, said: Set<String>, minimumGroup: MinimumGroup) {
      self =
        listed.map { .listed($0) } ?? (minimumGroup.admits(said.count) ? .said(said) : .unknown)
    }

    /// Whether it is known who attended, so that the others can be told apart.
    package var isKnown: Bool { self != .unknown }

    /// Whether the person with a response id is looked at as one who attended.
    package func holds(_ response: String) -> Bool {
      switch self {
      case .unknown: true
      case .listed(let ids), .said(let ids): ids.contains(response)
      }
    }
  }

  package let workshop: WorkshopOffer
  /// How many of those who attended answered both campaigns.
  package let attended: Figure<Int>
  /// How many of the others did; `nil` where nobody said who attended.
  package let others: Figure<Int>?
  /// The statements that it serves, in its order.
  package let rows: [Row]

  /// Works out the changes; what fewer people than the smallest group stand behind is withheld.
  ///
  /// - Parameters:
  ///   - competencies: the statements that the workshop serves.
  ///   - attended: the steps of those who attended, a place for each of the statements.
  ///   - others: those of the others; `nil` where nobody said who attended.
  package init(
    _ workshop: WorkshopOffer, competencies: [Competency], attended: LinkedSteps,
    others: LinkedSteps?,
    minimumGroup: MinimumGroup
  ) {
    self.workshop = workshop
    func people(_ steps: LinkedSteps) -> Figure<Int> {
      minimumGroup.withholds(steps.people) ? .none(.withheld) : .value(steps.people)
    }
    func change(_ counts: [Int: Int]) -> Figure<PairedChange> {
      let change = PairedChange(differences: counts)
      guard let change, minimumGroup.withholds(change.people) else {
        return Figure(change, orNone: .noAnswers)
      }
      return .none(.withheld)
    }
    self.attended = people(attended)
    self.others = others.map(people)
    rows = competencies.enumerated().map { place, competency in
      let own = change(attended.steps[place])
      let other = others.map { change($0.steps[place]) }
      return Row(
        competency: competency, attended: own, others: other,
        sinceThen: attended.hasLookingBack ? change(attended.sinceThen[place]) : nil,
        shift: attended.hasLookingBack ? change(attended.shift[place]) : nil,
        difference: own.value == nil || other?.value == nil
          ? nil
          : others.flatMap { others in
            GroupDifference.delta(
              Self.byStep(attended.steps[place]), Self.byStep(others.steps[place]))
          })
    }
  }

  /// People by step, from the largest fall to the largest rise there can be.
  private static func byStep(_ counts: [Int: Int]) -> [Int] {
    let largest = Level.ranks.upperBound - Level.ranks.lowerBound
    return (-largest...largest).map { counts[$0] ?? 0 }
  }
}

extension WorkshopEvaluation {
  /// Whether it helped, in one answer.
  package enum Verdict: Hashable, Sendable {
    /// In no statement enough people gave a level both times.
    case cannotTell
    /// How levels changed where nobody knows who attended, for whatever reason.
    case changed(Tally)
    /// How those who attended changed, where too few of the others gave a level both times.
    case alone(Tally)
    /// How those who attended changed beside the others, whose mean change is in levels.
    case beside(Tally, others: Double)
  }

  /// In how many statements something changed by more than chance, and by how much in all.
  package struct Tally: Hashable, Sendable {
    /// How many statements could be looked at, 1 or more.
    package let statements: Int
    /// In how many the 95 % interval lies above 0.
    package let higher: Int
    /// In how many it lies below 0.
    package let lower: Int
    /// The mean change of those who attended over all these statements, in levels, each counted by
    /// its people.
    package let mean: Double
  }

  /// Whether it helped.
  ///
  /// Where it is known who attended, a statement counts by the interval of Cliff's delta over the others;
  /// where it is not, by that of the mean change.
  package var verdict: Verdict {
    let changes = rows.compactMap(\.attended.value)
    let changed = Tally(changes, intervals: changes.map(\.interval))
    guard others != nil else { return changed.map(Verdict.changed) ?? .cannotTell }
    let compared = rows.compactMap { row in
      row.difference.flatMap { difference in
        row.attended.value.flatMap { own in
          row.others?.value.map { (own: own, others: $0, interval: difference.interval) }
        }
      }
    }
    guard let tally = Tally(compared.map(\.own), intervals: compared.map(\.interval)),
      let others = Self.mean(compared.map(\.others))
    else { return changed.map(Verdict.alone) ?? .cannotTell }
    return .beside(tally, others: others)
  }

  /// The mean of changes over all their people; `nil` without any.
  fileprivate static func mean(_ changes: [PairedChange]) -> Double? {
    let people = changes.reduce(0) { $0 + $1.people }
    guard people > 0 else { return nil }
    return changes.reduce(0) { $0 + $1.mean * Double($1.people) } / Double(people)
  }
}

extension WorkshopEvaluation.Tally {
  fileprivate init?(_ changes: [PairedChange], intervals: [ClosedRange<Double>?]) {
    guard let mean = WorkshopEvaluation.mean(changes) else { return nil }
    self.mean = mean
    statements = changes.count
    higher = intervals.count { ($0?.lowerBound ?? 0) > 0 }
    lower = intervals.count { ($0?.upperBound ?? 0) < 0 }
  }
}
