extension HTML {
  /// The elements that pages and figures use.
  public enum Tag: String, Hashable, Sendable {
    case html, head, meta, title, body, main, header, footer, nav, section, div
    case h1, h2, h3, p, ol, ul, li, table, caption, thead, tbody, tr, th, td
    case figure, figcaption, a, b, span, code
    case svg, desc, g, rect, line, circle, text

    var name: String { rawValue }

    var isVoid: Bool { self == .meta }

    /// Stands on lines of its own, its children between them.
    var isBlock: Bool {
      switch self {
      case .html, .head, .body, .main, .header, .footer, .nav, .section, .div, .ol, .ul, .table,
        .thead,
        .tbody, .tr, .figure, .svg, .g:
        true
      default: false
      }
    }

    /// Stands on one line of its own.
    var isLine: Bool {
      switch self {
      case .title, .h1, .h2, .h3, .p, .li, .caption, .th, .td, .figcaption, .desc, .rect,
        .line, .circle, .text:
        true
      default: false
      }
    }
  }
}
