/// A piece of an HTML page in which text can only be text.
///
/// Whatever is put in is escaped by construction, a string literal or interpolation included; tags
/// and attribute names come from fixed lists; addresses become links only when they are `WebLink`s.
public struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The markup.
  public let markup: String

  private init(markup: String) { self.markup = markup }

  /// Text, with `&`, `<`, `>` and quotes escaped and made `printable`.
  public init(text: String) { markup = Self.escaped(text) }

  /// Text from a literal, escaped as any text.
  public init(stringLiteral text: String) { self.init(text: text) }

  /// An element with its children.
  public init(_ tag: Tag, _ attributes: [Attribute] = [], _ children: [HTML] = []) {
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
  public init(_ tag: Tag, _ attributes: [Attribute] = [], _ text: String) {
    self.init(tag, attributes, [HTML(text: text)])
  }

  /// A link, or the text alone when the address is no http or https address.
  public static func link(to address: String, _ text: String) -> HTML {
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
  public static func page(
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
