/// What the tables of a report that everybody may have and their columns are called.
struct PublishedTableWords: Sendable {
  let data = DataWords()

  var statements: String { data.statements }
  var statementsMeaning: String { data.statementsMeaning }
  var statement: ColumnWords { data.statement }
  var statementID: ColumnWords { data.statementID }
  var area: ColumnWords { data.areaOfStatement }
  var people: ColumnWords { data.people }
  var meanLevel: ColumnWords { data.meanLevel }
  let below = ColumnWords("Below usual", "The share below usual, in per cent.")
  let belowNote = ColumnWords("Note", "How to read the share where it is bounded.")
  let belowLow = ColumnWords(
    "From", "Where the 95 % interval of the share begins, in per cent.")
  let belowHigh = ColumnWords("To", "Where the 95 % interval of the share ends, in per cent.")
  let interval = "95 % interval"

  func level(_ number: Int, _ label: String) -> ColumnWords {
    ColumnWords(
      data.level(number, label),
      "The share of ratings on level \(number), \"\(label)\", in per cent.")
  }

  let measures = "Groups and measures"
  let measuresMeaning = "A row for each group and measure, in long form."
  let measure = ColumnWords(
    "Measure",
    "n: the people of the group; below:ID: the share below usual in per cent; mean:ID: the mean "
      + "level.")
  let value = ColumnWords("Value", "The number.")
  let note = ColumnWords("Note", "How to read the number where it is bounded.")
  let madeUp = "made up"
  func group(_ dimension: String) -> ColumnWords {
    ColumnWords(dimension, "The group, * for everybody.")
  }
  func notes(_ notes: [String]) -> String { data.notes(notes) }

  let areas = "Groups by area"
  let areasMeaning =
    "A row for each group: its people, and for each area the mean of the shares below usual of "
    + "its statements, in per cent."
  func everybodyOrGroup(_ dimension: String) -> ColumnWords {
    ColumnWords(dimension, "The group; everybody where it is *.")
  }
  let peopleOfGroup = ColumnWords("People", "How many people are in the group.")
  func meanBelow(_ area: String) -> ColumnWords {
    ColumnWords(area, "The mean share below usual.")
  }
  var groupHeading: String { data.group.title }
}
