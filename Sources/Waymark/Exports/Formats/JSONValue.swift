extension JSON {
  /// A piece of a JSON document that is put together by hand, with nulls where a key must stand.
  public indirect enum Value: Hashable, Sendable {
    /// Keys and values; written in the order of the keys.
    case object([String: Value])
    /// Values in order.
    case array([Value])
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A finite number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// No value.
    case null
  }
}
