/// People who agreed to be named to their trainer, with what each would teach and seeks to learn.
///
/// They are people of a campaign. Nothing tells which of its answers are theirs, and so not whether a
/// cohort of it holds them.
public struct NamedPeople: Sendable {
  /// One of them.
  struct Person: Hashable, Sendable {
    let card: MentoringCard
    /// The place of their group in the grouping by which sessions are held; `nil` when they did not
    /// say, or it is not by where people work.
    let group: Int?
  }

  /// Nobody agreed.
  public static let none = NamedPeople(people: [])

  /// In the order of their names.
  let people: [Person]

  private init(people: [Person]) { self.people = people }

  /// - Parameters:
  ///   - cards: what people wrote; only cards for training are taken, and of several with the same id
  ///     the newest.
  ///   - grouping: by what sessions on site are held; `nil` for nothing.
  ///   - background: the questions that the regions of cards answer.
  public init(_ cards: [MentoringCard], grouping: Grouping?, background: BackgroundQuestions) {
    let newest = Dictionary(
      cards.filter { $0.purposes.contains(.training) }.map { ($0.id, $0) },
      uniquingKeysWith: { $1.revision > $0.revision ? $1 : $0 })
    let order = newest.values.sorted { left, right in
      (left.contact.folded, left.name) < (right.contact.folded, right.name)
    }
    people = order.map { card in
      Person(
        card: card, group: card.region.flatMap { grouping?.group(of: $0, in: background) })
    }
  }

  /// The same, or nobody where so few others are left among the people of a page that figures would tell
  /// of these: some of those who are named may be counted in them.
  func besides(_ people: Int, _ minimumGroup: MinimumGroup) -> NamedPeople {
    people - self.people.count >= minimumGroup.people ? self : .none
  }

  /// Those who would teach one of these.
  func teachers(of competencies: Set<CompetencyID>) -> [MentoringCard] {
    people.map(\.card).filter { !competencies.isDisjoint(with: $0.teaches) }
  }

  /// Those who seek to learn one of these and may be of a group.
  ///
  /// - Parameter group: the place of the group; `nil` for any.
  func seekers(of competencies: Set<CompetencyID>, in group: Int?) -> [MentoringCard] {
    people.filter { person in
      !competencies.isDisjoint(with: person.card.seeks)
        && (group == nil || person.group == nil || person.group == group)
    }.map(\.card)
  }
}
