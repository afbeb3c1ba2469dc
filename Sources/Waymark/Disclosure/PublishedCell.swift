/// What may be said of the answers of one published group.
struct PublishedCell {
  private let cells: [FigureCell]
  private let people: Int?
  private let framework: Framework
  private let policy: FigurePolicy
  private let withheld: Set<Int>

  /// - Parameter withheld: the positions of the competencies whose figures would give away others.
  init(
    _ counts: LevelCounts, people: Int?, framework: Framework, tally: TargetTally,
    policy: FigurePolicy, withheld: Set<Int>
  ) {
    cells = framework.competencies.indices.map {
      FigureCell(counts, competency: $0, people: people, tally: tally, policy: policy)
    }
    self.people = people
    self.framework = framework
    self.policy = policy
    self.withheld = withheld
  }

  /// Each competency, by the framework's areas.
  var figures: [PublishedReport.Figures] { positions.map(figures(of:)) }

  /// Each competency with what may be said of the whole campaign alone.
  var overall: [PublishedReport.Overall] {
    positions.map { position in
      let cell = cells[position]
      let details = withheld.contains(position) ? (interval: nil, levels: nil) : cell.details
      return PublishedReport.Overall(
        answered: policy.answered(cell.answered, of: people),
        figures: figures(of: position), interval: details.interval, levels: details.levels)
    }
  }

  /// For each area the mean of its published shares.
  var areaShares: [PublishedFigure] {
    framework.positionsByArea.map { positions in
      FigurePolicy.mean(of: positions.map { figures(of: $0).below })
    }
  }

  private var positions: [Int] { framework.positionsByArea.flatMap { $0 } }

  private func figures(of position: Int) -> PublishedReport.Figures {
    withheld.contains(position) ? .withheld : cells[position].figures
  }
}
