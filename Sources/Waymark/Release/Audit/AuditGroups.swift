/// Every group that a set of linked tables speaks of, with the true numbers of people.
///
/// Everybody, the categories of each dimension, and the cells of the two-way tables. Private to the
/// audit: a `Release` is what leaves it.
package struct AuditGroups: Hashable, Sendable {
  /// One group.
  struct Group: Hashable, Sendable {
    /// The category in each dimension that it is narrowed by, by the place in `present`.
    let categories: [Int: Int]
    /// The category in each dimension, `nil` for all; with those that follow from others.
    let places: [Int?]
    /// The true number of people.
    let people: Int

    /// Whether it is a cell of a two-way table.
    var isCell: Bool { categories.count == 2 }
  }

  /// Groups that add up to another one.
  struct Line: Hashable, Sendable {
    let whole: Int
    let parts: [Int]
  }

  /// The dimensions that any table sorts by, in the order given.
  package let dimensions: [ReleaseDimension]
  /// The categories with anybody in them, by their places, dimension by dimension.
  ///
  /// A category with nobody has no cells: its own 0 says all there is to say, and a withheld cell
  /// in it would be known to be 0.
  let present: [[Int]]
  /// The dimensions of each table, in the order given.
  package let tables: [[String]]
  /// Everybody first, then the categories, then the cells, table by table.
  let groups: [Group]
  let lines: [Line]
  /// The places in `dimensions` of each two-way table.
  let pairs: [[Int]]
  /// The dimensions that follow from others.
  let coarsenings: [Coarsening]

  /// Puts tables together; the categories of the dimensions are counted from them.
  ///
  /// - Parameter everybody: how many people there are in all, where no table tells it.
  /// - Throws: `DisclosureProblem` when a table does not fit its dimensions, or two tables
  ///   disagree on a number of people that both speak of.
  package init(
    dimensions: [ReleaseDimension], tables: [GroupTable], everybody: Int = 0
  ) throws(DisclosureProblem) {
    let used = dimensions.filter { dimension in
      tables.contains { $0.dimensions.contains(dimension.id) }
    }
    var margins = [[Int]?](repeating: nil, count: used.count)
    var total: Int?
    var pairs: [[Int]] = []
    var counts: [[Int]] = []
    for (place, table) in tables.enumerated() {
      let places = table.dimensions.compactMap { id in used.firstIndex { $0.id == id } }
      let sizes = places.map { used[$0].categories.count }
      guard (1...2).contains(table.dimensions.count), places.count == table.dimensions.count,
        Set(places).count == places.count, table.counts.count == sizes.reduce(1, *),
        table.counts.allSatisfy({ (0...1_000_000_000).contains($0) })
      else { throw .malformedTable(table.name) }
      if tables[..<place].contains(where: { Set($0.dimensions) == Set(table.dimensions) }) {
        throw .repeatedName(table.name)
      }
      let sum = table.counts.reduce(0, +)
      guard total == nil || total == sum else { throw .unequalTables(table.name) }
      total = sum
      for (side, dimension) in places.enumerated() {
        var margin = [Int](repeating: 0, count: sizes[side])
        let inner = side == 0 && places.count == 2 ? sizes[1] : 1
        for (cell, people) in table.counts.enumerated() {
          margin[cell / inner % sizes[side]] += people
        }
        guard margins[dimension] == nil || margins[dimension] == margin
        else { throw .unequalTables(table.name) }
        margins[dimension] = margin
      }
      if places.count == 2 {
        pairs.append(places)
        counts.append(table.counts)
      }
    }
    self.dimensions = used
    self.tables = tables.map(\.dimensions)
    self.pairs = pairs
    let whole = margins.map { $0 ?? [] }
    let present = whole.map { margin in margin.indices.filter { margin[$0] > 0 } }
    self.present = present
    let cells = zip(pairs, counts).map { pair, counts in
      present[pair[0]].flatMap { row in
        present[pair[1]].map { counts[row * whole[pair[1]].count + $0] }
      }
    }
    let coarsenings = try Self.coarsenings(of: used, present: present, margins: whole)
    self.coarsenings = coarsenings
    for (pair, table) in zip(pairs, tables.filter { $0.dimensions.count == 2 })
    where coarsenings.contains(where: { Set([$0.finer, $0.coarser]) == Set(pair) }) {
      throw .malformedTable(table.name)
    }
    let (groups, lines) = Self.grouped(
      margins: zip(whole, present).map { margin, present in present.map { margin[$0] } },
      total: total ?? everybody, pairs: pairs, counts: cells, coarsenings)
    self.groups = groups
    self.lines = lines + (try Self.coarseLines(groups, coarsenings, of: used))
  }

  private static func grouped(
    margins: [[Int]], total: Int, pairs: [[Int]], counts: [[Int]], _ coarsenings: [Coarsening]
  ) -> ([Group], [Line]) {
    func group(_ categories: [Int: Int], _ people: Int) -> Group {
      let all = coarsenings.completed(categories)
      return Group(categories: categories, places: margins.indices.map { all[$0] }, people: people)
    }
    var groups = [group([:], total)]
    var lines: [Line] = []
    var first: [Int] = []
    for (dimension, margin) in margins.enumerated() {
      first.append(groups.count)
      lines.append(Line(whole: 0, parts: Array(groups.count..<groups.count + margin.count)))
      for (category, people) in margin.enumerated() {
        groups.append(group([dimension: category], people))
      }
    }
    for (pair, cells) in zip(pairs, counts) {
      let (rows, columns) = (margins[pair[0]].count, margins[pair[1]].count)
      let start = groups.count
      for (cell, people) in cells.enumerated() {
        groups.append(group([pair[0]: cell / columns, pair[1]: cell % columns], people))
      }
      for row in 0..<rows {
        lines.append(
          Line(
            whole: first[pair[0]] + row,
            parts: (0..<columns).map { start + row * columns + $0 }))
      }
      for column in 0..<columns {
        lines.append(
          Line(
            whole: first[pair[1]] + column,
            parts: (0..<rows).map { start + $0 * columns + column }))
      }
    }
    return (groups, lines)
  }

  /// Whether everybody of a group is in another one as well, or the two are the same.
  func group(_ group: Int, isIn whole: Int) -> Bool {
    zip(groups[group].places, groups[whole].places).allSatisfy { $1 == nil || $0 == $1 }
  }

  /// The key by which files and people know a group.
  func key(_ group: Int) -> GroupKey {
    var categories: [String: String] = [:]
    for (dimension, place) in groups[group].categories {
      let named = dimensions[dimension]
      categories[named.id] = named.categories[present[dimension][place]]
    }
    return GroupKey(categories)
  }
}

