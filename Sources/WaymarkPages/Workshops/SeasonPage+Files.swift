import Waymark
package import WaymarkBasics

/// The files of a plan of workshops.
extension SeasonPage {
  /// The sessions as a table.
  package var csv: String { sessionsTable.csv }

  /// The tables as a spreadsheet.
  ///
  /// - Parameter created: the day that the file says it was made on.
  package func workbook(created: CalendarDate?) -> Workbook {
    let title = words.title(name)
    let cover =
      notice + summary + regionFindings + leftOut.map { words.onCover(leftOut: $0) } + method
    return Workbook(
      title: title, created: created, footer: words.common.internalFooter,
      sheets: [Workbook.Sheet(words.cover, headings: [title], cover.map { [$0] })]
        + tables.map { Workbook.Sheet($0.title, $0) })
  }

  /// The days of the sessions for a calendar program; `nil` when none has a day.
  ///
  /// It says which workshop, where, and for how many seats, and nothing of anybody's levels. One that was
  /// made on a later day replaces an earlier one.
  package func calendar(made: CalendarDate) -> String? {
    guard !days.isEmpty, !report.sessions.isEmpty else { return nil }
    var known: [String: Int] = [:]
    return ICalendar(
      made: made,
      events: report.sessions.compactMap { session in
        guard let day = day(of: session) else { return nil }
        let what = "\(name)-\(session.offer.id)-\(regionID(of: session) ?? "online")"
        known[what, default: 0] += 1
        return ICalendar.Event(
          uid: "\(what)-\(known[what] ?? 1)@waymark",
          sequence: made.daysSince1970, day: day,
          length: (session.offer.minutes - 1) / Self.workingDay + 1,
          summary: words.session(title(of: session.offer), place(of: session), on: nil),
          description: words.size(session.offer.minutes, seats: session.seats))
      }
    ).text
  }

  /// How many minutes of a workshop fit into one day.
  private static let workingDay = 480

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package func json() throws -> String {
    let outcome = report.outcome.value
    return try JSON.document(
      .workshopPlan,
      [
        "for": .string(name),
        "madeUp": .bool(isMadeUp), "notice": .string(notice.joined(separator: " ")),
        "summary": .string(summary.joined(separator: " ")),
        "closed": outcome.map { .integer($0.closed) } ?? .null,
        "bound": outcome.map { .integer($0.bound) } ?? .null,
        "lacking": outcome.map { .integer($0.lacking) } ?? .null,
        "gapToBound": outcome.map { .number($0.gapToBound) } ?? .null,
        "sessions": .array(
          report.sessions.map { session in
            .object([
              "workshop": JSON.Value(session.offer.id),
              "title": .string(session.offer.title.text(in: .english)),
              "place": .string(place(of: session)),
              "region": regionID(of: session).map { .string($0) } ?? .null,
              "day": day(of: session).map { .string($0.description) } ?? .null,
              "minutes": .integer(session.offer.minutes), "usd": .integer(session.usDollars),
              "seats": .integer(session.seats),
              "closed": session.closed.value.map { .integer($0) } ?? .null,
            ])
          }),
        "leftOut": .array(withoutRecord.map { JSON.Value($0.id) }),
        "tables": .object(
          Dictionary(
            tables.map { ($0.name.inCamelCase, $0.json) },
            uniquingKeysWith: { first, _ in first })),
      ])
  }
}
