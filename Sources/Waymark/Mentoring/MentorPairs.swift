package import WaymarkBasics

/// Pairs of a mentor and a seeker that fit together best, for a mentoring program to confirm.
///
/// A pair is possible when the two are different people (another id and another contact), have a
/// language in common, the mentor teaches something that the seeker seeks, and, where it is asked
/// for, both work in the same region. Languages compare by their first subtag: `es-MX` and `es` are
/// one. Each seeker gets one mentor at most, each mentor no more seekers than they offered.
package struct MentorPairs: Equatable, Sendable {
  /// What a mentoring program asks for.
  package struct Options: Hashable, Sendable {
    /// The most seekers for one mentor, who may have offered less; `nil` leaves it to the mentors.
    package let menteeLimit: Int?
    /// Whether both must work in the same region.
    package let needsSameRegion: Bool

    /// Asks for nothing but what people offered.
    package init(menteeLimit: Int? = nil, needsSameRegion: Bool = false) {
      self.menteeLimit = menteeLimit
      self.needsSameRegion = needsSameRegion
    }
  }

  /// One proposal.
  package struct Pair: Hashable, Sendable {
    /// Who teaches.
    package let mentor: MentoringCard
    /// Who learns.
    package let seeker: MentoringCard
    /// All that the one teaches and the other seeks, in the framework's order.
    package let competencies: [CompetencyID]
    /// The seeker's languages that the mentor has too, as the seeker wrote them.
    package let languages: [LanguageTag]
    /// Whether both work in the same region, as far as they said.
    package let isSameRegion: Bool
    /// Whether the seeker also teaches something that the mentor seeks.
    package let isMutual: Bool
    /// How well they fit, by `MentorPairs.weight`.
    package let weight: Int
  }

  /// Somebody who seeks a mentor and has none.
  package struct Unmatched: Hashable, Sendable {
    /// Why there is none; the first that is true.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
      /// Nobody else teaches what they seek.
      case nobodyTeaches
      /// Nobody who teaches it has a language in common.
      case noCommonLanguage
      /// The region must be the same, and they gave none.
      case noRegionGiven
      /// The region must be the same, and nobody who fits works there.
      case nobodyInRegion
      /// Everybody who fits has as many as they may have.
      case mentorsFull
    }

    /// Who seeks.
    package let seeker: MentoringCard
    /// Why there is none.
    package let reason: Reason
  }

  /// The pairs, by the mentor's contact, then the seeker's.
  package let pairs: [Pair]
  /// Those who seek and have no mentor, by their contact.
  package let unmatched: [Unmatched]
  /// Those who teach and have nobody, by their contact.
  package let free: [MentoringCard]
  /// Whether it is proved that no other pairs fit better in all.
  package let isProved: Bool

  /// How many people teach something, paired or not.
  package var mentors: Int { Set(pairs.map(\.mentor.id)).count + free.count }
  /// How many people seek something, paired or not.
  package var seekers: Int { pairs.count + unmatched.count }

  /// How well two people fit: 4 for each competency in common, of which 3 count, 2 for the same
  /// region, 1 when they could also learn from each other the other way round.
  ///
  /// So one competency more always outweighs the rest: a pair is there to teach something.
  static func weight(competencies: Int, isSameRegion: Bool, isMutual: Bool) -> Int {
    4 * min(competencies, 3) + (isSameRegion ? 2 : 0) + (isMutual ? 1 : 0)
  }

  /// Finds the pairs with the largest sum of weights, of these the most pairs.
  ///
  /// What is equal in both is decided by lot: each possible pair has a number that is drawn from
  /// both ids, and the larger sum wins, but for more than `MentorMatching.drawn` equal pairs. The order
  /// of the cards makes no difference.
  ///
  /// - Parameters:
  ///   - cards: The cards of a campaign, each id once; competencies that the framework does not have
  ///     are passed over.
  ///   - solver: How programs are solved; where it fails, the pairs are the best one by one, and
  ///     `isProved` says so.
  /// - Complexity: Each round of `MentorMatching` looks at every seeker beside everybody who teaches
  ///   something that they seek.
  package init(
    _ cards: [MentoringCard], framework: Framework, options: Options = Options(),
    solver: ProgramSolver
  ) {
    let graph = MentorGraph(cards, framework: framework, options: options)
    let matching = MentorMatching(graph, solver: solver)
    isProved = matching.isProved
    pairs = matching.edges.map { edge in
      let (mentor, seeker) = (graph.mentors[edge.mentor], graph.seekers[edge.seeker])
      return Pair(
        mentor: mentor.card, seeker: seeker.card,
        competencies: mentor.common(with: seeker).map { framework.competencies[$0].id },
        languages: seeker.card.languages.filter { tag in
          mentor.card.languages.contains { $0.primary == tag.primary }
        },
        isSameRegion: mentor.isSameRegion(as: seeker), isMutual: seeker.teaches(mentor),
        weight: edge.weight)
    }.sorted {
      ($0.mentor.sortKey, $0.seeker.sortKey) < ($1.mentor.sortKey, $1.seeker.sortKey)
    }
    let matched = Set(matching.edges.map(\.seeker))
    unmatched = graph.seekers.indices.filter { !matched.contains($0) }.map {
      Unmatched(seeker: graph.seekers[$0].card, reason: graph.reason($0))
    }.sorted { $0.seeker.sortKey < $1.seeker.sortKey }
    let busy = Set(matching.edges.map(\.mentor))
    free = graph.mentors.indices.filter { !busy.contains($0) }.map { graph.mentors[$0].card }
      .sorted { $0.sortKey < $1.sortKey }
  }
}

extension MentoringCard {
  /// Orders by the contact as people look it up, then by the id.
  fileprivate var sortKey: String { contact.folded + "\u{0}" + name }
}

extension LanguageTag {
  /// The language without script, region and variant: `es` of `es-MX`.
  var primary: LanguageTag { fallbacks.last ?? self }
}
