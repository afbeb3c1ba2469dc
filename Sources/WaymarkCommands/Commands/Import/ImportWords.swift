import Waymark
import WaymarkBasics
import WaymarkSheets

/// What `waymark import` says.
struct ImportWords: Sendable {
  /// What a person begins with who has no answers of others.
  let beginning = "import responses FILE --campaign NAME --new"

  func noName(_ name: String) -> String {
    "--campaign: '\(name)' is no name; use letters, digits, '.', '_', '-'"
  }

  let folderUnreadable = (what: "this folder cannot be read", mend: "name the files themselves")

  /// - Parameter others: what is in the folder and is not read.
  func folderWithoutFiles(_ others: [String]) -> (what: String, mend: String) {
    (
      "there is no .json, .csv, .tsv or .xlsx file in this folder"
        + (others.isEmpty ? "" : ", only \(list(others))"), "name the files themselves"
    )
  }

  func notRead(_ names: [String], in folder: String) -> String {
    "\(folder): not read: \(list(names))"
  }

  let headerRowsOutside = "--header-rows: give a number from 1 to 6."
  let noMap = (
    what: "this is no map of columns",
    mend: "name a table of column,field,value,code; waymark import map makes one"
  )

  func rowsRead(_ count: Int, of file: String) -> String { "\(count) rows of \(file) are read" }

  func more(_ count: Int) -> String { "... and \(count) more" }

  /// - Parameter isReported: whether all are written to a file that was named.
  func shown(_ count: Int, of all: Int, isReported: Bool) -> String {
    "\(count) of \(grouped(all)) are shown, and \(grouped(all - count)) more are not; "
      + (isReported ? "all are in the file of --problems" : "all are written by --problems FILE")
  }

  private func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ")
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  /// A number with commas between thousands.
  private func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }

  // MARK: - What came of it

  let isDryRun = "Nothing was taken in; it would be:"
  let nothingTaken = "Nothing was taken in."

  func pairs(_ id: ID<Campaign>, suffix: String) -> String {
    "Pairs: waymark mentors --campaign \(id)\(suffix)"
  }

  func byName(_ id: ID<Campaign>, suffix: String) -> String {
    "By name: waymark plan --campaign \(id)\(suffix)"
  }

  /// - Parameter near: the name that was perhaps meant.
  func noCampaign(_ id: ID<Campaign>, near: String?) -> String {
    "--campaign: there is no campaign '\(id)'; "
      + (near.map { "\($0.didYouMean) Else make it: add --new" } ?? "to make it, add --new")
  }

  func madeFirst(_ id: ID<Campaign>) -> String { "Made the campaign '\(id)', the first here." }

  func askToMake(_ id: ID<Campaign>, near: String?) -> String {
    "No campaign is called '\(id)'\(near.map { "; \($0.didYouMean)" } ?? ".") Make it? y/N:"
  }

  /// That what came is told apart, as the last day of answers is over.
  func cameLate(_ last: CalendarDate) -> String {
    "The last day of answers, \(last.inWords), is over: what is new is told apart."
  }

  /// What was taken in all the same of a campaign that is closed or frozen.
  let takenThoughLate =
    "No answers were taken in. What people took back was, and offers to mentor and who may be "
    + "named were brought up to date."

  // MARK: - Why something is not taken in

  func notTheirs(_ file: String, id: String) -> String {
    "\(file): this is not from whoever shared '\(id)' before, or it was changed; "
      + "leave the file out, and ask for one written where the answers are kept"
  }

  func mixture(_ file: String) -> String {
    "\(file): made-up people would be mixed with real ones; keep them in campaigns of their own"
  }

  /// - Parameter sinceEarlierFile: whether the other answers stand in a file that is taken in now.
  func changed(_ file: String, id: String, sinceEarlierFile: Bool) -> String {
    (sinceEarlierFile
      ? "\(file): '\(id)' stands in another file with other answers; keep one of the two rows; "
      : "\(file): '\(id)' was taken in before with other answers; "
        + "to correct a table take its import back first (waymark campaign undo), or ask for a file with "
        + "a higher revision; ")
      + "where it is somebody else, give the row a respondent_id of its own, or, where a "
      + "form only numbers its answers, pass that column over (--ignore, or (ignored) in a map)"
  }
}

// What became of everything, in one line.
extension ImportWords {
  /// - Parameters:
  ///   - responses: what became of responses, in words.
  ///   - others: what became of other files, in words.
  func summary(_ responses: [String], isMadeUp: Bool, others: [String]) -> String {
    "Responses: " + responses.joined(separator: ", ") + (isMadeUp ? " (made-up people)" : "")
      + others.map { "; \($0)" }.joined()
  }

  func count(_ number: Int, _ decision: ImportDecisions.Decision) -> String {
    switch decision {
    case .new: "\(number) new"
    case .replaced: "\(number) replaced"
    case .same: "\(number) known already"
    case .older: "\(number) older than what is there"
    case .withdrawn: "\(number) withdrawn"
    case .changed: "\(number) changed"
    }
  }

