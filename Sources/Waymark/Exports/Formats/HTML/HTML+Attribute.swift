extension HTML {
  /// An attribute of an element; its name is fixed, its value is escaped when it is written.
  public struct Attribute: Hashable, Sendable {
    let name: String
    let value: String

    private init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    /// The id of an element, for labels.
    public static func id(_ id: String) -> Attribute { Attribute("id", id) }

    /// The class of an element, for the style sheet.
    public static func `class`(_ name: String) -> Attribute { Attribute("class", name) }

    /// The language of the content.
    public static func language(_ tag: LanguageTag) -> Attribute {
      Attribute("lang", tag.description)
    }

    /// Makes a header cell the header of its column.
    public static let columnHeader = Attribute("scope", "col")

    /// Makes a header cell the header of its row.
    public static let rowHeader = Attribute("scope", "row")

    /// Makes a drawing one image for screen readers.
    public static let image = Attribute("role", "img")

    /// The ids of the elements that name this one.
    public static func labelled(by ids: String...) -> Attribute {
      Attribute("aria-labelledby", ids.joined(separator: " "))
    }

    /// Keeps an element from screen readers: something else says the same in words.
    public static let decorative = Attribute("aria-hidden", "true")

    /// Where a link leads.
    public static func href(_ link: WebLink) -> Attribute { Attribute("href", link.address) }

    /// Leads to a part of the same page, by its id.
    static func part(_ id: String) -> Attribute { Attribute("href", "#" + id) }

    /// Leads to a file that is written beside the page.
    static func file(_ path: StaticString) -> Attribute { Attribute("href", "\(path)") }

    /// Makes a part of the page a place that screen readers can go to.
    static let region = Attribute("role", "region")

    /// Lets the keyboard reach what scrolls.
    static let focusable = Attribute("tabindex", "0")

    /// Names an element in words.
    static func name(_ text: String) -> Attribute { Attribute("aria-label", text) }

    /// Does not tell the other side where the reader came from.
    public static let noReferrer = Attribute("rel", "noreferrer noopener")

    static let charset = Attribute("charset", "utf-8")

    static func named(_ name: String) -> Attribute { Attribute("name", name) }

    static func httpEquivalent(_ name: String) -> Attribute { Attribute("http-equiv", name) }

    static func content(_ text: String) -> Attribute { Attribute("content", text) }

    /// A place or size in a drawing, in pixels.
    static func pixels(_ name: Geometry, _ value: Int) -> Attribute {
      Attribute(name.rawValue, String(value))
    }

    /// A place or size in a drawing, in per cent of its width or height, to two decimals.
    static func percent(_ name: Geometry, _ value: Double) -> Attribute {
      Attribute(name.rawValue, Decimal.text(value, places: 2) + "%")
    }

    /// The places and sizes of a drawing.
    enum Geometry: String { case x, y, x1, x2, y1, y2, width, height, cx, cy, r, dx }
  }
}
