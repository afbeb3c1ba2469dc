package import Waymark
package import WaymarkBasics

/// A plan of workshops, in each format.
package struct SeasonPage {
  let report: SeasonReport
  let name: String
  let isMadeUp: Bool
  /// The days there are for sessions, in order; empty where none were given.
  let days: [CalendarDate]
  let records: LearningGains?
  /// The workshops that were left out because people who went rose in nothing.
  let withoutRecord: [WorkshopOffer]
  let words: SeasonWords
  let language: LanguageTag
  let named: NamedPeoplePart

  /// - Parameters:
  ///   - name: the campaign or the cohort that it is for.
  ///   - isMadeUp: whether the people of a campaign were made up.
  ///   - days: the day of each session; empty for none.
  ///   - records: what people gained in workshops before; `nil` where nobody asked.
  ///   - withoutRecord: the workshops that were left out for what these say.
  package init(
    _ report: SeasonReport, name: String, isMadeUp: Bool, days: [CalendarDate] = [],
    records: LearningGains? = nil, withoutRecord: [WorkshopOffer] = [], words: SeasonWords,
    language: LanguageTag = .english
  ) {
    self.report = report
    self.name = name
    self.isMadeUp = isMadeUp
    self.days = days
    self.records = records
    self.withoutRecord = withoutRecord
    self.words = words
    self.language = language
    named = NamedPeoplePart(named: report.named, words: words.named)
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      words.title(name), notice: notice, summary: summary,
      entries: Page.Section(
        words.sessions,
        findings: report.sessions.map { (title: heading($0), facts: facts($0)) }),
      lists: [
        Page.Section(words.lessInRegions, lines: regionFindings),
        Page.Section(words.withoutRecord, lines: leftOut),
        Page.Section(words.open, lines: open),
      ], tables: report.finding == .tooFew ? [] : tables.filter { $0.name == "regions" },
      method: method, words: words.common
    ).speaking(FrameworkTexts(report.framework))
  }

  var notice: [String] {
    [named.notice]
      + InternalNotice.sentences(
        isMadeUp: isMadeUp, minimumGroup: report.minimumGroup, words: words.common)
  }

  // MARK: - Findings

  var summary: [String] {
    let nothing = words.nothing(
      report.finding, fewest: report.minimumGroup.people, least: report.limits.leastPeople)
    return nothing.map { [$0] } ?? report.outcome.value.map(planned) ?? []
  }

  private func planned(_ outcome: SeasonReport.Outcome) -> [String] {
    let sessions = report.sessions
    let spent = sessions.reduce(0) { $0 + $1.usDollars }
    return [
      words.planned(sessions.count, seats: sessions.reduce(0) { $0 + $1.seats }, outcome),
      proof(outcome),
      words.cost(
        sessions.count, minutes: sessions.reduce(0) { $0 + $1.offer.minutes },
        usDollars: spent),
      report.limits.usDollars.flatMap { $0 > spent ? words.moneyLeft($0 - spent, of: $0) : nil },
      floorReached,
    ].compactMap { $0 }
  }

  /// That no region gets less than was asked for, where none does.
  private var floorReached: String? {
    guard report.limits.floor > 0, report.grouping != nil, report.shortfalls.isEmpty else {
      return nil
    }
    return words.floorReached(percent: report.limits.floor, fewest: report.minimumGroup.people)
  }

  /// How good the plan is.
  private func proof(_ outcome: SeasonReport.Outcome) -> String {
    guard outcome.bound > outcome.closed else { return words.provedBest }
    // Rounded up, so that it is never better than it says.
    let gap = (outcome.gapToBound * 1000).rounded(.up) / 10
    return words.bounded(percent: gap, bound: outcome.bound)
  }

  /// How it was made, and what it is not.
  var method: [String] {
    words.method
      + (report.limits.sessionsPerDay > 1
        ? [words.sameDay(inRegions: report.grouping != nil)] : [])
  }

  // MARK: - Sessions

  private func heading(_ session: SeasonReport.Session) -> String {
    words.session(title(of: session.offer), place(of: session), on: days(of: session))
  }

  /// The days of a session, in order; none where none were given.
  func days(of session: SeasonReport.Session) -> [CalendarDate] {
    Array(days.dropFirst(session.day).prefix(session.offer.days))
  }

  func title(of offer: WorkshopOffer) -> String {
    words.common.name(offer.title.text(in: language), id: offer.id)
  }

  /// The workshops that were left out for their record.
  var leftOut: [String] { withoutRecord.map { words.leftOut(title(of: $0)) } }

  func place(of session: SeasonReport.Session) -> String {
    switch session.venue {
    case .online: words.online
    case .onSite: words.onSite
    case .region(let group, place: _): group.label
    }
  }

  /// The id of the region of a session; `nil` online, and where there are no regions.
  func regionID(of session: SeasonReport.Session) -> String? {
    if case .region(let group, place: _) = session.venue { group.id } else { nil }
  }

  private func facts(_ session: SeasonReport.Session) -> [String] {
    let region: Int? = if case .region(_, let place) = session.venue { place } else { nil }
    let offer = session.offer
    return [
      words.size(
        offer.minutes, seats: session.seats, of: offer.seats, usDollars: session.usDollars),
      invitation(session), reason(session), record(of: offer),
    ].compactMap { $0 } + named.facts(on: Set(offer.serves.map(\.competency)), in: region)
  }

  /// How many to invite from where.
  private func invitation(_ session: SeasonReport.Session) -> String? {
    guard session.venue == .online, report.grouping != nil else { return nil }
    let known = session.shares.compactMap { share in share.seats.value.map { (share.group, $0) } }
    let groups = known.map { group, seats in
      group.id == Grouping.noAnswer
        ? words.seatsWithoutAnswer(seats) : words.seats(seats, from: group.label)
    }
    let others = session.shares.count - known.count
    let rest = session.seats - known.reduce(0) { $0 + $1.1 }
    return words.invite(groups, rest: others > 0 ? (seats: rest, regions: others) : nil)
  }

  private func reason(_ session: SeasonReport.Session) -> String {
    let known = session.gains.compactMap { gain in
      gain.amounts.value.map { (statement: name(gain.competency), amounts: $0) }
    }
    guard !known.isEmpty else {
      return session.closed.value.map { words.whyForFew(closed: $0) }
        ?? words.whyForFew(fewest: report.minimumGroup.people)
    }
    return words.why(known, isAll: known.count == session.gains.count)
  }

  private func record(of offer: WorkshopOffer) -> String? {
    guard let records else { return nil }
    let known = offer.serves.compactMap { service in
      records.gain(of: offer.id, in: service.competency).map {
        (competency: service.competency, gain: $0)
      }
    }
    return known.isEmpty ? words.noRecord : words.record(known)
  }

  // MARK: - Regions and what stays open

  /// The regions that have less closed than was asked for, with the reason.
  var regionFindings: [String] {
    report.shortfalls.map {
      words.shortfall($0.group.label, $0.part.value, floor: report.limits.floor, $0.reason)
    }
  }

  /// What stays open, the most first; ten at most.
  private var open: [String] {
    let known = report.remainders.compactMap { remainder in
      remainder.amounts.value.map { (name(remainder.competency), $0) }
    }
    return known.prefix(10).map { name, said in
      said.withoutWorkshop >= said.open
        ? words.noWorkshopLeads(name, open: said.open)
        : said.withoutWorkshop == 0
          ? words.limitsAllowNoMore(name, open: said.open)
          : words.partlyNoWorkshopLeads(name, said)
    }
  }

  private func name(_ competency: Competency) -> String {
    words.common.name(competency.title.text(in: language), id: competency.id)
  }
}

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
  /// It says which workshop, where, and for how many seats, and nothing of anybody's levels; where people
  /// are made up, each session says so.
  ///
  /// - Parameter sequences: how often each event was changed, by what calendars know it by; one that is
  ///   not among them was made on that day.
  package func calendar(made: CalendarDate, sequences: [String: Int] = [:]) -> String? {
    let events = events { sequences[$0] ?? made.daysSince1970 }
    return events.isEmpty ? nil : ICalendar(made: made, events: events).text
  }

  /// What a calendar would say of each event, by what it knows it by.
  package var planned: [String: String] {
    Dictionary(
      events { _ in 0 }.map {
        ($0.uid, "\($0.day) \($0.length)\n\($0.summary)\n\($0.description)")
      }, uniquingKeysWith: { first, _ in first })
  }

  private func events(sequence: (_ uid: String) -> Int) -> [ICalendar.Event] {
    var known: [String: Int] = [:]
    return report.sessions.flatMap { session -> [ICalendar.Event] in
      let days = days(of: session)
      guard let first = days.first, let last = days.last else { return [] }
      let what = "\(name)-\(session.offer.id)-\(regionID(of: session) ?? "online")"
      known[what, default: 0] += 1
      let uid = "\(what)-\(known[what] ?? 1)@waymark"
      let summary = words.session(title(of: session.offer), place(of: session), on: [])
      let size = words.size(session.offer.minutes, seats: session.seats)
      func event(_ uid: String, _ day: CalendarDate, length: Int) -> ICalendar.Event {
        ICalendar.Event(
          uid: uid, sequence: sequence(uid), day: day, length: length,
          summary: isMadeUp ? words.common.madeUp(summary) : summary,
          description: isMadeUp ? "\(size) \(words.common.madeUpLine)" : size)
      }
      // Days that do not follow one another have nothing between them.
      guard last.daysSince1970 - first.daysSince1970 != days.count - 1 else {
        return [event(uid, first, length: days.count)]
      }
      return days.enumerated().map { place, day in
        event(place == 0 ? uid : "day-\(place + 1)-\(uid)", day, length: 1)
      }
    }
  }

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
              "day": days(of: session).first.map { .string($0.description) } ?? .null,
              "lastDay": days(of: session).last.map { .string($0.description) } ?? .null,
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

