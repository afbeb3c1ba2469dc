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

  /// The mark that stands for a withheld number in every format.
  package static let withheldMark = "[c]"

  /// What stands in the place of the number: `[c]` when it is withheld, else nothing.
  package var mark: String { self == .withheld ? Self.withheldMark : "" }
}