extension AuditGroups {
  /// A dimension whose category follows from that of another one, as a region from a state.
  struct Coarsening: Hashable, Sendable {
    let finer: Int
    let coarser: Int
    /// For each category of the finer dimension that of the coarser one, by their places in
    /// `present`.
    let places: [Int]
  }

  /// The dimensions that follow from one another, checked by their numbers of people.
  static func coarsenings(
    of dimensions: [ReleaseDimension], present: [[Int]], margins: [[Int]]
  ) throws(DisclosureProblem) -> [Coarsening] {
    var found: [Coarsening] = []
    for (coarser, dimension) in dimensions.enumerated() {
      guard let coarsens = dimension.coarsens,
        let finer = dimensions.firstIndex(where: { $0.id == coarsens.finer })
      else { continue }
      guard coarsens.places.count == dimensions[finer].categories.count,
        coarsens.places.allSatisfy(dimension.categories.indices.contains)
      else { throw .malformedTable(dimension.id) }
      var sums = [Int](repeating: 0, count: dimension.categories.count)
      for (category, people) in margins[finer].enumerated() {
        sums[coarsens.places[category]] += people
      }
      guard sums == margins[coarser] else { throw .unequalTables(dimension.id) }
      found.append(
        Coarsening(
          finer: finer, coarser: coarser,
          places: present[finer].compactMap {
            present[coarser].firstIndex(of: coarsens.places[$0])
          }))
    }
    return found
  }