/// The tables of a plan of workshops.
extension SeasonPage {
  var tables: [DataTable] {
    let regional = report.grouping == nil ? [] : [invitationsTable, regionsTable]
    let named = named.table(isMadeUp: isMadeUp, framework: report.framework, language: language)
    return [sessionsTable, gainsTable] + regional + [openTable] + [named].compactMap { $0 }
  }

  private var madeUp: DataTable.Column { .init("made_up", words.tables.madeUp, .flag) }
  private var madeUpCell: CSV.Cell { .text(isMadeUp ? "yes" : "no") }

  private func cell(_ number: Int?) -> CSV.Cell {
    number.map(CSV.Cell.integer) ?? .text(Absence.withheldMark)
  }

  /// The sessions, a row each, so that a column can be summed.
  var sessionsTable: DataTable {
    let words = words.tables
    var table = DataTable(
      name: "sessions", title: words.sessions, meaning: words.sessionsMeaning,
      columns: [
        madeUp, .init("session", words.session, .integer), .init("day", words.day, .date),
        .init("last_day", words.lastDay, .date),
        .init("workshop", words.workshopID, .text), .init("title", words.workshop, .text),
        .init("place", words.place, .text), .init("minutes", words.minutes, .integer),
        .init("usd", words.usDollars, .integer), .init("seats", words.seats, .integer),
      ])
    for (place, session) in report.sessions.enumerated() {
      table.append([
        madeUpCell, .integer(place + 1),
        days(of: session).first.map { .text($0.description) } ?? .empty,
        days(of: session).last.map { .text($0.description) } ?? .empty,
        .text(session.offer.id.description), .text(session.offer.title.text(in: language)),
        .text(self.place(of: session)), .integer(session.offer.minutes),
        .integer(session.usDollars), .integer(session.seats),
      ])
    }
    return table
  }

