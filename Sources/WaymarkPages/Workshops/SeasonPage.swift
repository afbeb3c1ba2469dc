import Waymark
package import WaymarkBasics

/// A plan of workshops, in each format.
package enum SeasonPage {
  /// The sessions as a table.
  package static func csv(_ words: SeasonWords) -> String { words.tables[0].csv }

  /// The tables as a spreadsheet.
  ///
  /// - Parameter created: the day that the file says it was made on.
  package static func workbook(_ words: SeasonWords, created: CalendarDate?) -> Workbook {
    Workbook(
      title: words.title, created: created, footer: "Internal, not for publication.",
      sheets: [
        Workbook.Sheet(
          "Cover", headings: [words.title],
          (words.notice + words.summary + words.regionFindings
            + words.leftOut.map { "Left out: \($0)" } + words.method)
            .map { [$0] })
      ] + words.tables.map { Workbook.Sheet($0.title, $0) })
  }

  /// The days of the sessions for a calendar program; `nil` when none has a day.
  ///
  /// It says which workshop, where, and for how many seats, and nothing of anybody's levels. One that was
  /// made on a later day replaces an earlier one.
  package static func calendar(_ words: SeasonWords, made: CalendarDate) -> String? {
    guard !words.days.isEmpty, !words.report.sessions.isEmpty else { return nil }
    var known: [String: Int] = [:]
    return ICalendar(
      made: made,
      events: words.report.sessions.compactMap { session in
        guard let day = words.day(of: session) else { return nil }
        let what = "\(words.name)-\(session.offer.id)-\(words.regionID(of: session) ?? "online")"
        known[what, default: 0] += 1
        return ICalendar.Event(
          uid: "\(what)-\(known[what] ?? 1)@waymark",
          sequence: made.daysSince1970, day: day,
          length: (session.offer.minutes - 1) / Self.workingDay + 1,
          summary: "\(words.title(of: session.offer)), \(words.place(of: session))",
          description: "\(CommonWords().time(session.offer.minutes)), \(session.seats) seats.")
      }
    ).text
  }

  /// How many minutes of a workshop fit into one day.
  private static let workingDay = 480

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func json(_ words: SeasonWords) throws -> String {
    let outcome = words.report.outcome.value
    return try JSON.document(
      .workshopPlan,
      [
        "for": .string(words.name),
        "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")),
        "summary": .string(words.summary.joined(separator: " ")),
        "closed": outcome.map { .integer($0.closed) } ?? .null,
        "bound": outcome.map { .integer($0.bound) } ?? .null,
        "lacking": outcome.map { .integer($0.lacking) } ?? .null,
        "gapToBound": outcome.map { .number($0.gapToBound) } ?? .null,
        "sessions": .array(
          words.report.sessions.map { session in
            .object([
              "workshop": JSON.Value(session.offer.id),
              "title": .string(session.offer.title.text(in: .english)),
              "place": .string(words.place(of: session)),
              "region": words.regionID(of: session).map { .string($0) } ?? .null,
              "day": words.day(of: session).map { .string($0.description) } ?? .null,
              "minutes": .integer(session.offer.minutes), "usd": .integer(session.usDollars),
              "seats": .integer(session.seats),
              "closed": session.closed.value.map { .integer($0) } ?? .null,
            ])
          }),
        "leftOut": .array(words.withoutRecord.map { JSON.Value($0.id) }),
        "tables": .object(
          Dictionary(
            words.tables.map { ($0.name.inCamelCase, $0.json) },
            uniquingKeysWith: { first, _ in first })),
      ])
  }
}
