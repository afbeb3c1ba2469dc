extension JSON {
  /// A piece of a JSON document that is put together by hand, with nulls where a key must stand.
  public indirect enum Value: Hashable, Sendable, Encodable {
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

    /// Writes the value as it is.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .object(let members): try container.encode(members)
      case .array(let elements): try container.encode(elements)
      case .string(let text): try container.encode(text)
      case .integer(let number): try container.encode(number)
      case .number(let number): try container.encode(number)
      case .bool(let truth): try container.encode(truth)
      case .null: try container.encodeNil()
      }
    }
  }
}
