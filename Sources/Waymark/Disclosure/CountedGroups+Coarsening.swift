extension CountedGroups {
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

extension [CountedGroups.Coarsening] {
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
