package import WaymarkBasics

/// What people gained who did a resource or a workshop between two campaigns: their gain scores, later
/// less earlier level of the same person, in the statements that it serves.
///
/// It tells what changed in those who did it, not why: what would have changed anyway is in it too.
/// A planner may take the mean gain of a seat from it in the place of the whole step that a workshop
/// promises.
package struct LearningGains: Hashable, Sendable {
  /// What was done.
  package enum Entry: Hashable, Sendable {
    /// A resource or a practice step of a catalogue.
    case resource(ID<LearningResource>)
    /// A workshop of a catalogue.
    case workshop(ID<WorkshopOffer>)

    /// Its id, as people write it.
    package var name: String {
      switch self {
      case .resource(let id): id.description
      case .workshop(let id): id.description
      }
    }
  }

  /// The levels of those who did it, before and after.
  package struct Gain: Hashable, Sendable {
    /// The mean level before.
    package let before: Double
    /// The mean level after.
    package let after: Double
    /// The change of the same people.
    package let change: PairedChange
  }

  /// One statement that an entry serves.
  package struct Row: Hashable, Sendable {
    /// What was done.
    package let entry: Entry
    /// Its name.
    package let title: LocalizedText
    /// The statement.
    package let competency: Competency
    /// What those who did it gained, withheld for fewer than the smallest group.
    package let gain: Figure<Gain>
  }

  /// A row for each entry that somebody did and each statement of it that they rated both times, in the
  /// order of the catalogue, resources first.
  package let rows: [Row]

  /// Works the gains out; what fewer people than the smallest group stand behind is withheld.
  package init(_ tally: Tally, minimumGroup: MinimumGroup) {
    rows = tally.counted.map { subject, pairs in
      Row(
        entry: subject.entry, title: subject.title, competency: subject.competency,
        gain: Self.gain(pairs).map {
          minimumGroup.withholds($0.change.people) ? .none(.withheld) : .value($0)
        } ?? .none(.noAnswers))
    }
  }

  /// What people gained who did a workshop, in one statement; `nil` where nobody did or it is withheld.
  package func gain(of workshop: ID<WorkshopOffer>, in competency: CompetencyID) -> Gain? {
    rows.first { $0.entry == .workshop(workshop) && $0.competency.id == competency }?.gain.value
  }

  private static func gain(_ pairs: [Tally.Pair: Int]) -> Gain? {
    var steps: [Int: Int] = [:]
    var (before, after) = (0, 0)
    for (pair, people) in pairs {
      steps[pair.after - pair.before, default: 0] += people
      before += pair.before * people
      after += pair.after * people
    }
    guard let change = PairedChange(differences: steps) else { return nil }
    let people = Double(change.people)
    return Gain(before: Double(before) / people, after: Double(after) / people, change: change)
  }
}

extension LearningGains {
  /// Whether people went to a workshop and rose in nothing that it serves.
  package func didNotHelp(_ offer: WorkshopOffer) -> Bool {
    let known = offer.serves.compactMap { gain(of: offer.id, in: $0.competency) }
    return !known.isEmpty && known.allSatisfy { $0.change.mean <= 0 }
  }
}
