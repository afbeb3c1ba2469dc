/// A piece of an HTML page in which text can only be text.
///
/// Whatever is put in is escaped by construction, a string literal or interpolation included; tags
/// and attribute names come from fixed lists; addresses become links only when they are `WebLink`s.
package struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  package let markup: String

  private init(markup: String) { self.markup = markup }

  /// Text, with `&`, `<`, `>` and quotes escaped and made `printable`.
  package init(text: String) { markup = Self.escaped(text) }

  /// Text from a literal, escaped as any text.
  package init(stringLiteral text: String) { self.init(text: text) }

  /// An element with its children.
  package init(_ tag: Tag, _ attributes: [Attribute] = [], _ children: [HTML] = []) {
    let opening =
      "<" + tag.name + attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined() + ">"
    guard !tag.isVoid else {
      markup = opening + "\n"
      return
    }
    markup =
      opening + (tag.isBlock ? "\n" : "") + children.map(\.markup).joined()
      + "</\(tag.name)>" + (tag.isBlock || tag.isLine ? "\n" : "")
  }

  /// An element that holds one text.
  package init(_ tag: Tag, _ attributes: [Attribute] = [], _ text: String) {
    self.init(tag, attributes, [HTML(text: text)])
  }

  /// A link, or the text alone when the address is no http or https address.
  package static func link(to address: String, _ text: String) -> HTML {
    guard let link = WebLink(address) else { return HTML(text: text) }
    return HTML(.a, [.href(link), .noReferrer], text)
  }

  /// A whole page that fetches nothing and runs nothing.
  ///
  /// - Parameters:
  ///   - title: The title of the window.
  ///   - language: The language of the page.
  ///   - style: The style sheet, a constant of the program.
  ///   - more: Style sheets that go on from it.
  ///   - body: What stands on the page.
  package static func page(
    title: String, language: LanguageTag, style: StaticString, more: [StaticString] = [],
    body: [HTML]
  ) -> String {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    let head = HTML(
      .head, [],
      [
        HTML(.meta, [.charset]),
        HTML(.meta, [.httpEquivalent("Content-Security-Policy"), .content(policy)]),
        HTML(.meta, [.named("viewport"), .content("width=device-width, initial-scale=1")]),
        HTML(.meta, [.named("color-scheme"), .content("light dark")]),
        HTML(.meta, [.named("referrer"), .content("no-referrer")]),
        HTML(.title, [], title),
        HTML(markup: "<style>\n\(style)\(more.map { "\($0)" }.joined())</style>\n"),
      ])
    return "<!DOCTYPE html>\n"
      + HTML(.html, [.language(language)], [head, HTML(.body, [], body)]).markup
  }

  /// A drawing as a file of its own, which fetches nothing and runs nothing.
  ///
  /// - Parameter style: The style sheet, a constant of the program.
  package static func drawing(
    width: Int, height: Int, style: StaticString, _ children: [HTML]
  ) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + HTML(
        .svg,
        [
          .drawings, .viewBox(width: width, height: height), .pixels(.width, width),
          .pixels(.height, height),
        ], [HTML(markup: "<style>\n\(style)</style>\n")] + children
      ).markup
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.printable.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

extension HTML {
  /// The elements that pages and figures use.
  package enum Tag: String, Hashable, Sendable {
    case html, head, meta, title, body, main, header, footer, nav, section, div
    case h1, h2, h3, h4, p, ol, ul, li, table, caption, thead, tbody, tr, th, td
    case figure, figcaption, a, b, span, code
    case svg, desc, g, rect, line, circle, text

    package var name: String { rawValue }

    package var isVoid: Bool { self == .meta }

    /// Stands on lines of its own, its children between them.
    package var isBlock: Bool {
      switch self {
      case .html, .head, .body, .main, .header, .footer, .nav, .section, .div, .ol, .ul, .table,
        .thead,
        .tbody, .tr, .figure, .svg, .g:
        true
      default: false
      }
    }

    /// Stands on one line of its own.
    package var isLine: Bool {
      switch self {
      case .title, .h1, .h2, .h3, .h4, .p, .li, .caption, .th, .td, .figcaption, .desc, .rect,
        .line, .circle, .text:
        true
      default: false
      }
    }
  }
}

extension HTML {
  /// An attribute of an element; its name is fixed, its value is escaped when it is written.
  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let value: String

    private init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    /// The id of an element, for labels.
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }

    /// The class of an element, for the style sheet.
    package static func `class`(_ name: String) -> Attribute { Attribute("class", name) }

    /// The content reads from right to left.
    package static let rightToLeft = Attribute("dir", "rtl")

    /// The language of the content.
    package static func language(_ tag: LanguageTag) -> Attribute {
      Attribute("lang", tag.description)
    }

    /// Makes a header cell the header of its column.
    package static let columnHeader = Attribute("scope", "col")

    /// Makes a header cell the header of its row.
    package static let rowHeader = Attribute("scope", "row")

    /// Makes a drawing one image for screen readers.
    package static let image = Attribute("role", "img")

    /// The ids of the elements that name this one.
    package static func labelled(by ids: String...) -> Attribute {
      Attribute("aria-labelledby", ids.joined(separator: " "))
    }

    /// Keeps an element from screen readers: something else says the same in words.
    package static let decorative = Attribute("aria-hidden", "true")

    /// Where a link leads.
    package static func href(_ link: WebLink) -> Attribute { Attribute("href", link.address) }

    /// Leads to a part of the same page, by its id.
    package static func part(_ id: String) -> Attribute { Attribute("href", "#" + id) }

    /// Leads to a file that is written beside the page.
    package static func file(_ path: StaticString) -> Attribute { Attribute("href", "\(path)") }

    /// Makes a part of the page a place that screen readers can go to.
    package static let region = Attribute("role", "region")

    /// Lets the keyboard reach what scrolls.
    package static let focusable = Attribute("tabindex", "0")

    /// Names an element in words.
    package static func name(_ text: String) -> Attribute { Attribute("aria-label", text) }

    /// Does not tell the other side where the reader came from.
    package static let noReferrer = Attribute("rel", "noreferrer noopener")

    /// Says that what follows is a drawing, in a file that is nothing else.
    fileprivate static let drawings = Attribute("xmlns", "http://www.w3.org/2000/svg")

    fileprivate static func viewBox(width: Int, height: Int) -> Attribute {
      Attribute("viewBox", "0 0 \(width) \(height)")
    }

    package static let charset = Attribute("charset", "utf-8")

    package static func named(_ name: String) -> Attribute { Attribute("name", name) }

    package static func httpEquivalent(_ name: String) -> Attribute {
      Attribute("http-equiv", name)
    }

    package static func content(_ text: String) -> Attribute { Attribute("content", text) }

    /// A place or size in a drawing, in pixels.
    package static func pixels(_ name: Geometry, _ value: Int) -> Attribute {
      Attribute(name.rawValue, String(value))
    }

    /// A place or size in a drawing, in per cent of its width or height, to two decimals.
    package static func percent(_ name: Geometry, _ value: Double) -> Attribute {
      Attribute(name.rawValue, Decimal.text(value, places: 2) + "%")
    }

    /// The places and sizes of a drawing.
    package enum Geometry: String { case x, y, x1, x2, y1, y2, width, height, cx, cy, r, dx }
  }
}