  /// The groups of finer categories that add up to one with a coarser category.
  ///
  /// - Throws: `unequalTables` when they do not.
  static func coarseLines(
    _ groups: [Group], _ coarsenings: [Coarsening], of dimensions: [ReleaseDimension]
  ) throws(DisclosureProblem) -> [Line] {
    var lines: [Line] = []
    for coarsening in coarsenings {
      var parts: [[Int: Int]: [Int]] = [:]
      for (number, group) in groups.enumerated() {
        var categories = group.categories
        guard let category = categories.removeValue(forKey: coarsening.finer) else { continue }
        categories[coarsening.coarser] = coarsening.places[category]
        parts[categories, default: []].append(number)
      }
      for (number, group) in groups.enumerated() {
        guard group.categories[coarsening.coarser] != nil, let parts = parts[group.categories]
        else { continue }
        guard parts.reduce(0, { $0 + groups[$1].people }) == group.people
        else { throw .unequalTables(dimensions[coarsening.coarser].id) }
        lines.append(Line(whole: number, parts: parts))
      }
    }
    return lines
  }

  /// How many members there are of a group where everybody can know that, for a coarser category as
  /// the sum of its finer ones where all of those are known.
  func members(of group: Int, _ members: [GroupKey: Int]) -> Int? {
    let categories = key(group).categories
    var known = members[GroupKey(categories)]
    for coarsening in coarsenings where groups[group].categories[coarsening.coarser] != nil {
      let (finer, coarser) = (dimensions[coarsening.finer], dimensions[coarsening.coarser])
      guard let coarsens = coarser.coarsens,
        let place = coarser.categories.firstIndex(of: categories[coarser.id] ?? "")
      else { continue }
      let parts = finer.categories.indices.filter { coarsens.places[$0] == place }.map {
        var part = categories
        part[coarser.id] = nil
        part[finer.id] = finer.categories[$0]
        return members[GroupKey(part)]
      }
      guard parts.allSatisfy({ $0 != nil }) else { continue }
      known = min(known ?? .max, parts.reduce(0) { $0 + ($1 ?? 0) })
    }
    return known
  }
}

extension [AuditGroups.Coarsening] {
  /// Categories by their dimension, with those that follow from them.
  func completed(_ categories: [Int: Int]) -> [Int: Int] {
    var all = categories
    for coarsening in self {
      guard let category = categories[coarsening.finer] else { continue }
      all[coarsening.coarser] = coarsening.places[category]
    }
    return all
  }

  /// Dimensions with the finer one in the place of each that follows from it.
  func refined(_ dimensions: [Int]) -> [Int] {
    dimensions.map { dimension in first { $0.coarser == dimension }?.finer ?? dimension }
  }
}

/// Which people a group of a release is: a category in some dimensions, everybody in the others.
package struct GroupKey: Hashable, Sendable {
  /// A category for each dimension that the group is narrowed by, by the ids of both.
  package let categories: [String: String]

  /// Takes a category for each dimension that narrows the group; none is everybody.
  package init(_ categories: [String: String]) { self.categories = categories }

  /// The group in words: `role=manager, state=WY`; `everybody` for all.
  package var name: String {
    categories.isEmpty
      ? "everybody"
      : categories.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: ", ")
  }
}

/// The true counts of a table by one or two dimensions.
package struct GroupTable: Hashable, Sendable {
  /// The ids of one or two dimensions.
  package let dimensions: [String]
  /// People in each cell, the last dimension running fastest.
  package let counts: [Int]

  /// Takes counts for every combination of the categories.
  package init(dimensions: [String], counts: [Int]) {
    self.dimensions = dimensions
    self.counts = counts
  }

  /// The names of the dimensions, as `campaign new --table` takes them.
  package var name: String { dimensions.joined(separator: ",") }
}

