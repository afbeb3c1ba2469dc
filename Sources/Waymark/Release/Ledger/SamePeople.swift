package import WaymarkBasics

/// Which people of two campaigns are the same, by their ids and by equal answers.
///
/// Somebody is the same who has the same id and nine of ten answers alike, or whose answers to all
/// statements that both campaigns asked are equal and who is in the same groups. Equal answers tell
/// nothing where most people answer like somebody else of their own campaign, as with very few
/// statements: there ids alone do. Who answers again after a year, under the same id or link, answers
/// otherwise, and is somebody else here; so ids tell nothing where most people who share one answer
/// otherwise.
struct SamePeople {
  /// For each person of the first campaign the same one of the second; `nil` where there is none.
  private(set) var partners: [Int?]

  private let first: Respondents
  private let second: Respondents

  /// Finds the same people.
  ///
  /// - Complexity: O(*n* log *n*) in the number of people.
  init(_ first: Respondents, _ second: Respondents) {
    self.first = first
    self.second = second
    partners = Array(repeating: nil, count: first.people)
    let asked = (first: first.positionsAsked(), second: second.positionsAsked())
    let positions = second.framework.competencies.enumerated().compactMap { place, competency in
      first.framework.competencies.firstIndex { $0.id == competency.id }.map { ($0, place) }
    }.filter { asked.first.contains($0.0) && asked.second.contains($0.1) }
    guard !positions.isEmpty else { return }
    var isTaken = Array(repeating: false, count: second.people)
    matchIDs(positions, &isTaken)
    matchAnswers(positions, &isTaken)
    // One full sheet among those of the core form makes all statements asked of somebody.
    let most = (
      first: first.positionsAsked(ofMost: true), second: second.positionsAsked(ofMost: true)
    )
    let common = positions.filter { most.first.contains($0.0) && most.second.contains($0.1) }
    if common.count < positions.count, !common.isEmpty { matchAnswers(common, &isTaken) }
  }

  /// How many people are the same.
  var count: Int { partners.count { $0 != nil } }

  /// Whether both campaigns are about the same people and no others.
  var isEverybody: Bool { first.people == second.people && count == first.people && count > 0 }

  /// Whether half of the people of the smaller campaign, or more, are in the other one.
  var isLarge: Bool { count > 0 && 2 * count >= min(first.people, second.people) }

  /// How many people each two groups of the campaigns have in common.
  func common() -> [Pair: Int] {
    var cells: [Cells: Int] = [:]
    for (person, partner) in partners.enumerated() {
      guard let partner else { continue }
      let cell = Cells(
        first: Array(first.places(of: person)), second: Array(second.places(of: partner)))
      cells[cell, default: 0] += 1
    }
    var common: [Pair: Int] = [:]
    for (cell, people) in cells {
      let others = second.groups(at: cell.second[...])
      for group in first.groups(at: cell.first[...]) {
        for other in others { common[Pair(first: group, second: other), default: 0] += people }
      }
    }
    return common
  }

  /// Two groups, one of each campaign.
  struct Pair: Hashable {
    let first: GroupKey
    let second: GroupKey
  }

  private struct Cells: Hashable {
    let first: [UInt8]
    let second: [UInt8]
  }

  private mutating func matchIDs(_ positions: [(Int, Int)], _ isTaken: inout [Bool]) {
    let known = Dictionary(zip(first.ids, first.ids.indices), uniquingKeysWith: { one, _ in one })
    var found: [(earlier: Int, person: Int)] = []
    var shared = 0
    for (person, id) in second.ids.enumerated() {
      guard let earlier = known[id] else { continue }
      shared += 1
      var asked = 0
      var alike = 0
      for (place, other) in positions {
        let codes = (first.code(earlier, at: place), second.code(person, at: other))
        guard codes.0 != AnswerSheet.notAsked, codes.1 != AnswerSheet.notAsked else { continue }
        asked += 1
        alike += codes.0 == codes.1 ? 1 : 0
      }
      if asked > 0, 10 * alike >= 9 * asked { found.append((earlier, person)) }
    }
    guard 2 * found.count >= shared else { return }
    for (earlier, person) in found where partners[earlier] == nil {
      partners[earlier] = person
      isTaken[person] = true
    }
  }

  private mutating func matchAnswers(_ positions: [(Int, Int)], _ isTaken: inout [Bool]) {
    let shared = first.groupings.enumerated().compactMap { place, grouping in
      second.groupings.firstIndex { $0.id == grouping.id && $0.groups == grouping.groups }
        .map { (place, $0) }
    }
    let marks = Self.marks(first, at: positions.map(\.0), shared.map(\.0))
    let others = Self.marks(second, at: positions.map(\.1), shared.map(\.1))
    guard Self.areDistinct(marks), Self.areDistinct(others) else { return }
    var free: [UInt64: [Int]] = [:]
    for (person, mark) in marks.enumerated() where partners[person] == nil {
      free[mark, default: []].append(person)
    }
    for (person, mark) in others.enumerated() where !isTaken[person] {
      guard let earlier = free[mark]?.popLast() else { continue }
      partners[earlier] = person
      isTaken[person] = true
    }
  }

