/// How a file writes its characters as bytes.
///
/// Nothing is guessed: a file is read as UTF-8 unless the person says otherwise.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// ISO 8859-1, a byte a character.
  case latin1
  /// UTF-16 with a byte order mark, which says which byte comes first.
  case utf16 = "utf-16"
}