  func repeated(_ number: Int, taken row: WideTableOptions.Repeated) -> String {
    "\(number) repeated, the \(row.rawValue) row taken"
  }

  func unanswered(_ number: Int) -> String {
    number == 1 ? "1 opened, not answered" : "\(number) opened, not answered"
  }

  func filesPassedOver(_ number: Int) -> String {
    number == 1 ? "1 file passed over" : "\(number) files passed over"
  }

  /// That little is left of the tables.
  func mostPassedOver(_ number: Int, of all: Int) -> String {
    "\(number) of \(all) rows were passed over: what is left says little of those who answered; take the "
      + "import back with waymark campaign undo, and mend the table or the map"
  }
  func passedOver(_ number: Int) -> String { "\(number) with a fault passed over" }

  /// - Parameter counts: what became of them, in words.
  func mentoringOffers(_ number: Int, _ counts: [String]) -> String {
    "\(number) mentoring offer\(number == 1 ? "" : "s"): " + counts.joined(separator: ", ")
  }

  func serviceViews(_ number: Int, _ counts: [String]) -> String {
    "\(number) \(number == 1 ? "view of a service" : "views of services"): "
      + counts.joined(separator: ", ")
  }
}

// What was found out about a table.
extension ImportWords {
  func note(_ note: TableNote, of file: String) -> String {
    switch note {
    case .separator(let separator):
      "\(file): columns are separated by \(separator.marks); --separator says otherwise"
    case .encoding(let encoding):
      "\(file): read as \(encoding.rawValue); --encoding says otherwise"
    case .sheet(let name, let others):
      "\(file): the sheet \(name.excerpt) is read; there \(others == 1 ? "is" : "are") \(others) more, "
        + "which --sheet names"
    case .headerRows(let count, let tool):
      "\(file): the header has \(count) rows\(tool.flatMap(name).map { ", as \($0) writes it" } ?? ""); "
        + "--header-rows says otherwise"
    }
  }

  private func name(_ tool: FormHeader.Tool) -> String? {
    switch tool {
    case .qualtrics: "Qualtrics"
    case .surveyMonkey: "SurveyMonkey"
    case .other: nil
    }
  }

  /// What was done with the rows of a table.
  func notes(_ notes: WideTableNotes, of file: String, framework: Framework) -> [String] {
    var lines = notes.mendedDays.map { days in
      "\(file): \(cells(days.cells)) of '\(days.field)' had become days in a spreadsheet and were put "
        + "right, such as \(days.cell.excerpt) for '\(days.option)' (\(days.line):\(days.column))"
    }
    if notes.previews > 0 {
      lines.append("\(file): \(rows(notes.previews)) of people who tried the form out passed over")
    }
    if notes.summaries > 0 {
      lines.append("\(file): \(rows(notes.summaries)) that sum up the others passed over")
    }
    if notes.addresses > 0 {
      lines.append(
        "\(file): \(notes.addresses) e-mail \(notes.addresses == 1 ? "address is" : "addresses are") not "
          + "kept: random ids stand in their place, made from nothing of the person (--keep-ids keeps "
          + "them). Who answers again with other answers is another person.")
    }
    if notes.statementsNotAsked > 0 {
      let count = notes.statementsNotAsked
      lines.append(
        "\(file): \(count == 1 ? "1 statement" : "\(count) statements") passed over: the campaign asks the "
          + "core form, which has \(framework.coreStatements.count); what one group alone answered is not "
          + "mixed with what everybody was asked")
    }
    switch notes.roles {
    case .said: break
    case .ofPositions(let people):
      lines.append(
        "\(file): no column says the role, so that it follows from the position, for "
          + "\(people == 1 ? "1 person" : "\(people) people"); a column named role says otherwise")
    case .unknown:
      lines.append(
        "\(file): no column says the role, nor a position that it follows from, so that nobody is "
          + "compared with what is usual; name a column role, or write role as the field of one in a map"
      )
    }
    if notes.areIDsMade {
      lines.append(
        "\(file): no column says whose each row is, so each has a random id; a row that is taken in "
          + "once more is known by its answers")
    }
    if let equal = notes.equalRows {
      lines.append(
        "\(file): \(rows(equal.rows)) say\(equal.rows == 1 ? "s" : "") the same as an earlier one, "
          + "such as line \(equal.line) as line \(equal.first); all are taken in")
    }
    return lines + comparison(notes.passedOver, framework)
  }

  /// How the rows that were passed over differ from the others.
  private func comparison(_ comparison: RowComparison?, _ framework: Framework) -> [String] {
    guard let comparison, let means = comparison.means else { return [] }
    var line =
      "Passed over: mean level \(Decimal.text(means.passedOver, places: 2)), of the others "
      + Decimal.text(means.taken, places: 2)
    if let role = comparison.role {
      line +=
        "; \(framework.roles[role.place].title.original): "
        + "\(Decimal.text(role.passedOver * 100, places: 0)) % of them, of the others "
        + "\(Decimal.text(role.taken * 100, places: 0)) %"
    }
    return [
      line
        + (comparison.differs
          ? ". They differ: without them, what is reported of this campaign is biased."
          : ". That is no more than chance.")
    ]
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
  private func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}

// What is said of a map that is proposed.
extension ImportWords {
  /// The map where it is not written to a file.
  var map: String { "map" }

