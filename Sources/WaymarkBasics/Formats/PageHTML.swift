extension Page {
  /// The page for a browser and a printer; it runs no script and fetches nothing by itself.
  public var html: String {
    let header = HTML(.header, [], [HTML(.h1, [], title)] + header.map(\.html))
    let sections = sections.filter { $0.audience != .document }
    // What has no heading of its own goes on with the header.
    let first = sections.prefix { $0.heading == nil || $0.isOpening }
    let listed = sections.filter { $0.id != nil && $0.heading != nil && !$0.isOpening }
    let contents = listed.count > 2 ? [Self.contents(listed)] : []
    let footer =
      footer.isEmpty ? [] : [HTML(.footer, [.class("soft")], footer.joined(separator: " "))]
    return HTML.page(
      title: title, language: language, style: PageStyle.sheet, more: styles,
      body: [
        HTML(
          .main, [],
          [header] + first.map(\.html) + contents
            + sections.dropFirst(first.count).map(\.html) + footer)
      ])
  }

  private static func contents(_ sections: [Section]) -> HTML {
    HTML(
      .nav, [.name(PageWords.contents)],
      [
        HTML(
          .ul, [.class("contents")],
          sections.map { section in
            HTML(.li, [], [HTML(.a, [.part(section.id ?? "")], section.heading ?? "")])
          })
      ])
  }
}

extension Page.Phrase {
  fileprivate var html: [HTML] { pieces.flatMap(\.html) }

  fileprivate var hasBar: Bool { pieces.contains { if case .bar = $0 { true } else { false } } }
}

extension Page.Phrase.Piece {
  fileprivate var html: [HTML] {
    if case .id(let id) = self { return [" (", HTML(.code, [], id), ")"] }
    return [element]
  }

  private var element: HTML {
    switch self {
    case .plain(let text): HTML(text: text)
    case .strong(let text): HTML(.b, [], text)
    case .code(let text), .id(let text): HTML(.code, [], text)
    case .spoken(let piece, in: let language):
      HTML(
        .span,
        [.language(language)] + (language.isRightToLeft ? [.rightToLeft] : []), piece.html)
    case .link(let text, to: let address): HTML.link(to: address, text)
    case .file(let path): HTML(.a, [.file(path)], "\(path)")
    case .bar(let share):
      HTML(
        .svg, [.decorative, .percent(.width, 100), .pixels(.height, 6)],
        [
          HTML(
            .rect,
            [
              .class("bar"), .percent(.x, 0), .pixels(.y, 0), .percent(.width, share * 100),
              .pixels(.height, 6),
            ])
        ])
    case .parts(let shares):
      HTML(
        .svg, [.decorative, .class("parts"), .percent(.width, 100), .pixels(.height, 8)],
        SVG.parts(shares, top: 0, height: 8))
    }
  }
}

extension Page.Paragraph {
  fileprivate var html: HTML {
    let words = Array(sentences.map(\.html).joined(separator: [HTML(text: " ")]))
    return switch weight {
    case .plain: HTML(.p, [], words)
    case .lead: HTML(.p, [.class("lead")], words)
    case .soft: HTML(.p, [.class("soft")], words)
    case .strong: HTML(.p, [], [HTML(.b, [], words)])
    case .notice: HTML(.p, [.class("notice")], words)
    case .purpose: HTML(.p, [.class("purpose")], words)
    }
  }
}

extension Page.Section {
  fileprivate var html: HTML {
    HTML(
      .section, (id.map { [.id($0)] } ?? []) + (audience == .screen ? [.class("screen")] : []),
      (heading.map { [HTML(.h2, [], $0)] } ?? []) + blocks.map(\.html))
  }
}

extension Page.Block {
  fileprivate var html: HTML {
    switch self {
    case .paragraph(let paragraph): paragraph.html
    case .heading(let text): HTML(.h3, [], text)
    case .subheading(let text): HTML(.h4, [], text)
    case .list(let lines): HTML(.ul, [], lines.map { HTML(.li, [], $0.html) })
    case .entries(let entries, let isNumbered, isSpaced: _):
      HTML(isNumbered ? .ol : .ul, [.class("steps")], entries.map(\.html))
    case .definitions(let terms):
      HTML(
        .ol, [],
        terms.map { HTML(.li, [], [HTML(.b, [], $0.term + ":"), HTML(text: " " + $0.meaning)]) })
    case .table(let table): table.html
    case .chart(let chart): chart.html
    case .figure(let drawing): drawing
    }
  }
}

extension Page.Entry {
  fileprivate var html: HTML {
    let items = items.isEmpty ? [] : [HTML(.ul, [], items.map { HTML(.li, [], $0.html) })]
    let box = isTicked ? [HTML(.span, [.class("box"), .decorative])] : []
    return HTML(
      .li, isTicked ? [.class("tick")] : [],
      box + name + items + facts.map(\.html)
        + (address.map { [HTML(.p, [.class("address")], $0.url)] } ?? []))
  }

  /// The title in bold, or what leads to it where there is a link, and what is known of its address.
  private var name: [HTML] {
    let title = title.isPlain ? [HTML(.b, [], title.html)] : title.pieces.flatMap(\.title)
    return title + (address.map { [HTML(text: ", \($0.remark).")] } ?? [])
  }
}

extension Page.Phrase.Piece {
  fileprivate var title: [HTML] {
    if case .link = self { [HTML(.b, [], html)] } else { html }
  }
}

extension Page.Table {
  /// The drawing where there is one, else the table with a header row, whose first cells are the headers
  /// of their rows.
  package var html: HTML {
    if let drawing { return drawing }
    let table = HTML(
      .table,
      [
        .class(
          kind + (rows.contains { $0.cells.contains(where: \.hasBar) } ? " heat" : "")
            + (columns.count > Self.many ? " many" : ""))
      ],
      [
        HTML(.caption, [], caption),
        HTML(
          .thead, [],
          [
            HTML(
              .tr, [],
              columns.map { HTML(.th, [.columnHeader] + Self.attributes($0), $0.title) })
          ]),
        HTML(
          .tbody, [],
          rows.map { row in
            HTML(
              .tr, [],
              zip(columns, row.cells).enumerated().map { place, cell in
                place == 0
                  ? HTML(.th, [.rowHeader], cell.1.html)
                  : HTML(.td, Self.attributes(cell.0), cell.1.html)
              })
          }),
      ])
    return isWide
      ? HTML(.div, [.class("scroll"), .region, .name(caption), .focusable], [table]) : table
  }

  /// With more columns than these a table is set smaller.
  private static let many = 9

  /// What the style sheet lays it out by: columns of numbers, or texts beside a wide first column.
  private var kind: String {
    columns.dropFirst().allSatisfy { if case .numbers = $0 { true } else { false } }
      ? "figures" : "answers"
  }

  private static func attributes(_ column: Column) -> [HTML.Attribute] {
    if case .numbers = column { [.class("number")] } else { [] }
  }
}
