import WaymarkBasics

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
