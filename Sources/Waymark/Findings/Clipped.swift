extension String {
  /// The text for a message: what is longer than 60 Unicode scalars is cut and ends in `...`, as a
  /// cell or an attribute may hold 64 KiB.
  public var clipped: String { clipped(to: 60) }

  /// The text for a message, cut to so many Unicode scalars.
  func clipped(to limit: Int) -> String {
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    return String(unicodeScalars.prefix(limit - 3)) + "..."
  }

  /// The clipped text in quotes.
  public var excerpt: String { "'\(clipped)'" }

  /// The text `printable` on one line, cut where it is longer than any sentence of ours.
  var asPartOfLine: String {
    // Cut first: only the beginning of what is far too long is looked at.
    clipped(to: 1_000).printableLine.clipped(to: 600)
  }
}
