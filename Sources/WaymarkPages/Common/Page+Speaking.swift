import Waymark
import WaymarkBasics

extension Page {
  /// The page with the language of a framework's texts beside each of them, so that their marks stand
  /// on the right side and a screen reader takes the right voice.
  ///
  /// - Parameter texts: `nil` where they are in the language of the page.
  func speaking(_ texts: FrameworkTexts?) -> Page {
    guard let texts else { return self }
    return Page(
      title, language: language, header: header.map { $0.speaking(texts) },
      sections: sections.map { section in
        Section(
          section.heading, id: section.id, for: section.audience,
          isOpening: section.isOpening, section.blocks.map { $0.speaking(texts) })
      }, footer: footer, styles: styles)
  }
}

extension Page.Block {
  fileprivate func speaking(_ texts: FrameworkTexts) -> Page.Block {
    switch self {
    case .paragraph(let paragraph): .paragraph(paragraph.speaking(texts))
    case .list(let lines): .list(lines.map { $0.speaking(texts) })
    case .entries(let entries, let isNumbered, let isSpaced):
      .entries(
        entries.map { $0.speaking(texts) }, isNumbered: isNumbered, isSpaced: isSpaced)
    case .table(let table): .table(table.speaking(texts))
    case .heading, .subheading, .definitions, .chart, .figure: self
    }
  }
}

extension Page.Paragraph {
  fileprivate func speaking(_ texts: FrameworkTexts) -> Page.Paragraph {
    Page.Paragraph(sentences.map { $0.speaking(texts) }, weight)
  }
}

extension Page.Entry {
  fileprivate func speaking(_ texts: FrameworkTexts) -> Page.Entry {
    Page.Entry(
      title.speaking(texts), facts: facts.map { $0.speaking(texts) },
      items: items.map { $0.speaking(texts) }, address: address, isTicked: isTicked)
  }
}

extension Page.Table {
  fileprivate func speaking(_ texts: FrameworkTexts) -> Page.Table {
    Page.Table(
      caption, columns,
      rows.map { row in
        Row(
          row.cells.map { $0.speaking(cell: texts) }, sentence: row.sentence, bar: row.bar)
      }, legend: legend, isWide: isWide, isNamed: isNamed, drawing: drawing)
  }
}

extension Page.Phrase {
  fileprivate func speaking(_ texts: FrameworkTexts) -> Page.Phrase {
    Page.Phrase(
      pieces.flatMap { piece in
        switch piece {
        case .plain(let text):
          texts.pieces(of: text).map { Self.piece($0.text, $0.isSpoken, texts, Piece.plain) }
        case .strong(let text):
          texts.pieces(of: text).map { Self.piece($0.text, $0.isSpoken, texts, Piece.strong) }
        case .code, .id, .spoken, .link, .file, .bar, .parts: [piece]
        }
      })
  }

  /// The same for a cell, which is one of the texts, or the id of an area before one, or none.
  fileprivate func speaking(cell texts: FrameworkTexts) -> Page.Phrase {
    Page.Phrase(
      pieces.flatMap { piece -> [Piece] in
        guard case .plain(let text) = piece else { return [piece] }
        if texts.contains(text) { return [.spoken(piece, in: texts.language)] }
        guard let space = text.firstIndex(of: " ") else { return [piece] }
        let rest = String(text[text.index(after: space)...])
        guard texts.contains(rest) else { return [piece] }
        return [.plain(String(text[...space])), .spoken(.plain(rest), in: texts.language)]
      })
  }

  private static func piece(
    _ text: String, _ isSpoken: Bool, _ texts: FrameworkTexts, _ make: (String) -> Piece
  ) -> Piece {
    isSpoken ? .spoken(make(text), in: texts.language) : make(text)
  }
}
