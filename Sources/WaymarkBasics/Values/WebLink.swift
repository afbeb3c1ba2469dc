/// An address that is safe to follow: http or https, and nothing in it that hides or misleads.
package struct WebLink: Hashable, Sendable {
  /// The address as it was given.
  package let address: String

  /// Makes a link, or `nil` unless the address starts with `http://` or `https://` (in any case),
  /// names a host without a name and `@` before it, and is made of visible ASCII characters without
  /// `"`, `<`, `>`, `\` and `` ` ``: then it leads where it seems to lead.
  package init?(_ address: String) {
    let lowered = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else { return nil }
    let host = lowered.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty, !host.contains(UInt8(ascii: "@")),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\`".utf8.contains($0) })
    else { return nil }
    self.address = address
  }
}
