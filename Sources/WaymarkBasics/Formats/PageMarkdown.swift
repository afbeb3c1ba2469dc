extension Page {
  /// The page as a Markdown document (CommonMark with tables), to keep, print or hand on.
  ///
  /// Everything is escaped; addresses become links only when they are http or https.
  public var markdown: String {
    var parts = ["# \(Markdown.escaped(title))\n"] + header.map { $0.markdown }
    for section in sections where section.audience != .browser {
      if let heading = section.heading { parts.append("## \(Markdown.escaped(heading))\n") }
      parts += section.blocks.compactMap(\.markdown)
    }
    if !footer.isEmpty { parts.append(Markdown.escaped(footer.joined(separator: " ")) + "\n") }
    return parts.joined(separator: "\n")
  }
}

extension Page.Phrase {
  fileprivate var markdown: String { markdown(startsLine: true) }

  fileprivate func markdown(startsLine: Bool) -> String {
    pieces.enumerated().map { place, piece in
      Self.markdown(of: piece, startsLine: startsLine && place == 0)
    }.joined()
  }

  private static func markdown(of piece: Piece, startsLine: Bool) -> String {
    switch piece {
    case .plain(let text): Markdown.escaped(text, startsLine: startsLine)
    case .strong(let text): "**\(Markdown.escaped(text))**"
    case .code(let text): Self.code(text)
    case .id(let id): " (\(Self.code(id)))"
    case .spoken(let piece, in: _): markdown(of: piece, startsLine: startsLine)
    case .link(let text, to: let address): Markdown.link(to: address, text)
    case .file(let path): "[\(Markdown.escaped("\(path)"))](\(path))"
    case .bar, .parts: ""
    }
  }
}

extension Page.Phrase {
  private static func code(_ text: String) -> String {
    "`\(text.printableLine.replacing("`", with: "'"))`"
  }
}

extension Page.Paragraph {
  /// The sentences behind one another, without a line feed.
  fileprivate var joined: String {
    // Escaped together: what begins a sentence does not begin a line.
    let isPlain = sentences.allSatisfy(\.isPlain)
    return isPlain
      ? Markdown.escaped(sentences.map(\.text).joined(separator: " "))
      : sentences.map(\.markdown).joined(separator: " ")
  }

  fileprivate var markdown: String {
    switch weight {
    case .notice: "> \(joined)\n"
    case .lead: "**\(joined)**\n"
    default: joined + "\n"
    }
  }
}

extension Page.Block {
  fileprivate var markdown: String? {
    switch self {
    case .paragraph(let paragraph): return paragraph.markdown
    case .heading(let text): return "### \(Markdown.escaped(text))\n"
    case .subheading(let text): return "#### \(Markdown.escaped(text))\n"
    case .list(let lines): return lines.map { "- \($0.markdown)\n" }.joined()
    case .entries(let entries, let isNumbered, isSpaced: _):
      return entries.enumerated().map { place, entry in
        entry.markdown(isNumbered ? "\(place + 1)." : "-")
      }.joined()
    case .definitions(let terms):
      return terms.enumerated().map { place, definition in
        "\(place + 1). **\(Markdown.escaped(definition.term)):** "
          + Markdown.escaped(definition.meaning) + "\n"
      }.joined()
    case .table(let table):
      let name = table.isNamed ? "### \(Markdown.escaped(table.caption))\n\n" : ""
      return name
        + Markdown.table(
          table.columns.map { column in
            switch column {
            case .words(let title): .words(Markdown.escaped(title))
            case .numbers(let title, short: _): .numbers(Markdown.escaped(title))
            }
          }, rows: table.rows.map { $0.cells.map { $0.markdown(startsLine: false) } })
    case .chart, .figure: return nil
    }
  }
}

extension Page.Entry {
  fileprivate func markdown(_ mark: String) -> String {
    let name = title.isPlain ? "**\(Markdown.escaped(title.text))**" : title.markdown
    let remark = address.map { ", \(Markdown.escaped($0.remark))" } ?? ""
    let lines = items.map { "    - \($0.markdown)" } + Self.lines(facts)
    let box = isTicked ? "[ ] " : ""
    return (["\(mark) \(box)\(name)\(remark)"] + lines).map { $0 + "\n" }.joined()
  }

  /// A line a sentence; what is said for a purpose stands below it.
  private static func lines(_ facts: [Page.Paragraph]) -> [String] {
    var lines: [String] = []
    var indentation = "    "
    for fact in facts {
      if fact.weight == .purpose {
        lines.append("    - **\(fact.joined)**")
        indentation = "      "
      } else {
        lines += fact.sentences.map { "\(indentation)- \($0.markdown)" }
      }
    }
    return lines
  }
}
