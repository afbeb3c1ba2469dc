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
