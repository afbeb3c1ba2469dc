/// How text for people is written: how wide, with which accents, in which form.
public struct TextStyle: Hashable, Sendable {
  /// The widths that a page of text can have, in columns.
  public static let widths = 40...200

  /// How many columns a line may take.
  public let width: Int
  /// Whether bold and one accent colour are used; nothing is said by them alone.
  public let isColoured: Bool
  /// Whether every line stands alone, for screen readers: no alignment, no indentation, no bars.
  public let isAccessible: Bool

  /// Makes a style; a width outside of `widths` is moved to the nearest end, and the accessible
  /// form has no colour.
  public init(width: Int = 80, colour: Bool = false, accessible: Bool = false) {
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    isColoured = colour && !accessible
    isAccessible = accessible
  }

  /// The text in bold.
  public func bold(_ text: String) -> String { paint(text, "1") }

  /// The text in the accent: cyan of the 16 colours, which people can remap.
  public func accent(_ text: String) -> String { paint(text, "36") }

  private func paint(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
