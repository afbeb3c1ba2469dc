/// One document for people: what it says and in which order, never how it looks.
///
/// Every renderer walks the same value: `text` for a terminal, also read aloud, `markdown`, and `html`
/// for a browser and a printer. What stands on one of them alone says so.
public struct Page {
  /// Words on one line, some of them strong, an id, or a link.
  package struct Phrase: ExpressibleByStringInterpolation {
    package indirect enum Piece {
      case plain(String)
      case strong(String)
      case code(String)
      /// The id of what was just named, in brackets; on a screen only where ids are asked for.
      case id(String)
      /// Words in a language that need not be that of the page.
      case spoken(Piece, in: LanguageTag)
      /// Words that lead to an http or https address; where they cannot, the words alone.
      case link(String, to: String)
      /// A file that is written beside the page, by its path from there.
      case file(StaticString)
      /// A line as long as this share, 0 to 1, under the number that says so, where one can be drawn.
      case bar(Double)
      /// A bar in parts of these shares, 0 to 1, under the numbers that say so, where one can be drawn.
      case parts([Double])
    }

    package let pieces: [Piece]

    package init(_ pieces: [Piece]) { self.pieces = pieces }

    package init(stringLiteral text: String) { pieces = [.plain(text)] }

    package init(_ text: String) { pieces = [.plain(text)] }

    /// Whether nothing in it stands out.
    package var isPlain: Bool {
      pieces.allSatisfy { if case .plain = $0 { true } else { false } }
    }

    /// The words alone, without ids.
    package var text: String { text(showingIDs: false) }

    package func text(showingIDs: Bool) -> String {
      pieces.map { Self.text(of: $0, showingIDs: showingIDs) }.joined()
    }

    private static func text(of piece: Piece, showingIDs: Bool) -> String {
      switch piece {
      case .plain(let text), .strong(let text), .code(let text), .link(let text, to: _): text
      case .id(let id): showingIDs ? " (\(id))" : ""
      case .spoken(let piece, in: _): text(of: piece, showingIDs: showingIDs)
      case .file(let path): "\(path)"
      case .bar, .parts: ""
      }
    }
  }

  /// How much weight a paragraph has.
  package enum Weight {
    case plain
    /// What has to be read first.
    case lead
    /// What may be passed over.
    case soft
    /// What must not be overlooked.
    case strong
    /// A warning, set off from the rest; its first words are the warning.
    case notice
    /// What something is for, on a line of its own.
    case purpose
  }

  /// Sentences that belong together: one paragraph, or a line each when they are read aloud.
  package struct Paragraph {
    package let sentences: [Phrase]
    package let weight: Weight

    package init(_ sentences: [Phrase], _ weight: Weight = .plain) {
      self.sentences = sentences
      self.weight = weight
    }

    package init(_ sentences: [String], _ weight: Weight = .plain) {
      self.init(sentences.map { Phrase($0) }, weight)
    }
  }

  /// One of several things: its name, what is said of it, what belongs to it.
  package struct Entry {
    /// Where it is found on the web, and what is known of that.
    package struct Address {
      package let url: String
      package let remark: String

      package init(url: String, remark: String) {
        self.url = url
        self.remark = remark
      }
    }

    package let title: Phrase
    package let facts: [Paragraph]
    package let items: [Phrase]
    package let address: Address?
    /// Whether it has a box to tick on paper and in Markdown.
    package let isTicked: Bool

    package init(
      _ title: Phrase, facts: [Paragraph] = [], items: [Phrase] = [], address: Address? = nil,
      isTicked: Bool = false
    ) {
      self.title = title
      self.facts = facts
      self.items = items
      self.address = address
      self.isTicked = isTicked
    }
  }

