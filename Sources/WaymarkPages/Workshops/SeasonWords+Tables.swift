import Waymark
import WaymarkBasics

/// The tables of a plan of workshops.
extension SeasonWords {
  var tables: [DataTable] {
    let regional = plan.demand.grouping == nil ? [] : [invitationsTable, regionsTable]
    return [sessionsTable] + regional + [openTable] + [namedTable].compactMap { $0 }
  }

  private var madeUp: DataTable.Column {
    .init("made_up", "Made up", "Whether these people were made up.", .flag)
  }
  private var madeUpCell: CSV.Cell { .text(isMadeUp ? "yes" : "no") }

  private func cell(_ number: Int, of people: Int) -> CSV.Cell {
    minimumGroup.withholds(people) ? .text(Absence.withheldMark) : .integer(number)
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
    for (place, (session, gains)) in (isWithheld ? [] : Array(zip(plan.sessions, gains)))
      .enumerated()
    {
      for (gain, isWithheld) in gains {
        let competency = plan.demand.framework.competencies[gain.competency]
        let people = isWithheld ? 1 : gain.people
        table.append(
          [
            madeUpCell, .integer(place + 1),
            .text(day(of: session)?.description ?? ""),
            .text(session.offer.id.description),
            .text(session.offer.title.text(in: language)),
            .text(self.place(of: session)), .integer(session.offer.minutes),
            .integer(session.usDollars), .integer(session.people.count),
            .text(competency.id.description), cell(gain.people, of: people),
            cell(gain.closed, of: people),
          ] + recordCells(session.offer, competency.id))
      }
    }
    return table
  }

  private var namedTable: DataTable? {
    isWithheld
      ? nil : named.table(isMadeUp: isMadeUp, framework: plan.demand.framework, language: language)
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
    guard let grouping = plan.demand.grouping else { return table }
    for (place, session) in (isWithheld ? [] : plan.sessions).enumerated() {
      for (group, seats, isWithheld) in shares(of: session, in: grouping) {
        table.append([
          madeUpCell, .integer(place + 1), .text(session.offer.id.description), .text(group.id),
          .text(group.label), isWithheld ? .text(Absence.withheldMark) : .integer(seats),
        ])
      }
    }
    return table
  }

  /// How many seats the people of each group have in all sessions.
  private var seatsByGroup: [Int] {
    plan.demand.people.indices.map { place in plan.sessions.reduce(0) { $0 + $1.seats[place] } }
  }

  /// Of which groups it is not told how many seats they have, and what these close: those of which some
  /// session does not tell it either.
  var withheldRegions: [Bool] {
    let seats = seatsByGroup
    var known = seats.map(minimumGroup.withholds)
    for session in plan.sessions {
      for (place, isWithheld) in minimumGroup.withheld(of: session.seats).enumerated()
      where isWithheld {
        known[place] = true
      }
    }
    return minimumGroup.withheld(of: seats, beside: known)
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
    let groups = plan.demand.grouping?.groups ?? []
    let (seats, withheld) = (seatsByGroup, withheldRegions)
    let small = minimumGroup.withheld(of: plan.demand.people)
    for (place, group) in groups.enumerated() where plan.demand.people[place] > 0 {
      let people = isWithheld || small[place] ? 1 : plan.demand.people[place]
      let few = withheld[place] ? 1 : people
      table.append([
        madeUpCell, .text(group.id), .text(group.label), cell(people, of: people),
        cell(plan.lackingByGroup[place], of: people), cell(plan.closedByGroup[place], of: few),
        cell(seats[place], of: few),
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
    let remainders = isWithheld ? [] : plan.remainders
    for (remainder, isWithheld) in zip(
      remainders, minimumGroup.withheld(of: remainders.map(\.compared)))
    {
      let people = isWithheld ? 1 : remainder.compared
      let competency = plan.demand.framework.competencies[remainder.competency]
      table.append([
        madeUpCell, .text(competency.id.description), .text(competency.title.text(in: .english)),
        cell(remainder.open, of: people), cell(remainder.withoutWorkshop, of: people),
      ])
    }
    return table
  }
}
