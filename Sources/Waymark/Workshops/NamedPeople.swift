import WaymarkBasics

/// People who agreed to be named to their trainer, with what each would teach and seeks to learn.
///
/// They are people of a campaign. Nothing tells which of its answers are theirs, and so not whether a
/// cohort of it holds them.
package struct NamedPeople: Sendable {
  /// One of them.
  package struct Person: Hashable, Sendable {
    package let card: MentoringCard
    /// The place of their group in the grouping by which sessions are held; `nil` when they did not
    /// say, or it is not by where people work.
    let group: Int?
  }

  /// Nobody agreed.
  package static let none = NamedPeople(people: [])

  /// In the order of their names.
  package let people: [Person]

  private init(people: [Person]) { self.people = people }

  /// - Parameters:
  ///   - cards: what people wrote; of several with the same id the newest stands, if it is for training.
  ///   - known: what campaigns know of cards; what somebody took back or changed in one campaign holds for
  ///     what they said in others.
  ///   - grouping: by what sessions on site are held; `nil` for nothing.
  ///   - background: the questions that the regions of cards answer.
  package init(
    _ cards: [MentoringCard], known: [ImportDecisions.Standings] = [], grouping: Grouping?,
    background: BackgroundQuestions
  ) {
    let left = cards.filter { card in
      !known.compactMap { $0[card.name] }
        .contains { $0.isWithdrawn && $0.revision >= card.revision }
    }
    let newest = Dictionary(
      left.map { ($0.id, $0) }, uniquingKeysWith: { $1.revision > $0.revision ? $1 : $0 })
    let order = newest.values.filter { $0.purposes.contains(.training) }.sorted { left, right in
      (left.contact.folded, left.name) < (right.contact.folded, right.name)
    }
    people = order.map { card in
      Person(
        card: card, group: card.region.flatMap { grouping?.group(of: $0, in: background) })
    }
  }

  /// Those beside whom enough others are counted, here and in their group: figures about a few more people
  /// than are named would tell of these few.
  ///
  /// - Parameter counted: how many people a page counts in each group; one number where there are none.
  package func besides(_ counted: [Int], _ minimumGroup: MinimumGroup) -> NamedPeople {
    guard minimumGroup.admits(counted.reduce(0, +) - people.count) else { return .none }
    let anywhere = people.count { $0.group == nil }
    let named = Dictionary(grouping: people.compactMap(\.group), by: { $0 }).mapValues(\.count)
    return NamedPeople(
      people: people.filter { person in
        guard let group = person.group, counted.indices.contains(group) else { return true }
        return minimumGroup.admits(counted[group] - (named[group] ?? 0) - anywhere)
      })
  }

  /// Those who would teach one of these.
  package func teachers(of competencies: Set<CompetencyID>) -> [MentoringCard] {
    people.map(\.card).filter { !competencies.isDisjoint(with: $0.teaches) }
  }

  /// Those who seek to learn one of these and may be of a group.
  ///
  /// - Parameter group: the place of the group; `nil` for any.
  package func seekers(of competencies: Set<CompetencyID>, in group: Int?) -> [MentoringCard] {
    people.filter { person in
      !competencies.isDisjoint(with: person.card.seeks)
        && (group == nil || person.group == nil || person.group == group)
    }.map(\.card)
  }
}
