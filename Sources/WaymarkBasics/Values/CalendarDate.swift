/// A day of the Gregorian calendar, without a time or a time zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31, as many as the month has.
  public let day: Int

  /// Makes a day, or `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads an ISO 8601 day, `2026-11-23`, and nothing else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(digits: parts[0]),
      let month = Int(digits: parts[1]), let day = Int(digits: parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads an ISO 8601 day that a person wrote, of the years `writtenYears`.
  public init?(written text: String) {
    self.init(text)
    guard Self.writtenYears.contains(year) else { return nil }
  }

  /// Whether the text is an ISO 8601 month of the years `writtenYears`, `2026-11`, and nothing else.
  public static func isMonth(_ text: String) -> Bool { CalendarDate(written: text + "-01") != nil }

  /// The years in which something can be finished, held or looked at; another one is a slip of the hand.
  public static let writtenYears = 1900...2199

  /// The day in ISO 8601: `2026-11-23`.
  public var description: String {
    [Self.padded(year, to: 4), Self.padded(month, to: 2), Self.padded(day, to: 2)]
      .joined(separator: "-")
  }

  /// The month in ISO 8601: `2026-11`.
  public var isoMonth: String { String(description.prefix(7)) }

  /// How many days after 1 January 1970 it is; before that day less than zero.
  public var daysSince1970: Int {
    // Years begin in March, so that the day that comes and goes is the last one.
    let years = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
  }

  /// The day that is so many days later; before it when the number is below 0.
  ///
  /// The first and the last day of the years 1 to 9999 where there is none.
  public func adding(days: Int) -> CalendarDate {
    let (first, last) = (CalendarDate.earliest.daysSince1970, CalendarDate.latest.daysSince1970)
    let number = min(max(daysSince1970 + min(max(days, -4_000_000), 4_000_000), first), last)
    // Eras of 400 years from March of the year 0, whose days are always as many.
    let days = number + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return CalendarDate(
      unchecked: (
        era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
        dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
      ))
  }

  /// The first day of all.
  package static let earliest = CalendarDate(unchecked: (1, 1, 1))
  /// The last day of all.
  package static let latest = CalendarDate(unchecked: (9999, 12, 31))

  private init(unchecked parts: (year: Int, month: Int, day: Int)) {
    (year, month, day) = parts
  }

  /// Orders from the earlier day to the later.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

// MARK: - As people write it

extension CalendarDate {
  /// Reads a day as a person writes it, of the years `writtenYears`: ISO 8601, `yesterday`, `today`,
  /// `tomorrow`, or as it is said in words, `23 November 2026`, `Nov 23, 2026`.
  public init?(written text: String, today: CalendarDate) {
    let parts = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
    let day: CalendarDate? =
      switch parts {
      case ["yesterday"]: today.adding(days: -1)
      case ["today"]: today
      case ["tomorrow"]: today.adding(days: 1)
      default: CalendarDate(text) ?? Self.day(inWords: parts)
      }
    guard let day, Self.writtenYears.contains(day.year) else { return nil }
    self = day
  }

  /// The last day of a time that is still to come, as people write it: a day, `June`, `next June`,
  /// `June 2027` (to its end) or `1 June`; `nil` for every other text.
  public init?(deadline text: String, today: CalendarDate) {
    if let day = CalendarDate(written: text, today: today) {
      self = day
      return
    }
    var parts = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
    if parts.first == "next" { parts.removeFirst() }
    let year = parts.last.flatMap { Int(digits: $0) }.flatMap { $0 > 31 ? $0 : nil }
    if year != nil { parts.removeLast() }
    let months = parts.indices.filter { Int(digits: parts[$0]) == nil }
    guard parts.count <= 2, months.count == 1, let month = Self.month(named: parts[months[0]])
    else {
      return nil
    }
    parts.remove(at: months[0])
    let day = parts.first.flatMap { Int(digits: $0) }
    let years = year.map { $0...$0 } ?? today.year...today.year + 1
    let found = years.lazy.compactMap { year in
      day.map { CalendarDate(year: year, month: month, day: $0) }
        ?? (28...31).compactMap { CalendarDate(year: year, month: month, day: $0) }.last
    }.first { $0 >= today }
    guard let found, Self.writtenYears.contains(found.year) else { return nil }
    self = found
  }

  /// The month that a name or its beginning of three letters or more stands for, 1 to 12.
  private static func month(named name: String) -> Int? {
    monthNames.firstIndex { name.count >= 3 && $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
  }

  private static func day(inWords parts: [String]) -> CalendarDate? {
    guard parts.count == 3, let year = Int(digits: parts[2]) else { return nil }
    let (first, second) = (parts[0], parts[1])
    let isDayFirst = Int(digits: first) != nil
    guard let day = Int(digits: isDayFirst ? first : second) else { return nil }
    let name = isDayFirst ? second : first
    return month(named: name).flatMap { CalendarDate(year: year, month: $0, day: day) }
  }
}

// MARK: - Words

extension CalendarDate {
  /// The day in words: `23 November 2026`.
  public var inWords: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

  /// What is expected where there should be a month.
  public static let monthWords = "a month such as 2026-11, \(yearWords)"

  /// The years that are expected, behind an example.
  public static let yearWords =
    "of the years \(writtenYears.lowerBound) to \(writtenYears.upperBound)"

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension CalendarDate {
  /// The day that a spreadsheet keeps as a number; `nil` for one that it shows as no day of these.
  ///
  /// Number 1 is 1 January 1900, or 2 January 1904 in workbooks that count from there. Excel's calendar
  /// has a 29 February 1900 (number 60), which there never was; other programs agree from March on.
  package init?(spreadsheetNumber number: Int, countsFrom1904: Bool = false) {
    guard (1...2_958_465).contains(number), countsFrom1904 || number != 60 else { return nil }
    // Days from 1 January of the year 1 to those before the first of each count.
    let before = countsFrom1904 ? 695_055 : number < 60 ? 693_594 : 693_593
    self = CalendarDate.earliest.adding(days: before + number)
  }
}

/// A length of time as people write it.
package enum TimeSpan {
  /// What a number without a unit counts.
  package enum Unit {
    case hours, minutes
  }

  /// The minutes that a text says: `4h`, `1h30`, `1:30`, `90m`, `90 minutes`, `1.5 hours`, `1 hour 30
  /// minutes`, or a number alone, of the unit.
  ///
  /// - Returns: `nil` for every other text, and for numbers of more than five digits.
  package static func minutes(_ text: String, of unit: Unit) -> Int? {
    let parts = parts(of: text.lowercased())
    switch parts.count {
    case 1:
      return number(parts[0]).map { rounded($0, unit) }
    case 2:
      guard let number = number(parts[0]), let unit = named(parts[1]) else { return nil }
      return rounded(number, unit)
    case 3, 4:
      let isClock = parts.count == 3 && parts[1] == ":" && parts[2].utf8.count == 2
      guard isClock || named(parts[1]) == .hours, parts.count == 3 || named(parts[3]) == .minutes,
        parts[0].isDigits, parts[2].isDigits, let hours = number(parts[0]),
        let rest = number(parts[2]), rest < 60
      else { return nil }
      return rounded(hours, .hours) + rounded(rest, .minutes)
    default: return nil
    }
  }

  /// Numbers, words and colons, without the spaces between them; empty where anything else stands.
  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let part: Substring =
        switch first {
        case " ": rest.prefix { $0 == " " }
        case ":": rest.prefix(1)
        case "0"..."9", ".": rest.prefix { ("0"..."9").contains($0) || $0 == "." }
        default: rest.prefix { $0.isLetter }
        }
      guard !part.isEmpty else { return [] }
      if first != " " { parts.append(part) }
      rest = rest[part.endIndex...]
    }
    return parts
  }

  private static func number(_ text: Substring) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.isDigits && $0.utf8.count <= 5 })
    else { return nil }
    return Double(text)
  }

  private static func rounded(_ number: Double, _ unit: Unit) -> Int {
    Int((unit == .hours ? number * 60 : number).rounded())
  }

  private static func named(_ word: Substring) -> Unit? {
    switch word {
    case "h", "hr", "hrs", "hour", "hours", "hora", "horas": .hours
    case "m", "min", "mins", "minute", "minutes", "minuto", "minutos": .minutes
    default: nil
    }
  }
}