  var isNoTable: (what: String, mend: String) {
    ("this is a file that waymark share wrote", "take it in as it is: it needs no map")
  }

  var noStatements: (what: String, mend: String) {
    (
      "no column holds the answers to a statement",
      "name the table of answers that the form tool exports, with the questions' texts in its header"
    )
  }

  /// What a map says, in a few lines.
  func proposed(_ proposal: MapProposal) -> [String] {
    let all = proposal.statementCount + proposal.missing.count
    let fields = proposal.fields.count
    var lines = [
      "Found: \(proposal.statementCount) of \(all) statements, \(fields) background "
        + "question\(fields == 1 ? "" : "s")\(proposal.hasRole ? ", the role" : ""); "
        + (proposal.respondent.map { "ids: \($0.excerpt)" } ?? "no column of ids")
    ]
    if !proposal.ignored.isEmpty {
      let count = proposal.ignored.count
      lines.append(
        "Passed over: \(count == 1 ? "1 column" : "\(count) columns"): "
          + proposal.ignored.prefix(4).map(\.excerpt).joined(separator: ", ")
          + (count > 4 ? " ..." : ""))
    }
    if proposal.isByOrder {
      lines.append(
        "Look: no column has the text of a statement, so that they were taken in the order of the "
          + "framework.")
    }
    if !proposal.counted.isEmpty {
      lines.append(
        "Look: numbers were taken for the choices in their order: "
          + proposal.counted.prefix(6).map(\.excerpt).joined(separator: ", "))
    }
    if let rivals = proposal.rivals {
      let others = rivals.count == 1 ? "" : ", and so with \(rivals.count - 1) more"
      lines.append(
        "Look: \(rivals.passedOver.excerpt) is passed over, as \(rivals.taken.excerpt) holds the same "
          + "statement\(others)."
          + (rivals.isOpen
            ? " Write \(ColumnMap.ignored) where that is right; else swap the fields of the two."
            : ""))
    }
    lines += proposal.byContent.map {
      "Look: \($0.column.excerpt) was taken for \($0.field) by what stands in its cells."
    }
    lines += proposal.lookalikes.map {
      "Look: \($0.column.excerpt) is passed over, though it is much like \($0.text.excerpt)."
    }
    lines += proposal.others.map { others in
      "Look: taken for other in \(others.column.excerpt): "
        + others.labels.prefix(6).map(\.excerpt).joined(separator: ", ")
        + (others.labels.count > 6 ? " and \(others.labels.count - 6) more" : "")
    }
    if let repeated = proposal.repeatedIDs {
      let one = repeated.areAddresses ? "e-mail address stands" : "id stands"
      let many = repeated.areAddresses ? "e-mail addresses stand" : "ids stand"
      lines.append(
        "Look: \(repeated.count) \(repeated.count == 1 ? one : many) more than once in "
          + "\(repeated.column.excerpt), so that it is passed over. To take each person once, write "
          + "respondent_id as its field and import with --on-duplicate last.")
    }
    let missing = proposal.missing
    guard missing.count <= 10 else {
      return lines + [
        "No column: \(missing.count) statements, such as \(missing[0].id); --partial lets them be missing"
      ]
    }
    return lines
      + missing.map { statement in
        "No column: \(statement.id)"
          + (statement.closest.isEmpty
            ? "" : "; near: \(statement.closest.map(\.excerpt).joined(separator: ", "))")
      }
  }

  func question(_ question: MapProposal.Question, map: String) -> String {
    let subject =
      switch question.subject {
      case .column(let name): "which statement is \(name.excerpt)?"
      case .label(let label, let column): "what is \(label.excerpt) in \(column.excerpt)?"
      }
    return "\(map):\(question.line): \(subject)"
      + (question.closest.isEmpty ? "" : " Near: \(question.closest.joined(separator: ", "))")
  }

  func nextImport(
    _ file: String, map: String?, isPartial: Bool, campaign: String?, suffix: String
  ) -> String {
    "Next: waymark import responses \(file.shellWord) --campaign \(campaign ?? "NAME") --map "
      + (map?.shellWord ?? "FILE") + (isPartial ? " --partial" : "") + suffix
  }

  /// - Parameter map: the file that would be made.
  func offerMap(_ map: String) -> String {
    "The columns of this table are not Waymark's.\n"
      + "Propose a map of them, \(map), and go on with it? y/N:"
  }

  func fillIn(_ map: String, next: String) -> String {
    "\(map): write what is marked with ?, then go on. \(next)"
  }
}
