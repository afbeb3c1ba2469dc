/// A number of a report, or the reason why there is none; never a zero in its place.
public enum Figure<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The number.
  case value(Value)
  /// Why there is none.
  case none(Absence)

  /// The number, when there is one.
  public var value: Value? {
    switch self {
    case .value(let value): value
    case .none: nil
    }
  }

  /// Why there is none, when there is none.
  public var absence: Absence? {
    switch self {
    case .value: nil
    case .none(let absence): absence
    }
  }

  /// What another number made of it is, or the same reason.
  func map<Other>(_ transform: (Value) -> Other) -> Figure<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .none(let absence): .none(absence)
    }
  }

  /// The figure of a number that may be absent for one reason.
  init(_ value: Value?, orNone absence: Absence) {
    self = value.map(Figure.value) ?? .none(absence)
  }
}
