/// What the tables of a plan of workshops and their columns are called.
struct SeasonTableWords: Sendable {
  private let data = DataWords()

  var madeUp: ColumnWords { data.madeUpPeople }
  var statementID: ColumnWords { data.statementID }
  var statement: ColumnWords { data.statement }
  let session = ColumnWords("Session", "Its place in the order.")
  let workshopID = ColumnWords("Workshop id", "The id of the workshop.")
  let regionID = ColumnWords("Region id", "The id of the group.")
  let region = ColumnWords("Region", "The group's name.")

  let sessions = "Sessions"
  let sessionsMeaning = "A session to hold, in order, and what it closes of one statement."
  let day = ColumnWords("Day", "The day, where days were given.")
  let workshop = ColumnWords("Workshop", "The workshop's name.")
  let place = ColumnWords("Where", "The region, or online.")
  let minutes = ColumnWords("Minutes", "How long it takes.")
  let usDollars = ColumnWords("US dollars", "What it costs with travel.")
  let seats = ColumnWords("Seats", "How many people to invite.")
  let people = ColumnWords("People", "For how many it closes something of the statement.")
  let closed = ColumnWords("Closes", "How many levels it closes, times importance.")
  let before = ColumnWords("Before: people", "How many went to it before and were compared.")
  let beforeFrom = ColumnWords("Before: from", "Their mean level before it.")
  let beforeTo = ColumnWords("Before: to", "Their mean level after it.")

  let invitations = "Invitations"
  let invitationsMeaning = "How many people of a region to invite to a session."
  let seatsOfSession = ColumnWords("Seats", "How many of its people to invite.")

  let regions = "Regions"
  let regionsMeaning = "What the people of a region lack and what the plan closes of it."
  let answered = ColumnWords("People", "How many answered.")
  let lacking = ColumnWords("Lacking", "How many levels they lack, times importance.")
  let closedOfLacking = ColumnWords("Closes", "How many of these the plan closes.")
  let seatsInAll = ColumnWords("Seats", "How many seats its people have.")

  let remainders = "What stays open"
  let remaindersMeaning = "How much of a statement stays open after all sessions."
  let open = ColumnWords("Open", "How many levels stay open, times importance.")
  let withoutWorkshop = ColumnWords(
    "No workshop", "How many of these no workshop leads to from where people are.")
}
