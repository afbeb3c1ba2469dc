/// A reader who takes the parts of a group from the whole, one line after another.
///
/// Of means they take everybody in a group to have answered. What they work out may be wrong then; it
/// must not look as if it were known. Of shares they know how many of the campaign did not answer, and not
/// where.
struct FigureLines {
  private let groups: FigureGroups
  private let cells: [FigureCell]
  private let isWithheld: [Bool]
  private let scale: ClosedRange<Int>
  /// How many people of the campaign gave no level that could be below usual.
  private let silent: Int

  init(
    _ groups: FigureGroups, _ cells: [FigureCell], _ isWithheld: [Bool], _ scale: ClosedRange<Int>
  ) {
    self.groups = groups
    self.cells = cells
    self.isWithheld = isWithheld
    self.scale = scale
    let everybody = groups.groups.indices.first {
      groups.groups[$0].key?.categories.isEmpty == true
    }
    silent = everybody.map { groups.groups[$0].people - cells[$0].ratings.total } ?? .max
  }

  /// A group whose figures such a reader comes too close to, and the line that shows them.
  var worked: (group: Int, line: FigureGroups.Line)? {
    for line in groups.lines where shows(line.whole) {
      for part in line.parts where isMeanKnown(part, line) || isShareKnown(part, line) {
        return (part, line)
      }
    }
    return nil
  }

  private func shows(_ group: Int) -> Bool { !isWithheld[group] }

  // MARK: - Means

  private func isMeanKnown(_ part: Int, _ line: FigureGroups.Line) -> Bool {
    guard !shows(part), let whole = sums(line.whole) else { return false }
    let people = Double(groups.groups[part].people)
    var (least, greatest) = whole
    for other in line.parts where other != part {
      let sums = sums(other) ?? anySums(groups.groups[other].people)
      least -= sums.greatest
      greatest -= sums.least
    }
    for hidden in line.hidden.map(anySums) {
      least -= hidden.greatest
      greatest -= hidden.least
    }
    let low = max(Double(scale.lowerBound), least / people)
    let high = min(Double(scale.upperBound), greatest / people)
    return high - low < min(1, Double(scale.count - 1) / 2)
  }

  /// The sums of levels of a group whose mean is published, were everybody to have answered.
  private func sums(_ group: Int) -> (least: Double, greatest: Double)? {
    guard shows(group), case .mean(let mean) = cells[group].figures.mean else { return nil }
    let people = Double(groups.groups[group].people)
    return ((mean - 0.05) * people, (mean + 0.05) * people)
  }

  private func anySums(_ people: Int) -> (least: Double, greatest: Double) {
    (Double(people * scale.lowerBound), Double(people * scale.upperBound))
  }

  // MARK: - Shares

  private func isShareKnown(_ part: Int, _ line: FigureGroups.Line) -> Bool {
    let isCoded = shows(part) && cells[part].figures.below.isCoded
    let able = cells[part].ratings.able
    guard isCoded || !shows(part), able > 0, let whole = belows(line.whole) else { return false }
    var (least, greatest) = whole
    for other in line.parts where other != part {
      let belows = belows(other) ?? (0, groups.groups[other].people)
      least -= belows.greatest
      greatest -= belows.least
    }
    least -= line.hidden.reduce(0, +)
    let own = belows(part) ?? (0, groups.groups[part].people)
    let width = min(greatest, own.greatest) - max(least, own.least)
    return width < (isCoded ? 1 : min(able, (groups.groups[part].people + 3) / 4))
  }

  /// The numbers of people below usual that a published share stands for.
  private func belows(_ group: Int) -> (least: Int, greatest: Int)? {
    guard shows(group) else { return nil }
    let people = groups.groups[group].people
    let fewest = max(0, people - silent)
    func number(_ percent: Double, of people: Int) -> Double { percent * Double(people) / 100 }
    switch cells[group].figures.below {
    case .percent(let percent):
      let percent = Double(percent)
      return (
        Int(number(percent - 0.5, of: fewest).rounded(.up)),
        Int(number(percent + 0.5, of: people).rounded(.down))
      )
    case .atMost(let percent): return (0, Int(number(Double(percent), of: people).rounded(.down)))
    case .atLeast(let percent):
      return (Int(number(Double(percent), of: fewest).rounded(.up)), people)
    case .withheld, .notAsked, .about, .mean: return nil
    }
  }
}

