import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import Waymark

/// Pairs against every matching that there is, on small cases drawn at random, and the rules one by
/// one.
@Suite struct MentorPairsTests {
  private typealias Options = MentorPairs.Options

  private static let competencies = [
    "talk.listen", "talk.ask", "talk.teach", "plan.time", "plan.money",
  ]

  private func pairs(
    _ cards: [MentoringCard], _ options: Options = Options(), solver: ProgramSolver? = nil
  ) throws -> MentorPairs {
    MentorPairs(
      cards, framework: try SampleFramework.small(), options: options,
      solver: try solver ?? .coinOR)
  }

  private func names(_ pairs: MentorPairs) -> [String] {
    pairs.pairs.map { "\($0.mentor.contact) > \($0.seeker.contact)" }
  }

  // MARK: - Against every matching

  private func randomCards(seed: UInt64) throws -> [MentoringCard] {
    var random = SampleRandom(seed: seed)
    return try (1...Int.random(in: 2...8, using: &random)).compactMap { number in
      let shuffled = Self.competencies.shuffled(using: &random)
      let taught = Int.random(in: 0...3, using: &random)
      let sought = Int.random(in: (taught == 0 ? 1 : 0)...2, using: &random)
      return try SampleMentoring.card(
        number, teaches: Array(shuffled.prefix(taught)), seeks: Array(shuffled.suffix(sought)),
        speaks: Array(
          ["en", "es", "es-MX", "fr"].shuffled(using: &random)
            .prefix(Int.random(in: 1...2, using: &random))),
        region: ["OH", "VT", nil].randomElement(using: &random) ?? nil,
        mentees: Int.random(in: 1...3, using: &random),
        // Now and then somebody has two cards.
        contact: Int.random(in: 1...8, using: &random) == 1 ? "Twice" : nil)
    }
  }

  /// The weight of a pair by the rules in words; `nil` when it is not possible.
  private func weight(
    _ mentor: MentoringCard, _ seeker: MentoringCard, _ options: Options
  ) -> Int? {
    let common = Set(mentor.teaches).intersection(seeker.seeks).count
    let tongues = { (card: MentoringCard) in
      Set(card.languages.map { $0.description.prefix { $0 != "-" } })
    }
    let isSameRegion = mentor.region != nil && mentor.region == seeker.region
    guard mentor.id != seeker.id, mentor.contact != seeker.contact, common > 0,
      !tongues(mentor).isDisjoint(with: tongues(seeker)),
      isSameRegion || !options.needsSameRegion
    else { return nil }
    let isMutual = !Set(seeker.teaches).isDisjoint(with: mentor.seeks)
    return 4 * min(common, 3) + (isSameRegion ? 2 : 0) + (isMutual ? 1 : 0)
  }

  /// The largest sum of weights and then the most pairs, over all matchings.
  private func best(_ cards: [MentoringCard], _ options: Options) -> (weight: Int, pairs: Int) {
    var room = cards.map { min($0.mentees, options.menteeLimit ?? .max) }
    func best(from place: Int) -> (weight: Int, pairs: Int) {
      guard place < cards.count else { return (0, 0) }
      var found = best(from: place + 1)
      for mentor in cards.indices where room[mentor] > 0 {
        guard let weight = weight(cards[mentor], cards[place], options) else { continue }
        room[mentor] -= 1
        let rest = best(from: place + 1)
        room[mentor] += 1
        if (weight + rest.weight, 1 + rest.pairs) > found {
          found = (weight + rest.weight, 1 + rest.pairs)
        }
      }
      return found
    }
    return best(from: 0)
  }

