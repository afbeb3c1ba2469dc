import Waymark
import WaymarkBasics

extension Workbook {
  /// A report as a spreadsheet for people: a cover, what is in it, notes, then a table a sheet.
  ///
  /// - Parameters:
  ///   - cover: what stands on the first sheet, a line each.
  ///   - withheld: what the mark of withheld figures means.
  ///   - method: how the numbers were made, a sentence or two each.
  init(
    report title: String, created: CalendarDate?, footer: String, cover: [String],
    withheld: String, method: [String], tables: [DataTable]
  ) {
    var seen: Set<String> = []
    let columns = tables.flatMap(\.columns).filter { seen.insert($0.title).inserted }
    let notes =
      [
        [Absence.withheldMark, withheld],
        ["An empty cell", "There is no number; the column Note says why."],
      ] + method.map { ["Method and limits", $0] }
      + columns.map { ["Column \"\($0.title)\"", $0.meaning] }
    self.init(
      title: title, created: created, footer: footer,
      sheets: [
        Sheet("Cover", headings: [title], cover.map { [$0] }),
        Sheet(
          "Contents", headings: ["Sheet", "What it holds"],
          [
            ["Cover", "What this is and what it found."], ["Contents", "The sheets of this file."],
            ["Notes", "How to read it: marks, method and limits, and every column."],
          ] + tables.map { [$0.title, $0.meaning] }),
        Sheet("Notes", headings: ["About", "Note"], notes),
      ] + tables.map { Sheet($0.title, $0) })
  }
}
