import Waymark
import WaymarkBasics

/// Made-up people sorted by a few dimensions, the same for the same seed on every machine.
struct MadeUpCounts {
  let dimensions: [ReleaseDimension]
  /// The category of each person in each dimension.
  private var people: [[Int]] = []

  /// Draws people whose categories are as likely as their weights, independently.
  init(people count: Int, seed: UInt64, _ dimensions: [(id: String, weights: [Int])]) throws {
    self.dimensions = try dimensions.map { dimension in
      try ReleaseDimension(
        id: dimension.id,
        categories: dimension.weights.indices.dropLast().map { "\(dimension.id)\($0)" }
          + [Grouping.noAnswer])
    }
    var random = SplitMix64(seed: seed)
    for _ in 0..<count {
      people.append(
        dimensions.map { dimension in
          let total = dimension.weights.reduce(0, +)
          var rest = Int.random(in: 0..<max(1, total), using: &random)
          for (place, weight) in dimension.weights.enumerated() {
            if rest < weight { return place }
            rest -= weight
          }
          return 0
        })
    }
  }

  /// Sorts the same people by a coarser dimension too, such as regions of states.
  init(_ made: MadeUpCounts, adding id: String, of finer: String, places: [Int]) throws {
    let place = made.dimensions.firstIndex { $0.id == finer } ?? 0
    dimensions =
      made.dimensions + [
        try ReleaseDimension(
          id: id, categories: (0...(places.max() ?? 0)).map { "\(id)\($0)" },
          coarsens: .init(of: finer, places: places))
      ]
    people = made.people.map { $0 + [places[$0[place]]] }
  }

  /// The true counts by one or two dimensions.
  func table(_ ids: String...) -> GroupTable {
    let places = ids.compactMap { id in dimensions.firstIndex { $0.id == id } }
    let sizes = places.map { dimensions[$0].categories.count }
    var counts = [Int](repeating: 0, count: sizes.reduce(1, *))
    for person in people {
      var cell = 0
      for (place, size) in zip(places, sizes) { cell = cell * size + person[place] }
      counts[cell] += 1
    }
    return GroupTable(dimensions: ids, counts: counts)
  }
}

extension MadeUpCounts {
  /// The true number of people in a group.
  func people(in key: GroupKey) -> Int {
    people.count { person in
      zip(dimensions, person).allSatisfy { dimension, place in
        key.categories[dimension.id].map { $0 == dimension.categories[place] } ?? true
      }
    }
  }
}