  /// What each session closes, a row for each of its statements.
  var gainsTable: DataTable {
    let words = words.tables
    var table = DataTable(
      name: "closed", title: words.gains, meaning: words.gainsMeaning,
      columns: [
        madeUp, .init("session", words.session, .integer),
        .init("workshop", words.workshopID, .text),
        .init("competency", words.statementID, .text), .init("people", words.people, .integer),
        .init("closed", words.closed, .integer), .init("before_n", words.before, .integer),
        .init("before_from", words.beforeFrom, .number),
        .init("before_to", words.beforeTo, .number),
      ])
    for (place, session) in report.sessions.enumerated() {
      for gain in session.gains {
        table.append(
          [
            madeUpCell, .integer(place + 1), .text(session.offer.id.description),
            .text(gain.competency.id.description), cell(gain.amounts.value?.people),
            cell(gain.amounts.value?.closed),
          ] + recordCells(session.offer, gain.competency.id))
      }
    }
    return table
  }

  /// What people gained before, where there is a record.
  private func recordCells(_ offer: WorkshopOffer, _ competency: CompetencyID) -> [CSV.Cell] {
    guard let gain = records?.gain(of: offer.id, in: competency) else {
      return Array(repeating: .empty, count: 3)
    }
    return [.integer(gain.change.people)] + [gain.before, gain.after].map(ChangeColumns.cell)
  }

  /// From which regions people are to be invited to the sessions that are for all.
  private var invitationsTable: DataTable {
    let words = words.tables
    var table = DataTable(
      name: "invitations", title: words.invitations, meaning: words.invitationsMeaning,
      columns: [
        madeUp, .init("session", words.session, .integer),
        .init("workshop", words.workshopID, .text), .init("region", words.regionID, .text),
        .init("label", words.region, .text), .init("seats", words.seatsOfSession, .integer),
      ])
    for (place, session) in report.sessions.enumerated() {
      for share in session.shares {
        table.append([
          madeUpCell, .integer(place + 1), .text(session.offer.id.description),
          .text(share.group.id), .text(share.group.label), cell(share.seats.value),
        ])
      }
    }
    return table
  }

  private var regionsTable: DataTable {
    let words = words.tables
    var table = DataTable(
      name: "regions", title: words.regions, meaning: words.regionsMeaning,
      columns: [
        madeUp, .init("region", words.regionID, .text), .init("label", words.region, .text),
        .init("people", words.answered, .integer), .init("lacking", words.lacking, .integer),
        .init("closed", words.closedOfLacking, .integer),
        .init("seats", words.seatsInAll, .integer),
      ])
    for region in report.regions {
      table.append([
        madeUpCell, .text(region.group.id), .text(region.group.label),
        cell(region.amounts.value?.people), cell(region.amounts.value?.lacking),
        cell(region.closed.value), cell(region.seats.value),
      ])
    }
    return table
  }

  private var openTable: DataTable {
    let words = words.tables
    var table = DataTable(
      name: "open", title: words.remainders, meaning: words.remaindersMeaning,
      columns: [
        madeUp, .init("competency", words.statementID, .text),
        .init("title", words.statement, .text), .init("open", words.open, .integer),
        .init("without_workshop", words.withoutWorkshop, .integer),
      ])
    for remainder in report.remainders {
      table.append([
        madeUpCell, .text(remainder.competency.id.description),
        .text(remainder.competency.title.text(in: .english)),
        cell(remainder.amounts.value?.open), cell(remainder.amounts.value?.withoutWorkshop),
      ])
    }
    return table
  }
}
