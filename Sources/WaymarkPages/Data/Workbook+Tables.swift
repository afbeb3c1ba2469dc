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
