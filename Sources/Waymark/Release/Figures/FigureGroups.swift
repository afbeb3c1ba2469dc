/// The groups that figures of a release are about, and who is in them.
///
/// Those whose number of people is published, and what a reader can put together from them: where
/// the parts of a published group are partly withheld, all withheld parts together are a group whose
/// figures follow by subtraction.
struct FigureGroups {
  /// One group.
  struct Group {
    /// The group as it is published; `nil` for the withheld parts of another one together.
    let key: GroupKey?
    let people: Int
    /// What they answered.
    let counts: LevelCounts
  }

  /// A published group and those that it is the sum of.
  struct Line {
    /// The place of the whole.
    let whole: Int
    /// The places of its parts whose number of people is published.
    let parts: [Int]
    /// How many people are in each of the other parts.
    let hidden: [Int]
  }

  let groups: [Group]
  let lines: [Line]
  /// The places of the published groups, everybody's among them.
  let places: [GroupKey: Int]
  private let groupings: [Grouping]
  private let index: GroupIndex
  /// For each group of withheld parts these, by the numbers that `index` gives.
  private let rests: [(place: Int, parts: Set<Int>)]

  /// - Parameters:
  ///   - groupings: the groupings of all tables.
  ///   - counts: the counts of each of their groups.
  ///   - releases: what is published about the same people.
  init(groupings: [Grouping], counts: CampaignCounts, releases: [Release]) {
    self.groupings = groupings
    var cells = [GroupKey([:]): counts.overall]
    for table in counts.tables {
      for (place, cell) in table.cells.enumerated() { cells[table.key(of: place)] = cell }
    }
    var groups: [Group] = []
    var places: [GroupKey: Int] = [:]
    var hidden: [(key: GroupKey, counts: LevelCounts)] = []
    var seen: Set<GroupKey> = []
    for group in releases.flatMap(\.groups) where seen.insert(group.key).inserted {
      guard let counts = cells[group.key], counts.respondents > 0 else { continue }
      if releases.contains(where: { $0.shows(group.key) }) {
        places[group.key] = groups.count
        groups.append(Group(key: group.key, people: counts.respondents, counts: counts))
      } else {
        hidden.append((group.key, counts))
      }
    }
    let dimensions = Dictionary(
      releases.flatMap(\.dimensions).map { ($0.id, $0) },
      uniquingKeysWith: { $0.coarsens == nil ? $1 : $0 })
    var wholes: [Whole: (parts: [Int], hidden: [Int])] = [:]
    for (key, place) in places {
      for whole in Whole.all(of: key, dimensions) {
        wholes[whole, default: ([], [])].parts.append(place)
      }
    }
    for (number, part) in hidden.enumerated() {
      for whole in Whole.all(of: part.key, dimensions) {
        wholes[whole, default: ([], [])].hidden.append(number)
      }
    }
    var lines: [Line] = []
    var rests: [(place: Int, parts: Set<Int>)] = []
    for (whole, line) in wholes.sorted(by: { $0.key.order < $1.key.order }) {
      guard let place = places[whole.key] else { continue }
      lines.append(
        Line(
          whole: place, parts: line.parts.sorted(),
          hidden: line.hidden.map { hidden[$0].counts.respondents }))
      guard let first = line.hidden.first else { continue }
      var sum = hidden[first].counts
      for part in line.hidden.dropFirst() { sum += hidden[part].counts }
      rests.append((groups.count, Set(line.hidden.map { ~$0 })))
      groups.append(Group(key: nil, people: sum.respondents, counts: sum))
    }
    self.groups = groups
    self.places = places
    self.lines = lines
    self.rests = rests
    // Withheld groups are counted down from -1.
    let numbered =
      places.map { ($0.value, $0.key) } + hidden.enumerated().map { (~$0.offset, $0.element.key) }
    index = GroupIndex(
      groups: numbered.sorted { $0.0 < $1.0 }.map { number, key in
        (
          number,
          groupings.map { grouping in
            key.categories[grouping.id].flatMap { category in
              grouping.groups.firstIndex { $0.id == category }
            }
          }
        )
      })
  }

  /// The places of the groups that somebody is in, in order.
  func groups(of record: CodedResponse) -> [Int] {
    let found = index.groups(
      containing: Dictionary(
        uniqueKeysWithValues: groupings.enumerated().map { ($0, $1.group(of: record)) }))
    return found.filter { $0 >= 0 }.sorted()
      + rests.filter { !$0.parts.isDisjoint(with: found) }.map(\.place)
  }

  /// A group and the dimension by which others are its parts.
  private struct Whole: Hashable {
    let key: GroupKey
    let dimension: String

    var order: String { "\(key.name)\n\(dimension)" }

    /// The groups that one is a part of: without one of its categories, or with a coarser one.
    static func all(of key: GroupKey, _ dimensions: [String: ReleaseDimension]) -> [Whole] {
      var wholes: [Whole] = []
      for (id, category) in key.categories {
        var rest = key.categories
        rest[id] = nil
        wholes.append(Whole(key: GroupKey(rest), dimension: id))
        for (coarser, dimension) in dimensions {
          guard let coarsens = dimension.coarsens, coarsens.finer == id, rest[coarser] == nil,
            let place = dimensions[id]?.categories.firstIndex(of: category),
            coarsens.places.indices.contains(place)
          else { continue }
          var coarse = rest
          coarse[coarser] = dimension.categories[coarsens.places[place]]
          wholes.append(Whole(key: GroupKey(coarse), dimension: id))
        }
      }
      return wholes
    }
  }
}
