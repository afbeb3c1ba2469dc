/// How text is laid out for one person's terminal.
public struct TextStyle: Hashable, Sendable {
  /// The widths that lines may have, in columns; others are clamped.
  public static let widths = 40...200

  /// The most columns a line takes.
  public let width: Int
  /// Whether every line stands alone: no alignment, no leading blanks.
  public let isAccessible: Bool
  /// Whether bold and the accent colour are used; they never carry meaning.
  public let hasColour: Bool

  /// Settles a style; accessible text has no colour escapes.
  public init(width: Int = 80, isAccessible: Bool = false, hasColour: Bool = false) {
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    self.isAccessible = isAccessible
    self.hasColour = hasColour && !isAccessible
  }

  /// The text in bold.
  public func bold(_ text: String) -> String { escaped(text, code: 1) }

  /// The text in the accent colour, one of the sixteen that people can remap.
  public func accent(_ text: String) -> String { escaped(text, code: 36) }

  private func escaped(_ text: String, code: Int) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
