import Waymark
import WaymarkBasics

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
        .init("workshop", words.workshopID, .text), .init("title", words.workshop, .text),
        .init("place", words.place, .text), .init("minutes", words.minutes, .integer),
        .init("usd", words.usDollars, .integer), .init("seats", words.seats, .integer),
      ])
    for (place, session) in report.sessions.enumerated() {
      table.append([
        madeUpCell, .integer(place + 1),
        day(of: session).map { .text($0.description) } ?? .empty,
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
