extension Page {
  /// The page as a Markdown document (CommonMark with tables), to keep, print or hand on.
  ///
  /// Everything is escaped; addresses become links only when they are http or https.
  package var markdown: String {
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
  fileprivate var markdown: String {
    pieces.map { piece in
      switch piece {
      case .plain(let text): Markdown.escaped(text)
      case .strong(let text): "**\(Markdown.escaped(text))**"
      case .code(let text): "`\(text.printableLine.replacing("`", with: "'"))`"
      case .link(let text, to: let address): Markdown.link(to: address, text)
      }
    }.joined()
  }
}

extension Page.Paragraph {
  /// The sentences behind one another, without a line feed.
  fileprivate var joined: String {
    // Escaped together: what begins a sentence does not begin a line.
    let isPlain = sentences.allSatisfy { $0.pieces.count == 1 && $0.isPlain }
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

extension Page.Phrase {
  fileprivate var isPlain: Bool {
    pieces.allSatisfy { if case .plain = $0 { true } else { false } }
  }
}

extension Page.Block {
  fileprivate var markdown: String? {
    switch self {
    case .paragraph(let paragraph): return paragraph.markdown
    case .heading(let text): return "### \(Markdown.escaped(text))\n"
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
      return Markdown.table(
        table.columns.map { column in
          switch column {
          case .words(let title): .words(Markdown.escaped(title))
          case .numbers(let title, short: _): .numbers(Markdown.escaped(title))
          }
        }, rows: table.rows.map { $0.cells.map(\.markdown) })
    case .figure: return nil
    }
  }
}

extension Page.Entry {
  fileprivate func markdown(_ mark: String) -> String {
    let name =
      if let address {
        Markdown.link(to: address.url, title.text) + ", \(Markdown.escaped(address.remark))"
      } else {
        title.isPlain ? "**\(Markdown.escaped(title.text))**" : title.markdown
      }
    return
      (["\(mark) \(name)"] + facts.map { "    - \($0.joined)" }
      + items.map { "    - \($0.markdown)" }).map { $0 + "\n" }.joined()
  }
}
