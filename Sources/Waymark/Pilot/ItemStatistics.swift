package import WaymarkBasics

/// What the answers of one table say of a statement.
package struct ItemStatistics: Hashable, Sendable {
  /// How many people are on each level, lowest first.
  package let levels: [Int]
  /// The correlation with the sum of the other statements of its area that were asked, over those who
  /// gave a level to all of them.
  package let itemRest: Figure<Double>

  /// How many people gave a level, at least one.
  package var people: Int { levels.reduce(0, +) }
  /// The mean level.
  package var mean: Figure<Double> {
    Figure(Statistics.mean(countsByLevel: levels), orNone: .noAnswers)
  }
  /// The standard deviation of the levels, divided by n - 1.
  package var standardDeviation: Figure<Double> {
    Figure(Statistics.standardDeviation(countsByLevel: levels), orNone: .oneAnswer)
  }
  /// How many are on the lowest level: the floor.
  package var lowest: Int { levels.first ?? 0 }
  /// How many are on the highest level: the ceiling.
  package var highest: Int { levels.last ?? 0 }

  /// The share of some of the people, 0 to 1.
  package func share(of count: Int) -> Double { Double(count) / Double(people) }
}

/// What the answers of one table say of its statements, whoever is in the other one.
struct ItemAnalysis {
  private let asked: Framework
  private let details: SheetDetails
  private let levels: [[Int]]
  private let areas: [AreaID: AreaSums]
  private let minimumGroup: MinimumGroup

  init(_ file: RatedFile, framework: Framework, minimumGroup: MinimumGroup) {
    let asked = framework.asking(only: file.asked(of: framework))
    let scale = framework.scale.steps.count
    var details = SheetDetails(framework: asked, importance: .none)
    var levels = asked.competencies.map { _ in Array(repeating: 0, count: scale) }
    var areas = asked.areas.map { AreaSums(competencies: $0.competencies.count) }
    for sheet in file.sheets(of: framework, asking: asked) {
      sheet.withUnsafeBytes { details.add(sheet: $0, importance: nil) }
      let ranks = sheet.map(AnswerSheet.rank)
      for (place, rank) in ranks.enumerated() { if let rank { levels[place][rank - 1] += 1 } }
      for (area, positions) in asked.positionsByArea.enumerated() {
        let given = ranks[positions].compactMap(\.self)
        guard given.count == positions.count else { continue }
        areas[area].people += 1
        let total = given.reduce(0, +)
        areas[area].squaredTotals += total * total
        for (place, rank) in given.enumerated() {
          areas[area].add(1, level: rank, competency: place)
        }
      }
    }
    self.asked = asked
    self.details = details
    self.levels = levels
    self.areas = Dictionary(
      zip(asked.areas.map(\.id), areas), uniquingKeysWith: { first, _ in first })
    self.minimumGroup = minimumGroup
  }

  /// What is known of a statement; `nil` where nobody was asked.
  func item(_ id: CompetencyID) -> Figure<ItemStatistics>? {
    guard let position = asked.position(of: id) else { return nil }
    let people = levels[position].reduce(0, +)
    guard people > 0 else { return .none(.noAnswers) }
    guard !minimumGroup.withholds(people) else { return .none(.withheld) }
    let (correlation, complete) = details.itemRest(position)
    return .value(
      ItemStatistics(
        levels: levels[position],
        itemRest: minimumGroup.withholds(complete) ? .none(.withheld) : correlation))
  }

  /// How the statements of an area hold together.
  func reliability(_ area: AreaID) -> Figure<Reliability> {
    guard let sums = areas[area] else { return .none(.noAnswers) }
    return minimumGroup.withholds(sums.people) ? .none(.withheld) : Reliability.of(sums)
  }
}
