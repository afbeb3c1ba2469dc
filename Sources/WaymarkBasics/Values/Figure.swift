/// A number of a report, or the reason why there is none; never a zero in its place.
package enum Figure<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The number.
  case value(Value)
  /// Why there is none.
  case none(Absence)

  /// The number, when there is one.
  package var value: Value? {
    switch self {
    case .value(let value): value
    case .none: nil
    }
  }

  /// Why there is none, when there is none.
  package var absence: Absence? {
    switch self {
    case .value: nil
    case .none(let absence): absence
    }
  }

  /// What another number made of it is, or the same reason.
  package func map<Other>(_ transform: (Value) -> Other) -> Figure<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .none(let absence): .none(absence)
    }
  }

  /// What another number made of it is, which may be absent for a reason of its own.
  package func flatMap<Other>(_ transform: (Value) -> Figure<Other>) -> Figure<Other> {
    switch self {
    case .value(let value): transform(value)
    case .none(let absence): .none(absence)
    }
  }

  /// The figure of a number that may be absent for one reason.
  package init(_ value: Value?, orNone absence: Absence) {
    self = value.map(Figure.value) ?? .none(absence)
  }
}

/// Why a report has no number in some place.
package enum Absence: Hashable, Sendable {
  /// Too few people: the number could show one of them.
  case withheld
  /// Nobody who answered has a role that asks for it.
  case noTarget
  /// Nobody gave a level.
  case noAnswers
  /// One answer does not vary.
  case oneAnswer
  /// A scale of one statement.
  case oneStatement
  /// All answered alike.
  case noVariation
  /// Two scales that have not the same steps.
  case unequalScales

  /// The mark that stands for a withheld number in every format.
  package static let withheldMark = "[c]"

  /// What stands in the place of the number: `[c]` when it is withheld, else nothing.
  package var mark: String { self == .withheld ? Self.withheldMark : "" }
}

/// Numbers as text, the same on every machine and in every locale.
package enum Decimal {
  /// The number with a fixed count of decimals.
  ///
  /// Halves are rounded away from zero, the separator is `.`, and there is no `-0`. The number must
  /// be finite and smaller than 10^9, the count of decimals 0 to 9.
  package static func text(_ value: Double, places: Int) -> String {
    precondition(value.isFinite && abs(value) < 1e9 && (0...9).contains(places))
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let units = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let sign = value < 0 && units > 0 ? "-" : ""
    guard places > 0 else { return sign + String(units) }
    let fraction = String(units % scale)
    return sign + String(units / scale) + "."
      + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }

  /// The number that `text` writes, for files that hold numbers.
  package static func rounded(_ value: Double, places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  /// A share of 0 to 1 in whole per cent: `43 %`.
  package static func percent(_ share: Double) -> String { text(share * 100, places: 0) + " %" }
}

extension Int {
  /// The whole number that a text spells in the digits 0 to 9 and nothing else.
  ///
  /// `nil` for an empty text, for signs, blanks and the digits of other scripts, which `Int(_:)` takes
  /// in part, and for a number beyond 64 bits. Zeros in front are digits like others.
  package init?(digits text: some StringProtocol) {
    guard text.isDigits, let number = Int(text) else { return nil }
    self = number
  }
}

extension StringProtocol {
  /// Whether the text is made of the digits 0 to 9, at least one, and nothing else.
  package var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
