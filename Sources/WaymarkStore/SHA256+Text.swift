extension SHA256 {
  /// The digest of a text's UTF-8 as 64 lower-case hexadecimal digits.
  @Sendable public static func hex(_ text: String) -> String { hex(of: Array(text.utf8)) }
}
