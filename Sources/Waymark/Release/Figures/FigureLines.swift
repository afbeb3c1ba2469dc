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
    case .withheld, .mean: return nil
    }
  }
}