/// Finds the groups that a combination of categories is part of.
struct GroupIndex {
  private struct Pattern {
    let dimensions: [Int]
    var groups: [[Int]: Int]
  }
  private var patterns: [Pattern] = []

  /// Takes groups by their number and their category in each dimension, `nil` for all.
  init(groups: [(number: Int, places: [Int?])]) {
    for (number, places) in groups {
      let dimensions = places.indices.filter { places[$0] != nil }
      let key = places.compactMap { $0 }
      if let known = patterns.firstIndex(where: { $0.dimensions == dimensions }) {
        patterns[known].groups[key] = number
      } else {
        patterns.append(Pattern(dimensions: dimensions, groups: [key: number]))
      }
    }
  }

  /// The groups in which people of these categories are.
  func groups(containing places: [Int: Int]) -> [Int] {
    patterns.compactMap { pattern in
      pattern.groups[pattern.dimensions.map { places[$0] ?? -1 }]
    }
  }
}

/// Sets of dimensions that are small enough to be combined in full, joined as a tree.
///
/// Tables that share no dimension say nothing about each other beyond what they share with the
/// tables between them: whole numbers in each set that agree where sets meet can always be put
/// together to people (Lauritzen, Graphical Models, 1996, on decomposable models). So the sets
/// prove as much as the cross of all dimensions does.
struct Cliques {
  /// Where two sets must agree.
  struct Meeting {
    let first: Int
    let second: Int
    let dimensions: [Int]
  }

  /// The dimensions of each set, in order.
  let sets: [[Int]]
  let meetings: [Meeting]

  /// Takes dimensions one after another out of the graph whose edges are the two-way tables, first
  /// the one whose neighbours make the smallest set.
  ///
  /// - Parameter dimensions: those that are combined; no pair names another.
  init(sizes: [Int], dimensions: Set<Int>, pairs: [[Int]]) {
    var neighbours = [Set<Int>](repeating: [], count: sizes.count)
    for pair in pairs {
      neighbours[pair[0]].insert(pair[1])
      neighbours[pair[1]].insert(pair[0])
    }
    var left = dimensions
    var turn = [Int](repeating: 0, count: sizes.count)
    var own: [(dimension: Int, rest: Set<Int>)] = []
    while let next = left.min(by: {
      (Self.size($0, neighbours, sizes), $0) < (Self.size($1, neighbours, sizes), $1)
    }) {
      left.remove(next)
      let rest = neighbours[next].intersection(left)
      for dimension in rest { neighbours[dimension].formUnion(rest.subtracting([dimension])) }
      turn[next] = own.count
      own.append((next, rest))
    }
    var sets: [[Int]] = []
    var meetings: [Meeting] = []
    var owner = [Int?](repeating: nil, count: own.count)
    // From the last to the first: the set that a set hangs on is there already.
    for (place, entry) in own.enumerated().reversed() {
      let all = entry.rest.union([entry.dimension])
      guard let above = entry.rest.map({ turn[$0] }).min(), let parent = owner[above] else {
        owner[place] = sets.count
        sets.append(all.sorted())
        if sets.count > 1 {
          meetings.append(Meeting(first: 0, second: sets.count - 1, dimensions: []))
        }
        continue
      }
      if Set(sets[parent]) == entry.rest {
        sets[parent] = all.sorted()
        owner[place] = parent
      } else {
        owner[place] = sets.count
        sets.append(all.sorted())
        meetings.append(
          Meeting(first: parent, second: sets.count - 1, dimensions: entry.rest.sorted()))
      }
    }
    self.sets = sets
    self.meetings = meetings
  }

  private static func size(_ dimension: Int, _ neighbours: [Set<Int>], _ sizes: [Int]) -> Int {
    neighbours[dimension].reduce(sizes[dimension]) { product, other in
      min(1 << 40, product * max(1, sizes[other]))
    }
  }
}
