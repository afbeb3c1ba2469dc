/// What a reader knows of a release as a system of equations over combinations of categories.
///
/// A dimension that follows from a finer one, as regions from states, is read off the finer one. One
/// unknown, a number of people from 0 up, for each combination in each set of `Cliques`; one
/// row for each group, in the order of the groups, then the rows on which the sets must agree.
///
/// Those whom exports show alike are a population of their own, of a known number: in it only what
/// was left empty is unknown, and the numbers of people are the sums over all populations.
struct CountSystem {
  /// The most unknowns that are tried.
  static let limit = 60_000

  private let groups: [AuditGroups.Group]
  /// For each unknown the groups it is part of.
  private let memberships: [[Int]]
  /// For each group the unknowns, of one set, that add up to it.
  private let parts: [[Int]]
  /// For each group the unknowns of every set that are part of it.
  private let everywhere: [[Int]]
  /// More people than there are: an unknown has no other upper bound.
  private let ceiling: Double
  /// The most people that a group can have as everybody knows; `nil` where nobody does.
  private let limits: [Int?]
  /// What holds beside the numbers of the groups: where sets must agree, and how many people a
  /// population has.
  private var others: [(sum: LinearProgram.Sum, value: Double)] = []
  /// For each unknown the people of its population; `nil` where nobody knows that.
  private var most: [Int?] = []
  /// The unknowns that are none: all of their population have the one combination.
  private var known: Set<Int> = []

  /// How many unknowns there are.
  var size: Int { memberships.count - known.count }