  /// For each person a number that is equal for equal answers and groups.
  private static func marks(
    _ people: Respondents, at positions: [Int], _ groupings: [Int]
  ) -> [UInt64] {
    (0..<people.people).map { person in
      let own = people.places(of: person)
      var hash = FNV1a()
      hash.add(positions.map { people.code(person, at: $0) })
      hash.add(groupings.map { own[own.startIndex + $0] })
      return hash.value
    }
  }

  /// Whether at least half of the people answer as nobody else does.
  private static func areDistinct(_ marks: [UInt64]) -> Bool {
    var counts: [UInt64: Int] = [:]
    for mark in marks { counts[mark, default: 0] += 1 }
    return 2 * counts.values.count { $0 == 1 } >= marks.count
  }
}

/// Looks whether campaigns of nearly the same people would expose those who are in one of them alone.
///
/// What is published of a group less what is published of another one is what is left of the two. So
/// where two published groups of different campaigns have half of the larger one or more in
/// common, those who are in one of them alone must be nobody or as many as the smallest group, on
/// either side; and where one of the two is withheld, as many on one side, or its number would follow.
package struct NearlySamePeople {
  /// A campaign with all that was published of it.
  package struct Published: Sendable {
    /// Its name.
    package let campaign: ID<Campaign>
    package let people: Respondents
    /// What was published of them, in any order.
    package let releases: [Release]

    package init(campaign: ID<Campaign>, people: Respondents, releases: [Release]) {
      self.campaign = campaign
      self.people = people
      self.releases = releases
    }

    fileprivate func shows(_ group: GroupKey) -> Bool { releases.contains { $0.shows(group) } }

    fileprivate func speaks(of group: GroupKey) -> Bool {
      releases.contains { $0.speaks(of: group) }
    }

    fileprivate var minimum: Int { releases.map(\.minimum).reduce(0, max) }
  }

  /// Whether two campaigns are of the very same people and no others, so that both are proved as one.
  ///
  /// - Parameter isExported: whether responses of one of them were or are to be given out one by one.
  /// - Throws: `LedgerProblem` where they are, but asked otherwise, so that they cannot be proved as one;
  ///   and where half of the smaller campaign or more is in the other one and one of them is exported: with
  ///   rows, whoever is in one alone stands out.
  package static func areEverybody(
    _ first: Respondents, of campaign: Campaign, _ second: Respondents, of other: Campaign,
    isExported: Bool
  ) throws(LedgerProblem) -> Bool {
    let same = SamePeople(first, second)
    guard same.isEverybody else {
      guard !isExported || !same.isLarge else { throw .nearlySamePeople(as: other.id) }
      return false
    }
    guard
      other.framework == campaign.framework
        && other.backgroundDocument == campaign.backgroundDocument
    else { throw .nearlySamePeople(as: other.id) }
    return true
  }

  /// Looks at a campaign that is to be published, beside others that were.
  ///
  /// - Parameters:
  ///   - new: the campaign with what is to be published of it.
  ///   - others: campaigns that were published, those of the very same people left out.
  /// - Throws: `LedgerProblem` when a few people would be known by themselves.
  package static func check(
    _ new: Published, beside others: [Published]
  ) throws(LedgerProblem) {
    let sizes = new.people.sizes()
    for other in others {
      let same = SamePeople(new.people, other.people)
      guard same.count > 0 else { continue }
      let minimum = max(new.minimum, other.minimum)
      let otherSizes = other.people.sizes()
      for (pair, common) in same.common() {
        // What was published of those who have left since counts as well.
        let published = other.releases.compactMap { $0.people(pair.second) }.max() ?? 0
        let own = sizes[pair.first] ?? 0
        let theirs = max(otherSizes[pair.second] ?? 0, published)
        guard 2 * common >= max(own, theirs), new.speaks(of: pair.first),
          other.speaks(of: pair.second)
        else { continue }
        let left = [own - common, theirs - common]
        let isExposed =
          switch (new.shows(pair.first), other.shows(pair.second)) {
          case (true, true): left.contains { MinimumGroup.withholds($0, fewest: minimum) }
          case (false, false): false
          default: left.allSatisfy { $0 < minimum }
          }
        if isExposed { throw .nearlySamePeople(as: other.campaign) }
      }
    }
    let all = [new] + others
    for (place, whole) in all.enumerated() {
      var parts = all
      parts.remove(at: place)
      try checkLeft(of: whole, by: parts)
    }
  }

  /// Refuses a campaign of which others, mostly within it, leave a few people together.
  private static func checkLeft(
    of whole: Published, by others: [Published]
  ) throws(LedgerProblem) {
    var isCovered = Array(repeating: false, count: whole.people.people)
    var parts: [ID<Campaign>] = []
    var minimum = whole.minimum
    for other in others where other.people.people < whole.people.people {
      let same = SamePeople(whole.people, other.people)
      guard same.count > 0, 2 * same.count >= other.people.people else { continue }
      parts.append(other.campaign)
      minimum = max(minimum, other.minimum)
      for (person, partner) in same.partners.enumerated() where partner != nil {
        isCovered[person] = true
      }
    }
    guard parts.count > 1 else { return }
    let sizes = whole.people.sizes()
    for (group, left) in whole.people.sizes(where: { !isCovered[$0] })
    where whole.shows(group) && left < minimum && 2 * left <= sizes[group] ?? 0 {
      throw .leftByOthers(parts)
    }
  }
}

