import WaymarkBasics

/// What the people of a cohort lack, and which workshops could close it for whom.
package struct WorkshopDemand: Sendable {
  /// The framework that was answered.
  package let framework: Framework
  /// What regions are told apart by; `nil` where all are in one place.
  package let grouping: Grouping?
  /// How many people were added from each group, the last of which gave no answer.
  package private(set) var people: [Int]

  /// The workshops with nobody who could come.
  private let offered: SeasonDemand
  private var members: [SeasonDemand.Person] = []
  private let importance: ImportanceMode
  private let targets: [[UInt8]]

  /// Begins with nobody.
  ///
  /// - Parameters:
  ///   - offers: the workshops that could be held; of two with an id the first counts.
  ///   - grouping: what tells regions apart; people go to sessions on site in their own.
  ///   - importance: how the campaign asked what is important.
  package init(
    framework: Framework, offers: [WorkshopOffer], grouping: Grouping?, importance: ImportanceMode
  ) {
    self.framework = framework
    self.grouping = grouping
    self.importance = importance
    let regions = grouping.map { $0.groups.count - 1 } ?? 1
    people = Array(repeating: 0, count: regions + 1)
    var ids: Set<ID<WorkshopOffer>> = []
    offered = SeasonDemand(
      offers.filter { ids.insert($0.id).inserted },
      positions: Dictionary(
        framework.competencies.enumerated().map { ($1.id, $0) },
        uniquingKeysWith: { first, _ in first }), regions: regions)
    targets = framework.roles.map { role in
      framework.competencies.map { UInt8($0.targets[role.id]?.rank ?? 0) }
    }
  }

  /// The workshops in the order in which they are held: what others build on comes first.
  package var offersInOrder: [WorkshopOffer] { offered.offers }

  /// Adds one person, who lacks what is below what is usual for the own role.
  ///
  /// A level counts 1; 2 where the person marked the statement as important, 3 among the top three, as
  /// in a learning path; where importance was rated, 2 for a 4 and 3 for a 5.
  package mutating func add(_ record: CodedResponse) {
    let none = Array(repeating: UInt8(0), count: framework.competencies.count)
    let region = grouping?.group(of: record) ?? 0
    people[region] += 1
    let levels = none.indices.map { place in
      record.sheet.indices.contains(place)
        ? UInt8(AnswerSheet.rank(of: record.sheet[place]) ?? 0) : 0
    }
    let weights = none.indices.map { place in
      record.importance.indices.contains(place) ? weight(record.importance[place]) : 1
    }
    let role = record.role.flatMap { targets.indices.contains($0) ? $0 : nil }
    members.append(
      SeasonDemand.Person(
        levels: levels, targets: role.map { targets[$0] } ?? none, weights: weights,
        region: region))
  }

  /// What all could gain.
  ///
  /// Laid out by what people hold and lack, not by when they arrived: a search that stops before it has
  /// tried everything must find the same in the same answers.
  /// - Complexity: O(*n* log *n*) in the number of people.
  var season: SeasonDemand {
    var season = offered
    let order = members.indices.sorted { (members[$0], $0) < (members[$1], $1) }
    for place in order { season.add(members[place], at: place) }
    return season
  }

  private func weight(_ code: UInt8) -> UInt8 {
    switch (importance, code) {
    case (.rated, UInt8(ascii: "5")): 3
    case (.rated, UInt8(ascii: "4")): 2
    case (.rated, _): 1
    case (_, UInt8(ascii: "+")): 2
    case (_, UInt8(ascii: "1")...UInt8(ascii: "3")): 3
    default: 1
    }
  }
}
