/// The sums over the respondents who gave a level to every competency of an area, from which the
/// reliability of the area's scale is worked out.
///
/// All sums are whole numbers, so that no order of the respondents changes them.
public struct AreaSums: Hashable, Sendable {
  /// How many respondents gave a level to every competency of the area.
  public internal(set) var people = 0
  /// The sum of each competency's levels, in the framework's order.
  public internal(set) var levels: [Int]
  /// The sum of the squares of all levels.
  public internal(set) var squares = 0
  /// The sum of the squares of each respondent's total over the area.
  public internal(set) var squaredTotals = 0

  init(competencies: Int) { levels = Array(repeating: 0, count: competencies) }

  /// Adds the sums of another part of the campaign.
  static func += (left: inout AreaSums, right: AreaSums) {
    left.people += right.people
    for place in left.levels.indices { left.levels[place] += right.levels[place] }
    left.squares += right.squares
    left.squaredTotals += right.squaredTotals
  }
}

extension AreaSums {
  /// Sums sheet by sheet, and tells of each sheet which areas it gives any level to.
  struct Counter {
    private let areas: [Range<Int>]
    private(set) var sums: [AreaSums]
    /// One byte an area: whether the last sheet gives a level to any of its competencies.
    private(set) var flags: [SIMD2<UInt64>]

    init(framework: Framework) {
      areas = framework.positionsByArea
      sums = areas.map { AreaSums(competencies: $0.count) }
      flags = Array(repeating: SIMD2(repeating: 0), count: (areas.count + 15) / 16)
    }

    var flagVectors: Int { flags.count }

    mutating func add(_ sheet: [SIMD2<UInt64>]) {
      sheet.withUnsafeBytes { codes in
        for (area, range) in areas.enumerated() { add(codes[range], to: area) }
      }
    }

    private mutating func add(_ codes: Slice<UnsafeRawBufferPointer>, to area: Int) {
      var rated = 0
      var total = 0
      var squares = 0
      for code in codes {
        guard let level = AnswerSheet.rank(of: code) else { continue }
        rated += 1
        total += level
        squares += level * level
      }
      setFlag(area, rated > 0)
      guard rated == codes.count else { return }
      sums[area].people += 1
      sums[area].squares += squares
      sums[area].squaredTotals += total * total
      for (place, code) in codes.enumerated() {
        sums[area].levels[place] += AnswerSheet.rank(of: code) ?? 0
      }
    }

    private mutating func setFlag(_ area: Int, _ isSet: Bool) {
      flags.withUnsafeMutableBytes { $0[area] = isSet ? 1 : 0 }
    }
  }
}
