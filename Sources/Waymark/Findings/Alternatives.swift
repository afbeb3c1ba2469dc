extension [String] {
  /// The words as a choice: `a`, `a or b`, `a, b or c`.
  public var alternatives: String {
    guard let last else { return "" }
    return count == 1 ? last : dropLast().joined(separator: ", ") + " or " + last
  }
}
