import WaymarkBasics

/// What a second pass over the sheets adds to level counts: how statements go together, importance,
/// and how people filled the questionnaire in.
///
/// All sums are whole numbers over everybody, so that no order of the respondents changes them.
package struct SheetDetails: Hashable, Sendable {
  /// The sums of a competency over those who gave a level to its whole area.
  struct Item: Hashable, Sendable {
    var sum = 0
    var squares = 0
    /// Of the level times the total over the area.
    var products = 0

    static func += (left: inout Item, right: Item) {
      left.sum += right.sum
      left.squares += right.squares
      left.products += right.products
    }
  }

  /// How many respondents there are.
  private(set) var people = 0
  /// Sheets with at least `straightLine` levels that are all the same.
  private(set) var straightLined = 0
  /// Sheets that break off: the last area that was asked has no answer, an earlier one has.
  private(set) var brokenOff = 0
  /// Those who rated each importance and level of each competency; empty where it is not rated.
  private(set) var rated: [[[Int]]]
  /// How many picked each competency; empty where it is not picked.
  private(set) var picked: [Int]
  /// How many picked anything.
  private(set) var pickers = 0

  private typealias Row = BitCounter.Row

  private let areas: [Range<Int>]
  private let layout: SheetLayout
  private let levels: Int
  private var items: [Item]
  /// For each area how many gave a level to all of it.
  private var complete: [Int]

  /// The fewest levels of a sheet that can be called straight-lined.
  static let straightLine = 10

  /// Begins with nobody.
  package init(framework: Framework, importance: ImportanceMode) {
    let count = framework.competencies.count
    levels = framework.scale.steps.count
    areas = framework.positionsByArea
    layout = SheetLayout(framework: framework)
    items = Array(repeating: Item(), count: count)
    complete = Array(repeating: 0, count: areas.count)
    rated =
      importance == .rated
      ? Array(
        repeating: Array(repeating: Array(repeating: 0, count: levels), count: 5), count: count)
      : []
    picked = importance == .picks ? Array(repeating: 0, count: count) : []
  }

  /// Adds a respondent: the codes of an `AnswerSheet`, and those of an `ImportanceSheet` if any.
  package mutating func add(sheet: UnsafeRawBufferPointer, importance: UnsafeRawBufferPointer?) {
    precondition(sheet.count == items.count)
    people += 1
    withUnsafeTemporaryAllocation(
      byteCount: sheet.count + Row.scalarCount, alignment: Row.scalarCount
    ) { padded in
      padded.copyMemory(from: sheet)
      add(UnsafeRawBufferPointer(padded))
    }
    if let importance { add(importance: importance, sheet: sheet) }
  }

  /// - Parameter sheet: the codes, and room for a vector more.
  private mutating func add(_ sheet: UnsafeRawBufferPointer) {
    // Whole vectors, as in `SheetBits`.
    let none = Row()
    let notAsked = Row(repeating: AnswerSheet.notAsked)
    let skipped = Row(repeating: AnswerSheet.skipped)
    var (rated, highest, lowest) = (0, none, Row(repeating: .max))
    var (hasAnswer, endsEmpty) = (false, false)
    var (asked, answered, gaps, total) = (none, none, none, 0)
    for part in layout.parts {
      let answers = part.answers(of: sheet)
      let other = answers ^ notAsked
      asked |= other
      answered |= other.replacing(with: none, where: answers .== skipped)
      // The digits 1 to 8 alone are at most 7 once 1 is taken off what is not common to all digits.
      let digits = answers ^ Row(repeating: UInt8(ascii: "0"))
      let isNoLevel = (digits &- Row(repeating: 1)) & Row(repeating: 0xF8) .!= none
      let levels = digits.replacing(with: none, where: isNoLevel)
      rated += Row(repeating: 1).replacing(with: none, where: isNoLevel).sumOfDigits
      total += levels.sumOfDigits
      highest |= levels
      lowest &= digits.replacing(with: Row(repeating: .max), where: isNoLevel)
      gaps |= part.kept.replacing(with: none, where: levels .!= none)
      guard part.isLast else { continue }
      endsEmpty = asked.isZero ? endsEmpty : answered.isZero
      hasAnswer = hasAnswer || !answered.isZero
      if gaps.isZero { addComplete(sheet, part.area, total) }
      (asked, answered, gaps, total) = (none, none, none, 0)
    }
    // All levels are the same where each has every bit that any has.
    if highest.union == ~(~lowest).union, rated >= Self.straightLine { straightLined += 1 }
    if hasAnswer, endsEmpty { brokenOff += 1 }
  }

  private mutating func addComplete(
    _ sheet: UnsafeRawBufferPointer, _ area: Int, _ total: Int
  ) {
    let range = areas[area]
    complete[area] += 1
    items.withUnsafeMutableBufferPointer { items in
      for place in range {
        let level = Int(sheet[place] & 0x0F)
        items[place].sum += level
        items[place].squares += level * level
        items[place].products += level * total
      }
    }
  }

  private mutating func add(importance: UnsafeRawBufferPointer, sheet: UnsafeRawBufferPointer) {
    if !picked.isEmpty {
      var any = false
      for place in picked.indices where importance[place] != ImportanceSheet.none {
        picked[place] += 1
        any = true
      }
      if any { pickers += 1 }
    }
    for place in rated.indices {
      guard let level = AnswerSheet.rank(of: sheet[place]), level <= levels,
        let rank = AnswerSheet.rank(of: importance[place]), rank <= 5
      else { continue }
      rated[place][rank - 1][level - 1] += 1
    }
  }

  /// Adds the details of another part of the campaign.
  package static func += (left: inout SheetDetails, right: SheetDetails) {
    left.people += right.people
    left.straightLined += right.straightLined
    left.brokenOff += right.brokenOff
    left.pickers += right.pickers
    for place in left.items.indices { left.items[place] += right.items[place] }
    for area in left.complete.indices { left.complete[area] += right.complete[area] }
    for place in left.picked.indices { left.picked[place] += right.picked[place] }
    for place in left.rated.indices {
      for rank in left.rated[place].indices {
        for level in left.rated[place][rank].indices {
          left.rated[place][rank][level] += right.rated[place][rank][level]
        }
      }
    }
  }

  /// Pearson's correlation of a competency with the sum of the others of its area, over those who
  /// gave a level to all of them, with how many these are.
  ///
  /// - Returns: `oneStatement` in an area of one, `noAnswers` and `oneAnswer` below two people,
  ///   `noVariation` where the competency or the others are constant.
  func itemRest(_ position: Int) -> (correlation: Figure<Double>, people: Int) {
    guard let area = areas.firstIndex(where: { $0.contains(position) }) else {
      return (.none(.noAnswers), 0)
    }
    let n = complete[area]
    guard areas[area].count > 1 else { return (.none(.oneStatement), n) }
    guard n > 1 else { return (.none(n == 0 ? .noAnswers : .oneAnswer), n) }
    let item = items[position]
    let all = items[areas[area]].reduce(into: Item()) { $0 += $1 }
    let rest = all.sum - item.sum
    // The products of all items of a sheet with their total are the square of the total.
    let restSquares = all.products - 2 * item.products + item.squares
    let covariance = n * (item.products - item.squares) - item.sum * rest
    let variance = n * item.squares - item.sum * item.sum
    let restVariance = n * restSquares - rest * rest
    guard variance > 0, restVariance > 0 else { return (.none(.noVariation), n) }
    let scale = Double(variance).squareRoot() * Double(restVariance).squareRoot()
    return (.value(min(1, max(-1, Double(covariance) / scale))), n)
  }
}

