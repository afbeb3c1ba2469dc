import WaymarkBasics

/// Made-up people who answer a campaign, with a structure that real ones could have.
///
/// Positions, degrees, places and sizes of libraries hang together, states come in proportion to
/// their population, and levels depend on role, experience, competency and person. The people come
/// one at a time, so that a million need no more memory than one. The same arguments give the same
/// people on every machine, and a larger campaign begins with the people of a smaller one. Their ids
/// begin with `Response.madeUpPrefix`; `WideTableText` writes them.
package struct DemoCampaign: Sequence, Sendable {
  let framework: Framework
  let background: BackgroundQuestions
  let people: Int
  let seed: UInt64
  let isAgain: Bool

  /// Describes a campaign of so many people, at least 0.
  ///
  /// Fields and options that are not those of the background questions shipped with Waymark are
  /// chosen with equal chances. Where no position is mapped onto a role of the framework, roles are.
  /// - Parameter isAgain: whether the same people answer on a later day, without those who do not come
  ///   back.
  package init(
    framework: Framework, background: BackgroundQuestions, people: Int, seed: UInt64,
    isAgain: Bool = false
  ) {
    precondition(people >= 0)
    self.isAgain = isAgain
    self.framework = framework
    self.background = background
    self.people = people
    self.seed = seed
  }

  /// Makes up the people one after the other.
  package struct Iterator: IteratorProtocol {
    private var maker: DemoPersonMaker
    private var later: DemoLaterRound?
    private var remaining: Int

    init(_ campaign: DemoCampaign) {
      maker = DemoPersonMaker(campaign)
      later = campaign.isAgain ? DemoLaterRound(campaign) : nil
      remaining = campaign.people
    }

    /// The next person, `nil` after the last.
    package mutating func next() -> Response? {
      while remaining > 0 {
        remaining -= 1
        let person = maker.next()
        guard later != nil else { return person }
        if let again = later?.again(person) { return again }
      }
      return nil
    }
  }

  /// Starts again with the first person.
  package func makeIterator() -> Iterator { Iterator(self) }
}

/// How likely each option of the background questions is for a made-up person.
struct DemoChances {
  /// One field: its options' weights, for each option of the field it depends on.
  private struct Draw {
    let field: Int
    let choice: BackgroundQuestions.Choice
    let given: Int?
    let options: [ID<BackgroundQuestions.Option>]
    let weights: [String: [Int]]
    let otherwise: [Int]
  }

  private let draws: [Draw]

  /// Lays the tables of `DemoTables` over the fields; a field without a table, or none of whose
  /// options stands in its table, gets even ones.
  init(fields: [BackgroundQuestions.Field]) {
    let places = Dictionary(
      fields.enumerated().map { ($1.id.description, $0) }, uniquingKeysWith: { first, _ in first })
    let tabled = DemoTables.all.compactMap { table in
      places[table.field].map { place in
        let field = fields[place]
        func weights(_ table: [String: Int]) -> [Int] {
          let known = field.options.map { table[$0.id.description] ?? 0 }
          return known.contains { $0 > 0 } ? known : Self.evenWeights(field)
        }
        return Draw(
          field: place, choice: field.choice, given: table.given.flatMap { places[$0] },
          options: field.options.map(\.id), weights: table.weights.mapValues(weights),
          otherwise: weights(table.otherwise))
      }
    }
    let known = Set(tabled.map(\.field))
    draws =
      tabled
      + fields.enumerated().filter { !known.contains($0.offset) }.map { place, field in
        Draw(
          field: place, choice: field.choice, given: nil, options: field.options.map(\.id),
          weights: [:], otherwise: Self.evenWeights(field))
      }
  }

  private static func evenWeights(_ field: BackgroundQuestions.Field) -> [Int] {
    field.options.map { _ in field.choice == .one ? 1 : 500 }
  }

  /// The true options of one person, in the order of the fields.
  ///
  /// Of a field with several answers, each option is chosen with its weight in a thousand.
  func draw(_ random: inout SplitMix64) -> [[ID<BackgroundQuestions.Option>]] {
    var chosen: [[ID<BackgroundQuestions.Option>]] = Array(repeating: [], count: draws.count)
    for draw in draws {
      let condition = draw.given.flatMap { chosen[$0].first?.description }
      let weights = condition.flatMap { draw.weights[$0] } ?? draw.otherwise
      switch draw.choice {
      case .one:
        chosen[draw.field] = random.place(weights: weights).map { [draw.options[$0]] } ?? []
      case .many:
        chosen[draw.field] = zip(draw.options, weights).filter { _, weight in
          random.happens(perThousand: weight)
        }.map(\.0)
      }
    }
    return chosen
  }
}

/// What made-up people answer on a later day: mostly what they answered before.
///
/// Two levels in three stay, the others move by one or two steps, a little more often up. About one
/// statement in nine is read anew each time, whoever reads it, so that there is something to find. One
/// person in twenty does not come back.
struct DemoLaterRound {
  private let scale: Scale
  private let readAnew: Set<CompetencyID>
  private let order: [CompetencyID]
  private var random: SplitMix64

  init(_ campaign: DemoCampaign) {
    scale = campaign.framework.scale
    order = campaign.framework.competencies.map(\.id)
    // From the id and not from the seed: the same statements are unclear in every campaign.
    readAnew = Set(
      order.filter { id in
        var hash = FNV1a()
        hash.add(id.description)
        return SplitMix64.mixed(hash.value) % 9 == 0
      })
    random = SplitMix64(seed: SplitMix64.mixed(~campaign.seed))
  }

  /// The answers of the later day; `nil` for a person who does not come back.
  mutating func again(_ person: Response) -> Response? {
    guard !random.happens(perThousand: 50) else { return nil }
    var answers = person.answers
    for id in order {
      guard let level = answers[id]?.level else { continue }
      answers[id] = .level(readAnew.contains(id) ? anyLevel() : moved(level))
    }
    return Response(
      id: person.id, revision: person.revision, link: person.link, month: person.month,
      role: person.role, answers: answers, importance: person.importance,
      background: person.background)
  }

  private mutating func anyLevel() -> Level {
    scale.steps[random.number(below: scale.steps.count)].level
  }

  private mutating func moved(_ level: Level) -> Level {
    let draw = random.number(below: 1000)
    let steps =
      switch draw {
      case ..<660: 0
      case ..<840: 1
      case ..<960: -1
      case ..<985: 2
      default: -2
      }
    let rank = Swift.min(Swift.max(level.rank + steps, 1), scale.steps.count)
    return scale.level(rank: rank) ?? level
  }
}
