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

extension LearningGains {
  /// Counts those who did something, one person after the other.
  package struct Tally: Sendable {
    /// The levels that somebody gave before and after.
    struct Pair: Hashable, Sendable {
      let before: Int
      let after: Int
    }

    /// A statement that an entry serves.
    struct Subject: Sendable {
      let entry: Entry
      let title: LocalizedText
      let competency: Competency
      let position: (earlier: Int, later: Int)
    }

    private let subjects: [Subject]
    private let places: [Entry: [Int]]
    private var pairs: [[Pair: Int]]

    /// Begins with nobody.
    ///
    /// - Parameters:
    ///   - catalogue: the entries with what they serve.
    ///   - earlier: the framework of the earlier campaign; what it does not ask is left out.
    ///   - later: the framework of the later campaign.
    package init(_ catalogue: Catalogue, earlier: Framework, later: Framework) {
      let resources = catalogue.resources.map { (Entry.resource($0.id), $0.title, $0.serves) }
      let workshops = catalogue.workshops.map { (Entry.workshop($0.id), $0.title, $0.serves) }
      var subjects: [Subject] = []
      for (entry, title, serves) in resources + workshops {
        for service in serves {
          guard let competency = later.competency(service.competency),
            let position = earlier.positions(of: service.competency, beside: later)
          else { continue }
          subjects.append(
            Subject(entry: entry, title: title, competency: competency, position: position))
        }
      }
      self.subjects = subjects
      places = Dictionary(grouping: subjects.indices) { subjects[$0].entry }
      pairs = Array(repeating: [:], count: subjects.count)
    }

    /// Counts one person.
    ///
    /// - Parameters:
    ///   - did: the ids of what they did; a resource comes before a workshop with the same id, and
    ///     what the catalogue does not have counts for nothing.
    ///   - attended: the workshops that others know they attended.
    ///   - levels: their levels at the places of a statement in both frameworks; `nil` where one of
    ///     them is no level.
    package mutating func add(
      did: Set<String>, attended: Set<ID<WorkshopOffer>> = [],
      levels: ((earlier: Int, later: Int)) -> (before: Int, after: Int)?
    ) {
      var entries = Set(attended.map { Entry.workshop($0) })
      for name in did {
        if let id = ID<LearningResource>(name), places[.resource(id)] != nil {
          entries.insert(.resource(id))
        } else if let id = ID<WorkshopOffer>(name) {
          entries.insert(.workshop(id))
        }
      }
      for place in entries.flatMap({ places[$0] ?? [] }) {
        guard let (before, after) = levels(subjects[place].position) else { continue }
        pairs[place][Pair(before: before, after: after), default: 0] += 1
      }
    }

    /// The statements that somebody rated both times who did the entry, with how many people gave
    /// which levels.
    var counted: [(subject: Subject, pairs: [Pair: Int])] {
      Array(zip(subjects, pairs)).filter { !$0.1.isEmpty }
    }
  }
}