  /// Rows under headings; the first column names the row.
  package struct Table {
    package enum Column {
      case words(String)
      /// The short name stands in text, where the legend says what it is short for.
      case numbers(String, short: String? = nil)

      package var title: String {
        switch self {
        case .words(let title), .numbers(let title, short: _): title
        }
      }

      package var short: String? {
        if case .numbers(_, let short) = self { short } else { nil }
      }
    }

    package struct Row {
      package let cells: [Phrase]
      /// The row as a sentence, for those who hear it; else every cell is said with its heading.
      package let sentence: String?
      /// A bar beside it, so long done and so long open, where there is room for one.
      package let bar: (done: Int, open: Int)?

      package init(_ cells: [Phrase], sentence: String? = nil, bar: (done: Int, open: Int)? = nil) {
        self.cells = cells
        self.sentence = sentence
        self.bar = bar
      }
    }

    package let caption: String
    package let columns: [Column]
    package let rows: [Row]
    /// What the bars or the short names mean; needed where there are any.
    package let legend: String?
    /// Whether it scrolls by itself where a page is too narrow for it.
    package let isWide: Bool
    /// Whether the caption stands above it as a heading where tables have no caption, in text and
    /// Markdown.
    package let isNamed: Bool
    /// A drawing of the same numbers, which takes the table's place on a page for a browser when it
    /// has a table of its own.
    package let drawing: HTML?

    package init(
      _ caption: String, _ columns: [Column], _ rows: [Row], legend: String? = nil,
      isWide: Bool = true, isNamed: Bool = false, drawing: HTML? = nil
    ) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.legend = legend
      self.isWide = isWide
      self.isNamed = isNamed
      self.drawing = drawing
    }
  }

  package enum Block {
    case paragraph(Paragraph)
    case heading(String)
    /// A heading below one.
    case subheading(String)
    case list([Phrase])
    /// Things with what is said of them; spaced where each is a small page of its own.
    case entries([Entry], isNumbered: Bool = true, isSpaced: Bool)
    /// Numbered words with what each means.
    case definitions([(term: String, meaning: String)])
    case table(Table)
    /// A drawing, whose numbers stand in a table as well: for a browser and a printer, and as a file.
    case chart(Chart)
    /// Boxes to fill in by hand, for a browser and a printer alone.
    case figure(HTML)
  }

  /// Which renderers show a section.
  package enum Audience {
    case everywhere
    /// Text and Markdown only.
    case document
    /// The page for a browser only.
    case browser
    /// Everywhere but on paper.
    case screen
  }

  package struct Section {
    /// What leads to it on the page.
    package let id: String?
    package let heading: String?
    package let blocks: [Block]
    package let audience: Audience
    /// Whether it stands before the contents of a page for a browser, as what has no heading there does.
    package let isOpening: Bool

    package init(
      _ heading: String?, id: String? = nil, for audience: Audience = .everywhere,
      isOpening: Bool = false, _ blocks: [Block]
    ) {
      self.isOpening = isOpening
      self.heading = heading
      self.id = id
      self.audience = audience
      self.blocks = blocks
    }

    /// A list under a heading; `nil` without lines.
    package init?(
      _ heading: String?, for audience: Audience = .everywhere, lines: [String]
    ) {
      guard !lines.isEmpty else { return nil }
      self.init(heading, for: audience, [.list(lines.map { Phrase($0) })])
    }
  }

  package let title: String
  /// The language of what Waymark says.
  package let language: LanguageTag
  /// What stands under the title.
  package let header: [Paragraph]
  package let sections: [Section]
  /// How it was made and what it does not say; the last words.
  package let footer: [String]
  /// Style sheets beyond `PageStyle.sheet`.
  package let styles: [StaticString]

  /// Puts a page together; sections that are `nil` have nothing to say.
  package init(
    _ title: String, language: LanguageTag = .english, header: [Paragraph?], sections: [Section?],
    footer: [String] = [], styles: [StaticString] = []
  ) {
    self.title = title
    self.language = language
    self.header = header.compactMap { $0 }.filter { !$0.sentences.isEmpty }
    self.sections = sections.compactMap { $0 }.filter { !$0.blocks.isEmpty }
    self.footer = footer
    self.styles = styles
  }
}

/// What the frame of every page says.
enum PageWords {
  static let contents = "On this page"
}

// MARK: - Words

// Styles whose margins say something on every page that is printed.
extension ReportStyle {
  package static let internalPages: StaticString = """
    @page { @bottom-left { content: "Internal, not for publication"; font: 9pt sans-serif; } }

    """

  package static let previewPages: StaticString = """
    @page { @bottom-left { content: "Preview, not published"; font: 9pt sans-serif; } }

    """

  package static let madeUpPages: StaticString = """
    @page { @bottom-right { content: "Made up: says nothing about anybody"; font: 9pt sans-serif; } }

    """
}
