import Waymark
import WaymarkBasics

// The old names, for pages that do not hand over their words so far.

extension GapReport {
  static var madeUpNotice: String { CommonWords().madeUpNotice }
}

extension Campaign {
  var madeUpNotice: Page.Paragraph? { Page.Paragraph(warningOf: self, words: CommonWords()) }
}

extension Absence {
  var reason: String { CommonWords().reason(self) }
}

extension DataTable.Column {
  static var labels: [DataTable.Column] { labels(DataWords()) }
}

extension Page.Table {
  init(_ table: DataTable) { self.init(table, words: CommonWords()) }
}

extension DataPackage {
  func json() throws -> String { try json(words: DataWords()) }
}

extension Workbook {
  init(
    report title: String, created: CalendarDate?, footer: String, cover: [String],
    withheld: String, method: [String], tables: [DataTable]
  ) {
    self.init(
      report: title, created: created, footer: footer, cover: cover, withheld: withheld,
      method: method, tables: tables, words: DataWords())
  }
}
