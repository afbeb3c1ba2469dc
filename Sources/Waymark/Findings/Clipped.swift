extension String {
  /// The text for a message: what is longer than 60 Unicode scalars is cut and ends in `...`, as a
  /// cell or an attribute may hold 64 KiB.
  public var clipped: String {
    guard utf8.count > 60, unicodeScalars.count > 60 else { return self }
    return String(unicodeScalars.prefix(57)) + "..."
  }

  /// The clipped text in quotes.
  public var excerpt: String { "'\(clipped)'" }
}
