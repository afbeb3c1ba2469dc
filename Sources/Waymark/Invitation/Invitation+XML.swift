import WaymarkBasics

extension Invitation {
  /// The document, the same for the same invitation, ended by a line feed.
  ///
  /// UTF-8, XML 1.0, in the namespace `urn:waymark:campaign`. Texts can only be texts: markup is
  /// escaped, and a character that XML does not allow becomes U+FFFD. Reading it gives an equal
  /// invitation when no text has two blanks in a row or blanks around it.
  package var xml: String {
    var attributes = [
      ("xmlns", DocumentKind.campaign.namespace), ("schema", "1"), ("id", campaign.description),
      ("xml:lang", language.description), ("framework", framework.id.description),
      ("frameworkVersion", framework.version), ("frameworkSha256", framework.sha256),
      ("backgroundSha256", backgroundDocument), ("importance", importance.rawValue),
    ]
    if let closes { attributes.append(("closes", closes.description)) }
    let written = attributes.map { "\n    \($0.0)=\"\(Self.escaped($0.1))\"" }.joined()
    let texts = [("title", title), ("from", asker), ("send", sending)]
    let asks = background.map { "  <ask field=\"\(Self.escaped($0.description))\"/>\n" }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<campaign\(written)>\n"
      + texts.map { Self.element($0.0, $0.1) }.joined() + asks.joined() + "</campaign>\n"
  }

  private static func element(_ name: String, _ text: LocalizedText) -> String {
    let translations = text.translations.map { ($0.key.description, $0.value) }
      .sorted { $0.0 < $1.0 }
    return "  <\(name)>\(escaped(text.original))</\(name)>\n"
      + translations.map { language, words in
        "  <\(name) xml:lang=\"\(escaped(language))\">\(escaped(words))</\(name)>\n"
      }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{D}", "\u{E}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}":
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
