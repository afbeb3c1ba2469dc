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
      kind == .share ? Decimal.percent(number) : Decimal.text(number, places: min(places, 2))
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