/// The answers of one group to one competency, as far as figures rest on them.
struct FigureCell {
  /// How many gave a level.
  let answered: Int
  /// The sum of their levels.
  let sum: Int
  /// How many of them have a role that asks for the competency, and how many of these are below it.
  let ratings: TargetTally.Ratings
  /// The figures as the policy lets them through, before what others give away is known.
  let figures: PublishedReport.Figures
  /// How many chose each level, lowest first.
  let levels: [Int]
  private let policy: FigurePolicy
  private let people: Int?
  private let scale: ClosedRange<Int>

  /// - Parameter people: the published number of people of the group, `nil` when it is withheld.
  init(
    _ counts: LevelCounts, competency position: Int, people: Int?, tally: TargetTally,
    policy: FigurePolicy
  ) {
    let ranks = tally.levels.map(\.rank)
    levels = tally.levels(ofCompetency: position, in: counts)
    ratings = tally.ratings(ofCompetency: position, in: counts)
    answered = levels.reduce(0, +)
    sum = zip(ranks, levels).reduce(0) { $0 + $1.0 * $1.1 }
    scale = (ranks.first ?? 1)...(ranks.last ?? 1)
    self.people = people
    self.policy = policy
    let mean = policy.mean(sum: sum, answered: answered, people: people, scale: scale)
    // A mean withheld by itself would say that everybody answered alike.
    figures =
      mean == .withheld
      ? .withheld
      : PublishedReport.Figures(
        below: policy.share(below: ratings.below, answered: ratings.total, people: people),
        mean: mean)
  }

  /// Wilson's 95 % interval of the share in whole per cent, and the share of each level; `nil` where
  /// too few answered.
  ///
  /// Where a share is coded, its interval would say what the code hides; where the mean is withheld or
  /// nearly all chose one level, so would the split.
  var details: (interval: ClosedRange<Int>?, levels: [Int]?) {
    let showsInterval =
      figures.below.isPlain && policy.allowsDetail(people: people, answered: ratings.total)
    let showsLevels =
      figures.mean.isPlain && policy.allowsDetail(people: people, answered: answered)
      && levels.allSatisfy { 100 * $0 < 95 * answered }
    return (
      showsInterval ? Self.interval(below: ratings.below, of: ratings.total) : nil,
      showsLevels ? levels.map { Self.percent($0, of: answered) } : nil
    )
  }

  /// Whether all, or nearly all, chose an end of the scale.
  var isAlike: Bool {
    answered > 0 && FigurePolicy.isEnd(sum: sum, answered: answered, of: scale)
  }

  // MARK: - What a reader of the figures knows

  /// The sums of levels that give the same mean, those who answered being known.
  var sums: ClosedRange<Int> {
    Self.range(around: sum, in: answered * scale.lowerBound...answered * scale.upperBound) {
      policy.mean(sum: $0, answered: answered, people: people, scale: scale) == figures.mean
    }
  }

  /// The numbers of people below usual that give the same share.
  ///
  /// - Parameter interval: whether the interval is published too.
  func belows(withInterval: Bool) -> ClosedRange<Int> {
    let total = ratings.total
    let interval =
      withInterval ? details.interval : nil
    return Self.range(around: ratings.below, in: 0...total) {
      policy.share(below: $0, answered: total, people: people) == figures.below
        && (interval == nil || Self.interval(below: $0, of: total) == interval)
    }
  }

  /// For each level the numbers of people that give the same share of the split.
  var levelRanges: [ClosedRange<Int>] {
    levels.map { people in
      Self.range(around: people, in: 0...answered) {
        Self.percent($0, of: answered) == Self.percent(people, of: answered)
      }
    }
  }

  /// The numbers around one that are said in the same way; what is said goes up or down with them.
  private static func range(
    around number: Int, in bounds: ClosedRange<Int>, saysTheSame: (Int) -> Bool
  ) -> ClosedRange<Int> {
    func end(towards bound: Int) -> Int {
      var (same, other) = (number, bound)
      if saysTheSame(other) { return other }
      while abs(other - same) > 1 {
        let middle = (same + other) / 2
        if saysTheSame(middle) { same = middle } else { other = middle }
      }
      return same
    }
    return end(towards: bounds.lowerBound)...end(towards: bounds.upperBound)
  }

  private static func interval(below: Int, of total: Int) -> ClosedRange<Int>? {
    Statistics.wilson(share: Double(below) / Double(total), sampleSize: total)
      .map { Int(($0.lowerBound * 100).rounded())...Int(($0.upperBound * 100).rounded()) }
  }

  private static func percent(_ part: Int, of whole: Int) -> Int {
    (200 * part + whole) / (2 * whole)
  }
}

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