  /// - Parameters:
  ///   - limits: for each group the most people that it can have, where that is public.
  ///   - exported: how many people exports show with each combination of answers; empty when there
  ///     was none.
  init(
    _ counted: AuditGroups, minimum: Int, limits: [Int?], exported: [GroupKey: Int] = [:]
  ) throws(DisclosureProblem) {
    let groups = counted.groups
    self.limits = limits
    let sizes = counted.present.map(\.count)
    let coarsenings = counted.coarsenings
    let cliques = Cliques(
      sizes: sizes, dimensions: Set(coarsenings.refined(Array(sizes.indices))),
      pairs: counted.pairs.map(coarsenings.refined))
    let populations = Self.populations(exported, counted)
    let total = populations.reduce(0) { total, population in
      cliques.sets.reduce(total) { sum, set in
        min(1 << 40, sum + Self.combinations(of: set, sizes, population.places))
      }
    }
    guard total <= Self.limit else { throw .tooManyCombinations(total) }
    ceiling = Double((groups.first?.people ?? 0) + 4 * minimum)
    var memberships: [[Int]] = []
    var parts = [[Int]](repeating: [], count: groups.count)
    var everywhere = parts
    var home = [Int?](repeating: nil, count: groups.count)
    let indexes = cliques.sets.enumerated().map { set, dimensions in
      let inside = groups.indices.filter { group in
        coarsenings.refined(Array(groups[group].categories.keys)).allSatisfy(dimensions.contains)
      }
      for group in inside where home[group] == nil { home[group] = set }
      return GroupIndex(groups: inside.map { ($0, groups[$0].places) })
    }
    for population in populations {
      var cells: [[(column: Int, places: [Int: Int])]] = []
      for (set, dimensions) in cliques.sets.enumerated() {
        var own: [(column: Int, places: [Int: Int])] = []
        for number in 0..<Self.combinations(of: dimensions, sizes, population.places) {
          var rest = number
          var places: [Int: Int] = [:]
          for dimension in dimensions.reversed() {
            if let place = population.places[dimension] {
              places[dimension] = place
            } else {
              places[dimension] = rest % sizes[dimension]
              rest /= sizes[dimension]
            }
          }
          places = coarsenings.completed(places)
          let column = memberships.count
          let members = indexes[set].groups(containing: places)
          memberships.append(members)
          most.append(population.people)
          own.append((column, places))
          for group in members {
            everywhere[group].append(column)
            if home[group] == set { parts[group].append(column) }
          }
        }
        cells.append(own)
        guard let people = population.people else { continue }
        if own.count == 1 { known.insert(own[0].column) }
        others.append((Self.sum(own.map(\.column)), Double(people)))
      }
      for meeting in cliques.meetings
      where meeting.dimensions.contains(where: { population.places[$0] == nil })
        || population.people == nil
      {
        var sums: [[Int]: (columns: [Int], weights: [Double])] = [:]
        for (set, weight) in [(meeting.first, 1.0), (meeting.second, -1)] {
          for cell in cells[set] {
            let key = meeting.dimensions.map { cell.places[$0] ?? 0 }
            sums[key, default: ([], [])].columns.append(cell.column)
            sums[key, default: ([], [])].weights.append(weight)
          }
        }
        for (_, sum) in sums.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
          others.append((LinearProgram.Sum(columns: sum.columns, weights: sum.weights), 0))
        }
      }
    }
    self.groups = groups
    self.memberships = memberships
    self.parts = parts
    self.everywhere = everywhere
  }

  /// The program of what is published: an equation a published group.
  func program(_ isWithheld: [Bool]) -> LinearProgram {
    var program = LinearProgram(
      columns: memberships.indices.map { columnBounds($0, isWithheld) })
    for group in groups.indices {
      program.append(sum(of: group), rowBounds(group, isWithheld))
    }
    for other in others { program.append(other.sum, .init(other.value, other.value)) }
    return program
  }

  /// A group as a sum of unknowns.
  func sum(of group: Int, weight: Double = 1) -> LinearProgram.Sum {
    Self.sum(parts[group], weight: weight)
  }

  private static func sum(_ columns: [Int], weight: Double = 1) -> LinearProgram.Sum {
    LinearProgram.Sum(
      columns: columns, weights: [Double](repeating: weight, count: columns.count))
  }

  /// Several groups, each with its weight, as one sum.
  func sum(of weights: [(group: Int, weight: Double)]) -> LinearProgram.Sum {
    var sums: [Int: Double] = [:]
    for (group, weight) in weights {
      for column in parts[group] { sums[column, default: 0] += weight }
    }
    let sorted = sums.sorted { $0.key < $1.key }
    return LinearProgram.Sum(columns: sorted.map(\.key), weights: sorted.map(\.value))
  }

  /// The bounds of the row of a group: its people when published, what is possible otherwise.
  func rowBounds(_ group: Int, _ isWithheld: [Bool]) -> LinearProgram.Bounds {
    let people = Double(groups[group].people)
    return isWithheld[group] ? .init(0, ceiling(of: group)) : .init(people, people)
  }

  /// The most people that a group can have.
  func ceiling(of group: Int) -> Double { limits[group].map(Double.init) ?? ceiling }

  /// The bounds of every unknown in a group; nobody is in a group that is published as empty.
  func columnBounds(in group: Int, _ isWithheld: [Bool]) -> [Int: LinearProgram.Bounds] {
    Dictionary(
      everywhere[group].map { ($0, columnBounds($0, isWithheld)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The number of people in each group at a point.
  func people(at columns: [Double]) -> [Double] {
    parts.map { $0.reduce(0) { $0 + (columns.indices.contains($1) ? columns[$1] : 0) } }
  }

  private func columnBounds(_ column: Int, _ isWithheld: [Bool]) -> LinearProgram.Bounds {
    let isEmpty = memberships[column].contains { !isWithheld[$0] && groups[$0].people == 0 }
    let greatest = most[column].map(Double.init) ?? ceiling
    return .init(known.contains(column) ? greatest : 0, isEmpty ? 0 : greatest)
  }

  /// How many combinations of some dimensions there are where the places in some are known.
  private static func combinations(
    of dimensions: [Int], _ sizes: [Int], _ known: [Int: Int]
  ) -> Int {
    dimensions.reduce(1) { known[$1] == nil ? min(1 << 40, $0 * sizes[$1]) : $0 }
  }

  /// Those whom exports show alike, by the places that are known of them and how many they are.
  private static func populations(
    _ exported: [GroupKey: Int], _ counted: AuditGroups
  ) -> [(places: [Int: Int], people: Int?)] {
    guard !exported.isEmpty else { return [([:], nil)] }
    return exported.map { key, people in
      var places: [Int: Int] = [:]
      for (dimension, named) in counted.dimensions.enumerated() {
        guard let category = key.categories[named.id],
          let place = named.categories.firstIndex(of: category)
        else { continue }
        places[dimension] = counted.present[dimension].firstIndex(of: place)
      }
      return (places, people)
    }.sorted { left, right in
      let order = counted.dimensions.indices
      return order.map { left.places[$0] ?? -1 }
        .lexicographicallyPrecedes(order.map { right.places[$0] ?? -1 })
    }
  }
}
