package import WaymarkBasics

/// What a report advises to do first.
extension GapReport {
  /// What the catalogue offers to those who are below usual in a statement.
  package enum Offer: Hashable, Sendable {
    /// No workshop serves it.
    case noWorkshop
    /// No workshop takes at least half of them further from the level that they hold.
    case startsElsewhere
    /// The workshop that takes the most of them further, ties in the catalogue's order.
    ///
    /// How many these are is withheld where they are fewer than the smallest group.
    case workshop(WorkshopOffer, takes: Figure<Int>)

    /// The offers for all statements in which people were compared.
    ///
    /// - Complexity: O(workshops times statements).
    static func all(
      _ workshops: [WorkshopOffer], for rows: [CompetencyRow], framework: Framework,
      counts: LevelCounts, minimumGroup: MinimumGroup
    ) -> [CompetencyID: Offer] {
      let tally = TargetTally(framework: framework)
      let compared = Set(rows.filter { $0.below.value != nil }.map(\.id))
      var offers: [CompetencyID: Offer] = [:]
      for (position, competency) in framework.competencies.enumerated()
      where compared.contains(competency.id) {
        let people = tally.levelsBelow(ofCompetency: position, in: counts)
        offers[competency.id] = Offer(
          workshops, for: competency.id,
          levels: zip(tally.levels, people).map { (level: $0, people: $1) },
          minimumGroup: minimumGroup)
      }
      return offers
    }

    /// - Parameter levels: how many of those who are below hold each level.
    private init(
      _ workshops: [WorkshopOffer], for competency: CompetencyID,
      levels: [(level: Level, people: Int)], minimumGroup: MinimumGroup
    ) {
      let serving = workshops.compactMap { workshop -> (workshop: WorkshopOffer, people: Int)? in
        let services = workshop.serves.filter { $0.competency == competency }
        guard !services.isEmpty else { return nil }
        let taken = levels.filter { entry in
          services.contains { $0.from <= entry.level && entry.level < $0.to }
        }
        return (workshop: workshop, people: taken.reduce(0) { $0 + $1.people })
      }
      let most = serving.map(\.people).max()
      guard let best = serving.first(where: { $0.people == most }) else {
        self = .noWorkshop
        return
      }
      let all = levels.reduce(0) { $0 + $1.people }
      guard best.people > 0, best.people * 2 >= all else {
        self = .startsElsewhere
        return
      }
      self = .workshop(
        best.workshop,
        takes: minimumGroup.withheld(of: [best.people, all - best.people]).contains(true)
          ? .none(.withheld) : .value(best.people))
    }
  }

  /// A statement to offer learning on.
  package struct Priority: Hashable, Sendable {
    /// The statement.
    package let row: CompetencyRow
    /// The ratings below usual.
    package let below: Below
    /// The objectives of the strategic plan that it speaks to and that self-ratings reach, in the
    /// plan's order.
    package let objectives: [StrategicPlanReport.Part]
    /// What the catalogue offers for it; `nil` where that is not known.
    package let offer: Offer?
  }

  /// What to do first.
  package enum Advice: Hashable, Sendable {
    /// Nobody is spoken of, or nobody is below usual.
    case nothing
    /// No statement stands out from the others.
    case nothingStandsOut
    /// Statements stand out, and fewer people were compared in them than a share is written of in
    /// per cent.
    case fewCompared
    /// Learning to offer, the largest gap first; whether there is a plan and none of it speaks to
    /// an objective.
    case learn([Priority], missesPlan: Bool)
  }

  /// What to do first, at most so much: learning on the statements that stand out, in the order in
  /// which the report names them.
  package func advice(_ limit: Int) -> Advice {
    switch finding {
    case .tooFewAnswered, .nobodyAnswered, .nothingBelow, .nothingCompared: return .nothing
    case .nothingStandsOut: return .nothingStandsOut
    case .furthest: break
    }
    let parts = planReport?.parts.filter { $0.kind == .objective && $0.reachesRatings }
    let priorities = standingOut.prefix(limit).filter { !$0.below.isOfFew }.map { gap in
      Priority(
        row: gap.row, below: gap.below,
        objectives: parts?.filter { part in
          part.statements.contains { $0.row.id == gap.row.id }
        } ?? [], offer: offers?[gap.row.id])
    }
    guard !priorities.isEmpty else { return .fewCompared }
    return .learn(
      priorities, missesPlan: parts != nil && priorities.allSatisfy { $0.objectives.isEmpty })
  }
}

extension StrategicPlanReport.Part {
  /// Whether self-ratings say anything of it.
  fileprivate var reachesRatings: Bool {
    switch measure {
    case .weak, .partly, .direct: true
    case .no, .use, nil: false
    }
  }
}