/// Counts those who are willing to serve, response by response.
package struct WillingnessTally: Sendable {
  /// The questions about service, as people read them.
  let questions: [String]
  /// How many are willing, for each question.
  private(set) var overall: [Int]
  /// The same for each group of each grouping.
  private(set) var groups: [[[Int]]]
  /// Where the answers stand on a background sheet, counted from 0, with the code for being willing.
  let codes: [(position: Int, code: UInt8)]

  private let groupings: [Grouping]

  /// Counts nobody yet.
  package init(_ background: BackgroundQuestions, groupings: [Grouping]) {
    let fields = background.fields.filter { $0.subject == .service && $0.choice == .one }
    questions = fields.map(\.question.original)
    codes = fields.compactMap { field in
      BackgroundSheet.place(of: field.id, in: background).map { ($0, BackgroundSheet.firstOption) }
    }
    self.groupings = groupings
    overall = fields.map { _ in 0 }
    groups = groupings.map { grouping in grouping.groups.map { _ in fields.map { _ in 0 } } }
  }

  /// Whether no question is about service, or nobody is willing.
  package var isEmpty: Bool { overall.allSatisfy { $0 == 0 } }

  /// Counts a response.
  ///
  /// - Parameters:
  ///   - role: the place of the role in the framework; `nil` without one.
  ///   - background: the codes of a `BackgroundSheet`.
  package mutating func add(role: Int?, background: UnsafeRawBufferPointer) {
    var isAny = false
    for code in codes where background[code.position] == code.code { isAny = true }
    guard isAny else { return }
    let willing = codes.indices.filter { background[codes[$0].position] == codes[$0].code }
    for question in willing { overall[question] += 1 }
    for (place, grouping) in groupings.enumerated() {
      let last = grouping.groups.count - 1
      let group =
        grouping.code.map { Int($0.groups[Int(background[$0.position] & 0x7F)]) } ?? role ?? last
      for question in willing { groups[place][min(group, last)][question] += 1 }
    }
  }

  /// Adds those of another part of the campaign, counted by the same questions and groupings.
  package static func += (left: inout WillingnessTally, right: WillingnessTally) {
    for question in left.overall.indices { left.overall[question] += right.overall[question] }
    for (place, groups) in right.groups.enumerated() {
      for (group, counts) in groups.enumerated() {
        for question in counts.indices { left.groups[place][group][question] += counts[question] }
      }
    }
  }
}

