import Waymark
import WaymarkBasics

/// The tables of a plan of workshops.
extension SeasonWords {
  var tables: [DataTable] {
    let regional = report.grouping == nil ? [] : [invitationsTable, regionsTable]
    return [sessionsTable] + regional + [openTable] + [namedTable].compactMap { $0 }
  }

  private var madeUp: DataTable.Column {
    .init("made_up", "Made up", "Whether these people were made up.", .flag)
  }
  private var madeUpCell: CSV.Cell { .text(isMadeUp ? "yes" : "no") }

  private func cell(_ number: Int?) -> CSV.Cell {
    number.map(CSV.Cell.integer) ?? .text(Absence.withheldMark)
  }

  private var sessionsTable: DataTable {
    var table = DataTable(
      name: "sessions", title: "Sessions",
      meaning: "A session to hold, in order, and what it closes of one statement.",
      columns: [
        madeUp,
        .init("session", "Session", "Its place in the order.", .integer),
        .init("day", "Day", "The day, where days were given.", .text),
        .init("workshop", "Workshop id", "The id of the workshop.", .text),
        .init("title", "Workshop", "The workshop's name.", .text),
        .init("place", "Where", "The region, or online.", .text),
        .init("minutes", "Minutes", "How long it takes.", .integer),
        .init("usd", "US dollars", "What it costs with travel.", .integer),
        .init("seats", "Seats", "How many people to invite.", .integer),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("people", "People", "For how many it closes something of the statement.", .integer),
        .init("closed", "Closes", "How many levels it closes, times importance.", .integer),
        .init(
          "before_n", "Before: people", "How many went to it before and were compared.", .integer),
        .init("before_from", "Before: from", "Their mean level before it.", .number),
        .init("before_to", "Before: to", "Their mean level after it.", .number),
      ])
    for (place, session) in report.sessions.enumerated() {
      for gain in session.gains {
        table.append(
          [
            madeUpCell, .integer(place + 1),
            .text(day(of: session)?.description ?? ""),
            .text(session.offer.id.description),
            .text(session.offer.title.text(in: language)),
            .text(self.place(of: session)), .integer(session.offer.minutes),
            .integer(session.usDollars), .integer(session.seats),
            .text(gain.competency.id.description), cell(gain.amounts.value?.people),
            cell(gain.amounts.value?.closed),
          ] + recordCells(session.offer, gain.competency.id))
      }
    }
    return table
  }

  private var namedTable: DataTable? {
    report.named.table(isMadeUp: isMadeUp, framework: report.framework, language: language)
  }

  /// What people gained before, where there is a record.
  private func recordCells(_ offer: WorkshopOffer, _ competency: CompetencyID) -> [CSV.Cell] {
    guard let gain = records?.gain(of: offer.id, in: competency) else {
      return Array(repeating: .empty, count: 3)
    }
    return [.integer(gain.change.people)] + [gain.before, gain.after].map(ChangeWords.cell)
  }

  /// From which regions people are to be invited to the sessions that are for all.
  private var invitationsTable: DataTable {
    var table = DataTable(
      name: "invitations", title: "Invitations",
      meaning: "How many people of a region to invite to a session.",
      columns: [
        madeUp,
        .init("session", "Session", "Its place in the order.", .integer),
        .init("workshop", "Workshop id", "The id of the workshop.", .text),
        .init("region", "Region id", "The id of the group.", .text),
        .init("label", "Region", "The group's name.", .text),
        .init("seats", "Seats", "How many of its people to invite.", .integer),
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
    var table = DataTable(
      name: "regions", title: "Regions",
      meaning: "What the people of a region lack and what the plan closes of it.",
      columns: [
        madeUp,
        .init("region", "Region id", "The id of the group.", .text),
        .init("label", "Region", "The group's name.", .text),
        .init("people", "People", "How many answered.", .integer),
        .init("lacking", "Lacking", "How many levels they lack, times importance.", .integer),
        .init("closed", "Closes", "How many of these the plan closes.", .integer),
        .init("seats", "Seats", "How many seats its people have.", .integer),
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
    var table = DataTable(
      name: "open", title: "What stays open",
      meaning: "How much of a statement stays open after all sessions.",
      columns: [
        madeUp,
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("open", "Open", "How many levels stay open, times importance.", .integer),
        .init(
          "without_workshop", "No workshop",
          "How many of these no workshop leads to from where people are.", .integer),
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
