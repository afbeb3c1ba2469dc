/// How important a statement is for a person's own work, from 1, not important, to 5, essential.
public struct ImportanceRating: Hashable, Comparable, Sendable {
  /// The ranks that there are.
  public static let ranks = 1...5

  /// The rank, one of `ranks`.
  public let rank: Int

  /// Makes a rating, or `nil` when there is no such rank.
  public init?(rank: Int) {
    guard Self.ranks.contains(rank) else { return nil }
    self.rank = rank
  }

  /// By rank.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// What matters most to one respondent as a fixed-position string, beside the answer sheet.
///
/// One ASCII character a competency, in the framework's order: `-` not picked, `+` picked, `1` to
/// `3` its place in the top of all; or, where a campaign has every statement rated, `1` to `5`.
public struct ImportanceSheet: Hashable, Sendable, CustomStringConvertible {
  /// The characters, one a competency, as ASCII bytes.
  public let codes: [UInt8]

  /// The code of a competency whose importance nobody spoke of.
  public static let none = UInt8(ascii: "-")

  /// Lays out picks or ratings by the positions of a framework; ratings come first.
  public init(_ importance: Assessment.Importance, framework: Framework) {
    codes = framework.competencies.map { competency in
      if let rating = importance.ratings[competency.id] {
        return UInt8(ascii: "0") + UInt8(rating.rank)
      }
      if let place = importance.top.firstIndex(of: competency.id) {
        return UInt8(ascii: "1") + UInt8(place)
      }
      return importance.picked.contains(competency.id) ? UInt8(ascii: "+") : Self.none
    }
  }

  /// What codes say that were laid out by the positions of a framework; a code that means nothing says
  /// nothing.
  ///
  /// - Parameter areRated: whether each statement was rated, so that a digit is no place.
  public static func importance(
    of codes: [UInt8], areRated: Bool, framework: Framework
  ) -> Assessment.Importance {
    var (picked, places) = ([CompetencyID](), [Int: CompetencyID]())
    var ratings: [CompetencyID: ImportanceRating] = [:]
    for (competency, code) in zip(framework.competencies, codes) where code != none {
      let digit = Int(code) - Int(UInt8(ascii: "0"))
      if areRated {
        ratings[competency.id] = ImportanceRating(rank: digit)
      } else {
        picked.append(competency.id)
        if (1...Assessment.Importance.topLimit).contains(digit) { places[digit] = competency.id }
      }
    }
    return Assessment.Importance(
      picked: Set(picked), top: places.sorted { $0.key < $1.key }.map(\.value), ratings: ratings)
  }

  /// The sheet as text.
  public var description: String { String(decoding: codes, as: UTF8.self) }
}

extension Assessment.Importance {
  /// How many competencies of one area may be picked.
  public static let areaLimit = 2
  /// How many competencies the top of all may have.
  public static let topLimit = 3

  /// The areas of which more is picked than may be, in order, with how many picks each has.
  func crowdedAreas(of framework: Framework) -> [(area: AreaID, picks: Int)] {
    framework.areas.map { area in
      (area: area.id, picks: area.competencies.count { picked.contains($0.id) })
    }.filter { $0.picks > Self.areaLimit }
  }
}
