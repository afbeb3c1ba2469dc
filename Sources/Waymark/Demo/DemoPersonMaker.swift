import WaymarkBasics

/// Draws one made-up respondent after the other.
struct DemoPersonMaker {
  private let campaign: DemoCampaign
  private let chances: DemoChances
  private let positionRoles: PositionRoles
  /// How much harder than its target says each competency of each area is, in thousandths of a
  /// level.
  private let hardness: [[Int]]
  private var random: SplitMix64
  private var serviceRandom: SplitMix64
  private var count = 0

  init(_ campaign: DemoCampaign) {
    self.campaign = campaign
    chances = DemoChances(fields: campaign.background.workFields)
    random = SplitMix64(seed: campaign.seed)
    // One of its own: who is willing to serve changes nothing else about anybody.
    serviceRandom = SplitMix64(seed: ~campaign.seed)
    positionRoles = PositionRoles(campaign.background, framework: campaign.framework)
    // From the id and not from the seed: the same competencies are hard in every campaign.
    hardness = campaign.framework.areas.map { area in
      area.competencies.map { competency in
        var hash = FNV1a()
        hash.add(competency.id.description)
        var generator = SplitMix64(seed: hash.value)
        return generator.deviation(450)
      }
    }
  }

  mutating func next() -> Response {
    count += 1
    let truth = chances.draw(&random)
    let role = role(truth)
    let answers = answers(role: role, experience: experience(truth))
    let told = truth.map { random.happens(perThousand: 30) ? [] : $0 }
    return Response(
      id: "\(Response.madeUpPrefix)\(campaign.seed)-\(count)", revision: 1, link: nil, month: nil,
      role: role, answers: answers, importance: Assessment.Importance(),
      background: Dictionary(
        zip(campaign.background.workFields.map(\.id), told).filter { !$1.isEmpty } + service(),
        uniquingKeysWith: { first, _ in first }))
  }

  /// What the person is willing to do: one in five for each question.
  private mutating func service() -> [(
    ID<BackgroundQuestions.Field>, [ID<BackgroundQuestions.Option>]
  )] {
    campaign.background.fields.filter { $0.subject == .service }.compactMap { field in
      guard serviceRandom.happens(perThousand: 200), let yes = field.options.first else {
        return nil
      }
      return (field.id, [yes.id])
    }
  }

  private mutating func role(_ truth: [[ID<BackgroundQuestions.Option>]]) -> RoleID? {
    let roles = campaign.framework.roles
    guard !positionRoles.isEmpty else {
      return roles.isEmpty ? nil : roles[random.number(below: roles.count)].id
    }
    let answers = Dictionary(
      zip(campaign.background.workFields.map(\.id), truth), uniquingKeysWith: { first, _ in first })
    let sheet = BackgroundSheet(answers, questions: campaign.background)
    return positionRoles.role(of: sheet.codes).map { roles[$0].id }
  }

  /// What years at work add to a level, in thousandths: from -700 for the fewest to 500 for the
  /// most.
  private func experience(_ truth: [[ID<BackgroundQuestions.Option>]]) -> Int {
    for (field, options) in zip(campaign.background.workFields, truth)
    where field.id.description == "years" {
      guard let place = field.options.firstIndex(where: { options.contains($0.id) }) else { break }
      return place * 1200 / Swift.max(field.options.count - 1, 1) - 700
    }
    return 0
  }

  private mutating func answers(role: RoleID?, experience: Int) -> [CompetencyID: Answer] {
    let areas = campaign.framework.areas
    let tendency = random.deviation(450)
    // Some stop after an area, never before the first is done.
    let lastArea =
      areas.count > 1 && random.happens(perThousand: 60)
      ? random.number(below: areas.count - 1) : areas.count - 1
    var answers: [CompetencyID: Answer] = [:]
    answers.reserveCapacity(campaign.framework.competencies.count)
    for (place, area) in areas.enumerated() {
      guard place <= lastArea else {
        for competency in area.competencies { answers[competency.id] = .skipped }
        continue
      }
      let areaTendency = random.deviation(300)
      for (competency, hardness) in zip(area.competencies, hardness[place]) {
        let target = role.flatMap { competency.targets[$0]?.rank }
        let usual = target.map { $0 * 1000 + 150 } ?? 1900
        let level = usual + experience + tendency + areaTendency - hardness
        answers[competency.id] = answer(around: level, hasTarget: target != nil)
      }
    }
    return answers
  }

  /// One answer: a level around so many thousandths, or now and then none.
  private mutating func answer(around level: Int, hasTarget: Bool) -> Answer {
    let draw = random.number(below: 1000)
    let notMyWork = hasTarget ? 15 : 240
    switch draw {
    case ..<notMyWork: return .notPartOfMyWork
    case ..<(notMyWork + 25): return .cannotJudge
    case ..<(notMyWork + 35): return .skipped
    default:
      let steps = campaign.framework.scale.steps
      let rank = (level + random.deviation(650) + 500) / 1000
      return .level(steps[Swift.min(Swift.max(rank, 1), steps.count) - 1].level)
    }
  }
}
