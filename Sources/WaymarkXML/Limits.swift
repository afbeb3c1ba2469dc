/// How large a document and its parts may be; what is beyond is refused unread.
package enum Limits {
  /// The bytes of a file: 8 MiB.
  package static let file = 8 << 20
  /// The bytes of one text or of the value of one attribute: 64 KiB.
  package static let value = 64 << 10
  /// How deep elements may stand in one another.
  package static let depth = 64
  /// The attributes of one element.
  package static let attributes = 64
  /// The competencies of a framework.
  package static let competencies = 10_000

  /// The bytes from one `<` to the next: a tag and the text behind it.
  ///
  /// A text and a tag that keep to the other limits keep to this one. It is looked at before the
  /// parser, whose search for repeated attributes takes time with the square of their number.
  static let tag = 2 * value
  /// The faults of shape and syntax after which reading stops.
  static let findings = 1_000
}
