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
