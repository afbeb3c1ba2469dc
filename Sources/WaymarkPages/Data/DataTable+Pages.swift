import Waymark
import WaymarkBasics

extension DataTable {
  /// The table for people: headings and rows in words, without the columns of labels, ids and notes.
  func reading(_ words: CommonWords) -> (columns: [String], rows: [[String]]) {
    let places = columns.indices.filter {
      !["campaign", "made_up", "competency", "area", "note"].contains(columns[$0].name)
    }
    return (
      places.map { columns[$0].title },
      rows.map { row in places.map { Self.text(row[$0], columns[$0].kind, words) } }
    )
  }

  private static func text(_ cell: CSV.Cell, _ kind: Column.Kind, _ words: CommonWords) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .decimal(let number, let places):
      switch kind {
      case .share: Decimal.percent(number)
      case .points: words.points(number)
      case .text, .flag, .date, .integer, .number, .codes:
        Decimal.text(number, places: min(places, 2))
      }
    case .empty: words.none
    }
  }

  /// The table as values by the names of its columns, which JSON has in camel case.
  var json: JSON.Value {
    .array(
      rows.map { row in
        .object(
          Dictionary(
            uniqueKeysWithValues: zip(columns, row).map { column, cell in
              (column.name.inCamelCase, Self.value(cell))
            }))
      })
  }

  private static func value(_ cell: CSV.Cell) -> JSON.Value {
    switch cell {
    case .text(let text): text.isEmpty ? .null : .string(text)
    case .integer(let number): .integer(number)
    case .decimal(let number, let places): .number(Decimal.rounded(number, places: places))
    case .empty: .null
    }
  }
}

extension String {
  /// `below_share` as `belowShare`.
  var inCamelCase: String {
    let words = split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}

extension Page.Table {
  /// A table of results for people.
  init(_ table: DataTable, words: CommonWords) {
    let (columns, rows) = table.reading(words)
    self.init(
      table.title, columns.enumerated().map { $0 == 0 ? .words($1) : .numbers($1) },
      rows.map { Row($0.map { Page.Phrase($0) }) })
  }
}

extension DataTable.Column {
  /// The columns that say which campaign a row is of, and whether its people exist.
  static func labels(_ words: DataWords) -> [DataTable.Column] {
    [.init("campaign", words.campaign, .text), .init("made_up", words.madeUp, .flag)]
  }
}

extension Campaign {
  /// The cells of `DataTable.Column.labels`.
  var labels: [CSV.Cell] { [.text(id.description), .text(isMadeUp ? "yes" : "no")] }
}

extension Page.Phrase {
  /// A sentence of ours in which the mark of what is withheld is set apart.
  init(marking sentence: String) {
    let parts = sentence.split(separator: Absence.withheldMark, omittingEmptySubsequences: false)
    let pieces = parts.map { $0.isEmpty ? [] : [Piece.plain(String($0))] }
    self.init(Array(pieces.joined(separator: [.code(Absence.withheldMark)])))
  }

  /// A cell of a table, which is the mark of what is withheld or a text.
  init(cell text: String) {
    self.init([text == Absence.withheldMark ? .code(text) : .plain(text)])
  }
}

extension Page.Paragraph {
  /// Sentences of ours in which the mark of what is withheld is set apart.
  init(marking sentences: [String], _ weight: Page.Weight = .plain) {
    self.init(sentences.map { Page.Phrase(marking: $0) }, weight)
  }
}

extension Page.Paragraph {
  /// The warning that the people of a campaign do not exist; `nil` where they do.
  init?(warningOf campaign: Campaign, words: CommonWords) {
    guard campaign.isMadeUp else { return nil }
    self.init(
      [Page.Phrase([.strong(words.madeUp)]), Page.Phrase(words.madeUpNotice)], .notice)
  }
}

extension Page.Table {
  /// A table of texts; the first column is of words, the others are of numbers.
  init(_ caption: String, columns: [String], rows: [[String]], isNamed: Bool = false) {
    self.init(
      caption, columns.enumerated().map { $0 == 0 ? .words($1) : .numbers($1) },
      rows.map { Row($0.map { Page.Phrase(cell: $0) }) }, isNamed: isNamed)
  }
}

extension DataTable {
  /// The table for people under its title, with the sentence that says how to read it.
  ///
  /// - Parameter chart: what shows some of its numbers at a glance.
  func section(
    id: String? = nil, for audience: Page.Audience = .everywhere, chart: Page.Chart? = nil,
    words: CommonWords
  ) -> Page.Section {
    let (columns, rows) = reading(words)
    return Page.Section(
      title, id: id, for: audience,
      (chart.map { [.chart($0)] } ?? []) + [
        .paragraph(Page.Paragraph([meaning])),
        .table(Page.Table(title, columns: columns, rows: rows)),
      ])
  }
}

extension Workbook {
  /// A report as a spreadsheet for people: a cover, what is in it, notes, then a table a sheet.
  ///
  /// - Parameters:
  ///   - cover: what stands on the first sheet, a line each.
  ///   - withheld: what the mark of withheld figures means.
  ///   - method: how the numbers were made, a sentence or two each.
  init(
    report title: String, created: CalendarDate?, footer: String, cover: [String],
    withheld: String, method: [String], tables: [DataTable], words: DataWords
  ) {
    let words = words.book
    var seen: Set<String> = []
    let columns = tables.flatMap(\.columns).filter { seen.insert($0.title).inserted }
    let notes =
      [[Absence.withheldMark, withheld], [words.emptyCell, words.emptyCellMeaning]]
      + method.map { [words.method, $0] }
      + columns.map { [words.column($0.title), $0.meaning] }
    self.init(
      title: title, created: created, footer: footer,
      sheets: [
        Sheet(words.cover, headings: [title], cover.map { [$0] }),
        Sheet(
          words.contents, headings: [words.sheet, words.sheetMeaning],
          [
            [words.cover, words.coverMeaning], [words.contents, words.contentsMeaning],
            [words.notes, words.notesMeaning],
          ] + tables.map { [$0.title, $0.meaning] }),
        Sheet(words.notes, headings: [words.about, words.note], notes),
      ] + tables.map { Sheet($0.title, $0) })
  }
}
