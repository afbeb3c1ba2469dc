import WaymarkBasics

/// The whole numbers that an option stands for, such as the ages from 30 to 44: what asks people for the
/// number itself can be read as the option.
public struct NumberBand: Hashable, Sendable {
  /// The largest number of a band without an end.
  public static let limit = 1_000_000

  /// The numbers, 0 to ``limit``.
  public let range: ClosedRange<Int>

  /// The band between two numbers, both of which belong to it.
  ///
  /// - Parameters:
  ///   - from: the smallest; 0 where it is absent.
  ///   - to: the largest; ``limit`` where it is absent.
  /// - Returns: `nil` where the ends are the wrong way round or out of bounds.
  init?(from: Int?, to: Int?) {
    let (from, to) = (from ?? 0, to ?? Self.limit)
    guard 0 <= from, from <= to, to <= Self.limit else { return nil }
    range = from...to
  }

  /// The whole number that a cell of a table holds, rounded down as ages are; `nil` where it holds no
  /// number.
  static func number(in cell: String) -> Int? {
    let parts = cell.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.utf8.count <= 7, parts.dropFirst().allSatisfy(\.isDigits)
    else { return nil }
    return Int(digits: whole)
  }
}

extension BackgroundQuestions.Field {
  /// The option whose band the number of a cell is in, by its place; `nil` where there is none.
  package func option(ofNumber cell: String) -> Int? {
    guard options.contains(where: { $0.band != nil }), let number = NumberBand.number(in: cell)
    else { return nil }
    return options.firstIndex { $0.band?.range.contains(number) ?? false }
  }
}
