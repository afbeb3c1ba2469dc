/// What matters most to one respondent as a fixed-position string, beside the answer sheet.
///
/// One ASCII character a competency, in the framework's order: `-` not picked, `+` picked, `1` to
/// `3` its place in the top of all; or, where a campaign has every statement rated, `1` to `5`.
package struct ImportanceSheet: Hashable, Sendable, CustomStringConvertible {
  /// The characters, one a competency, as ASCII bytes.
  package let codes: [UInt8]

  /// The code of a competency whose importance nobody spoke of.
  package static let none = UInt8(ascii: "-")

  /// Lays out picks or ratings by the positions of a framework; ratings come first.
  package init(_ importance: Assessment.Importance, framework: Framework) {
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
  package static func importance(
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
  package var description: String { String(decoding: codes, as: UTF8.self) }
}
