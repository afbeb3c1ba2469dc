/// An address that is safe to follow: http or https, and nothing hidden in it.
public struct WebLink: Hashable, Sendable {
  /// The address as it was given.
  public let address: String

  /// Makes a link, or `nil` unless the address starts with `http://` or `https://` (in any case),
  /// names a host, and is made of visible characters without spaces, quotes, `<`, `>` and `\`.
  public init?(_ address: String) {
    let lowered = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix),
      let first = lowered.utf8.dropFirst(scheme.utf8.count).first,
      first != UInt8(ascii: "/"), first != UInt8(ascii: "?"), first != UInt8(ascii: "#"),
      address.printableLine == address,
      !address.contains(where: { $0.isWhitespace || "\"'<>\\`".contains($0) })
    else { return nil }
    self.address = address
  }
}
