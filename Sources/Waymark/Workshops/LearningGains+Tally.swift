package import WaymarkBasics

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
