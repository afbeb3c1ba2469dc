import WaymarkBasics

/// Finds the id that a spreadsheet turned into a day when a table was opened in it: `1-2` became 2
/// January, and is now `2-Jan`, `44928` or `2026-01-02`.
struct SpreadsheetDays: Sendable {
  /// What a spreadsheet shows of it, whatever the year.
  private struct MonthDay: Hashable, Sendable {
    let month: Int
    let day: Int
  }

  /// The place of an id in its list, by the days that it may have become.
  private var places: [MonthDay: Int] = [:]

  /// Takes the ids that there are; two that may have become one day are not told apart, so neither is
  /// found by it.
  init(ids: [String]) {
    var doubtful: Set<MonthDay> = []
    for (place, id) in ids.enumerated() {
      let parts = id.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let first = Self.number(parts[0]), let second = Self.number(parts[1])
      else { continue }
      // Where days come before months, 1-2 is 1 February.
      for days in Set([Self.day(first, second), Self.day(second, first)]).compactMap(\.self) {
        if let other = places[days], other != place { doubtful.insert(days) }
        places[days] = place
      }
    }
    for days in doubtful { places[days] = nil }
  }

  /// The place of the id that a cell was before; `nil` where it is none of these days.
  func place(of cell: String) -> Int? {
    guard !places.isEmpty, (3...30).contains(cell.utf8.count) else { return nil }
    let found = Set(Self.days(in: cell).compactMap { places[$0] })
    return found.count == 1 ? found.first : nil
  }

  private static func number(_ text: Substring) -> Int? {
    (1...2).contains(text.utf8.count) ? Int(digits: text) : nil
  }

  private static func day(_ month: Int, _ day: Int) -> MonthDay? {
    CalendarDate(year: 2024, month: month, day: day).map { _ in MonthDay(month: month, day: day) }
  }

  /// The days that a text may mean.
  private static func days(in cell: String) -> [MonthDay] {
    if cell.utf8.count == 5, let number = Int(digits: cell) {
      return CalendarDate(spreadsheetNumber: number).map {
        [MonthDay(month: $0.month, day: $0.day)]
      } ?? []
    }
    let text = cell.lowercased()
    let day = text.firstRange(of: "t00:").map { text[..<$0.lowerBound] } ?? text[...]
    var parts = day.split { "-/. ,".contains($0) || $0 == "\u{A0}" }
    // Midnight, where a day is written with its time.
    parts.removeAll { $0.contains(":") }
    guard (2...3).contains(parts.count) else { return [] }
    if let name = parts.firstIndex(where: { month(named: $0) != nil }) {
      guard name < 2, let month = month(named: parts[name]),
        let number = number(parts[name == 0 ? 1 : 0])
      else { return [] }
      return self.day(month, number).map { [$0] } ?? []
    }
    if parts.count == 3, parts[0].utf8.count == 4, Int(digits: parts[0]) != nil {
      guard let month = number(parts[1]), let number = number(parts[2]) else { return [] }
      return self.day(month, number).map { [$0] } ?? []
    }
    // With a dash between them, two numbers are an id like any other; with commas, numbers are a list.
    guard !cell.contains(","), !cell.contains(" "),
      parts.count == 3 || cell.contains("/") || cell.contains(".")
    else { return [] }
    guard let first = number(parts[0]), let second = number(parts[1]) else { return [] }
    return [self.day(first, second), self.day(second, first)].compactMap(\.self)
  }

  /// How months begin in English, Spanish, French, German and Portuguese.
  private static let months: [[String]] = [
    ["jan", "ene"], ["feb", "fev", "fév"], ["mar", "mär", "mrz"], ["apr", "abr", "avr"],
    ["may", "mai"], ["jun", "juin"], ["jul", "juil"], ["aug", "ago", "aoû", "aou"],
    ["sep", "set"], ["oct", "okt", "out"], ["nov"], ["dec", "dic", "dez", "déc"],
  ]

  private static func month(named word: Substring) -> Int? {
    guard word.first?.isLetter == true else { return nil }
    return months.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
  }
}
