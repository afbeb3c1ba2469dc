extension String {
  /// The text for a message: what is longer than 60 characters is cut and ends in `...`.
  public var clipped: String {
    utf8.count <= 60 || count <= 60 ? self : String(prefix(57)) + "..."
  }
}

extension [String] {
  /// The words as a choice: `a`, `a or b`, `a, b or c`.
  public var alternatives: String {
    guard let last else { return "" }
    return count == 1 ? last : dropLast().joined(separator: ", ") + " or " + last
  }
}