/// Counts how a competency was rated against what is usual for the role of each rater.
struct TargetTally {
  /// Ratings by people whose role asks for a competency, or for several.
  struct Ratings {
    var total = 0
    var below = 0
    /// Two levels or more below.
    var further = 0
    var above = 0
    /// Whose target is above the lowest level, so that they can be below it at all.
    var able = 0
  }

  /// The levels of the scale, lowest first.
  let levels: [Level]
  /// For each competency the roles that ask for it, by their place, with the level.
  let targets: [[(role: Int, level: Level)]]

  init(framework: Framework) {
    levels = framework.scale.steps.map(\.level)
    targets = framework.competencies.map { competency in
      framework.roles.enumerated().compactMap { place, role in
        competency.targets[role.id].map { (place, $0) }
      }
    }
  }

  /// How many people chose each level, lowest first.
  func levels(ofCompetency position: Int, in counts: LevelCounts) -> [Int] {
    levels.map { counts.count(of: .level($0), competency: position) }
  }

  /// How many people who are below what their role asks for chose each level, lowest first.
  func levelsBelow(ofCompetency position: Int, in counts: LevelCounts) -> [Int] {
    levels.map { level in
      targets[position].filter { level.isBelow($0.level) }.reduce(0) { sum, target in
        sum + counts.count(of: .level(level), competency: position, role: target.role)
      }
    }
  }

  /// The ratings of a competency by people whose role asks for it.
  func ratings(ofCompetency position: Int, in counts: LevelCounts) -> Ratings {
    var ratings = Ratings()
    for (role, target) in targets[position] {
      for level in levels {
        let people = counts.count(of: .level(level), competency: position, role: role)
        ratings.total += people
        if level.isBelow(target) { ratings.below += people }
        if level.shortfall(to: target) > 1 { ratings.further += people }
        if level > target { ratings.above += people }
        if target > levels[0] { ratings.able += people }
      }
    }
    return ratings
  }
}