  @Test func `No matching is better than the pairs, in 300 cases drawn at random`() throws {
    var isPaired = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      let cards = try randomCards(seed: seed)
      let options = Options(
        menteeLimit: seed % 3 == 0 ? 1 : nil, needsSameRegion: seed % 5 == 0)
      let found = try pairs(cards, options)
      let expected = best(cards, options)
      #expect(found.isProved, "\(seed)")
      #expect(found.pairs.reduce(0) { $0 + $1.weight } == expected.weight, "\(seed)")
      #expect(found.pairs.count == expected.pairs, "\(seed)")
      for pair in found.pairs {
        #expect(weight(pair.mentor, pair.seeker, options) == pair.weight, "\(seed)")
      }
      #expect(Set(found.pairs.map(\.seeker.id)).count == found.pairs.count, "\(seed)")
      for (_, same) in Dictionary(grouping: found.pairs, by: \.mentor.id) {
        let room = same[0].mentor.mentees
        #expect(same.count <= min(room, options.menteeLimit ?? .max), "\(seed)")
      }
      isPaired += found.pairs.isEmpty ? 0 : 1
    }
    #expect(isPaired > 150)
  }

  @Test func `What is equal goes to the larger sum of lots, and the order of cards is nothing`()
    throws
  {
    let framework = try SampleFramework.small()
    for seed in 1...100 as ClosedRange<UInt64> {
      let cards = try randomCards(seed: seed)
      let found = try pairs(cards)
      var random = SampleRandom(seed: seed)
      #expect(try pairs(cards.shuffled(using: &random)) == found, "\(seed)")

      let graph = MentorGraph(cards, framework: framework, options: Options())
      let edges = graph.promising(
        atMost: 1000, scale: 1, mentorPrices: graph.mentors.map { _ in 0 },
        seekerPrices: graph.seekers.map { _ in 0 })
      let matching = try MentorMatching(graph, solver: .coinOR)
      let value = { (edges: [MentorGraph.Edge]) in
        (edges.reduce(0) { $0 + $1.weight }, edges.count, edges.reduce(0) { $0 + $1.lot })
      }
      var room = graph.capacities
      func best(from seeker: Int) -> [MentorGraph.Edge] {
        guard seeker < graph.seekers.count else { return [] }
        var found = best(from: seeker + 1)
        for edge in edges where edge.seeker == seeker && room[edge.mentor] > 0 {
          room[edge.mentor] -= 1
          let other = [edge] + best(from: seeker + 1)
          room[edge.mentor] += 1
          if value(other) > value(found) { found = other }
        }
        return found
      }
      #expect(Set(matching.edges) == Set(best(from: 0)), "\(seed)")
    }
  }

  @Test func `Beginning with one pair for each seeker, the prices lead to the best all the same`()
    throws
  {
    let framework = try SampleFramework.small()
    for seed in 1...100 as ClosedRange<UInt64> {
      let cards = try randomCards(seed: seed)
      let graph = MentorGraph(cards, framework: framework, options: Options())
      let matching = try MentorMatching(graph, candidates: 1, solver: .coinOR)
      #expect(matching.isProved)
      #expect(
        matching.edges.reduce(0) { $0 + $1.weight } == best(cards, Options()).weight, "\(seed)")
    }
  }

  @Test func `Where the rounds do not suffice nothing is called proved`() throws {
    // All that one seeker sees first is the one mentor whom everybody wants most.
    let cards =
      try [SampleMentoring.card(1, teaches: ["talk.ask", "talk.listen"])]
      + (2...5).map { try SampleMentoring.card($0, teaches: ["talk.ask"]) }
      + (6...9).map { try SampleMentoring.card($0, seeks: ["talk.ask", "talk.listen"]) }
    let graph = MentorGraph(
      cards, framework: try SampleFramework.small(), options: MentorPairs.Options())
    let once = try MentorMatching(graph, candidates: 1, rounds: 1, solver: .coinOR)
    #expect(once.edges.count == 1)
    #expect(!once.isProved)
    let all = try MentorMatching(graph, candidates: 1, solver: .coinOR)
    #expect(all.edges.count == 4)
    #expect(all.isProved)
  }

  @Test func `Without a solver the pairs are the best one by one, and not called proved`() throws {
    let none = ProgramSolver(
      linear: { _, questions in try questions { _ in .undecided } },
      integer: { _, _, _ in .undecided })
    let cards = try [
      SampleMentoring.card(1, teaches: ["talk.ask", "talk.listen"]),
      SampleMentoring.card(2, teaches: ["talk.ask"]),
      SampleMentoring.card(3, seeks: ["talk.ask", "talk.listen"]),
      SampleMentoring.card(4, seeks: ["talk.ask"]),
    ]
    let found = try pairs(cards, solver: none)
    #expect(names(found) == ["Person 1 > Person 3", "Person 2 > Person 4"])
    #expect(!found.isProved)
  }

  // MARK: - One rule each

  @Test func `A mentor has no more people than they offered, nor than the program allows`() throws {
    let seekers = try (2...6).map { try SampleMentoring.card($0, seeks: ["talk.ask"]) }
    let mentor = try SampleMentoring.card(1, teaches: ["talk.ask"], mentees: 3)
    #expect(try pairs([mentor] + seekers).pairs.count == 3)
    #expect(try pairs([mentor] + seekers, Options(menteeLimit: 2)).pairs.count == 2)
    let found = try pairs([mentor] + seekers, Options(menteeLimit: 9))
    #expect(found.pairs.count == 3)
    #expect(found.unmatched.map(\.reason) == [.mentorsFull, .mentorsFull])
  }

  static let languages: [(mentor: [String], seeker: [String], common: [String])] = [
    (["en"], ["es"], []), (["en", "es"], ["es"], ["es"]), (["es-MX"], ["es"], ["es"]),
    (["es-MX"], ["es-ES", "en"], ["es-ES"]), (["en", "fr"], ["fr", "en"], ["fr", "en"]),
  ]

  @Test(arguments: languages)
  func `People meet in a language of both, whatever its regional form`(
    _ sample: (mentor: [String], seeker: [String], common: [String])
  ) throws {
    let found = try pairs([
      SampleMentoring.card(1, teaches: ["talk.ask"], speaks: sample.mentor),
      SampleMentoring.card(2, seeks: ["talk.ask"], speaks: sample.seeker),
    ])
    #expect(found.pairs.first?.languages.map(\.description) ?? [] == sample.common)
    #expect(found.unmatched.map(\.reason) == (sample.common.isEmpty ? [.noCommonLanguage] : []))
  }

  @Test func `More than 64 languages are told apart`() throws {
    let letters = "abcdefghij"
    let tags = letters.flatMap { first in letters.map { "\(first)\($0)" } }
    let seekers = try tags.enumerated().map { number, tag in
      try SampleMentoring.card(number + 2, seeks: ["talk.ask"], speaks: [tag])
    }
    let mentor = try SampleMentoring.card(1, teaches: ["talk.ask"], speaks: ["jj"], mentees: 9)
    #expect(names(try pairs([mentor] + seekers)) == ["Person 1 > Person 101"])
  }

  @Test func `The same region is better, and is asked for where the program says so`() throws {
    let cards = try [
      SampleMentoring.card(1, teaches: ["talk.ask"], region: "OH"),
      SampleMentoring.card(2, teaches: ["talk.ask"], region: "VT"),
      SampleMentoring.card(3, seeks: ["talk.ask"], region: "VT"),
      SampleMentoring.card(4, seeks: ["talk.ask"]),
      SampleMentoring.card(5, seeks: ["talk.ask"], region: "CA"),
    ]
    let open = try pairs(cards)
    #expect(open.pairs.count == 2)
    #expect(names(open).contains("Person 2 > Person 3"))
    let strict = try pairs(cards, Options(needsSameRegion: true))
    #expect(names(strict) == ["Person 2 > Person 3"])
    #expect(strict.unmatched.map(\.reason) == [.noRegionGiven, .nobodyInRegion])
    #expect(strict.free.map(\.contact.description) == ["Person 1"])
  }

  @Test func `Nobody mentors themselves, not with a second card either`() throws {
    let both = try SampleMentoring.card(1, teaches: ["talk.ask"], seeks: ["talk.listen"])
    let again = try SampleMentoring.card(
      2, teaches: ["talk.listen"], seeks: ["talk.ask"], contact: "person   1")
    let found = try pairs([both, again])
    #expect(found.pairs.isEmpty)
    #expect(found.unmatched.map(\.reason) == [.nobodyTeaches, .nobodyTeaches])
  }

  @Test func `People who could teach each other are proposed both ways`() throws {
    let cards = try [
      SampleMentoring.card(1, teaches: ["talk.ask"], seeks: ["plan.time"]),
      SampleMentoring.card(2, teaches: ["plan.time"], seeks: ["talk.ask"]),
      SampleMentoring.card(3, teaches: ["talk.ask"]),
    ]
    let found = try pairs(cards)
    #expect(names(found) == ["Person 1 > Person 2", "Person 2 > Person 1"])
    #expect(found.pairs.allSatisfy { $0.isMutual && $0.weight == 5 })
  }

  @Test func `Three competencies in common count, all are named in the framework's order`() throws {
    let found = try pairs([
      SampleMentoring.card(1, teaches: Self.competencies.reversed()),
      SampleMentoring.card(2, seeks: Self.competencies),
    ])
    #expect(found.pairs.map(\.weight) == [12])
    #expect(found.pairs.first?.competencies.map(\.description) == Self.competencies)
  }

  @Test func `No cards, only mentors and only seekers give no pairs`() throws {
    let none = try pairs([])
    #expect(none.pairs.isEmpty && none.mentors == 0 && none.seekers == 0 && none.isProved)
    let mentors = try pairs([SampleMentoring.card(1, teaches: ["talk.ask"])])
    #expect(mentors.pairs.isEmpty && mentors.mentors == 1 && mentors.free.count == 1)
    let seekers = try pairs([SampleMentoring.card(1, seeks: ["talk.ask"])])
    #expect(seekers.unmatched.map(\.reason) == [.nobodyTeaches])
  }
}
