/// A table of results with a description of every column: one value behind the CSV file, the
/// spreadsheet and the data dictionary.
package struct DataTable: Hashable, Sendable {
  /// A column and what stands in it.
  package struct Column: Hashable, Sendable {
    /// What a cell of a column is, unless it is empty or withheld.
    package enum Kind: Hashable, Sendable {
      case text
      /// `yes` or `no`.
      case flag
      /// A day, as `2027-01-14`.
      case date
      /// A whole number.
      case integer
      /// A number with decimals.
      case number
      /// A share from 0 to 1.
      case share
      /// One share less another, from -1 to 1; people read it in points.
      case points
      /// One of some codes, each with its meaning.
      case codes([Code])

      /// Whether its cells are read as words, from the left, and not as numbers.
      package var isWords: Bool {
        switch self {
        case .text, .flag, .codes: true
        case .date, .integer, .number, .share, .points: false
        }
      }
    }

    /// A text that stands for something.
    package struct Code: Hashable, Sendable {
      /// What the file holds.
      package let value: String
      /// What it stands for.
      package let label: String

      package init(value: String, label: String) {
        self.value = value
        self.label = label
      }
    }

    /// The name for programs, such as `below_share`.
    package let name: String
    /// The heading for people.
    package let title: String
    /// What the column holds, in a sentence.
    package let meaning: String
    /// What its cells are.
    package let kind: Kind

    /// Describes a column.
    package init(_ name: String, _ title: String, _ meaning: String, _ kind: Kind) {
      self.name = name
      self.title = title
      self.meaning = meaning
      self.kind = kind
    }
  }

  /// The name for programs: the file is `data/NAME.csv`.
  package let name: String
  /// The name for people.
  package let title: String
  /// What a row is, in a sentence.
  package let meaning: String
  /// The columns in order.
  package let columns: [Column]
  /// The rows, each with a cell for every column.
  package private(set) var rows: [[CSV.Cell]] = []

  /// Begins a table without rows.
  package init(name: String, title: String, meaning: String, columns: [Column]) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.columns = columns
  }

  /// Adds a row, which has as many cells as there are columns.
  package mutating func append(_ row: [CSV.Cell]) {
    precondition(row.count == columns.count)
    rows.append(row)
  }

  /// The table as CSV, with the names for programs as its header.
  package var csv: String {
    rows.reduce(into: CSV.line(columns.map { .text($0.name) })) { $0 += CSV.line($1) }
  }
}

/// A spreadsheet file as a value: sheets that each hold one table at their upper left corner.
///
/// Whatever is a text stays a text, however much it looks like a formula: a workbook has no cell
/// for formulas at all.
package struct Workbook: Hashable, Sendable {
  /// One sheet: a row of headings, then the rows of its table.
  package struct Sheet: Hashable, Sendable {
    /// The name on its tab: 1 to 31 characters without `[ ] : * ? / \`, no other sheet's.
    package let name: String
    /// The headings and what stands under them; texts under a heading are wrapped.
    package let columns: [DataTable.Column]
    /// The rows, each with a cell for every column.
    package let rows: [[CSV.Cell]]

    /// A sheet of a table of results.
    package init(_ name: String, _ table: DataTable) {
      self.name = name
      columns = table.columns
      rows = table.rows
    }

    /// A sheet of words.
    package init(_ name: String, headings: [String], _ rows: [[String]]) {
      self.name = name
      columns = headings.map { DataTable.Column($0, $0, "", .text) }
      self.rows = rows.map { $0.map(CSV.Cell.text) }
    }
  }

  /// The title in the file's properties.
  package let title: String
  /// The day that the file says it was made on; where it is `nil`, the first day that such a file
  /// can hold.
  package let created: CalendarDate?
  /// What stands at the foot of every printed page; at most 120 characters, nothing where empty.
  package let footer: String
  /// The sheets in order, at least one.
  package let sheets: [Sheet]

  package init(title: String, created: CalendarDate?, footer: String, sheets: [Sheet]) {
    self.title = title
    self.created = created
    self.footer = footer
    self.sheets = sheets
  }
}
