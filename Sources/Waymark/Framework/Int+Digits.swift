extension Int {
  /// The whole number that a text spells in the digits 0 to 9 and nothing else.
  ///
  /// `nil` for an empty text, for signs, blanks and the digits of other scripts, which `Int(_:)` takes
  /// in part, and for a number beyond 64 bits. Zeros in front are digits like others.
  public init?(digits text: some StringProtocol) {
    guard text.isDigits, let number = Int(text) else { return nil }
    self = number
  }
}

extension StringProtocol {
  /// Whether the text is made of the digits 0 to 9, at least one, and nothing else.
  public var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