/// The people of a campaign, by what tells whether they are those of another one.
package struct Respondents: Sendable {
  /// The framework that they answered.
  let framework: Framework
  /// What the tables sort them by, none twice.
  let groupings: [Grouping]
  /// The tables, each by the places of one or two groupings.
  let tables: [[Int]]
  /// A number for the id of each person.
  private(set) var ids: [UInt64] = []
  /// The answer sheets one after another.
  private(set) var sheets: [UInt8] = []
  /// The places of each person's groups, one for each grouping, one person after another.
  private(set) var places: [UInt8] = []

  /// Begins without people.
  ///
  /// - Parameter tables: the tables that are published about them.
  package init(framework: Framework, tables: [[Grouping]]) {
    self.framework = framework
    var groupings: [Grouping] = []
    for grouping in tables.joined() where !groupings.contains(where: { $0.id == grouping.id }) {
      groupings.append(grouping)
    }
    self.groupings = groupings
    self.tables = tables.map { table in
      table.compactMap { grouping in groupings.firstIndex { $0.id == grouping.id } }
    }
  }

  /// How many people there are.
  package var people: Int { ids.count }

  /// Takes in one person; a record of another framework is left out.
  package mutating func add(_ record: CodedResponse) {
    guard record.sheet.count == framework.competencies.count else { return }
    var hash = FNV1a()
    hash.add(record.respondent)
    ids.append(hash.value)
    sheets += record.sheet
    places += groupings.map { UInt8(truncatingIfNeeded: $0.group(of: record)) }
  }

  func places(of person: Int) -> ArraySlice<UInt8> {
    places[person * groupings.count..<(person + 1) * groupings.count]
  }

  /// The positions of the statements that anybody was asked, or more than half of all people.
  fileprivate func positionsAsked(ofMost: Bool = false) -> Set<Int> {
    let count = framework.competencies.count
    var people = Array(repeating: 0, count: count)
    for (place, code) in sheets.enumerated() where code != AnswerSheet.notAsked {
      people[place % count] += 1
    }
    return Set(people.indices.filter { 2 * people[$0] > (ofMost ? self.people : 0) })
  }

  func code(_ person: Int, at position: Int) -> UInt8 {
    sheets[person * framework.competencies.count + position]
  }

  /// The group that people are in, for each table and each category, and for everybody.
  func groups(at places: ArraySlice<UInt8>) -> [GroupKey] {
    let names = zip(groupings, places).map { ($0.id, $0.groups[Int($1)].id) }
    var groups = [GroupKey([:])] + names.map { GroupKey([$0: $1]) }
    for table in tables where table.count == 2 {
      groups.append(
        GroupKey(Dictionary(table.map { names[$0] }, uniquingKeysWith: { first, _ in first })))
    }
    return groups
  }

  /// How many people of some kind are in each group that has any.
  func sizes(where isMeant: (Int) -> Bool = { _ in true }) -> [GroupKey: Int] {
    var cells: [ArraySlice<UInt8>: Int] = [:]
    for person in 0..<people where isMeant(person) { cells[places(of: person), default: 0] += 1 }
    var sizes: [GroupKey: Int] = [:]
    for (cell, count) in cells {
      for group in groups(at: cell) { sizes[group, default: 0] += count }
    }
    return sizes
  }

  /// The people of each cell of each table, as a release counts them.
  var allTables: [GroupTable] {
    tables.map { sides in
      var counts = Array(
        repeating: 0, count: sides.reduce(1) { $0 * groupings[$1].groups.count })
      for person in 0..<people {
        let own = places(of: person)
        let cell = sides.reduce(0) {
          $0 * groupings[$1].groups.count + Int(own[own.startIndex + $1])
        }
        counts[cell] += 1
      }
      return GroupTable(dimensions: sides.map { groupings[$0].id }, counts: counts)
    }
  }
}
